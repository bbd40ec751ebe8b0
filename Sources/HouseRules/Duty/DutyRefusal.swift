/// Why a command about order on the floor does not stand.
public enum DutyRefusal: Codable, Hashable, Sendable {
    /// Only somebody on stand can take the front over (REC-11).
    case notOnStand(StaffID)

    /// The stable code shown beside the sentence and used by machines.
    public var code: String {
        switch self {
        case .notOnStand: "NOT_ON_STAND"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .notOnStand: .rec(11)
        }
    }
}
