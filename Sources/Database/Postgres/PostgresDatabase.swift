/// A PostgreSQL server.
public final class PostgresDatabase: Database {
    /// PostgreSQL's.
    public let dialect = Dialect.postgres

    /// Connects to the server.
    /// - Throws: ``DatabaseFailure``.
    public init(
        url: String, poolSize: Int = 8, statementTimeout: Duration = .seconds(30),
        acquireTimeout: Duration = .seconds(10)
    ) async throws {
        throw DatabaseFailure.connectionLost("PostgreSQL is not connected yet")
    }

    /// Runs the closure on a snapshot; see ``Database/read(_:)``.
    /// - Throws: ``DatabaseFailure``, or what the closure throws.
    public func read<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        throw DatabaseFailure.connectionLost("PostgreSQL is not connected yet")
    }

    /// Runs the closure in one durable transaction; see ``Database/write(_:)``.
    /// - Throws: ``DatabaseFailure``, or what the closure throws.
    public func write<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        throw DatabaseFailure.connectionLost("PostgreSQL is not connected yet")
    }

    /// Closes all connections; see ``Database/close()``.
    /// - Throws: ``DatabaseFailure``.
    public func close() async throws {}
}
