/// XML as Word writes it, kept byte for byte: what is not changed comes out as it went in.
enum WordNode: Sendable {
    case element(WordElement)
    /// Text, a remark or an instruction, as it stands in the file.
    case raw([UInt8])

    /// The element; nil for anything else.
    var element: WordElement? {
        if case .element(let element) = self { element } else { nil }
    }

    /// Writes it behind what is there already.
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .raw(let raw): bytes += raw
        case .element(let element):
            bytes += element.open
            for child in element.children { child.write(to: &bytes) }
            bytes += element.close
        }
    }
}

/// One element with what is in it.
struct WordElement: Sendable {
    /// Its name with its prefix, such as `w:p`.
    let name: String
    /// The tag that opens it, from `<` to `>`.
    var open: [UInt8]
    var children: [WordNode] = []
    /// The tag that closes it; empty when the opening one does.
    var close: [UInt8] = []

    /// The value of an attribute by its name, prefix included; nil: there is none.
    func attribute(_ wanted: String) -> String? {
        WordReader.attributes(of: open)?.first { $0.name == wanted }?.value
    }

    /// The text in it, without that of the elements in it.
    var text: String {
        children.map { node in
            guard case .raw(let raw) = node, raw.first != UInt8(ascii: "<") else { return "" }
            return XMLPieces.decoded(raw[...])
        }.joined()
    }
}

/// Reads a part of a Word file. Documents that declare entities, nest without end or are cut off
/// are refused.
struct WordReader {
    /// Word itself nests a few dozen deep.
    private static let deepest = 200

    private let bytes: [UInt8]
    private var place = 0
    private var open: [WordElement] = []
    private var top: [WordNode] = []
    private var hasRoot = false

    /// What a part holds, its declaration included; nil: it is no such XML.
    static func nodes(of bytes: [UInt8]) -> [WordNode]? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        var reader = WordReader(bytes: bytes)
        return reader.read() ? reader.top : nil
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() -> Bool {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        while place < bytes.count {
            let isWhole = bytes[place] == UInt8(ascii: "<") ? readMarkup() : readText()
            guard isWhole else { return false }
        }
        return open.isEmpty && hasRoot
    }

    private mutating func put(_ node: WordNode) {
        if open.isEmpty {
            top.append(node)
        } else {
            open[open.count - 1].children.append(node)
        }
    }

    private mutating func readText() -> Bool {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        let text = bytes[place..<end]
        place = end
        guard !open.isEmpty || text.allSatisfy(isBlank), Self.isSound(text) else { return false }
        put(.raw(Array(text)))
        return true
    }

    private mutating func readMarkup() -> Bool {
        let rest = bytes[place...]
        if rest.starts(with: "<!--".utf8) { return skip(to: "-->") }
        if rest.starts(with: "<?".utf8) { return skip(to: "?>") }
        if rest.starts(with: "<![CDATA[".utf8) { return !open.isEmpty && skip(to: "]]>") }
        guard let end = tagEnd(), end > place + 1 else { return false }
        let tag = Array(bytes[place...end])
        place = end + 1
        switch tag[1] {
        case UInt8(ascii: "!"): return false
        case UInt8(ascii: "/"): return close(tag)
        default: return begin(tag)
        }
    }

    private mutating func begin(_ tag: [UInt8]) -> Bool {
        guard let name = Self.name(tag[1...]), Self.attributes(of: tag) != nil,
            open.count < Self.deepest, !(open.isEmpty && hasRoot)
        else { return false }
        hasRoot = true
        let element = WordElement(name: name, open: tag)
        if tag[tag.count - 2] == UInt8(ascii: "/") {
            put(.element(element))
        } else {
            open.append(element)
        }
        return true
    }

    private mutating func close(_ tag: [UInt8]) -> Bool {
        guard var element = open.popLast(), Self.name(tag[2...]) == element.name else {
            return false
        }
        element.close = tag
        put(.element(element))
        return true
    }

    private mutating func skip(to mark: String) -> Bool {
        let mark = Array(mark.utf8)
        var end = place + 2
        while end + mark.count <= bytes.count {
            if bytes[end..<end + mark.count].elementsEqual(mark) {
                put(.raw(Array(bytes[place..<end + mark.count])))
                place = end + mark.count
                return true
            }
            end += 1
        }
        return false
    }

    /// Where the tag that begins here ends; `>` may stand in quotes.
    private func tagEnd() -> Int? {
        var quote: UInt8?
        for index in bytes.indices[(place + 1)...] {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            } else if byte == UInt8(ascii: "<") {
                return nil
            }
        }
        return nil
    }

    private static func name(_ tag: ArraySlice<UInt8>) -> String? {
        let name = tag.prefix { !isBlank($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
        let isName = name.allSatisfy {
            isPlainByte($0) || $0 == UInt8(ascii: ":") || $0 >= 0x80
        }
        return name.isEmpty || !isName ? nil : String(decoding: name, as: UTF8.self)
    }

    /// The attributes of a tag; nil when they are not written as XML wants them.
    static func attributes(of tag: [UInt8]) -> [(name: String, value: String)]? {
        guard let name = name(tag[1...]) else { return nil }
        var rest = tag[(1 + name.utf8.count)...].dropLast()
        if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
        var found: [(name: String, value: String)] = []
        while true {
            let trimmed = rest.drop(while: isBlank)
            if trimmed.isEmpty { return found }
            guard trimmed.startIndex > rest.startIndex,
                let equals = trimmed.firstIndex(of: UInt8(ascii: "="))
            else { return nil }
            let key = trimmed[..<equals].filter { !isBlank($0) }
            let value = trimmed[(equals + 1)...].drop(while: isBlank)
            guard !key.isEmpty, let quote = value.first, quote == 0x22 || quote == 0x27,
                let end = value.dropFirst().firstIndex(of: quote)
            else { return nil }
            let text = value[(value.startIndex + 1)..<end]
            guard !text.contains(UInt8(ascii: "<")), isSound(text) else { return nil }
            found.append((String(decoding: key, as: UTF8.self), XMLPieces.decoded(text)))
            rest = value[(end + 1)...]
        }
    }

    /// Whether every `&` begins one of the five entities or a number.
    private static func isSound(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
            guard let end = rest[mark...].firstIndex(of: UInt8(ascii: ";")), end - mark < 12 else {
                return false
            }
            let name = String(decoding: rest[(mark + 1)..<end], as: UTF8.self)
            let isKnown =
                ["lt", "gt", "amp", "quot", "apos"].contains(name)
                || name.wholeMatch(of: /#[0-9]+|#x[0-9A-Fa-f]+/) != nil
            guard isKnown else { return false }
            rest = rest[(end + 1)...]
        }
        return true
    }
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
