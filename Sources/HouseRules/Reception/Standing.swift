/// A turn order written down as it stands, for examples and tables that begin in the middle of a
/// day; it becomes ordinary facts.
public struct Standing: Hashable, Sendable {
    /// The ring in the order of joining.
    public var ring: [StaffID]
    /// The order of the day.
    public var order: [StaffID]
    /// The order of calls of the day.
    public var callOrder: [StaffID] = []
    /// The mechanism of the day.
    public var mechanism = Mechanism.ring
    /// Who is due next; nil: the first of the order.
    public var pointer: StaffID?
    /// Turns given back, first in first out.
    public var returned: [StaffID] = []
    /// Turns owed, first in first out.
    public var makeups: [StaffID] = []
    /// Turns taken in advance.
    public var advances: [StaffID: Int] = [:]
    /// Ticks of the day.
    public var ticks: [StaffID: Int] = [:]
    /// Where people are who are not on stand.
    public var presence: [StaffID: Presence] = [:]
    /// Until when absences for a meal are approved.
    public var mealUntil: Moment?
    /// Whether there is a sheet for the day.
    public var hasSheet = true

    /// Everybody on stand, nothing owed.
    public init(ring: [StaffID], order: [StaffID]? = nil) {
        self.ring = ring
        self.order = order ?? ring
    }

    /// The visit in the hands of somebody who is receiving.
    public static func visit(of staff: StaffID) -> VisitID { VisitID("在接" + staff.rawValue) }

    /// The facts that lead there.
    public func events(at moment: Moment) -> [SiteEvent] {
        var events: [SiteEvent] = ring.flatMap { staff -> [SiteEvent] in
            [
                .reception(.memberEnrolled(staff, at: moment)),
                .presence(.moved(staff, to: .onStand, at: moment, until: nil)),
            ]
        }
        if hasSheet {
            let sheet = SheetFact(
                day: moment.day, mechanism: mechanism, order: order, kept: [], expired: [],
                clearedAdvances: [])
            events.append(.reception(.sheetPublished(sheet)))
            events.append(.calls(.sheetPublished(moment.day, callOrder)))
        }
        for staff in ring { events += whereabouts(of: staff, at: moment) }
        return events + turns
    }

    private func whereabouts(of staff: StaffID, at moment: Moment) -> [SiteEvent] {
        guard let presence = presence[staff] else { return [] }
        guard presence.isReceiving else {
            let until = presence == .awayMeal ? mealUntil : nil
            return [.presence(.moved(staff, to: presence, at: moment, until: until))]
        }
        let visit = Standing.visit(of: staff)
        let isTurn = presence == .receivingTurn
        let open = OpenVisit(
            visit: visit, visitClass: isTurn ? .newFirst : .ownedReturning, arrivedAt: moment,
            person: nil, named: isTurn ? nil : staff, number: 0)
        let fact = AssignmentFact(
            visit: visit, staff: staff, onBehalfOf: nil, effect: isTurn ? .counted : .notCounted,
            way: isTurn ? .handover : .named, missed: .forfeit, at: moment)
        return [.reception(.visitRegistered(open)), .reception(.visitAssigned(fact))]
    }

    /// Turns owed, taken in advance and ticked, and the pointer.
    private var turns: [SiteEvent] {
        var events: [ReceptionEvent] = []
        events += returned.map { .turnAdjusted($0, effect: .returned, note: "") }
        events += makeups.map { .turnAdjusted($0, effect: .makeupGranted, note: "") }
        for staff in ring {
            if let count = advances[staff] { events.append(.advanceTaken(staff, count: count)) }
            if let count = ticks[staff] { events.append(.ticksSet(staff, to: count)) }
        }
        if let pointer, let index = order.firstIndex(of: pointer) {
            let before = order[(index + order.count - 1) % order.count]
            events.append(.pointerMoved(after: before))
        }
        return events.map { .reception($0) }
    }
}
