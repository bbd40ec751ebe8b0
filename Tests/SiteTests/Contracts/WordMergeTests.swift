import Foundation
import Testing

@testable import Site

@Suite struct `A merge` {
    private func merged(
        _ body: String, _ values: ContractValues = .sample
    ) throws -> (bytes: [UInt8], merge: WordMerge) {
        var file = try WordFile(WordSample.file(body))
        var merge = WordMerge(values)
        file.change { merge.filled($0) }
        return (file.content, merge)
    }

    private func words(_ body: String) throws -> String {
        let (bytes, merge) = try merged(body)
        #expect(merge.faults.isEmpty && merge.unknown.isEmpty, "\(merge.faults) \(merge.unknown)")
        return WordSample.words(of: bytes)
    }

    private func faults(_ body: String) throws -> [String] { try merged(body).merge.faults }

    @Test func `puts a value where its place is`() throws {
        let sum = WordSample.paragraph("总价 {{总价}} 元")
        #expect(try words(sum) == "总价 1,188,000.00 元|")
    }

    @Test func `finds a place that Word has split over several runs`() throws {
        let body = WordSample.paragraph("买方：{", "{买", "受", "人}", "}，共 {{总", "价}}。")
        #expect(try words(body) == "买方：赵 & <小云>，共 1,188,000.00。|")
        let apart =
            "<w:p><w:r><w:t>{{</w:t></w:r><w:proofErr/><w:bookmarkStart/><w:hyperlink>"
            + "<w:r><w:t>总价</w:t></w:r></w:hyperlink><w:r><w:t>}}</w:t></w:r></w:p>"
        #expect(try words(apart) == "1,188,000.00|")
    }

    @Test func `never joins two paragraphs`() throws {
        let body = WordSample.paragraph("{{总") + WordSample.paragraph("价}}")
        #expect(try faults(body).count == 2)
    }

    @Test func `escapes what would be markup, and leaves out what XML cannot hold`() throws {
        var values = ContractValues.sample
        values.fields["总价"] = ContractValue("</w:t>&amp;\u{1}\u{FFFE}\u{B}甲")
        let (bytes, _) = try merged(WordSample.paragraph("{{总价}}"), values)
        let body = try #require(WordSample.body(of: bytes))
        #expect(body.contains("&lt;/w:t&gt;&amp;amp;甲</w:t>"), "\(body)")
        #expect(try WordFile(bytes).content == bytes)
    }

    @Test func `never reads a place in a value`() throws {
        var values = ContractValues.sample
        values.fields["买受人"] = ContractValue("{{总价}}{{#分期}}")
        let (bytes, merge) = try merged(WordSample.paragraph("{{买受人}}"), values)
        #expect(WordSample.words(of: bytes) == "{{总价}}{{#分期}}|")
        #expect(merge.found == ["买受人"] && merge.faults.isEmpty)
    }

    @Test func `takes full-width braces and blanks as Chinese keyboards give them`() throws {
        #expect(try words(WordSample.paragraph("｛｛总价｝｝ {{ 总　价 }}")) == "1,188,000.00 1,188,000.00|")
        let rows =
            WordSample.paragraph("{{＃分期}}") + WordSample.paragraph("{{期次}}")
            + WordSample.paragraph("｛｛／分期｝｝")
        #expect(try words(rows) == "1|2|")
    }

    @Test func `repeats a row of a table`() throws {
        let table =
            "<w:tbl><w:tblPr/>" + WordSample.row("期", "元")
            + WordSample.row("{{#分期}}{{期次}}", "{{金额}}{{/分期}}") + WordSample.row("共", "{{总价}}")
            + "</w:tbl>"
        #expect(try words(table) == "期|元|1|20,000.00|2|1,168,000.00|共|1,188,000.00|")
        let body = try #require(WordSample.body(of: try merged(table).bytes))
        #expect(body.matches(of: /<w:tr>/).count == 4 && body.hasPrefix("<w:tbl><w:tblPr/>"))
    }

