/// The house's rules as typed knobs; a rule pack fills it (制度包).
public struct Policy: Codable, Hashable, Sendable {
    /// Turn order, REC-01 … REC-18.
    public var rotation = RotationPolicy()
    /// Call turns, REC-54 … REC-56.
    public var calls = CallPolicy()

    /// The catalogue's defaults.
    public init() {}
}
