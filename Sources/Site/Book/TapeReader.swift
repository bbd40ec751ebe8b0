/// Cuts JSON into the values of a ``JournalTape``.
struct TapeReader {
    typealias Value = JournalTape.Value

    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var at = 0

    /// What the letter after a backslash stands for, but for `u`.
    static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12,
        UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
    ]

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var failure: DecodingError { JournalTape.corrupted(at) }

    private func byte() throws -> UInt8 {
        guard at < bytes.count else { throw failure }
        return bytes[at]
    }

    mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
    }

    private mutating func skip(_ letter: UInt8) throws {
        guard try byte() == letter else { throw failure }
        at += 1
    }

    /// One value with all that is within.
    mutating func value(into values: inout [Value], depth: Int) throws {
        if try byte() <= 0x20 { skipSpace() }
        switch try byte() {
        case UInt8(ascii: "{"): try object(into: &values, depth: depth)
        case UInt8(ascii: "["): try array(into: &values, depth: depth)
        case UInt8(ascii: "\""): try text(into: &values)
        case UInt8(ascii: "t"): try word("true", .yes, &values)
        case UInt8(ascii: "f"): try word("false", .no, &values)
        case UInt8(ascii: "n"): try word("null", .null, &values)
        default: try number(into: &values)
        }
    }

    private mutating func object(into values: inout [Value], depth: Int) throws {
        try items(.object, UInt8(ascii: "}"), &values, depth) { reader, values in
            try reader.text(into: &values)
            reader.skipSpace()
            try reader.skip(UInt8(ascii: ":"))
            try reader.value(into: &values, depth: depth - 1)
            return 2
        }
    }

    private mutating func array(into values: inout [Value], depth: Int) throws {
        try items(.array, UInt8(ascii: "]"), &values, depth) { reader, values in
            try reader.value(into: &values, depth: depth - 1)
            return 1
        }
    }

    @inline(__always)
    private mutating func items(
        _ kind: JournalTape.Kind, _ closing: UInt8, _ values: inout [Value], _ depth: Int,
        _ item: (inout TapeReader, inout [Value]) throws -> UInt32
    ) throws {
        guard depth > 0 else { throw failure }
        let index = values.count
        values.append(Value(kind: kind, start: 0, end: 0, next: 0))
        at += 1
        skipSpace()
        var count: UInt32 = 0
        if try byte() == closing {
            at += 1
        } else {
            while true {
                skipSpace()
                count += try item(&self, &values)
                skipSpace()
                let letter = try byte()
                if letter != closing { try skip(UInt8(ascii: ",")) } else { break }
            }
            at += 1
        }
        values[index].start = count
        values[index].next = UInt32(values.count)
    }

    private mutating func text(into values: inout [Value]) throws {
        try skip(UInt8(ascii: "\""))
        let start = at
        var kind = JournalTape.Kind.text
        while true {
            let letter = try byte()
            if letter == UInt8(ascii: "\"") { break }
            guard letter >= 0x20 else { throw failure }
            at += 1
            if letter == UInt8(ascii: "\\") {
                kind = .escaped
                try escape()
            }
        }
        append(kind, from: start, &values)
        at += 1
    }

    private mutating func escape() throws {
        let letter = try byte()
        at += 1
        guard letter == UInt8(ascii: "u") else {
            guard Self.escapes[letter] != nil else { throw failure }
            return
        }
        for _ in 0..<4 {
            let digit = try byte()
            guard Unicode.Scalar(digit).properties.isASCIIHexDigit else { throw failure }
            at += 1
        }
    }

    private mutating func number(into values: inout [Value]) throws {
        let start = at
        while at < bytes.count, Self.isOfNumber(bytes[at]) { at += 1 }
        guard at > start, bytes[at - 1] &- UInt8(ascii: "0") < 10 else { throw failure }
        append(.number, from: start, &values)
    }

    private static func isOfNumber(_ letter: UInt8) -> Bool {
        letter &- UInt8(ascii: "0") < 10 || letter == UInt8(ascii: "-")
            || letter == UInt8(ascii: ".") || letter == UInt8(ascii: "e")
            || letter == UInt8(ascii: "E") || letter == UInt8(ascii: "+")
    }

    private mutating func word(
        _ word: StaticString, _ kind: JournalTape.Kind, _ values: inout [Value]
    ) throws {
        let start = at
        for index in 0..<word.utf8CodeUnitCount { try skip(word.utf8Start[index]) }
        append(kind, from: start, &values)
    }

    private func append(_ kind: JournalTape.Kind, from start: Int, _ values: inout [Value]) {
        values.append(
            Value(
                kind: kind, start: UInt32(start), end: UInt32(at), next: UInt32(values.count + 1)))
    }
}
