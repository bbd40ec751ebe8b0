/// Who gets the performance and the commission of a deal, and quarrels about it (OWN-22 … OWN-26,
/// OWN-28 … OWN-31, OWN-34, OWN-35, OWN-38).
public enum AdjudicationCommand: Codable, Hashable, Sendable {
    /// A customer bought.
    case order(DealID, PersonID, StaffID)
}
