import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `The demonstration's world` {
    private static let tables = [
        "site", "account", "journal", "policy_revision", "visit_row", "decision_row", "sheet_row",
    ]

    /// A folder for the database, and a clock before half past eight on Monday: later a sheet is
    /// due, and the clock of a slow machine may draft it between two steps of the demonstration.
    private struct Place {
        let folder: URL
        let clock = StoppedClock(at: mondayAt(8, 20).milliseconds)

        var settings: ServerSettings {
            var settings = ServerSettings(
                database: folder.appending(path: "demo.sqlite").path, keys: ServedSite.keys,
                policies: ServedSite.policies)
            settings.web.passwordCost = .cheap
            return settings
        }

        func server() async throws -> SiteServer {
            try await SiteServer(settings, surroundings: .fixed(clock: clock))
        }
    }

    private func withPlace(_ body: (Place) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "anchang-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(Place(folder: folder))
    }

    private func counts(_ server: SiteServer) async throws -> [Int64] {
        try await server.database.read { transaction in
            try Self.tables.map {
                let sql = SQL(literal: "SELECT count(*) AS n FROM \($0)")
                return try transaction.row(sql)?.int("n") ?? -1
            }
        }
    }

    @Test func `sets up two sites whose day has begun`() async throws {
        try await withPlace { place in
            let server = try await place.server()
            try await DemoWorld(server, days: 0).open()
            #expect(try await server.shelf.sites().map(\.name) == ["澜庭", "云栖府"])
            for (site, mechanism, visits) in [
                (DemoWorld.cloud, Mechanism.ring, 3), (DemoWorld.terrace, .tally, 3),
            ] {
                let rotation = try await server.shelf.book(site.id).state.rotation
                #expect(rotation.day == monday && rotation.isOpen && rotation.isConfirmed)
                #expect(rotation.mechanism == mechanism && rotation.arrivals == visits)
                #expect(rotation.members.map(\.staff) == site.consultants.map(site.staff))
                #expect(rotation.held.isEmpty && rotation.visits.count == visits - 1)
            }
            await server.close()
        }
    }

    @Test func `done twice changes nothing`() async throws {
        try await withPlace { place in
            let server = try await place.server()
            try await DemoWorld(server, days: 0).open()
            let before = try await counts(server)
            try await DemoWorld(server, days: 0).open()
            #expect(try await counts(server) == before)
            await server.close()
        }
    }

    @Test func `done again after a restart changes nothing either`() async throws {
        try await withPlace { place in
            let first = try await place.server()
            try await DemoWorld(first, days: 0).open()
            let before = try await counts(first)
            await first.close()
            let second = try await place.server()
            try await DemoWorld(second, days: 0).open()
            #expect(try await counts(second) == before)
            await second.close()
        }
    }

    @Test func `two servers that open it at once make it once`() async throws {
        try await withPlace { place in
            let alone = try await place.server()
            try await DemoWorld(alone, days: 0).open()
            let expected = try await counts(alone)
            await alone.close()
            try await withPlace { other in
                let servers = [try await other.server(), try await other.server()]
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for server in servers {
                        group.addTask { try await DemoWorld(server, days: 0).open() }
                    }
                    try await group.waitForAll()
                }
                let found = try await counts(servers[0])
                #expect(found == expected)
                for server in servers { await server.close() }
            }
        }
    }

    @Test func `the next day begins anew`() async throws {
        try await withPlace { place in
            let first = try await place.server()
            try await DemoWorld(first, days: 0).open()
            let before = try await counts(first)
            await first.close()
            place.clock.advance(by: .seconds(86_400))
            let next = try await place.server()
            try await DemoWorld(next, days: 0).open()
            let rotation = try await next.shelf.book(DemoWorld.cloud.id).state.rotation
            #expect(rotation.day == monday.adding(days: 1) && rotation.arrivals == 3)
            let after = try await counts(next)
            #expect(after[0...1] == before[0...1] && after[2] > before[2])
            await next.close()
        }
    }

    @Test func `everybody has an account and a password that nobody knows`() async throws {
        try await withPlace { place in
            let server = try await place.server()
            try await DemoWorld(server, days: 0).open()
            for site in [DemoWorld.cloud, DemoWorld.terrace] {
                for person in site.people {
                    let found = try #require(try await server.accounts.find(login: person.login))
                    #expect(found.account.displayName == person.name)
                    #expect(found.account.role == person.role && found.account.site == site.id)
                    #expect(found.account.isActive)
                }
            }
            let answer = try await Visitor(door: server.site.door).post(
                "/sign-in", ["login": "manager", "password": "manager"])
            #expect(answer.location == nil || answer.sessionSecret == nil)
            await server.close()
        }
    }

    @Test func `its journals hold`() async throws {
        try await withPlace { place in
            let server = try await place.server()
            try await DemoWorld(server, days: 0).open()
            let reports = try await SiteCheck(
                database: server.database, keys: ServedSite.keys, policies: ServedSite.policies
            ).run(site: nil, noted: nil, replay: true)
            #expect(reports.count == 2 && reports.allSatisfy(\.holds))
            await server.close()
        }
    }

    @Test func `logins differ, and every site has its manager and its desk`() {
        let people = DemoWorld.cloud.people + DemoWorld.terrace.people
        #expect(Set(people.map(\.login)).count == people.count)
        #expect(Set(people.map(\.name)).count == people.count)
        for site in [DemoWorld.cloud, DemoWorld.terrace] {
            #expect(site.people.contains { $0.role == .salesManager })
            #expect(site.people.contains { $0.role == .frontDeskSecretary })
            #expect(site.consultants.count >= 4)
        }
        #expect(DemoWorld.siteNames == ["yunqi": "云栖府", "lanting": "澜庭"])
    }
}
