/// The statements a connection has prepared on its server.
///
/// The server fixes the type of every value when it prepares. A NULL has none of its own, so the
/// same text may be prepared once more when a value comes where a NULL was at first.
struct PostgresStatements {
    /// How a statement is to be sent.
    enum Plan {
        case prepared(String)
        case unprepared(String)
    }

    private struct Prepared {
        let name: String
        let types: [UInt32]

        /// Whether values of those types fit; a NULL always does.
        func accepts(_ others: [UInt32]) -> Bool {
            zip(types, others).allSatisfy { $0 == $1 || $1 == SQLValue.null.typeNumber }
        }
    }

    private var byText: [String: [Prepared]] = [:]
    private var count = 0

    /// A bound on the server's memory; a program has far fewer texts.
    private static let limit = 500

    func name(for text: String, _ types: [UInt32]) -> String? {
        byText[text]?.first { $0.accepts(types) }?.name
    }

    /// A name for one more; `nil` when there are enough.
    mutating func newName() -> String? {
        guard count < Self.limit else { return nil }
        count += 1
        return "s\(count)"
    }

    mutating func add(_ name: String, for text: String, _ types: [UInt32]) {
        byText[text, default: []].append(Prepared(name: name, types: types))
    }

    /// Lays the values out as texts, as libpq wants them.
    static func withPointers<Result>(
        to values: [SQLValue], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        var bytes: [UInt8] = []
        let starts = values.map { value -> Int? in
            let start = bytes.count
            switch value {
            case .null: return nil
            case .integer(let number): bytes.append(contentsOf: String(number).utf8)
            case .real(let number): bytes.append(contentsOf: String(number).utf8)
            case .text(let text): bytes.append(contentsOf: text.utf8)
            }
            bytes.append(0)
            return start
        }
        return bytes.withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = starts.map { start in start.flatMap { base?.advanced(by: $0) } }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}

extension SQLValue {
    /// The number of its type on the server; 0 lets the server find it out.
    var typeNumber: UInt32 {
        switch self {
        case .null: 0
        case .integer: 20
        case .real: 701
        case .text: 25
        }
    }
}
