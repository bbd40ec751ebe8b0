/// What reception enters of customers (REC-27, REC-30, OWN-02).
extension Deliberation {
    /// A line of the register; entries of another day are kept and move nothing.
    mutating func note(_ fact: CustomerFact) throws(Refusal) {
        try allow(.clock, .frontDeskSecretary, .dutyOfficer, .consultant)
        _ = try known(fact.staff)
        if fact.entered != nil { try allow(.clock) }
        guard fact.occurred.wholeSecond <= at.wholeSecond else { throw .inTheFuture(fact.occurred) }
        if fact.kind == .visit { try needEvidence(fact) }
        switch fact.kind {
        case .touch, .unreached:
            return count(
                Touch(
                    fact.person, by: fact.staff, fact.kind == .touch ? .reached : .noAnswer,
                    occurred: fact.occurred, ended: fact.ended, entered: fact.entered))
        default: break
        }
        let entered = (fact.entered ?? at).day
        let isLate = claimKnobs.sameDayEntry && entered != (fact.ended ?? fact.occurred).day
        write(fact, isLate: isLate)
    }

    private mutating func write(_ fact: CustomerFact, isLate: Bool) {
        let day = fact.occurred.day
        switch fact.kind {
        case _ where isLate && fact.kind != .visit:
            emit(.touchNoted(fact))
            because(.touchVoid(fact.staff))
        case .visit:
            if isLate {
                startIncomplete(fact.person, fact.staff, on: day)
                because(.touchVoid(fact.staff))
            } else {
                startVisit(fact.person, fact.staff, on: day, contact: fact.occurred)
            }
        case .call, .fair: startCall(fact.person, fact.staff, contact: fact.occurred)
        case .deal: closeDeal(fact.person, fact.staff, on: day)
        case .ownResource:
            emit(.circleReported(fact.person, fact.staff, at: fact.occurred))
            because(.tied(fact.staff, .ownResource, until: TieClock(since: day).lapse))
        case .introduction:
            let introduction = WrittenIntroduction(staff: fact.staff, at: fact.occurred)
            emit(.introduced(fact.person, introduction))
            because(.tied(fact.staff, .introduction, until: TieClock(since: day).lapse))
        case .touch, .unreached: break
        }
    }

    /// A visit hangs on a reception of the same day; only management and the import may enter one
    /// of before (visit_register.requires_on_site).
    private func needEvidence(_ fact: CustomerFact) throws(Refusal) {
        guard ownershipKnobs.needsOnSite, !actor.role.isManagement, actor.role != .clock
        else { return }
        let isThere = customers.traces.values.contains { trace in
            trace.person == fact.person && trace.startedAt != nil
                && (trace.receptionist == fact.staff || trace.owner == fact.staff)
        }
        guard isThere else { throw .ownership(.noOnSiteEvidence) }
    }

