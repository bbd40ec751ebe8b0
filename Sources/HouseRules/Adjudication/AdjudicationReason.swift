/// Why the performance and the commission of a deal go where they go.
public enum AdjudicationReason: Codable, Hashable, Sendable {
    /// Whoever closed the deal has it, as long as nobody shows an older right (OWN-01).
    case closedBy(StaffID)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .closedBy: .own(1)
        }
    }

    /// The mark a decision is stored with although it stands, if any.
    public var flag: String? { nil }
}
