import CLibpq

/// What a server or its connection said, with what the driver needs to know besides.
struct PostgresError: Error {
    let failure: DatabaseFailure
    /// Whether nothing is wrong with the transaction and running it anew may succeed.
    var mayRunAgain = false
    /// Whether prepared statements have to be made anew before that.
    var statementsAreStale = false

    init(_ failure: DatabaseFailure) {
        self.failure = failure
    }

    /// Reads the error of a result.
    init(result: OpaquePointer, wasCancelled: Bool) {
        func field(_ code: Int32) -> String? {
            PQresultErrorField(result, code).map { String(cString: $0) }
        }
        // The codes are characters: SQLSTATE, primary message, table, constraint, column, detail,
        // function.
        let state = field(Int32(UInt8(ascii: "C"))) ?? ""
        let message = field(Int32(UInt8(ascii: "M"))) ?? "no message"
        let place = Place(
            table: field(Int32(UInt8(ascii: "t"))) ?? "",
            column: field(Int32(UInt8(ascii: "c"))) ?? "",
            constraint: field(Int32(UInt8(ascii: "n"))) ?? "",
            detail: field(Int32(UInt8(ascii: "D"))) ?? "")
        failure = Self.failure(state, message, place, wasCancelled: wasCancelled)
        statementsAreStale =
            state == "26000" || field(Int32(UInt8(ascii: "R"))) == "RevalidateCachedQuery"
        mayRunAgain = state == "40001" || state == "40P01" || statementsAreStale
    }

    /// Where a constraint was violated.
    private struct Place {
        let table: String
        let column: String
        let constraint: String
        let detail: String

        /// As SQLite tells it: `table.column, table.column`, read from `Key (a, b)=(…) already
        /// exists`. The values behind it are left out.
        var key: String {
            guard let open = detail.firstIndex(of: "("),
                let close = detail.firstRange(of: ")=("), open < close.lowerBound
            else { return constraint }
            let columns = detail[detail.index(after: open)..<close.lowerBound]
            if columns.contains("(") { return "index '\(constraint)'" }
            return columns.split(separator: ", ").map { "\(table).\($0)" }.joined(separator: ", ")
        }
    }

    private static func failure(
        _ state: String, _ message: String, _ place: Place, wasCancelled: Bool
    ) -> DatabaseFailure {
        switch state {
        case "23505", "23P01": .uniqueViolation(constraint: place.key)
        case "23503": .foreignKeyViolation(place.constraint)
        case "23514": .checkViolation(place.constraint)
        case "23502": .notNullViolation("\(place.table).\(place.column)")
        case "P0001": .checkViolation(message)
        case "40001", "40P01", "55P03", "53300": .busy(message)
        case "57014": wasCancelled ? .cancelled : .timeout(message)
        case "53100", "53200", "53400": .full(message)
        case "25006": .readOnly(message)
        case "XX001", "XX002": .corrupt(message)
        case _ where state.hasPrefix("57P") || state.hasPrefix("08") || state == "58030":
            .connectionLost(message)
        default: .statement("\(message) (\(state))")
        }
    }
}
