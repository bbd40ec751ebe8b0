/// Why a command about ownership does not stand.
public enum OwnershipRefusal: Codable, Hashable, Sendable {
    /// Neither papers nor a signature show the kinship (OWN-27).
    case kinshipUnproven

    /// The stable code.
    public var code: String {
        switch self {
        case .kinshipUnproven: "KINSHIP_UNPROVEN"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .kinshipUnproven: .own(27)
        }
    }
}
