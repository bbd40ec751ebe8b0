/// One value as both databases know it.
///
/// Only what behaves alike on SQLite and PostgreSQL: NULL, BIGINT, DOUBLE PRECISION and TEXT.
/// Moments are milliseconds UTC, money is fen, booleans are 0 or 1: all of them integers.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
}

/// What may be written inside `\( )` of an ``SQL`` text: it is bound, never spliced.
public protocol SQLBindable {
    /// The value the database is given.
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
    /// Itself.
    public var sqlValue: SQLValue { self }
}

extension String: SQLBindable {
    /// As TEXT. A text that holds a NUL character is refused when the statement runs.
    public var sqlValue: SQLValue { .text(self) }
}

extension Int64: SQLBindable {
    /// As BIGINT.
    public var sqlValue: SQLValue { .integer(self) }
}

extension Int: SQLBindable {
    /// As BIGINT.
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Double: SQLBindable {
    /// As DOUBLE PRECISION. NaN and infinity are refused when the statement runs.
    public var sqlValue: SQLValue { .real(self) }
}

extension Bool: SQLBindable {
    /// As BIGINT: 1 for true, 0 for false.
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    /// NULL for `nil`.
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
