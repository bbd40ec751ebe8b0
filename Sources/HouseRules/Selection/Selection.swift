/// Activities in progress; who has which unit is known by ``Sales``. Never reads a policy.
public struct Selection: Codable, Hashable, Sendable {
    /// Activities that are not closed.
    public internal(set) var activities: [ActivityID: Activity] = [:]
    /// By which open activity a unit is listed.
    public internal(set) var listing: [UnitID: ActivityID] = [:]
    /// The order of closed activities, for those that follow.
    public internal(set) var orders: [ActivityID: [RosterEntry]] = [:]
    /// What goes back with a unit (SEL-07).
    public internal(set) var bound: [UnitID: [UnitID]] = [:]

    /// Nothing.
    public init() {}

    /// The activity that keeps a unit to itself; nil: none (SEL-01, SEL-04).
    public func keeper(of unit: UnitID) -> ActivityID? {
        listing[unit].flatMap { activities[$0]?.terms.exclusive ?? false ? $0 : nil }
    }

    /// Whether a unit of an open activity is not to be had any more: what may be answered without
    /// writing (SEL-05).
    public func isTaken(_ unit: UnitID) -> Bool {
        listing[unit].flatMap { activities[$0]?.isFree(unit) } == false
    }

    /// The order of an activity, open or closed, the first first; nil: there is none yet.
    func order(of activity: ActivityID) -> [RosterEntry]? {
        if let closed = orders[activity] { return closed }
        guard let open = activities[activity], open.isOrdered else { return nil }
        return open.inOrder
    }

    /// Makes one fact true.
    mutating func apply(_ event: SelectionEvent, _ sales: Sales) {
        switch event {
        case .planned(let plan, let terms, _):
            activities[plan.activity] = Activity(plan, terms)
            for unit in plan.units { listing[unit.unit] = plan.activity }
        case .entered(let id, let entries): activities[id]?.enter(entries)
        case .locked(let id, let hash, _): activities[id]?.rosterHash = hash
        case .amended(let id, let change, let hash, _, _, _):
            activities[id]?.amend(change, hash)
        case .committed(let id, let commitment): activities[id]?.commitment = commitment
        case .drawn(let id, let sheet):
            activities[id]?.sheet = sheet
            activities[id]?.queue(sheet.order)
        case .followed(let id, let order):
            if activities[id]?.roster.isEmpty ?? false { activities[id]?.enter(order) }
            activities[id]?.queue(order.map(\.person))
        case .prepared(let id, let preparation, _): activities[id]?.prepare(preparation)
        case .approved(let id, _, _, let at): activities[id]?.approvedAt = at
        case .called, .missed, .checkedIn, .seated, .timedOut: applyCall(event)
        case .picked, .ordered, .paid, .released, .contracted: applyPick(event, sales)
        case .bound(let units, let home, _): bound[home, default: []] += units
        case .liked, .objected, .resolved, .paused, .resumed, .closed: applyLater(event)
        }
    }

    private mutating func applyCall(_ event: SelectionEvent) {
        switch event {
        case .called(let id, let people, let until): activities[id]?.call(people, until)
        case .missed(let id, let person, let isOut, _): activities[id]?.miss(person, isOut)
        case .checkedIn(let id, let person, let until, _):
            activities[id]?.checkIn(person, until)
        case .seated(let id, let person, let desk, let until, let at):
            activities[id]?.seat(person, desk, until, at)
        case .timedOut(let id, let person, _): activities[id]?.leave(person)
        default: break
        }
    }

    private mutating func applyPick(_ event: SelectionEvent, _ sales: Sales) {
        switch event {
        case .picked(let id, let pick):
            if let former = pick.former { activities[id]?.giveBack(former, pick.person) }
            activities[id]?.pick(pick)
            bind(pick, id, sales)
        case .ordered(let id, let unit, _, let until, _):
            if let person = sales.occupant(of: unit)?.person, let until {
                activities[id]?.awaitPayment(unit, of: person, until)
            }
        case .paid(let id, let unit, _): activities[id]?.stopPayment(unit)
        case .released(let id, let unit, let cause, _):
            guard let person = sales.occupant(of: unit)?.person else { return }
            activities[id]?.giveBack(unit, person)
            if cause == .unpaid { activities[id]?.lapse(person) }
        default: break
        }
    }

    /// What sales make of a unit: whether an activity still has it to give, and what went with it.
    mutating func follow(_ event: SalesEvent, _ sales: Sales) {
        if case .changeApproved(let change, _, _, _) = event { follow(change, sales) }
        guard case .moved(let move) = event else { return }
        let holder = sales.occupant(of: move.unit)?.person
        if move.to == .available, let holder {
            bound[move.unit] = nil
            for home in sales.units(of: holder) { bound[home]?.removeAll { $0 == move.unit } }
        }
        guard let id = listing[move.unit] else { return }
        if move.to == .available {
            activities[id]?.giveBack(move.unit, holder)
        } else if !move.from.isOccupied {
            activities[id]?.block(move.unit)
        }
    }

    /// A unit that was chosen here and goes on in another name is no more the first buyer's.
    private mutating func follow(_ change: OrderChange, _ sales: Sales) {
        guard case .rename(let person) = change.kind, let order = sales.orders[change.order],
            let id = listing[order.unit]
        else { return }
        activities[id]?.handOn(order.unit, from: order.person, to: person)
    }

    private mutating func applyLater(_ event: SelectionEvent) {
        switch event {
        case .liked(let id, let person, let unit, let kind, let isOn):
            activities[id]?.like(person, unit, kind, isOn)
        case .objected(let id, let objection): activities[id]?.objections.append(objection)
        case .resolved(let id, let slip, let note, _, _):
            let index = activities[id]?.objections.firstIndex { $0.slip == slip }
            if let index { activities[id]?.objections[index].answer = note }
        case .paused(let id, _, let at): activities[id]?.pausedAt = at
        case .resumed(let id, let at): activities[id]?.resume(at)
        case .closed(let id, _, _): close(id)
        default: break
        }
    }

    /// Storage and parking go with the unit that the buyer has (SEL-07).
    private mutating func bind(_ pick: Pick, _ id: ActivityID, _ sales: Sales) {
        guard let activity = activities[id], activity.kind == .allotment, activity.terms.isBound
        else { return }
        guard let home = sales.units(of: pick.person).first(where: { listing[$0] != id }) else {
            return
        }
        if let former = pick.former { bound[home]?.removeAll { $0 == former } }
        bound[home, default: []].append(pick.unit)
    }

    /// Only the order stays, and who has what.
    private mutating func close(_ id: ActivityID) {
        guard let activity = activities.removeValue(forKey: id) else { return }
        for unit in activity.units.keys { listing[unit] = nil }
        if activity.isOrdered { orders[id] = activity.inOrder }
    }
}
