import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The chain of a journal` {
    private func withDay(
        _ backend: BookBackend, _ body: (BookWorld, JournalHead) async throws -> Void
    ) async throws {
        try await withBookWorld(backend) { world in
            let book = try await world.book()
            try await book.openDay()
            for number in 1...6 { try await book.arrive("v\(number)") }
            try await body(world, await book.head)
        }
    }

    @Test(arguments: BookBackend.available)
    func `holds for what the book wrote`(_ backend: BookBackend) async throws {
        try await withDay(backend) { world, head in
            let report = try await world.journal.verify(
                in: world.database, expecting: head, page: 4)
            #expect(report == ChainReport(checked: 15, head: head, fault: nil))
        }
    }

    @Test func `holds for an empty journal`() async throws {
        try await withBookWorld { world in
            let report = try await world.journal.verify(in: world.database)
            #expect(report == ChainReport(checked: 0, head: nil, fault: nil))
        }
    }

    @Test(
        arguments: [
            "id = 'other'", "at = at + 1", "actor = 'other'", "role = 'auditor'",
            "policy_revision = 9", "command = command || ' '", "outcome = NULL",
            "reasons = '[]'", "events = '[]'", "hash = 'x'",
        ])
    func `shows that a column was changed`(_ change: String) async throws {
        try await withDay(.sqlite) { world, _ in
            for seq in [1, 12, 15] {
                let before = try await stored(seq, in: world)
                try await world.run(
                    "UPDATE journal SET \(sql: SQL(literal: change)) WHERE seq = \(seq)")
                let report = try await world.journal.verify(in: world.database)
                #expect(report.fault == .contentChanged(seq: seq))
                #expect(report.checked == seq - 1)
                try await restore(before, in: world)
            }
            #expect(try await world.journal.verify(in: world.database).fault == nil)
        }
    }

    @Test func `shows that a link was changed`() async throws {
        try await withDay(.sqlite) { world, _ in
            for seq in [1, 8] {
                let before = try await stored(seq, in: world)
                try await world.run("UPDATE journal SET previous_hash = 'x' WHERE seq = \(seq)")
                let report = try await world.journal.verify(in: world.database)
                #expect(report.fault == .linkBroken(seq: seq))
                try await restore(before, in: world)
            }
        }
    }

    @Test func `shows that an entry is missing`() async throws {
        try await withDay(.sqlite) { world, _ in
            try await world.run("DELETE FROM journal WHERE seq = 7")
            #expect(
                try await world.journal.verify(in: world.database).fault
                    == .gap(expected: 7, found: 8))
            try await world.run("UPDATE journal SET seq = seq - 1 WHERE seq > 7")
            #expect(
                try await world.journal.verify(in: world.database).fault == .linkBroken(seq: 7))
        }
    }

    @Test func `shows that two entries were exchanged`() async throws {
        try await withDay(.sqlite) { world, _ in
            for (from, to) in [(5, 100), (6, 5), (100, 6)] {
                try await world.run("UPDATE journal SET seq = \(to) WHERE seq = \(from)")
            }
            #expect(
                try await world.journal.verify(in: world.database).fault == .linkBroken(seq: 5))
        }
    }

    @Test func `shows a tail that was cut, given a noted end`() async throws {
        try await withDay(.sqlite) { world, head in
            try await world.run("DELETE FROM journal WHERE seq > 13")
            #expect(try await world.journal.verify(in: world.database).fault == nil)
            #expect(
                try await world.journal.verify(in: world.database, expecting: head).fault
                    == .tailCut(expected: 15, found: 13))
            try await world.journal.rebuild(ListWriter.reception, in: world.database)
            let book = try await world.book()
            try await book.ask(.settleDue, "forged-1")
            try await book.ask(.settleDue, "forged-2")
            #expect(
                try await world.journal.verify(in: world.database, expecting: head).fault
                    == .headDiffers(seq: 15))
        }
    }

    @Test func `tells a wrong key from a changed entry`() async throws {
        try await withDay(.sqlite) { world, _ in
            let other = Journal(site: BookWorld.site, key: HMACKey(Array(repeating: 8, count: 32)))
            let report = try await other.verify(in: world.database)
            #expect(report.fault == .wrongKey)
        }
    }

    @Test func `cannot be continued from another site`() {
        let key = HMACKey(Array(repeating: 7, count: 32))
        #expect(Chain(key: key, site: "a").genesis != Chain(key: key, site: "b").genesis)
    }

    private func stored(_ seq: Int, in world: BookWorld) async throws -> StoredEntry {
        let entries = try await world.database.read { [journal = world.journal] in
            try journal.stored(after: seq - 1, limit: 1, in: $0)
        }
        return try #require(entries.first)
    }

    private func restore(_ entry: StoredEntry, in world: BookWorld) async throws {
        try await world.run("DELETE FROM journal WHERE seq = \(entry.seq)")
        try await world.run(entry.insertion(site: BookWorld.site))
    }
}
