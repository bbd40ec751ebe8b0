import Glibc

/// Requests at an even pace, one after the other.
struct PacedPlan: Codable, Sendable {
    /// The port of the server.
    var port: Int
    /// How many.
    var count: Int
    /// From one to the next.
    var everyMilliseconds: Int
    /// The whole request. `############` in it becomes the number of the request, from 1.
    var request: String
    /// The status every answer must have.
    var status: Int
}

/// Sends them on one connection.
struct PacedClient {
    let plan: PacedPlan

    /// When each was sent, by ``Stopwatch/now()``.
    func run() throws -> [UInt64] {
        let wire = try Wire(port: plan.port)
        defer { wire.close() }
        var request = NumberedRequest(plan.request)
        let start = Stopwatch.now()
        return try (0..<plan.count).map { index in
            let due = start + UInt64(index * plan.everyMilliseconds) * 1_000_000
            let now = Stopwatch.now()
            if due > now { usleep(UInt32((due - now) / 1000)) }
            let sentAt = Stopwatch.now()
            try wire.send(request.next())
            try answer(wire)
            return sentAt
        }
    }

    private func answer(_ wire: Wire) throws {
        var reader = AnswerReader()
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            var isWhole = false
            while !isWhole {
                let count = try wire.receive(into: buffer)
                isWhole = try reader.take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
        guard reader.status == plan.status else {
            throw AnswerReader.Fault(description: "status \(reader.status), not \(plan.status)")
        }
    }
}

/// A request in which the number of the request stands.
struct NumberedRequest {
    private var bytes: [UInt8]
    private let marks: [Int]
    private var number = 0
    private static let width = 12

    /// `############` becomes the number.
    init(_ text: String) {
        bytes = Array(text.utf8)
        marks = Self.marks(in: bytes)
    }

    /// Where numbers go.
    static func marks(in request: [UInt8]) -> [Int] {
        let mark = Array(repeating: UInt8(ascii: "#"), count: width)
        return request.indices.filter { request[$0...].starts(with: mark) }
    }

    /// The same with the next number, from 1.
    mutating func next() -> [UInt8] {
        number += 1
        for mark in marks {
            var rest = number
            for place in stride(from: mark + Self.width - 1, through: mark, by: -1) {
                bytes[place] = UInt8(48 + rest % 10)
                rest /= 10
            }
        }
        return bytes
    }
}
