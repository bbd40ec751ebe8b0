import CLibpq

/// What the server answered to one statement.
struct PostgresAnswer {
    private(set) var rows: [Row] = []
    /// How many rows were inserted, updated or deleted.
    private(set) var changed = 0
    /// What was done, such as `COMMIT` or `INSERT 0 1`.
    private(set) var command = ""

    init() {}

    init(_ result: OpaquePointer) throws {
        command = String(cString: PQcmdStatus(result))
        if !command.hasPrefix("SELECT") { changed = Int(String(cString: PQcmdTuples(result))) ?? 0 }
        let width = PQnfields(result)
        guard width > 0 else { return }
        let names = (0..<width).map { String(cString: PQfname(result, $0)) }
        let types = (0..<width).map { PQftype(result, $0) }
        let columns = ColumnNames(names)
        let height = PQntuples(result)
        rows.reserveCapacity(Int(height))
        for row in 0..<height {
            let values = try (0..<width).map { column in
                try Self.value(result, row, column, types[Int(column)], names[Int(column)])
            }
            rows.append(Row(columns: columns, values: values))
        }
    }

    private static func value(
        _ result: OpaquePointer, _ row: Int32, _ column: Int32, _ type: UInt32, _ name: String
    ) throws -> SQLValue {
        if PQgetisnull(result, row, column) == 1 { return .null }
        guard let start = PQgetvalue(result, row, column) else { return .null }
        let length = Int(PQgetlength(result, row, column))
        let text = start.withMemoryRebound(to: UInt8.self, capacity: length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
        }
        switch type {
        case 20, 21, 23:  // BIGINT, SMALLINT, INTEGER
            if let number = Int64(text) { return .integer(number) }
        case 700, 701:  // REAL, DOUBLE PRECISION
            if let number = Double(text) { return .real(number) }
        case 16:  // BOOLEAN, as which a comparison is answered
            return .integer(text == "t" ? 1 : 0)
        case 25, 1042, 1043, 18, 19:  // TEXT and its like
            return .text(text)
        case 2278:  // void, the answer of functions called for their effect
            return .null
        default: break
        }
        throw PostgresError(
            .decoding(
                """
                column \(name) has type number \(type); \
                cast it to BIGINT, DOUBLE PRECISION or TEXT
                """))
    }
}
