/// Facts of channels; frozen once shipped.
public enum ChannelEvent: Codable, Hashable, Sendable {
    /// A channel reported that it brings somebody.
    case reported(ChannelReport)
}
