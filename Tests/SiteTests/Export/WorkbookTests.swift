import Foundation
import Testing

@testable import Site

@Suite struct `A workbook` {
    /// The XML of the only sheet.
    static func sheet(of bytes: [UInt8]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, output) = (folder.appending(path: "book.xlsx"), folder.appending(path: "out"))
        try Data(bytes).write(to: file)
        let unzip = try Spawned(
            "/usr/bin/unzip", ["-p", file.path, "xl/worksheets/sheet1.xml"], environment: [:],
            in: folder.path, output: output.path, errors: folder.appending(path: "err").path)
        try #require(unzip.wait() == 0)
        let data = try Data(contentsOf: output)
        return String(decoding: data, as: UTF8.self)
    }

    private func workbook(_ rows: [[Workbook.Cell]]) -> Workbook {
        Workbook(
            sheet: "台账", heading: "云栖府 台账", columns: [.init(title: "姓名", width: 12)], rows: rows)
    }

    @Test func `holds its heading, its columns and its rows`() throws {
        let sheet = try Self.sheet(of: workbook([[.text("安然")], [.number(42)]]).bytes())
        for text in ["云栖府 台账", "姓名", "安然", "<v>42</v>"] { #expect(sheet.contains(text)) }
    }

    @Test(arguments: ["=1+1", "+1", "@SUM(A1)", "-2"])
    func `never holds a formula`(text: String) throws {
        let sheet = try Self.sheet(of: workbook([[.text(text)]]).bytes())
        #expect(!sheet.contains("<f>"))
        #expect(sheet.contains(text))
    }

    @Test func `cuts a text that no cell can hold`() throws {
        let long = String(repeating: "长", count: 40_000)
        let sheet = try Self.sheet(of: workbook([[.text(long)], [.text("后面")]]).bytes())
        #expect(sheet.contains("后面"))
    }

}
