import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `A check of the sites` {
    /// Every list, and a statement that falsifies it.
    static let tampered: [(table: String, statement: SQL)] = [
        ("decision_row", "UPDATE decision_row SET outcome = 'done' WHERE outcome = 'assigned'"),
        ("visit_row", "UPDATE visit_row SET receptionist = 'yunqi-dingyi'"),
        ("turn_ledger", "DELETE FROM turn_ledger"), ("call_row", "DELETE FROM call_row"),
        ("day_row", "UPDATE day_row SET confirmed_at = NULL"),
        ("sheet_row", "DELETE FROM sheet_row"),
    ]

    private func check(
        _ site: ServedSite, of id: SiteID? = nil, noted: JournalHead? = nil, replay: Bool = true
    ) async throws -> [SiteCheck.Report] {
        try await SiteCheck(
            database: site.server.database, keys: ServedSite.keys, policies: ServedSite.policies
        ).run(site: id, noted: noted, replay: replay)
    }

    private func busyDay(_ site: ServedSite) async throws {
        try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
        try await site.ask(.calls(.arrive("c1", wanted: nil)), by: .desk)
    }

    @Test func `a good journal holds and tells its head`() async throws {
        try await withServedSite { (site) async throws in
            try await busyDay(site)
            let reports = try await check(site, replay: false)
            let head = try await site.book.head
            #expect(reports.count == 1 && reports[0].holds)
            #expect(
                reports[0].text
                    == "yunqi: \(head.seq) entries, the chain holds. Head \(head.seq):\(head.hash)")
        }
    }

    @Test func `lists as they were written equal the replay`() async throws {
        try await withServedSite { (site) async throws in
            try await busyDay(site)
            let report = try #require(try await check(site).first)
            #expect(report.holds && report.text.hasSuffix("\nyunqi: lists equal replay."))
        }
    }

    @Test(arguments: 0..<6) func `a list that was changed is named`(index: Int) async throws {
        let (table, statement) = Self.tampered[index]
        try await withServedSite { (site) async throws in
            try await busyDay(site)
            let changed = try await site.server.database.write { try $0.execute(statement) }
            #expect(changed > 0)
            let report = try #require(try await check(site).first)
            #expect(!report.holds)
            #expect(report.text.hasSuffix("yunqi: lists differ from replay: \(table)"))
            #expect(try await check(site, replay: false)[0].holds)
        }
    }

    @Test func `several changed lists are all named`() async throws {
        try await withServedSite { (site) async throws in
            try await busyDay(site)
            for (_, statement) in Self.tampered {
                _ = try await site.server.database.write { try $0.execute(statement) }
            }
            let text = try await check(site)[0].text
            #expect(
                text.hasSuffix(
                    "call_row、day_row、decision_row、sheet_row、turn_ledger、visit_row"))
        }
    }

    @Test func `a changed entry breaks the chain at its number`() async throws {
        try await withServedSite { (site) async throws in
            try await busyDay(site)
            _ = try await site.server.database.write {
                try $0.execute("UPDATE journal SET actor = 'yunqi-dingyi' WHERE seq = 3")
            }
            let report = try #require(try await check(site).first)
            #expect(!report.holds && report.text.contains("3"))
            #expect(report.text.hasSuffix("2 entries before it are good."))
        }
    }

    @Test func `a tail cut off is seen by the head that was noted`() async throws {
        try await withServedSite { (site) async throws in
            try await busyDay(site)
            let noted = try await site.book.head
            #expect(try await check(site, of: ServedSite.site, noted: noted)[0].holds)
            _ = try await site.server.database.write {
                try $0.execute("DELETE FROM journal WHERE seq = \(noted.seq)")
            }
            #expect(try await check(site, of: ServedSite.site, replay: false)[0].holds)
            let cut = try await check(site, of: ServedSite.site, noted: noted, replay: false)[0]
            #expect(!cut.holds)
        }
    }

    @Test func `every site is checked, by its id, or only the one asked for`() async throws {
        try await withServedSite { (site) async throws in
            try await site.server.shelf.create("aaa", name: "甲")
            let reports = try await check(site)
            #expect(reports.count == 2 && reports.allSatisfy(\.holds))
            #expect(reports[0].text.hasPrefix("aaa: 0 entries, the chain holds."))
            #expect(reports[1].text.hasPrefix("yunqi: "))
            #expect(try await check(site, of: "aaa").count == 1)
        }
    }

    @Test func `a site that there is not is told`() async throws {
        try await withServedSite { (site) async throws in
            let nowhere: SiteID = "nowhere"
            await #expect(throws: UnknownSite(site: nowhere)) {
                try await check(site, of: nowhere)
            }
        }
    }

    @Test func `with another key nothing holds`() async throws {
        try await withServedSite { (site) async throws in
            let keys = try BookKeys(
                journal: Array(repeating: 9, count: 32), person: Array(repeating: 8, count: 32))
            let reports = try await SiteCheck(
                database: site.server.database, keys: keys, policies: ServedSite.policies
            ).run(site: nil, noted: nil, replay: false)
            #expect(!reports[0].holds && reports[0].text.contains("0 entries before it"))
        }
    }
}