    /// The caller of a call is known: the call is its answerer's (REC-56).
    mutating func linkCall(_ call: CallID, _ person: PersonID) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .consultant)
        guard let open = calls.open[call], let staff = open.answerer else {
            throw .unknownCall(call)
        }
        startCall(person, staff, contact: open.since)
    }

    /// The number of a visitor is entered: whoever the register names is told (REC-30).
    mutating func identify(_ visit: VisitID, _ person: PersonID) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .consultant)
        guard let trace = customers.entryTrace(visit) else { throw .unknownVisit(visit) }
        emit(.personLinked(visit, person))
        let holder = ownership.holder(of: person, on: at.day)
        if let holder, holder != trace.owner ?? trace.receptionist {
            because(.notified(holder))
        } else {
            because(.recorded)
        }
        if trace.logged { registerCustomer(of: visit) }
    }

    /// A visit in the register makes the customer somebody's, but not while somebody else may
    /// still claim them: then it waits for the end of the window or of the visit (REC-31).
    mutating func registerCustomer(of visit: VisitID, isLate: Bool = false) {
        guard !isLate, let trace = customers.traces[visit], let until = claimableUntil(trace),
            at.wholeSecond <= until
        else { return settleEntry(of: visit, isLate: isLate) }
        guard customers.entries[visit] == nil else { return }
        emit(.entryOpen(visit, until: until))
        because(.entryOpen(until: until))
    }

    /// How long somebody else with whom something holds may claim the customer of a visit.
    private func claimableUntil(_ trace: VisitTrace) -> Moment? {
        guard let person = trace.person, let started = trace.startedAt, !hasLeft(trace),
            trace.named == nil || trace.visitClass == .referral, trace.visitClass.makesCustomers,
            let staff = trace.owner ?? trace.receptionist
        else { return nil }
        let others = ownership.everybody(with: person).filter { $0 != staff }
        let someone = others.contains { other in
            let standing = ownership.standing(of: person, with: other, on: started.day)
            return standing.isOwned || standing.callUntil != nil || standing.isOwnResource
        }
        return someone ? claimEnd(started) : nil
    }

    /// The last moment of the longer window: afterwards nobody can claim (REC-31).
    func claimEnd(_ started: Moment) -> Moment {
        started.wholeSecond.adding(
            seconds: max(claimKnobs.windowSeconds, claimKnobs.discoverSeconds))
    }

    /// The customer is whose it is: the owner's when somebody stands in, still the holder's when
    /// another only helped, else the receptionist's.
    mutating func settleEntry(of visit: VisitID, isLate: Bool = false) {
        if customers.entries[visit] != nil { emit(.entrySettled(visit)) }
        guard let trace = customers.entryTrace(visit), let person = trace.person,
            let staff = trace.owner ?? trace.receptionist, trace.visitClass.makesCustomers,
            customers.proofs[visit] == nil
        else { return }
        let holder = ownership.holder(of: person, on: at.day)
        let isFirst = !isLate && comesFirst(person, trace.arrivedAt)
        if let holder, holder != staff, trace.visitClass != .forgotConsultant, !isFirst {
            return because(.stillHeldBy(holder))
        }
        let day = trace.arrivedAt.day
        if isLate {
            if holder == nil { startIncomplete(person, staff, on: day) }
            return
        }
        // Whoever left gets nothing any more; management gives the customer to somebody.
        if holder == staff, ownership.departed[staff] != nil {
            return because(.awaitsSomebody(last: staff))
        }
        if let holder, holder != staff { emit(.ended(person, holder, .released, on: at.day)) }
        startVisit(
            person, staff, on: day, basis: OwnershipBasis(trace.visitClass),
            introducer: trace.introducer ?? ownership.introduction(of: person)?.introducer,
            contact: trace.arrivedAt)
        if isFirst, holder != staff { because(.firstContact(staff)) }
    }

    /// A customer goes to somebody else; deals go along, clocks start anew.
    mutating func transfer(
        _ person: PersonID, to staff: StaffID, _ why: OwnershipStatus = .released
    ) {
        let bought = ownership.seller(to: person) != nil
        for holder in holders(of: person) where holder != staff {
            emit(.ended(person, holder, why, on: at.day))
        }
        if bought { closeDeal(person, staff, on: at.day) }
        startVisit(person, staff, on: at.day, cause: .assignment)
    }

    /// Everybody with whom something of a customer's holds that makes an owner.
    private func holders(of person: PersonID) -> [StaffID] {
        ownership.records(of: person).filter { $0.owns && $0.holds(on: at.day) }.map(\.staff)
    }

    /// Management gives a customer to somebody (REC-41, REC-44).
    mutating func handOver(_ person: PersonID, to staff: StaffID) throws(Refusal) {
        try allow()
        _ = try known(staff)
        because(.givenTo(staff))
        transfer(person, to: staff)
    }
}

extension VisitClass {
    /// Whether a visit of this class makes a customer of somebody.
    var makesCustomers: Bool {
        switch self {
        case .newFirst, .newUnregistered, .newExpired, .callNamed, .callUnnamed, .ownedReturning,
            .forgotConsultant, .referral, .ownResource, .relation, .staffReferral, .channel:
            true
        case .peer, .developerBusiness, .owner, .tourGroup, .dealFollowup: false
        }
    }
}

extension OwnershipBasis {
    /// What a customer rests on who came in a visit of this class.
    init(_ visitClass: VisitClass) {
        switch visitClass {
        case .referral: self = .referral
        case .channel: self = .channel
        case .staffReferral: self = .staffReferral
        default: self = .visit
        }
    }
}
