/// Picks, orders and payments (SEL-04, SEL-05, SEL-07); each costs the same however long the list
/// is.
extension Deliberation {
    mutating func pick(_ id: ActivityID, _ person: PersonID, _ unit: UnitID) throws(Refusal) {
        try mayPick(id, person, unit)
        freeLapsed(unit, in: id)
        if isTheirs(unit, person, in: id) { return because(.alreadyYours(unit)) }
        let former = try free(unit, for: person, in: id)
        try meetsPrerequisite(id, person)
        take(Pick(person: person, unit: unit, former: former, until: onlineUntil(id), at: at), id)
    }

    /// A pick that changes nothing, as far as that can be said: what it is refused for, or that the
    /// unit is theirs already.
    mutating func pickIdly(
        _ id: ActivityID, _ person: PersonID, _ unit: UnitID
    ) throws(Refusal) -> Outcome? {
        try mayPick(id, person, unit)
        guard isTheirs(unit, person, in: id) else {
            _ = try free(unit, for: person, in: id)
            return nil
        }
        because(.alreadyYours(unit))
        return .done
    }

    private func mayPick(
        _ id: ActivityID, _ person: PersonID, _ unit: UnitID
    ) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .dutyOfficer, .frontDeskSecretary, .clock)
        let buyer = try buyer(person, id)
        try running(id)
        guard selection.activities[id]?.units[unit] != nil else {
            throw .selection(.unitNotListed(unit))
        }
        try mayChoose(id, person, buyer)
    }

    private func isTheirs(_ unit: UnitID, _ person: PersonID, in id: ActivityID) -> Bool {
        sales.occupant(of: unit)?.person == person
            && selection.activities[id]?.buyers[person]?.units.contains(unit) ?? false
    }

    /// Refuses what is taken; else tells what goes back for it.
    private func free(
        _ unit: UnitID, for person: PersonID, in id: ActivityID
    ) throws(Refusal) -> UnitID? {
        let former = try former(id, person)
        guard sales.units[unit]?.status == .available else {
            let nearest = selection.activities[id]?.nearest(to: unit) ?? []
            let since = sales.occupant(of: unit)?.since
            throw .selection(.unitTaken(unit, since: since, nearest: nearest))
        }
        return former
    }

    /// First the one goes back and then the other is taken, in one step (SEL-04).
    private mutating func take(_ pick: Pick, _ id: ActivityID) {
        emit(.picked(id, pick))
        because(.taken(pick.unit, until: pick.until))
        if let former = pick.former {
            because(.exchanged(former, for: pick.unit))
            if let holding = sales.occupant(of: former) { dropUnsigned(of: former, holding) }
            move(former, to: .available, in: id)
        }
        let holding = Holding(pick.person, actor.staff, since: at, activity: id)
        move(pick.unit, to: .held, in: id, holding: holding)
        sendBack(pick.unit)
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
            let open = units.first { (sales.units[$0]?.pickStatus ?? .held) < .subscribed }
            if let open { throw .selection(.alreadyHolds(open)) }
            if units.count >= limit { throw .selection(.alreadyHolds(last)) }
            return nil
        }
        if units.count < limit { return nil }
        let status = sales.units[last]?.pickStatus ?? .held
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
        let isMet = sales.units(of: person).contains { unit in
            guard selection.listing[unit] != id, let home = sales.units[unit],
                home.status != .cancelling
            else { return false }
            return home.pickStatus.map { $0 >= step } ?? false
        }
        guard isMet else { throw .selection(.prerequisiteNotMet(step)) }
    }

    private func onlineUntil(_ id: ActivityID) -> Moment? {
        guard selection.activities[id]?.kind == .onlineOpening,
            let terms = selection.activities[id]?.terms,
            let opensAt = selection.activities[id]?.opensAt
        else { return nil }
        let fromOpening = opensAt.adding(seconds: terms.onlineMinutes * 60)
        // Once that time is over, whoever still finds a unit has as long from then on.
        let isOver = at.wholeSecond > fromOpening.wholeSecond
        return terms.onlineStart == .opened && !isOver
            ? fromOpening : at.adding(seconds: terms.onlineMinutes * 60)
    }

    /// The order is signed by both; whoever confirmed it once more was named for that (SEL-04).
    mutating func order(
        _ id: ActivityID, _ unit: UnitID, _ reviewer: StaffID
    ) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .clock)
        try running(id)
        let (holding, status) = try chosen(unit, in: id)
        guard status == .held else { throw .selection(.notHeld(unit)) }
        try refuseWritten(holding)
        try requireReviewer(reviewer, id)
        signChosen(unit, in: id, reviewer, holding)
    }

    /// Who has a unit of the activity, and how far it is.
    private func chosen(
        _ unit: UnitID, in id: ActivityID
    ) throws(Refusal) -> (Holding, PickStatus) {
        guard let known = sales.units[unit], let holding = known.holding, holding.activity == id,
            let status = known.pickStatus
        else { throw .selection(.notHeld(unit)) }
        return (holding, status)
    }

    /// Once there is an order form, its own steps and receipts carry it on (SAL-10, SAL-14).
    func refuseWritten(_ holding: Holding) throws(Refusal) {
        if let order = holding.order.flatMap({ sales.orders[$0] }) {
            throw .sales(.wrongStep(order.order, order.stage))
        }
    }

    /// The money has arrived with finance; also while everything stands still (SEL-09).
    mutating func pay(_ id: ActivityID, _ unit: UnitID) throws(Refusal) {
        try allow(.clericalStaff)
        guard let kind = selection.activities[id]?.kind else {
            throw .selection(.unknownActivity(id))
        }
        freeLapsed(unit, in: id)
        let (holding, status) = try chosen(unit, in: id)
        guard status == .orderedUnpaid || (status == .held && kind == .onlineOpening)
        else { throw .selection(.notHeld(unit)) }
        try refuseWritten(holding)
        emit(.paid(id, unit, at: at))
        because(.paid(unit))
        var paid = holding
        paid.until = nil
        move(unit, to: .orderedUnpaid, in: id, holding: holding)
        move(unit, to: .subscribed, in: id, holding: paid)
    }

    mutating func giveBack(_ id: ActivityID, _ unit: UnitID) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .clock)
        guard selection.activities[id] != nil else { throw .selection(.unknownActivity(id)) }
        guard try chosen(unit, in: id).1 < .subscribed else { throw .selection(.notHeld(unit)) }
        release(id, unit, .givenUp)
    }
}

extension Moment {
    /// Seconds that are left until a later moment, begun ones counted.
    fileprivate func secondsUntil(_ later: Moment) -> Int {
        Int((later.milliseconds - milliseconds + 999) / 1000)
    }
}
