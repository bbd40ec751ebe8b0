import Foundation

/// One thing that is wrong with one row.
public struct RowFault: Hashable, Sendable, Codable {
    /// The line on which the row begins, from 1.
    public let line: Int
    /// The column's header or field name; empty when it is the row as a whole.
    public let column: String
    /// What is wrong.
    public let problem: String
    /// What to do about it.
    public let remedy: String
}

/// What an import did, or would do.
public struct ImportReport: Sendable, Equatable {
    /// How the file was written.
    public var encoding: TextFile.Encoding
    /// Nothing is kept: the file was only looked at.
    public var isDryRun: Bool
    /// Rows read, the header not counted.
    public var read = 0
    /// Rows that are right and new.
    public var accepted = 0
    /// Rows that are right and were imported before.
    public var unchanged = 0
    /// Rows with at least one fault.
    public var refused = 0
    /// Every fault of every refused row, in the order of the file.
    public var faults: [RowFault] = []
    /// Headers that no field uses.
    public var unusedColumns: [String] = []

    /// An empty report.
    public init(encoding: TextFile.Encoding, isDryRun: Bool = false) {
        self.encoding = encoding
        self.isDryRun = isDryRun
    }

    /// Faults by column and problem, most frequent first.
    public var counts: [(column: String, problem: String, count: Int)] {
        var counted: [[String]: Int] = [:]
        for fault in faults { counted[[fault.column, fault.problem], default: 0] += 1 }
        return counted.map { ($0.key[0], $0.key[1], $0.value) }
            .sorted { ($1.count, $0.column, $0.problem) < ($0.count, $1.column, $1.problem) }
    }

    /// The report in Chinese, with at most `limit` faults one by one.
    public func text(limit: Int = 20) -> String {
        var lines = [
            (isDryRun ? "试读（未写入）" : "导入") + "：读到 \(read) 行，"
                + "合格 \(accepted) 行，已有 \(unchanged) 行，拒收 \(refused) 行；编码 \(encoding.rawValue)。"
        ]
        if !unusedColumns.isEmpty {
            lines.append("未用的列：\(unusedColumns.joined(separator: "、"))。")
        }
        for (column, problem, count) in counts {
            lines.append("  \(count) 处：\(column.isEmpty ? "整行" : column) — \(problem)")
        }
        for fault in faults.prefix(limit) {
            let place = fault.column.isEmpty ? "" : "，列“\(fault.column)”"
            lines.append("  第 \(fault.line) 行\(place)：\(fault.problem)；\(fault.remedy)")
        }
        if faults.count > limit {
            lines.append("  另有 \(faults.count - max(0, limit)) 处未逐条列出。")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The report as JSON with stable keys, with at most `limit` faults one by one.
    public func json(limit: Int = 20) -> String {
        struct Count: Encodable {
            let column: String
            let problem: String
            let count: Int
        }
        struct Body: Encodable {
            let encoding: TextFile.Encoding
            let dryRun: Bool
            let rowsRead: Int
            let accepted: Int
            let unchanged: Int
            let refused: Int
            let unusedColumns: [String]
            let faultCount: Int
            let faultCounts: [Count]
            let faults: [RowFault]
        }
        return stableJSON(
            Body(
                encoding: encoding, dryRun: isDryRun, rowsRead: read, accepted: accepted,
                unchanged: unchanged, refused: refused, unusedColumns: unusedColumns,
                faultCount: faults.count, faultCounts: counts.map(Count.init),
                faults: Array(faults.prefix(limit))))
    }
}

/// JSON with sorted snake_case keys, for people and machines.
func stableJSON(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { preconditionFailure("plain values encode") }
    return String(decoding: data, as: UTF8.self) + "\n"
}
