/// Facts of the registers; frozen once shipped.
public enum RegisterEvent: Codable, Hashable, Sendable {
    /// A rule proposes a penalty.
    case penaltyDrafted(PenaltyDraft, at: Moment)
}
