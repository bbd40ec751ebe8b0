/// The clocks of visits and calls (OWN-03 … OWN-07, OWN-39, OWN-42).
extension Deliberation {
    /// Makes a stretch begin or go on.
    mutating func stretch(_ fact: StretchFact) {
        emit(.stretched(fact))
        let kind: TieKind = fact.cause == .deal ? .deal : fact.basis == .call ? .call : .visit
        because(.tied(fact.staff, kind, until: fact.clock.lapse))
        tellWhoCameFirst(fact)
    }

    /// Of two who begin on one day the customer is whose that was entered first. That is never
    /// passed over in silence: a dispute is for management (OWN-01).
    private mutating func tellWhoCameFirst(_ fact: StretchFact) {
        guard fact.owns, let ruling = ownership.ruling(of: fact.person, on: fact.day),
            ruling.staff != fact.staff, ruling.clock.began == fact.clock.began,
            ruling.boughtOn == nil
        else { return }
        let since = ruling.clock.began
        because(.theirs(ruling.staff, since: since, until: ruling.until))
        because(.runnerUp(fact.staff, .sameDay, fact.clock.lapse))
    }

    /// How freshness is counted from a day on; nil: the site counts a term only (OWN-42).
    func freshness(of basis: OwnershipBasis, from day: BusinessDay) -> FreshnessRun? {
        guard ownershipKnobs.termMonths == nil else { return nil }
        let isCall = basis == .call
        let start = isCall && !ownershipKnobs.countsCallDay ? 1 : 0
        return FreshnessRun(
            from: day, days: (isCall ? claimKnobs.callDays : claimKnobs.visitDays) + start,
            remindAt: isCall ? ownershipKnobs.callReminders : ownershipKnobs.visitReminders,
            pauses: !isCall && ownershipKnobs.freshnessPhase == .salesPeriod)
    }

    /// The first day after the validity that begins on a day.
    func validity(of basis: OwnershipBasis, from day: BusinessDay) -> BusinessDay {
        if let months = ownershipKnobs.termMonths { return expiry(day, months) }
        if basis == .call { return day.lapse(afterDays: claimKnobs.callCapDays) }
        return expiry(day, claimKnobs.visitMonths)
            .adding(days: ownershipKnobs.validityIncludesDay ? 0 : 1)
    }

    /// month_expire.end_of_month_rule
    private func expiry(_ day: BusinessDay, _ months: Int) -> BusinessDay {
        let expiry = day.expire(afterMonths: months)
        guard ownershipKnobs.monthEnd == .lastDayOfMonth, expiry.civil.day == 1, day.civil.day != 1
        else { return expiry }
        return expiry.adding(days: -1)
    }

    func clock(of basis: OwnershipBasis, from day: BusinessDay) -> (TieClock, FreshnessRun?) {
        let run = freshness(of: basis, from: day)
        let valid = validity(of: basis, from: day)
        let fresh = run?.lapse(ownership.stops) ?? valid
        return (TieClock(began: day, freshUntil: fresh, validUntil: valid), run)
    }

    /// Under whose number a stretch that holds is kept, with the stretch.
    func running(
        _ person: PersonID, _ staff: StaffID, owns: Bool, on day: BusinessDay
    ) -> (PersonID, OwnershipRecord)? {
        for one in ownership.everybody(person) {
            if let record = ownership.dossiers[one]?.running(staff, owns: owns, on: day) {
                return (one, record)
            }
        }
        return nil
    }

    /// Received on the site and entered: both clocks start anew (visit.second_visit_resets); where
    /// the site counts a term, it goes on as it began.
    mutating func startVisit(
        _ person: PersonID, _ staff: StaffID, on day: BusinessDay,
        basis: OwnershipBasis = .visit, cause: StretchCause = .visit,
        introducer: PersonID? = nil, contact: Moment? = nil
    ) {
        var (clock, run) = clock(of: .visit, from: day)
        var fact = StretchFact(
            person: person, staff: staff, basis: basis, owns: true, clock: clock, run: run,
            cause: cause, day: day, introducer: introducer, contactAt: contact)
        if let (home, record) = running(person, staff, owns: true, on: day) {
            if record.boughtOn != nil { return remember(record) }
            clock.began = record.clock.began
            fact.person = home
            if ownershipKnobs.termMonths != nil, cause == .visit { return remember(record) }
            if !ownershipKnobs.secondVisitResets, cause == .visit {
                clock.validUntil = record.clock.validUntil
            }
            run = run ?? record.run
            fact.clock = clock
        }
        stretch(fact)
    }

