import Foundation
import HouseRules

/// Reads calls of the past from a CSV file.
public enum ImportCalls {
    /// How to read.
    public struct Options: Sendable {
        /// Columns told by hand, such as `call_id=通话编号`.
        public var mappings: [String] = []
        /// Only look: the answer holds no records.
        public var isDryRun = false
        /// Calls imported before: their rows count as unchanged.
        public var known: Set<CallID> = []

        /// The known headers, for real, nothing imported before.
        public init() {}
    }

    /// What came out.
    public struct Answer: Sendable {
        /// The calls that are new, in the order of the file; empty after a dry run.
        public let records: [CallRecord]
        /// What was read, accepted and refused.
        public let report: ImportReport
    }

    /// Reads a file; throws when the file as a whole cannot be imported. Nothing is imported then.
    public static func run(
        file: URL, options: Options = Options()
    ) throws(ImportFault) -> Answer {
        try run(try TextFile.read(file), options: options)
    }

    /// Reads a text; throws when it as a whole cannot be imported.
    public static func run(
        _ text: TextFile, options: Options = Options()
    ) throws(ImportFault) -> Answer {
        var reader = CSVReader(text.bytes)
        guard let header = try csv({ () throws(CSVFault) in try reader.next() }) else {
            throw .empty
        }
        let columns = try ColumnMap<CallField>(header: header.fields, mappings: options.mappings)
        var rows = CallRowReader(columns: columns)
        var report = ImportReport(encoding: text.encoding, isDryRun: options.isDryRun)
        report.unusedColumns = columns.unused
        var records: [CallRecord] = []
        while let row = try nextRow(&reader, &report) {
            let (record, faults) = rows.record(row)
            report.faults += faults
            guard let record else {
                report.refused += 1
                continue
            }
            if options.known.contains(record.id) {
                report.unchanged += 1
            } else {
                report.accepted += 1
                if !options.isDryRun { records.append(record) }
            }
        }
        return Answer(records: records, report: report)
    }

    /// The next row with the right number of fields; others are noted and refused.
    private static func nextRow(
        _ reader: inout CSVReader, _ report: inout ImportReport
    ) throws(ImportFault) -> CSVRow? {
        while true {
            do throws(CSVFault) {
                let row = try reader.next()
                if row != nil { report.read += 1 }
                return row
            } catch {
                guard case .wrongFieldCount(let expected, let found) = error.kind else {
                    throw .csv(error)
                }
                report.read += 1
                report.refused += 1
                report.faults.append(
                    RowFault(
                        line: error.line, column: "",
                        problem: "应有 \(expected) 个字段，实有 \(found) 个", remedy: "请检查多余或缺少的逗号"))
            }
        }
    }

    private static func csv<Value>(
        _ body: () throws(CSVFault) -> Value
    ) throws(ImportFault) -> Value {
        do throws(CSVFault) { return try body() } catch { throw .csv(error) }
    }
}
