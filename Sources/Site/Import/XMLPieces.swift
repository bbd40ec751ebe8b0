/// Goes through XML as programs write it, in pieces of any length: tags, their attributes and the
/// text between them. Names lose their prefix; documents that declare entities are at their end.
struct XMLPieces {
    /// A tag that opens.
    struct Tag {
        /// Its name without prefix.
        let name: String
        fileprivate let text: ArraySlice<UInt8>

        /// An attribute by its name, prefix included; nil when the tag has none of it.
        func attribute(_ name: String) -> String? {
            let wanted = Array(name.utf8)
            var rest = text
            while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
                let key = rest[..<equals].split(whereSeparator: isXMLBlank).last ?? []
                guard let open = rest[equals...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
                    let close = rest[(open + 1)...].firstIndex(of: rest[open])
                else { return nil }
                if key.elementsEqual(wanted) { return decoded(rest[(open + 1)..<close]) }
                rest = rest[(close + 1)...]
            }
            return nil
        }
    }

    /// What was met.
    enum Piece {
        case open(Tag)
        case close(String)
        case text(ArraySlice<UInt8>)
    }

    private var rest: [UInt8] = []
    private var isOver = false

    /// Takes the next bytes and tells what is complete by now.
    mutating func feed(_ bytes: [UInt8], _ tell: (Piece) -> Void) {
        guard !isOver else { return }
        rest += bytes
        var place = rest.startIndex
        while let start = rest[place...].firstIndex(of: UInt8(ascii: "<")) {
            if start > place { tell(.text(rest[place..<start])) }
            place = start
            guard let end = end(of: start) else { break }
            if !tellMarkup(rest[(start + 1)..<end], tell) {
                isOver = true
                return
            }
            place = end + 1
        }
        rest = Array(rest[place...])
    }

    /// The last byte of the markup that begins here; nil while it is not here yet.
    private func end(of start: Int) -> Int? {
        let inner = rest[(start + 1)...]
        guard inner.count >= 8 || inner.contains(UInt8(ascii: ">")) else { return nil }
        if inner.starts(with: "!--".utf8) { return end(of: "-->", from: start + 4) }
        if inner.starts(with: "![CDATA[".utf8) { return end(of: "]]>", from: start + 9) }
        var quote: UInt8?
        for index in inner.indices {
            let byte = rest[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            }
        }
        return nil
    }

    private func end(of mark: String, from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        var place = start
        while place + mark.count <= rest.count {
            if rest[place..<place + mark.count].elementsEqual(mark) {
                return place + mark.count - 1
            }
            place += 1
        }
        return nil
    }

    /// False for a document type: such a file is not of a spreadsheet.
    private func tellMarkup(_ inner: ArraySlice<UInt8>, _ tell: (Piece) -> Void) -> Bool {
        guard let first = inner.first else { return true }
        switch first {
        case UInt8(ascii: "?"): return true
        case UInt8(ascii: "!"):
            if inner.starts(with: "![CDATA[".utf8) {
                tell(.text(inner.dropFirst(8).dropLast(2)))
                return true
            }
            return inner.starts(with: "!--".utf8)
        case UInt8(ascii: "/"): tell(.close(Self.name(inner.dropFirst())))
        default:
            let isEmpty = inner.last == UInt8(ascii: "/")
            let name = Self.name(inner)
            tell(.open(Tag(name: name, text: isEmpty ? inner.dropLast() : inner)))
            if isEmpty { tell(.close(name)) }
        }
        return true
    }

    private static func name(_ inner: ArraySlice<UInt8>) -> String {
        let whole = inner.prefix { !isXMLBlank($0) && $0 != UInt8(ascii: "/") }
        let local = whole.lastIndex(of: UInt8(ascii: ":")).map { whole[($0 + 1)...] } ?? whole
        return String(decoding: local, as: UTF8.self)
    }

    /// The text behind the five entities and numbers of characters.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var text = ""
        var rest = bytes
        while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
            text += String(decoding: rest[..<mark], as: UTF8.self)
            guard let end = rest[mark...].firstIndex(of: UInt8(ascii: ";")), end - mark < 12 else {
                text += "&"
                rest = rest[(mark + 1)...]
                continue
            }
            text += entity(String(decoding: rest[(mark + 1)..<end], as: UTF8.self))
            rest = rest[(end + 1)...]
        }
        return text + String(decoding: rest, as: UTF8.self)
    }

    private static func entity(_ name: String) -> String {
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return "" }
            let number =
                name.hasPrefix("#x")
                ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
            return number.flatMap(Unicode.Scalar.init).map { "\($0)" } ?? ""
        }
    }
}

private func isXMLBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

private func decoded(_ bytes: ArraySlice<UInt8>) -> String { XMLPieces.decoded(bytes) }
