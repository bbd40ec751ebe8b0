/// Why an entry, a check or a deadline came out as it did.
public enum RegisterReason: Codable, Hashable, Sendable {
    /// A rule proposes a penalty (REC-59).
    case penaltyDrafted(PenaltyDraft)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .penaltyDrafted: .rec(59)
        }
    }
}
