/// A template to begin with: every place once, and a table of instalments.
enum TemplateSample {
    /// The file, the same every time.
    static let file: [UInt8] = ZipFile([
        ("[Content_Types].xml", Array(types.utf8)), ("_rels/.rels", Array(links.utf8)),
        ("word/document.xml", document),
    ]).content

    private static let types = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/word/document.xml" \
        ContentType="\(WordFile.media).main+xml"/></Types>
        """

    private static let links = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/\
        relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """

    private static var document: [UInt8] {
        let fields = ContractField.allCases.map { paragraph("\($0.rawValue)：\($0.place)") }
        let heads = ContractRows.instalments.places.map(\.name)
        let marks = heads.enumerated().map { index, name in
            (index == 0 ? "{{#分期}}" : "") + "{{\(name)}}"
                + (index == heads.count - 1 ? "{{/分期}}" : "")
        }
        let body =
            paragraph("{{项目名称}}合同（范本样子）") + fields.joined()
            + "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid/>"
            + row(heads) + row(marks) + "</w:tbl>" + paragraph("{{#改动条款}}")
            + paragraph("{{条款序号}}. {{条款}}") + paragraph("{{/改动条款}}")
            + paragraph("买受人（签字）：")
        let text = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:body>\(body)</w:body></w:document>
            """
        return Array(text.utf8)
    }

    private static func paragraph(_ text: String) -> String {
        "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    private static func row(_ cells: [String]) -> String {
        "<w:tr>" + cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
    }
}
