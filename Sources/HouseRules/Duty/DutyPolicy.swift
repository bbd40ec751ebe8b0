/// The knobs of order on the floor, REC-10 … REC-17.
public struct DutyPolicy: Codable, Hashable, Sendable {
    /// vacancy.grace_seconds
    public var vacancySeconds = 60

    /// The defaults of the catalogue.
    public init() {}
}
