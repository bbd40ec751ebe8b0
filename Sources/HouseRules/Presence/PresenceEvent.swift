/// Facts of who is where; frozen once shipped.
public enum PresenceEvent: Codable, Hashable, Sendable {
    /// A consultant is somewhere else from then on; `until` bounds an approved absence.
    case moved(StaffID, to: Presence, at: Moment, until: Moment?)
    /// A station slot was taken (REC-02).
    case slotTaken(StaffID, Int)
}
