import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `An old ledger` {
    private static let header = PastField.allCases.map { $0.headers[0] }

    /// Lines as short words: phone end, kind, consultant, when, when entered, and what else.
    private func file(_ rows: [[String]], columns: [String] = header) throws -> URL {
        let book = Workbook(
            sheet: "客户台账", heading: "说明", columns: columns.map { .init(title: $0, width: 12) },
            rows: rows.map { $0.map { .text($0) } })
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
        try Data(try book.bytes()).write(to: url)
        return url
    }

    private func row(
        _ name: String, _ phone: String, _ kind: String, _ staff: String = "", _ at: String = "",
        _ entered: String = "", _ result: String = "", _ words: String = ""
    ) -> [String] {
        [name, phone, kind, staff, at, entered, "", result, words]
    }

    private func run(
        _ rows: [[String]], on site: ServedSite, by staff: StaffID = "yunqi-manager",
        isDryRun: Bool = false
    ) async throws -> PastReport {
        let url = try file(rows)
        defer { try? FileManager.default.removeItem(at: url) }
        return try await PastImport(site.server, site: ServedSite.site)
            .run(url, by: staff, isDryRun: isDryRun)
    }

    private var history: [[String]] {
        [
            row("张三", "13800000001", "来访", "安然", "2025-05-25 10:00"),
            row("张三", "13800000001", "跟进", "安然", "2025-05-31 18:00", "", "接通", "约了周末再来"),
            row("李四", "13800000002", "来访", "安然", "2025-05-01"),
            row("李四", "13800000002", "跟进", "安然", "2025-05-20 10:00"),
            row("王五", "13800000003", "来电", "白榆", "2025-05-30 11:00"),
            row("赵六", "13800000004", "客户"),
        ]
    }

    @Test func `gives the owners it would have given live, and says where it does not`()
        async throws
    {
        try await withServedSite { site in
            let report = try await run(history, on: site)
            #expect(report.rows.accepted == 6 && report.rows.refused == 0)
            #expect(report.rows.faults.isEmpty && !report.rows.isDryRun)
            #expect(report.notes.map(\.line) == [6], "line 6 is a follow-up after the lapse")
            #expect(report.notes[0].sentence.contains("断档以后"))
            try await site.book.refresh()
            let page = try await site.visitor(.anran).page("/customers")
            #expect(plainWords(page).contains("张三 138****0001 2025年6月10日"))
            #expect(!page.contains("李四"), "lapsed on 11 May")
            let found = try await site.visitor(.manager)
                .post("/customers/searches", ["q": "zs"])
            #expect(found.text.contains("张三"))
            #expect(try await site.count("person") == 4)
            let said = try await site.count("private_note", where: "kind = 'contact'")
            #expect(said == 1)
        }
    }

    /// Decisions that somebody asked for; the clock may settle what is due meanwhile.
    private func decided(_ site: ServedSite) async throws -> Int {
        try await site.count("decision_row", where: "kind <> 'settleDue'")
    }

    @Test func `changes nothing when it is only tried, or taken over again`() async throws {
        try await withServedSite { site in
            let before = try await decided(site)
            let tried = try await run(history, on: site, isDryRun: true)
            #expect(tried.rows.isDryRun && tried.rows.accepted == 6)
            #expect(try await decided(site) == before)
            #expect(try await site.count("person") == 0)
            _ = try await run(history, on: site)
            let after = try await decided(site)
            #expect(after == before + 5)
            let again = try await run(history, on: site)
            #expect(again.rows.accepted == 0 && again.rows.unchanged == 6)
            #expect(try await decided(site) == after)
            #expect(try await site.count("person") == 4)
        }
    }

    @Test func `with a wrong row writes nothing, and tells row and column`() async throws {
        try await withServedSite { site in
            let rows =
                history + [
                    row("孙", "123", "来访", "安然", "2025-05-01"),
                    row("孙", "13800000009", "路过", "安然", "2025-05-01"),
                    row("孙", "13800000009", "来访", "没有人", "2025-05-01"),
                    row("孙", "13800000009", "来访", "安然", "昨天"),
                    row("孙", "13800000009", "来访", "安然", "2025-06-03"),
                    row("孙", "13800000009", "跟进", "安然", "2025-05-01", "2025-04-30"),
                    row("孙", "13800000009", "跟进", "安然", "2025-05-01", "", "聊了"),
                    row("张三", "138-0000-0001", "来访", "安然", "2025-05-25 10:00"),
                ]
            let before = try await site.count("journal")
            let report = try await run(rows, on: site)
            #expect(report.rows.refused == 8 && report.rows.isDryRun)
            #expect(try await site.count("journal") == before)
            #expect(try await site.count("person") == 0)
            let columns = report.rows.faults.map(\.column)
            #expect(
                columns == [
                    "手机号", "类型", "置业顾问", "发生时间", "发生时间", "登记时间", "结果", "发生时间",
                ])
            #expect(report.rows.faults.map(\.line) == Array(9...16))
            #expect(report.text().contains("第 9 行，列“手机号”"))
        }
    }

    @Test func `puts nothing in front of what is on record, and takes nobody's customer`()
        async throws
    {
        try await withMorning { morning in
            try await morning.comes("v1", phone: "13800000001")
            try await morning.leaves("v1")
            let rows = [
                row("张三", "13800000001", "来访", "白榆", "2025-05-25 10:00"),
                row("李四", "13800000002", "来访", "岑山", "2025-05-25 10:00"),
                row("李四", "13800000002", "来访", "丁一", "2025-05-26 10:00"),
                row("王五", "13800000003", "来访", "丁一", "2025-05-26 10:00", "2025-05-27 10:00"),
            ]
            let report = try await run(rows, on: morning.site)
            #expect(report.notes.map(\.line) == [3, 5, 6])
            #expect(report.notes[0].sentence.contains("2025-06-02 起已有"))
            #expect(report.notes[1].sentence.contains("那天客户归 岑山"))
            #expect(report.notes[2].sentence.contains("没有当天登记"))
            let text = report.text()
            #expect(text.contains("与当时逐笔登记不同的有 3 行"))
            try await morning.site.book.refresh()
            let all = plainWords(try await morning.site.visitor(.manager).page("/customers"))
            #expect(all.contains("安然") && all.contains("李四 138****0002 岑山"))
            #expect(!all.contains("王五"), "kept as history, nobody's customer")
        }
    }

    @Test func `is taken over by whoever may bring lists in only`() async throws {
        try await withServedSite { site in
            for staff in ["yunqi-anran", "yunqi-supervisor", "nobody"] as [StaffID] {
                await #expect(throws: ImportFault.notAllowed(staff)) {
                    try await run(history, on: site, by: staff)
                }
            }
            let clerk = try await run(history, on: site, by: "yunqi-clerk")
            #expect(clerk.rows.accepted == 6)
        }
    }

    @Test func `needs its columns, and takes CSV as well`() async throws {
        try await withServedSite { site in
            let wrong = try file([], columns: ["姓名", "电话"])
            defer { try? FileManager.default.removeItem(at: wrong) }
            let ledger = PastImport(site.server, site: ServedSite.site)
            await #expect(throws: ImportFault.self) {
                try await ledger.run(wrong, by: "yunqi-manager", isDryRun: true)
            }
            let csv = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
            defer { try? FileManager.default.removeItem(at: csv) }
            let lines = [Self.header] + history
            let text = lines.map { $0.joined(separator: ",") }.joined(separator: "\n")
            try Data(text.utf8).write(to: csv)
            let report = try await ledger.run(csv, by: "yunqi-manager", isDryRun: true)
            #expect(report.rows.accepted == 6 && report.notes.count == 1)
        }
    }

    @Test func `has a template that reads back as an empty ledger`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).get("/customers/template.xlsx")
            #expect(answer.status == 200)
            let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
            defer { try? FileManager.default.removeItem(at: url) }
            try Data(answer.bytes).write(to: url)
            let report = try await PastImport(site.server, site: ServedSite.site)
                .run(url, by: "yunqi-manager", isDryRun: true)
            #expect(report.rows.read == 0 && report.rows.faults.isEmpty)
        }
    }

    @Test(
        arguments: [
            ("2025-06-01 10:00", "2025-06-01", 36_000), ("2025/6/1 9:05:07", "2025-06-01", 32_707),
            ("2025-06-01", "2025-06-01", 0), ("45809", "2025-06-01", 0),
            ("45809.5", "2025-06-01", 43_200),
        ])
    func `takes moments as people and spreadsheets write them`(
        text: String, day: String, seconds: Int
    ) {
        let moment = BusinessDay(day)?.start.adding(seconds: seconds)
        #expect(pastMoment(text, countsFrom1904: false) == moment)
        let shifted = Double(text).map { "\($0 - 1462)" } ?? text
        #expect(pastMoment(shifted, countsFrom1904: true) == moment)
    }

    @Test(arguments: ["", "昨天", "2025-13-01", "6", "999999", "2025-06-01 25:00"])
    func `takes nothing else for a moment`(text: String) {
        #expect(pastMoment(text, countsFrom1904: false) == nil)
    }
}

