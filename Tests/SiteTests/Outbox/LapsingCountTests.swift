import HouseRules
import Testing

@testable import Site

@Suite struct `How many customers lapse soon` {
    private static let day = BusinessDay(year: 2025, month: 6, day: 2)!
    private static let boss = Actor("boss", .salesManager)

    /// A received some customers, each on the day when their freshness leaves so many days.
    private func state(left days: [Int]) -> SiteState {
        var state = SiteState()
        for staff in ["A", "B"] as [StaffID] {
            _ = state.rule(
                on: .roster(.enroll(staff)), by: Self.boss, under: Policy(),
                at: Self.day.adding(days: -30).start)
        }
        for (index, left) in days.enumerated() {
            let at = Self.day.adding(days: left - 10).at(TimeOfDay(10, 0))
            let fact = CustomerFact(PersonID("p\(index)"), "A", .visit, occurred: at, entered: at)
            let ruling = state.rule(
                on: .claims(.note(fact)), by: .clock, under: Policy(),
                at: Self.day.adding(days: -1).at(TimeOfDay(23, 0)))
            #expect(ruling.answer != nil)
        }
        return state
    }

    private func count(_ left: [Int], of staff: StaffID = "A") -> LapsingCount {
        let persons = left.indices.map { PersonID("p\($0)") }
        return LapsingCount(of: persons + persons, of: staff, state(left: left), on: Self.day)
    }

    @Test(
        arguments: [
            (1, LapsingCount(today: 1)), (2, LapsingCount(tomorrow: 1)),
            (3, LapsingCount(week: 1)), (7, LapsingCount(week: 1)), (8, LapsingCount()),
            (0, LapsingCount()), (9, LapsingCount()),
        ])
    func `goes by the last day on which they hold`(left: Int, expected: LapsingCount) {
        #expect(count([left]) == expected, "\(left) days")
    }

    @Test func `counts everybody once, and only one's own`() {
        let all = count([1, 1, 2, 5, 8])
        #expect(all == LapsingCount(today: 2, tomorrow: 1, week: 1) && all.total == 4)
        #expect(count([1, 2], of: "B").total == 0)
    }

    @Test func `is told without what there is none of`() {
        #expect(LapsingCount(today: 2).words == "今天是最后一天的 2 位")
        #expect(LapsingCount(tomorrow: 1, week: 3).words == "明天的 1 位，这几天的 3 位")
        #expect(LapsingCount().words.isEmpty)
    }

    @Test func `stands on the page of whoever it is about, and on no other`() {
        func parts(_ lapsing: LapsingCount) -> String {
            var work = MyWork()
            work.lapsing = lapsing
            return MyWorkParts(work: work, staff: "A", csrf: "", decisionID: "d")
                .lapsing?.string ?? ""
        }
        #expect(parts(LapsingCount()).isEmpty)
        let card = parts(LapsingCount(today: 1, week: 2))
        #expect(card.contains("快到期 3 位") && card.contains("href=\"/customers\""))
    }
}
