import Foundation

/// A column of a list of units (SEL-01).
enum UnitColumn: String, ImportField {
    case unit, layout, building, floor

    var headers: [String] {
        switch self {
        case .unit: ["房号"]
        case .layout: ["户型"]
        case .building: ["楼栋"]
        case .floor: ["楼层"]
        }
    }
}

/// A column of a roster (SEL-01).
enum RosterColumn: String, ImportField {
    case name, phone, paper, ticket

    var headers: [String] {
        switch self {
        case .name: ["姓名", "买方"]
        case .phone: ["电话", "手机"]
        case .paper: ["证件号", "证件", "身份证号"]
        case .ticket: ["认筹单号", "诚意金单号", "单号"]
        }
    }
}

/// A list that a form brought, .xlsx or CSV, as rows under a header.
struct OpeningSheet<Field: ImportField>: Sendable {
    let columns: ColumnMap<Field>
    /// The rows that say anything; a row of nothing but blanks is none.
    let rows: [CSVRow]
    private let headerLine: Int

    /// Reads a file. Throws a `Problem` that says what is wrong with it as a whole.
    init(_ bytes: [UInt8]) throws(Problem) {
        do throws(ImportFault) {
            try self.init(rows: try Self.read(bytes))
        } catch {
            if case .missingColumns(let names) = error {
                throw .badRequest("文件里缺少列：\(names.joined(separator: "、"))。请照模板补上。")
            }
            throw .badRequest("\(error)")
        }
    }

    private init(rows all: [CSVRow]) throws(ImportFault) {
        let names = Set(Field.allCases.flatMap { $0.headers + [$0.rawValue] })
        func matches(_ row: CSVRow) -> Int { row.fields.count { names.contains(trimmed($0)) } }
        // Lines above the header say where a file is from.
        let head = all.prefix(5).enumerated()
            .max { (matches($0.element), $1.offset) < (matches($1.element), $0.offset) }
        guard let head else { throw .empty }
        let width = head.element.fields.count
        columns = try ColumnMap(header: head.element.fields)
        headerLine = head.element.line
        let filled = all.dropFirst(head.offset + 1).filter { row in
            row.fields.contains { !trimmed($0).isEmpty }
        }
        rows = filled.map { row in
            let missing = max(0, width - row.fields.count)
            return CSVRow(
                line: row.line,
                fields: Array((row.fields + Array(repeating: "", count: missing)).prefix(width)))
        }
    }

    /// Which row below the header it is, the first is 1; blank rows between count, as they do for
    /// whoever looks at the list.
    func number(of row: CSVRow) -> Int { row.line - headerLine }

    private static func read(_ bytes: [UInt8]) throws(ImportFault) -> [CSVRow] {
        guard bytes.starts(with: Array("PK".utf8)) else {
            var reader = CSVReader(try TextFile.decode(bytes).bytes)
            var rows: [CSVRow] = []
            do throws(CSVFault) {
                while let row = try reader.next() { rows.append(row) }
            } catch {
                throw .csv(error)
            }
            return rows
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        guard (try? Data(bytes).write(to: file)) != nil else { throw .unreadable("上传的文件") }
        return try SheetTable(file).rows
    }
}

extension Workbook {
    /// An empty list with the columns that a field set has.
    static func template<Field: ImportField>(_ title: String, _: Field.Type) -> Workbook {
        Workbook(
            sheet: title, heading: "\(title)：照这几列填，一行一条。",
            columns: Field.allCases.map { .init(title: $0.headers[0], width: 20) }, rows: [])
    }
}
