import Database
import Testing

/// Short reads, which SQLite answers on the spot, promise what other reads do.
@Suite struct `Glances` {
    private func withThings(
        _ backend: Backend, _ body: (any Database) async throws -> Void
    ) async throws {
        try await withDatabase(backend) { database in
            try await database.write { try $0.script("CREATE TABLE thing (n BIGINT NOT NULL)") }
            try await body(database)
        }
    }

    private func sum(_ database: any Database) async throws -> Int64? {
        try await database.glance {
            try $0.row("SELECT CAST(coalesce(sum(n), 0) AS BIGINT) AS total FROM thing")?
                .int("total")
        }
    }

    @Test(arguments: Backend.available)
    func `see what was written, as soon as it was`(backend: Backend) async throws {
        try await withThings(backend) { database in
            for number in Int64(1)...50 {
                try await database.write {
                    try $0.execute("INSERT INTO thing VALUES (\(number))")
                }
                #expect(try await sum(database) == number * (number + 1) / 2)
            }
        }
    }

    @Test(arguments: Backend.available)
    func `see one moment, whatever is written meanwhile`(backend: Backend) async throws {
        try await withThings(backend) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for _ in 0..<100 {
                        try await database.write {
                            try $0.execute("INSERT INTO thing VALUES (1), (-1)")
                        }
                    }
                }
                for _ in 0..<2 {
                    group.addTask {
                        for _ in 0..<100 {
                            let total = try await sum(database)
                            #expect(total == 0)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: Backend.available)
    func `write nothing`(backend: Backend) async throws {
        try await withThings(backend) { database in
            let failure = await failure {
                try await database.glance { try $0.execute("INSERT INTO thing VALUES (1)") }
            }
            guard case .readOnly = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            let total = try await sum(database)
            #expect(total == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `know a table that another connection changed`(backend: Backend) async throws {
        try await withPlace(backend) { place in
            let (here, there) = (try await place.open(), try await place.open())
            try await here.write { try $0.script("CREATE TABLE thing (n BIGINT NOT NULL)") }
            #expect(try await sum(here) == 0)
            try await there.write { transaction in
                try transaction.script("ALTER TABLE thing ADD COLUMN more BIGINT")
                try transaction.execute("INSERT INTO thing VALUES (1, 2)")
            }
            let row = try await here.glance { try $0.row("SELECT * FROM thing") }
            #expect(row?.columns == ["n", "more"])
            try await here.close()
            try await there.close()
        }
    }

    @Test(arguments: Backend.available)
    func `tell their failures, and none come after the end`(backend: Backend) async throws {
        try await withThings(backend) { database in
            let wrong = await failure { _ = try await database.glance { try $0.rows("SELEC 1") } }
            guard case .statement = wrong else {
                Issue.record("\(String(describing: wrong))")
                return
            }
            let total = try await sum(database)
            #expect(total == 0)
            try await database.close()
            let late = await failure { _ = try await sum(database) }
            #expect(late != nil)
        }
    }
}
