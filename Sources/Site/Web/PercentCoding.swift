/// Everything but unreserved characters as `%XX` of its UTF-8.
func percentEncode(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            result.append(byte)
        default:
            result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: result, as: UTF8.self)
}

/// The text behind `%XX`, and a blank for `+` in forms.
/// Nil when an escape is cut, the bytes are not UTF-8, or a NUL hides in it.
func percentDecode(_ text: some Collection<UInt8>, plusIsBlank: Bool) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text[...]
    while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "+") where plusIsBlank: result.append(UInt8(ascii: " "))
        case UInt8(ascii: "%"):
            guard let high = rest.popFirst().flatMap(hexValue),
                let low = rest.popFirst().flatMap(hexValue)
            else { return nil }
            result.append(high << 4 | low)
        default: result.append(byte)
        }
    }
    return result.contains(0) ? nil : String(validating: result, as: UTF8.self)
}

private func hexValue(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
    default: nil
    }
}

/// The fields of a submitted form or of an address's query, in their order.
struct FormFields: Sendable, Equatable {
    /// Names and values in their order.
    private(set) var pairs: [Pair] = []

    /// One field.
    struct Pair: Sendable, Equatable {
        var name: String
        var value: String
    }

    /// Nobody's form has more; a longer one is an attack on the parser.
    private static let pairLimit = 2000

    /// No fields.
    init() {}

    /// One field alone.
    init(_ name: String, _ value: String) { pairs = [Pair(name: name, value: value)] }

    /// Fields that were read already.
    init(_ pairs: [Pair]) { self.pairs = pairs }

    /// Reads `application/x-www-form-urlencoded`; throws a `Problem` naming the first broken field.
    init(urlencoded bytes: some Collection<UInt8>) throws(Problem) {
        for part in bytes.split(separator: UInt8(ascii: "&")) {
            let halves = part.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = percentDecode(halves[0], plusIsBlank: true),
                let value = halves.count == 1
                    ? "" : percentDecode(halves[1], plusIsBlank: true)
            else {
                throw .badRequest("第 \(pairs.count + 1) 个字段的编码不对，请用页面上的表单提交。")
            }
            guard pairs.count < Self.pairLimit else { throw .badRequest("字段太多。") }
            pairs.append(Pair(name: name, value: value))
        }
    }

    /// The first value of a field, as it was sent.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// All values of a field, for check boxes.
    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// The first value without blanks around it; nil when nothing is left.
    func text(_ name: String) -> String? {
        trimmed(self[name])
    }

    /// The first value as a whole number.
    func int(_ name: String) -> Int64? { text(name).flatMap { Int64($0) } }

    /// The field `page`, from 1 up to more pages than anybody turns; 1 when it is none.
    var page: Int { Int(min(max(1, int("page") ?? 1), 100_000)) }
}

/// The text without blanks around it; nil when nothing is left.
func trimmed(_ text: String?) -> String? {
    guard let inner = text?.drop(while: \.isWhitespace),
        let end = inner.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(inner[...end])
}
