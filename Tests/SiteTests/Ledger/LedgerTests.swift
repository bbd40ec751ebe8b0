import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The ledger of turns` {
    /// 安然, 白榆 and 岑山 receive a group each.
    private func threeGroups(_ site: ServedSite) async throws {
        let desk = try await site.visitor(.desk)
        for number in 1...3 {
            _ = try await desk.post("/visits", ["id": "v\(number)", "class": "new_first"])
        }
    }

    @Test func `shows every turn with its decision, and sums them`() async throws {
        try await withServedSite { site in
            try await threeGroups(site)
            let page = try await site.visitor(.anran).page("/ledger")
            for name in ["安然", "白榆", "岑山"] { #expect(page.contains(name)) }
            #expect(page.contains("href=\"/decisions/v1\""))
            #expect(page.contains("接待轮次合计") && !page.contains("电话轮次合计"))
            #expect(!page.contains("/ledger.xlsx"), "a consultant takes no list out")
        }
    }

    @Test func `keeps to the person and the result that are asked for`() async throws {
        try await withServedSite { site in
            try await threeGroups(site)
            let manager = try await site.visitor(.manager)
            let one = try await manager.page("/ledger?staff=yunqi-baiyu&effect=counted")
            #expect(one.contains("/decisions/v2") && !one.contains("/decisions/v1"))
            #expect(try await manager.page("/ledger?effect=forfeited").contains("没有符合条件"))
            #expect(try await manager.page("/ledger?matter=calls").contains("没有符合条件"))
            #expect(
                try await manager.page("/ledger?from=2025-06-01&to=2025-06-01").contains("没有符合条件"))
        }
    }

    @Test(arguments: [
        "from=2025-06-03&to=2025-06-02", "from=x", "from=2020-01-01&to=2025-06-02",
    ])
    func `says what is wrong with its dates`(query: String) async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).get("/ledger?\(query)")
            #expect(answer.status == 400)
        }
    }

    @Test func `goes on page by page and misses nothing`() async throws {
        try await withServedSite { site in
            for _ in 0..<60 {
                try await site.ask(.roster(.adjust("yunqi-anran", .makeupGranted, note: "补")))
                try await site.ask(.roster(.adjust("yunqi-baiyu", .returned, note: "退")))
            }
            let manager = try await site.visitor(.manager)
            var path: String? = "/ledger"
            var seen: [String] = []
            while let place = path {
                let answer = try await manager.get(place)
                seen += answer.text.matches(of: /href="\/decisions\/([^"]+)"/)
                    .map { String($0.output.1) }
                path = answer.text.firstMatch(of: /href="(\/ledger\?[^"]*before=[^"]*)"/)
                    .map { String($0.output.1).replacing("&amp;", with: "&") }
            }
            #expect(seen.count == 120)
            #expect(Set(seen).count == 120)
        }
    }

    @Test func `keeps the turns of the telephone apart from those of the floor`() async throws {
        try await withServedSite { site in
            try await threeGroups(site)
            _ = try await site.visitor(.desk).post("/calls", ["id": "c1"])
            let manager = try await site.visitor(.manager)
            let page = try await manager.page("/ledger")
            let parts = page.components(separatedBy: "<h2>")
            let floor = try #require(parts.first { $0.hasPrefix("接待轮次合计") })
            let phone = try #require(parts.first { $0.hasPrefix("电话轮次合计") })
            #expect(floor.contains("安然") && !floor.contains("丁一"))
            #expect(phone.contains("丁一") && !phone.contains("安然"))
            #expect(try await !manager.page("/ledger?matter=visits").contains("电话轮次合计"))
            let sheet = try `A workbook`.sheet(of: try await manager.get("/ledger.xlsx").bytes)
            #expect(sheet.contains("哪一类") && sheet.contains("电话") && sheet.contains("接待"))
        }
    }

    @Test func `sums one person's floor and telephone on lines of their own`() async throws {
        try await withServedSite { site in
            for number in 1...4 {
                let arrival = Arrival(VisitID("v\(number)"), .newFirst)
                try await site.ask(.visits(.register(arrival)), by: .desk)
            }
            try await site.ask(.visits(.finish("v4", logged: true)), by: .desk)
            _ = try await site.visitor(.desk).post("/calls", ["id": "c1"])
            let filter = try LedgerFilter(FormFields(), today: ServedSite.now.day)
            let sums = try await site.server.database.read {
                try LedgerSum.read($0.rows(LedgerSum.query(filter, at: ServedSite.site)))
            }
            let keys = sums.map { "\($0.staff)/\($0.isCall)" }
            #expect(Set(keys).count == keys.count, "\(keys)")
            #expect(keys.contains("yunqi-dingyi/true") && keys.contains("yunqi-dingyi/false"))
        }
    }

    @Test func `goes out as a workbook with all its lines`() async throws {
        try await withServedSite { site in
            try await threeGroups(site)
            let answer = try await site.visitor(.manager).get("/ledger.xlsx")
            #expect(answer.status == 200)
            let sheet = try `A workbook`.sheet(of: answer.bytes)
            for text in ["安然", "白榆", "岑山", "计一轮", "沈砚"] { #expect(sheet.contains(text)) }
            #expect(try await site.visitor(.anran).get("/ledger.xlsx").status == 403)
        }
    }
}
