/// What the registers need to remember until a deadline; never reads a policy.
public struct Registers: Codable, Hashable, Sendable {
    /// How many penalties were proposed.
    public internal(set) var penalties = 0

    /// Nothing entered yet.
    public init() {}

    /// Makes one fact true.
    mutating func apply(_ event: RegisterEvent) {
        switch event {
        case .penaltyDrafted: penalties += 1
        }
    }
}
