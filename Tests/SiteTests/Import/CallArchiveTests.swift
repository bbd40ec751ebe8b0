import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The archive of calls` {
    private func record(_ number: Int, _ outcome: CallOutcome = .agent) -> CallRecord {
        let moment = mondayAt(9, 0).adding(seconds: number * 60)
        return CallRecord(
            id: CallRecord.id(number: "\(number)", enteredAt: moment), kind: "PS",
            enteredAt: moment, queueSeconds: number, outcome: outcome,
            serviceStart: outcome == .agent ? moment.adding(seconds: number) : nil,
            serviceSeconds: outcome == .agent ? 90 : nil,
            agent: outcome == .agent ? "A" : nil)
    }

    private func withSite(
        _ backend: BookBackend = .sqlite, _ body: (BookWorld, CallArchive) async throws -> Void
    ) async throws {
        try await withBookWorld(backend) { (world) async throws in
            try await SiteShelf(world.setting).create(BookWorld.site, name: "云栖府")
            try await body(world, CallArchive(database: world.database, site: BookWorld.site))
        }
    }

    @Test(arguments: BookBackend.available)
    func `keeps what is new and counts it`(_ backend: BookBackend) async throws {
        try await withSite(backend) { (world, archive) async throws in
            #expect(try await archive.add([record(1), record(2, .hang)]) == 2)
            #expect(try await archive.add([record(2, .hang), record(3)]) == 1)
            #expect(try await world.count("call_record") == 3)
        }
    }

    @Test(arguments: BookBackend.available)
    func `the same twice brings nothing new`(_ backend: BookBackend) async throws {
        try await withSite(backend) { (world, archive) async throws in
            let records = (1...50).map { record($0) }
            #expect(try await archive.add(records) == 50)
            #expect(try await archive.add(records) == 0)
            #expect(try await archive.add([]) == 0)
            #expect(try await world.count("call_record") == 50)
        }
    }

    @Test func `the same call twice in one file is kept once`() async throws {
        try await withSite { (_, archive) async throws in
            #expect(try await archive.add([record(1), record(1)]) == 1)
        }
    }

    @Test func `what was kept first stays`() async throws {
        try await withSite { (world, archive) async throws in
            _ = try await archive.add([record(1)])
            let first = record(1)
            let other = CallRecord(
                id: first.id, kind: "NW", enteredAt: first.enteredAt, queueSeconds: 999,
                outcome: .hang)
            #expect(try await archive.add([other]) == 0)
            let row = try await world.database.read {
                try $0.row("SELECT kind, queue_seconds, agent FROM call_record")
            }
            #expect(try row?.text("kind") == "PS" && row?.int("queue_seconds") == 1)
        }
    }

    @Test(arguments: BookBackend.available)
    func `every fact of a call is kept`(_ backend: BookBackend) async throws {
        try await withSite(backend) { (world, archive) async throws in
            _ = try await archive.add([record(5), record(6, .phantom)])
            let rows = try await world.database.read {
                try $0.rows("SELECT * FROM call_record ORDER BY queue_seconds")
            }
            #expect(try rows[0].text("call") == "5@2025-06-02T09:05:00")
            #expect(try rows[0].int("entered_at") == mondayAt(9, 5).milliseconds)
            #expect(try rows[0].int("service_started_at") == mondayAt(9, 5, 5).milliseconds)
            #expect(try rows[0].int("service_seconds") == 90 && rows[0].text("agent") == "A")
            #expect(try rows[1].text("outcome") == "PHANTOM" && rows[1].isNull("agent"))
            #expect(try rows[1].isNull("service_seconds"))
        }
    }

    @Test func `a site that there is not keeps nothing`() async throws {
        try await withSite { (world, _) async throws in
            await #expect(throws: UnknownSite(site: "nowhere")) {
                try await CallArchive(database: world.database, site: "nowhere").add([record(1)])
            }
            #expect(try await world.count("call_record") == 0)
        }
    }

    @Test func `sites do not share their calls`() async throws {
        try await withSite { (world, archive) async throws in
            try await SiteShelf(world.setting).create("s2", name: "澜庭")
            #expect(try await archive.add([record(1)]) == 1)
            let other = CallArchive(database: world.database, site: "s2")
            #expect(try await other.add([record(1)]) == 1)
        }
    }

    @Test func `a call's id tells its second`() {
        #expect(CallRecord.id(number: "7", enteredAt: mondayAt(9, 5)) == "7@2025-06-02T09:05:00")
        #expect(
            CallRecord.id(number: "7", enteredAt: mondayAt(9, 5, 7)) == "7@2025-06-02T09:05:07")
    }
}
