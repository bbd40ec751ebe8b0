/// Which SQL the database speaks, for the rare statement that cannot be written portably.
public enum Dialect: String, Sendable {
    case sqlite
    case postgres
}

/// A handle inside one transaction. It is synchronous and must not be kept after the closure.
///
/// After the first failure of a statement the transaction is over on both databases: every further
/// call throws that failure again, and nothing is committed even when the closure swallows it.
public protocol Transaction {
    /// Which SQL the database speaks.
    var dialect: Dialect { get }
    /// All rows of the answer.
    /// - Throws: ``DatabaseFailure``.
    func rows(_ sql: SQL) throws -> [Row]
    /// Runs a statement and tells how many rows it inserted, updated or deleted; 0 for any other.
    /// - Throws: ``DatabaseFailure``.
    @discardableResult func execute(_ sql: SQL) throws -> Int
    /// Runs many statements in order, as quickly as the database can take them. Their rows are
    /// dropped.
    /// - Throws: ``DatabaseFailure`` of the first one that fails.
    func execute(batch: [SQL]) throws
    /// Runs a trusted text of several statements separated by `;`, without values and without the
    /// limit on a statement's time: for migrations.
    /// - Throws: ``DatabaseFailure``.
    func script(_ text: String) throws
}

extension Transaction {
    /// The first row of the answer, if there is one.
    /// - Throws: ``DatabaseFailure``.
    public func row(_ sql: SQL) throws -> Row? {
        try rows(sql).first
    }
}

/// One of the two databases. Both keep the same promises, and one suite of tests holds them to it.
public protocol Database: Sendable {
    /// Which SQL the database speaks.
    var dialect: Dialect { get }
    /// How busy the connections are; nil where there is no pool worth watching.
    var poolFigures: PoolFigures? { get }
    /// Runs the closure on a consistent snapshot. It may not write.
    /// - Throws: ``DatabaseFailure``, or what the closure throws.
    func read<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T
    /// The same for a few rows found by an index, where sending the closure elsewhere would take
    /// longer than the closure: SQLite runs it on the thread of whoever asks, and nothing else runs
    /// there meanwhile. What may read many rows is a ``read(_:)``.
    /// - Throws: ``DatabaseFailure``, or what the closure throws.
    func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T
    /// Runs the closure in one transaction, durable when this returns, rolled back when it throws.
    ///
    /// The closure may run again when the database asks for it (a deadlock, a serialization
    /// conflict), so it should change nothing but the database.
    /// - Throws: ``DatabaseFailure``, or what the closure throws.
    @discardableResult func write<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T
    /// Lets running transactions end and closes all connections; later accesses throw.
    /// - Throws: ``DatabaseFailure``.
    func close() async throws
}

/// How busy a pool of connections is.
public struct PoolFigures: Sendable, Hashable {
    /// Connections in use.
    public let lent: Int
    /// Connections there may be at most.
    public let most: Int
    /// Callers that wait for one.
    public let waiting: Int
}

extension Database {
    /// None unless the database says otherwise.
    public var poolFigures: PoolFigures? { nil }

    /// A read like any other, unless the database has a shorter way.
    public func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        try await read(body)
    }
}
