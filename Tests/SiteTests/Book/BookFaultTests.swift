import Database
import HouseRules
import Synchronization
import Testing

@testable import Site

@Suite struct `A book in trouble` {
    @Test(
        arguments: [
            DatabaseFailure.busy("locked"), .full("disk"), .readOnly("file"), .timeout("slow"),
            .connectionLost("gone"),
        ])
    func `fails the command, keeps its state and takes the next one`(
        _ failure: DatabaseFailure
    ) async throws {
        try await withBookWorld { world in
            let tricky = TrickyDatabase(world.database)
            let book = try await world.book(on: tricky)
            try await book.openDay()
            let state = await book.state
            tricky.tricks.withLock { $0.failBefore = failure }
            await #expect(throws: failure) { try await book.arrive("v1") }
            #expect(await book.state == state)
            #expect(try await book.arrive("v1").outcome?.staff == "A")
        }
    }

    @Test func `finds its own entry when the answer to a commit was lost`() async throws {
        try await withBookWorld { world in
            let tricky = TrickyDatabase(world.database)
            let book = try await world.book(on: tricky)
            try await book.openDay()
            tricky.tricks.withLock { $0.failAfter = .connectionLost("no answer to COMMIT") }
            await #expect(throws: DatabaseFailure.self) { try await book.arrive("v1") }
            #expect(await book.seq == 9, "nothing in memory is ahead of what is known")
            let repeated = try await book.arrive("v1")
            #expect(repeated.seq == 10)
            #expect(repeated.outcome?.staff == "A")
            #expect(try await book.arrive("v2").outcome?.staff == "B")
            #expect(try await world.journal.verify(in: world.database).fault == nil)
        }
    }

    @Test(arguments: BookBackend.available)
    func `lets a bad statement alongside fail its own command only`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let gate = Gate(open: true)
            let tricky = TrickyDatabase(world.database) { await gate.pass() }
            let book = try await world.book(on: tricky)
            try await book.openDay()
            await gate.close()
            let bad: SQL =
                "INSERT INTO site (id, name, time_zone, created_at) VALUES ('x', NULL, '', 0)"
            let results = await withTaskGroup(of: (Int, Bool).self) { group in
                for number in 0..<20 {
                    group.addTask {
                        let command = Command.visits(
                            .register(Arrival(VisitID("v\(number)"), .newFirst)))
                        let record = try? await book.ask(
                            command, "d\(number)", by: BookWorld.desk,
                            alongside: number == 7 ? [bad] : [])
                        return (number, record != nil)
                    }
                }
                await gate.open()
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(results.filter { !$0.value }.map(\.key) == [7])
            #expect(try await world.count("journal") == 9 + 19)
            await #expect(throws: DatabaseFailure.notNullViolation("site.name")) {
                try await book.ask(.settleDue, "again", alongside: [bad])
            }
            #expect(try await book.ask(.settleDue, "fine").outcome == .done)
        }
    }

    @Test func `does not loop on a unique key beside the journal`() async throws {
        try await withBookWorld { world in
            let tricky = TrickyDatabase(world.database)
            let book = try await world.book(on: tricky)
            let row: SQL =
                "INSERT INTO site (id, name, time_zone, created_at) VALUES ('x', 'x', '', 0)"
            try await book.ask(.settleDue, "1", alongside: [row])
            let writes = tricky.writes
            await #expect(throws: DatabaseFailure.uniqueViolation(constraint: "site.id")) {
                try await book.ask(.settleDue, "2", alongside: [row])
            }
            #expect(tricky.writes == writes + 1)
            #expect(await book.seq == 1)
        }
    }

    @Test func `refuses more than may wait`() async throws {
        try await withBookWorld { world in
            let gate = Gate()
            let tricky = TrickyDatabase(world.database) { await gate.pass() }
            let book = try await world.book(on: tricky) { $0.waitingLimit = 3 }
            let busy = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<10 {
                    group.addTask {
                        do {
                            try await book.ask(.settleDue, "\(number)")
                            return false
                        } catch {
                            return error is SiteBusy
                        }
                    }
                }
                _ = try? await eventually { await book.waiting.count == 3 }
                try? await Task.sleep(for: .milliseconds(50))
                await gate.open()
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let written = try await world.count("journal")
            #expect(busy >= 1)
            #expect(busy + written == 10)
            #expect(try await book.ask(.settleDue, "later").seq == written + 1)
        }
    }

    @Test func `withdraws a cancelled command that still waits, and no other`() async throws {
        try await withBookWorld { world in
            let gate = Gate()
            let tricky = TrickyDatabase(world.database) { await gate.pass() }
            let book = try await world.book(on: tricky)
            let writing = Task { try await book.ask(.settleDue, "writing") }
            #expect(try await eventually { await gate.waiting == 1 })
            let waiting = Task { try await book.ask(.settleDue, "waiting") }
            #expect(try await eventually { await book.waiting.count == 1 })
            writing.cancel()
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            await gate.open()
            #expect(try await writing.value.seq == 1, "what is being written is answered")
            #expect(try await book.ask(.settleDue, "next").seq == 2)
        }
    }

    @Test func `refuses to go on when the journal does not continue what it read`() async throws {
        try await withBookWorld { world in
            let book = try await world.book()
            try await book.openDay()
            let other = try await world.book()
            try await other.arrive("v1")
            try await world.run("UPDATE journal SET previous_hash = 'x' WHERE seq = 10")
            await #expect(throws: JournalBroken(seq: 10)) { try await book.refresh() }
            await #expect(throws: JournalBroken(seq: 10)) { try await book.arrive("v2") }
            #expect(await book.seq == 9)
        }
    }
}
