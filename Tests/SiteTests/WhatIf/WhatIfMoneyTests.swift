import HouseRules
import Testing

@testable import Site

/// B's customer buys while A stands in; the rules to try give the closer a fifth.
@Suite struct `Deals and money of a what-if` {
    private static let june = BusinessDay(year: 2025, month: 6, day: 1)!
    private static let names = StaffDirectory(
        ["A", "B"].map {
            .init(staff: StaffID($0), name: "顾问" + $0, role: .consultant, isActive: true)
        })

    private func at(_ day: Int, _ hour: Int) -> Moment {
        Self.june.adding(days: day - 1).at(TimeOfDay(hour, 0))
    }

    private func report(share: Int, scores: Bool = true) throws -> WhatIfReport {
        let rules = Policy()
        var other = Policy()
        other.adjudication.deal.assistShare = share
        var state = SiteState()
        var whatIf = WhatIf(from: state, under: other)
        var steps = 0
        func ask(_ command: Command, _ role: Role, _ moment: Moment) throws {
            steps += 1
            let actor = Actor("M", role)
            let ruling = state.rule(on: command, by: actor, under: rules, at: moment)
            try #require(ruling.refusal == nil, "\(ruling.reasons)")
            whatIf.add(
                WhatIfStep(
                    id: DecisionID("d\(steps)"), at: moment, actor: actor, command: command,
                    refusal: nil, events: ruling.events))
        }
        for staff: StaffID in ["A", "B"] {
            try ask(.roster(.enroll(staff)), .salesManager, at(2, 9))
        }
        try ask(
            .adjudication(
                .order(DealOrder("单", of: "甲", by: "A", price: .yuan(1_000_000), owner: "B"))),
            .salesManager, at(3, 10))
        let scheme = CommissionScheme(
            "s", from: Self.june,
            rates: ["flat": [RateTier(from: Money(fen: 0), perMillion: 2000)]])
        try ask(.commission(.adopt(scheme)), .salesManager, at(4, 9))
        for staff: StaffID in scores ? ["A", "B"] : ["B"] {
            try ask(
                .commission(.publishScore(staff, month: Self.june, score: 10_000)),
                .clericalStaff, at(5, 9))
        }
        let deal = CommissionDeal(
            "单", product: "flat", price: .yuan(1_000_000), shares: Shares(all: "A"),
            signed: Self.june.adding(days: 2), received: Self.june.adding(days: 2))
        try ask(.commission(.workOut(month: Self.june, [deal])), .salesManager, at(30, 18))
        let days = try DaySpan(checking: Self.june, Self.june.adding(days: 29))
        return WhatIfReport(whatIf, days: days)
    }

    @Test func `the same rules move nothing`() throws {
        let report = try report(share: 0)
        #expect(report.deals == [] && report.moved == Money(fen: 0))
        #expect(report.sentence.hasSuffix("结果与当时一样。"))
        let people = report.table(.people, Self.names)
        let place = try #require(people.headings.firstIndex { $0.title == "提成实发" })
        #expect(people.lines.map { $0.cells[place] } == ["¥2,000.00"])
    }

    @Test func `a fifth for the closer moves a fifth of the deal and of the pay`() throws {
        let report = try report(share: 2000)
        let deal = try #require(report.deals.first)
        #expect(report.deals.count == 1 && deal.real == Shares(all: "B"))
        #expect(deal.other?.performance.contains(Share("A", 2000)) == true)
        #expect(report.moved == .yuan(400))
        #expect(report.sentence.contains("1 笔成交的分法不同，提成有 ¥400.00 要换人领"))
        let table = report.table(.deals, Self.names)
        #expect(table.lines.map(\.href) == ["/adjudications/%E5%8D%95"])
        #expect(table.lines[0].cells[3].contains("顾问B 100%"))
        #expect(table.lines[0].cells[4].contains("顾问A 20%"))
        let people = report.table(.people, Self.names)
        #expect(people.lines.allSatisfy { $0.cells.count == people.headings.count })
        let pay = try #require(people.headings.firstIndex { $0.title == "提成实发" })
        #expect(
            people.lines.map { $0.cells[pay] } == [
                "¥0.00 → ¥400.00（+¥400.00）", "¥2,000.00 → ¥1,600.00（−¥400.00）",
            ])
        let worth = try #require(people.headings.firstIndex { $0.title == "业绩" })
        #expect(people.lines[0].cells[worth] == "¥0.00 → ¥200,000.00（+¥200,000.00）")
    }

    /// A has no score because A got nothing; under the other rules A's pay cannot be worked out.
    @Test func `a month that only one course can work out is no money lost`() throws {
        let report = try report(share: 2000, scores: false)
        #expect(report.moved == Money(fen: 0) && report.deals.count == 1)
        #expect(report.rulings == 1)
        let people = report.table(.people, Self.names)
        #expect(!people.headings.contains { $0.title == "提成实发" })
    }

    @Test(arguments: [("A", 1), ("B", 1), ("C", 0)])
    func `deals are narrowed to one person`(staff: String, count: Int) throws {
        let table = try report(share: 2000).table(.deals, Self.names, only: StaffID(staff))
        #expect(table.lines.count == count)
    }
}
