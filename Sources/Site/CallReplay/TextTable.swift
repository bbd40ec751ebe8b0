/// A table for a terminal: columns as wide as their widest cell, Chinese characters counted as two.
struct TextTable {
    /// One column.
    struct Column {
        let header: String
        let isNumber: Bool

        static func text(_ header: String) -> Column { Column(header: header, isNumber: false) }
        static func number(_ header: String) -> Column { Column(header: header, isNumber: true) }
    }

    let columns: [Column]
    var rows: [[String]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// The table, every line ending with a line feed; numbers stand at the right.
    var text: String {
        let lines = [columns.map(\.header)] + rows
        let widths = columns.indices.map { column in
            lines.map { displayWidth($0[column]) }.max() ?? 0
        }
        return lines.map { cells in
            var line = ""
            for (index, cell) in cells.enumerated() {
                let gap = String(repeating: " ", count: widths[index] - displayWidth(cell))
                line += (index == 0 ? "" : "  ")
                line += columns[index].isNumber ? gap + cell : cell + gap
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}

/// Columns that a text takes on a terminal: two for wide characters, none for marks on others.
func displayWidth(_ text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
}

private func width(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        return 2
    default:
        return 1
    }
}
