import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Snapshots` {
    private func day(_ world: BookWorld) async throws -> SiteBook {
        let book = try await world.book { $0.snapshotEvery = 5 }
        try await book.openDay()
        for number in 1...6 { try await book.arrive("v\(number)") }
        await book.close()
        return book
    }

    @Test(arguments: BookBackend.available)
    func `are taken on the way and at the close, and only the last few are kept`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let book = try await world.book { $0.snapshotEvery = 3 }
            try await book.openDay()
            for number in 1...9 {
                try await book.arrive("v\(number)")
                await book.snapshotTask?.value
            }
            await book.close()
            #expect(try await world.count("site_snapshot") == SnapshotShelf.kept)
            #expect(try await world.count("site_snapshot WHERE seq = 18") == 1)
            // A small site's is one part each, and none is left of what was dropped.
            #expect(try await world.count("site_snapshot_part") == SnapshotShelf.kept)
        }
    }

    @Test(arguments: BookBackend.available)
    func `open a book in the same state as the whole journal`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let book = try await day(world)
            try await book.arrive("after")
            let bySnapshot = try await world.book()
            let byJournal = try await world.book(snapshot: false)
            #expect(await bySnapshot.lastSnapshot == 15, "the snapshot was used")
            #expect(await byJournal.lastSnapshot == 0)
            let states = await [book.state, bySnapshot.state, byJournal.state]
            #expect(states.allSatisfy { $0 == states[0] })
            let heads = await [book.head, bySnapshot.head, byJournal.head]
            #expect(Set(heads).count == 1)
        }
    }

    @Test(
        arguments: [
            "UPDATE site_snapshot_part SET text = '{}'",
            "UPDATE site_snapshot_part SET text = 'f' || substr(text, 2)",
            "UPDATE site_snapshot_part SET text = 'rubbish'", "DELETE FROM site_snapshot_part",
            "INSERT INTO site_snapshot_part SELECT site, seq, 9, text FROM site_snapshot_part",
            "UPDATE site_snapshot SET hash = 'x'", "UPDATE site_snapshot SET format = format + 1",
            "UPDATE site_snapshot SET head_hash = 'x'",
            "UPDATE site_snapshot SET head_at = head_at + 1",
        ])
    func `that were changed are passed over`(_ change: String) async throws {
        try await withBookWorld { world in
            let book = try await day(world)
            try await world.run(SQL(literal: change))
            let again = try await world.book()
            #expect(await again.lastSnapshot == 0)
            #expect(await again.state == book.state)
        }
    }

    @Test func `of an end that is no longer in the journal are passed over`() async throws {
        try await withBookWorld { world in
            _ = try await day(world)
            try await world.run("DELETE FROM journal WHERE seq > 12")
            try await world.journal.rebuild(ListWriter.reception, in: world.database)
            let again = try await world.book()
            #expect(await again.seq == 12)
            #expect(try await world.journal.replay(in: world.database).0 == again.state)
        }
    }

    @Test func `give way to an older one that is good`() async throws {
        try await withBookWorld { world in
            let book = try await day(world)
            try await book.arrive("after")
            await book.takeSnapshot()
            try await world.run("UPDATE site_snapshot SET hash = 'x' WHERE seq = 16")
            #expect(await (try world.book()).lastSnapshot == 15)
        }
    }

    @Test func `are missed by nobody when they cannot be written`() async throws {
        try await withBookWorld { world in
            let book = try await world.book { $0.snapshotEvery = 1 }
            try await world.run("DROP TABLE site_snapshot")
            try await book.openDay()
            await book.close()
            #expect(await book.seq == 9)
        }
    }

    @Test func `hold every field of the state, so a new field asks for a new format`() throws {
        let fields = Mirror(reflecting: SiteState()).children.compactMap(\.label)
        let rotation = Mirror(reflecting: Rotation()).children.compactMap(\.label)
        let calls = Mirror(reflecting: CallRotation()).children.compactMap(\.label)
        #expect(SnapshotShelf.format == 8)
        #expect(
            fields == [
                "rotation", "calls", "duty", "customers", "registers", "ownership",
                "adjudication", "channels", "sales", "selection", "commission",
            ])
        #expect(
            rotation == [
                "members", "day", "isOpen", "isConfirmed", "mechanism", "order", "pointer",
                "nextHead", "makeups", "visits", "held", "arrivals", "shortSince", "shortAlerted",
            ])
        #expect(
            calls == [
                "day", "order", "shares", "pointer", "owed", "handed", "isIssued", "isConfirmed",
                "open",
            ])
    }
}
