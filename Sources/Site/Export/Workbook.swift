import CXlsxWriter
import Foundation

/// One list as an .xlsx file: a head that stays in sight, and a line that says where it is from.
///
/// Texts are always written as texts, never as formulas, whatever they begin with.
struct Workbook {
    /// What stands in a cell.
    enum Cell: Sendable, Hashable {
        case text(String)
        case number(Int)
    }

    /// A column with its width in characters.
    struct Column: Sendable {
        let title: String
        let width: Double
    }

    /// The file could not be written.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// The name of the sheet.
    let sheet: String
    /// The line above the list: what it is, of which site, who took it out and when.
    let heading: String
    let columns: [Column]
    let rows: [[Cell]]

    /// The media type of the file.
    static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    /// The longest text a cell holds.
    private static let longest = 32_767

    /// The file.
    /// - Throws: ``Fault``, and what reading the file throws.
    func bytes() throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let book = workbook_new_opt(file.path, &options) else {
            throw Fault(description: "The workbook could not be begun at \(file.path).")
        }
        write(book)
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else {
            throw Fault(description: String(cString: lxw_strerror(error)))
        }
        return Array(try Data(contentsOf: file))
    }

    private func write(_ book: UnsafeMutablePointer<lxw_workbook>) {
        let page = workbook_add_worksheet(book, sheet)
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        for (index, column) in columns.enumerated() {
            let place = lxw_col_t(index)
            worksheet_set_column(page, place, place, column.width, nil)
        }
        worksheet_freeze_panes(page, 2, 0)
        worksheet_write_string(page, 0, 0, heading, nil)
        for (index, column) in columns.enumerated() {
            worksheet_write_string(page, 1, lxw_col_t(index), column.title, bold)
        }
        for (row, cells) in rows.enumerated() {
            for (index, cell) in cells.enumerated() {
                write(cell, page, lxw_row_t(row + 2), lxw_col_t(index))
            }
        }
    }

    private func write(
        _ cell: Cell, _ page: UnsafeMutablePointer<lxw_worksheet>?, _ row: lxw_row_t,
        _ column: lxw_col_t
    ) {
        switch cell {
        case .text(let text):
            worksheet_write_string(page, row, column, String(text.prefix(Self.longest)), nil)
        case .number(let number):
            worksheet_write_number(page, row, column, Double(number), nil)
        }
    }
}

extension Answer {
    /// A list as a download.
    static func workbook(_ workbook: Workbook, named name: String) throws -> Answer {
        bytes(try workbook.bytes(), type: Workbook.type).attached(as: name)
    }
}
