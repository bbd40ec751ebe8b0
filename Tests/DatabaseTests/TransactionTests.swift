import Database
import Foundation
import Synchronization
import Testing

/// What a transaction promises, on both databases.
@Suite struct TransactionTests {
    private static let tables = """
        CREATE TABLE owner (id BIGINT PRIMARY KEY);
        CREATE TABLE thing (
            site TEXT NOT NULL,
            seq BIGINT NOT NULL,
            owner BIGINT REFERENCES owner (id),
            n BIGINT NOT NULL CONSTRAINT n_is_small CHECK (n < 100),
            PRIMARY KEY (site, seq)
        );
        CREATE UNIQUE INDEX thing_lower ON thing (lower(site), n) WHERE n > 50;
        """

    private func withTables(
        _ backend: Backend, _ body: (any Database) async throws -> Void
    ) async throws {
        try await withDatabase(backend) { database in
            try await database.write { transaction in
                try transaction.script(Self.tables)
                try transaction.execute("INSERT INTO owner VALUES (1)")
                try transaction.execute("INSERT INTO thing VALUES ('s', 1, 1, 60)")
            }
            try await body(database)
        }
    }

    private func expectCount(
        _ expected: Int64, in database: any Database, at place: SourceLocation = #_sourceLocation
    ) async throws {
        let row = try await database.read { try $0.row("SELECT count(*) FROM thing") }
        #expect(try row?.int(0) == expected, sourceLocation: place)
    }

