/// What both drivers refuse alike inside a transaction: going on after a failure, and use after the
/// end.
struct TransactionGate {
    private(set) var failure: DatabaseFailure?
    private var hasEnded = false

    /// Runs one step, remembering its failure.
    mutating func pass<T>(_ step: () throws -> T) throws -> T {
        if hasEnded {
            throw DatabaseFailure.statement("a transaction was used after its closure had returned")
        }
        if let failure { throw failure }
        do {
            return try step()
        } catch let failure as DatabaseFailure {
            self.failure = failure
            throw failure
        }
    }

    /// Ends the use of the transaction; throws a failure that the closure swallowed.
    mutating func end() throws {
        hasEnded = true
        if let failure { throw failure }
    }
}
