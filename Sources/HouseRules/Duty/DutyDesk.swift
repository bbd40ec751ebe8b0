/// What order on the floor needs to remember; never reads a policy.
public struct DutyDesk: Codable, Hashable, Sendable {
    /// Who handed the front to whom today, the last first (REC-11).
    public internal(set) var handed: [FrontHanded] = []

    /// Nothing happened yet.
    public init() {}

    /// Makes one fact true.
    mutating func apply(_ event: DutyEvent) {
        switch event {
        case .frontHanded(let from, let to, let at):
            handed.insert(FrontHanded(from: from, to: to, at: at), at: 0)
        }
    }
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
