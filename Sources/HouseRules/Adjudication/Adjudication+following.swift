/// What must be remembered of visits for a deal that may still come.
extension Adjudication {
    /// Follows what happens to visits.
    mutating func follow(_ event: ReceptionEvent, _ customers: Customers, _ ownership: Ownership) {
        switch event {
        case .visitRegistered(let visit):
            if visit.person != nil { remember(visit.visit, customers.personal(visit.visit)) }
        case .visitAssigned(let fact): remember(fact.visit, customers.personal(fact.visit))
        case .visitReassigned(let fact): remember(fact.visit, customers.personal(fact.visit))
        case .visitLogged(let visit, _, _, _): note(customers.personal(visit), ownership)
        case .visitVoided(let fact): forget(fact)
        case .sheetPublished: forgetting = []
        default: break
        }
    }

    /// Follows what is found out about customers.
    mutating func follow(_ event: ClaimEvent, _ customers: Customers, _ ownership: Ownership) {
        switch event {
        case .questionAnswered(let visit, let answers, _):
            if answers.known == .forgotten { forgetting.insert(visit) }
            remember(visit, customers.traces[visit])
        case .personLinked(let visit, _):
            remember(visit, customers.traces[visit])
            note(customers.traces[visit], ownership)
        case .slipWritten(let slip, let from):
            guard let person = customers.traces[slip.visit]?.person, let from, from != slip.to
            else { return }
            changes[person] = ConsultantChange(from: from, to: slip.to)
        case .changeRuled(let decision):
            guard case .granted(let to) = decision.ruling else { return }
            changes[decision.request.wish.person] = ConsultantChange(
                from: decision.request.from, to: to)
        default: break
        }
    }

    /// Entered after they had left, which counts as much (REC-48).
    mutating func follow(_ event: RegisterEvent, _ customers: Customers, _ ownership: Ownership) {
        guard case .visitEntered(let entry, _, late: false, _) = event, entry.missing.isEmpty
        else { return }
        note(customers.entryTrace(entry.visit), ownership)
    }

    /// Received first, nothing to show: the visit counts as one with a forgotten name (REC-34).
    mutating func failProof(_ visit: VisitID, _ proof: AwaitedProof, _ trace: VisitTrace?) {
        guard let trace, let person = trace.person else { return }
        let day = trace.arrivedAt.day
        failedProofs[person] = FailedProof(by: proof.by, to: proof.turn, day: day)
        forgotten[person] = ForgottenVisit(visit: visit, day: day, receiver: proof.turn)
        claims[person] = nil
    }

    /// The name was forgotten; forgotten no longer once somebody claimed in time.
    private mutating func remember(_ visit: VisitID, _ trace: VisitTrace?) {
        guard let trace, let person = trace.person else { return }
        let isNew =
            trace.visitClass == .newExpired || trace.visitClass == .newFirst
            || trace.visitClass == .newUnregistered || trace.visitClass == .callUnnamed
        if trace.visitClass == .forgotConsultant || isNew && forgetting.contains(visit) {
            if forgotten[person]?.visit != visit { claims[person] = nil }
            forgotten[person] = ForgottenVisit(
                visit: visit, day: trace.arrivedAt.day, receiver: trace.receptionist)
        } else if forgotten[person]?.visit == visit, failedProofs[person] == nil {
            forgotten[person] = nil
        }
    }

    /// A visit that never took place leaves nothing that a deal could be judged by (REC-15).
    private mutating func forget(_ fact: VoidFact) {
        forgetting.remove(fact.visit)
        guard let person = fact.person else { return }
        if forgotten[person]?.visit == fact.visit {
            forgotten[person] = nil
            claims[person] = nil
        }
        guard let staff = fact.staff, beside[person]?[staff] == fact.at.day else { return }
        beside[person]?[staff] = nil
        if beside[person]?.isEmpty ?? false { beside[person] = nil }
    }

    /// A customer of somebody else was received as if for the first time: no record, but the day
    /// counts (OWN-24).
    private mutating func note(_ trace: VisitTrace?, _ ownership: Ownership) {
        guard let trace, trace.logged, trace.visitClass.makesCustomers, trace.owner == nil,
            let person = trace.person, let staff = trace.receptionist
        else { return }
        let records = ownership.records(of: person)
        guard !records.isEmpty, !records.contains(where: { $0.staff == staff }),
            beside[person]?[staff] == nil
        else { return }
        beside[person, default: [:]][staff] = trace.arrivedAt.day
    }
}
