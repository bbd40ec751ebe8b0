import Dispatch
import Synchronization

/// Lends out connections, so many at most, first come first served.
final class PostgresPool: Sendable {
    /// What a caller is lent: a connection, or the right to open one more.
    typealias Loan = PostgresConnection?

    private struct Waiter {
        let number: Int
        let deadline: ContinuousClock.Instant
        let continuation: CheckedContinuation<Loan, any Error>
    }

    private struct State {
        var idle: [PostgresConnection] = []
        var lent = 0
        var waiters: [Waiter] = []
        var lastNumber = 0
        var hasTimer = false
        var isClosed = false
    }

    private let state = Mutex(State())
    private let timer = DispatchQueue(label: "anchang.postgres.pool")
    private let size: Int
    private let patience: Duration

    init(size: Int, patience: Duration) {
        self.size = size
        self.patience = patience
    }

    /// Waits for a loan; every loan is ended by ``giveBack(_:)``.
    /// - Throws: ``DatabaseFailure/busy(_:)`` when none came in time.
    func lend() async throws -> Loan {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer = state.withLock { lendOrWait(&$0, number, continuation) }
                if let answer { continuation.resume(with: answer) }
                // A cancellation that came before there was anything to cancel.
                if Task.isCancelled { dismiss(number) }
            }
        } onCancel: {
            dismiss(number)
        }
    }

    private func lendOrWait(
        _ state: inout State, _ number: Int, _ continuation: CheckedContinuation<Loan, any Error>
    ) -> Result<Loan, any Error>? {
        if state.isClosed { return .failure(Self.closed) }
        if state.lent < size {
            state.lent += 1
            return .success(state.idle.popLast())
        }
        let deadline = ContinuousClock.now + patience
        state.waiters.append(
            Waiter(number: number, deadline: deadline, continuation: continuation))
        startTimer(&state)
        return nil
    }

    /// Ends a loan. A connection that may serve others comes along, one that may not is dropped.
    func giveBack(_ connection: PostgresConnection?) {
        let next = state.withLock { state -> Waiter? in
            if !state.waiters.isEmpty { return state.waiters.removeFirst() }
            state.lent -= 1
            if let connection, !state.isClosed { state.idle.append(connection) }
            return nil
        }
        next?.continuation.resume(returning: connection)
    }

    /// Drops the idle connections and refuses whoever waits or comes later.
    func close() {
        let (waiters, idle) = state.withLock { state in
            state.isClosed = true
            defer { (state.waiters, state.idle) = ([], []) }
            return (state.waiters, state.idle)
        }
        for waiter in waiters { waiter.continuation.resume(throwing: Self.closed) }
        _ = consume idle
    }

    /// How many connections are lent out at this moment.
    var lent: Int {
        state.withLock { $0.lent }
    }

    /// How busy the pool is at this moment.
    var figures: PoolFigures {
        state.withLock { PoolFigures(lent: $0.lent, most: size, waiting: $0.waiters.count) }
    }

    private static let closed = DatabaseFailure.connectionLost("it was closed")

    private func dismiss(_ number: Int) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.waiters.firstIndex(where: { $0.number == number }) else {
                return nil
            }
            return state.waiters.remove(at: index)
        }
        waiter?.continuation.resume(throwing: DatabaseFailure.cancelled)
    }

    /// One timer serves all: who came first runs out of patience first.
    private func startTimer(_ state: inout State) {
        guard !state.hasTimer, let first = state.waiters.first else { return }
        state.hasTimer = true
        let seconds = max(0, (first.deadline - .now) / .seconds(1))
        timer.asyncAfter(deadline: .now() + seconds) { [weak self] in
            self?.dismissLate()
        }
    }

    private func dismissLate() {
        let late = state.withLock { state -> [Waiter] in
            let now = ContinuousClock.now
            let late = state.waiters.prefix { $0.deadline <= now }
            state.waiters.removeFirst(late.count)
            state.hasTimer = false
            startTimer(&state)
            return Array(late)
        }
        for waiter in late {
            waiter.continuation.resume(
                throwing: DatabaseFailure.busy(
                    "all \(size) connections stayed in use for \(patience)"))
        }
    }
}
