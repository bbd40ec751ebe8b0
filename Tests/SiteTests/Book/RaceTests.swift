import Database
import HouseRules
import Testing

@testable import Site

/// Two server processes on one database.
@Suite struct `Two books on one journal` {
    private let first = Command.visits(.register(Arrival("other", .newFirst)))
    private let visitor = Command.visits(.register(Arrival("visitor", .newFirst)))

    /// Both books decide before either writes: one takes another group first, then both are asked
    /// for the same visitor.
    private func collide(_ world: BookWorld, lists: [ListWriter]) async throws {
        let start = try await world.book { $0.lists = lists }
        try await start.openDay()
        let gate = Gate()
        var books: [SiteBook] = []
        var databases: [any Database] = []
        for _ in 0...1 {
            let database = try await openDatabase(world.location)
            let paused = TrickyDatabase(database) { await gate.pass() }
            databases.append(database)
            books.append(try await world.book(on: paused) { $0.lists = lists })
        }
        let (one, two) = (books[0], books[1])
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [first, visitor] in
                async let before = one.ask(first, "one-first", by: BookWorld.desk)
                _ = try? await eventually { await gate.waiting == 1 }
                async let same = one.ask(visitor, "one", by: BookWorld.desk)
                _ = try? await (before, same)
            }
            group.addTask { [visitor] in
                _ = try? await two.ask(visitor, "two", by: BookWorld.desk)
            }
            _ = try? await eventually { await gate.waiting == 2 }
            _ = try? await eventually { await one.waiting.count == 1 }
            await gate.open()
        }
        for database in databases { try await database.close() }
    }

    private func receptionists(_ world: BookWorld) async throws -> [StaffID] {
        let rows = try await world.database.read { transaction in
            try transaction.rows(
                "SELECT events FROM journal WHERE site = \(BookWorld.site) ORDER BY seq"
            ).map { try $0.text("events") }
        }
        return try rows.flatMap { try JournalText.decode([SiteEvent].self, $0) }.compactMap {
            guard case .reception(.visitAssigned(let fact)) = $0, fact.visit == "visitor"
            else { return nil }
            return fact.staff
        }
    }

    @Test(arguments: BookBackend.available)
    func `without the key of the journal give one visitor two receptionists`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            try await world.run("ALTER TABLE journal RENAME TO keyed_journal")
            try await world.run("CREATE TABLE journal AS SELECT * FROM keyed_journal")
            try await collide(world, lists: [])
            let twice = try await world.count(
                "(SELECT seq FROM journal GROUP BY site, seq HAVING count(*) > 1) AS twice")
            #expect(twice > 0, "the canary: two entries have one number")
            #expect(try await Set(receptionists(world)).count == 2, "the canary: two receptionists")
        }
    }

    @Test(arguments: BookBackend.available)
    func `with the key give one visitor one receptionist`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            try await collide(world, lists: ListWriter.reception)
            #expect(try await receptionists(world).count == 1)
            #expect(try await world.count("journal") == 12)
            #expect(try await world.count("decision_row WHERE refusal = 'ALREADY_REGISTERED'") == 1)
            #expect(try await world.journal.verify(in: world.database).fault == nil)
        }
    }

    @Test(arguments: BookBackend.available)
    func `under 64 callers never give one visitor two receptionists`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            try await world.book().openDay()
            let databases = [
                try await openDatabase(world.location), try await openDatabase(world.location),
            ]
            var books: [SiteBook] = []
            for database in databases {
                let book = try await world.book(on: database)
                await book.follow(every: .milliseconds(20))
                books.append(book)
            }
            let entries = try await withThrowingTaskGroup(of: [DecisionRecord].self) { group in
                for caller in 0..<64 {
                    let book = books[caller % 2]
                    group.addTask { try await Self.call(book, caller) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try await check(world, books, entries)
            for book in books { await book.close() }
            for database in databases { try await database.close() }
        }
    }

    /// Each pair of callers, one at either book, enters the same visitors and sends them off again.
    /// Whoever enters a visitor that was sent off already meets the key of the list of visits.
    private static func call(_ book: SiteBook, _ caller: Int) async throws -> [DecisionRecord] {
        var records: [DecisionRecord] = []
        for round in 0..<4 {
            let visit = VisitID("v\(caller / 2)-\(round)")
            do {
                records.append(
                    try await book.ask(
                        .visits(.register(Arrival(visit, .newFirst))), "r\(caller)-\(round)",
                        by: BookWorld.desk))
            } catch DatabaseFailure.uniqueViolation(let key) where key.hasPrefix("visit_row.") {
            }
            records.append(
                try await book.ask(
                    .visits(.finish(visit, logged: true)), "f\(caller)-\(round)"))
        }
        return records
    }

    private func check(
        _ world: BookWorld, _ books: [SiteBook], _ answered: [DecisionRecord]
    ) async throws {
        for book in books { try await book.refresh() }
        let entries = try await world.database.read { [journal = world.journal] in
            try journal.tail(after: 9, limit: .max, in: $0)
        }
        #expect(Set(answered) == Set(entries), "every answer stands in the journal")
        #expect(entries.count > 64 * 4)
        var receptionists: [VisitID: [StaffID]] = [:]
        for case .reception(.visitAssigned(let fact)) in entries.flatMap(\.events) {
            receptionists[fact.visit, default: []].append(fact.staff)
        }
        #expect(receptionists.count > 32)
        #expect(receptionists.values.allSatisfy { $0.count == 1 })
        let (replayed, head) = try await world.journal.replay(in: world.database)
        for book in books {
            #expect(await book.state == replayed)
            #expect(await book.head == head)
        }
        let lists = try await world.lists()
        try await world.journal.rebuild(ListWriter.reception, in: world.database)
        #expect(try await world.lists() == lists)
        #expect(try await world.journal.verify(in: world.database, expecting: head).fault == nil)
    }
}
