/// What the entry of a void visit made of a customer, and what holds in its place (REC-15).
public struct StruckEntry: Codable, Hashable, Sendable {
    /// Under whose number the stretch is kept.
    public var person: PersonID
    /// Whose stretch it is.
    public var staff: StaffID
    /// The day on which it began.
    public var began: BusinessDay
    /// The day of the visit.
    public var day: BusinessDay
    /// The clock that goes on; nil: the stretch began with the visit and never held.
    public var back: ClockBefore?
    /// Who lost the customer by the visit and has them again.
    public var reopened: StaffID?
}

/// A clock as it was before a visit moved it.
public struct ClockBefore: Codable, Hashable, Sendable {
    /// The day of the visit.
    public var day: BusinessDay
    /// Both clocks.
    public var clock: TieClock
    /// How freshness was counted; nil: it was not.
    public var run: FreshnessRun?
}

/// The pool as it knew a customer before a visit made them somebody's.
struct LeftPool: Codable, Hashable, Sendable {
    /// The day of the visit.
    var day: BusinessDay
    /// What the pool knew.
    var entry: PoolEntry
}

extension Deliberation {
    /// The entry of a void visit makes nobody an owner, and moves no clock.
    ///
    /// Another entry of the same day with the same consultant stands on its own.
    mutating func strikeEntry(of trace: VisitTrace) {
        guard trace.visitClass.makesCustomers, let person = trace.person,
            let staff = trace.owner ?? trace.receptionist, !hasOtherEntry(person, staff, trace),
            let (home, record) = running(person, staff, owns: true, on: at.day),
            record.boughtOn == nil
        else { return }
        let day = trace.arrivedAt.day
        var entry = StruckEntry(person: home, staff: staff, began: record.clock.began, day: day)
        if let before = record.beforeVisit, before.day == day {
            entry.back = before
        } else if record.begunBy == .visit, record.clock.began == day {
            entry.reopened = loser(of: person, to: staff, by: trace)
        } else {
            return
        }
        emit(.entryStruck(entry))
        because(.entryStruck(staff, until: entry.back?.clock.lapse))
        if let ruling = ownership.ruling(of: person, on: at.day), entry.reopened != nil {
            because(.theirs(ruling.staff, since: ruling.clock.began, until: ruling.until))
        }
    }

    private func hasOtherEntry(
        _ person: PersonID, _ staff: StaffID, _ trace: VisitTrace
    ) -> Bool {
        customers.traces.values.contains { other in
            other.logged && other.visitClass.makesCustomers && other.person == person
                && (other.owner ?? other.receptionist) == staff
                && other.arrivedAt.day == trace.arrivedAt.day
        }
    }

    /// A customer who had forgotten the name left somebody by this entry (OWN-23).
    private func loser(of person: PersonID, to staff: StaffID, by trace: VisitTrace) -> StaffID? {
        guard trace.visitClass == .forgotConsultant else { return nil }
        return ownership.records(of: person).last {
            $0.staff != staff && $0.owns && $0.ended == .released && $0.endedOn == at.day
        }?.staff
    }
}

extension Ownership {
    /// A customer who is somebody's leaves the pool; a visit may turn out void.
    mutating func leavePool(_ fact: StretchFact) {
        for one in everybody(fact.person) {
            guard let entry = pool.removeValue(forKey: one), fact.cause == .visit else { continue }
            dossiers[fact.person]?.leftPool = LeftPool(day: fact.day, entry: entry)
        }
    }

    mutating func strike(_ entry: StruckEntry) {
        let isMeant = { (record: OwnershipRecord) in
            record.staff == entry.staff && record.owns && record.ended == nil
                && record.clock.began == entry.began
        }
        if let before = entry.back {
            let index = dossiers[entry.person]?.records.lastIndex(where: isMeant)
            if let index { dossiers[entry.person]?.records[index].goBack(to: before, stops) }
        } else {
            dossiers[entry.person]?.records.removeAll(where: isMeant)
            if let left = dossiers[entry.person]?.leftPool, left.day == entry.day {
                pool[entry.person] = left.entry
                dossiers[entry.person]?.leftPool = nil
            }
        }
        watch(entry.person)
        guard let holder = entry.reopened else { return }
        for one in everybody(entry.person) { reopen(one, holder, on: entry.day) }
    }

    private mutating func reopen(_ person: PersonID, _ staff: StaffID, on day: BusinessDay) {
        guard var records = dossiers[person]?.records else { return }
        for index in records.indices
        where records[index].staff == staff && records[index].ended == .released
            && records[index].endedOn == day
        {
            records[index].ended = nil
            records[index].endedOn = nil
        }
        dossiers[person]?.records = records
        watch(person)
    }
}
