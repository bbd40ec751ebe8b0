/// Facts of the order on the floor; frozen once shipped.
public enum DutyEvent: Codable, Hashable, Sendable {
    /// The place at the front was handed on and the message read (REC-11).
    case frontHanded(StaffID, to: StaffID, at: Moment)
}
