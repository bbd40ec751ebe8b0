import Dispatch

/// A PostgreSQL server, reached through a pool of connections.
///
/// Writes run at READ COMMITTED, reads on one snapshot (REPEATABLE READ, READ ONLY). A transaction
/// that the server gives up for a deadlock or a conflict (40P01, 40001) is run again a few times.
/// Cancelling the task stops a running statement. A connection that broke while idle is replaced
/// before anything is done on it; nothing is repeated once COMMIT has been sent.
public final class PostgresDatabase: Database {
    /// PostgreSQL's.
    public let dialect = Dialect.postgres
    /// How busy the connections are.
    public var poolFigures: PoolFigures? { pool.figures }
    private let pool: PostgresPool
    private let settings: PostgresConnection.Settings

    private static let attempts = 6

    private enum Kind: String {
        case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case write = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
    }

    /// Connects to the server.
    /// - Parameters:
    ///   - url: `postgres://user:password@host:port/database`, with libpq's options behind `?`.
    ///   - poolSize: how many connections are open at most.
    ///   - statementTimeout: how long one statement may run.
    ///   - acquireTimeout: how long to wait for a connection when all are in use.
    /// - Throws: ``DatabaseFailure``: when the server does not answer, or when its database does
    ///   not keep text as UTF-8 or does not sort it by its bytes.
    public init(
        url: String, poolSize: Int = 8, statementTimeout: Duration = .seconds(30),
        acquireTimeout: Duration = .seconds(10)
    ) async throws {
        settings = PostgresConnection.Settings(url: url, statementTimeout: statementTimeout)
        pool = PostgresPool(size: poolSize, patience: acquireTimeout)
        _ = try await pool.lend()
        let first = try await PostgresConnection.open(settings)
        try await Self.checkText(first)
        pool.giveBack(first)
    }

    private static func checkText(_ connection: PostgresConnection) async throws {
        guard connection.serverEncoding == "UTF8" else {
            throw DatabaseFailure.statement(
                "the database keeps text as \(connection.serverEncoding), but it must be UTF8")
        }
        let sortsByBytes = try await onQueue(of: connection) {
            let question: SQL = "SELECT ('B' < 'a' AND 'z' < 'é') AS by_bytes"
            return try connection.run(question).rows.first?.bool("by_bytes") ?? false
        }
        guard sortsByBytes else {
            throw DatabaseFailure.statement(
                """
                the database does not sort text by its bytes; make it with \
                CREATE DATABASE name TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'
                """)
        }
    }

    /// Runs the closure on a snapshot; see ``Database/read(_:)``.
    /// - Throws: ``DatabaseFailure``, or what the closure throws.
    public func read<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        try await perform(.read, body)
    }

    /// Runs the closure in one durable transaction; see ``Database/write(_:)``.
    /// - Throws: ``DatabaseFailure``, or what the closure throws.
    @discardableResult public func write<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        try await perform(.write, body)
    }

    /// Closes all connections; see ``Database/close()``.
    /// - Throws: ``DatabaseFailure``.
    public func close() async throws {
        pool.close()
        while pool.lent > 0 { try await Task.sleep(for: .milliseconds(5)) }
    }

    // MARK: Attempts

    private func perform<T: Sendable>(
        _ kind: Kind, _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        let access = PostgresAccess()
        return try await withTaskCancellationHandler {
            do {
                for attempt in 1...Self.attempts {
                    if let result = try await attemptOnce(kind, access, body) { return result }
                    try await Task.sleep(for: .milliseconds(Int.random(in: 1...4 << attempt)))
                }
            } catch is CancellationError {
                throw DatabaseFailure.cancelled
            }
            throw DatabaseFailure.busy(
                "other transactions got in the way \(Self.attempts) times in a row")
        } onCancel: {
            access.cancel()
        }
    }

    /// Answers `nil` when the server asks to run it again.
    private func attemptOnce<T: Sendable>(
        _ kind: Kind, _ access: PostgresAccess,
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T? {
        var connection = try await pool.lend()
        defer {
            let isWhole = connection?.isUsable == true && !access.isCancelled
            pool.giveBack(isWhole ? connection : nil)
        }
        if let idle = connection, !idle.noticeHangUp() {
            let outcome = try await Self.transact(on: idle, kind, access, body)
            guard case .broken = outcome else { return outcome.result }
        }
        connection = nil
        let fresh = try await PostgresConnection.open(settings)
        connection = fresh
        let outcome = try await Self.transact(on: fresh, kind, access, body)
        if case .broken = outcome {
            throw DatabaseFailure.connectionLost("it broke as soon as it was made")
        }
        return outcome.result
    }

    private enum Outcome<T: Sendable>: Sendable {
        case done(T)
        /// Given up by the server for no fault of its own.
        case again
        /// The connection turned out broken before anything was done.
        case broken

        var result: T? {
            if case .done(let result) = self { result } else { nil }
        }
    }

    private static func transact<T: Sendable>(
        on connection: PostgresConnection, _ kind: Kind, _ access: PostgresAccess,
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> Outcome<T> {
        try await onQueue(of: connection) {
            try access.begin(connection.canceller)
            connection.access = access
            defer {
                access.end()
                connection.access = nil
            }
            do {
                _ = try connection.script(kind.rawValue)
            } catch let error as PostgresError where !connection.isUsable {
                if case .cancelled = error.failure { throw error }
                return .broken
            }
            return try runInside(connection, kind, access, body)
        }
    }

    /// Runs the closure in the open transaction and ends it.
    private static func runInside<T>(
        _ connection: PostgresConnection, _ kind: Kind, _ access: PostgresAccess,
        _ body: (any Transaction) throws -> T
    ) throws -> Outcome<T> {
        let transaction = PostgresTransaction(connection)
        do {
            let result = try transaction.run(body)
            try access.beginCommit()
            try connection.commit(isWrite: kind == .write)
            return .done(result)
        } catch {
            connection.rollBack()
            guard let cause = error as? PostgresError ?? transaction.error, cause.mayRunAgain
            else { throw error }
            if cause.statementsAreStale { connection.forgetStatements() }
            return .again
        }
    }

    /// Runs blocking work on the connection's own queue, off the threads that tasks share.
    private static func onQueue<T: Sendable>(
        of connection: PostgresConnection, _ work: @Sendable @escaping () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            connection.queue.async {
                continuation.resume(
                    with: Result {
                        do { return try work() } catch let error as PostgresError {
                            throw error.failure
                        }
                    })
            }
        }
    }
}
