/// Reads values from JSON as ``JournalEncoder`` writes it, several times quicker than Foundation's
/// decoder, which builds a dictionary for every object.
///
/// Replays and what-ifs read millions of entries. The house's values consist of texts, numbers,
/// booleans and each other; dates, data and addresses have no special form here.
struct JournalDecoder: Decoder {
    fileprivate let tape: JournalTape
    fileprivate let index: Int

    /// The value of a JSON text.
    /// - Throws: `DecodingError`, without the path of what was wrong.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try Value(from: JournalDecoder(tape: JournalTape(bytes), index: 0))
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard kind == .object else { throw mismatch([String: Int].self) }
        return KeyedDecodingContainer(NamedValues(tape, index))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard kind == .array else { throw mismatch([Int].self) }
        return ListedValues(tape, index)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    fileprivate var kind: JournalTape.Kind { tape.values[index].kind }

    fileprivate func mismatch(_ type: Any.Type) -> DecodingError {
        let context = DecodingError.Context(codingPath: [], debugDescription: "found \(kind)")
        return kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    private func integer<Number: FixedWidthInteger>() throws -> Number {
        guard let number: Number = tape.integer(index) else { throw mismatch(Number.self) }
        return number
    }
}

extension JournalDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard kind == .yes || kind == .no else { throw mismatch(type) }
        return kind == .yes
    }

    func decode(_ type: String.Type) throws -> String {
        guard kind == .text || kind == .escaped else { throw mismatch(type) }
        return tape.text(index)
    }

    func decode(_ type: Double.Type) throws -> Double {
        guard let number = tape.double(index) else { throw mismatch(type) }
        return number
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
    func decode(_ type: Int.Type) throws -> Int { try integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}

/// The fields of one object.
private struct NamedValues<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let tape: JournalTape
    private let object: Int

    init(_ tape: JournalTape, _ object: Int) { (self.tape, self.object) = (tape, object) }

    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        var keys: [Key] = []
        var at = object + 1
        while at < Int(tape.values[object].next) {
            if let key = Key(stringValue: tape.text(at)) { keys.append(key) }
            at = Int(tape.values[at + 1].next)
        }
        return keys
    }

    private func value(_ key: some CodingKey) throws -> JournalDecoder {
        guard let index = tape.field(key.stringValue, of: object) else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: [], debugDescription: "no \(key.stringValue)"))
        }
        return JournalDecoder(tape: tape, index: index)
    }

    func contains(_ key: Key) -> Bool { tape.field(key.stringValue, of: object) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        try value(key).decode(type)
    }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
        try value(key).decode(type)
    }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try Value(from: try value(key))
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try value(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        guard let index = tape.field("super", of: object) else {
            throw DecodingError.valueNotFound(
                (any Decoder).self, .init(codingPath: [], debugDescription: "no super"))
        }
        return JournalDecoder(tape: tape, index: index)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }
}

/// The values of one array.
private struct ListedValues: UnkeyedDecodingContainer {
    private let tape: JournalTape
    private let all: Int
    private var at: Int
    private(set) var currentIndex = 0

    init(_ tape: JournalTape, _ array: Int) {
        self.tape = tape
        all = Int(tape.values[array].start)
        at = array + 1
    }

    var codingPath: [any CodingKey] { [] }
    var count: Int? { all }
    var isAtEnd: Bool { currentIndex == all }

    private mutating func next() throws -> JournalDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                (any Decoder).self, .init(codingPath: [], debugDescription: "the array is over"))
        }
        defer {
            currentIndex += 1
            at = Int(tape.values[at].next)
        }
        return JournalDecoder(tape: tape, index: at)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, tape.values[at].kind == .null else { return false }
        _ = try next()
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try next()
        return try Value(from: value)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try next() }
}
