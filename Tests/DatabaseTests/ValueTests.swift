import Database
import Foundation
import Testing

/// What is written comes back the same, on both databases.
@Suite struct ValueTests {
    private static let table = """
        CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT, amount DOUBLE PRECISION, big BIGINT)
        """

    @Test(arguments: Backend.available)
    func `values come back as they were written`(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await database.write { transaction in
                try transaction.script(Self.table)
                let changed = try transaction.execute(
                    """
                    INSERT INTO thing VALUES
                        (\(1), \("云栖府 🏠 'quoted' \\ \n\t"), \(-0.1), \(Int64.max)),
                        (\(2), \(nil as String?), \(nil as Double?), \(Int64.min)),
                        (3, '', 1e300, 0)
                    """)
                #expect(changed == 3)
            }
            let rows = try await database.read { try $0.rows("SELECT * FROM thing ORDER BY id") }
            #expect(
                rows.map(\.columns) == Array(repeating: ["id", "name", "amount", "big"], count: 3))
            #expect(try rows[0].text("name") == "云栖府 🏠 'quoted' \\ \n\t")
            #expect(try rows[0].double("amount") == -0.1)
            #expect(try rows[0].int("big") == .max)
            #expect(try rows[1].optionalText(1) == nil)
            #expect(try rows[1].isNull("amount"))
            #expect(try rows[1].int(3) == .min)
            #expect(try rows[2].text("name") == "")
            #expect(try rows[2].double("amount") == 1e300)
        }
    }

    @Test(arguments: Backend.available)
    func `computed values have the same types everywhere`(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await database.write { transaction in
                try transaction.script(Self.table)
                try transaction.execute(
                    "INSERT INTO thing VALUES (1, 'a', 0.5, 7), (2, 'b', 0.5, 8)")
            }
            let row = try await database.read { transaction in
                try transaction.row(
                    """
                    SELECT count(*) AS total, CAST(sum(big) AS BIGINT) AS sum, sum(amount) AS real,
                        max(name) AS last, 2 > 1 AS yes, count(*) > 5 AS no, \(9) AS bound,
                        \("t") AS word, \(0.25) AS quarter, \(true) AS flag
                    FROM thing
                    """)
            }
            let answer = try #require(row)
            #expect(
                answer.values == [
                    .integer(2), .integer(15), .real(1), .text("b"), .integer(1), .integer(0),
                    .integer(9), .text("t"), .real(0.25), .integer(1),
                ])
            #expect(try answer.bool("yes"))
            #expect(try !answer.bool("no"))
        }
    }

    @Test(arguments: Backend.available)
    func `text sorts and compares by its bytes`(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let names = ["b", "A", "a", "B", "é", "z", "张", "_", "1"]
            let rows = try await database.write { transaction in
                try transaction.script(Self.table)
                for (id, name) in names.enumerated() {
                    try transaction.execute("INSERT INTO thing (id, name) VALUES (\(id), \(name))")
                }
                return try transaction.rows("SELECT name FROM thing ORDER BY name")
            }
            #expect(
                try rows.map { try $0.text(0) } == ["1", "A", "B", "_", "a", "b", "z", "é", "张"])
            let like = try await database.read {
                try $0.rows("SELECT name FROM thing WHERE name LIKE \("a%")")
            }
            #expect(try like.map { try $0.text(0) } == ["a"])
        }
    }

    @Test(arguments: Backend.available)
    func `a text of ten megabytes is kept whole`(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let text = String(repeating: "案场 0123456789\n", count: 600_000)
            #expect(text.utf8.count > 10_000_000)
            let back = try await database.write { transaction in
                try transaction.script(Self.table)
                try transaction.execute(batch: [
                    "INSERT INTO thing (id, name) VALUES (\(1), \(text))",
                    "INSERT INTO thing (id, name) VALUES (\(2), \(text))",
                ])
                return try transaction.row("SELECT name FROM thing WHERE name = \(text)")
            }
            #expect(try back?.text("name") == text)
        }
    }

    @Test(arguments: Backend.available)
    func `a NUL character in a text is refused and nothing is written`(backend: Backend)
        async throws
    {
        try await withDatabase(backend) { database in
            try await database.write { try $0.script(Self.table) }
            let refusal = DatabaseFailure.statement(
                "value 2 is a text with a NUL character, which cannot be stored")
            await #expect(throws: refusal) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO thing (id) VALUES (1)")
                    try transaction.execute("INSERT INTO thing (id, name) VALUES (\(2), \("a\0b"))")
                }
            }
            #expect(try await count(database) == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `no text that is bound can change the statement`(backend: Backend) async throws {
        let attacks = [
            "'; DROP TABLE thing; --", "' OR '1'='1", "\\'; DELETE FROM thing; --", "$1", "?", "%",
            "_",
            "\"", "`", "/*", "*/", "a'b\"c", "1; SELECT 1", "$$", "\u{2019}", "E'\\''", ")",
            "\r\n--",
        ]
        try await withDatabase(backend) { database in
            try await database.write { transaction in
                try transaction.script(Self.table)
                for (id, text) in attacks.enumerated() {
                    try transaction.execute("INSERT INTO thing (id, name) VALUES (\(id), \(text))")
                }
            }
            for (id, text) in attacks.enumerated() {
                let rows = try await database.read {
                    try $0.rows("SELECT id FROM thing WHERE name = \(text)")
                }
                #expect(try rows.map { try $0.int("id") } == [Int64(id)], "\(text)")
            }
            #expect(try await count(database) == Int64(attacks.count))
        }
    }

    @Test(arguments: Backend.available)
    func `a list finds its members and an empty one none`(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await database.write { transaction in
                try transaction.script(Self.table)
                let rows: [SQL] = [1, 2, 3].map { "(\($0), \("n\($0)"), \(0.5), \($0))" }
                try transaction.execute("INSERT INTO thing VALUES \(sql: rows.joined())")
            }
            let conditions: [(SQL, Int)] = [
                ("id IN \(sql: .list([1, 3, 9]))", 2), ("name IN \(sql: .list(["n2"]))", 1),
                ("id IN \(sql: .list([] as [Int64]))", 0),
                ("id NOT IN \(sql: .list([] as [Int]))", 3),
                ("name IN \(sql: .list([] as [String]))", 0),
                ("amount IN \(sql: .list([] as [Double]))", 0),
            ]
            for (condition, expected) in conditions {
                let found = try await database.read {
                    try $0.rows("SELECT id FROM thing WHERE \(sql: condition)")
                }
                #expect(found.count == expected, "\(condition.text)")
            }
        }
    }

    @Test(arguments: Backend.available)
    func `too many values are refused alike`(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            func members(_ count: Int) async throws -> Int {
                try await database.read {
                    try $0.rows("SELECT 1 AS one WHERE 5 IN \(sql: .list(Array(1...count)))").count
                }
            }
            let most = try await members(32_766)
            #expect(most == 1)
            await #expect(throws: DatabaseFailure.self) { _ = try await members(32_767) }
        }
    }

    @Test(arguments: Backend.available)
    func `a wrong column or type is told without the value`(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let row = try #require(
                try await database.read {
                    try $0.row(
                        "SELECT 'secret' AS word, 5 AS number, CAST(NULL AS TEXT) AS missing")
                })
            func text(_ body: () throws -> Void) async -> String? {
                await failure(of: body)?.description
            }
            #expect(await text { _ = try row.int("word") }?.contains("found text") == true)
            #expect(await text { _ = try row.int("word") }?.contains("secret") == false)
            #expect(await text { _ = try row.text("number") }?.contains("an integer") == true)
            #expect(await text { _ = try row.bool("number") }?.contains("0 or 1") == true)
            #expect(await text { _ = try row.text("missing") }?.contains("NULL") == true)
            #expect(await text { _ = try row.text("none") }?.contains("word, number") == true)
            #expect(await text { _ = try row.text(3) }?.contains("no column 3") == true)
        }
    }

    private func count(_ database: any Database) async throws -> Int64 {
        try await database.read { try $0.row("SELECT count(*) FROM thing")?.int(0) } ?? -1
    }
}
