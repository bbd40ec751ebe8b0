import Foundation
import Testing

@testable import Database

/// Numbered files make the tables once, in order, and are frozen afterwards; on both databases.
@Suite struct MigrationTests {
    private static let first =
        "CREATE TABLE a (id BIGINT PRIMARY KEY); CREATE INDEX a_id ON a (id);"
    private static let second = "INSERT INTO a VALUES (1); -- a remark; with a semicolon\n"

    /// Writes the files and reads them as migrations.
    private func migrations(_ files: [String: String], in folder: URL) throws -> Migrations {
        for old in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(old))
        }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        return try Migrations(directory: folder)
    }

    /// Applies two files to an empty database and hands everything on.
    private func withMigrated(
        _ backend: Backend, _ body: (any Database, URL) async throws -> Void
    ) async throws {
        try await withDatabase(backend) { database in
            try await withFolder { folder in
                let files = ["0001-a.sql": Self.first, "0002-b.sql": Self.second]
                let applied = try await migrations(files, in: folder).apply(to: database)
                #expect(applied == ["0001-a", "0002-b"])
                try await body(database, folder)
            }
        }
    }

    /// The sentence with which the files are refused by a database that has had the first two.
    private func refusal(
        of files: [String: String], by database: any Database, in folder: URL
    ) async throws -> String {
        let migrations = try migrations(files, in: folder)
        let error = await #expect(throws: MigrationFailure.self) {
            try await migrations.apply(to: database)
        }
        await #expect(throws: MigrationFailure.self) { try await migrations.pending(in: database) }
        return error?.description ?? ""
    }

    @Test(arguments: Backend.available)
    func `files are applied once and in order`(backend: Backend) async throws {
        try await withMigrated(backend) { database, folder in
            let files = [
                "0010-late.sql": "INSERT INTO b VALUES (2)", "0001-a.sql": Self.first,
                "0002-b.sql": Self.second, "0003-c.sql": "CREATE TABLE b (id BIGINT)",
                "notes.txt": "?",
            ]
            let more = try migrations(files, in: folder)
            #expect(try await more.pending(in: database) == ["0003-c", "0010-late"])
            #expect(try await more.apply(to: database) == ["0003-c", "0010-late"])
            #expect(try await more.apply(to: database) == [])
            #expect(try await more.pending(in: database) == [])
            let rows = try await database.read {
                try $0.rows(
                    "SELECT number, name, hash, applied_at FROM schema_migration ORDER BY 1")
            }
            #expect(try rows.map { try $0.int("number") } == [1, 2, 3, 10])
            #expect(try rows[3].text("name") == "0010-late")
            #expect(try rows.allSatisfy { try $0.text("hash").count == 16 })
        }
    }

    @Test(arguments: Backend.available)
    func `an empty database has everything pending`(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await withFolder { folder in
                let some = try migrations(["0001-a.sql": Self.first], in: folder)
                #expect(try await some.pending(in: database) == ["0001-a"])
                let none = try migrations([:], in: folder)
                #expect(try await none.apply(to: database) == [])
            }
        }
    }

    @Test(arguments: Backend.available)
    func `an edited, renamed, missing or late file is refused`(backend: Backend) async throws {
        try await withMigrated(backend) { database, folder in
            let edited = try await refusal(
                of: ["0001-a.sql": Self.first + " ", "0002-b.sql": Self.second], by: database,
                in: folder)
            #expect(edited.hasPrefix("Migration 0001-a was changed after it had been applied"))
            let renamed = try await refusal(
                of: ["0001-a.sql": Self.first, "0002-x.sql": Self.second], by: database, in: folder)
            #expect(renamed.hasPrefix("Migration 0002-x was changed"))
            let missing = try await refusal(
                of: ["0001-a.sql": Self.first], by: database, in: folder)
            #expect(missing.contains("has had migration 0002-b, which this program does not have"))
            let late = try await refusal(
                of: ["0000-z.sql": "", "0001-a.sql": Self.first, "0002-b.sql": Self.second],
                by: database, in: folder)
            #expect(late.contains("0000-z is new, but this database is already at number 2"))
        }
    }

    @Test(arguments: Backend.available)
    func `a file that fails leaves nothing of itself behind`(backend: Backend) async throws {
        try await withMigrated(backend) { database, folder in
            var files = ["0001-a.sql": Self.first, "0002-b.sql": Self.second]
            files["0003-c.sql"] = "CREATE TABLE c (id BIGINT); INSERT INTO c VALUES (1)"
            files["0004-d.sql"] = "INSERT INTO a VALUES (7); INSERT INTO nowhere VALUES (1)"
            let more = try migrations(files, in: folder)
            let error = await #expect(throws: MigrationFailure.self) {
                try await more.apply(to: database)
            }
            #expect(error?.description.hasPrefix("Migration 0004-d failed and was undone.") == true)
            #expect(error?.description.contains("nowhere") == true)
            let row = try await database.read {
                try $0.row("SELECT (SELECT count(*) FROM a) AS a, (SELECT count(*) FROM c) AS c")
            }
            #expect(row?.values == [.integer(1), .integer(1)])
            #expect(try await more.pending(in: database) == ["0004-d"])
        }
    }

    @Test(arguments: Backend.available)
    func `a file with a dialect in its name serves that database only`(
        backend: Backend
    ) async throws {
        try await withDatabase(backend) { database in
            try await withFolder { folder in
                let files = [
                    "0001-a.sqlite.sql": "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT",
                    "0001-a.postgres.sql": "CREATE UNLOGGED TABLE a (id BIGINT PRIMARY KEY)",
                    "0002-b.sql": Self.second,
                ]
                let applied = try await migrations(files, in: folder).apply(to: database)
                #expect(applied == ["0001-a", "0002-b"])
            }
        }
    }

    @Test(arguments: Backend.available)
    func `two migrators that start at once do the work once`(backend: Backend) async throws {
        try await withPlace(backend) { place in
            try await withFolder { folder in
                var files = ["0001-a.sql": Self.first]
                for number in 2...20 {
                    let name =
                        String(repeating: "0", count: number < 10 ? 3 : 2) + "\(number)-n.sql"
                    files[name] = "INSERT INTO a VALUES (\(number))"
                }
                let all = try migrations(files, in: folder)
                let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                    for _ in 0..<4 {
                        group.addTask {
                            let database = try await place.open()
                            let names = try await all.apply(to: database)
                            try await database.close()
                            return names
                        }
                    }
                    return try await group.reduce(into: []) { $0 += $1 }
                }
                #expect(applied.sorted() == files.keys.map { String($0.dropLast(4)) }.sorted())
                let database = try await place.open()
                let row = try await database.read { try $0.row("SELECT count(*) FROM a") }
                #expect(try row?.int(0) == 19)
                try await database.close()
            }
        }
    }

    @Test(arguments: [
        "1-a.sql", "0001_a.sql", "0001-A.sql", "0001-a.mysql.sql", "0001.sql", "a.sql",
    ])
    func `a file with a wrong name is refused`(name: String) async throws {
        try await withFolder { folder in
            let error = #expect(throws: MigrationFailure.self) {
                try migrations([name: "SELECT 1"], in: folder)
            }
            #expect(error?.description.hasPrefix("\(name) is not the name of a migration") == true)
        }
    }

    @Test func `a number used twice, bytes that are no text and a missing folder are refused`()
        async throws
    {
        try await withFolder { folder in
            for files in [
                ["0001-a.sql": "", "0001-b.sql": ""], ["0001-a.sql": "", "0001-b.sqlite.sql": ""],
            ] {
                let error = #expect(throws: MigrationFailure.self) {
                    try migrations(files, in: folder)
                }
                #expect(error?.description.contains("the same number") == true)
            }
            _ = try migrations([:], in: folder)
            try Data([0xff, 0xfe]).write(to: folder.appendingPathComponent("0001-a.sql"))
            #expect(throws: MigrationFailure("Migration 0001-a.sql cannot be read as UTF-8.")) {
                try Migrations(directory: folder)
            }
            #expect(throws: MigrationFailure.self) {
                try Migrations(directory: folder.appendingPathComponent("none"))
            }
        }
    }
}
