/// Why a customer is whose they are.
public enum OwnershipReason: Codable, Hashable, Sendable {
    /// Written down; whether it counts as near kin (OWN-27).
    case related(Kinship, isNear: Bool)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .related: .own(27)
        }
    }

    /// The mark a decision is stored with although it stands, if any.
    public var flag: String? { nil }
}
