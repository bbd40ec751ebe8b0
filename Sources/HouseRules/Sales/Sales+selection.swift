/// Units of selection days: who has one is known here and nowhere else (SAL-01, SEL-04).
extension Sales {
    /// A unit of an activity that no price list names is a unit all the same, with no price.
    mutating func follow(_ event: SelectionEvent) {
        guard case .planned(let plan, _, _) = event else { return }
        for unit in plan.units where units[unit.unit] == nil {
            let row = PriceRow(
                unit.unit, building: "\(unit.building)", floor: unit.floor, layout: unit.layout,
                area: 0, unitPrice: Money(fen: 0))
            units[unit.unit] = SalesUnit(row: row, version: "")
        }
    }

    /// One buyer less, another one more.
    mutating func pass(_ unit: UnitID, from former: PersonID?, to next: PersonID?) {
        guard former != next else { return }
        if let former {
            had[former]?.removeAll { $0 == unit }
            if had[former]?.isEmpty ?? false { had[former] = nil }
        }
        if let next { had[next, default: []].append(unit) }
    }
}

/// A unit that somebody has, in the words of selection days.
public struct Hold: Codable, Hashable, Sendable {
    /// Whose.
    public var person: PersonID
    /// In which activity it was taken; nil: outside.
    public var activity: ActivityID?
    /// How far it is.
    public var status: PickStatus
    /// Since when.
    public var since: Moment
}

extension Sales {
    /// Who has a unit, how far it is and since when; nil: nobody.
    public func hold(of unit: UnitID) -> Hold? {
        guard let known = units[unit], let holding = known.holding,
            let status = known.pickStatus
        else { return nil }
        return Hold(
            person: holding.person, activity: holding.activity, status: status,
            since: holding.since)
    }
}

extension SalesUnit {
    /// How far it is in the words of selection days; nil: nobody has it.
    public var pickStatus: PickStatus? {
        switch status {
        case .unreleased, .reserved, .available: nil
        case .held: .held
        case .orderedUnpaid: .orderedUnpaid
        case .subscribed, .cancelling: .subscribed
        case .contracted, .filed, .delivered: .contracted
        }
    }

    /// Chosen and paid in an activity; the order is still to be written (SEL-05).
    var awaitsOrder: Bool {
        status == .subscribed && holding?.activity != nil && holding?.order == nil
    }
}

extension Deliberation {
    /// What an activity keeps to itself is nobody else's, even while nobody has it (SEL-01).
    func requireUnlisted(_ unit: UnitID) throws(Refusal) {
        guard selection.keeper(of: unit) == nil else {
            throw .selection(.unitTaken(unit, since: nil, nearest: []))
        }
    }

    /// Who confirms an order of an activity: whom the manager named for it, or they themselves
    /// (SEL-04).
    func requireReviewer(_ staff: StaffID, _ id: ActivityID) throws(Refusal) {
        guard let activity = selection.activities[id] else { return }
        let isManager = actor.role == .salesManager && staff == actor.staff
        let isNamed = activity.staff[.review]?.contains(staff) ?? false
        guard isManager || (isNamed && activity.terms.reconfirmBy == .authorized) else {
            throw .selection(.reviewerNotAuthorized(staff))
        }
    }

    /// The last moment to pay that an activity sets for a unit; nil: none does.
    func selectionClock(of unit: UnitID) -> Moment? {
        selection.listing[unit].flatMap { selection.activities[$0]?.payUntil(unit) }
    }

    /// A step of a unit in an activity; everybody hears of it as of any other (SAL-03, SEL-04).
    mutating func move(
        _ unit: UnitID, to status: UnitStatus, in activity: ActivityID, holding: Holding? = nil
    ) {
        guard let from = sales.units[unit]?.status, from.next.contains(status) else { return }
        emit(
            .moved(
                UnitMove(
                    unit: unit, from: from, to: status, by: actor.staff, cause: .event,
                    document: activity.rawValue, at: at, holding: holding)))
    }

    /// The order of a chosen unit is signed: the clock of the activity runs, or where it has none
    /// that of sales (SEL-04, SEL-05).
    mutating func signChosen(
        _ unit: UnitID, in id: ActivityID, _ reviewer: StaffID, _ asked: Holding
    ) {
        var holding = asked
        let isOnline = selection.activities[id]?.kind == .onlineOpening
        let minutes = selection.activities[id]?.terms.paymentMinutes
        let until = isOnline ? nil : minutes.map { at.adding(seconds: $0 * 60) }
        if minutes != nil || isOnline { holding.until = nil }
        emit(.ordered(id, unit, reviewer: reviewer, until: until, at: at))
        because(.ordered(unit, until: until))
        move(unit, to: .orderedUnpaid, in: id, holding: holding)
    }
}
