/// Whose customer it is, over weeks and months (OWN-01 … OWN-21, OWN-27, OWN-36 … OWN-42).
public enum OwnershipCommand: Codable, Hashable, Sendable {
    /// `other` is that to the customer; `proven`: papers or a signature show it (OWN-27).
    case relate(PersonID, other: PersonID, Kinship, proven: Bool)
}
