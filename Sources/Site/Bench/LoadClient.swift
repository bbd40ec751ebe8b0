import Glibc

/// What a load generator is to do.
struct LoadPlan: Codable, Sendable {
    /// The port of the server.
    var port: Int
    /// Connections, each with one request on its way.
    var connections = 64
    /// How long nothing is counted at first.
    var warmUpSeconds = 0.5
    /// How long answers are counted.
    var seconds: Double
    /// The whole request. `############` in it becomes the number of the request.
    var request: String
    /// The status every answer must have.
    var status: Int
}

/// What came of a load.
struct LoadResult: Codable, Sendable, Equatable {
    /// Answers a second.
    var rate: Double
    /// Half of the answers took no longer, in microseconds.
    var p50: Double
    /// 99 of 100 answers took no longer, in microseconds.
    var p99: Double
    /// Answers counted.
    var count: Int
    /// Processor time of the server for each answer, in microseconds, as the server finds it.
    var cost: Double?
}

/// Sends one request over and over on many connections and waits for each answer. One thread and no
/// library, so that it takes as little as possible of the machine that it shares with the server.
struct LoadClient {
    private struct Line {
        let wire: Wire
        var reader = AnswerReader()
        var sentAt: UInt64 = 0
    }

    private let plan: LoadPlan
    private var request: NumberedRequest
    private var lines: [Line]
    private var samples: [UInt64] = []

    /// Opens the connections.
    init(_ plan: LoadPlan) throws {
        self.plan = plan
        request = NumberedRequest(plan.request)
        lines = try (0..<plan.connections).map { _ in Line(wire: try Wire(port: plan.port)) }
    }

    /// Runs the plan.
    mutating func run() throws -> LoadResult {
        let start = Stopwatch.now()
        let from = start + UInt64(plan.warmUpSeconds * 1e9)
        let end = from + UInt64(plan.seconds * 1e9)
        samples.reserveCapacity(1 << 18)
        for index in lines.indices { try ask(index) }
        var polls = lines.map { pollfd(fd: $0.wire.descriptor, events: Int16(POLLIN), revents: 0) }
        try withUnsafeTemporaryAllocation(byteCount: 1 << 17, alignment: 16) { buffer in
            while Stopwatch.now() < end {
                guard poll(&polls, nfds_t(polls.count), 5000) > 0 else {
                    throw Wire.Fault("no answer in five seconds")
                }
                for index in polls.indices where polls[index].revents != 0 {
                    try read(index, buffer, counting: from..<end)
                }
            }
        }
        for line in lines { line.wire.close() }
        let times = Quantiles(samples)
        return LoadResult(
            rate: Double(times.count) / plan.seconds, p50: Double(times.at(0.5)) / 1000,
            p99: Double(times.at(0.99)) / 1000, count: times.count)
    }

    private mutating func ask(_ index: Int) throws {
        let bytes = request.next()
        lines[index].sentAt = Stopwatch.now()
        try lines[index].wire.send(bytes)
    }

    private mutating func read(
        _ index: Int, _ buffer: UnsafeMutableRawBufferPointer, counting window: Range<UInt64>
    ) throws {
        let count = try lines[index].wire.receive(into: buffer)
        guard try lines[index].reader.take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        else { return }
        guard lines[index].reader.status == plan.status else {
            throw AnswerReader.Fault(
                description: "status \(lines[index].reader.status), not \(plan.status): "
                    + "\(plan.request.prefix { $0 != "\r\n" })")
        }
        let now = Stopwatch.now()
        if window.contains(now) { samples.append(now - lines[index].sentAt) }
        try ask(index)
    }
}