    @Test(arguments: Backend.available)
    func `a broken constraint is told alike`(backend: Backend) async throws {
        let cases: [(SQL, DatabaseFailure)] = [
            (
                "INSERT INTO thing VALUES (\("s"), \(1), NULL, 1)",
                .uniqueViolation(constraint: "thing.site, thing.seq")
            ),
            (
                "INSERT INTO thing VALUES ('S', 2, NULL, 60)",
                .uniqueViolation(constraint: "index 'thing_lower'")
            ),
            ("INSERT INTO thing VALUES ('s', 3, NULL, 100)", .checkViolation("n_is_small")),
            (
                "INSERT INTO thing (site, seq, n) VALUES ('s', NULL, 1)",
                .notNullViolation("thing.seq")
            ),
        ]
        try await withTables(backend) { database in
            for (sql, expected) in cases {
                await #expect(throws: expected) { try await database.write { try $0.execute(sql) } }
            }
            let missing = await failure {
                try await database.write {
                    try $0.execute("INSERT INTO thing VALUES ('s', 4, 9, 1)")
                }
            }
            guard case .foreignKeyViolation = missing else {
                Issue.record("\(String(describing: missing))")
                return
            }
            try await expectCount(1, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `a wrong statement is a failure that names the mistake`(backend: Backend) async throws {
        try await withTables(backend) { database in
            for sql in ["SELEC 1", "SELECT nothing FROM thing", "SELECT * FROM nowhere"] as [SQL] {
                let failure = await failure { _ = try await database.read { try $0.rows(sql) } }
                guard case .statement = failure else {
                    Issue.record("\(sql.text): \(String(describing: failure))")
                    continue
                }
            }
            let unbound = await failure {
                _ = try await database.read {
                    try $0.rows(SQL(literal: "SELECT * FROM thing WHERE n = ? OR n = $1"))
                }
            }
            guard case .statement = unbound else {
                Issue.record("\(String(describing: unbound))")
                return
            }
        }
    }

    @Test(arguments: Backend.available)
    func `execute tells how many rows were changed`(backend: Backend) async throws {
        try await withTables(backend) { database in
            try await database.write { transaction in
                #expect(try transaction.execute("INSERT INTO owner VALUES (2), (3), (4)") == 3)
                #expect(try transaction.execute("UPDATE owner SET id = id WHERE id > \(2)") == 2)
                #expect(try transaction.execute("UPDATE owner SET id = id WHERE id > 99") == 0)
                #expect(try transaction.execute("SELECT * FROM owner") == 0)
                #expect(try transaction.execute("CREATE TABLE other (id BIGINT)") == 0)
                #expect(try transaction.execute("DELETE FROM owner WHERE id = 4") == 1)
                #expect(
                    try transaction.execute(
                        "INSERT INTO owner VALUES (2) ON CONFLICT (id) DO NOTHING") == 0)
                let ids = try transaction.rows("INSERT INTO owner VALUES (8), (9) RETURNING id")
                #expect(try ids.map { try $0.int("id") } == [8, 9])
            }
        }
    }

    private struct Refused: Error {}

    @Test(arguments: Backend.available)
    func `what the closure throws comes out and undoes everything`(backend: Backend) async throws {
        try await withTables(backend) { database in
            await #expect(throws: Refused.self) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO thing VALUES ('s', 2, 1, 1)")
                    throw Refused()
                }
            }
            try await expectCount(1, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `after a failure nothing more runs and nothing is committed`(backend: Backend) async throws
    {
        try await withTables(backend) { database in
            let first = DatabaseFailure.uniqueViolation(constraint: "thing.site, thing.seq")
            await #expect(throws: first) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO thing VALUES ('s', 2, 1, 1)")
                    _ = try? transaction.execute("INSERT INTO thing VALUES ('s', 1, 1, 1)")
                    #expect(throws: first) {
                        try transaction.execute("INSERT INTO thing VALUES ('s', 3, 1, 1)")
                    }
                }
            }
            try await expectCount(1, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `a batch is all or nothing and names its first failure`(backend: Backend) async throws {
        try await withTables(backend) { database in
            @Sendable func batch(_ numbers: [Int]) -> [SQL] {
                numbers.map { "INSERT INTO thing (site, seq, n) VALUES (\("s"), \($0), \(1))" }
            }
            try await database.write { try $0.execute(batch: batch(Array(2...1_700))) }
            try await expectCount(1_700, in: database)
            await #expect(
                throws: DatabaseFailure.uniqueViolation(constraint: "thing.site, thing.seq")
            ) {
                try await database.write {
                    try $0.execute(batch: batch(Array(2_000...2_600) + [7] + Array(3_000...3_900)))
                }
            }
            try await expectCount(1_700, in: database)
            try await database.write { transaction in
                try transaction.execute(batch: [])
                try transaction.execute(batch: batch([5_000]))
                #expect(try transaction.row("SELECT max(seq) FROM thing")?.int(0) == 5_000)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a read may not write`(backend: Backend) async throws {
        try await withTables(backend) { database in
            let failure = await failure {
                try await database.read { try $0.execute("DELETE FROM thing") }
            }
            guard case .readOnly = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            try await expectCount(1, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `a read sees one state while others write`(backend: Backend) async throws {
        try await withTables(backend) { database in
            let hasBegun = DispatchSemaphore(value: 0)
            let isWritten = DispatchSemaphore(value: 0)
            async let counts = database.read { transaction in
                let before = try transaction.row("SELECT count(*) FROM thing")?.int(0)
                hasBegun.signal()
                isWritten.wait()
                return [before, try transaction.row("SELECT count(*) FROM thing")?.int(0)]
            }
            await wait(hasBegun)
            try await database.write { try $0.execute("INSERT INTO thing VALUES ('s', 2, 1, 1)") }
            isWritten.signal()
            #expect(try await counts == [1, 1])
            try await expectCount(2, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `concurrent writes on two handles lose nothing`(backend: Backend) async throws {
        try await withPlace(backend) { place in
            let handles = [try await place.open(), try await place.open()]
            try await handles[0].write { transaction in
                try transaction.script("CREATE TABLE counter (id BIGINT PRIMARY KEY, n BIGINT)")
                try transaction.execute("INSERT INTO counter VALUES (1, 0)")
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<200 {
                    group.addTask {
                        _ = try await handles[index % 2].write {
                            try $0.execute("UPDATE counter SET n = n + 1 WHERE id = 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let total = try await handles[1].read { try $0.row("SELECT n FROM counter")?.int(0) }
            #expect(total == 200)
            for handle in handles { try await handle.close() }
        }
    }

    @Test(arguments: Backend.available)
    func `cancelling the task stops the statement and undoes the transaction`(
        backend: Backend
    ) async throws {
        try await withTables(backend) { database in
            let hasBegun = DispatchSemaphore(value: 0)
            let task = Task {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO thing VALUES ('s', 2, 1, 1)")
                    hasBegun.signal()
                    _ = try transaction.rows(backend.slowQuery)
                }
            }
            await wait(hasBegun)
            let start = ContinuousClock.now
            task.cancel()
            await #expect(throws: DatabaseFailure.cancelled) { try await task.value }
            #expect(ContinuousClock.now - start < .seconds(5))
            try await expectCount(1, in: database)
            try await database.write { try $0.execute("INSERT INTO thing VALUES ('s', 2, 1, 1)") }
        }
    }

    @Test(arguments: Backend.available)
    func `a cancelled task does not begin`(backend: Backend) async throws {
        try await withTables(backend) { database in
            let hasRun = Mutex(false)
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await database.write { _ in hasRun.withLock { $0 = true } }
            }
            await #expect(throws: DatabaseFailure.cancelled) { try await task.value }
            #expect(hasRun.withLock { !$0 })
        }
    }

    @Test(arguments: Backend.available)
    func `a closure may not end its transaction itself`(backend: Backend) async throws {
        try await withTables(backend) { database in
            await #expect(
                throws: DatabaseFailure.statement("the closure ended its transaction itself")
            ) {
                try await database.write { try $0.script("COMMIT") }
            }
            try await expectCount(1, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `a transaction kept after its closure refuses`(backend: Backend) async throws {
        final class Keeper: @unchecked Sendable { var kept: (any Transaction)? }
        try await withTables(backend) { database in
            let keeper = Keeper()
            try await database.read { keeper.kept = $0 }
            let kept = try #require(keeper.kept)
            #expect(throws: DatabaseFailure.self) { try kept.rows("SELECT 1 AS one") }
        }
    }

    @Test(arguments: Backend.available)
    func `a closed database refuses and may be closed twice`(backend: Backend) async throws {
        try await withPlace(backend) { place in
            let database = try await place.open()
            try await database.close()
            try await database.close()
            let failure = await failure { _ = try await database.read { try $0.rows("SELECT 1") } }
            guard case .connectionLost = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a prepared statement survives a change of its table`(backend: Backend) async throws {
        try await withPlace(backend) { place in
            let (database, other) = (try await place.open(), try await place.open())
            let columns = { @Sendable (transaction: any Transaction) in
                try transaction.row("SELECT * FROM owner")?.columns ?? []
            }
            try await database.write { try $0.script(Self.tables + "INSERT INTO owner VALUES (1)") }
            let changes: [(String, [String])] = [
                ("ALTER TABLE owner ADD COLUMN name TEXT", ["id", "name"]),
                ("ALTER TABLE owner RENAME COLUMN name TO title", ["id", "title"]),
            ]
            for (change, expected) in changes {
                for _ in 0..<3 {
                    _ = try await database.read(columns)
                    try await database.write(columns)
                }
                try await other.write { try $0.script(change) }
                for _ in 0..<3 {
                    let (read, written) = (
                        try await database.read(columns), try await database.write(columns)
                    )
                    #expect(read == expected)
                    #expect(written == expected)
                }
            }
            try await database.close()
            try await other.close()
        }
    }

    @Test(arguments: Backend.available)
    func `the same text takes NULL and values in any order`(backend: Backend) async throws {
        try await withTables(backend) { database in
            let owners: [Int?] = [nil, 1, nil, 1, 1, nil]
            for (index, owner) in owners.enumerated() {
                try await database.write {
                    try $0.execute("INSERT INTO thing VALUES ('x', \(index), \(owner), \(index))")
                }
            }
            let rows = try await database.read {
                try $0.rows("SELECT owner FROM thing WHERE site = 'x' ORDER BY seq")
            }
            #expect(try rows.map { try $0.optionalInt(0) } == owners.map { $0.map(Int64.init) })
        }
    }
}

/// Waits off the threads that tasks share.
func wait(_ semaphore: DispatchSemaphore) async {
    await withCheckedContinuation { continuation in
        DispatchQueue(label: "wait").async {
            semaphore.wait()
            continuation.resume()
        }
    }
}
