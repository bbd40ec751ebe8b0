import Foundation
import Testing

@testable import Site

@Suite struct `A workbook` {
    /// The XML of the only sheet.
    static func sheet(of bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
        unzip.arguments = ["-p", file.path, "xl/worksheets/sheet1.xml"]
        let pipe = Pipe()
        unzip.standardOutput = pipe
        try unzip.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        unzip.waitUntilExit()
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
