import Database
import HouseRules
import Testing

@testable import Site

/// Undoing an arrival entered by mistake, on the page of the visit (REC-15).
@Suite struct `An arrival entered by mistake` {
    private func void(
        _ morning: Morning, _ visit: String = "v1", by person: ServedSite.Person = .desk
    ) async throws -> String {
        try await morning.done(
            "/visits/\(visit)/void", ["note": "同一组登记了两次", "sure": "1"], by: person)
    }

    @Test func `is asked about first, and nothing happens until then`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            let page = try await morning.desk.page("/visits/v1")
            #expect(plainWords(page).contains("安然 的这一轮退还、回到候位"))
            let entries = try await morning.site.count("journal")
            let answer = try await morning.desk.post("/visits/v1/void", ["note": "点错了"])
            #expect(answer.status == 422)
            #expect(answer.words.contains("作废以后不能恢复"))
            #expect(answer.text.contains("点错了</textarea>"))
            let bare = try await morning.desk.post("/visits/v1/void", ["sure": "1"])
            #expect(bare.status == 422 && bare.words.contains("请写明为什么作废"))
            #expect(try await morning.site.count("journal") == entries)
        }
    }

    @Test(arguments: [ServedSite.Person.desk, .manager, .supervisor, .duty])
    func `is void by desk or management, with reason and name`(
        person: ServedSite.Person
    ) async throws {
        try await withMorning { morning in
            try await morning.comes("v1", phone: "13912345678")
            let told = try await void(morning, by: person)
            #expect(told.contains("这一组登记有误，作废"))
            let page = plainWords(try await morning.desk.page("/visits/v1"))
            #expect(page.contains("已作废") && page.contains("同一组登记了两次（\(person.name)）"))
            #expect(page.contains("这一组已作废"))
            let register = plainWords(try await morning.site.visitor(.clerk).page("/registers"))
            #expect(register.contains("已作废：同一组登记了两次（\(person.name)）"))
            #expect(plainWords(try await morning.desk.page("/reception")).contains("已作废"))
            #expect(try await morning.site.book.state.rotation.makeups.count == 1)
            try await morning.comes("v2")
            #expect(try await morning.receives("v2") == "yunqi-anran")
        }
    }

    @Test func `is counted nowhere`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1", phone: "13912345678")
            try await morning.comes("v2", phone: "13912345679")
            try await morning.leaves("v2")
            _ = try await void(morning, "v2")
            let manager = try await morning.site.visitor(.manager)
            let today = plainWords(try await manager.page("/today"))
            #expect(today.contains("来访 1 组") && today.contains("计轮 1 轮"))
            let report = try await ReportReader.report(of: morning.site)
            #expect(report.total.visits == 1 && report.customers == 1)
            #expect(try await morning.site.book.state.sales.figures.values.map(\.visits) == [1])
            let day = ServedSite.day
            #expect(try await morning.site.book.state.registers.counts[day]?.visits == 0)
        }
    }

    @Test func `leaves a balanced ledger and lists as the journal tells them`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1", phone: "13912345678")
            try await morning.leaves("v1")
            _ = try await void(morning)
            let site = morning.site
            for effect in ["counted", "returned", "corrected"] {
                let lines = try await site.count(
                    "turn_ledger", where: "effect = \(effect) AND staff = 'yunqi-anran'")
                #expect(lines == 1, "\(effect)")
            }
            #expect(try await site.count("stretch_row") == 0)
            let check = ListCheck(
                database: site.server.database, journal: try await site.book.journal)
            #expect(try await check.faults() == [])
        }
    }

    @Test func `is no longer an arrival once something hangs on it`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1", phone: "13912345678")
            try await morning.comes("v2", phone: "13912345678")
            try await morning.refused(
                "VOID_LATER_VISIT", "REC-15", "/visits/v1/void",
                ["note": "登记了两次", "sure": "1"], by: .desk)
        }
    }

    @Test func `can be undone by a program`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            let program = try await morning.site.program(.desk)
            let bad = try await program.postJSON("/api/v1/visits/v1/void", "{\"note\":\" \"}")
            #expect(bad.status == 409 && bad.text.contains("VOID_REASON_MISSING"))
            let answer = try await program.postJSON(
                "/api/v1/visits/v1/void", "{\"note\":\"登记了两次\"}")
            #expect(answer.status == 200, "\(answer.text)")
            let list = try await program.get("/api/v1/visits")
            #expect(list.text.contains("\"status\":\"void\""))
        }
    }
}

extension ReportReader {
    /// The report of the day of a served site.
    fileprivate static func report(of site: ServedSite) async throws -> Report {
        let period = ReportPeriod(.day, of: ServedSite.day)
        return try await site.server.database.read { transaction in
            try Report.read(period, of: ServedSite.site, staff: nil, in: transaction)
        }
    }
}