@Suite struct `An old ledger and the same entered live` {
    private static let staff: [StaffID] = ["A", "B", "C"]
    private static let first = BusinessDay(year: 2025, month: 1, day: 28)!
    private static let days = 70

    private func start() -> SiteState {
        var state = SiteState()
        for staff in Self.staff {
            _ = state.rule(
                on: .roster(.enroll(staff)), by: Actor("boss", .salesManager), under: Policy(),
                at: Self.first.start)
        }
        return state
    }

    private func rows(_ numbers: inout SeededNumbers) -> [PastRow] {
        (0..<160).map { index in
            let day = Self.first.adding(days: Int(numbers.next() % UInt64(Self.days)))
            let at = day.start.adding(seconds: 36_000 + index)
            let late = numbers.next().isMultiple(of: 9)
            return PastRow(
                line: index, kind: numbers.pick([.visit, .call, .contact, .contact, .contact]),
                name: "", phone: "1380000000\(numbers.next() % 5)",
                staff: numbers.pick(Self.staff), occurred: at,
                entered: late ? at.adding(seconds: 86_400) : at, medium: .phone,
                result: numbers.pick([.reached, .reached, .replied, .noAnswer]), words: "")
        }
    }

    /// Everybody's owner on every day.
    private func owners(_ state: SiteState, _ persons: [PersonID]) -> [[StaffID?]] {
        persons.map { person in
            (0...Self.days + 40).map {
                state.ownership.holder(of: person, on: Self.first.adding(days: $0))
            }
        }
    }

