import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `A dispute about a lost turn` {
    /// 安然 is away for private reasons when the first group comes, and disputes it.
    private func dispute(_ site: ServedSite) async throws {
        try await site.ask(.presence(.leave("yunqi-anran", .personal, until: nil)))
        try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
        try await site.ask(
            .duty(.fileDispute("d1", "yunqi-anran", visit: "v1", note: "有派单")), by: .anran)
    }

    @Test func `waits on today, two taps from its ruling`() async throws {
        try await withServedSite { site in
            try await dispute(site)
            let manager = try await site.visitor(.manager)
            let today = try await manager.page("/today")
            #expect(plainWords(today).contains("安然：有派单"))
            #expect(today.contains("href=\"/disputes/d1\""))
            let page = plainWords(try await manager.page("/disputes/d1"))
            for text in ["第 1 组（10:00 到）来时记轮空（因私不在）", "待裁定", "补轮", "退轮"] {
                #expect(page.contains(text), "\(text)")
            }
        }
    }

    @Test func `ruled for them, the turn is owed and the old line is corrected`() async throws {
        try await withServedSite { site in
            try await dispute(site)
            let page = plainWords(
                try await site.visitor(.manager).follow(
                    "/disputes/d1/ruling", ["ruling": "makeup", "note": "派单属实"]))
            #expect(page.contains("已裁定：补轮") && page.contains("已更正"))
            #expect(page.contains("派单属实"))
            #expect(try await site.book.state.rotation.owed(to: "yunqi-anran") == 1)
            #expect(try await site.count("dispute_row", where: "ruling = 'makeup'") == 1)
            #expect(try await !site.visitor(.manager).page("/today").contains("/disputes/d1"))
        }
    }

    @Test func `is upheld or rejected only with a reason`() async throws {
        try await withServedSite { site in
            try await dispute(site)
            let manager = try await site.visitor(.manager)
            let answer = try await manager.post("/disputes/d1/ruling", ["ruling": "dismissed"])
            #expect(answer.status == 422 && answer.text.contains("请写裁定理由"))
            #expect(try await site.book.state.duty.disputes["d1"] != nil)
            #expect(try await manager.post("/disputes/d1/ruling", ["note": "x"]).status == 400)
        }
    }

    @Test func `is ruled once`() async throws {
        try await withServedSite { site in
            try await dispute(site)
            let manager = try await site.visitor(.manager)
            let form: KeyValuePairs = ["ruling": "dismissed", "note": "没有派单"]
            #expect(try await manager.post("/disputes/d1/ruling", form).status == 303)
            let again = try await manager.post("/disputes/d1/ruling", form)
            #expect(again.status == 409 && again.text.contains("可能已经裁定"))
        }
    }

    @Test func `everybody may read it, only management rules`() async throws {
        try await withServedSite { site in
            try await dispute(site)
            let anran = try await site.visitor(.anran)
            #expect(try await !anran.page("/disputes/d1").contains("/ruling"))
            #expect(try await anran.post("/disputes/d1/ruling", [:]).status == 403)
            #expect(try await anran.get("/disputes/no-such").status == 404)
        }
    }

    @Test func `has a slip before and after the ruling`() async throws {
        try await withServedSite { site in
            try await dispute(site)
            let manager = try await site.visitor(.manager)
            func slip() async throws -> String {
                let page = try await manager.page("/disputes/d1")
                let href = try #require(page.firstMatch(of: /href="(\/decisions\/[^"]+\/slip)"/))
                return try await manager.page(String(href.output.1))
            }
            let filed = try await slip()
            #expect(filed.contains("轮次争议单") && !filed.contains("裁定理由"))
            _ = try await manager.follow(
                "/disputes/d1/ruling", ["ruling": "returned", "note": "退一轮"])
            let ruled = try await slip()
            #expect(ruled.contains("裁定理由") && ruled.contains("6月2日 周一第 1 组"))
        }
    }

    @Test func `a decision without a slip has none`() async throws {
        try await withServedSite { site in
            let record = try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
            let path = "/decisions/\(record.id)/slip"
            #expect(try await site.visitor(.manager).get(path).status == 404)
        }
    }

    @Test(arguments: ["disputes", "suspensions", "penalties", "inspections"])
    func `each list goes out as a workbook, to those who may`(list: String) async throws {
        try await withServedSite { site in
            try await dispute(site)
            let answer = try await site.visitor(.manager).get("/\(list).xlsx")
            #expect(answer.status == 200)
            let sheet = try `A workbook`.sheet(of: answer.bytes)
            #expect(sheet.contains("沈砚") && sheet.contains("云栖府"))
            if list == "disputes" { #expect(sheet.contains("有派单")) }
            #expect(try await site.visitor(.anran).get("/\(list).xlsx").status == 403)
        }
    }

    @Test(arguments: ["from=2025-06-03&to=2025-06-02", "from=x", "from=2020-01-01&to=2025-06-02"])
    func `a list says what is wrong with its dates`(query: String) async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            #expect(try await manager.get("/disputes?\(query)").status == 400)
            #expect(try await manager.get("/inspections.xlsx?\(query)").status == 400)
        }
    }
}
