/// Reports of channels and recommendations of employees (OWN-43 … OWN-54).
public enum ChannelCommand: Codable, Hashable, Sendable {
    /// A channel reports that it brings somebody.
    case report(ChannelReport)
}
