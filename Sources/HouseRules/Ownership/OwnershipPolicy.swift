/// The knobs of ownership, OWN-01 … OWN-42.
public struct OwnershipPolicy: Codable, Hashable, Sendable {
    /// immediate_family
    public var immediateFamily: [Kinship] = [.parent, .child, .spouse]

    /// The defaults of the catalogue (P001).
    public init() {}
}
