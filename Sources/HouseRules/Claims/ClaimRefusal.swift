/// Why a claim, or a change of what a visit is, does not stand.
public enum ClaimRefusal: Codable, Hashable, Sendable {
    /// The window is closed since then (REC-31).
    case windowClosed(until: Moment)

    /// The stable code shown beside the sentence and used by machines.
    public var code: String {
        switch self {
        case .windowClosed: "CLAIM_WINDOW_CLOSED"
        }
    }

    /// The clause that refuses.
    public var clause: Clause {
        switch self {
        case .windowClosed: .rec(31)
        }
    }
}
