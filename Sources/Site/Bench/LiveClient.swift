import Glibc

/// What an audience of a live page is to do.
struct LivePlan: Codable, Sendable {
    /// The port of the server.
    var port: Int
    /// How many listen.
    var listeners: Int
    /// The request that opens the stream.
    var request: String
    /// The name of the events that are waited for.
    var event: String
}

/// When an event reached a listener.
struct LiveArrival: Codable, Sendable {
    /// The number of the event.
    var id: Int
    /// When, by ``Stopwatch/now()``.
    var at: UInt64
}

/// Many listeners of a live page in one process.
struct LiveClient {
    private let plan: LivePlan
    private var wires: [Wire] = []
    private var readers: [LiveReader] = []
    private var arrivals: [LiveArrival] = []
    private var heard: Set<Int> = []

    /// Prepares the audience.
    init(_ plan: LivePlan) { self.plan = plan }

    /// Opens the streams, calls `onReady` when every listener has had its first event, and listens
    /// until the standard input ends.
    mutating func run(onReady: () -> Void) throws -> [LiveArrival] {
        Wire.raiseLimit()
        let request = Array(plan.request.utf8)
        for _ in 0..<plan.listeners {
            let wire = try Wire(port: plan.port)
            try wire.send(request)
            wires.append(wire)
            readers.append(LiveReader(event: plan.event))
        }
        var polls = ([STDIN_FILENO] + wires.map(\.descriptor)).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        var isReady = false
        try withUnsafeTemporaryAllocation(byteCount: 1 << 17, alignment: 16) { buffer in
            while polls[0].revents == 0 {
                guard poll(&polls, nfds_t(polls.count), 30_000) > 0 else {
                    throw Wire.Fault("nothing came in thirty seconds")
                }
                for index in wires.indices where polls[index + 1].revents != 0 {
                    try listen(index, buffer)
                }
                if !isReady, heard.count == wires.count {
                    isReady = true
                    onReady()
                }
            }
        }
        for wire in wires { wire.close() }
        return arrivals
    }

    private mutating func listen(_ index: Int, _ buffer: UnsafeMutableRawBufferPointer) throws {
        let count = try wires[index].receive(into: buffer)
        let found = readers[index].take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        guard !found.isEmpty else { return }
        heard.insert(index)
        let now = Stopwatch.now()
        arrivals += found.map { LiveArrival(id: $0, at: now) }
    }
}
