import HouseRules

/// A piece of HTML. Written as a string literal whose interpolations are escaped unless they are
/// HTML:
///
///     let row: HTML = "<li class=\"person\" title=\"\(name)\">\(name)</li>"
///
/// Attribute values must stand in quotes; addresses go in as `\(url: address)`.
public struct HTML: Sendable, Equatable {
    /// Large pieces that are complete. They are shared with the markup they came from: a table that
    /// passes through five layers of a page is copied once, when the page is sent.
    private var complete: [[UInt8]] = []
    /// What is being written after them.
    private var tail: [UInt8] = []

    /// Smaller pieces are cheaper to copy than to share.
    private static let sharedFrom = 1024

    /// Nothing at all.
    public init() {}

    /// The pieces one after another.
    public init(_ pieces: some Sequence<HTML>) {
        for piece in pieces { self += piece }
    }

    /// Plain text as HTML: everything that means something in markup is escaped.
    public init(text: some StringProtocol) { tail.appendEscaped(text) }

    /// Markup made of markup that was safe already, such as a page with its form filled in.
    init(rewritten markup: String) { tail = Array(markup.utf8) }

    /// The UTF-8 of the markup.
    public var bytes: [UInt8] {
        guard !complete.isEmpty else { return tail }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for piece in pieces { bytes.append(contentsOf: piece) }
        return bytes
    }

    /// The UTF-8 of the markup in parts, in their order.
    var pieces: [[UInt8]] { complete + [tail] }

    /// How many bytes the markup has.
    var count: Int { complete.reduce(tail.count) { $0 + $1.count } }

    /// True when there is nothing in it.
    public var isEmpty: Bool { complete.isEmpty && tail.isEmpty }

    /// The markup as a string.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The same markup, however it was put together.
    public static func == (left: HTML, right: HTML) -> Bool { left.bytes == right.bytes }

    /// Adds a piece at the end.
    public static func += (left: inout HTML, right: HTML) {
        if right.complete.isEmpty, right.tail.count < sharedFrom {
            left.tail.append(contentsOf: right.tail)
            return
        }
        left.finishTail()
        left.complete.append(contentsOf: right.complete)
        left.tail = right.tail
        if right.tail.count >= sharedFrom { left.finishTail() }
    }

    private mutating func finishTail() {
        if !tail.isEmpty { complete.append(tail) }
        tail = []
    }

    /// Two pieces one after the other.
    public static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum += right
        return sum
    }
}

extension HTML: ExpressibleByStringInterpolation {
    /// Markup written in the source: taken as it is.
    public init(stringLiteral value: StaticString) {
        tail = value.withUTF8Buffer { Array($0) }
    }

    /// Markup written in the source with escaped values between.
    public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.html }

    /// Collects literal markup and escaped values one after another.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html = HTML()

        /// Reserves room for the literal parts and a guess for the values.
        public init(literalCapacity: Int, interpolationCount: Int) {
            html.tail.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        /// Markup from the source, and only from there: a `StaticString` is never made at run time.
        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { html.tail.append(contentsOf: $0) }
        }

        /// A text, escaped for element content and for quoted attributes.
        public mutating func appendInterpolation(_ text: some StringProtocol) {
            html.tail.appendEscaped(text)
        }

        /// A whole number.
        public mutating func appendInterpolation(_ number: some FixedWidthInteger) {
            html.tail.append(contentsOf: String(number).utf8)
        }

        /// Markup, as it is.
        public mutating func appendInterpolation(_ piece: HTML) { html += piece }

        /// Markup or nothing.
        public mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { html += piece }
        }

        /// Pieces of markup one after another.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { html += piece }
        }

        /// An address for `href`, `src` or `action`; one that could run a script becomes `#`.
        public mutating func appendInterpolation(url address: String) {
            html.tail.appendEscaped(isHarmless(address: address) ? address : "#")
        }

        /// A boolean attribute such as `checked`, written only when `isOn`.
        public mutating func appendInterpolation(flag name: StaticString, _ isOn: Bool) {
            guard isOn else { return }
            html.tail.append(UInt8(ascii: " "))
            name.withUTF8Buffer { html.tail.append(contentsOf: $0) }
        }
    }
}

extension HTML.StringInterpolation {
    /// An identifier as text.
    mutating func appendInterpolation<Kind>(_ id: Identifier<Kind>) {
        appendInterpolation(id.rawValue)
    }
}

/// True for local addresses and for http, https, tel, sms and mailto.
/// Browsers drop control characters and leading blanks before they look at the scheme, so a single
/// one of those makes an address suspicious enough to refuse.
private func isHarmless(address: String) -> Bool {
    guard address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
    else { return false }
    guard let end = address.utf8.firstIndex(where: { ":/?#".utf8.contains($0) }),
        address.utf8[end] == UInt8(ascii: ":")
    else { return !address.hasPrefix("//") }
    return ["http", "https", "tel", "sms", "mailto"].contains(address[..<end].lowercased())
}

extension [UInt8] {
    /// Appends `text` with markup characters as references and control characters as U+FFFD.
    mutating func appendEscaped(_ text: some StringProtocol) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped(utf8: $0) }
        if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped(utf8: $0) } }
    }

    private mutating func appendEscaped(utf8 text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            guard let replacement = escape(text[index]) else { continue }
            append(contentsOf: text[start..<index])
            replacement.withUTF8Buffer { append(contentsOf: $0) }
            start = index + 1
        }
        append(contentsOf: text[start...])
    }
}

/// What stands for a byte that may not appear as it is; nil for nearly all of them.
@inline(__always)
private func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case UInt8(ascii: "`"): "&#96;"
    case 0x09, 0x0A, 0x0D: nil
    case ..<0x20, 0x7F: "\u{FFFD}"
    default: nil
    }
}
