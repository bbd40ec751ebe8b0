import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Lists of the registers` {
    /// A first call with blanks whose text is late, a promise, a message and an inspection.
    private func day(_ world: BookWorld) async throws {
        let book = try await world.book { setting in
            setting.readPolicy = { _ in
                var policy = Policy()
                policy.registers.textMinutes = 5
                return policy
            }
        }
        try await book.openDay()
        try await book.ask(.calls(.arrive("c1", wanted: nil)), "c1")
        try await book.ask(.calls(.end("c1")), "end")
        let entry = CallEntry("c1", filled: [.name], isFirst: true)
        try await book.ask(.registers(.enterCall(entry)), "entry")
        let due = BookWorld.morning.adding(seconds: 3600)
        try await book.ask(
            .registers(.promise("p1", "A", department: "x", due: due)), "promise")
        try await book.ask(.registers(.leaveMessage("m1", for: "B")), "message")
        let results = [ItemResult("posture", .fail, fact: "f"), ItemResult("no_screen", .pass)]
        try await book.ask(
            .registers(.inspect(Inspection("i1", .station, of: "C", results))), "inspect")
        world.clock.advance(by: .seconds(600))
        try await book.ask(.registers(.sendText("c1", with: TextElement.allCases)), "text")
        try await book.ask(.registers(.answerPromise("p1")), "answer")
        world.clock.advance(by: .seconds(86_400))
        try await book.ask(.settleDue, "due", by: .clock)
    }

    private func texts(_ world: BookWorld, _ sql: SQL) async throws -> [[SQLValue]] {
        try await world.database.read { try $0.rows(sql).map(\.values) }
    }

    @Test(arguments: BookBackend.available)
    func `tell what came of each entry`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            try await day(world)
            let sent = try await texts(world, "SELECT status FROM text_row")
            #expect(sent == [[.text("sent")]])
            let slips = try await texts(world, "SELECT kind, status FROM slip_row ORDER BY kind")
            #expect(
                slips == [
                    [.text("inspection"), .text("overdue")], [.text("message"), .text("overdue")],
                    [.text("promise"), .text("done")],
                ])
            let entries = try await texts(world, "SELECT kind, status FROM entry_row")
            #expect(entries == [[.text("call"), .text("void")]])
            let fen = try await texts(world, "SELECT fen FROM penalty_row")
            #expect(fen == Array(repeating: [.integer(5000)], count: 6))
        }
    }

    @Test(arguments: BookBackend.available)
    func `are the same when they are written anew`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            try await day(world)
            let before = try await world.lists()
            try await world.run("DELETE FROM slip_row")
            try await world.run("UPDATE text_row SET status = 'sent'")
            try await world.journal.rebuild(ListWriter.reception, in: world.database, page: 2)
            #expect(try await world.lists() == before)
            #expect(
                try await ListCheck(database: world.database, journal: world.journal).faults()
                    == [])
        }
    }
}