    @Test func `repeats several rows, and only those of the inner table`() throws {
        let rows = WordSample.row("{{#分期}}{{期次}}") + WordSample.row("{{金额}}{{/分期}}")
        #expect(
            try words("<w:tbl>\(rows)</w:tbl>") == "1|20,000.00|2|1,168,000.00|")
        let inner = "<w:tbl>" + WordSample.row("{{#分期}}{{期次}}{{/分期}}") + "</w:tbl>"
        let outer = "<w:tbl><w:tr><w:tc>\(inner)\(WordSample.paragraph("外"))</w:tc></w:tr></w:tbl>"
        #expect(try words(outer) == "1|2|外|")
    }

    @Test func `repeats paragraphs between two marks`() throws {
        let body =
            WordSample.paragraph("前") + WordSample.paragraph("{{#分期}}")
            + WordSample.paragraph("第 {{期次}} 期") + WordSample.paragraph("{{金额}}")
            + WordSample.paragraph(" {{/分期}} ") + WordSample.paragraph("后")
        #expect(try words(body) == "前|第 1 期|20,000.00|第 2 期|1,168,000.00|后|")
        let one = WordSample.paragraph("{{#分期}}{{期次}}：{{金额}}；{{/分期}}")
        #expect(try words(one) == "1：20,000.00；|2：1,168,000.00；|")
    }

    @Test func `leaves no table without rows`() throws {
        let table = "<w:tbl>" + WordSample.row("{{#没有}}甲{{/没有}}") + "</w:tbl>"
        #expect(WordSample.body(of: try merged(table).bytes) == "<w:p/>")
    }

    @Test func `prints what is marked in red, in a run of its own`() throws {
        let look = "<w:b/><w:color w:val=\"000000\"/><w:sz w:val=\"21\"/>"
        let (bytes, _) = try merged(WordSample.paragraph("改：{{改动}}。", look: look))
        let body = try #require(WordSample.body(of: bytes))
        let red = "<w:rPr><w:b/><w:color w:val=\"FF0000\"/><w:sz w:val=\"21\"/></w:rPr>"
        let text = "<w:t xml:space=\"preserve\">"
        #expect(
            body == "<w:p><w:r><w:rPr>\(look)</w:rPr>\(text)改：</w:t></w:r>"
                + "<w:r>\(red)\(text)一</w:t><w:br/>\(text)二</w:t></w:r>"
                + "<w:r><w:rPr>\(look)</w:rPr>\(text)。</w:t></w:r></w:p>")
        let plain = try merged(WordSample.paragraph("{{改动}}")).bytes
        #expect(WordSample.body(of: plain)?.hasPrefix("<w:p><w:r><w:rPr><w:color") == true)
    }

    @Test func `fills text boxes, headers and content controls`() throws {
        let box =
            "<w:p><w:r><w:t>外 {{总价}}</w:t><w:pict><w:txbxContent>"
            + WordSample.paragraph("里 {{总", "价}}") + "</w:txbxContent></w:pict></w:r></w:p>"
        #expect(try words(box) == "外 1,188,000.00里 1,188,000.00||")
        let sum = WordSample.paragraph("{{总价}}")
        let control = "<w:sdt><w:sdtContent>\(sum)</w:sdtContent></w:sdt>"
        #expect(try words(control) == "1,188,000.00|")
        let header = "<w:hdr xmlns:w=\"x\">\(WordSample.paragraph("{{买受人}}"))</w:hdr>"
        var file = try WordFile(
            Array(
                zipped([
                    "[Content_Types].xml": WordSample.kinds,
                    "word/document.xml": WordSample.document(""), "word/header1.xml": header,
                ])))
        var merge = WordMerge(.sample)
        file.change { merge.filled($0) }
        let filled = WordSample.part("word/header1.xml", of: file.content)
        #expect(filled?.contains("赵 &amp; &lt;小云&gt;") == true)
    }

    @Test func `changes not a byte where there is no place`() throws {
        let body =
            "<w:p w:rsidR=\"00\"  ><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:t>甲 &#20057;"
            + "</w:t><w:tab/></w:r></w:p><!-- 丙 --><w:sectPr/>"
        #expect(WordSample.body(of: try merged(body).bytes) == body)
    }

    @Test(arguments: [
        ("{{#分期}}", "没有 {{/分期}}"), ("{{/分期}}", "没有配对"), ("{{总价", "大括号没有配对"),
        ("总价}}", "大括号没有配对"), ("{{}}", "大括号没有配对"), ("{{总{{价}}", "大括号没有配对"),
        ("{{#甲}}{{/甲}}", "没有可以重复的“甲”"), ("{{期次}}", "只能写在 {{#分期}}"),
        ("{{#分期}}{{#没有}}{{/没有}}{{/分期}}", "套在别的重复里"),
    ])
    func `says what is wrong`(text: String, sentence: String) throws {
        let found = try faults(WordSample.paragraph(text))
        #expect(found.contains { $0.contains(sentence) }, "\(found)")
    }

    @Test func `names what it does not know, once each, and leaves it as it is`() throws {
        let (bytes, merge) = try merged(WordSample.paragraph("{{买受入}}{{总价}}{{买受入}}{{单价}}"))
        #expect(merge.unknown == ["买受入", "单价"] && merge.found == ["买受入", "总价", "单价"])
        #expect(WordSample.words(of: bytes) == "{{买受入}}1,188,000.00{{买受入}}{{单价}}|")
    }

    @Test func `of the sample finds every place that is known`() throws {
        let reading = TemplateReading(try WordFile(TemplateSample.file))
        #expect(reading.isSound, "\(reading.unknown) \(reading.faults)")
        let rows = ContractRows.allCases.flatMap { ["#" + $0.rawValue] + $0.places.map(\.name) }
        let all = Set(ContractField.allCases.map(\.rawValue) + rows)
        #expect(Set(reading.found) == all)
    }
}
