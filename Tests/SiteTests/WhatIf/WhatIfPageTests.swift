import Database
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `The page of what-ifs` {
    /// Waits until a what-if is over and answers its page.
    private func finished(_ path: String, _ visitor: Visitor) async throws -> String {
        for _ in 0..<200 {
            let text = try await visitor.page(path)
            if !text.contains("正在重裁") { return text }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("the what-if did not end")
        return ""
    }

    @Test func `tries another pack on the day so far`() async throws {
        try await withServedSite { site in
            for number in 1...3 {
                try await site.ask(
                    .visits(.register(Arrival(VisitID("v\(number)"), .newFirst))), by: .desk)
            }
            let manager = try await site.visitor(.manager)
            let form = plainWords(try await manager.page("/whatif"))
            #expect(form.contains("本案场第 1 版") && form.contains("制度包 P002A"))
            #expect(form.contains("还没有试算过"))
            let before = try await site.count("journal")
            let answer = try await manager.post(
                "/whatif", ["rules": "pack:P002A", "from": "2025-06-02", "to": "2025-06-02"])
            #expect(answer.status == 303)
            let path = try #require(answer.location)
            let page = plainWords(try await finished(path, manager))
            #expect(page.contains("共重裁") && page.contains("安然"))
            for list in WhatIfReport.List.allCases {
                #expect(try await manager.get("\(path)?list=\(list.rawValue)").status == 200)
                let file = try await manager.get("\(path)/list.xlsx?list=\(list.rawValue)")
                #expect(file.status == 200 && file.bytes.starts(with: [0x50, 0x4B]))
            }
            #expect(plainWords(try await manager.page("/whatif")).contains("制度包 P002A"))
            #expect(try await site.count("journal") == before, "nothing was written")
        }
    }

    @Test func `tries a parameter before it is published`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let answer = try await manager.post(
                "/policy/REC-09",
                [
                    "seen": "1", "step": "whatif", "standby.front_count": "2",
                    "standby.alert_seconds": "60", "effective_from": "2025-06-03",
                ])
            #expect(answer.status == 303)
            let page = try await finished(try #require(answer.location), manager)
            #expect(plainWords(page).contains("试改 REC-09"))
            #expect(try await site.book.policyRevisions.count == 1)
        }
    }

    @Test(arguments: [
        ("pack:nothing", "2025-06-02", "2025-06-02", "请选要试哪一套规矩"),
        ("pack:P001", "2025-06-03", "2025-06-02", "开始日期晚于结束日期"),
        ("pack:P001", "2023-01-01", "2025-06-02", "一次最多看"),
    ])
    func `says what is wrong with the form`(
        rules: String, from: String, to: String, words: String
    ) async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).post(
                "/whatif", ["rules": rules, "from": from, "to": to])
            #expect(answer.status == 422 && answer.text.contains(words))
        }
    }

    @Test func `of another site, or of before the restart, is not there`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).get("/whatif/no-such")
            #expect(answer.status == 404 && answer.text.contains("重启"))
        }
    }

    @Test func `one of a site runs at a time, and a stopped one stays stopped`() async throws {
        try await withServedSite { site in
            let shelf = WhatIfShelf()
            let days = try DaySpan(checking: ServedSite.day, ServedSite.day)
            func run(_ id: String) -> WhatIfShelf.Run {
                .init(
                    id: id, site: ServedSite.site, title: id, days: days, askedBy: "沈砚",
                    askedAt: ServedSite.now, stage: .running(.init(read: 0, total: 0)))
            }
            let reader = WhatIfReader(
                journal: try await site.book.journal, database: site.server.database)
            #expect(await shelf.start(run("one"), reader, under: Policy()) != nil)
            await shelf.cancel("one", of: ServedSite.site)
            let stopped = await shelf.run("one", of: ServedSite.site)
            #expect(stopped?.isRunning == false)
            #expect(await shelf.run("one", of: SiteID("other")) == nil)
            for number in 0..<(WhatIfShelf.kept + 2) {
                #expect(await shelf.start(run("n\(number)"), reader, under: Policy()) != nil)
                #expect(await shelf.start(run("x\(number)"), reader, under: Policy()) == nil)
                await shelf.cancel("n\(number)", of: ServedSite.site)
            }
            #expect(await shelf.runs(of: ServedSite.site).count == WhatIfShelf.kept)
        }
    }
}
