import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

/// A site with an order that is paid for, and templates for its contract.
struct ContractWorld {
    let sale: SaleWorld
    var site: ServedSite { sale.site }

    static let body =
        WordSample.paragraph("买受人：{{买受", "人}}，电话 {{联系电话}}")
        + WordSample.paragraph("{{房号}} {{建筑面积}} 共 {{总价}}（{{总价大写}}），{{付款方式}}")
        + WordSample.paragraph("签约 {{签约日期}}，顾问 {{置业顾问}}") + WordSample.paragraph("{{改动条款}}")

    static let table =
        "<w:tbl>"
        + WordSample.row("{{#分期}}{{期次}}", "{{应付日期}}", "{{本期金额}}{{/分期}}") + "</w:tbl>"

    /// A template as a browser sends it.
    func bring(
        _ file: [UInt8]?, version: String = "2025 版", since: String = "2025-06-02",
        mode: String = "keep", by person: ServedSite.Person = .title
    ) async throws -> Received {
        try await site.visitor(person).upload(
            "/templates",
            [
                "id": "t-\(version.utf8.count)-\(mode)", "version": version, "since": since,
                "mode": mode,
            ], file: file, named: "范本.docx")
    }

    var templates: [String: ContractTemplate] {
        get async throws { try await site.book.state.sales.templates }
    }

    func page(_ path: String, _ person: ServedSite.Person) async throws -> String {
        plainWords(try await site.visitor(person).page(path))
    }
}

/// A site on which an order is paid for.
func withContracts(
    office: String? = nil, _ body: (ContractWorld) async throws -> Void
) async throws {
    try await withServedSite(pack: "P002A", configure: { $0.officeProgram = office }) { site in
        let world = ContractWorld(sale: SaleWorld(site: site))
        try await world.sale.open()
        try await world.sale.order()
        try await world.sale.granted(
            "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
        try await body(world)
    }
}

@Suite(.timeLimit(.minutes(15))) struct `Templates of contracts` {
    @Test func `are tried, kept under their hash and handed out as they were`() async throws {
        try await withContracts { world in
            let file = WordSample.file(ContractWorld.body)
            let tried = try await world.bring(file, mode: "trial")
            #expect(tried.status == 200 && tried.words.contains("试读通过"))
            #expect(tried.words.contains("{{买受人}} {{联系电话}} {{房号}}"))
            #expect(try await world.templates.isEmpty)
            #expect(try await world.bring(file).status == 303)
            let template = try #require(try await world.templates["2025 版"])
            #expect(template.hash == hex(sha256(file)) && template.staff == "yunqi-title")
            #expect(template.since == ServedSite.day && template.fields.contains("总价大写"))
            let page = try await world.page("/templates", .anran)
            #expect(page.contains("2025 版") && page.contains("正在用") && page.contains("文契"))
            #expect(!page.contains("上传一个版本"), "consultants only read")
            let path = "/templates/\(percentEncode("2025 版"))/file"
            let back = try await world.site.visitor(.anran).get(path)
            #expect(back.bytes == file && back.headers[.contentType] == WordFile.media)
            #expect(back.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
            let command: SQL = "command LIKE \("%\(template.hash)%")"
            #expect(try await world.site.count("journal", where: command) == 1)
            let stored = world.site.folder.appending(
                path: "attachments/\(template.hash.prefix(2))/\(template.hash)")
            #expect(try Data(contentsOf: stored) != Data(file), "it is sealed")
        }
    }

    @Test func `with places that nobody knows are refused with their list`() async throws {
        try await withContracts { world in
            let file = WordSample.file(
                WordSample.paragraph("{{买受入}} {{总价}} {{期次}} {{房号"))
            for mode in ["trial", "keep"] {
                let answer = try await world.bring(file, mode: mode)
                #expect(answer.status == 422)
                for words in [
                    "有 3 处要改", "不认识：{{买受入}}", "{{期次}} 只能写在 {{#分期}}", "“{{房号”附近",
                    "认得的", "{{总价}}",
                ] { #expect(answer.words.contains(words), "\(words)") }
                #expect(answer.text.contains("value=\"2025 版\""), "as it was typed")
            }
            let none = try await world.bring(WordSample.file(WordSample.paragraph("甲")))
            #expect(none.status == 422 && none.words.contains("没有要填的地方"))
            #expect(try await world.templates.isEmpty)
        }
    }

    @Test func `of another kind come back with what is wrong`() async throws {
        try await withContracts { world in
            let journal = try await world.site.count("journal")
            let macro = Array(
                zipped([
                    "[Content_Types].xml": WordSample.kinds,
                    "word/document.xml": WordSample.document(""), "word/vbaProject.bin": "x",
                ]))
            for (file, words) in [
                (Paper.pdf, "不是 .docx"), (macro, "有宏"), (Array(macro.dropLast(9)), "文件坏了"),
                ([UInt8](repeating: 0x50, count: (10 << 20) + 1), "最大 10 MB"),
            ] {
                let answer = try await world.bring(file)
                #expect(answer.status == 422 && answer.words.contains(words), "\(answer.words)")
                #expect(answer.text.contains("aria-invalid=\"true\""))
                #expect(answer.text.contains("value=\"2025 版\""))
            }
            let huge = try await world.bring([UInt8](repeating: 0x50, count: 11 << 20))
            #expect(huge.status == 413)
            #expect(try await world.bring(nil).words.contains("请选一个 .docx 文件"))
            let file = WordSample.file(ContractWorld.body)
            #expect(try await world.bring(file, version: "").words.contains("请填版本号"))
            #expect(try await world.bring(file, since: "明天").words.contains("请填从哪天起用"))
            #expect(try await world.site.count("journal") == journal)
        }
    }

    @Test func `keep their version, and are withdrawn once`() async throws {
        try await withContracts { world in
            #expect(try await world.bring(WordSample.file(ContractWorld.body)).status == 303)
            let other = try await world.site.visitor(.manager).upload(
                "/templates",
                ["id": "again", "version": "2025 版", "since": "2025-06-02", "mode": "keep"],
                file: WordSample.file(ContractWorld.table))
            let place = try #require(other.location)
            let told = try await world.page(place, .manager)
            #expect(told.contains("编号 2025 版 已经用过"))
            let path = "/templates/\(percentEncode("2025 版"))/retirement"
            try await world.sale.granted(path, ["id": "r1"], by: .manager)
            #expect(try await world.templates["2025 版"]?.retiredAt == ServedSite.now)
            #expect(try await world.page("/templates", .title).contains("停用"))
            try await world.sale.refused(path, ["id": "r2"], by: .title)
            #expect(try await world.site.visitor(.clerk).post(path, ["id": "r3"]).status == 403)
        }
    }

    @Test func `are explained, with a sample that may be used`() async throws {
        try await withContracts { world in
            let page = try await world.page("/templates", .clerk)
            for field in ContractField.allCases {
                #expect(page.contains("\(field.place) \(field.meaning)"))
            }
            #expect(page.contains("{{#分期}} … {{/分期}}") && page.contains("还没有合同范本"))
            let sample = try await world.site.visitor(.clerk).get("/templates/sample.docx")
            #expect(sample.bytes == TemplateSample.file)
            #expect(try await world.bring(sample.bytes).status == 303)
        }
    }
}
