/// Why order on the floor is kept as it is.
public enum DutyReason: Codable, Hashable, Sendable {
    /// The place at the front was handed on (REC-11).
    case frontHanded(StaffID, to: StaffID)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .frontHanded: .rec(11)
        }
    }
}
