import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `The report of a what-if` {
    private static let day = BusinessDay(year: 2025, month: 6, day: 2)!
    private static let manager = Actor(StaffID("M"), .salesManager)
    private static let names = StaffDirectory(
        ["A", "B", "C"].map {
            .init(staff: StaffID($0), name: "顾问" + $0, role: .consultant, isActive: true)
        })

    private static func at(_ hour: Int, _ minute: Int) -> Moment {
        day.at(TimeOfDay(hour, minute))
    }

    private static func days() throws -> DaySpan { try DaySpan(checking: day, day) }

    /// 甲 comes at ten and A enters the visit; under the rules to try C receives.
    private static func report(forged: Int = 0) throws -> WhatIfReport {
        let rules = Policy()
        var other = Policy()
        other.rotation.turnTable[.newFirst] = TurnRow(.lastInQueue, .counted)
        var state = SiteState()
        func rule(_ command: Command, _ actor: Actor, _ moment: Moment) throws {
            try #require(
                state.rule(on: command, by: actor, under: rules, at: moment).refusal == nil)
        }
        for staff in ["A", "B", "C"].map({ StaffID($0) }) {
            try rule(.roster(.enroll(staff)), manager, at(8, 30))
        }
        for staff in ["A", "B", "C"].map({ StaffID($0) }) {
            try rule(.presence(.clockIn(staff)), Actor(staff, .consultant), at(8, 40))
        }
        try rule(.sheet(.publish), Actor(StaffID("D"), .dutyOfficer), at(9, 0))
        try rule(.sheet(.confirm), Actor(StaffID("D"), .dutyOfficer), at(9, 1))
        var whatIf = WhatIf(from: state, under: other)
        func ask(_ id: String, _ command: Command, _ actor: Actor, _ moment: Moment) {
            let ruling = state.rule(on: command, by: actor, under: rules, at: moment)
            whatIf.add(
                WhatIfStep(
                    id: DecisionID(id), at: moment, actor: actor, command: command,
                    refusal: ruling.refusal, events: ruling.events))
        }
        let arrival = Arrival(VisitID("v1"), .newFirst, person: PersonID("甲"))
        ask("d1", .visits(.register(arrival)), manager, at(10, 0))
        let (a, c) = (Actor(StaffID("A"), .consultant), Actor(StaffID("C"), .consultant))
        ask("d2", .presence(.leave(c.staff, LeaveKind.personal, until: nil)), c, at(10, 1))
        ask("d3", .visits(.finish(VisitID("v1"), logged: true)), a, at(10, 30))
        for number in 0..<forged {
            whatIf.add(
                WhatIfStep(
                    id: DecisionID("f\(number)"), at: at(11, 0), actor: manager,
                    command: .visits(.finish(VisitID("x\(number)"), logged: true)),
                    refusal: .adjudication(.twoQuarrel), events: []))
        }
        return WhatIfReport(whatIf, days: try days())
    }

    private static func page(
        _ report: WhatIfReport, _ list: WhatIfReport.List, staff: String? = nil, number: Int = 1,
        mayExport: Bool = true
    ) throws -> String {
        let run = WhatIfShelf.Run(
            id: "w1", site: ServedSite.site, title: "制度包 <新>", days: try days(), askedBy: "沈砚",
            askedAt: at(12, 0), stage: .done(report))
        return WhatIfPage(
            run: run, list: list, staff: staff.map { StaffID($0) }, number: number, names: names,
            mayExport: mayExport, csrf: ""
        ).html.string
    }

    @Test func `says the whole in one sentence`() throws {
        let report = try Self.report()
        #expect(report.visits == 1 && report.calls == 0 && report.rulings == 0)
        #expect(report.owners.count == 1 && report.lacking.count == 1 && report.decided == 3)
        #expect(report.sentence.contains("2025-06-02 至 2025-06-02 共重裁 3 件。"))
        #expect(report.sentence.contains("1 组来客的接待人或计轮不同"))
        #expect(report.sentence.contains("1 位客户归属不同"))
    }

    @Test func `sums everybody up, and tells the change where there is one`() throws {
        let table = try Self.report().table(.people, Self.names)
        #expect(table.lines.map { $0.cells[0] } == ["顾问A", "顾问C"])
        #expect(table.lines.map { $0.cells[1] } == ["1 → 0（−1）", "0 → 1（+1）"])
        #expect(table.lines.map { $0.cells[2] } == ["0", "0"])
        #expect(table.lines.allSatisfy { $0.cells.count == table.headings.count })
        #expect(table.lines[0].href == "/ledger?from=2025-06-02&to=2025-06-02&staff=A")
        #expect(table.headings.last?.title == "罚款草稿（元）")
    }

    @Test func `tells who would have received, and leads to what was decided`() throws {
        let table = try Self.report().table(.differences, Self.names)
        let line = try #require(table.lines.first)
        #expect(table.lines.count == 1 && line.href == "/decisions/d1")
        #expect(line.cells[1] == "来了一组客户" && line.cells[4] == "—")
        #expect(line.cells[2].hasPrefix("顾问A（") && line.cells[3].hasPrefix("顾问C（"))
    }

    @Test func `tells whose the customer would be`() throws {
        let table = try Self.report().table(.owners, Self.names)
        #expect(table.lines.map(\.cells) == [["甲", "顾问A", "顾问C"]])
    }

    @Test func `tells what has no place, with the clause that stands against it`() throws {
        let table = try Self.report().table(.lacking, Self.names)
        let line = try #require(table.lines.first)
        #expect(table.lines.count == 1 && line.href == "/decisions/d2")
        #expect(line.cells[2] == "准" && line.cells[3].hasPrefix("不准："))
        #expect(line.cells[4].hasPrefix("REC-"))
    }

    @Test(arguments: [
        (WhatIfReport.List.differences, "A", 1), (.differences, "C", 1), (.differences, "B", 0),
        (.owners, "A", 1), (.owners, "C", 1), (.owners, "B", 0), (.lacking, "C", 1),
        (.lacking, "A", 0), (.people, "B", 2),
    ])
    func `is narrowed to one person`(list: WhatIfReport.List, staff: String, count: Int) throws {
        let report = try Self.report()
        #expect(report.table(list, Self.names, only: StaffID(staff)).lines.count == count)
    }

    @Test func `goes on a page of a hundred lines at a time`() throws {
        let report = try Self.report(forged: 204)
        #expect(report.rulings == 204 && report.differences.count == 205)
        for (number, count, hasNext) in [(1, 100, true), (2, 100, true), (3, 5, false)] {
            let page = try Self.page(report, .differences, number: number)
            #expect(page.components(separatedBy: "href=\"/decisions/").count - 1 == count)
            #expect(page.contains("下一页") == hasNext)
            #expect(page.contains("page=\(number + 1)") == hasNext)
        }
        let beyond = try Self.page(report, .differences, number: 100_000)
        #expect(!beyond.contains("/decisions/") && !beyond.contains("下一页"))
    }

    @Test(arguments: [(99, false), (100, true)])
    func `needs no second page for a hundred lines`(forged: Int, hasNext: Bool) throws {
        let page = try Self.page(try Self.report(forged: forged), .differences)
        #expect(page.contains("下一页") == hasNext)
    }

    @Test func `keeps its filter on the next page and in the file`() throws {
        let report = try Self.report()
        let page = try Self.page(report, .differences, staff: "A")
        #expect(page.contains("/whatif/w1/list.xlsx?list=differences&amp;staff=A"))
        #expect(page.contains("value=\"A\" selected"))
        #expect(!(try Self.page(report, .differences, mayExport: false)).contains("list.xlsx"))
        #expect(!(try Self.page(report, .people)).contains("name=\"staff\""))
    }

    @Test func `says so when nobody is concerned, and offers no empty file`() throws {
        let page = try Self.page(try Self.report(), .differences, staff: "B")
        #expect(page.contains("这张表里没有要看的") && !page.contains("list.xlsx"))
        #expect(page.contains("制度包 &lt;新&gt;"))
    }

    @Test func `fits a terminal, and says how much it left out`() throws {
        let text = try Self.report(forged: 60).text(Self.names, lines: 50)
        for part in ["每个人（2）", "哪些会不同（61）", "客户归谁（1）", "缺的事实（1）", "另有 11 行"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!(try Self.report().text(Self.names)).contains("另有"))
    }

    @Test(
        arguments: [
            (nil, "A", "没有人接", "顾问A"), ("A", nil, "顾问A", "没有人接"), ("B", "Z", "顾问B", "Z"),
        ] as [(String?, String?, String, String)])
    func `names who answers a call, or says that nobody does`(
        real: String?, other: String?, before: String, after: String
    ) {
        let difference = WhatIfDifference(
            at: Self.at(10, 0), decision: DecisionID("d1"),
            matter: .call(
                CallID("c1"), real: real.map { StaffID($0) }, other: other.map { StaffID($0) }))
        let words = difference.words(Self.names.name)
        #expect(words == .init(matter: "来了一通电话", real: before, other: after, clause: nil))
        for staff in [real, other].compactMap({ $0 }) {
            #expect(difference.concerns(StaffID(staff)))
        }
        #expect(!difference.concerns(StaffID("C")) && difference.concerns(nil))
    }

    @Test func `names the clause of whichever refusal there is`() {
        func words(_ real: Refusal?, _ other: Refusal?) -> WhatIfDifference.Words {
            WhatIfDifference(
                at: Self.at(10, 0), decision: DecisionID("d1"),
                matter: .ruling(
                    .presence(.clockIn(StaffID("A"))), real: real, other: other)
            ).words(Self.names.name)
        }
        let (first, second) = (Refusal.adjudication(.twoQuarrel), Refusal.channels(.wrongMarks))
        #expect(words(first, nil).clause == "OWN-30" && words(first, nil).other == "准")
        #expect(words(nil, second).clause == "OWN-53" && words(nil, second).real == "准")
        #expect(words(first, second).clause == "OWN-53")
        #expect(words(first, second).real.contains("争吵至少涉及两个人"))
    }
}
