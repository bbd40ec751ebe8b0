/// A call that is going on or waits to be called back.
public struct OpenCall: Codable, Hashable, Sendable {
    /// Who answers; nil while it waits to be called back.
    public var answerer: StaffID?
    /// Whom the caller asked for.
    public var wanted: StaffID?
    /// Since when.
    public var since: Moment
}

/// The live order of calls; its pointer is its own (REC-54).
public struct CallRotation: Codable, Hashable, Sendable {
    /// The day of the order.
    public internal(set) var day: BusinessDay?
    /// The order of calls.
    public internal(set) var order: [StaffID] = []
    /// How many of ``order`` share the day by the hour: those on the sheet as it was published.
    public internal(set) var shares = 0
    /// The place in ``order`` that is due next.
    public internal(set) var pointer = 0
    /// Calls owed, first in first out (only where the house keeps them).
    public internal(set) var owed: [StaffID] = []
    /// Who keeps the line for whom (REC-55).
    public internal(set) var handed: [StaffID: StaffID] = [:]
    /// The order holds for the day (REC-54).
    public internal(set) var isIssued = false
    /// The duty officer confirmed it (REC-54).
    public internal(set) var isConfirmed = false
    /// Calls going on or waiting to be called back.
    public internal(set) var open: [CallID: OpenCall] = [:]

    /// An empty order.
    public init() {}

    /// Who is due next.
    public var pointerStaff: StaffID? { order.indices.contains(pointer) ? order[pointer] : nil }

    /// Makes one fact of the calls true.
    mutating func apply(_ event: CallEvent, members: inout [Member]) {
        switch event {
        case .sheetPublished(let day, let order):
            self.day = day
            self.order = order
            shares = order.count
            pointer = 0
            owed = []
            handed = [:]
            isIssued = false
            isConfirmed = false
            // Calls of another day that were never ended; call-back slips stay for one more day,
            // and so does a call that somebody has in hand.
            let inHand = Set(members.compactMap(\.call))
            let yesterday = day.adding(days: -1)
            open = open.filter {
                inHand.contains($0.key)
                    || $0.value.answerer == nil && $0.value.since.day >= yesterday
            }
        case .joined(let staff):
            if !order.contains(staff) { order.append(staff) }
        case .turnPassed(let staff, _, let effect, _):
            if effect == .makeupGranted { owed.append(staff) }
        case .answered(let call, let staff, let way, let at):
            answer(call, staff, way, at)
            update(staff, in: &members) { $0.call = call }
        case .callbackOpened(let call, let wanted, let at):
            open[call] = OpenCall(answerer: nil, wanted: wanted, since: at)
        case .ended(let call, let staff, _):
            open[call] = nil
            update(staff, in: &members) { if $0.call == call { $0.call = nil } }
        case .lineHanded, .rangOut, .orderIssued, .orderConfirmed:
            keepLine(event)
        }
    }

    private mutating func keepLine(_ event: CallEvent) {
        switch event {
        case .lineHanded(let from, let to, _):
            if handed[to] == from { handed[to] = nil } else { handed[from] = to }
        case .orderIssued: isIssued = true
        case .orderConfirmed: isConfirmed = true
        default: break
        }
    }

    /// Who has the line of somebody now, however often it was handed on.
    func keeper(for staff: StaffID) -> StaffID {
        var keeper = staff
        for _ in handed { keeper = handed[keeper] ?? keeper }
        return keeper
    }

    private mutating func answer(_ call: CallID, _ staff: StaffID, _ way: CallWay, _ at: Moment) {
        open[call] = OpenCall(answerer: staff, wanted: nil, since: at)
        switch way {
        case .turn:
            if let index = order.firstIndex(of: staff) { pointer = (index + 1) % order.count }
        case .makeup:
            if let index = owed.firstIndex(of: staff) { owed.remove(at: index) }
        case .named, .slot, .callback:
            break
        }
    }

    private func update(
        _ staff: StaffID, in members: inout [Member], _ change: (inout Member) -> Void
    ) {
        guard let place = members.firstIndex(where: { $0.staff == staff && !$0.released })
        else { return }
        change(&members[place])
    }
}
