/// Writes values as JSON straight into bytes, in the order in which they encode themselves.
///
/// The journal is written thousands of times a second, and Foundation's encoder, which builds a
/// tree first, took longer than everything else of a decision. The house's values consist of texts,
/// whole numbers, booleans and each other; dates, data and addresses have no special form here.
struct JournalEncoder: Encoder {
    fileprivate let output: Output

    /// The JSON of a value.
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let output = Output()
        try value.encode(to: JournalEncoder(output: output))
        output.close(to: 0)
        return output.bytes
    }

    /// The JSON of a value, packed on the way: for values whose text is very long.
    static func packed(_ value: some Encodable) throws -> [String] {
        let packer = TextPacker()
        let output = Output(packer)
        try value.encode(to: JournalEncoder(output: output))
        output.close(to: 0)
        output.hand(over: 0)
        return packer.finish()
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(KeyedFields(output, output.open(.object)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        Items(output, output.open(.array))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(output: output) }
}

/// One object written field by field, where what is written is known beforehand: without the
/// boxes that an encoder needs.
struct JSONObject {
    private let output = Output()
    private let depth: Int

    init() { depth = output.open(.object) }

    func add(_ name: String, _ value: String) {
        output.begin(depth, name)
        output.write(value)
    }

    func add(_ name: String, _ value: some BinaryInteger) {
        output.begin(depth, name)
        output.write(number: value)
    }

    func add(_ name: String, _ values: [String]) {
        output.begin(depth, name)
        let inner = output.open(.array)
        for value in values {
            output.begin(inner)
            output.write(value)
        }
    }

    /// The object, complete.
    var bytes: [UInt8] {
        output.close(to: 0)
        return output.bytes
    }
}

/// The bytes so far, and the objects and arrays that are open. Writing to an outer one closes those
/// within it: that is the only sign that they are complete.
private final class Output {
    enum Kind {
        case object, array

        var opening: UInt8 { self == .object ? UInt8(ascii: "{") : UInt8(ascii: "[") }
        var closing: UInt8 { self == .object ? UInt8(ascii: "}") : UInt8(ascii: "]") }
    }

    var bytes: [UInt8] = []
    private var pending: [(closing: UInt8, isEmpty: Bool)] = []
    /// Where the bytes go whenever they are many; nil: they stay.
    private let packer: TextPacker?

    init(_ packer: TextPacker? = nil) {
        self.packer = packer
        bytes.reserveCapacity(512)
    }

    /// Hands the bytes on when they are more than so many.
    func hand(over count: Int) {
        guard let packer, bytes.count > count else { return }
        packer.add(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Opens one more and gives its depth.
    func open(_ kind: Kind) -> Int {
        bytes.append(kind.opening)
        pending.append((kind.closing, true))
        return pending.count
    }

    func close(to depth: Int) {
        while pending.count > depth { bytes.append(pending.removeLast().closing) }
    }

    /// Gets ready for the next thing in the object or array of a depth.
    func begin(_ depth: Int) {
        close(to: depth)
        hand(over: 1 << 16)
        if pending[depth - 1].isEmpty {
            pending[depth - 1].isEmpty = false
        } else {
            bytes.append(UInt8(ascii: ","))
        }
    }

    func begin(_ depth: Int, _ key: some CodingKey) { begin(depth, key.stringValue) }

    func begin(_ depth: Int, _ name: String) {
        begin(depth)
        write(name)
        bytes.append(UInt8(ascii: ":"))
    }

    func write(_ value: some Encodable) throws {
        try value.encode(to: JournalEncoder(output: self))
    }

    func write(number: some BinaryInteger) { bytes.append(contentsOf: String(number).utf8) }

    func write(_ flag: Bool) { bytes.append(contentsOf: (flag ? "true" : "false").utf8) }

    func writeNull() { bytes.append(contentsOf: "null".utf8) }

    func write(_ number: Double) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number, .init(codingPath: [], debugDescription: "not a finite number"))
        }
        bytes.append(contentsOf: number.description.utf8)
    }

    func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { units in
            var start = 0
            for index in units.indices where Self.needsEscape(units[index]) {
                bytes.append(contentsOf: units[start..<index])
                escape(units[index])
                start = index + 1
            }
            bytes.append(contentsOf: units[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func needsEscape(_ unit: UInt8) -> Bool {
        unit < 0x20 || unit == UInt8(ascii: "\"") || unit == UInt8(ascii: "\\")
    }

    private func escape(_ unit: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        guard unit < 0x20 else { return bytes.append(unit) }
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "u00".utf8)
        bytes.append(digits[Int(unit >> 4)])
        bytes.append(digits[Int(unit & 15)])
    }
}

/// The fields of one object.
private struct KeyedFields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    private let output: Output
    private let depth: Int

    init(_ output: Output, _ depth: Int) { (self.output, self.depth) = (output, depth) }

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
        output.begin(depth, key)
        output.writeNull()
    }

    func encode(_ value: Bool, forKey key: Key) {
        output.begin(depth, key)
        output.write(value)
    }

    func encode(_ value: String, forKey key: Key) {
        output.begin(depth, key)
        output.write(value)
    }

    func encode(_ value: Int, forKey key: Key) {
        output.begin(depth, key)
        output.write(number: value)
    }

    func encode(_ value: Int64, forKey key: Key) {
        output.begin(depth, key)
        output.write(number: value)
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        output.begin(depth, key)
        try output.write(value)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        output.begin(depth, key)
        return KeyedEncodingContainer(KeyedFields<Nested>(output, output.open(.object)))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        output.begin(depth, key)
        return Items(output, output.open(.array))
    }

    func superEncoder() -> any Encoder { superEncoder(named: "super") }

    func superEncoder(forKey key: Key) -> any Encoder { superEncoder(named: key.stringValue) }

    private func superEncoder(named name: String) -> any Encoder {
        output.begin(depth)
        output.write(name)
        output.bytes.append(UInt8(ascii: ":"))
        return JournalEncoder(output: output)
    }
}

