/// What order on the floor needs to remember; never reads a policy.
public struct DutyDesk: Codable, Hashable, Sendable {
    /// The day of the last sheet.
    public internal(set) var day: BusinessDay?
    /// Who handed the front to whom while it stands empty, the last first (REC-11).
    public internal(set) var handed: [FrontHanded] = []
    /// The empty front and who answers for it (REC-11).
    public internal(set) var vacancy: Vacancy?
    /// Groups given to somebody who has not answered yet (REC-10).
    public internal(set) var awaited: [VisitID: Awaited] = [:]
    /// Those who are not there and told nobody (REC-10).
    public internal(set) var absent: Set<StaffID> = []
    /// Planned rest days from the last sheet on (REC-12, REC-14).
    public internal(set) var restDays: [StaffID: [BusinessDay]] = [:]
    /// Who works a rest day today (REC-14).
    public internal(set) var restDayWorkers: Set<StaffID> = []
    /// Suspensions that run or are to come (REC-12).
    public internal(set) var suspensions: [Suspension] = []
    /// The day's lost turns, and those of open disputes (REC-15).
    public internal(set) var lost: [LostTurn] = []
    /// Open disputes by name (REC-15).
    public internal(set) var disputes: [String: Dispute] = [:]
    /// How many groups waited when management was last told; nil: no rush (REC-16).
    public internal(set) var rush: Int?
    /// Who is due next outside the hours (REC-19).
    public internal(set) var offHours: OffHours?
    /// The day's tour groups without an order (REC-23).
    public internal(set) var tours: [VisitID: StaffID] = [:]

    /// Nothing happened yet.
    public init() {}

    /// Whether a day is a rest day by the plan.
    public func rests(_ staff: StaffID, on day: BusinessDay) -> Bool {
        restDays[staff]?.contains(day) ?? false
    }

    /// The last day of somebody's suspensions, when a day is one of theirs.
    public func suspendedUntil(_ staff: StaffID, on day: BusinessDay) -> BusinessDay? {
        let days = suspensions.filter { $0.staff == staff }.flatMap(\.days)
        return days.contains(day) ? days.max() : nil
    }

    func wasSuspended(_ staff: StaffID) -> Bool { suspensions.contains { $0.staff == staff } }
}

/// The front stands empty (REC-11).
public struct Vacancy: Codable, Hashable, Sendable {
    /// Since when.
    public var since: Moment
    /// Who left, then who was told, one after the other.
    public var chain: [StaffID]
    /// Whether it was reported.
    public var reported = false
}

/// A group given to somebody who has to answer (REC-10).
public struct Awaited: Codable, Hashable, Sendable {
    /// Who.
    public var staff: StaffID
    /// How the group came to them.
    public var way: AssignmentWay
    /// Until then, inclusive.
    public var until: Moment
}

/// A turn that was lost, for disputes (REC-15).
public struct LostTurn: Codable, Hashable, Sendable {
    /// Whose.
    public var staff: StaffID
    /// The visit that it passed by for.
    public var visit: VisitID
    /// Why.
    public var why: PassReason
    /// Of which day.
    public var day: BusinessDay?
}

/// A dispute about a lost turn (REC-15).
public struct Dispute: Codable, Hashable, Sendable {
    /// Its name.
    public var id: String
    /// The lost turn.
    public var turn: LostTurn
    /// What the person says.
    public var note: String
    /// Who filed it.
    public var filedBy: StaffID
    /// When.
    public var at: Moment
}

/// The pointer for those who come outside the hours (REC-19).
public struct OffHours: Codable, Hashable, Sendable {
    /// The day.
    public var day: BusinessDay
    /// Before the hours, or after them.
    public var isMorning: Bool
    /// Who received last; the next in the ring is due.
    public var last: StaffID
}

/// The front handed on from one to the next (REC-11).
public struct FrontHanded: Codable, Hashable, Sendable {
    /// Who stood there.
    public var from: StaffID
    /// Who was told and read it.
    public var to: StaffID
    /// When.
    public var at: Moment
}
