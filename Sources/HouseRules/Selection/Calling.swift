/// Groups, check-in and desks (SEL-03, SEL-04).
extension Deliberation {
    mutating func callGroup(_ id: ActivityID) throws(Refusal) {
        try allow(.clericalStaff, .frontDeskSecretary, .dutyOfficer)
        try running(id)
        let activity = try activity(id)
        guard activity.isOrdered else { throw .selection(.notDrawn) }
        let people = activity.nextGroup
        guard !people.isEmpty else { throw .selection(.nobodyLeft) }
        let until = at.adding(seconds: activity.terms.checkinMinutes * 60)
        emit(.called(id, people, until: until))
        because(.called(people, until: until))
    }

    mutating func checkIn(_ id: ActivityID, _ person: PersonID) throws(Refusal) {
        try allow(.clericalStaff, .frontDeskSecretary, .dutyOfficer, .consultant, .clock)
        let buyer = try buyer(person, id)
        try running(id)
        guard buyer.stage == .called else { throw .selection(.wrongStage(person, buyer.stage)) }
        let until = try chooseUntil(id, .checkedIn)
        emit(.checkedIn(id, person, chooseUntil: until, at: at))
        because(.present(person))
        if let until { because(.mayChoose(until: until)) }
    }

    mutating func seat(_ id: ActivityID, _ person: PersonID, _ desk: String) throws(Refusal) {
        try allow(.clericalStaff, .frontDeskSecretary, .dutyOfficer, .consultant)
        let buyer = try buyer(person, id)
        try running(id)
        guard buyer.stage == .present, buyer.units.isEmpty else {
            throw .selection(.wrongStage(person, buyer.stage))
        }
        let until = try chooseUntil(id, .seated)
        emit(.seated(id, person, desk: desk, until: until, at: at))
        because(.mayChoose(until: until))
    }

    /// The end of the time to choose, if it starts with this step.
    private func chooseUntil(_ id: ActivityID, _ start: ChooseStart) throws(Refusal) -> Moment? {
        let terms = try activity(id).terms
        return terms.chooseStart == start ? at.adding(seconds: terms.chooseMinutes * 60) : nil
    }

    /// What ran out in an activity; nothing of what stands still (SEL-03 … SEL-05, SEL-09).
    mutating func settleActivity(_ id: ActivityID) {
        for kind in ClockKind.allCases {
            while let number = selection.activities[id]?.dueClock(kind, at) {
                guard let clock = selection.activities[id]?.clocks.running[number] else { break }
                runOut(id, clock)
            }
        }
    }

    private mutating func runOut(_ id: ActivityID, _ clock: Clocks.Clock) {
        switch clock.kind {
        case .checkin: miss(id, clock.person)
        case .choose:
            emit(.timedOut(id, clock.person, at: at))
            because(.timedOut(clock.person))
        case .payment: clock.unit.map { release(id, $0, .unpaid) }
        }
    }

    private mutating func miss(_ id: ActivityID, _ person: PersonID) {
        let isOut = selection.activities[id]?.isOut(afterMissing: person) ?? true
        emit(.missed(id, person, isOut: isOut, at: at))
        because(isOut ? .out(person) : .toTheEnd(person))
    }

    /// Free again, and what is bound to it as well (SEL-04, SEL-05, SEL-07).
    mutating func release(_ id: ActivityID, _ unit: UnitID, _ cause: ReleaseCause) {
        let others = selection.bound[unit] ?? []
        free(id, unit, cause)
        releaseAll(others)
    }

    /// What goes with a unit that its buyer gives back (SEL-07).
    mutating func releaseBound(to unit: UnitID) { releaseAll(selection.bound[unit] ?? []) }

    private mutating func releaseAll(_ units: [UnitID]) {
        for unit in units {
            guard let id = sales.occupant(of: unit)?.activity else { continue }
            free(id, unit, .boundCancelled)
        }
    }

    private mutating func free(_ id: ActivityID, _ unit: UnitID, _ cause: ReleaseCause) {
        let holding = sales.occupant(of: unit)
        emit(.released(id, unit, cause, at: at))
        because(.released(unit, cause))
        if let order = holding?.order.flatMap({ sales.orders[$0] }) {
            void(order, cause.voids)
            oweRefund(order, order.collected, .voided, isReceipted: true)
        }
        if sales.units[unit]?.status.next.contains(.available) == false {
            move(unit, to: .cancelling, in: id, holding: holding)
        }
        move(unit, to: .available, in: id)
    }

    /// What ran out in any activity.
    mutating func settleSelection() {
        for id in selection.activities.keys.sorted() { settleActivity(id) }
    }
}

/// Whether something about an activity falls due by itself.
func isSelectionDue(_ selection: Selection, _ at: Moment) -> Bool {
    selection.activities.values.contains { activity in
        ClockKind.allCases.contains { activity.dueClock($0, at) != nil }
    }
}

extension ReleaseCause {
    /// What it makes of an order.
    fileprivate var voids: VoidCause {
        switch self {
        case .unpaid: .unpaid
        case .givenUp: .givenUp
        case .cancelled, .boundCancelled: .cancelled
        }
    }
}

extension Activity {
    /// Who is called next; those who left the roster are stepped over.
    public var nextGroup: [PersonID] {
        var people: [PersonID] = []
        for person in queue[calledCount...] where people.count < terms.groupSize {
            if buyers[person]?.stage == .waiting { people.append(person) }
        }
        return people
    }

    /// The earliest deadline of a kind, once it is over.
    func dueClock(_ kind: ClockKind, _ at: Moment) -> Int? {
        clocks.first(kind).flatMap { isOver($0, at) ? $0 : nil }
    }

    /// Whether a deadline is over; never while it stands still (SEL-09).
    func isOver(_ number: Int, _ at: Moment) -> Bool {
        guard let clock = clocks.running[number] else { return false }
        let standsStill = pausedAt != nil && terms.freezes.contains(clock.kind)
        return !standsStill && at.wholeSecond > clock.until.wholeSecond
    }

    /// Whether missing once more is one time too many (SEL-03).
    func isOut(afterMissing person: PersonID) -> Bool {
        terms.missPolicy == .giveUp || (buyers[person]?.misses ?? 0) >= 1
    }
}
