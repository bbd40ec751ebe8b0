/// Whose customer a visitor is, as far as reception must know (REC-21 … REC-44).
public enum ClaimCommand: Codable, Hashable, Sendable {
    /// A fact of the register that the ownership topic keeps.
    case note(CustomerFact)
}
