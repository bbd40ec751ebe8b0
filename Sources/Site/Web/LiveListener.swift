import NIOCore
import Synchronization

/// One open stream. It holds at most one event of each name, the newest, so a listener that reads
/// slowly skips what is out of date and never fills the memory.
final class LiveListener: Sendable {
    let topics: [String]

    private struct State {
        var newest: [String: Int64] = [:]
        var pending: [LiveEvent] = []
        var beats = false
        var isClosed = false
        var waiter: CheckedContinuation<Void, Never>?

        /// Takes out whoever waits when there is something for them.
        mutating func wake() -> CheckedContinuation<Void, Never>? {
            defer { waiter = nil }
            return waiter
        }
    }

    private let state = Mutex(State())

    init(topics: [String]) { self.topics = topics }

    /// Puts an event in, unless newer content of its name was here already.
    func offer(_ event: LiveEvent) {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard !state.isClosed, event.id > state.newest[event.name] ?? .min else { return nil }
            state.newest[event.name] = event.id
            if let place = state.pending.firstIndex(where: { $0.name == event.name }) {
                state.pending[place] = event
            } else {
                state.pending.append(event)
            }
            return state.wake()
        }
        waiter?.resume()
    }

    /// Asks for a sign of life to be sent.
    func beat() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.beats = true
            return state.wake()
        }
        waiter?.resume()
    }

    /// Ends the stream after what is pending.
    func close() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.isClosed = true
            return state.wake()
        }
        waiter?.resume()
    }

    /// What is to be sent next; waits until there is something. Nil at the end of the stream.
    func next() async -> [ByteBuffer]? {
        await withTaskCancellationHandler {
            while true {
                if let frames = take() { return frames.isEmpty ? nil : frames }
                await wait()
            }
        } onCancel: {
            close()
        }
    }

    /// The pending frames, an empty list at the end, nil when there is nothing yet.
    private func take() -> [ByteBuffer]? {
        state.withLock { state in
            var frames = state.pending.map(\.frame)
            state.pending = []
            if frames.isEmpty && state.beats { frames = [.heartbeat] }
            state.beats = false
            return frames.isEmpty && !state.isClosed ? nil : frames
        }
    }

    private func wait() async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.isClosed || state.beats || !state.pending.isEmpty { return true }
                state.waiter = continuation
                return false
            }
            if isReady { continuation.resume() }
        }
    }
}
