/// A transaction on one connection.
final class PostgresTransaction: Transaction {
    let dialect = Dialect.postgres
    private let connection: PostgresConnection
    private var gate = TransactionGate()
    /// The error behind the gate's failure.
    private(set) var error: PostgresError?

    init(_ connection: PostgresConnection) {
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
        try step { try connection.run(sql).rows }
    }

    @discardableResult func execute(_ sql: SQL) throws -> Int {
        try step { try connection.run(sql).changed }
    }

    func execute(batch: [SQL]) throws {
        try step { try connection.run(batch: batch) }
    }

    func script(_ text: String) throws {
        try step {
            try SQL(literal: text).check()
            _ = try connection.script(text, hasLimit: false)
        }
    }

    private func step<T>(_ work: () throws -> T) throws -> T {
        try gate.pass {
            do { return try work() } catch let error as PostgresError {
                self.error = error
                throw error.failure
            }
        }
    }
}
