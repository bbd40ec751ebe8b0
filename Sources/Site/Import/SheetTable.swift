import Foundation

/// The first sheet of an .xlsx file as rows of texts; numbers stay as the file writes them.
struct SheetTable {
    /// Rows that hold something, each with its number in the sheet.
    private(set) var rows: [CSVRow] = []
    /// Whether days are counted from 1904, as old programs for the Macintosh did.
    private(set) var countsFrom1904 = false

    /// Wider sheets are cut there.
    static let widest = 100

    /// Reads a file; throws ``ImportFault``.
    init(_ file: URL) throws(ImportFault) {
        let name = file.lastPathComponent
        guard let data = try? Data(contentsOf: file, options: .alwaysMapped) else {
            throw .unreadable(name)
        }
        guard data.count <= TextFile.largest else { throw .tooLarge(name, bytes: data.count) }
        do throws(ZipParts.Fault) {
            let parts = try ZipParts(data)
            try read(parts)
        } catch {
            throw .notASpreadsheet(name)
        }
    }

    private mutating func read(_ parts: ZipParts) throws(ZipParts.Fault) {
        var book = BookReader()
        guard try parts.unpack("xl/workbook.xml", { book.take($0) }) else { throw .broken }
        var targets = TargetReader()
        _ = try parts.unpack("xl/_rels/workbook.xml.rels") { targets.take($0) }
        let target = targets.targets[book.firstSheet ?? ""] ?? "worksheets/sheet1.xml"
        var strings = StringReader()
        _ = try parts.unpack("xl/sharedStrings.xml") { strings.take($0) }
        var sheet = SheetReader(strings: strings.strings)
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        guard try parts.unpack(path, { sheet.take($0) }) else { throw .broken }
        rows = sheet.rows
        countsFrom1904 = book.countsFrom1904
    }
}

/// Which sheet is the first, and from when days are counted.
private struct BookReader {
    private var pieces = XMLPieces()
    private(set) var firstSheet: String?
    private(set) var countsFrom1904 = false

    mutating func take(_ bytes: [UInt8]) {
        var (sheet, is1904) = (firstSheet, countsFrom1904)
        pieces.feed(bytes) { piece in
            guard case .open(let tag) = piece else { return }
            if tag.name == "sheet", sheet == nil { sheet = tag.attribute("r:id") }
            if tag.name == "workbookPr", let flag = tag.attribute("date1904") {
                is1904 = flag == "1" || flag == "true"
            }
        }
        (firstSheet, countsFrom1904) = (sheet, is1904)
    }
}

/// Where the sheets are.
private struct TargetReader {
    private var pieces = XMLPieces()
    private(set) var targets: [String: String] = [:]

    mutating func take(_ bytes: [UInt8]) {
        var found = targets
        pieces.feed(bytes) { piece in
            guard case .open(let tag) = piece, tag.name == "Relationship",
                let id = tag.attribute("Id"), let target = tag.attribute("Target")
            else { return }
            found[id] = target
        }
        targets = found
    }
}

/// Texts that several cells share; readings beside Chinese signs are left out.
private struct StringReader {
    private var pieces = XMLPieces()
    private(set) var strings: [String] = []
    private var current = ""
    private var isText = false
    private var isReading = false

    mutating func take(_ bytes: [UInt8]) {
        var own = self
        self.strings = []
        var pieces = own.pieces
        pieces.feed(bytes) { own.follow($0) }
        own.pieces = pieces
        self = own
    }

    private mutating func follow(_ piece: XMLPieces.Piece) {
        switch piece {
        case .open(let tag):
            if tag.name == "si" { current = "" }
            if tag.name == "rPh" { isReading = true }
            isText = tag.name == "t" && !isReading
        case .close(let name):
            if name == "si" { strings.append(current) }
            if name == "rPh" { isReading = false }
            if name == "t" { isText = false }
        case .text(let bytes):
            if isText { current += XMLPieces.decoded(bytes) }
        }
    }
}

/// The rows of a sheet.
private struct SheetReader {
    let strings: [String]
    private var pieces = XMLPieces()
    private(set) var rows: [CSVRow] = []
    private var line = 0
    private var fields: [String] = []
    private var column = 0
    private var kind = ""
    private var text = ""
    private var isText = false
    private var isReading = false

    init(strings: [String]) { self.strings = strings }

    mutating func take(_ bytes: [UInt8]) {
        var own = self
        self.rows = []
        var pieces = own.pieces
        pieces.feed(bytes) { own.follow($0) }
        own.pieces = pieces
        self = own
    }

    private mutating func follow(_ piece: XMLPieces.Piece) {
        switch piece {
        case .open(let tag): open(tag)
        case .close(let name): close(name)
        case .text(let bytes): if isText { text += XMLPieces.decoded(bytes) }
        }
    }

    private mutating func open(_ tag: XMLPieces.Tag) {
        switch tag.name {
        case "row":
            line = tag.attribute("r").flatMap { Int($0) } ?? line + 1
            fields = []
            column = -1
        case "c":
            column = tag.attribute("r").flatMap(Self.column) ?? column + 1
            kind = tag.attribute("t") ?? ""
            text = ""
        case "rPh": isReading = true
        case "v": isText = true
        case "t": isText = !isReading
        default: break
        }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "v", "t": isText = false
        case "rPh": isReading = false
        case "c": put(cell)
        case "row":
            if fields.contains(where: { !$0.isEmpty }) {
                rows.append(CSVRow(line: line, fields: fields))
            }
        default: break
        }
    }

    private var cell: String {
        switch kind {
        case "s": Int(text).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "", "n": Self.number(text)
        case "e": ""
        default: text
        }
    }

    private mutating func put(_ cell: String) {
        guard column >= 0, column < SheetTable.widest else { return }
        while fields.count < column { fields.append("") }
        if column < fields.count { fields[column] = cell } else { fields.append(cell) }
    }

    /// A telephone number that was taken for a number: `1.38E10` is 13800000000.
    private static func number(_ text: String) -> String {
        guard text.contains("E") || text.hasSuffix(".0"), let value = Double(text),
            value == value.rounded(), abs(value) < 1e15
        else { return text }
        return "\(Int64(value))"
    }

    /// `C7` is the third column, counted from 0.
    private static func column(_ place: String) -> Int? {
        var number = 0
        for byte in place.utf8 {
            guard (65...90).contains(byte) else { break }
            number = number * 26 + Int(byte - 64)
            if number > 20_000 { return nil }
        }
        return number == 0 ? nil : number - 1
    }
}