    @Test(arguments: 1...12)
    func `make the same owners on every day`(seed: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(seed))
        let rows = rows(&numbers)
        let people = People(
            site: "s", key: try PersonKey(Array(repeating: 9, count: 32)))
        let end = Self.first.adding(days: Self.days + 1).start
        var plan = PastPlan(
            on: start(), under: Policy(), at: end, by: "boss", people: people, persons: [:],
            known: [], names: StaffDirectory([]))
        plan.add(rows.shuffled(using: &numbers))
        let persons = plan.steps.filter { $0.row.kind != .contact }.map(\.person)
        var planned = start()
        plan.forget()
        // A few at a time, as they are written.
        while case let steps = plan.nextSteps(7), !steps.isEmpty {
            for step in steps {
                _ = planned.rule(on: step.command, by: step.actor, under: Policy(), at: step.at)
            }
        }
        var live = start()
        var day = Self.first
        for row in rows.sorted(by: { $0.occurred! < $1.occurred! }) {
            while day <= row.occurred!.day {
                _ = live.rule(on: .settleDue, by: .clock, under: Policy(), at: day.start)
                day = day.adding(days: 1)
            }
            enter(row, people, in: &live)
        }
        let all = Array(Set(persons)).sorted()
        #expect(all.count > 2 && plan.accepted > 100)
        #expect(owners(planned, all) == owners(live, all), "seed \(seed)")
    }

    /// As the desk does: a visit to somebody else's customer changes nothing.
    private func enter(_ row: PastRow, _ people: People, in state: inout SiteState) {
        let hash = people.key.phoneHash(row.phone, site: "s")
        let person = PersonID("p-" + hash.prefix(24))
        let (staff, at) = (row.staff!, row.occurred!)
        let holder = state.ownership.holder(of: person, on: at.day)
        if row.kind == .visit, let holder, holder != staff { return }
        let command: Command =
            row.kind == .contact
            ? .ownership(
                .touch(
                    Touch(
                        person, by: staff, row.result, occurred: at, entered: row.entered)))
            : .claims(
                .note(
                    CustomerFact(
                        person, staff, row.kind == .visit ? .visit : .call, occurred: at,
                        entered: row.entered)))
        let ruling = state.rule(on: command, by: .clock, under: Policy(), at: at)
        #expect(ruling.answer != nil)
    }
}
