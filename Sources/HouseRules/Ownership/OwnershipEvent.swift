/// Facts of ownership; frozen once shipped.
public enum OwnershipEvent: Codable, Hashable, Sendable {
    /// `other` is that to the customer, as papers or a signature show (OWN-27).
    case related(PersonID, other: PersonID, Kinship)
}
