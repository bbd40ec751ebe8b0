import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The book of a site` {
    @Test(arguments: BookBackend.available)
    func `gives visitors to consultants in turn and remembers after a restart`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let book = try await world.book()
            try await book.openDay()
            let first = try await book.arrive("v1")
            let second = try await book.arrive("v2")
            #expect(first.outcome == .receptionist("A", .counted))
            #expect(second.outcome == .receptionist("B", .counted))
            #expect(first.seq == 10 && second.seq == 11)
            let again = try await world.book()
            let states = await (book.state, again.state)
            #expect(states.0 == states.1)
            #expect(await again.seq == 11)
        }
    }

    @Test func `records refusals like every other decision`() async throws {
        try await withBookWorld { world in
            let book = try await world.book()
            let refused = try await book.ask(.visits(.log("nobody")), "x")
            #expect(refused.outcome == nil)
            #expect(refused.refusal != nil)
            let stored = try await world.database.read { [journal = world.journal] in
                try journal.entry(id: "x", in: $0)
            }
            #expect(stored == refused)
            #expect(try await world.count("decision_row WHERE outcome = 'refused'") == 1)
        }
    }

    @Test func `answers the same id with the first record, also after a restart`() async throws {
        try await withBookWorld { world in
            let book = try await world.book()
            try await book.openDay()
            let first = try await book.arrive("v1", id: "click")
            #expect(try await book.arrive("v1", id: "click") == first)
            let restarted = try await world.book()
            #expect(try await restarted.arrive("v1", id: "click") == first)
            #expect(try await world.count("journal") == 10)
        }
    }

    @Test func `refuses an id that was used for something else`() async throws {
        try await withBookWorld { world in
            let book = try await world.book()
            try await book.openDay()
            try await book.arrive("v1", id: "click")
            await #expect(throws: DecisionIDReused(id: "click")) {
                try await book.arrive("v2", id: "click")
            }
            await #expect(throws: DecisionIDReused(id: "click")) {
                try await book.ask(
                    .visits(.register(Arrival("v1", .newFirst))), "click", by: BookWorld.manager)
            }
            #expect(try await world.count("journal") == 10)
        }
    }

    @Test func `gives two clicks at once one decision`() async throws {
        try await withBookWorld { world in
            let book = try await world.book()
            try await book.openDay()
            async let one = book.arrive("v1", id: "click")
            async let two = book.arrive("v1", id: "click")
            async let three = book.arrive("v1", id: "click")
            let records = try await [one, two, three]
            #expect(Set(records).count == 1)
            #expect(try await world.count("journal") == 10)
        }
    }

    @Test func `writes what waits in one transaction`() async throws {
        try await withBookWorld { world in
            let gate = Gate(open: true)
            let tricky = TrickyDatabase(world.database) { await gate.pass() }
            let book = try await world.book(on: tricky) { $0.snapshotEvery = .max }
            try await book.openDay()
            await gate.close()
            let before = tricky.writes
            let answers = try await withThrowingTaskGroup(of: DecisionRecord.self) { group in
                group.addTask { try await book.arrive("v0") }
                #expect(try await eventually { await gate.waiting == 1 })
                for number in 1..<100 { group.addTask { try await book.arrive("v\(number)") } }
                #expect(try await eventually { await book.waiting.count == 99 })
                await gate.open()
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count == 100)
            #expect(Set(answers.map(\.seq)) == Set(10..<110))
            #expect(tricky.writes == before + 2, "one for the first, one for the rest")
            let receiving = answers.filter { $0.outcome?.code == "assigned" }
            #expect(Set(receiving.compactMap { $0.outcome?.staff }).count == 4)
            #expect(receiving.count == 4, "each was decided on the state after the one before")
        }
    }

    @Test func `sees what another book wrote before it decides`() async throws {
        try await withBookWorld { world in
            let one = try await world.book()
            let two = try await world.book()
            try await one.openDay()
            let first = try await two.arrive("v1")
            let second = try await one.arrive("v2")
            #expect(first.outcome?.staff == "A")
            #expect(second.outcome?.staff == "B")
            #expect(try await two.arrive("v2", id: "d-v2") == second)
            try await two.refresh()
            let states = await (one.state, two.state)
            #expect(states.0 == states.1)
        }
    }

    @Test func `follows another book and tells subscribers`() async throws {
        try await withBookWorld { world in
            let one = try await world.book()
            let two = try await world.book()
            await two.follow(every: .milliseconds(5))
            var updates = await two.subscribe().makeAsyncIterator()
            try await one.openDay()
            var seen = 0
            while let seq = await updates.next() {
                #expect(seq > seen, "numbers only grow")
                seen = seq
                if seq == 9 { break }
            }
            #expect(seen == 9)
            #expect(await two.state == one.state)
            await two.close()
            #expect(await updates.next() == nil, "closing ends the subscription")
        }
    }

    @Test func `never lets moments go backwards`() async throws {
        try await withBookWorld { world in
            let book = try await world.book()
            try await book.openDay()
            let before = try await book.arrive("v1")
            world.clock.advance(by: .seconds(-3600))
            let after = try await book.arrive("v2")
            #expect(after.at == before.at)
            world.clock.advance(by: .seconds(3601))
            #expect(try await book.arrive("v3").at == before.at.adding(seconds: 1))
        }
    }

    @Test func `settles what is due by the clock, and only then`() async throws {
        try await withBookWorld { world in
            let book = try await world.book()
            try await book.ask(.roster(.enroll("A")), "e")
            try await book.ask(.presence(.clockIn("A")), "i")
            try await book.settleWhatIsDue()
            #expect(await book.seq == 2)
            world.clock.advance(by: .seconds(3600))
            try await book.settleWhatIsDue()
            #expect(await book.seq == 3)
            #expect(await book.state.rotation.isOpen)
            try await book.settleWhatIsDue()
            #expect(await book.seq == 3)
            let entry = try await world.database.read { [journal = world.journal] in
                try journal.entry(seq: 3, in: $0)
            }
            #expect(entry?.actor == .clock)
        }
    }
}
