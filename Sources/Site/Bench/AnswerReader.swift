/// Reads the answers of one connection: knows when each is whole, and keeps nothing of its body.
struct AnswerReader: Sendable {
    /// What is wrong with an answer.
    struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        let description: String
    }

    private var head: [UInt8] = []
    private var bodyLeft: Int?
    /// The status of the answer that is being read or was read last.
    private(set) var status = 0

    /// Takes what came; true when the answer is whole. The next answer may follow only then.
    mutating func take(_ bytes: UnsafeRawBufferPointer) throws(Fault) -> Bool {
        var left: Int
        if let bodyLeft {
            left = bodyLeft - bytes.count
        } else {
            let searched = max(0, head.count - 3)
            head.append(contentsOf: bytes)
            guard let end = Self.endOfHead(head, from: searched) else { return false }
            left = try readHead(end) - (head.count - end)
        }
        guard left >= 0 else { throw Fault(description: "more bytes than the answer has") }
        bodyLeft = left
        guard left == 0 else { return false }
        bodyLeft = nil
        head.removeAll(keepingCapacity: true)
        return true
    }

    /// Reads the status and gives the length of the body.
    private mutating func readHead(_ end: Int) throws(Fault) -> Int {
        guard end > 12, head.starts(with: "HTTP/1.1 ".utf8),
            let status = Self.number(head[9..<12])
        else { throw Fault(description: "not an answer of HTTP/1.1") }
        self.status = status
        if let length = Self.length(head[..<end]) { return length }
        guard status == 204 || status == 304 else {
            throw Fault(description: "an answer without a length")
        }
        return 0
    }

    private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 3 < bytes.count {
            if bytes[index] == 13, bytes[index + 1] == 10, bytes[index + 2] == 13,
                bytes[index + 3] == 10
            {
                return index + 4
            }
            index += 1
        }
        return nil
    }

    private static let lengthName = Array("content-length:".utf8)

    /// The value of the field `Content-Length`, in whatever case it is written.
    private static func length(_ head: ArraySlice<UInt8>) -> Int? {
        var start = head.startIndex
        while let feed = head[start...].firstIndex(of: 10) {
            let line = head[start..<feed]
            if line.first.map({ $0 | 0x20 }) == UInt8(ascii: "c"),
                line.lazy.map({ $0 | 0x20 }).starts(with: lengthName.lazy.map { $0 | 0x20 })
            {
                return number(line.dropFirst(lengthName.count))
            }
            start = feed + 1
        }
        return nil
    }

    /// A whole number with blanks around it.
    private static func number(_ text: ArraySlice<UInt8>) -> Int? {
        var value: Int?
        for byte in text where byte != 13 && byte != 32 {
            guard (48...57).contains(byte), value ?? 0 < 1 << 40 else { return nil }
            value = (value ?? 0) * 10 + Int(byte - 48)
        }
        return value
    }
}
