import Synchronization

/// Makes identifiers of 26 characters that sort by time: 48 bits of milliseconds and 80 random
/// bits, written in base 32 without the letters i, l, o and u. Two identifiers of the same
/// millisecond (or of a clock that stepped back) still ascend.
final class SortableIDs: Sendable {
    private struct Last {
        var milliseconds: Int64 = -1
        var high: UInt16 = 0
        var low: UInt64 = 0
    }

    private let last = Mutex(Last())

    /// The next identifier, for a clock that shows `milliseconds`.
    func next(at milliseconds: Int64) -> String {
        let fresh = randomBytes(10)
        let value = last.withLock { last in
            if milliseconds > last.milliseconds {
                last.milliseconds = milliseconds
                // The top bit stays clear, which leaves room to count upwards.
                last.high = (UInt16(fresh[0]) << 8 | UInt16(fresh[1])) & 0x7FFF
                last.low = fresh[2...].reduce(0) { $0 << 8 | UInt64($1) }
            } else {
                let (sum, overflow) = last.low.addingReportingOverflow(1 + UInt64(fresh[0]))
                last.low = sum
                if overflow { last.high += 1 }
            }
            return last
        }
        return Self.text(
            high: UInt64(value.milliseconds) << 16 | UInt64(value.high), low: value.low)
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// 128 bits as 26 digits of five bits, most significant first.
    private static func text(high: UInt64, low: UInt64) -> String {
        var (high, low) = (high, low)
        var digits = [UInt8](repeating: 0, count: 26)
        for place in digits.indices.reversed() {
            digits[place] = alphabet[Int(low & 31)]
            low = low >> 5 | (high & 31) << 59
            high >>= 5
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
