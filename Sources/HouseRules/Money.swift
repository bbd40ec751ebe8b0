/// An amount in fen (分, 1/100 yuan); never a floating-point number.
public struct Money: Hashable, Comparable, Sendable, Codable {
    /// The amount in fen; negative for a debt.
    public var fen: Int64

    /// Wraps an amount in fen.
    public init(fen: Int64) { self.fen = fen }

    /// A whole number of yuan.
    public static func yuan(_ yuan: Int64) -> Money { Money(fen: yuan * 100) }

    /// Reads a plain number of fen.
    public init(from decoder: any Decoder) throws {
        fen = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes a plain number of fen.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(fen)
    }

    /// Smaller is less.
    public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

    /// The sum.
    public static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }

    /// The difference.
    public static func - (left: Money, right: Money) -> Money { Money(fen: left.fen - right.fen) }

    /// Splits by weights so that the parts sum to the whole (largest remainder, GLOSSARY §2.8).
    ///
    /// Equal remainders go to the earlier weight, so the original consultant comes first.
    /// Weights must not be negative and must not all be zero; otherwise the answer is empty.
    public func split(weights: [Int64]) -> [Money] {
        let total = weights.reduce(0, +)
        guard total > 0, weights.allSatisfy({ $0 >= 0 }) else { return [] }
        let sign: Int64 = fen < 0 ? -1 : 1
        let amount = abs(fen)
        var parts = weights.map { amount.multipliedFullWidth(by: $0) }.map {
            total.dividingFullWidth($0)
        }
        let remainder = Int(amount - parts.reduce(0) { $0 + $1.quotient })
        let order = parts.indices.sorted {
            parts[$0].remainder == parts[$1].remainder
                ? $0 < $1 : parts[$0].remainder > parts[$1].remainder
        }
        for index in order.prefix(remainder) { parts[index].quotient += 1 }
        return parts.map { Money(fen: sign * $0.quotient) }
    }

    /// `¥1,234,567.00`.
    public var text: String {
        let cents = abs(fen)
        var digits = "\(cents / 100)"
        var groups: [String] = []
        while digits.utf8.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        groups.insert(digits, at: 0)
        let sign = fen < 0 ? "-" : ""
        return sign + "¥" + groups.joined(separator: ",") + "." + twoDigits(Int(cents % 100))
    }
}
