/// The knobs of recognising customers, REC-21 … REC-44.
public struct ClaimPolicy: Codable, Hashable, Sendable {
    /// claim.window_seconds
    public var windowSeconds = 300

    /// The defaults of the catalogue.
    public init() {}
}
