/// The register behind the seam: clocks of visits and calls (REC-27).
extension Deliberation {
    /// A line of the register; entries of another day are kept and move nothing.
    mutating func note(_ fact: CustomerFact) throws(Refusal) {
        try allow(.clock, .frontDeskSecretary, .dutyOfficer, .consultant)
        _ = try known(fact.staff)
        if fact.entered != nil { try allow(.clock) }
        guard fact.occurred.wholeSecond <= at.wholeSecond else { throw .inTheFuture(fact.occurred) }
        let entered = (fact.entered ?? at).day
        if claimKnobs.sameDayEntry, entered != (fact.ended ?? fact.occurred).day {
            return void(fact)
        }
        let day = fact.occurred.day
        switch fact.kind {
        case .visit: startVisit(fact.person, fact.staff, on: day)
        case .call, .fair: startCall(fact.person, fact.staff, on: day)
        case .touch: touch(fact, on: day)
        case .unreached: void(fact)
        case .deal: tie(fact.person, fact.staff, .deal, TieClock(since: day))
        case .ownResource: tie(fact.person, fact.staff, .ownResource, TieClock(since: day))
        case .introduction: tie(fact.person, fact.staff, .introduction, TieClock(since: day))
        }
    }

    private mutating func void(_ fact: CustomerFact) {
        emit(.touchNoted(fact))
        because(.touchVoid(fact.staff))
    }

    /// Received on the site and entered: both clocks start anew.
    mutating func startVisit(_ person: PersonID, _ staff: StaffID, on day: BusinessDay) {
        tie(
            person, staff, .visit,
            TieClock(
                began: day, freshUntil: day.lapse(afterDays: claimKnobs.visitDays),
                validUntil: day.expire(afterMonths: claimKnobs.visitMonths)))
    }

    /// An answered call; another one while it holds is a follow-up and moves no cap.
    mutating func startCall(_ person: PersonID, _ staff: StaffID, on day: BusinessDay) {
        let before = customers.ties[person]?.first { $0.staff == staff }?.call
        let began = before.flatMap { $0.holds(on: day) ? $0 : nil }
        tie(
            person, staff, .call,
            TieClock(
                began: began?.began ?? day, freshUntil: day.lapse(afterDays: claimKnobs.callDays),
                validUntil: began?.validUntil ?? day.lapse(afterDays: claimKnobs.callCapDays)))
    }

    /// Reached in time: fresh again from that day; too late revives nothing.
    private mutating func touch(_ fact: CustomerFact, on day: BusinessDay) {
        guard let ties = customers.ties[fact.person]?.first(where: { $0.staff == fact.staff })
        else { return void(fact) }
        var moved = false
        if var visit = ties.visit, visit.holds(on: day) {
            visit.freshUntil = day.lapse(afterDays: claimKnobs.visitDays)
            tie(fact.person, fact.staff, .visit, visit)
            moved = true
        }
        if var call = ties.call, call.holds(on: day) {
            call.freshUntil = day.lapse(afterDays: claimKnobs.callDays)
            tie(fact.person, fact.staff, .call, call)
            moved = true
        }
        guard !moved else { return }
        emit(.touchNoted(fact))
        if let lapse = [ties.visit?.lapse, ties.call?.lapse].compactMap({ $0 }).max() {
            because(.touchAfterLapse(fact.staff, lapsedOn: lapse))
        } else {
            because(.touchVoid(fact.staff))
        }
    }

    private mutating func tie(
        _ person: PersonID, _ staff: StaffID, _ kind: TieKind, _ clock: TieClock
    ) {
        emit(.tied(TieFact(person: person, staff: staff, kind: kind, clock: clock)))
        because(.tied(staff, kind, until: clock.lapse))
    }

    /// The caller of a call is known: the call is its answerer's (REC-56).
    mutating func linkCall(_ call: CallID, _ person: PersonID) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .consultant)
        guard let open = calls.open[call], let staff = open.answerer else {
            throw .unknownCall(call)
        }
        startCall(person, staff, on: open.since.day)
    }

    /// The number of a visitor is entered: whoever the register names is told (REC-30).
    mutating func identify(_ visit: VisitID, _ person: PersonID) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .consultant)
        let trace = try traced(visit)
        emit(.personLinked(visit, person))
        let holder = customers.holder(of: person, on: at.day)
        if let holder, holder != trace.owner ?? trace.receptionist {
            because(.notified(holder))
        } else {
            because(.recorded)
        }
        if trace.logged { registerCustomer(of: visit) }
    }

    /// A visit in the register makes the customer somebody's, but not while somebody else may
    /// still claim them: then it waits for the end of the window or of the visit (REC-31).
    mutating func registerCustomer(of visit: VisitID) {
        guard let trace = customers.traces[visit], let until = claimableUntil(trace),
            at.wholeSecond <= until
        else { return settleEntry(of: visit) }
        guard customers.entries[visit] == nil else { return }
        emit(.entryOpen(visit, until: until))
        because(.entryOpen(until: until))
    }

    /// How long somebody else with whom something holds may claim the customer of a visit.
    private func claimableUntil(_ trace: VisitTrace) -> Moment? {
        guard let person = trace.person, let started = trace.startedAt, trace.finishedAt == nil,
            trace.named == nil || trace.visitClass == .referral, trace.visitClass.makesCustomers,
            let staff = trace.owner ?? trace.receptionist
        else { return nil }
        let others = (customers.ties[person] ?? []).map(\.staff).filter { $0 != staff }
        let someone = others.contains { other in
            let standing = standing(of: person, with: other)
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
    mutating func settleEntry(of visit: VisitID) {
        if customers.entries[visit] != nil { emit(.entrySettled(visit)) }
        guard let trace = customers.traces[visit], let person = trace.person,
            let staff = trace.owner ?? trace.receptionist, trace.visitClass.makesCustomers,
            customers.proofs[visit] == nil
        else { return }
        let holder = customers.holder(of: person, on: at.day)
        if let holder, holder != staff, trace.visitClass != .forgotConsultant {
            return because(.stillHeldBy(holder))
        }
        if let holder, holder != staff { emit(.released(person, holder)) }
        startVisit(person, staff, on: trace.arrivedAt.day)
    }

    /// A customer goes to somebody else; deals go along, clocks start anew.
    mutating func transfer(_ person: PersonID, to staff: StaffID) {
        let holder = customers.holder(of: person, on: at.day)
        let bought = holder.map { standing(of: person, with: $0).hasBought } ?? false
        if let holder, holder != staff { emit(.released(person, holder)) }
        if bought { tie(person, staff, .deal, TieClock(since: at.day)) }
        startVisit(person, staff, on: at.day)
    }

    /// Management gives a customer to somebody (REC-41, REC-44).
    mutating func handOver(_ person: PersonID, to staff: StaffID) throws(Refusal) {
        try allow()
        _ = try known(staff)
        because(.givenTo(staff))
        transfer(person, to: staff)
    }
}

extension TieClock {
    /// A tie without an end.
    init(since day: BusinessDay) {
        let never = BusinessDay(number: Int(Int32.max))
        self.init(began: day, freshUntil: never, validUntil: never)
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
