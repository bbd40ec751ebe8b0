import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// Sends live parts of pages to everybody who has them open.
final class LiveHub: Service {
    private let listeners = Mutex<[String: [ObjectIdentifier: LiveListener]]>([:])
    private let openCount = Mutex(0)
    private let limit: Int
    private let heartbeat: Duration

    init(limit: Int, heartbeat: Duration) {
        self.limit = limit
        self.heartbeat = heartbeat
    }

    /// How many streams are open.
    var count: Int { openCount.withLock { $0 } }

    /// True when somebody listens: no need to render what nobody sees.
    func hasListeners(_ topic: String) -> Bool {
        listeners.withLock { $0[topic]?.isEmpty == false }
    }

    /// The topics somebody listens to.
    func topics(startingWith prefix: String) -> [String] {
        listeners.withLock { $0.keys.filter { $0.hasPrefix(prefix) } }
    }

    /// Gives an event to everybody who listens to the topic. Never waits for any of them.
    func publish(_ event: LiveEvent, to topic: String) {
        let audience = listeners.withLock { $0[topic].map { Array($0.values) } ?? [] }
        for listener in audience { listener.offer(event) }
    }

    /// Opens a stream. `catchUp` gives the present content; it is asked for after the listener was
    /// entered, so that nothing falls between.
    func stream(
        _ call: Call, topics: [String],
        catchUp: @escaping @Sendable () async throws -> [LiveEvent]
    ) throws(Problem) -> Answer {
        guard count < limit else { throw .busy(after: 5) }
        let body = ResponseBody { [self] writer in
            let listener = enter(topics)
            defer { leave(listener) }
            try await withGracefulShutdownHandler {
                try await writer.write(.reconnectHint)
                for event in try await catchUp() { listener.offer(event) }
                while let frames = await listener.next() {
                    try await writer.write(contentsOf: frames)
                }
                try await writer.finish(nil)
            } onGracefulShutdown: {
                listener.close()
                // Whoever does not read cannot be told; they are left after a moment.
                Task {
                    try? await Task.sleep(for: .seconds(1))
                    call.abandonConnection()
                }
            }
        }
        var answer = Answer(type: "text/event-stream", body: body)
        answer.headers[.cacheControl] = "no-store"
        answer.headers[.xAccelBuffering] = "no"
        return answer
    }

    /// Sends heartbeats until the site stops.
    func run() async throws {
        try? await cancelWhenGracefulShutdown { [self] in
            while true {
                try await Task.sleep(for: heartbeat)
                let all = listeners.withLock { $0.values.flatMap(\.values) }
                for listener in all { listener.beat() }
            }
        }
    }

    func enter(_ topics: [String]) -> LiveListener {
        let listener = LiveListener(topics: topics)
        openCount.withLock { $0 += 1 }
        listeners.withLock { table in
            for topic in topics {
                table[topic, default: [:]][ObjectIdentifier(listener)] = listener
            }
        }
        return listener
    }

    func leave(_ listener: LiveListener) {
        openCount.withLock { $0 -= 1 }
        listeners.withLock { table in
            for topic in listener.topics {
                table[topic]?[ObjectIdentifier(listener)] = nil
                if table[topic]?.isEmpty == true { table[topic] = nil }
            }
        }
    }
}

extension HTTPField.Name {
    static let xAccelBuffering = Self("X-Accel-Buffering")!
}
