import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `The page of imports` {
    private static let header = "客户姓名,手机号,类型,置业顾问,发生时间,登记时间,方式,结果,内容"

    private static let history = [
        "张三,13800000001,来访,安然,2025-05-25 10:00,,,,",
        "张三,13800000001,跟进,安然,2025-05-31 18:00,,,接通,约了周末再来",
        "李四,13800000002,来访,安然,2025-05-01,,,,",
        "李四,13800000002,跟进,安然,2025-05-20 10:00,,,,",
        "赵六,13800000004,客户,,,,,,",
    ]

    private func csv(_ rows: [String], header: String = header) -> [UInt8] {
        Array(([header] + rows).joined(separator: "\n").utf8)
    }

    /// The page of an import once it stands still.
    private func settled(_ path: String, _ visitor: Visitor) async throws -> String {
        for _ in 0..<2000 {
            let page = try await visitor.page(path)
            if !page.contains("<progress") { return page }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("the import did not end")
        return ""
    }

    /// Brings a file in and gives the address of its page.
    private func brought(_ bytes: [UInt8], _ visitor: Visitor) async throws -> String {
        let answer = try await visitor.upload("/imports", [:], file: bytes, named: "a.csv")
        #expect(answer.status == 303)
        return try #require(answer.location)
    }

    @Test func `tries a ledger, shows what would come of each line, and writes it when told to`()
        async throws
    {
        try await withServedSite { site in
            let clerk = try await site.visitor(.clerk)
            #expect(try await clerk.page("/imports").contains("还没有导入过"))
            let path = try await brought(csv(Self.history), clerk)
            let tried = plainWords(try await settled(path, clerk))
            #expect(tried.contains("试读好了，还没有写入"))
            #expect(tried.contains("读到 5 行：新的 5 行，以前导过的 0 行，有错的 0 行"))
            #expect(tried.contains("与当时逐笔登记不同的行") && tried.contains("断档以后"))
            #expect(try await site.count("person") == 0, "nothing is written yet")

            #expect(try await clerk.post(path + "/writing", [:]).status == 303)
            let done = plainWords(try await settled(path, clerk))
            #expect(done.contains("写好了") && done.contains("新的 5 行"))
            #expect(try await site.count("person") == 3)
            let list = plainWords(try await site.visitor(.anran).page("/customers"))
            #expect(list.contains("张三 138****0001"))
            #expect(plainWords(try await clerk.page("/imports")).contains("写入 5 行"))
        }
    }

    @Test func `written twice or brought again changes nothing`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let path = try await brought(csv(Self.history), manager)
            _ = try await settled(path, manager)
            async let first = manager.post(path + "/writing", [:])
            async let second = manager.post(path + "/writing", [:])
            #expect(try await first.status == 303)
            #expect(try await second.status == 303)
            _ = try await settled(path, manager)
            let entries = try await site.count("decision_row", where: "kind <> 'settleDue'")
            #expect(try await manager.post(path + "/writing", [:]).status == 303)

            let again = try await brought(csv(Self.history), manager)
            let page = plainWords(try await settled(again, manager))
            #expect(page.contains("新的 0 行，以前导过的 5 行"))
            #expect(!page.contains("写入 0 行"), "there is nothing to write")
            #expect(try await manager.post(again + "/writing", [:]).status == 400)
            let after = try await site.count("decision_row", where: "kind <> 'settleDue'")
            #expect(after == entries)
        }
    }

    @Test func `a wrong row keeps the whole file out and is named by line and column`()
        async throws
    {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let rows = Self.history + ["<b>孙</b>,123,来访,安然,2025-05-01,,,,"]
            let path = try await brought(csv(rows), manager)
            let page = try await settled(path, manager)
            let words = plainWords(page)
            #expect(words.contains("有行不对，还没有写入") && words.contains("有错的 1 行"))
            #expect(words.contains("手机号") && page.contains(">7</td>"))
            #expect(!page.contains("<b>孙"), "what is in a file is never markup")
            #expect(!page.contains("/writing"))
            #expect(try await manager.post(path + "/writing", [:]).status == 400)
            #expect(try await site.count("person") == 0)
            let report = try await manager.get(path + "/report.txt")
            #expect(report.status == 200 && report.text.contains("第 7 行"))
        }
    }

    @Test func `a file that is no ledger is refused with what to do`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            for (bytes, words) in [
                (Array("PK\u{3}\u{4}junk".utf8), "不是完好的 .xlsx"),
                (csv([], header: "姓名,电话"), "缺少列"),
                ([0xFF, 0x00, 0x80, 0x81], "编码无法识别"),
            ] {
                let path = try await brought(bytes, manager)
                let page = plainWords(try await settled(path, manager))
                #expect(page.contains("没有导成") && page.contains(words), "\(words)")
            }
            let nothing = try await manager.upload("/imports", [:], file: nil)
            #expect(nothing.status == 422 && nothing.text.contains("请选一个文件"))
            let empty = try await manager.upload("/imports", [:], file: [], named: "a.csv")
            #expect(empty.status == 422)
        }
    }

    @Test func `a file that is dropped or followed by another is never written`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let first = try await brought(csv(Self.history), manager)
            _ = try await settled(first, manager)
            #expect(try await manager.post(first + "/dropping", [:]).location == "/imports")
            #expect(plainWords(try await manager.page(first)).contains("没有写入，已经不留了"))
            let second = try await brought(csv(Self.history), manager)
            _ = try await settled(second, manager)
            let third = try await brought(csv([Self.history[0]]), manager)
            _ = try await settled(third, manager)
            #expect(plainWords(try await manager.page(second)).contains("已经不留了"))
            #expect(try await manager.post(second + "/writing", [:]).status == 303)
            #expect(try await site.count("person") == 0)
        }
    }

    @Test func `is of one site, and of those who may bring lists in`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let path = try await brought(csv(Self.history), manager)
            _ = try await settled(path, manager)
            #expect(try await site.visitor(.anran).get(path).status == 403)
            #expect(try await site.visitor(.supervisor).get("/imports").status == 403)
            #expect(try await manager.get("/imports/nothing").status == 404)
            #expect(try await manager.get("/imports/nothing/report.txt").status == 404)
            let id = String(path.split(separator: "/")[1])
            #expect(await site.server.house.imports.run(id, of: "elsewhere") == nil)
        }
    }

    @Test func `leaves no file behind`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let path = try await brought(csv(["钱七,13866667777,客户,,,,,,"]), manager)
            _ = try await settled(path, manager)
            let folder = FileManager.default.temporaryDirectory
            // By name alone: other tests' files come and go while the folder is read.
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            for name in names where name.hasPrefix("anchang-import-") {
                let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
                #expect(text?.contains("13866667777") != true, "\(name)")
            }
        }
    }
}
