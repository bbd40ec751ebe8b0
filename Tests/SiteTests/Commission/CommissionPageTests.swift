import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The pages of pay` {
    private static let may = BusinessDay(year: 2025, month: 5, day: 1)!
    private static let april = BusinessDay(year: 2025, month: 4, day: 1)!

    private func deal(
        _ name: String, _ yuan: Int64, _ shares: [(ServedSite.Person, Int)], in month: BusinessDay,
        cancelled: BusinessDay? = nil
    ) -> CommissionDeal {
        CommissionDeal(
            DealID(name), product: "房", price: .yuan(yuan),
            shares: Shares(both: shares.map { Share($0.0.staff, $0.1) }),
            signed: month.adding(days: 4), received: month.adding(days: 20), cancelled: cancelled)
    }

    /// April is locked; in May a 50/50 split, a split of sick leave, and a deal of April's that
    /// is cancelled.
    private func paid(_ body: (ServedSite) async throws -> Void) async throws {
        try await withServedSite { site in
            let clerk = try await site.visitor(.clerk)
            _ = try await site.visitor(.manager).post(
                "/commission/schemes",
                ["slip": "方案一", "from": "2025-01", "basis": "receipt", "rates": "房 0 2.5"])
            for month in [Self.april, Self.may] {
                for person in [ServedSite.Person.anran, .baiyu] {
                    _ = try await clerk.post(
                        "/commission/scores",
                        [
                            "month": month.monthText, "staff": person.staff.rawValue,
                            "score": person == .anran ? "83" : "100",
                        ])
                }
            }
            let old = deal("D-1", 1_234_567, [(.anran, 10_000)], in: Self.april)
            try await site.ask(.commission(.workOut(month: Self.april, [old])), by: .clerk)
            try await site.ask(.commission(.approve(month: Self.april)), by: .manager)
            try await site.ask(.commission(.lock(month: Self.april)), by: .clerk)
            var cancelled = old
            cancelled.cancelled = Self.may.adding(days: 9)
            let deals = [
                cancelled, deal("D-2", 3_456_789, [(.anran, 5000), (.baiyu, 5000)], in: Self.may),
                deal("D-3", 2_000_001, [(.anran, 7000), (.baiyu, 3000)], in: Self.may),
            ]
            let record = try await site.ask(
                .commission(.workOut(month: Self.may, deals)), by: .clerk)
            #expect(record.refusal == nil)
            try await body(site)
        }
    }

    /// The cells of every row of the tables of a page, without markup.
    private func rows(_ page: String) -> [[String]] {
        page.components(separatedBy: "<tr>").dropFirst().map { row in
            row.components(separatedBy: "<td").dropFirst().map { cell in
                let text = cell.components(separatedBy: "</td>")[0].drop { $0 != ">" }.dropFirst()
                return text.replacing(/<[^>]*>/, with: "")
                    .trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }
    }

    /// `¥1,234.56` in fen.
    private func fen(_ text: String) throws -> Int {
        let amount = try #require(Int(text.filter(\.isNumber)))
        return text.contains("-") || text.contains("−") ? -amount : amount
    }

    private func status(
        _ person: ServedSite.Person, _ path: String, _ site: ServedSite
    ) async throws -> Int {
        let visitor = try await site.visitor(person)
        return try await visitor.get(path).status
    }

    @Test func `a statement adds up by hand from its page alone`() async throws {
        try await paid { site in
            let anran = try await site.visitor(.anran)
            #expect(try await anran.page("/statements").contains("2025 年 5 月"))
            let rows = rows(try await anran.page("/statements/2025-05"))
            let lines = rows.filter { $0.count == 5 }
            #expect(lines.map { String($0[0].prefix(3)) } == ["D-1", "D-2", "D-3"])
            let sums = Dictionary(
                uniqueKeysWithValues: try rows.filter { $0.count == 3 }.map {
                    ($0[0], try fen($0[2]))
                })
            // Each share: the part of the price that counts, by the rate, both on its line.
            for line in lines.dropFirst() {
                let figures = try #require(line[1].firstMatch(of: /计提 (¥[0-9,.]+) × 千分之 2\.5/))
                let exact = Double(try fen(String(figures.1))) * 0.0025
                let told = try fen(line[3])
                #expect(abs(exact - Double(told)) <= 1)
            }
            let gross = try lines.dropFirst().reduce(0) { $0 + (try fen($1[3])) }
            #expect(sums["提成 C"] == gross && gross == 432_099 + 350_000)
            #expect(sums["固定 F"] == (gross * 30 + 50) / 100)
            #expect(sums["浮动基数 V"] == gross - (gross * 30 + 50) / 100)
            let base = try #require(sums["浮动基数 V"])
            #expect(sums["浮动"] == (base * 83 + 50) / 100)
            // What April really paid for the cancelled deal goes back: 30% and 83% of 70%.
            #expect(lines[0][1].contains("退房，收回2025 年 4 月"))
            let back = try fen(lines[0][4])
            #expect(back == sums["扣回与更正"] && back < 0)
            let paid = try #require(sums["固定 F"]) + (sums["浮动"] ?? 0) + (sums["扣回与更正"] ?? 0)
            #expect(sums["实发"] == paid && paid > 0)
            let parts = try lines.reduce(0) { $0 + (try fen($1[4])) }
            #expect(parts == paid)
        }
    }

    @Test func `nobody reads somebody else's statement, but those who keep them`() async throws {
        try await paid { site in
            let other = "/statements/2025-05?staff=yunqi-anran"
            let refused = try await status(.baiyu, other, site)
            #expect(refused == 403)
            #expect(try await status(.clerk, other, site) == 200)
            #expect(try await status(.baiyu, "/commission/2025-05", site) == 403)
            #expect(try await status(.censhan, "/statements/2025-05", site) == 404)
        }
    }

    @Test func `the manager approves, the clerk locks, a correction waits for the next`()
        async throws
    {
        try await paid { site in
            let manager = try await site.visitor(.manager)
            let clerk = try await site.visitor(.clerk)
            #expect(try await !clerk.page("/commission/2025-05").contains("锁定后不再改"))
            _ = try await manager.post("/commission/2025-05/steps", ["step": "approve"])
            _ = try await clerk.post("/commission/2025-05/steps", ["step": "lock"])
            #expect(try await clerk.page("/commission").contains("已锁定"))
            let refused = try await manager.post(
                "/commission/2025-05/corrections", ["amount": "十元", "note": "x"])
            #expect(refused.status == 422)
            _ = try await manager.post(
                "/commission/2025-05/corrections",
                ["staff": "yunqi-anran", "amount": "-12.5", "note": "多发了"])
            #expect(try await manager.page("/commission/2025-05").contains("多发了"))
            let state = try await site.book.state.commission
            #expect(state.corrections.map(\.amount) == [Money(fen: -1250)])
        }
    }

    @Test func `a month as a file has every line, and takes out who reads pay`() async throws {
        try await paid { site in
            let clerk = try await site.visitor(.clerk)
            let answer = try await clerk.get("/commission/2025-05/list.xlsx")
            #expect(answer.status == 200)
            #expect(try await clerk.get("/commission/2025-03/list.xlsx").status == 404)
            #expect(try await status(.anran, "/commission/2025-05/list.xlsx", site) == 403)
        }
    }

    @Test(arguments: [
        ["rates": "房 0"], ["rates": "房 零 2"], ["heads": "安然"], ["heads": "无此人：安然"],
        ["others": "奖金池"], ["from": "2025"], ["slip": ""],
    ])
    func `a scheme with a wrong line is refused and says which`(wrong: [String: String])
        async throws
    {
        try await withServedSite { site in
            var fields = ["slip": "方案", "from": "2025-06", "rates": "房 0 2"]
            let basis = "receipt"
            fields.merge(wrong) { _, new in new }
            let answer = try await site.visitor(.manager).post(
                "/commission/schemes",
                [
                    "slip": fields["slip"]!, "from": fields["from"]!, "rates": fields["rates"]!,
                    "basis": basis, "heads": fields["heads"] ?? "",
                    "others": fields["others"] ?? "",
                ])
            #expect(answer.status == 422)
            #expect(try await site.book.state.commission.schemes.isEmpty)
        }
    }
}
