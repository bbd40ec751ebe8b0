import Foundation
import Testing

@testable import Site

/// A ZIP file of stored parts, as small as one can be.
func zipped(_ parts: KeyValuePairs<String, String>) -> Data {
    func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(value >> ($0 * 8) & 255) }
    }
    var (body, list): ([UInt8], [UInt8]) = ([], [])
    for (name, text) in parts {
        let (title, content) = (Array(name.utf8), Array(text.utf8))
        let sizes = number(0, 4) + number(content.count, 4) + number(content.count, 4)
        let start = body.count
        body += number(0x0403_4B50, 4) + number(20, 2) + number(0, 8) + sizes
        body += number(title.count, 2) + number(0, 2) + title + content
        list += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 8) + sizes
        list += number(title.count, 2) + number(0, 12) + number(start, 4) + title
    }
    let end =
        number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2)
        + number(parts.count, 2) + number(list.count, 4) + number(body.count, 4) + number(0, 2)
    return Data(body + list + end)
}

@Suite struct `A spreadsheet` {
    private func table(_ data: Data, name: String = "a.xlsx") throws -> SheetTable {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        try data.write(to: file)
        return try SheetTable(file)
    }

    private func sheet(_ rows: String, shared: String = "", book: String = "") throws -> [CSVRow] {
        try table(whole(rows, shared: shared, book: book)).rows
    }

    private func whole(_ rows: String, shared: String = "", book: String = "") -> Data {
        zipped([
            "xl/workbook.xml":
                "<?xml version=\"1.0\"?><workbook>\(book)<sheets><sheet name=\"a\" "
                + "r:id=\"rId7\"/><sheet name=\"b\" r:id=\"rId8\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels":
                "<Relationships><Relationship Id=\"rId8\" Target=\"worksheets/b.xml\"/>"
                + "<Relationship Id=\"rId7\" Target=\"worksheets/a.xml\"/></Relationships>",
            "xl/sharedStrings.xml": "<sst>\(shared)</sst>",
            "xl/worksheets/a.xml": "<worksheet><sheetData>\(rows)</sheetData></worksheet>",
            "xl/worksheets/b.xml": "<worksheet/>",
        ])
    }

    @Test func `is read as it was written, packed and with inline texts`() throws {
        let book = Workbook(
            sheet: "台账", heading: "第一行 <&>", columns: [.init(title: "姓名", width: 9)],
            rows: (0..<3000).map { [.text("客户\($0)"), .number($0)] })
        let rows = try table(Data(try book.bytes())).rows
        #expect(rows.count == 3002)
        #expect(rows[0] == CSVRow(line: 1, fields: ["第一行 <&>"]))
        #expect(rows[1].fields == ["姓名"])
        #expect(rows[3001] == CSVRow(line: 3002, fields: ["客户2999", "2999"]))
    }

    @Test func `gives shared texts, runs and numbers, and leaves readings out`() throws {
        let shared = """
            <si><t>张三</t><rPh sb="0" eb="1"><t>zhang</t></rPh></si>\
            <si><r><t>李</t></r><r><t xml:space="preserve"> 四</t></r></si>
            """
        let rows = try sheet(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
            <c r="C1" t="s"><v>9</v></c></row>\
            <row r="3"><c r="A3"><v>13800000001</v></c><c r="B3"><v>1.3800000002E10</v></c>\
            <c r="D3"><v>45810.5</v></c></row>\
            <row r="4"><c r="A4" t="inlineStr"><is><t>&lt;王&#20116;&gt;</t></is></c>\
            <c r="B4" t="e"><v>#N/A</v></c><c r="C4" t="str"><f>A1&amp;""</f><v>算</v></c></row>\
            <row r="5"><c r="A5"/></row>
            """, shared: shared)
        #expect(rows.map(\.line) == [1, 3, 4])
        #expect(rows[0].fields == ["张三", "李 四", ""])
        #expect(rows[1].fields == ["13800000001", "13800000002", "", "45810.5"])
        #expect(rows[2].fields == ["<王五>", "", "算"])
    }

    @Test func `counts places itself where the file does not say them`() throws {
        let rows = try sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
        #expect(rows == [CSVRow(line: 1, fields: ["1", "2"]), CSVRow(line: 2, fields: ["3"])])
    }

    @Test func `says from when days are counted`() throws {
        #expect(try !table(whole("")).countsFrom1904)
        #expect(try table(whole("", book: "<workbookPr date1904=\"1\"/>")).countsFrom1904)
    }

    @Test func `that is none is refused in a sentence`() throws {
        let empty = zipped(["a.txt": "x"])
        let cut = whole("<row/>").dropLast(30)
        for data in [Data(), Data("姓名,电话".utf8), empty, Data(cut)] {
            #expect(throws: ImportFault.notASpreadsheet("a.xlsx")) { try table(data) }
        }
        var bomb = whole("")
        let place = bomb.range(of: Data("PK\u{1}\u{2}".utf8))!.lowerBound + 24
        bomb.replaceSubrange(place..<place + 4, with: [0, 0, 0, 0xF0])
        #expect(throws: ImportFault.notASpreadsheet("a.xlsx")) { try table(bomb) }
        #expect(ImportFault.notASpreadsheet("a.xlsx").description.contains("另存为"))
    }

    @Test(arguments: [1, 2, 3, 7, 64])
    func `is the same in pieces of any length`(length: Int) {
        let text = """
            <?xml version="1.0"?><!-- a > b --><x:a k="1 > 0" j='"'><b/>t&amp;<![CDATA[<c>]]></x:a>
            """
        var seen: [String] = []
        var pieces = XMLPieces()
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: length) {
            pieces.feed(Array(bytes[start..<min(start + length, bytes.count)])) { piece in
                switch piece {
                case .open(let tag): seen.append("<\(tag.name) \(tag.attribute("k") ?? "-")")
                case .close(let name): seen.append("/\(name)")
                case .text(let bytes): seen.append(XMLPieces.decoded(bytes))
                }
            }
        }
        #expect(seen == ["<a 1 > 0", "<b -", "/b", "t&", "<c>", "/a"])
    }

    @Test func `with a document type is at its end`() {
        var seen = 0
        var pieces = XMLPieces()
        pieces.feed(Array("<!DOCTYPE a [<!ENTITY b \"c\">]><a><b/></a>".utf8)) { _ in seen += 1 }
        #expect(seen == 0)
    }
}
