import Database
import Foundation
import Synchronization
import Testing

/// What can happen between a program and a server.
@Suite(.needsPostgres) struct PostgresTests {
    private static let table = "CREATE TABLE t (id BIGINT PRIMARY KEY, n BIGINT)"

    private func with(
        poolSize: Int = 4, statementTimeout: Duration = .seconds(30),
        acquireTimeout: Duration = .seconds(10),
        _ body: (PostgresDatabase, Place) async throws -> Void
    ) async throws {
        try await withPlace(.postgres) { place in
            let database = try await place.openPostgres(
                poolSize: poolSize, statementTimeout: statementTimeout,
                acquireTimeout: acquireTimeout)
            try await database.write { try $0.script(Self.table) }
            try await body(database, place)
            try await database.close()
        }
    }

    private func count(_ database: PostgresDatabase) async throws -> Int64? {
        try await database.read { try $0.row("SELECT count(*) FROM t")?.int(0) }
    }

    @Test func `when all connections stay in use the next caller is told busy`() async throws {
        try await with(poolSize: 2, acquireTimeout: .milliseconds(200)) { database, _ in
            let (isHeld, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let holders = (0..<2).map { _ in
                Task {
                    try await database.read { _ in
                        isHeld.signal()
                        mayEnd.wait()
                    }
                }
            }
            for _ in holders { await wait(isHeld) }
            let waiting = (0..<5).map { _ in Task { await failure { try await count(database) } } }
            for task in waiting {
                let failure = await task.value
                #expect(failure?.description.contains("all 2 connections stayed in use") == true)
            }
            let cancelled = Task { await failure { try await count(database) } }
            cancelled.cancel()
            #expect(await cancelled.value == .cancelled)
            for _ in holders { mayEnd.signal() }
            for holder in holders { try await holder.value }
            let total = try await count(database)
            #expect(total == 0)
        }
    }

    @Test func `more callers than connections take turns`() async throws {
        try await with { _, place in
            let name = "turns-\(UUID().uuidString)"
            let database = try await PostgresDatabase(
                url: place.location + "&application_name=" + name, poolSize: 3)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for id in 0..<300 {
                    group.addTask {
                        _ = try await database.write {
                            try $0.execute("INSERT INTO t VALUES (\(id), 0)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let total = try await count(database)
            #expect(total == 300)
            let open = try await database.read {
                try $0.rows("SELECT pid FROM pg_stat_activity WHERE application_name = \(name)")
            }
            #expect((2...3).contains(open.count))
            try await database.close()
        }
    }

    @Test func `a statement that runs too long is stopped and undone`() async throws {
        try await with(statementTimeout: .milliseconds(300)) { database, _ in
            let start = ContinuousClock.now
            let failure = await failure {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO t VALUES (1, 1)")
                    return try transaction.rows("SELECT pg_sleep(20)")
                }
            }
            #expect(failure == .timeout("canceling statement due to statement timeout"))
            #expect(ContinuousClock.now - start < .seconds(5))
            let total = try await count(database)
            #expect(total == 0)
        }
    }

    @Test func `a connection ended while idle is replaced without a word`() async throws {
        try await with(poolSize: 1) { database, place in
            let killer = try await place.openPostgres(poolSize: 1)
            for _ in 0..<3 {
                let server = try await database.read {
                    try $0.row("SELECT pg_backend_pid() AS pid")?.int(0)
                }
                try await end(try #require(server), from: killer)
                let total = try await count(database)
                #expect(total == 0)
            }
            try await killer.close()
        }
    }

    @Test func `a connection ended in a transaction is told and nothing is half written`()
        async throws
    {
        try await with(poolSize: 1) { database, place in
            let killer = try await place.openPostgres(poolSize: 1)
            let (isBegun, isEnded) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let server = Mutex<Int64?>(nil)
            let task = Task {
                await failure {
                    try await database.write { transaction in
                        try transaction.execute("INSERT INTO t VALUES (1, 1)")
                        let pid = try transaction.row("SELECT pg_backend_pid() AS pid")?.int(0)
                        server.withLock { $0 = pid }
                        isBegun.signal()
                        isEnded.wait()
                        try transaction.execute("INSERT INTO t VALUES (2, 2)")
                    }
                }
            }
            await wait(isBegun)
            try await end(try #require(server.withLock { $0 }), from: killer)
            isEnded.signal()
            let told = await task.value
            guard case .connectionLost = told else {
                Issue.record("\(String(describing: told))")
                return
            }
            let total = try await count(database)
            #expect(total == 0)
            try await killer.close()
        }
    }

    @Test func `a lost answer to COMMIT is told as such and nothing is repeated`() async throws {
        try await with { database, _ in
            try await database.write {
                try $0.script(
                    """
                    CREATE FUNCTION hang_up() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION hang_up();
                    """)
            }
            let runs = Counter()
            let failure = await failure {
                try await database.write { transaction in
                    _ = runs.next()
                    try transaction.execute("INSERT INTO t VALUES (1, 1)")
                }
            }
            #expect(failure?.description.contains("the answer to COMMIT was lost") == true)
            #expect(runs.value == 1)
            let total = try await count(database)
            #expect(total == 0)
        }
    }

    @Test func `a transaction whose commit fails is told and undone`() async throws {
        try await with { database, _ in
            try await database.write {
                try $0.script(
                    """
                    CREATE TABLE child (t BIGINT CONSTRAINT child_t REFERENCES t (id)
                        DEFERRABLE INITIALLY DEFERRED)
                    """)
            }
            await #expect(throws: DatabaseFailure.foreignKeyViolation("child_t")) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO t VALUES (1, 1)")
                    try transaction.execute("INSERT INTO child VALUES (99)")
                }
            }
            let total = try await count(database)
            #expect(total == 0)
        }
    }

    @Test func `a conflict of snapshots (40001) is run again until it goes through`() async throws {
        try await with { database, _ in
            try await database.write { try $0.execute("INSERT INTO t VALUES (1, 0)") }
            let runs = Counter()
            let bothHaveRead = Meeting(of: 2)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        try await database.write { transaction in
                            let run = runs.next()
                            try transaction.script(
                                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                            let n =
                                try transaction.row("SELECT n FROM t WHERE id = 1")?.int("n") ?? -9
                            if run <= 2 { bothHaveRead.arrive() }
                            try transaction.execute("UPDATE t SET n = \(n + 1) WHERE id = 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let n = try await database.read { try $0.row("SELECT n FROM t")?.int(0) }
            #expect(n == 2)
            #expect(runs.value == 3)
        }
    }

    @Test func `a deadlock (40P01) is run again until it goes through`() async throws {
        try await with { database, _ in
            try await database.write { try $0.execute("INSERT INTO t VALUES (1, 0), (2, 0)") }
            let runs = Counter()
            let bothHoldOne = Meeting(of: 2)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (first, second) in [(1, 2), (2, 1)] {
                    group.addTask {
                        try await database.write { transaction in
                            let run = runs.next()
                            try transaction.execute("UPDATE t SET n = n + 1 WHERE id = \(first)")
                            if run <= 2 { bothHoldOne.arrive() }
                            try transaction.execute("UPDATE t SET n = n + 1 WHERE id = \(second)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let rows = try await database.read { try $0.rows("SELECT n FROM t") }
            #expect(try rows.map { try $0.int("n") } == [2, 2])
            // The one given up may meet the other once more.
            #expect((3...6).contains(runs.value))
        }
    }

    @Test func `a conflict that never ends is busy, even when the closure swallows it`()
        async throws
    {
        try await with { database, _ in
            let runs = Counter()
            let failure = await failure {
                try await database.write { transaction in
                    _ = runs.next()
                    try transaction.execute("INSERT INTO t VALUES (1, 1)")
                    try? transaction.script(
                        "DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END $$")
                }
            }
            #expect(failure == .busy("other transactions got in the way 6 times in a row"))
            #expect(runs.value == 6)
            let total = try await count(database)
            #expect(total == 0)
        }
    }

    @Test func `a disk that is full is told as such`() async throws {
        try await with { database, _ in
            let failure = await failure {
                try await database.write {
                    try $0.script(
                        """
                        SET LOCAL work_mem = '64kB'; SET LOCAL temp_file_limit = '1MB';
                        SELECT count(*) FROM
                            (SELECT DISTINCT repeat(i::text, 20)
                                FROM generate_series(1, 100000) i) x
                        """)
                }
            }
            guard case .full = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
        }
    }

    @Test func `a type outside the portable ones is named, with what to do`() async throws {
        try await with { database, _ in
            let failure = await failure {
                try await database.read {
                    try $0.row("SELECT sum(n) AS total FROM (VALUES (CAST(1 AS BIGINT))) v (n)")
                }
            }
            let text = failure?.description
            #expect(text?.contains("column total has type number 1700; cast it to BIGINT") == true)
            let total = try await count(database)
            #expect(total == 0)
        }
    }

    @Test func `an unreachable server and a missing database are told`() async throws {
        for url in ["postgres://127.0.0.1:1/none", "postgres://127.0.0.1:99999/none"] {
            let failure = await failure { try await PostgresDatabase(url: url) }
            guard case .connectionLost = failure else {
                Issue.record("\(url): \(String(describing: failure))")
                continue
            }
        }
    }

    @Test(arguments: [
        ("SQL_ASCII", "ENCODING 'SQL_ASCII' LOCALE 'C'", "must be UTF8"),
        ("ICU", "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US'", "sort text by its bytes"),
    ])
    func `a database that treats text otherwise is refused`(
        name: String, options: String, reason: String
    ) async throws {
        let url = try #require(Backend.postgresURL)
        let server = try await PostgresDatabase(url: url, poolSize: 1)
        let database = "t" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        try await outsideTransaction(
            server, "CREATE DATABASE \(database) TEMPLATE template0 \(options)")
        var place = try #require(URLComponents(string: url))
        place.path = "/" + database
        let location = try #require(place.string)
        let failure = await failure { try await PostgresDatabase(url: location) }
        #expect(failure?.description.contains(reason) == true)
        try await outsideTransaction(server, "DROP DATABASE \(database) WITH (FORCE)")
        try await server.close()
    }

    /// Creating a database is not allowed in a transaction, so it is left for the moment.
    private func outsideTransaction(_ server: PostgresDatabase, _ statement: String) async throws {
        try await server.write { transaction in
            try transaction.script("COMMIT")
            try transaction.script(statement)
            try transaction.script("BEGIN")
        }
    }

    private func end(_ process: Int64, from killer: PostgresDatabase) async throws {
        try await killer.write { try $0.rows("SELECT pg_terminate_backend(\(process)::int)") }
        for _ in 0..<200 {
            let left = try await killer.read {
                try $0.rows("SELECT pid FROM pg_stat_activity WHERE pid = \(process)")
            }
            if left.isEmpty { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("the server process \(process) did not end")
    }
}

/// Counts from several threads.
final class Counter: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}

/// Where threads wait until all of them have come.
final class Meeting: Sendable {
    private let missing: Mutex<Int>
    private let gate = DispatchSemaphore(value: 0)
    private let size: Int

    init(of size: Int) {
        self.size = size
        missing = Mutex(size)
    }

    func arrive() {
        let isLast = missing.withLock { missing in
            missing -= 1
            return missing == 0
        }
        if isLast { for _ in 1..<size { gate.signal() } } else { gate.wait() }
    }
}
