import HouseRules

/// One expectation with its place.
struct Expected: Sendable {
    let key: ExpectKey
    let value: Seen
    let line: Int
}

/// A value in the form in which expectations and findings are compared.
enum Seen: Hashable, Sendable {
    case nothing
    case word(String)
    case words([String])
    case pairs([Pair])

    /// How nobody is written in a pair.
    static let nobody = "无"

    struct Pair: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// The value for people.
    var text: String {
        switch self {
        case .nothing: "无"
        case .word(let word): word
        case .words(let words): words.isEmpty ? "无" : "[" + words.joined(separator: ", ") + "]"
        case .pairs(let pairs):
            pairs.isEmpty
                ? "无" : pairs.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
        }
    }

    /// Whether a finding is what is expected here.
    func matches(_ found: Seen, mayBeMore: Bool, ordered: Bool) -> Bool {
        switch (self, found) {
        case (.words(let wanted), .words(let found)) where mayBeMore:
            wanted.allSatisfy(found.contains)
        case (.pairs(let wanted), .pairs(let found)):
            (mayBeMore || wanted.count == found.count)
                && (ordered
                    ? zip(wanted, found).allSatisfy { $0.covers($1) }
                    : wanted.allSatisfy { pair in found.contains { pair.covers($0) } })
        default:
            self == found
        }
    }
}

extension Seen.Pair {
    /// `forfeited` covers `forfeited(away_personal)`.
    func covers(_ other: Seen.Pair) -> Bool {
        guard name == other.name else { return false }
        if value == other.value { return true }
        return !value.contains("(") && other.value.hasPrefix(value + "(")
    }
}
