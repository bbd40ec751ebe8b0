import Database
import Foundation
import HouseRules
import Testing

@testable import Site

/// The story of a demonstration: 2025-06-28 is a Saturday.
@Suite(.timeLimit(.minutes(15))) struct `A month behind the demonstration` {
    private static let saturday = BusinessDay(year: 2025, month: 6, day: 28)!

    private func withWorld(
        days: Int, at time: TimeOfDay = TimeOfDay(14, 10),
        _ body: (SiteServer) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "anchang-month-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var settings = ServerSettings(
            database: folder.appending(path: "demo.sqlite").path, keys: ServedSite.keys,
            policies: ServedSite.policies)
        settings.web.passwordCost = .cheap
        let clock = StoppedClock(at: Self.saturday.at(time).milliseconds)
        let server = try await SiteServer(settings, surroundings: .fixed(clock: clock))
        try await DemoWorld(server, days: days).open()
        try await body(server)
        await server.close()
    }

    private func numbers(_ server: SiteServer, _ sql: SQL) async throws -> [Int64] {
        try await server.database.read { try $0.rows(sql).map { try $0.int("n") } }
    }

    @Test func `every day has its visits and calls, and its journal holds`() async throws {
        try await withWorld(days: 8) { server in
            let visits = try await numbers(
                server,
                "SELECT count(*) AS n FROM visit_row WHERE site = 'yunqi' GROUP BY day")
            let calls = try await numbers(
                server, "SELECT count(*) AS n FROM call_row WHERE site = 'lanting' GROUP BY day")
            #expect(visits.count == 9 && visits.allSatisfy { $0 >= 5 })
            #expect(calls.count == 9 && calls.allSatisfy { $0 >= 1 })
            let reports = try await SiteCheck(
                database: server.database, keys: ServedSite.keys, policies: ServedSite.policies
            ).run(site: nil, noted: nil, replay: true)
            #expect(reports.count == 2)
            let faults = reports.filter { !$0.holds }.map(\.text)
            #expect(faults == [])
        }
    }

    @Test func `a Saturday is in progress with quarrels, texts and receptions`() async throws {
        try await withWorld(days: 3) { server in
            let state = try await server.shelf.book(DemoWorld.cloud.id).state
            #expect(state.rotation.day == Self.saturday && state.rotation.isOpen)
            #expect(state.rotation.arrivals >= 8)
            #expect(state.rotation.visits.contains { $0.value.receptionist != nil })
            #expect(state.duty.disputes.count == 2)
            let tally = try await server.shelf.book(DemoWorld.terrace.id).state
            #expect(tally.duty.suspensions.count == 1)
            let penalties = try await numbers(
                server, "SELECT count(*) AS n FROM penalty_row WHERE site = 'yunqi'")
            #expect(penalties[0] > 0)
        }
    }

    @Test func `flats were sold, signed, paid, and one was given back`() async throws {
        try await withWorld(days: 16) { server in
            let site = DemoWorld.cloud.id
            let month = ReportPeriod(.month, of: Self.saturday)
            let (report, found, calendar) = try await server.database.read { transaction in
                (
                    try Report.read(month, of: site, in: transaction),
                    try SellThrough.read(of: site, in: transaction),
                    try CashCalendar.read(
                        month, today: Self.saturday, of: site, in: transaction)
                )
            }
            // Seven flats of the past and four of the present day.
            #expect(report.total.subscribed == 11)
            #expect(report.total.cancelled == 1 && report.total.refunded == 5_000_000)
            #expect(report.total.contracted >= 5)
            #expect(report.bySource.contains { $0.counts.subscribed > 0 && $0.counts.visits > 0 })
            #expect(found.total.sold.units == 10)
            #expect(calendar.total.due > 0 && calendar.total.overdue == 0)
            let state = try await server.shelf.book(site).state
            let signings = state.sales.timelySigning(month: month.from, on: Self.saturday)
            #expect(signings.due > signings.onTime && signings.onTime > 0)
        }
    }

    @Test(arguments: [0, 16]) func `pay is worked out from its deals, and other rates are tried`(
        days: Int
    ) async throws {
        try await withWorld(days: days) { server in
            let book = try await server.shelf.book(DemoWorld.cloud.id)
            let books = await book.state.commission
            let month = Self.saturday.firstOfMonth
            let statements = try #require(books.open[month]?.statements)
            #expect(statements.count >= (days == 0 ? 2 : 4), "with the pool")
            #expect(statements.allSatisfy { $0.payable.fen > 0 })
            #expect(statements.last?.staff == nil)
            let session = try await manager(of: server)
            let list = try await session.page("/commission")
            #expect(list.contains("2025 年 6 月") && list.contains("已核算，待批准"))
            let trial = try await session.page("/commission/2025-06/trial")
            #expect(trial.contains("千分") || trial.contains("name=\"rates\""))
            let before = try await numbers(server, "SELECT count(*) AS n FROM journal")
            try await DemoWorld(server, days: days).open()
            #expect(try await numbers(server, "SELECT count(*) AS n FROM journal") == before)
        }
    }

    private func manager(of server: SiteServer) async throws -> Visitor {
        let found = try #require(try await server.accounts.find(login: "manager"))
        let (secret, session) = try await server.site.environment.sessions.begin(
            for: found.account)
        return Visitor(door: server.site.door, cookie: secret, token: session.csrfToken)
    }

    @Test func `the same seed tells the same story`() async throws {
        var ids: [[String]] = []
        for _ in 0..<2 {
            try await withWorld(days: 2) { server in
                ids.append(
                    try await server.database.read {
                        try $0.rows(
                            "SELECT id FROM decision_row WHERE site = 'yunqi' ORDER BY seq"
                        ).map { try $0.text("id") }
                    })
            }
        }
        #expect(ids[0].count > 100 && ids[0] == ids[1])
    }

    @Test func `opened again it tells nothing twice`() async throws {
        try await withWorld(days: 2) { server in
            let before = try await numbers(server, "SELECT count(*) AS n FROM journal")
            try await DemoWorld(server, days: 2).open()
            #expect(try await numbers(server, "SELECT count(*) AS n FROM journal") == before)
        }
    }

    @Test func `before the site opens and late at night there is somebody, too`() async throws {
        for time in [TimeOfDay(6, 30), TimeOfDay(22, 45)] {
            try await withWorld(days: 1, at: time) { server in
                let rotation = try await server.shelf.book(DemoWorld.cloud.id).state.rotation
                #expect(rotation.day == Self.saturday && !rotation.visits.isEmpty)
            }
        }
    }

    @Test func `chance comes out as its weights`() {
        var numbers = DemoNumbers("a seed")
        let picks = (0..<1000).map { _ in numbers.pick(weighted: [("a", 3), ("b", 1)]) }
        #expect((650...850).contains(picks.count { $0 == "a" }))
        var again = DemoNumbers("a seed")
        #expect(picks == (0..<1000).map { _ in again.pick(weighted: [("a", 3), ("b", 1)]) })
        #expect(numbers.pick([Int]()) == nil)
    }
}
