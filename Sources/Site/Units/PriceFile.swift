import Foundation
import HouseRules

/// Columns of a price list.
enum PriceField: String, ImportField {
    case unit, building, floor, layout, area, price

    var headers: [String] {
        switch self {
        case .unit: ["房号", "房源"]
        case .building: ["楼栋", "楼号"]
        case .floor: ["楼层", "层"]
        case .layout: ["户型"]
        case .area: ["面积", "建筑面积", "面积（㎡）"]
        case .price: ["单价", "单价（元/㎡）"]
        }
    }
}

/// A price list as somebody brings it: its rows, and what is wrong with which line.
struct PriceFile: Sendable {
    private(set) var rows: [PriceRow] = []
    private(set) var faults: [RowFault] = []
    private(set) var read = 0

    /// Reads an .xlsx or .csv file.
    /// - Throws: ``ImportFault`` when it cannot be read at all.
    init(_ bytes: [UInt8]) throws {
        let table = try Self.table(bytes)
        guard let head = table.first else { throw ImportFault.empty }
        let map = try ColumnMap<PriceField>(header: head.fields)
        var seen: [String: Int] = [:]
        for row in table.dropFirst() {
            let padded = CSVRow(
                line: row.line,
                fields: row.fields
                    + Array(repeating: "", count: max(0, head.fields.count - row.fields.count)))
            guard padded.fields.contains(where: { !trimmed($0).isEmpty }) else { continue }
            read += 1
            take(padded, map, &seen)
        }
    }

    /// A line above the head, such as that of our own files, is skipped.
    private static func table(_ bytes: [UInt8]) throws -> [CSVRow] {
        if bytes.starts(with: Array("PK".utf8)) {
            let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(bytes).write(to: file)
            let rows = try Self.sheet(file)
            let head = rows.prefix(5).firstIndex { row in
                row.fields.contains { PriceField.unit.headers.contains(trimmed($0)) }
            }
            return Array(rows.dropFirst(head ?? 0))
        }
        var reader = CSVReader(try TextFile.decode(bytes).bytes)
        var rows: [CSVRow] = []
        do throws(CSVFault) {
            while let row = try reader.next() { rows.append(row) }
        } catch {
            throw ImportFault.csv(error)
        }
        return rows
    }

    /// The rows of a workbook; whoever brought it knows no name of a file of ours.
    private static func sheet(_ file: URL) throws(ImportFault) -> [CSVRow] {
        do {
            return try SheetTable(file).rows
        } catch {
            if case .notASpreadsheet = error { throw .notASpreadsheet("价目") }
            throw error
        }
    }

    private mutating func take(
        _ row: CSVRow, _ map: ColumnMap<PriceField>, _ seen: inout [String: Int]
    ) {
        let count = faults.count
        func text(_ field: PriceField) -> String { map.text(field, in: row) }
        for field in [PriceField.unit, .building, .layout] where !isName(text(field)) {
            refuse(row, map, field, "空着或太长", "请写 1 到 30 个字")
        }
        let unit = text(.unit)
        if let line = seen.updateValue(row.line, forKey: unit), !unit.isEmpty {
            refuse(row, map, .unit, "与第 \(line) 行重复", "一套房只写一行")
        }
        let floor = Int(text(.floor))
        if floor == nil || !(-20...200).contains(floor ?? 0) {
            refuse(row, map, .floor, "不是楼层", "请写 -20 到 200 的整数")
        }
        let area = Self.hundredths(text(.area))
        if area == nil || !(1...1_000_000).contains(area ?? 0) {
            refuse(row, map, .area, "不是面积", "请写平方米数，最多两位小数")
        }
        let price = Self.hundredths(text(.price))
        if price == nil || !(0...100_000_000).contains(price ?? -1) {
            refuse(row, map, .price, "不是单价", "请写每平方米多少元，最多两位小数")
        }
        guard faults.count == count, let floor, let area, let price else { return }
        rows.append(
            PriceRow(
                UnitID(unit), building: text(.building), floor: floor, layout: text(.layout),
                area: area, unitPrice: Money(fen: Int64(price))))
    }

    /// Spreadsheets keep 105.35 as 105.34999999999999; what is not nearly so is refused.
    private static func hundredths(_ text: String) -> Int? {
        if let whole = Site.hundredths(text) { return whole }
        guard text.utf8.allSatisfy({ "0123456789.eE-+".utf8.contains($0) }),
            let number = Double(text), number >= 0, number < 10_000_000
        else { return nil }
        let rounded = (number * 100).rounded()
        return abs(number * 100 - rounded) < 0.000_1 ? Int(rounded) : nil
    }

    private func isName(_ text: String) -> Bool { !text.isEmpty && text.utf8.count <= 90 }

    private mutating func refuse(
        _ row: CSVRow, _ map: ColumnMap<PriceField>, _ field: PriceField, _ problem: String,
        _ remedy: String
    ) {
        faults.append(
            RowFault(
                line: row.line, column: map.header(of: field), problem: problem, remedy: remedy))
    }
}
