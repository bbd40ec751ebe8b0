import Foundation
import GRDB

/// The embedded database: one file, one writer at a time, readers on snapshots beside it (WAL).
///
/// Every commit reaches the disk before it is acknowledged (`synchronous = FULL`), foreign keys
/// hold, and LIKE tells upper from lower case, as on PostgreSQL.
public final class SQLiteDatabase: Database {
    /// SQLite's.
    public let dialect = Dialect.sqlite
    private let pool: DatabasePool
    /// Readers of their own for glances, one for each thread that tasks share: a long read never
    /// keeps a glance waiting.
    private let glances: DatabasePool
    private let file: SQLiteFile
    private let schema = SQLiteSchema()

    /// Opens the file, creating it when it is not there.
    /// - Parameters:
    ///   - path: the file, or `:memory:` for a database of its own that is gone when it is closed.
    ///   - busyTimeout: how long to wait for another process that holds the lock.
    /// - Throws: ``DatabaseFailure``, for instance when the file is not a database.
    public init(path: String, busyTimeout: Duration = .seconds(5)) throws {
        let isTemporary = path == ":memory:"
        let place = isTemporary ? SQLiteFile.temporaryPath() : path
        pool = try SQLiteFailure.translating {
            let pool = try DatabasePool(
                path: place, configuration: Self.configuration(busyTimeout: busyTimeout))
            try Self.makeDurable(pool)
            return pool
        }
        glances = try SQLiteFailure.translating {
            try DatabasePool(path: place, configuration: Self.glancing(busyTimeout: busyTimeout))
        }
        file = try SQLiteFile(path: place, isTemporary: isTemporary)
    }

    deinit {
        if file.isTemporary {
            try? glances.close()
            try? pool.close()
        }
        file.removeIfTemporary()
    }

    private static func configuration(busyTimeout: Duration) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busyTimeout / .seconds(1))
        configuration.prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA case_sensitive_like = ON")
        }
        return configuration
    }

    private static func glancing(busyTimeout: Duration) -> Configuration {
        var configuration = configuration(busyTimeout: busyTimeout)
        configuration.readonly = true
        configuration.maximumReaderCount = ProcessInfo.processInfo.activeProcessorCount
        return configuration
    }

    /// GRDB's pool sets `synchronous = NORMAL` itself while opening, so FULL can only be set after.
    ///
    /// The log is written back at 64 MB: at SQLite's 4 MB that happened with every few commits of a
    /// busy site, each time with two more waits for the disk, and a long import rewrote the same
    /// pages again and again. The writer keeps up to as much in memory.
    private static func makeDurable(_ pool: DatabasePool) throws {
        let level = try pool.writeWithoutTransaction { connection in
            try connection.execute(sql: "PRAGMA synchronous = FULL")
            try connection.execute(sql: "PRAGMA wal_autocheckpoint = 16000")
            try connection.execute(sql: "PRAGMA cache_size = -64000")
            return try Int.fetchOne(connection, sql: "PRAGMA synchronous")
        }
        guard level == 2 else {
            throw DatabaseFailure.statement("SQLite did not take synchronous = FULL")
        }
    }

    /// Runs the closure on a snapshot; see ``Database/read(_:)``.
    /// - Throws: ``DatabaseFailure``, or what the closure throws.
    public func read<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        do {
            try file.check()
            return try await pool.read { try SQLiteTransaction($0).run(body) }
        } catch {
            throw SQLiteFailure.translated(error)
        }
    }

    /// Runs the closure on a snapshot, here and now; see ``Database/glance(_:)``.
    /// - Throws: ``DatabaseFailure``, or what the closure throws.
    public func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        do {
            try file.check()
            return try Self.now(glances, body)
        } catch {
            throw SQLiteFailure.translated(error)
        }
    }

    /// In a function that does not wait, or the pool would run the closure elsewhere. What begins
    /// and ends a glance is prepared once: the pool's own way took as long as a small question.
    private static func now<T>(
        _ pool: DatabasePool, _ body: (any Transaction) throws -> T
    ) throws -> T {
        try pool.unsafeRead { connection in
            try connection.cachedStatement(sql: "BEGIN DEFERRED TRANSACTION").execute()
            do {
                let result = try SQLiteTransaction(connection).run(body)
                try connection.cachedStatement(sql: "COMMIT TRANSACTION").execute()
                return result
            } catch {
                if connection.isInsideTransaction {
                    try connection.cachedStatement(sql: "ROLLBACK TRANSACTION").execute()
                }
                throw error
            }
        }
    }

    /// Runs the closure in one durable transaction; see ``Database/write(_:)``.
    /// - Throws: ``DatabaseFailure``, or what the closure throws.
    @discardableResult public func write<T: Sendable>(
        _ body: @Sendable @escaping (any Transaction) throws -> T
    ) async throws -> T {
        do {
            return try await pool.write { [file, schema] connection in
                try schema.notice(connection)
                let result = try SQLiteTransaction(connection).run(body)
                try file.check()
                return result
            }
        } catch {
            throw SQLiteFailure.translated(error)
        }
    }

    /// Writes a consistent copy while work goes on. The copy appears at `path` only when it is
    /// whole.
    /// - Throws: ``DatabaseFailure``; also when something already stands at `path`.
    public func backup(to path: String) async throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw DatabaseFailure.readOnly("\(path) is already there and is not overwritten")
        }
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "anchang.backup").async { [pool] in
                continuation.resume(with: Result { try Self.copy(pool, to: path) })
            }
        }
    }

    private static func copy(_ pool: DatabasePool, to path: String) throws {
        let partial = path + ".partial"
        try? FileManager.default.removeItem(atPath: partial)
        defer { try? FileManager.default.removeItem(atPath: partial) }
        try SQLiteFailure.translating {
            let copy = try DatabaseQueue(path: partial)
            try pool.backup(to: copy)
            try copy.close()
        }
        try SQLiteFile.publish(partial, as: path)
    }

    /// Closing waits for the readers that are still on their way, and these need the few threads
    /// that tasks share: whoever waited on one of them could wait for ever.
    private static func closeApart(_ pools: [DatabasePool]) async throws {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { for pool in pools { try pool.close() } })
            }
        }
    }

    /// Closes the file, with all of its content in it; see ``Database/close()``.
    ///
    /// The pool closes its writer before its readers, which may not write, so that nobody would
    /// bring the write-ahead log home; whoever copied the file alone would copy an empty one.
    /// - Throws: ``DatabaseFailure``.
    public func close() async throws {
        do {
            try await pool.barrierWriteWithoutTransaction { connection in
                _ = try? connection.checkpoint(.truncate)
            }
            try await Self.closeApart([glances, pool])
        } catch let error as DatabaseError where SQLiteFailure.isClosed(error) {
            return  // before already
        } catch {
            throw SQLiteFailure.translated(error)
        }
        file.removeIfTemporary()
    }
}
