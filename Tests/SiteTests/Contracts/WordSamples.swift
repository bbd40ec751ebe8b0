import Foundation

@testable import Site

/// Word files as small as they can be, packed without the code that is tested.
enum WordSample {
    static let kinds = """
        <?xml version="1.0" encoding="UTF-8"?><Types>\
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-\
        officedocument.wordprocessingml.document.main+xml"/>\
        <Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-\
        officedocument.wordprocessingml.header+xml"/></Types>
        """

    static func document(_ body: String) -> String {
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"x\"><w:body>\(body)</w:body></w:document>"
    }

    /// A paragraph of one run for each text.
    static func paragraph(_ runs: String..., look: String = "") -> String {
        let look = look.isEmpty ? "" : "<w:rPr>\(look)</w:rPr>"
        return "<w:p>" + runs.map { "<w:r>\(look)<w:t>\($0)</w:t></w:r>" }.joined() + "</w:p>"
    }

    static func row(_ cells: String...) -> String {
        "<w:tr>" + cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
    }

    /// A file with this body.
    static func file(_ body: String) -> [UInt8] {
        Array(zipped(["[Content_Types].xml": kinds, "word/document.xml": document(body)]))
    }

    /// A part of a file; nil: there is none, or it cannot be unpacked.
    static func part(_ name: String, of bytes: [UInt8]) -> String? {
        var content: [UInt8] = []
        guard let zip = try? ZipParts(Data(bytes)),
            (try? zip.unpack(name) { content += $0 }) == true
        else { return nil }
        return String(validating: content, as: UTF8.self)
    }

    /// What stands in the body.
    static func body(of bytes: [UInt8]) -> String? {
        part("word/document.xml", of: bytes)?.firstMatch(of: /<w:body>(.*)<\/w:body>/)
            .map { String($0.output.1) }
    }

    /// The words of the body, a bar behind each paragraph.
    static func words(of bytes: [UInt8]) -> String {
        (body(of: bytes) ?? "").replacing("</w:p>", with: "|").replacing("<w:br/>", with: "↵")
            .replacing(/<[^>]*>/, with: "").replacing("&amp;", with: "&")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    }
}

/// Values for tests.
extension ContractValues {
    static let sample: ContractValues = {
        var values = ContractValues()
        values.fields = [
            "买受人": ContractValue("赵 & <小云>"), "总价": ContractValue("1,188,000.00"),
            "改动": ContractValue("一\n二", isMarked: true),
        ]
        values.rows = [
            "分期": [
                ["期次": ContractValue("1"), "金额": ContractValue("20,000.00")],
                ["期次": ContractValue("2"), "金额": ContractValue("1,168,000.00")],
            ],
            "没有": [],
        ]
        values.rowNames = ["期次": "分期", "金额": "分期"]
        return values
    }()
}
