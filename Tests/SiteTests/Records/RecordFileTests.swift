import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Records to read and to take out` {
    /// A suspension, a penalty in draft and a dispute.
    private func records(_ site: ServedSite) async throws {
        try await site.ask(.presence(.leave("yunqi-anran", .personal, until: nil)))
        try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
        try await site.ask(
            .duty(.fileDispute("d1", "yunqi-anran", visit: "v1", note: "有派单")), by: .anran)
        try await site.ask(
            .duty(.suspend("yunqi-censhan", .evasion, incident: "上午", facts: "轮到他时走开")))
        let fail = [ItemResult("no_quarrel", .fail, fact: "和客户争了起来")]
        try await site.ask(
            .registers(.inspect(Inspection("i1", .conduct, of: "yunqi-dingyi", fail))))
    }

    @Test(arguments: [
        ("disputes", ["安然", "第 1 组", "有派单", "待裁定"]),
        ("suspensions", ["岑山", "上午", "轮到他时走开", "沈砚", "6月4日 周三"]),
        ("penalties", ["丁一", "F37", "草稿"]),
    ])
    func `the file holds what the page shows`(list: String, words: [String]) async throws {
        try await withServedSite(pack: "P002A") { site in
            try await records(site)
            let manager = try await site.visitor(.manager)
            let page = plainWords(try await manager.page("/\(list)"))
            let sheet = try `A workbook`.sheet(of: try await manager.get("/\(list).xlsx").bytes)
            for word in words {
                #expect(page.contains(word), "page: \(word)")
                #expect(sheet.contains(word), "file: \(word)")
            }
        }
    }

    @Test(arguments: [
        ("disputes", "由经理或主管裁定"), ("suspensions", "在“今日”里开停接单"),
        ("penalties", "罚不罚、罚多少由人决定"),
    ])
    func `an empty list says where its lines come from`(list: String, hint: String) async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.supervisor).page("/\(list)")
            #expect(page.contains("这几天没有") && page.contains(hint))
        }
    }

    @Test func `who is suspended now stands above, with reason, end, judge and clause`()
        async throws
    {
        try await withServedSite(pack: "P002A") { site in
            let manager = try await site.visitor(.manager)
            #expect(try await manager.page("/suspensions").contains("现在没有人停接"))
            try await records(site)
            let page = plainWords(try await manager.page("/suspensions"))
            #expect(page.contains("停接中 岑山"))
            #expect(page.contains("停到 6月4日 周三（含）") && page.contains("轮到他时走开"))
            #expect(page.contains("REC-12") && page.contains("看裁定"))
            let old = "from=2025-05-01&to=2025-06-01"
            #expect(try await manager.page("/suspensions?\(old)").contains("岑山"), "now is now")
        }
    }

    @Test(arguments: [
        ("2025-06-01", "还没开始"), ("2025-06-02", "停接中"), ("2025-06-04", "停接中"),
        ("2025-06-05", "已满"),
    ])
    func `a suspension runs through its last day`(day: String, words: String) async throws {
        try await withServedSite(pack: "P002A") { site in
            try await records(site)
            let today = try #require(BusinessDay(day))
            let rows = try await site.server.database.read {
                let span = try DaySpan(checking: ServedSite.now.day, ServedSite.now.day)
                return try $0.rows(SuspensionRow.issued(span, at: ServedSite.site, limit: 9))
                    .map(SuspensionRow.init)
            }
            #expect(rows.map { $0.standing(on: today) } == [words])
            let running = try await site.server.database.read {
                try SuspensionRow.running(
                    on: max(today, ServedSite.now.day), at: ServedSite.site, in: $0)
            }
            #expect(running.isEmpty == (words == "已满"))
        }
    }

    @Test func `other days have other lines`() async throws {
        try await withServedSite(pack: "P002A") { site in
            try await records(site)
            let manager = try await site.visitor(.manager)
            let before = "from=2025-05-01&to=2025-06-01"
            for list in ["disputes", "suspensions", "penalties"] {
                #expect(
                    try await manager.page("/\(list)?\(before)").contains("这几天没有"), "\(list)")
            }
        }
    }

    @Test(arguments: [
        (ServedSite.Person.desk, [String]()), (.duty, []), (.anran, []), (.auditor, []),
        (.admin, []), (.clerk, ["penalties", "inspections"]),
        (.supervisor, ["disputes", "suspensions", "penalties", "inspections"]),
    ])
    func `each file has its own permission`(
        person: ServedSite.Person, allowed: [String]
    ) async throws {
        try await withServedSite { site in
            let visitor = try await site.visitor(person)
            for list in ["disputes", "suspensions", "penalties", "inspections"] {
                let status = try await visitor.get("/\(list).xlsx").status
                #expect(status == (allowed.contains(list) ? 200 : 403), "\(list)")
            }
        }
    }

    @Test func `whoever may read but not take out sees no link to the file`() async throws {
        try await withServedSite { site in
            let auditor = try await site.visitor(.auditor)
            for list in ["disputes", "suspensions", "penalties"] {
                #expect(try await !auditor.page("/\(list)").contains(".xlsx"), "\(list)")
            }
            #expect(try await site.visitor(.manager).page("/disputes").contains("/disputes.xlsx"))
        }
    }
}
