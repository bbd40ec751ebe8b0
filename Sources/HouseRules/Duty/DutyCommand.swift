/// Order on the floor: who told whom, refusals and suspensions, disputes, orders for errands and
/// tours (REC-10 … REC-17, REC-23).
public enum DutyCommand: Codable, Hashable, Sendable {
    /// The first tells the next that they leave, and the next has read it (REC-11).
    case handFront(StaffID, to: StaffID)
}
