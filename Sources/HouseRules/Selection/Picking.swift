/// Picks, orders and payments (SEL-04, SEL-05, SEL-07); each costs the same however long the list
/// is.
extension Deliberation {
    mutating func pick(_ id: ActivityID, _ person: PersonID, _ unit: UnitID) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .dutyOfficer, .frontDeskSecretary, .clock)
        let buyer = try buyer(person, id)
        try running(id)
        guard selection.activities[id]?.units[unit] != nil else {
            throw .selection(.unitNotListed(unit))
        }
        try mayChoose(id, person, buyer)
        freeLapsed(unit, in: id)
        if buyer.units.contains(unit), selection.occupancy.holder(of: unit) == person {
            return because(.alreadyYours(unit))
        }
        let former = try former(id, person)
        if let taken = selection.occupancy.holds[unit] {
            let nearest = selection.activities[id]?.nearest(to: unit) ?? []
            throw .selection(.unitTaken(unit, since: taken.since, nearest: nearest))
        }
        try meetsPrerequisite(id, person)
        let until = onlineUntil(id)
        emit(.picked(id, Pick(person: person, unit: unit, former: former, until: until, at: at)))
        because(.taken(unit, until: until))
        if let former { because(.exchanged(former, for: unit)) }
    }

    /// A hold that ran out is free at its very second, whatever the clock has written down.
    private mutating func freeLapsed(_ unit: UnitID, in id: ActivityID) {
        guard let number = selection.activities[id]?.payments[unit],
            let isOver = selection.activities[id]?.isOver(number, at), isOver
        else { return }
        release(id, unit, .unpaid)
    }

    /// Ready, open, and the buyer is where one may choose.
    private func mayChoose(
        _ id: ActivityID, _ person: PersonID, _ buyer: Buyer
    ) throws(Refusal) {
        guard selection.activities[id]?.approvedAt != nil else {
            throw .selection(.approverRequired)
        }
        guard let opensAt = selection.activities[id]?.opensAt,
            let kind = selection.activities[id]?.kind
        else { return }
        if kind == .onlineOpening {
            let seconds = at.secondsUntil(opensAt)
            guard at >= opensAt else { throw .selection(.notOpen(seconds: seconds)) }
            return
        }
        if actor.role == .clock, selection.activities[id]?.terms.confirm == .buyerAndOfficer {
            throw .selection(.officerRequired)
        }
        guard buyer.stage == .seated || buyer.stage == .chosen else {
            throw .selection(.wrongStage(person, buyer.stage))
        }
    }

    /// What goes back for it: with one unit to have, the one they have, as long as that may be
    /// changed; online nothing does.
    private func former(_ id: ActivityID, _ person: PersonID) throws(Refusal) -> UnitID? {
        guard let units = selection.activities[id]?.buyers[person]?.units,
            let last = units.last, let limit = selection.activities[id]?.limit
        else { return nil }
        let isOnline = selection.activities[id]?.kind == .onlineOpening
        if isOnline {
            let holds = selection.occupancy.holds
            let open = units.first { (holds[$0]?.status ?? .held) < .subscribed }
            if let open { throw .selection(.alreadyHolds(open)) }
            if units.count >= limit { throw .selection(.alreadyHolds(last)) }
            return nil
        }
        if units.count < limit { return nil }
        let status = selection.occupancy.holds[last]?.status ?? .held
        switch selection.activities[id]?.terms.changeUntil {
        case .orderSigned where status == .held: return last
        case .paid where status < .subscribed: return last
        case .orderSigned, .paid: throw .selection(.changeClosed(last))
        case nil: throw .selection(.alreadyHolds(last))
        }
    }

    private func meetsPrerequisite(_ id: ActivityID, _ person: PersonID) throws(Refusal) {
        guard selection.activities[id]?.kind == .allotment,
            let step = selection.activities[id]?.terms.prerequisite
        else { return }
        guard selection.occupancy.has(person, step, apartFrom: id) else {
            throw .selection(.prerequisiteNotMet(step))
        }
    }

    private func onlineUntil(_ id: ActivityID) -> Moment? {
        guard selection.activities[id]?.kind == .onlineOpening,
            let terms = selection.activities[id]?.terms,
            let opensAt = selection.activities[id]?.opensAt
        else { return nil }
        let from = terms.onlineStart == .held ? at : opensAt
        return from.adding(seconds: terms.onlineMinutes * 60)
    }

    /// The order is signed by both; whoever confirmed it once more was named for that (SEL-04).
    mutating func order(
        _ id: ActivityID, _ unit: UnitID, _ reviewer: StaffID
    ) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .clock)
        try running(id)
        guard let hold = selection.occupancy.holds[unit], hold.activity == id,
            hold.status == .held
        else { throw .selection(.notHeld(unit)) }
        let terms = try activity(id).terms
        let isManager = actor.role == .salesManager && reviewer == actor.staff
        let isNamed = selection.activities[id]?.staff[.review]?.contains(reviewer) ?? false
        guard isManager || (isNamed && terms.reconfirmBy == .authorized) else {
            throw .selection(.reviewerNotAuthorized(reviewer))
        }
        sign(id, unit, reviewer, terms)
    }

    private mutating func sign(
        _ id: ActivityID, _ unit: UnitID, _ reviewer: StaffID, _ terms: SelectionPolicy
    ) {
        let isOnline = selection.activities[id]?.kind == .onlineOpening
        let until = isOnline
            ? nil : terms.paymentMinutes.map { at.adding(seconds: $0 * 60) }
        emit(.ordered(id, unit, reviewer: reviewer, until: until, at: at))
        because(.ordered(unit, until: until))
    }

    /// The money has arrived with finance; also while everything stands still (SEL-09).
    mutating func pay(_ id: ActivityID, _ unit: UnitID) throws(Refusal) {
        try allow(.clericalStaff)
        guard let kind = selection.activities[id]?.kind else {
            throw .selection(.unknownActivity(id))
        }
        freeLapsed(unit, in: id)
        guard let hold = selection.occupancy.holds[unit], hold.activity == id,
            hold.status == .orderedUnpaid || (hold.status == .held && kind == .onlineOpening)
        else { throw .selection(.notHeld(unit)) }
        emit(.paid(id, unit, at: at))
        because(.paid(unit))
    }

    mutating func giveBack(_ id: ActivityID, _ unit: UnitID) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .clock)
        guard selection.activities[id] != nil else { throw .selection(.unknownActivity(id)) }
        guard let hold = selection.occupancy.holds[unit], hold.activity == id,
            hold.status < .subscribed
        else { throw .selection(.notHeld(unit)) }
        release(id, unit, .givenUp)
    }
}

extension Moment {
    /// Seconds that are left until a later moment, begun ones counted.
    fileprivate func secondsUntil(_ later: Moment) -> Int {
        Int((later.milliseconds - milliseconds + 999) / 1000)
    }
}
