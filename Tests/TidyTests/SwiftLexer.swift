/// Tells code, comments and literal text of a Swift source apart, byte by byte.
///
/// It knows nested comments, raw and multi-line strings, interpolation inside strings, names in
/// backticks, and regex literals in the places where one may begin.
struct SwiftLexer {
    enum Kind: Sendable { case code, comment, text }

    private let bytes: [UInt8]
    private var at = 0
    private(set) var kinds: [Kind]

    init(_ source: String) {
        bytes = Array(source.utf8)
        kinds = Array(repeating: .code, count: bytes.count)
        while at < bytes.count { code(insideParentheses: false) }
    }

    private func byte(_ offset: Int = 0) -> UInt8 {
        at + offset < bytes.count ? bytes[at + offset] : 0
    }

    private mutating func take(_ count: Int, as kind: Kind) {
        for _ in 0..<count where at < bytes.count {
            kinds[at] = kind
            at += 1
        }
    }

    private func starts(with text: StaticString, offset: Int = 0) -> Bool {
        text.withUTF8Buffer { wanted in
            wanted.indices.allSatisfy { byte(offset + $0) == wanted[$0] }
        }
    }

    private mutating func code(insideParentheses: Bool) {
        var depth = 1
        while at < bytes.count {
            if literal() { continue }
            if insideParentheses {
                if byte() == UInt8(ascii: "(") { depth += 1 }
                if byte() == UInt8(ascii: ")") { depth -= 1 }
            }
            take(1, as: .code)
            if depth == 0 { return }
        }
    }

    /// Takes a comment, a string, a quoted name or a regex if one begins here.
    private mutating func literal() -> Bool {
        if starts(with: "//") {
            while at < bytes.count, byte() != UInt8(ascii: "\n") { take(1, as: .comment) }
        } else if starts(with: "/*") {
            comment()
        } else if byte() == UInt8(ascii: "`") {
            span(to: "`", kind: .text)
        } else if let hashes = hashesBeforeQuote() {
            string(hashes: hashes)
        } else if starts(with: "#/") {
            span(to: "/#", kind: .text)
        } else if startsRegex() {
            span(to: "/", kind: .text)
        } else {
            return false
        }
        return true
    }

    private mutating func comment() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                take(2, as: .comment)
            } else if starts(with: "*/") {
                depth -= 1
                take(2, as: .comment)
            } else {
                take(1, as: .comment)
            }
        } while depth > 0 && at < bytes.count
    }

    private mutating func span(to end: StaticString, kind: Kind) {
        take(end.utf8CodeUnitCount, as: kind)
        while at < bytes.count, !starts(with: end) {
            take(byte() == UInt8(ascii: "\\") ? 2 : 1, as: kind)
        }
        take(end.utf8CodeUnitCount, as: kind)
    }

    private func hashesBeforeQuote() -> Int? {
        var count = 0
        while byte(count) == UInt8(ascii: "#") { count += 1 }
        return byte(count) == UInt8(ascii: "\"") ? count : nil
    }

    private mutating func string(hashes: Int) {
        let quotes = starts(with: "\"\"\"", offset: hashes) ? 3 : 1
        take(hashes + quotes, as: .text)
        while at < bytes.count {
            if byte() == UInt8(ascii: "\\"), hasHashes(hashes, from: 1) {
                let interpolates = byte(1 + hashes) == UInt8(ascii: "(")
                take(2 + hashes, as: .text)
                if interpolates { code(insideParentheses: true) }
            } else if hasQuotes(quotes), hasHashes(hashes, from: quotes) {
                return take(quotes + hashes, as: .text)
            } else {
                take(1, as: .text)
            }
        }
    }

    private func hasHashes(_ count: Int, from offset: Int) -> Bool {
        (0..<count).allSatisfy { byte(offset + $0) == UInt8(ascii: "#") }
    }

    private func hasQuotes(_ count: Int) -> Bool {
        (0..<count).allSatisfy { byte($0) == UInt8(ascii: "\"") }
    }

    /// A slash begins a regex after an opening or assigning mark, when it closes on its line.
    private func startsRegex() -> Bool {
        guard byte() == UInt8(ascii: "/"), byte(1) != UInt8(ascii: " ") else { return false }
        var before = at - 1
        while before >= 0, bytes[before] == UInt8(ascii: " ") { before -= 1 }
        guard before >= 0, Array("(,=:[{".utf8).contains(bytes[before]) else { return false }
        var offset = 1
        while byte(offset) != 0, byte(offset) != UInt8(ascii: "\n") {
            if byte(offset) == UInt8(ascii: "/") { return true }
            offset += byte(offset) == UInt8(ascii: "\\") ? 2 : 1
        }
        return false
    }
}
