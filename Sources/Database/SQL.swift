import Foundation

/// An SQL text together with the values it binds.
///
///     let seats: SQL = "SELECT id FROM seat WHERE site = \(site) AND row IN \(SQL.list(rows))"
///
/// `\(value)` binds a value and can therefore never change the statement. `\(sql: other)` nests
/// another `SQL`. There is no way to splice a `String` at run time but ``init(literal:)``, which
/// is for trusted text only.
///
/// One text serves SQLite and PostgreSQL, so it keeps to what both understand alike:
/// - types TEXT, BIGINT and DOUBLE PRECISION; moments are Int64 milliseconds UTC, money is Int64
///   fen, rates are basis points, booleans are 0 and 1;
/// - ids are made by the program; no AUTOINCREMENT, date arithmetic, JSON operators or ILIKE;
/// - `ON CONFLICT`, `RETURNING`, common table expressions, window functions, partial indexes,
///   CHECK and foreign keys are fine;
/// - a sum is `CAST(sum(x) AS BIGINT)`; NULLS FIRST or LAST is written; a computed column gets a
///   lower-case name (`AS total`); text sorts by its bytes; LIKE tells upper from lower case;
/// - a value that may be NULL and stands where PostgreSQL cannot tell its type is cast:
///   `CAST(\(x) AS TEXT) IS NULL`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text, with a `?` where each value goes.
    public private(set) var text: String
    /// The values, in the order of their `?`.
    public private(set) var values: [SQLValue]
    /// Where the `?` of each value stands, in UTF-8 units.
    private var marks: [Int]
    /// False when the number of `?` depends on data: such a text is not worth preparing.
    private(set) var isReusable = true

    /// Trusted static text without values, such as a migration. Never pass anything a user typed.
    public init(literal text: String) {
        self.text = text
        values = []
        marks = []
    }

    /// A text without values.
    public init(stringLiteral value: String) {
        self.init(literal: value)
    }

    /// A text with its values.
    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.sql
    }

    /// Collects the pieces of an interpolated text.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql = SQL(literal: "")

        /// Starts an empty text with room for what will come.
        public init(literalCapacity: Int, interpolationCount: Int) {
            sql.text.reserveCapacity(literalCapacity + interpolationCount)
            sql.values.reserveCapacity(interpolationCount)
            sql.marks.reserveCapacity(interpolationCount)
        }

        /// Adds text written in the program.
        public mutating func appendLiteral(_ literal: String) {
            sql.text += literal
        }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: some SQLBindable) {
            sql.bind(value.sqlValue)
        }

        /// Binds a value, or NULL for `nil`.
        public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            sql.bind(value.sqlValue)
        }

        /// Nests another text with its values.
        public mutating func appendInterpolation(sql other: SQL) {
            sql.append(other)
        }
    }

    private mutating func bind(_ value: SQLValue) {
        marks.append(text.utf8.count)
        values.append(value)
        text += "?"
    }

    private mutating func append(_ other: SQL) {
        let offset = text.utf8.count
        marks.append(contentsOf: other.marks.lazy.map { $0 + offset })
        text += other.text
        values.append(contentsOf: other.values)
        isReusable = isReusable && other.isReusable
    }

    /// One text after the other, with nothing between them.
    public static func + (left: SQL, right: SQL) -> SQL {
        var both = left
        both.append(right)
        return both
    }

    /// Adds a text at the end.
    public static func += (left: inout SQL, right: SQL) {
        left.append(right)
    }

    /// What stands right of LIKE, with `ESCAPE '!'` after it, to find the text anywhere as it is
    /// written: `%` and `_` in it mean themselves.
    public static func containing(_ text: String) -> String {
        var pattern = "%"
        for character in text.unicodeScalars {
            if character == "%" || character == "_" || character == "!" { pattern += "!" }
            pattern.unicodeScalars.append(character)
        }
        return pattern + "%"
    }

    /// `(?, ?, ?)` with the values bound, for IN.
    ///
    /// Of no values it is an empty set: `x IN` it is false, `x NOT IN` it is true. So that lists of
    /// other lengths share their text, a short one is filled up with its last value.
    public static func list<Value: SQLBindable>(_ values: [Value]) -> SQL {
        guard let last = values.last else { return emptySet(of: Value.self) }
        let isFilled = values.count <= longestFilled
        let missing = isFilled ? values.count.nextPowerOfTwo - values.count : 0
        var list = SQL(literal: "(")
        for (index, value) in (values + Array(repeating: last, count: missing)).enumerated() {
            if index > 0 { list.text += ", " }
            list.bind(value.sqlValue)
        }
        list.text += ")"
        list.isReusable = isFilled
        return list
    }

    /// Longer lists are rare, and each length is a text of its own.
    private static let longestFilled = 64

    private static func emptySet<Value>(of type: Value.Type) -> SQL {
        if type is Int.Type || type is Int64.Type || type is Bool.Type {
            return "(SELECT CAST(NULL AS BIGINT) WHERE 1 = 0)"
        }
        if type is Double.Type { return "(SELECT CAST(NULL AS DOUBLE PRECISION) WHERE 1 = 0)" }
        return "(SELECT CAST(NULL AS TEXT) WHERE 1 = 0)"
    }
}

extension Int {
    /// The smallest power of two that is not less.
    fileprivate var nextPowerOfTwo: Int {
        self <= 1 ? 1 : 1 << (bitWidth - (self - 1).leadingZeroBitCount)
    }
}

extension Sequence where Element == SQL {
    /// All the texts, with the separator between them.
    public func joined(separator: SQL = ", ") -> SQL {
        var all = SQL(literal: "")
        for (index, sql) in enumerated() {
            if index > 0 { all += separator }
            all += sql
        }
        return all
    }
}

extension SQL {
    /// SQLite's limit; PostgreSQL allows twice as many.
    private static let mostValues = 32_766

    /// The text with `$1`, `$2`, … where the values go, as PostgreSQL wants it.
    var numberedText: String {
        guard !marks.isEmpty else { return text }
        let units = text.utf8
        var numbered = ""
        numbered.reserveCapacity(units.count + 3 * marks.count)
        var start = units.startIndex
        for (index, mark) in marks.enumerated() {
            let end = units.index(units.startIndex, offsetBy: mark)
            numbered += text[start..<end]
            numbered += "$"
            numbered += String(index + 1)
            start = units.index(after: end)
        }
        numbered += text[start...]
        return numbered
    }

    /// Refuses what either database would refuse, cut short or change without a word.
    func check() throws {
        if values.count > Self.mostValues {
            throw DatabaseFailure.statement(
                "\(values.count) values in one statement; at most \(Self.mostValues) are allowed")
        }
        if text.holdsNUL { throw DatabaseFailure.statement("the SQL text holds a NUL character") }
        for (index, value) in values.enumerated() {
            switch value {
            case .text(let text) where text.holdsNUL:
                throw DatabaseFailure.statement(
                    "value \(index + 1) is a text with a NUL character, which cannot be stored")
            case .real(let number) where !number.isFinite:
                throw DatabaseFailure.statement("value \(index + 1) is not a finite number")
            default: break
            }
        }
    }
}

extension String {
    /// Whether a NUL character is in it, where C would see the end of the text.
    var holdsNUL: Bool {
        utf8.withContiguousStorageIfAvailable { units in
            units.baseAddress.map { memchr($0, 0, units.count) != nil } ?? false
        } ?? utf8.contains(0)
    }
}
