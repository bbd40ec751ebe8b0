import CLibpq
import Dispatch
import Synchronization

/// Asks a server from another thread to stop what a connection is doing.
final class PostgresCanceller: Sendable {
    nonisolated(unsafe) private let handle: OpaquePointer?

    init(_ connection: OpaquePointer) {
        handle = PQgetCancel(connection)
    }

    deinit {
        PQfreeCancel(handle)
    }

    /// Blocks until the server has heard of it. Harmless when the connection does nothing.
    func send() {
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(handle, &message, Int32(message.count))
    }
}

/// One read or write as its task sees it: it can be cancelled from there until it commits.
final class PostgresAccess: Sendable {
    private struct State {
        var isCancelled = false
        var isCommitting = false
        var canceller: PostgresCanceller?
    }

    private let state = Mutex(State())
    /// Not a shared queue, whose few threads others may block.
    private static let queue = DispatchQueue(label: "anchang.postgres.cancel")

    /// Whether the task was cancelled before the commit began.
    var isCancelled: Bool {
        state.withLock { $0.isCancelled }
    }

    /// Names the connection that is to be stopped by ``cancel()``.
    func begin(_ canceller: PostgresCanceller) throws {
        try state.withLock { state in
            if state.isCancelled { throw DatabaseFailure.cancelled }
            state.canceller = canceller
        }
    }

    /// From here on a cancellation comes too late, so that the outcome is never in doubt.
    func beginCommit() throws {
        try state.withLock { state in
            if state.isCancelled { throw DatabaseFailure.cancelled }
            state.isCommitting = true
        }
    }

    /// Forgets the connection, after which it may serve others.
    func end() {
        state.withLock { state in
            state.canceller = nil
            state.isCommitting = false
        }
    }

    func cancel() {
        let canceller = state.withLock { state -> PostgresCanceller? in
            if state.isCommitting { return nil }
            state.isCancelled = true
            return state.canceller
        }
        if let canceller { Self.queue.async { canceller.send() } }
    }
}
