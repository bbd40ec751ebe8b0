import Foundation
import GRDB
import GRDBSQLite

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
            while try cursor.next() != nil {
                let names = columns ?? ColumnNames(statement.columnNames)
                columns = names
                let values = try Self.values(of: statement.sqliteStatement, names)
                rows.append(Row(columns: names, values: values))
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
        try Self.bind(sql.values, to: statement)
        return statement
    }

    /// Binds without GRDB's arguments: boxing each value took longer than binding it.
    private static func bind(_ values: [SQLValue], to statement: Statement) throws {
        statement.setUncheckedArguments(StatementArguments())
        let handle = statement.sqliteStatement
        guard Int(sqlite3_bind_parameter_count(handle)) == values.count else {
            throw DatabaseFailure.statement("the text has another number of ? than of values")
        }
        for (index, value) in zip(CInt(1)..., values) {
            let code = value.bind(to: handle, at: index)
            guard code == SQLITE_OK else {
                throw DatabaseFailure.statement("value \(index) cannot be bound (\(code))")
            }
        }
    }

    /// The values of the row a statement stands at, read from SQLite itself.
    private static func values(
        of statement: OpaquePointer, _ columns: ColumnNames
    ) throws -> [SQLValue] {
        var values: [SQLValue] = []
        values.reserveCapacity(columns.names.count)
        for index in columns.names.indices {
            let column = CInt(index)
            switch sqlite3_column_type(statement, column) {
            case SQLITE_NULL: values.append(.null)
            case SQLITE_INTEGER: values.append(.integer(sqlite3_column_int64(statement, column)))
            case SQLITE_FLOAT: values.append(.real(sqlite3_column_double(statement, column)))
            case SQLITE_TEXT:
                let text = UnsafeBufferPointer(
                    start: sqlite3_column_text(statement, column),
                    count: Int(sqlite3_column_bytes(statement, column)))
                values.append(.text(String(decoding: text, as: UTF8.self)))
            default:
                throw DatabaseFailure.decoding(
                    "column \(columns.names[index]) holds bytes, not text")
            }
        }
        return values
    }
}

extension SQLValue {
    fileprivate func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        switch self {
        case .null: return sqlite3_bind_null(statement, index)
        case .integer(let number): return sqlite3_bind_int64(statement, index, number)
        case .real(let number): return sqlite3_bind_double(statement, index, number)
        case .text(var text):
            return text.withUTF8 { units in
                units.withMemoryRebound(to: CChar.self) { characters in
                    sqlite3_bind_text(
                        statement, index, characters.baseAddress ?? Self.nothing,
                        CInt(characters.count), Self.copied)
                }
            }
        }
    }

    /// Tells SQLite to copy the text before the call returns.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    /// Where an empty text stands: no address at all would mean NULL.
    nonisolated(unsafe) private static let nothing = UnsafePointer<CChar>(strdup(""))!
}
