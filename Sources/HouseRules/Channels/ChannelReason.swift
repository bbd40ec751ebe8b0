/// Why a customer counts as a channel's or as having come by themselves.
public enum ChannelReason: Codable, Hashable, Sendable {
    /// Written down; the customer may come from then on (OWN-45).
    case reported(from: Moment)

    /// The clause that this reason applies.
    public var clause: Clause {
        switch self {
        case .reported: .own(45)
        }
    }

    /// The mark a decision is stored with although it stands, if any.
    public var flag: String? { nil }
}
