import GRDB

/// A transaction on one of GRDB's connections.
final class SQLiteTransaction: Transaction {
    let dialect = Dialect.sqlite
    private let connection: GRDB.Database
    private var gate = TransactionGate()

    init(_ connection: GRDB.Database) {
        self.connection = connection
    }

    /// Runs the closure and answers its result, unless a failure or a COMMIT is hidden in it.
    func run<T>(_ body: (any Transaction) throws -> T) throws -> T {
        do {
            let result = try body(self)
            try gate.end()
            if !connection.isInsideTransaction {
                throw DatabaseFailure.statement("the closure ended its transaction itself")
            }
            return result
        } catch {
            try? gate.end()
            throw error
        }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try step {
            let statement = try prepared(sql)
            let cursor = try GRDB.Row.fetchCursor(statement)
            // Only the first step makes SQLite notice that another connection changed the table.
            var columns: ColumnNames?
            var rows: [Row] = []
            while let row = try cursor.next() {
                let names = columns ?? ColumnNames(statement.columnNames)
                columns = names
                rows.append(Row(columns: names, values: try Self.values(of: row, names)))
            }
            return rows
        }
    }

    @discardableResult func execute(_ sql: SQL) throws -> Int {
        try step {
            let before = connection.totalChangesCount
            try prepared(sql).execute()
            return connection.totalChangesCount == before ? 0 : connection.changesCount
        }
    }

    func execute(batch: [SQL]) throws {
        try step {
            for sql in batch { try prepared(sql).execute() }
        }
    }

    func script(_ text: String) throws {
        try step {
            try SQL(literal: text).check()
            try connection.execute(sql: text)
        }
    }

    private func step<T>(_ work: () throws -> T) throws -> T {
        try gate.pass { try SQLiteFailure.translating(work) }
    }

    private func prepared(_ sql: SQL) throws -> Statement {
        try sql.check()
        let statement =
            sql.isReusable
            ? try connection.cachedStatement(sql: sql.text)
            : try connection.makeStatement(sql: sql.text)
        try statement.setArguments(StatementArguments(sql.values.map(\.databaseValue)))
        return statement
    }

    private static func values(of row: GRDB.Row, _ columns: ColumnNames) throws -> [SQLValue] {
        try (0..<row.count).map { index in
            let value: DatabaseValue = row[index]
            switch value.storage {
            case .null: return .null
            case .int64(let number): return .integer(number)
            case .double(let number): return .real(number)
            case .string(let text): return .text(text)
            case .blob:
                throw DatabaseFailure.decoding(
                    "column \(columns.names[index]) holds bytes, not text")
            }
        }
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        }
    }
}
