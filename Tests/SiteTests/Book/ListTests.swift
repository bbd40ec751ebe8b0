import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Lists` {
    /// A day with visits, calls, absences, a refusal and an adjustment.
    private func day(_ world: BookWorld) async throws -> SiteBook {
        let book = try await world.book()
        try await book.openDay()
        try await book.ask(.sheet(.confirm), "confirm")
        try await book.arrive("v1")
        try await book.ask(.presence(.leave("B", .personal, until: nil)), "leave")
        try await book.arrive("v2")
        try await book.ask(.visits(.log("v1")), "log")
        world.clock.advance(by: .seconds(600))
        try await book.ask(.visits(.finish("v1", logged: true)), "finish")
        try await book.ask(.visits(.log("nobody")), "refused")
        try await book.ask(.roster(.adjust("B", .makeupGranted, note: "公司安排")), "adjust")
        try await book.ask(.calls(.arrive("c1", wanted: nil)), "c1")
        try await book.ask(.calls(.end("c1")), "c1-end")
        return book
    }

    @Test(arguments: BookBackend.available)
    func `rebuilt from the journal are the same`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            _ = try await day(world)
            let before = try await world.lists()
            try await world.run("UPDATE visit_row SET receptionist = 'somebody'")
            try await world.run("DELETE FROM turn_ledger")
            #expect(try await world.lists() != before)
            try await world.journal.rebuild(ListWriter.reception, in: world.database, page: 3)
            #expect(try await world.lists() == before)
        }
    }

    @Test(arguments: BookBackend.available)
    func `tell what happened to each visit`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            _ = try await day(world)
            let rows = try await world.database.read { transaction in
                try transaction.rows(VisitRow.ofDay(BookWorld.morning.day, at: BookWorld.site))
                    .map(VisitRow.init)
            }
            #expect(rows.map(\.visit) == ["v2", "v1"])
            #expect(rows.map(\.receptionist) == ["C", "A"])
            #expect(rows.map(\.status) == [.receiving, .finished])
            #expect(rows.map(\.number) == [2, 1])
            #expect(rows[1].finishedAt == BookWorld.morning.adding(seconds: 600))
            #expect(rows[1].loggedAt != nil)
            #expect(rows[0].decision == "d-v2")
        }
    }

    @Test(arguments: BookBackend.available)
    func `tell what happened to each turn`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            _ = try await day(world)
            let day = BookWorld.morning.day
            let (all, ofB) = try await world.database.read { transaction in
                (
                    try transaction.rows(LedgerRow.ofDay(day, at: BookWorld.site))
                        .map(LedgerRow.init),
                    try transaction.rows(LedgerRow.of("B", on: day, at: BookWorld.site))
                        .map(LedgerRow.init)
                )
            }
            let visits = all.filter { $0.call == nil }
            #expect(visits.map(\.staff) == ["A", "B", "C", "B"])
            #expect(visits.map(\.effect) == [.counted, .forfeited, .counted, .makeupGranted])
            #expect(ofB.prefix(2).map(\.effect) == [.forfeited, .makeupGranted])
            #expect(ofB[0].why == PassReason.awayPersonal.rawValue)
            #expect(ofB[1].note == "公司安排")
        }
    }

    @Test func `tell who asked for what and what became of it`() async throws {
        try await withBookWorld { world in
            _ = try await day(world)
            let rows = try await world.database.read { transaction in
                try transaction.rows(
                    DecisionRow.ofDay(BookWorld.morning.day, at: BookWorld.site)
                ).map(DecisionRow.init)
            }
            #expect(rows.count == 19)
            let refused = try #require(rows.first { $0.id == "refused" })
            #expect(refused.outcome == "refused")
            #expect(refused.refusal == "UNKNOWN_VISIT")
            #expect(refused.kind == "visits.log")
            let about = try await world.database.read { transaction in
                try transaction.rows(DecisionRow.about("v1", at: BookWorld.site))
                    .map(DecisionRow.init)
            }
            #expect(about.map(\.id) == ["d-v1", "log", "finish"])
        }
    }

    @Test func `tell the order of the day and the calls`() async throws {
        try await withBookWorld { world in
            _ = try await day(world)
            let day = BookWorld.morning.day
            let (sheet, calls) = try await world.database.read { transaction in
                (
                    try transaction.rows(SheetRow.ofDay(day, at: BookWorld.site))
                        .map(SheetRow.init),
                    try transaction.rows(CallRow.ofDay(day, at: BookWorld.site)).map(CallRow.init)
                )
            }
            #expect(sheet.map(\.staff) == BookWorld.staff)
            #expect(calls.map(\.status) == [.ended])
            #expect(try await world.count("day_row WHERE confirmed_at IS NOT NULL") == 1)
        }
    }

    @Test(arguments: BookBackend.available)
    func `are read by an index`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            let day = BookWorld.morning.day
            let site = BookWorld.site
            let hot: [SQL] = [
                VisitRow.ofDay(day, at: site), VisitRow.receivedBy("A", on: day, at: site),
                VisitRow.of("p", at: site), VisitRow.one("v", at: site),
                LedgerRow.of("A", on: day, at: site), LedgerRow.ofDay(day, at: site),
                DecisionRow.ofDay(day, at: site), DecisionRow.about("v", at: site),
                CallRow.ofDay(day, at: site), SheetRow.ofDay(day, at: site),
                "SELECT hash FROM journal WHERE site = \(site) AND id = \("x")",
                "SELECT seq FROM journal WHERE site = \(site) AND seq > \(5) ORDER BY seq LIMIT 9",
                "SELECT person FROM person WHERE site = \(site) AND phone_hash = \("x")",
            ]
            for query in hot {
                let plan = try await plan(of: query, in: world.database)
                let isScan = plan.contains("SCAN") || plan.contains("Seq Scan")
                #expect(!isScan, "\(query.text)\n\(plan)")
            }
            let cold = try await plan(
                of: "SELECT visit FROM visit_row WHERE class = \("x")", in: world.database)
            #expect(cold.contains("SCAN") || cold.contains("Seq Scan"), "the test can fail")
        }
    }

    private func plan(of query: SQL, in database: any Database) async throws -> String {
        try await database.read { transaction in
            switch transaction.dialect {
            case .sqlite:
                return try transaction.rows("EXPLAIN QUERY PLAN \(sql: query)")
                    .map { try $0.text("detail") }.joined(separator: "\n")
            case .postgres:
                try transaction.execute("SET LOCAL enable_seqscan = off")
                return try transaction.rows("EXPLAIN \(sql: query)")
                    .map { try $0.text(0) }.joined(separator: "\n")
            }
        }
    }
}
