/// The knobs of the registers, REC-45 … REC-53 and REC-55 … REC-66.
public struct RegisterPolicy: Codable, Hashable, Sendable {
    /// call.blank_fine, in fen for each empty field
    public var blankFine = Money.yuan(50)

    /// The defaults of the catalogue (P001).
    public init() {}
}
