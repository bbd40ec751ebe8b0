import GRDB

/// Tells SQLite's errors in the words of ``DatabaseFailure``.
enum SQLiteFailure {
    /// Runs a step; what SQLite throws comes out as ``DatabaseFailure``, anything else unchanged.
    static func translating<T>(_ step: () throws -> T) throws -> T {
        do { return try step() } catch { throw translated(error) }
    }

    /// The same error, told as ``DatabaseFailure`` when it came from SQLite.
    static func translated(_ error: any Error) -> any Error {
        switch error {
        case let error as DatabaseError: failure(error)
        case is CancellationError: DatabaseFailure.cancelled
        default: error
        }
    }

    private static func failure(_ error: DatabaseError) -> DatabaseFailure {
        let message = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: return constraint(error.extendedResultCode, message)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(message)
        case .SQLITE_INTERRUPT: return .cancelled
        case .SQLITE_FULL: return .full(message)
        case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly(message)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .corrupt(message)
        case .SQLITE_CANTOPEN, .SQLITE_IOERR: return .connectionLost(message)
        case .SQLITE_MISUSE where isClosed(error): return .connectionLost(message)
        default: return .statement(message)
        }
    }

    /// Whether the database was used after it had been closed.
    static func isClosed(_ error: DatabaseError) -> Bool {
        error.resultCode == .SQLITE_MISUSE && error.message == "Connection is closed"
    }

    private static func constraint(_ code: ResultCode, _ message: String) -> DatabaseFailure {
        let place = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
        switch code {
        case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_ROWID:
            return .uniqueViolation(constraint: place)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return .foreignKeyViolation(place)
        case .SQLITE_CONSTRAINT_NOTNULL: return .notNullViolation(place)
        default: return .checkViolation(place)
        }
    }
}
