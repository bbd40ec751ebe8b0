/// The knobs of attributing deals, OWN-22 … OWN-38.
public struct AdjudicationPolicy: Codable, Hashable, Sendable {
    /// cross.verify_days, the day of the order included
    public var verifyDays = 2

    /// The defaults of the catalogue (P001).
    public init() {}
}