    private mutating func remember(_ record: OwnershipRecord) {
        because(.tied(record.staff, record.boughtOn == nil ? .visit : .deal, until: record.until))
    }

    /// An answered call; another one while it holds is a follow-up and moves no cap
    /// (call.to_visit_reset_on_new_call). Where a call makes an owner, whoever helps the owner of a
    /// customer on the phone gets nothing by it (OWN-39).
    mutating func startCall(_ person: PersonID, _ staff: StaffID, contact: Moment) {
        let day = contact.day
        let owns = ownershipKnobs.callIsBasis
        if owns, let record = ownership.ruling(of: person, on: day) {
            guard record.staff != staff, comesFirst(person, contact) else {
                because(record.staff == staff ? .firstContact(staff) : .helpedOwner(record.staff))
                return
            }
            emit(.ended(person, record.staff, .released, on: day))
        }
        var (clock, run) = clock(of: .call, from: day)
        var fact = StretchFact(
            person: person, staff: staff, basis: .call, owns: owns, clock: clock, run: run,
            cause: .call, day: day, contactAt: contact)
        if let (home, record) = running(person, staff, owns: owns, on: day), record.basis == .call {
            fact.person = home
            clock.began = record.clock.began
            if !ownershipKnobs.newCallResets { clock.validUntil = record.clock.validUntil }
            run = run ?? record.run
            fact.clock = clock
        }
        stretch(fact)
        if owns { because(.firstContact(staff)) }
    }

    /// Whether a contact came before the one that made the customer somebody's the same day, where
    /// a call is a contact as well: the first counts, not who entered theirs first (OWN-39).
    func comesFirst(_ person: PersonID, _ contact: Moment) -> Bool {
        guard ownershipKnobs.callIsBasis else { return false }
        return ownership.ruling(of: person, on: contact.day)?.isLater(than: contact) ?? false
    }

    /// Bought: the stretch goes on without an end (OWN-15), and the case is to be told (OWN-56).
    mutating func closeDeal(_ person: PersonID, _ staff: StaffID, on day: BusinessDay) {
        guard ownershipKnobs.ownerNeverLapses else {
            return startVisit(person, staff, on: day)
        }
        var fact = StretchFact(
            person: person, staff: staff, basis: .visit, owns: true, clock: TieClock(since: day),
            cause: .deal, day: day)
        if let (home, record) = running(person, staff, owns: true, on: day) {
            fact.person = home
            fact.clock.began = record.clock.began
            fact.basis = record.basis
        }
        stretch(fact)
        guard let days = ownershipKnobs.caseDays, day.adding(days: days) > at.day else { return }
        emit(.caseExpected(person, staff, by: day.lapse(afterDays: days)))
    }

    /// A purchase undone counts as a visit on the site that day: both clocks start anew (OWN-20).
    mutating func cancelDeal(_ person: PersonID) throws(Refusal) {
        try allow(.clericalStaff)
        guard undoPurchase(person) else { throw .ownership(.nothingBought) }
    }

    /// Whether there was a purchase to undo (SAL-27).
    @discardableResult
    mutating func undoPurchase(_ person: PersonID) -> Bool {
        let home = ownership.everybody(person).first {
            ownership.dossiers[$0]?.records.contains { $0.boughtOn != nil && $0.ended == nil }
                ?? false
        }
        guard let home, let staff = ownership.seller(to: person) else { return false }
        emit(.cancelled(home, staff, on: at.day))
        because(.cancelled(staff))
        startVisit(home, staff, on: at.day, cause: .cancellation)
        return true
    }

    /// Entered after 24:00: kept as history, and of no effect (OWN-02).
    mutating func startIncomplete(_ person: PersonID, _ staff: StaffID, on day: BusinessDay) {
        startVisit(person, staff, on: day)
        emit(.ended(person, staff, .voidIncomplete, on: day))
        because(.incomplete(staff, .systemRecord))
    }
}

extension TieClock {
    /// A tie without an end.
    init(since day: BusinessDay) {
        let never = BusinessDay(number: Int(Int32.max))
        self.init(began: day, freshUntil: never, validUntil: never)
    }
}
