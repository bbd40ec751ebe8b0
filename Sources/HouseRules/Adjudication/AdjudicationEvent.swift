/// Facts of deals and quarrels; frozen once shipped.
public enum AdjudicationEvent: Codable, Hashable, Sendable {
    /// A customer bought.
    case dealOrdered(DealFact)
}
