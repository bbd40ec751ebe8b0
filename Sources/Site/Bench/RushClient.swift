import Glibc

/// An opening as many buyers meet it: each picks a few times, whatever the answers are.
struct RushPlan: Codable, Sendable {
    /// The port of the server.
    var port: Int
    /// Connections, each with one request on its way.
    var connections = 64
    /// The opening.
    var activity: String
    /// The buyers' order codes.
    var codes: [String]
    /// What is to be had.
    var units: [String]
    /// Picks of each buyer.
    var picks: Int

    /// How many requests there are: first everybody's first, then everybody's second.
    var count: Int { codes.count * picks }

    /// Who asks with a request.
    func buyer(of request: Int) -> Int { request % codes.count }

    /// What for: anything, and the same in every process.
    func unit(of request: Int) -> Int {
        var mixed = UInt64(request) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(units.count))
    }

    /// The bytes of a request.
    func bytes(of request: Int) -> [UInt8] {
        let code = codes[buyer(of: request)]
        let body =
            "{\"id\":\"r\(request)\",\"code\":\"\(code)\","
            + "\"unit\":\"\(units[unit(of: request)])\"}"
        return Array(
            """
            POST /api/v1/openings/\(activity)/picks HTTP/1.1\r
            Host: 127.0.0.1:\(port)\r
            Content-Type: application/json\r
            Content-Length: \(body.utf8.count)\r
            \r
            \(body)
            """.utf8)
    }
}

/// What every request was answered with, and when, by ``Stopwatch/now()``.
struct RushAnswers: Codable, Sendable, Equatable {
    var statuses: [Int]
    var sentAt: [UInt64]
    var doneAt: [UInt64]
}

/// Sends the picks of a rush on many connections and keeps every answer.
struct RushClient {
    private struct Line {
        let wire: Wire
        var reader = AnswerReader()
        var request = 0
    }

    private let plan: RushPlan
    /// Made before the first is sent: the load is no work of the clock's.
    private let requests: [[UInt8]]
    private var lines: [Line]
    private var next = 0
    private var answers: RushAnswers

    /// Opens the connections.
    init(_ plan: RushPlan) throws {
        self.plan = plan
        requests = (0..<plan.count).map(plan.bytes)
        lines = try (0..<plan.connections).map { _ in Line(wire: try Wire(port: plan.port)) }
        answers = RushAnswers(
            statuses: Array(repeating: 0, count: plan.count),
            sentAt: Array(repeating: 0, count: plan.count),
            doneAt: Array(repeating: 0, count: plan.count))
    }

    /// Runs the plan to its last answer.
    mutating func run() throws -> RushAnswers {
        for index in lines.indices where next < plan.count { try ask(index) }
        var polls = lines.map { pollfd(fd: $0.wire.descriptor, events: Int16(POLLIN), revents: 0) }
        var left = plan.count
        try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            while left > 0 {
                guard poll(&polls, nfds_t(polls.count), 10_000) > 0 else {
                    throw Wire.Fault("no answer in ten seconds")
                }
                for index in polls.indices where polls[index].revents != 0 {
                    if try read(index, buffer) { left -= 1 }
                }
            }
        }
        for line in lines { line.wire.close() }
        return answers
    }

    private mutating func ask(_ index: Int) throws {
        lines[index].request = next
        answers.sentAt[next] = Stopwatch.now()
        try lines[index].wire.send(requests[next])
        next += 1
    }

    /// Whether an answer is whole now.
    private mutating func read(
        _ index: Int, _ buffer: UnsafeMutableRawBufferPointer
    ) throws -> Bool {
        let count = try lines[index].wire.receive(into: buffer)
        guard try lines[index].reader.take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        else { return false }
        let (request, status) = (lines[index].request, lines[index].reader.status)
        guard status == 200 || status == 409 else {
            throw AnswerReader.Fault(description: "status \(status) for a pick")
        }
        answers.statuses[request] = status
        answers.doneAt[request] = Stopwatch.now()
        if next < plan.count { try ask(index) }
        return true
    }
}
