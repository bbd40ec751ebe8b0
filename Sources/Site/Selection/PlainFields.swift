/// A JSON object whose values are texts without escapes, read in one pass: what a phone sends in a
/// rush. Nil for everything else, which the usual reader judges.
struct PlainFields {
    private let bytes: [UInt8]
    private var place = 0

    /// The fields by name.
    static func read(_ bytes: [UInt8]) -> [String: String]? {
        var reader = PlainFields(bytes)
        return reader.object()
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func object() -> [String: String]? {
        guard take("{") else { return nil }
        var fields: [String: String] = [:]
        repeat {
            guard let name = text(), take(":"), let value = text(),
                fields.updateValue(value, forKey: name) == nil
            else { return nil }
        } while take(",")
        guard take("}") else { return nil }
        skip()
        return place == bytes.count ? fields : nil
    }

    private mutating func skip() {
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skip()
        guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }

    private mutating func text() -> String? {
        guard take("\"") else { return nil }
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            guard bytes[place] >= 0x20, bytes[place] != UInt8(ascii: "\\") else { return nil }
            place += 1
        }
        guard place < bytes.count else { return nil }
        defer { place += 1 }
        return String(validating: bytes[start..<place], as: UTF8.self)
    }
}

extension APIBody.Pick {
    /// A pick as phones send it; nil when it is written in another way.
    init?(plain body: [UInt8]) {
        guard let fields = PlainFields.read(body), fields.count == 3, let id = fields["id"],
            let code = fields["code"], let unit = fields["unit"]
        else { return nil }
        self.init(id: id, code: code, unit: unit)
    }
}
