/// Why a command about a deal or a quarrel does not stand.
public enum AdjudicationRefusal: Codable, Hashable, Sendable {
    /// There is a deal of that number already.
    case dealExists(DealID)

    /// The stable code.
    public var code: String {
        switch self {
        case .dealExists: "DEAL_EXISTS"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .dealExists: .own(38)
        }
    }
}
