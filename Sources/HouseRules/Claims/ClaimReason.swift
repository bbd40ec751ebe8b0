/// Why a visitor is whose customer.
public enum ClaimReason: Codable, Hashable, Sendable {
    /// A line of the register (REC-27).
    case noted(StaffID)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .noted: .rec(27)
        }
    }
}
