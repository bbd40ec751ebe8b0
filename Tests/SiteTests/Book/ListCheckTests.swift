import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The check of lists` {
    private static let tables = [
        "call_row", "day_row", "decision_row", "sheet_row", "turn_ledger", "visit_row",
    ]

    private func day(_ world: BookWorld) async throws {
        let book = try await world.book()
        try await book.openDay()
        try await book.arrive("v1")
        try await book.ask(.calls(.arrive("c1", wanted: nil)), "c1")
    }

    private func faults(_ world: BookWorld) async throws -> [String] {
        try await ListCheck(database: world.database, journal: world.journal).faults()
    }

    @Test(arguments: BookBackend.available)
    func `finds nothing where nothing was changed`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            #expect(try await faults(world) == [])
            try await day(world)
            #expect(try await faults(world) == [])
        }
    }

    @Test(arguments: BookBackend.available)
    func `names the list that lost its rows`(_ backend: BookBackend) async throws {
        for table in Self.tables {
            try await withBookWorld(backend) { world in
                try await day(world)
                try await world.run(SQL(literal: "DELETE FROM \(table)"))
                #expect(try await faults(world) == [table])
            }
        }
    }

    @Test func `sees a row too many`() async throws {
        try await withBookWorld { world in
            try await day(world)
            try await world.run(
                """
                INSERT INTO decision_row (site, seq, id, at, day, actor, role, kind, outcome)
                VALUES ('s1', 999, 'x', 0, 0, 'a', 'clock', 'settleDue', 'done')
                """)
            #expect(try await faults(world) == ["decision_row"])
        }
    }

    @Test func `leaves rows of other sites alone`() async throws {
        try await withBookWorld { world in
            try await day(world)
            try await world.run(
                """
                INSERT INTO decision_row (site, seq, id, at, day, actor, role, kind, outcome)
                VALUES ('s2', 1, 'x', 0, 0, 'a', 'clock', 'settleDue', 'done')
                """)
            #expect(try await faults(world) == [])
        }
    }

    @Test func `is content again once the lists were written anew`() async throws {
        try await withBookWorld { world in
            try await day(world)
            try await world.run("UPDATE visit_row SET receptionist = 'D'")
            #expect(try await faults(world) == ["visit_row"])
            try await world.journal.rebuild(ListWriter.reception, in: world.database)
            #expect(try await faults(world) == [])
        }
    }

    @Test func `goes through a journal longer than one page`() async throws {
        try await withBookWorld { world in
            let book = try await world.book()
            try await book.openDay()
            for number in 0..<1005 { try await book.ask(.settleDue, "s-\(number)") }
            #expect(try await faults(world) == [])
            try await world.run("UPDATE decision_row SET actor = 'x' WHERE seq = 1004")
            #expect(try await faults(world) == ["decision_row"])
        }
    }
}
