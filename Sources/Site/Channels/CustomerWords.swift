import HouseRules

/// A customer's name and number as somebody wrote them, made comparable (OWN-46): no spaces, full
/// width made half width, digits only in numbers; nothing is guessed and nothing is left out.
public struct CustomerWords: Hashable, Sendable {
    /// The name without spaces.
    public let name: String
    /// The digits of a whole number; nil: some are masked, or there is none.
    public let phone: String?
    /// The first three and last four digits.
    public let tail: String

    /// The words as somebody wrote them.
    public init(name: String, phone: String) {
        self.name = Self.halfWidth(name).filter { !$0.isWhitespace }
        let half = Self.halfWidth(phone)
        let digits = PersonKey.digits(half)
        tail = String(digits.prefix(3) + digits.suffix(4))
        let isMasked = half.contains { "*xX#?".contains($0) }
        self.phone = isMasked || digits.isEmpty ? nil : digits
    }

    /// Full-width letters, digits and signs as their half-width twins; the ideographic space too.
    static func halfWidth(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3000: scalars.append(" ")
            case 0xFF01...0xFF5E:
                scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// The words themselves, where nothing is stored: scenarios.
    var plainMark: CustomerMark { CustomerMark(name: name, phone: phone, tail: tail) }
}
