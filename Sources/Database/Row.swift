/// One row of an answer.
///
/// A column is asked for by its name, which is quickest to read, or by its position from 0. When
/// two columns have the same name the first one counts. All rows of an answer share one list of
/// names.
public struct Row: Sendable {
    private let shared: ColumnNames
    /// The values in the order of the columns.
    public let values: [SQLValue]

    init(columns: ColumnNames, values: [SQLValue]) {
        shared = columns
        self.values = values
    }

    /// The names of the columns, in order.
    public var columns: [String] { shared.names }

    /// The value as the database gave it.
    /// - Throws: ``DatabaseFailure/decoding(_:)`` when there is no such column.
    public func value(_ column: some RowColumn) throws -> SQLValue {
        guard let position = column.position(in: columns) else {
            throw DatabaseFailure.decoding(
                "no column \(column); there are: \(columns.joined(separator: ", "))")
        }
        return values[position]
    }

    /// Whether the value is NULL.
    /// - Throws: ``DatabaseFailure/decoding(_:)`` when there is no such column.
    public func isNull(_ column: some RowColumn) throws -> Bool {
        try value(column) == .null
    }

    /// The value, which must be a text.
    /// - Throws: ``DatabaseFailure/decoding(_:)`` when it is not, or there is no such column.
    public func text(_ column: some RowColumn) throws -> String {
        guard let text = try optionalText(column) else { throw unexpectedNull(column) }
        return text
    }

    /// The value, which must be a text or NULL.
    /// - Throws: ``DatabaseFailure/decoding(_:)`` when it is not, or there is no such column.
    public func optionalText(_ column: some RowColumn) throws -> String? {
        switch try value(column) {
        case .text(let text): text
        case .null: nil
        case let other: throw mismatch(column, expected: "text", found: other)
        }
    }

    /// The value, which must be an integer.
    /// - Throws: ``DatabaseFailure/decoding(_:)`` when it is not, or there is no such column.
    public func int(_ column: some RowColumn) throws -> Int64 {
        guard let number = try optionalInt(column) else { throw unexpectedNull(column) }
        return number
    }

    /// The value, which must be an integer or NULL.
    /// - Throws: ``DatabaseFailure/decoding(_:)`` when it is not, or there is no such column.
    public func optionalInt(_ column: some RowColumn) throws -> Int64? {
        switch try value(column) {
        case .integer(let number): number
        case .null: nil
        case let other: throw mismatch(column, expected: "an integer", found: other)
        }
    }

    /// The value, which must be a number; an integer is widened.
    /// - Throws: ``DatabaseFailure/decoding(_:)`` when it is not, or there is no such column.
    public func double(_ column: some RowColumn) throws -> Double {
        guard let number = try optionalDouble(column) else { throw unexpectedNull(column) }
        return number
    }

    /// The value, which must be a number or NULL; an integer is widened.
    /// - Throws: ``DatabaseFailure/decoding(_:)`` when it is not, or there is no such column.
    public func optionalDouble(_ column: some RowColumn) throws -> Double? {
        switch try value(column) {
        case .real(let number): number
        case .integer(let number): Double(number)
        case .null: nil
        case let other: throw mismatch(column, expected: "a number", found: other)
        }
    }

    /// The value, which must be 0 or 1.
    /// - Throws: ``DatabaseFailure/decoding(_:)`` when it is not, or there is no such column.
    public func bool(_ column: some RowColumn) throws -> Bool {
        switch try int(column) {
        case 0: return false
        case 1: return true
        default:
            throw DatabaseFailure.decoding("column \(column): expected 0 or 1, found another")
        }
    }

    /// Names the kind of value found, never the value: it may be somebody's telephone number.
    private func mismatch(
        _ column: some RowColumn, expected: String, found: SQLValue
    ) -> DatabaseFailure {
        let kind =
            switch found {
            case .null: "NULL"
            case .integer: "an integer"
            case .real: "a floating-point number"
            case .text: "text"
            }
        return .decoding("column \(column): expected \(expected), found \(kind)")
    }

    private func unexpectedNull(_ column: some RowColumn) -> DatabaseFailure {
        .decoding("column \(column): found NULL where a value must be")
    }
}

/// How a column of a ``Row`` is named: by a `String`, or by an `Int` counted from 0.
public protocol RowColumn: Sendable {
    /// Where the column stands among those names; `nil` when it is not there.
    func position(in columns: [String]) -> Int?
}

extension String: RowColumn {
    /// The first column of this name.
    public func position(in columns: [String]) -> Int? { columns.firstIndex(of: self) }
}

extension Int: RowColumn {
    /// Itself when there are so many columns.
    public func position(in columns: [String]) -> Int? {
        columns.indices.contains(self) ? self : nil
    }
}

/// The column names all rows of an answer share.
final class ColumnNames: Sendable {
    let names: [String]

    init(_ names: [String]) {
        self.names = names
    }
}
