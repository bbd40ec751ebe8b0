import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `The pages of figures` {
    /// Two groups, a call and a paid order.
    private func withDay(_ body: (SaleWorld) async throws -> Void) async throws {
        try await withSales { world in
            let desk = try await world.site.visitor(.desk)
            for id in ["v1", "v2"] {
                _ = try await desk.post("/visits", ["id": id, "class": "new_first"])
            }
            _ = try await desk.post("/calls", ["id": "c1"])
            try await world.order()
            try await world.granted(
                "/sales/O-1/receipt", ["kind": "deposit_receipt", "amount": "20000"], by: .till)
            try await body(world)
        }
    }

    @Test func `say the day in numbers, and how each is counted`() async throws {
        try await withDay { world in
            let page = try await world.site.visitor(.manager).page("/reports")
            let words = plainWords(page)
            #expect(words.contains("日报 2025-06-02"))
            for part in [
                "来电 1 ", "来访 2 ", "认购 1 ", "认购金额 ¥1,188,000.00", "回款 ¥20,000.00", "2 位",
                "来电转来访 0.0%，0 组由来电到访", "来访转认购 50.0%", "安然", "还没过完",
            ] { #expect(words.contains(part), "\(part)") }
            for metric in ReportMetric.allCases { #expect(words.contains(metric.meaning)) }
            #expect(!page.contains("style="))
            #expect(page.matches(of: /<svg class="columns-chart"/).count == 4)
        }
    }

    @Test(arguments: ["day", "week", "month"])
    func `say the same for every length, and of an empty site`(period: String) async throws {
        try await withServedSite(.before) { site in
            let page = plainWords(
                try await site.visitor(.auditor).page("/reports?period=\(period)"))
            #expect(page.contains("这一期没有") && page.contains("认购 0"))
            #expect(page.contains("按周") == (period == "month"))
        }
    }

    @Test func `of an empty site say what is missing, and where it begins`() async throws {
        try await withServedSite(.before) { site in
            let manager = try await site.visitor(.manager)
            #expect(try await manager.page("/reports/units").contains("还没有放盘的房源"))
            #expect(try await manager.page("/reports/cash").contains("这个月没有收款，也没有应收"))
        }
    }

    @Test func `show a consultant what is theirs and nothing of others`() async throws {
        try await withDay { world in
            let own = plainWords(try await world.site.visitor(.anran).page("/reports"))
            #expect(own.contains("安然的日报") && own.contains("认购 1 "))
            #expect(!own.contains("白榆") && !own.contains("及时签约率"))
            let other = plainWords(try await world.site.visitor(.censhan).page("/reports"))
            #expect(other.contains("岑山的日报") && other.contains("认购 0 "))
            #expect(!other.contains("¥1,188,000.00") && !other.contains("安然"))
            let program = try await world.site.program(.censhan)
            let told = try await program.get("/api/v1/reports/figures")
            #expect(told.text.contains("\"subscribed\":0"))
            #expect(!told.text.contains("\"subscribed\":1") && !told.text.contains("signings_due"))
            for path in ["/reports/units", "/reports/cash", "/reports.xlsx"] {
                #expect(try await world.site.visitor(.anran).get(path).status == 403, "\(path)")
            }
        }
    }

    @Test(arguments: [
        ("/reports?period=year", "period 写 day"), ("/reports?day=2025-06-31", "看不懂"),
        ("/reports?day=2025-06-03", "还没到"), ("/reports.xlsx?day=x", "看不懂"),
        ("/reports/cash?day=x", "看不懂"), ("/reports/cash?day=0999-01-01", "十年以内"),
    ])
    func `say what is wrong with an address`(path: String, words: String) async throws {
        try await withServedSite(.before) { site in
            let answer = try await site.visitor(.manager).get(path)
            #expect(answer.status == 400 && answer.text.contains(words), "\(answer.words)")
        }
    }

    @Test func `go out as files with the same numbers`() async throws {
        try await withDay { world in
            let clerk = try await world.site.visitor(.clerk)
            let month = try await clerk.get("/reports.xlsx?period=month")
            let sheet = try `A workbook`.sheet(of: month.bytes)
            for text in ["云栖府 月报 2025 年 6 月", "合计", "按顾问", "安然", "¥1,188,000.00", "苏禾"] {
                #expect(sheet.contains(text), "\(text)")
            }
            #expect(sheet.matches(of: /按日/).count == 30)
            let units = try await clerk.get("/reports/units.xlsx")
            #expect(try `A workbook`.sheet(of: units.bytes).contains("¥1,188,000.00"))
            let cash = try await clerk.get("/reports/cash.xlsx")
            #expect(try `A workbook`.sheet(of: cash.bytes).contains("¥20,000.00"))
        }
    }

    @Test func `tell programs what the description says`() async throws {
        try await withDay { world in
            try await world.granted(
                "/sales/O-1/instalments", ["parts": "2025-06-01 100000"], by: .anran)
            let shipped = try APIDescription.shipped()
            let program = try await world.site.program(.manager)
            for path in ["figures", "units", "cash"] {
                let place = "/api/v1/reports/\(path)"
                let answer = try await program.get(place)
                #expect(answer.status == 200)
                #expect(try shipped.faults(of: answer, to: "GET \(place)") == [])
            }
            let month = try await program.get("/api/v1/reports/figures?period=month")
            #expect(month.text.contains("\"from\":\"2025-06-01\""))
            #expect(month.text.contains("\"signings_due\":0"))
            let cash = try await program.get("/api/v1/reports/cash")
            #expect(cash.text.contains("\"overdue\":8000000"))
        }
    }

    @Test func `show sell-through and the calendar of the month`() async throws {
        try await withDay { world in
            let manager = try await world.site.visitor(.manager)
            let units = plainWords(try await manager.page("/reports/units"))
            #expect(units.contains("已放盘 2 套") && units.contains("套数去化率 50.0%"))
            try await world.granted(
                "/sales/O-1/instalments", ["parts": "2025-06-01 100000"], by: .anran)
            let cash = plainWords(try await manager.page("/reports/cash"))
            #expect(cash.contains("回款日历 2025 年 6 月") && cash.contains("全部逾期 ¥80,000.00，1 单"))
            #expect(cash.contains("6月1日 周日") && cash.contains("O-1 1-101 安然"))
            let may = plainWords(try await manager.page("/reports/cash?day=2025-05-10"))
            #expect(may.contains("这个月没有收款") && may.contains("2025 年 6 月 ¥20,000.00"))
        }
    }

    @Test func `are kept for a day only as the ledger has it`() async throws {
        try await withDay { world in
            let clerk = try await world.site.visitor(.clerk)
            #expect(try await clerk.page("/reports").contains("归档这天的日报"))
            #expect(!(try await clerk.page("/reports?period=week")).contains("归档这天的日报"))
            let ledger = SmallLedger(site: world.site)
            // A line that no decision wrote: what the lists say is no longer what was counted.
            try await ledger.visit("forged", on: "2025-06-02")
            try await world.refused("/reports/days/2025-06-02", [:], by: .clerk)
            try await ledger.run("DELETE FROM visit_row WHERE visit = 'forged'")
            let kept = try await world.granted("/reports/days/2025-06-02", [:], by: .clerk)
            #expect(kept.contains("日报 2025-06-02"))
            let wrong = try await clerk.post("/reports/days/x", [:])
            #expect(wrong.status == 404)
            let other = try await world.site.visitor(.manager).post("/reports/days/2025-06-02", [:])
            #expect(other.status == 403)
        }
    }
}
