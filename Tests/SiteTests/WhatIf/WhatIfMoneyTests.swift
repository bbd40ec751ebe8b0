import HouseRules
import Testing

@testable import Site

/// B is on sick leave for five days, and A closes with B's customer; the rules to try leave B less
/// of the commission.
@Suite struct `Deals and money of a what-if` {
    private static let june = BusinessDay(year: 2025, month: 6, day: 1)!
    private static let names = StaffDirectory(
        ["A", "B"].map {
            .init(staff: StaffID($0), name: "顾问" + $0, role: .consultant, isActive: true)
        })

    private func at(_ day: Int, _ hour: Int) -> Moment {
        Self.june.adding(days: day - 1).at(TimeOfDay(hour, 0))
    }

    private func report(
        left: Int = 5000, fullDays: Int = 3, scores: Bool = true
    ) throws -> WhatIfReport {
        var rules = Policy()
        rules.adjudication.deal.sickFullDays = fullDays
        var other = Policy()
        other.adjudication.deal.sickCommission = left
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
        let leave = SickLeave("B", from: Self.june, to: Self.june.adding(days: 4))
        try ask(.adjudication(.takeSickLeave(leave)), .salesManager, at(2, 10))
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

    private func column(_ title: String, _ table: RecordTable) -> [String]? {
        table.headings.firstIndex { $0.title == title }.map { place in
            table.lines.map { $0.cells[place] }
        }
    }

    @Test func `the same rules move nothing`() throws {
        let report = try report()
        #expect(report.deals == [] && report.moved == Money(fen: 0))
        #expect(report.sentence.hasSuffix("结果与当时一样。"))
        let people = report.table(.people, Self.names)
        #expect(column("提成实发", people) == ["¥1,000.00", "¥1,000.00"])
    }

    @Test func `less for whoever is sick moves the rest to the closer`() throws {
        let report = try report(left: 2000)
        let deal = try #require(report.deals.first)
        #expect(report.deals.count == 1)
        #expect(deal.real?.commission.contains(Share("A", 5000)) == true)
        #expect(deal.other?.commission.contains(Share("A", 8000)) == true)
        #expect(report.moved == .yuan(600))
        #expect(report.sentence.contains("1 笔成交的分法不同，提成有 ¥600.00 要换人领"))
        let table = report.table(.deals, Self.names)
        #expect(table.lines.map(\.href) == ["/adjudications/%E5%8D%95"])
        #expect(table.lines[0].cells[3].contains("顾问A 50%"))
        #expect(table.lines[0].cells[4].contains("顾问A 80%"))
        let people = report.table(.people, Self.names)
        #expect(people.lines.allSatisfy { $0.cells.count == people.headings.count })
        #expect(
            column("提成实发", people) == [
                "¥1,000.00 → ¥1,600.00（+¥600.00）", "¥1,000.00 → ¥400.00（−¥600.00）",
            ])
        #expect(column("业绩", people) == ["¥0.00", "¥1,000,000.00"])
    }

    /// A has no score because A got nothing; under the other rules A's pay cannot be worked out.
    @Test func `a month that only one course can work out is no money lost`() throws {
        let report = try report(fullDays: 5, scores: false)
        #expect(report.moved == Money(fen: 0) && report.deals.count == 1)
        #expect(report.rulings == 1)
        #expect(column("提成实发", report.table(.people, Self.names)) == nil)
    }

    @Test(arguments: [("A", 1), ("B", 1), ("C", 0)])
    func `deals are narrowed to one person`(staff: String, count: Int) throws {
        let table = try report(left: 2000).table(.deals, Self.names, only: StaffID(staff))
        #expect(table.lines.count == count)
    }
}
