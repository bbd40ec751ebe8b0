import Database
import HouseRules

extension Identifier: SQLBindable {
    /// As TEXT.
    public var sqlValue: SQLValue { .text(rawValue) }
}

extension Moment: SQLBindable {
    /// As BIGINT: milliseconds UTC.
    public var sqlValue: SQLValue { .integer(milliseconds) }
}

extension BusinessDay: SQLBindable {
    /// As BIGINT: days since 1970-01-01.
    public var sqlValue: SQLValue { .integer(Int64(number)) }
}

extension SQL.StringInterpolation {
    /// Binds a value or NULL; spares the compiler's warning about optionals in texts.
    mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
        appendInterpolation(value.sqlValue)
    }
}
