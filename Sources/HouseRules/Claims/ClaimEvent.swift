/// Facts of recognising customers; frozen once shipped.
public enum ClaimEvent: Codable, Hashable, Sendable {
    /// A line of the register.
    case noted(CustomerFact)
}
