/// What screens show of an activity.
extension Activity {
    /// Everybody in the order of their numbers.
    public var numbered: [PersonID] { inOrder.map(\.person) }

    /// Who is still to be called, those who missed at the end (SEL-03).
    public var waitingLine: [PersonID] {
        queue[calledCount...].filter { buyers[$0]?.stage == .waiting }
    }

    /// Whether one of its units is still to be had; nil: not on its list.
    public func isFree(_ unit: UnitID) -> Bool? {
        units[unit].map { free[$0.layout]?[$0.building]?.contains(unit) ?? false }
    }

    /// The last moment to pay for a unit; nil: no clock of the activity runs for it.
    public func payUntil(_ unit: UnitID) -> Moment? {
        payments[unit].flatMap { clocks.running[$0]?.until }
    }

    /// What runs, the earliest first.
    public var runningClocks: [RunningClock] {
        clocks.running.sorted { ($0.value.until, $0.key) < ($1.value.until, $1.key) }.map {
            RunningClock(
                kind: $0.value.kind, person: $0.value.person, unit: $0.value.unit,
                until: $0.value.until)
        }
    }
}

/// A deadline that runs against a buyer.
public struct RunningClock: Hashable, Sendable {
    /// Of which kind.
    public let kind: ClockKind
    /// Against whom.
    public let person: PersonID
    /// For which unit; nil: not for one.
    public let unit: UnitID?
    /// The last moment, judged by whole seconds.
    public let until: Moment
}
