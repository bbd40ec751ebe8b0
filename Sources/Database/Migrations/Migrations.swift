import Foundation

/// The numbered SQL files that make and change the tables.
///
/// A file, once applied to any database, is frozen: `schema_migration` remembers its hash, and an
/// edited or missing one is refused. Each file is applied in a transaction of its own, and several
/// processes may start at once: one of them does the work, the others find it done.
public struct Migrations: Sendable {
    private let files: [MigrationFile]

    /// Reads all files ending in `.sql` of a directory: `NNNN-name.sql` serves both databases,
    /// `NNNN-name.sqlite.sql` and `NNNN-name.postgres.sql` serve one each.
    /// - Throws: ``MigrationFailure`` for a wrong name, a number used twice or an unreadable file.
    public init(directory: URL) throws {
        let urls: [URL]
        do {
            urls = try FileManager.default.contentsOfDirectory(
                at: directory, includingPropertiesForKeys: nil)
        } catch {
            throw MigrationFailure("The migrations cannot be read: \(error.localizedDescription)")
        }
        files = try urls.filter { $0.pathExtension == "sql" }.map(MigrationFile.init)
            .sorted { $0.number < $1.number }
        for dialect in [Dialect.sqlite, .postgres] { try refuseDuplicates(dialect) }
    }

    private func refuseDuplicates(_ dialect: Dialect) throws {
        let own = files(for: dialect)
        for (file, next) in zip(own, own.dropFirst()) where file.number == next.number {
            throw MigrationFailure(
                "Migrations \(file.name) and \(next.name) have the same number; number them anew.")
        }
    }

    private func files(for dialect: Dialect) -> [MigrationFile] {
        files.filter { $0.dialect == nil || $0.dialect == dialect }
    }

    /// Applies what the database does not have yet, in order, and answers the names of those files.
    /// - Throws: ``MigrationFailure`` when a shipped file was edited or is missing, or when one
    ///   fails, which leaves the database as the file before it left it; ``DatabaseFailure`` when
    ///   the database is busy or gone.
    public func apply(to database: any Database) async throws -> [String] {
        try await prepare(database)
        var applied: [String] = []
        for file in files(for: database.dialect) {
            if try await apply(file, to: database) { applied.append(file.name) }
        }
        return applied
    }

    /// The names of the files ``apply(to:)`` would apply; changes nothing.
    /// - Throws: as ``apply(to:)``.
    public func pending(in database: any Database) async throws -> [String] {
        let shipped = try await database.read { transaction in
            try Self.hasTable(transaction) ? try Self.shipped(transaction) : []
        }
        return try newFiles(after: shipped, for: database.dialect).map(\.name)
    }

    /// Makes the table on the first start and checks what is there before anything is changed.
    private func prepare(_ database: any Database) async throws {
        try await database.write { transaction in
            try Self.lock(transaction)
            if try !Self.hasTable(transaction) {
                try transaction.execute(
                    """
                    CREATE TABLE schema_migration (
                        number BIGINT NOT NULL PRIMARY KEY,
                        name TEXT NOT NULL,
                        hash TEXT NOT NULL,
                        applied_at TEXT NOT NULL
                    )
                    """)
            }
            _ = try newFiles(after: Self.shipped(transaction), for: transaction.dialect)
        }
    }

    private func apply(_ file: MigrationFile, to database: any Database) async throws -> Bool {
        do {
            return try await database.write { transaction in
                try Self.lock(transaction)
                let shipped = try Self.shipped(transaction)
                let new = try newFiles(after: shipped, for: transaction.dialect)
                guard new.contains(where: { $0.number == file.number }) else { return false }
                try transaction.script(file.text)
                let moment = Date().ISO8601Format()
                try transaction.execute(
                    """
                    INSERT INTO schema_migration (number, name, hash, applied_at)
                    VALUES (\(file.number), \(file.name), \(file.hash), \(moment))
                    """)
                return true
            }
        } catch let failure as DatabaseFailure where failure.isFaultOfStatement {
            throw MigrationFailure("Migration \(file.name) failed and was undone. \(failure)")
        }
    }

    /// One migrator at a time: SQLite's writer is alone already, PostgreSQL is asked for a lock.
    private static func lock(_ transaction: any Transaction) throws {
        guard transaction.dialect == .postgres else { return }
        try transaction.script(
            """
            SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;
            SELECT pg_advisory_xact_lock(4702111234474983745)
            """)
    }

    private static func hasTable(_ transaction: any Transaction) throws -> Bool {
        let question: SQL =
            switch transaction.dialect {
            case .sqlite:
                "SELECT count(*) FROM sqlite_master WHERE name = 'schema_migration'"
            case .postgres: "SELECT count(to_regclass('schema_migration'))"
            }
        return try transaction.row(question)?.int(0) == 1
    }

    private static func shipped(_ transaction: any Transaction) throws -> [Shipped] {
        let rows = try transaction.rows(
            "SELECT number, name, hash FROM schema_migration ORDER BY number")
        return try rows.map {
            Shipped(number: Int(try $0.int(0)), name: try $0.text(1), hash: try $0.text(2))
        }
    }

    private struct Shipped {
        let number: Int
        let name: String
        let hash: String
    }

    /// The files still to be applied, once every applied one was found unchanged.
    private func newFiles(
        after shipped: [Shipped], for dialect: Dialect
    ) throws -> [MigrationFile] {
        let own = files(for: dialect)
        for old in shipped {
            guard let file = own.first(where: { $0.number == old.number }) else {
                throw MigrationFailure(
                    """
                    This database has had migration \(old.name), which this program does not have. \
                    Use a program at least as new as the database.
                    """)
            }
            if file.name != old.name || file.hash != old.hash {
                throw MigrationFailure(
                    """
                    Migration \(file.name) was changed after it had been applied to this database \
                    as \(old.name). A shipped migration is frozen: undo the change and put it into \
                    a new file.
                    """)
            }
        }
        let last = shipped.last?.number ?? 0
        let new = own.filter { file in !shipped.contains { $0.number == file.number } }
        if let late = new.first(where: { $0.number < last }) {
            throw MigrationFailure(
                """
                Migration \(late.name) is new, but this database is already at number \(last). \
                Give the new file the next free number.
                """)
        }
        return new
    }
}

extension DatabaseFailure {
    /// Whether the text of a migration is to blame, not the moment it ran.
    fileprivate var isFaultOfStatement: Bool {
        switch self {
        case .statement, .decoding, .uniqueViolation, .foreignKeyViolation, .checkViolation,
            .notNullViolation:
            true
        case .busy, .timeout, .cancelled, .connectionLost, .full, .readOnly, .corrupt: false
        }
    }
}
