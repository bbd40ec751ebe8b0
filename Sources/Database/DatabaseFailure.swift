/// Why the database did not do what it was asked, told alike for both databases.
///
/// The texts name tables, columns and constraints, for logs and for operators; the driver itself
/// never puts a bound value into them.
public enum DatabaseFailure: Error, Sendable, Hashable {
    /// A PRIMARY KEY or UNIQUE was violated. The text lists the columns, `table.column,
    /// table.column`, or says `index 'name'` where the index is over an expression.
    case uniqueViolation(constraint: String)
    /// A row that is pointed to is missing. PostgreSQL names the constraint, SQLite cannot.
    case foreignKeyViolation(String)
    /// A CHECK was violated; the text is the name of the constraint.
    case checkViolation(String)
    /// A NOT NULL was violated; the text is `table.column`.
    case notNullViolation(String)
    /// Locked, all connections taken, or conflicts went on too long: nothing was done, try again
    /// later.
    case busy(String)
    /// A statement ran longer than allowed; its transaction was rolled back.
    case timeout(String)
    /// The task was cancelled; its transaction was rolled back.
    case cancelled
    /// The server or the file cannot be reached. Nothing was done, unless the text says that the
    /// answer to COMMIT was lost.
    case connectionLost(String)
    /// No room is left on the disk; the transaction was rolled back.
    case full(String)
    /// A write where writing is not allowed.
    case readOnly(String)
    /// The stored data cannot be read: damaged, or not a database.
    case corrupt(String)
    /// An answer did not have the expected shape.
    case decoding(String)
    /// The statement itself is wrong: a bug.
    case statement(String)
}

extension DatabaseFailure: CustomStringConvertible {
    /// One English sentence.
    public var description: String {
        switch self {
        case .uniqueViolation(let constraint): "Already there: \(constraint)."
        case .foreignKeyViolation(let text): "A row that is referred to is missing: \(text)."
        case .checkViolation(let text): "A check failed: \(text)."
        case .notNullViolation(let text): "A value is missing: \(text)."
        case .busy(let text): "The database is busy: \(text)."
        case .timeout(let text): "The database took too long: \(text)."
        case .cancelled: "The database access was cancelled."
        case .connectionLost(let text): "The database cannot be reached: \(text)."
        case .full(let text): "No room is left for the database: \(text)."
        case .readOnly(let text): "The database cannot be written here: \(text)."
        case .corrupt(let text): "The database is damaged: \(text)."
        case .decoding(let text): "The database answered something unexpected: \(text)."
        case .statement(let text): "A statement is wrong: \(text)."
        }
    }
}
