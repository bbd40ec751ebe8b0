/// The knobs of channels and recommendations, OWN-43 … OWN-54.
public struct ChannelPolicy: Codable, Hashable, Sendable {
    /// channel.report_lead_minutes, inclusive
    public var leadMinutes = 30

    /// The defaults of the catalogue (P002B).
    public init() {}
}
