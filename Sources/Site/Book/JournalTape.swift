import Foundation

/// A JSON text cut into its values, in the order in which they stand, without a tree: each knows
/// where it begins and where the next one is.
///
/// An object's fields stand behind it as name, value, name, value.
final class JournalTape {
    enum Kind: UInt8 {
        case object, array, text, escaped, number, yes, no, null
    }

    struct Value {
        var kind: Kind
        /// Of a text or number: its first byte, without quotes. Of an object or array: how many
        /// names and values it has directly.
        var start: UInt32
        /// The byte after a text or number. Of an object: the field that was found last.
        var end: UInt32
        /// The value that follows, past everything within.
        var next: UInt32
    }

    let bytes: [UInt8]
    private(set) var values: [Value] = []

    /// How deep objects and arrays may stand in each other.
    private static let deepest = 200

    /// Cuts a text.
    /// - Throws: `DecodingError.dataCorrupted` with the byte at which it is not JSON.
    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        values.reserveCapacity(bytes.count / 6 + 4)
        let end = try bytes.withUnsafeBufferPointer { bytes in
            var reader = TapeReader(bytes: bytes)
            try reader.value(into: &values, depth: Self.deepest)
            reader.skipSpace()
            return reader.at
        }
        guard end == bytes.count else { throw Self.corrupted(end) }
    }

    static func corrupted(_ place: Int) -> DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: "not JSON at byte \(place)"))
    }

    /// The text of a value that is one.
    func text(_ index: Int) -> String {
        let value = values[index]
        let range = bytes[Int(value.start)..<Int(value.end)]
        guard value.kind == .escaped else { return String(decoding: range, as: UTF8.self) }
        return String(decoding: unescaped(range), as: UTF8.self)
    }

    /// The whole number of a value, when it is one and fits.
    func integer<Number: FixedWidthInteger>(_ index: Int) -> Number? {
        let value = values[index]
        guard value.kind == .number else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var at = Int(value.start)
            let isNegative = bytes[at] == UInt8(ascii: "-")
            if isNegative { at += 1 }
            var number: Number = 0
            while at < Int(value.end) {
                let digit = bytes[at] &- UInt8(ascii: "0")
                guard digit < 10 else { return nil }
                let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
                let (sum, isOver) =
                    isNegative
                    ? tens.subtractingReportingOverflow(Number(digit))
                    : tens.addingReportingOverflow(Number(digit))
                if isTooLarge || isOver { return nil }
                number = sum
                at += 1
            }
            return number
        }
    }

    /// The number of a value with a point or without.
    func double(_ index: Int) -> Double? {
        let value = values[index]
        guard value.kind == .number else { return nil }
        return Double(String(decoding: bytes[Int(value.start)..<Int(value.end)], as: UTF8.self))
    }

    /// The field of an object with a name. Looks from the one found last, since fields are read in
    /// the order in which they were written.
    func field(_ name: String, of object: Int) -> Int? {
        var name = name
        return name.withUTF8 { find($0, in: object) }
    }

    private func find(_ name: UnsafeBufferPointer<UInt8>, in object: Int) -> Int? {
        let first = object + 1
        let end = Int(values[object].next)
        guard first < end else { return nil }
        let from = max(first, Int(values[object].end))
        var at = from
        repeat {
            if isName(name, at) {
                values[object].end = UInt32(at)
                return at + 1
            }
            at = Int(values[at + 1].next)
            if at == end { at = first }
        } while at != from
        return nil
    }

    private func isName(_ name: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let value = values[index]
        if value.kind == .escaped { return text(index).utf8.elementsEqual(name) }
        guard Int(value.end - value.start) == name.count else { return false }
        guard let base = name.baseAddress else { return true }
        return bytes.withUnsafeBufferPointer {
            memcmp($0.baseAddress! + Int(value.start), base, name.count) == 0
        }
    }

    /// Undoes the signs for bytes that a text cannot hold; ``TapeReader`` has seen that they are
    /// whole.
    private func unescaped(_ range: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        var at = range.startIndex
        while at < range.endIndex {
            guard range[at] == UInt8(ascii: "\\") else {
                plain.append(range[at])
                at += 1
                continue
            }
            if range[at + 1] == UInt8(ascii: "u") {
                var units = [unit(range, at + 2)]
                at += 6
                if UTF16.isLeadSurrogate(units[0]), at + 6 <= range.endIndex,
                    range[at] == UInt8(ascii: "\\"), range[at + 1] == UInt8(ascii: "u")
                {
                    units.append(unit(range, at + 2))
                    at += 6
                }
                plain.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
            } else {
                plain.append(TapeReader.escapes[range[at + 1]] ?? range[at + 1])
                at += 2
            }
        }
        return plain
    }

    private func unit(_ range: ArraySlice<UInt8>, _ start: Int) -> UInt16 {
        let digits = String(decoding: range[start..<start + 4], as: UTF8.self)
        return UInt16(digits, radix: 16) ?? 0xFFFD
    }
}
