import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `A period decided again` {
    private static let saturday = BusinessDay(year: 2025, month: 6, day: 28)!

    /// Some days of the demonstration, on both of its sites.
    private func withDays(_ days: Int, _ body: (SiteServer) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "anchang-whatif-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var settings = ServerSettings(
            database: folder.appending(path: "demo.sqlite").path, keys: ServedSite.keys,
            policies: ServedSite.policies)
        settings.web.passwordCost = .cheap
        let clock = StoppedClock(at: Self.saturday.at(TimeOfDay(14, 10)).milliseconds)
        let server = try await SiteServer(settings, surroundings: .fixed(clock: clock))
        try await DemoWorld(server, days: days).open()
        try await body(server)
        await server.close()
    }

    private func policy(_ pack: String, _ change: (inout Policy) -> Void = { _ in }) throws
        -> Policy
    {
        let read = try PolicyFolder(ServedSite.policies).pack(pack)
        var policy = try #require(read.revisions.last).policy
        change(&policy)
        return policy
    }

    private func report(
        _ server: SiteServer, _ site: SiteID, _ policy: Policy, from: Int = 10, to: Int = 0
    ) async throws -> WhatIfReport {
        let journal = Journal(site: site, key: ServedSite.keys.journal)
        let days = try DaySpan(
            checking: Self.saturday.adding(days: -from), Self.saturday.adding(days: -to))
        let whatIf = try await WhatIfReader(journal: journal, database: server.database)
            .run(from: days.from, to: days.to, under: policy) { _ in }
        return WhatIfReport(whatIf, days: days)
    }

    @Test func `under its own rules comes out as it did, on any of its days`() async throws {
        try await withDays(6) { server in
            for (site, pack) in [(DemoWorld.cloud.id, "P001"), (DemoWorld.terrace.id, "P002A")] {
                for (from, to) in [(10, 0), (4, 2), (0, 0)] {
                    let report = try await report(
                        server, site, try policy(pack), from: from, to: to)
                    #expect(report.decided > 20, "there is something to decide")
                    #expect(report.differences == [] && report.owners == [])
                    #expect(report.lacking == [])
                }
            }
        }
    }

    @Test func `under the other mechanism turns come out otherwise`() async throws {
        try await withDays(6) { server in
            let report = try await report(server, DemoWorld.cloud.id, try policy("P002A"))
            #expect(report.visits > 10 && report.calls > 0)
            let names = try await StaffNames(database: server.database, surroundings: .live())
                .directory(DemoWorld.cloud.id)
            let people = report.table(.people, names)
            #expect(people.headings.contains { $0.title == LedgerEffect.ticked.label })
            #expect(people.lines.count == 8)
            #expect(report.sentence.contains("\(report.visits) 组来客"))
        }
    }

    private func entries(_ server: SiteServer) async throws -> Int64 {
        try await server.database.read {
            try $0.row("SELECT count(*) AS n FROM journal")?.int("n") ?? 0
        }
    }

    @Test func `only reads`() async throws {
        try await withDays(2) { server in
            let before = try await entries(server)
            _ = try await report(server, DemoWorld.cloud.id, try policy("P002A"))
            #expect(try await entries(server) == before)
            #expect(before > 100)
        }
    }

    @Test func `stops when it is cancelled`() async throws {
        try await withDays(1) { server in
            let policy = try policy("P001")
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await report(server, DemoWorld.cloud.id, policy)
            }
            await #expect(throws: DatabaseFailure.cancelled) { _ = try await task.value }
        }
    }
}