/// The items of one array.
private struct Items: UnkeyedEncodingContainer {
    private let output: Output
    private let depth: Int
    private(set) var count = 0

    init(_ output: Output, _ depth: Int) { (self.output, self.depth) = (output, depth) }

    var codingPath: [any CodingKey] { [] }

    private mutating func begin() {
        output.begin(depth)
        count += 1
    }

    mutating func encodeNil() {
        begin()
        output.writeNull()
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        begin()
        try output.write(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        begin()
        return KeyedEncodingContainer(KeyedFields<Nested>(output, output.open(.object)))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        begin()
        return Items(output, output.open(.array))
    }

    mutating func superEncoder() -> any Encoder {
        begin()
        return JournalEncoder(output: output)
    }
}

/// One value that stands for itself.
private struct Single: SingleValueEncodingContainer {
    let output: Output

    var codingPath: [any CodingKey] { [] }

    func encodeNil() { output.writeNull() }
    func encode(_ value: Bool) { output.write(value) }
    func encode(_ value: String) { output.write(value) }
    func encode(_ value: Double) throws { try output.write(value) }
    func encode(_ value: Float) throws { try output.write(Double(value)) }
    func encode(_ value: Int) { output.write(number: value) }
    func encode(_ value: Int8) { output.write(number: value) }
    func encode(_ value: Int16) { output.write(number: value) }
    func encode(_ value: Int32) { output.write(number: value) }
    func encode(_ value: Int64) { output.write(number: value) }
    func encode(_ value: UInt) { output.write(number: value) }
    func encode(_ value: UInt8) { output.write(number: value) }
    func encode(_ value: UInt16) { output.write(number: value) }
    func encode(_ value: UInt32) { output.write(number: value) }
    func encode(_ value: UInt64) { output.write(number: value) }
    func encode<Value: Encodable>(_ value: Value) throws { try output.write(value) }
}
