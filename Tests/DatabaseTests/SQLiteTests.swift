import Database
import Foundation
import Testing

/// What can happen to a file.
@Suite struct SQLiteTests {
    private func withFile(_ body: (String) async throws -> Void) async throws {
        try await withPlace(.sqlite) { place in try await body(place.location) }
    }

    private func openWithTable(_ path: String) async throws -> SQLiteDatabase {
        let database = try SQLiteDatabase(path: path)
        try await database.write { try $0.script("CREATE TABLE t (id BIGINT, text TEXT)") }
        return database
    }

    private func count(_ database: SQLiteDatabase) async throws -> Int64? {
        try await database.read { try $0.row("SELECT count(*) FROM t")?.int(0) }
    }

    @Test func `every commit reaches the disk and foreign keys hold`() async throws {
        try await withFile { path in
            let database = try await openWithTable(path)
            let settings = try await database.write { transaction in
                try ["synchronous", "foreign_keys", "journal_mode"].map {
                    try transaction.row(SQL(literal: "PRAGMA \($0)"))?.values.first
                }
            }
            #expect(settings == [.integer(2), .integer(1), .text("wal")])
            try await database.close()
        }
    }

    @Test func `a closed database lies whole in its one file`() async throws {
        try await withFile { path in
            let database = try await openWithTable(path)
            try await database.write { try $0.execute("INSERT INTO t VALUES (1, 'whole')") }
            _ = try await count(database)
            try await database.close()
            let copy = path + ".copy"
            defer { try? FileManager.default.removeItem(atPath: copy) }
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            let found = try SQLiteDatabase(path: copy)
            #expect(try await count(found) == 1)
            try await found.close()
        }
    }

    @Test func `another handle that holds the lock makes a write busy, not wrong`() async throws {
        try await withFile { path in
            let holder = try await openWithTable(path)
            let other = try SQLiteDatabase(path: path, busyTimeout: .milliseconds(100))
            let (isHeld, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let held: Void = holder.write { transaction in
                try transaction.execute("INSERT INTO t VALUES (1, 'a')")
                isHeld.signal()
                mayEnd.wait()
            }
            await wait(isHeld)
            let insert: SQL = "INSERT INTO t VALUES (2, 'b')"
            await #expect(throws: DatabaseFailure.busy("database is locked")) {
                try await other.write { try $0.execute(insert) }
            }
            let seen = try await count(other)
            #expect(seen == 0)
            mayEnd.signal()
            try await held
            try await other.write { try $0.execute(insert) }
            let total = try await count(holder)
            #expect(total == 2)
            try await holder.close()
            try await other.close()
        }
    }

    @Test func `a deleted file is noticed before anything is acknowledged`() async throws {
        try await withFile { path in
            let database = try await openWithTable(path)
            try FileManager.default.removeItem(atPath: path)
            let write = await failure {
                try await database.write { try $0.execute("INSERT INTO t VALUES (1, 'a')") }
            }
            let read = await failure { try await count(database) }
            for failure in [write, read] {
                #expect(failure?.description.contains("is no longer there") == true)
            }
            let replacement = try SQLiteDatabase(path: path)
            await #expect(throws: DatabaseFailure.self) {
                try await database.write { try $0.execute("INSERT INTO t VALUES (1, 'a')") }
            }
            try await database.close()
            try await replacement.close()
        }
    }

    @Test func `a file that may not be written is refused when it is opened`() async throws {
        try await withFile { path in
            try await openWithTable(path).close()
            // The header's write version: above 2 SQLite opens the file for reading only.
            let file = try #require(FileHandle(forUpdatingAtPath: path))
            try file.seek(toOffset: 18)
            try file.write(contentsOf: Data([3]))
            try file.close()
            #expect(throws: DatabaseFailure.readOnly("attempt to write a readonly database")) {
                try SQLiteDatabase(path: path)
            }
        }
    }

    @Test func `a full disk undoes the whole transaction and work goes on afterwards`() async throws
    {
        try await withFile { path in
            let database = try await openWithTable(path)
            let text = String(repeating: "x", count: 100_000)
            try await database.write { try $0.script("PRAGMA max_page_count = 100") }
            await #expect(throws: DatabaseFailure.full("database or disk is full")) {
                try await database.write { transaction in
                    for id in 0..<20 {
                        try transaction.execute("INSERT INTO t VALUES (\(id), \(text))")
                    }
                }
            }
            let none = try await count(database)
            #expect(none == 0)
            try await database.write { try $0.script("PRAGMA max_page_count = 10000") }
            try await database.write { try $0.execute("INSERT INTO t VALUES (1, \(text))") }
            let one = try await count(database)
            #expect(one == 1)
            try await database.close()
        }
    }

    @Test func `what is no database is not opened`() async throws {
        try await withFile { path in
            try Data(repeating: 0x41, count: 8_192).write(to: URL(fileURLWithPath: path))
            #expect(throws: DatabaseFailure.corrupt("file is not a database")) {
                try SQLiteDatabase(path: path)
            }
            let missing = await failure { try SQLiteDatabase(path: path + "/none/x.sqlite") }
            #expect(missing == .connectionLost("unable to open database file"))
        }
    }

    @Test func `a damaged page is told as damage`() async throws {
        try await withFile { path in
            let database = try await openWithTable(path)
            let text = String(repeating: "x", count: 100_000)
            try await database.write { try $0.execute("INSERT INTO t VALUES (1, \(text))") }
            try await database.close()
            let file = try #require(FileHandle(forUpdatingAtPath: path))
            try file.seek(toOffset: 4_096)
            try file.write(contentsOf: Data(repeating: 0xff, count: 4_096))
            try file.close()
            let damaged = try SQLiteDatabase(path: path)
            let failure = await failure {
                try await damaged.read { try $0.rows("SELECT * FROM t") }
            }
            #expect(failure == .corrupt("database disk image is malformed"))
        }
    }

    @Test func `a backup is whole, while writes go on, and never overwrites`() async throws {
        try await withFile { path in
            let database = try await openWithTable(path)
            let writer = Task {
                for id in 0..<300 {
                    try await database.write { transaction in
                        try transaction.execute("INSERT INTO t VALUES (\(id), 'even')")
                        try transaction.execute("INSERT INTO t VALUES (\(id), 'odd')")
                    }
                }
            }
            for number in 1...3 {
                let place = "\(path).backup\(number)"
                try await database.backup(to: place)
                let copy = try SQLiteDatabase(path: place)
                let total = try #require(try await count(copy))
                #expect(total % 2 == 0)
                try await copy.close()
                await #expect(throws: DatabaseFailure.self) { try await database.backup(to: place) }
                #expect(!FileManager.default.fileExists(atPath: place + ".partial"))
            }
            try await writer.value
            try await database.backup(to: path + ".last")
            let last = try SQLiteDatabase(path: path + ".last")
            let total = try await count(last)
            #expect(total == 600)
            try await last.close()
            let nowhere = await failure { try await database.backup(to: path + "/none/copy") }
            #expect(nowhere != nil)
            try await database.close()
        }
    }

    @Test func `a database in memory is one's own and gone afterwards`() async throws {
        let (one, two) = (
            try SQLiteDatabase(path: ":memory:"), try SQLiteDatabase(path: ":memory:")
        )
        try await one.write { try $0.script("CREATE TABLE t (id BIGINT)") }
        try await two.write { try $0.script("CREATE TABLE t (id BIGINT)") }
        try await one.write { try $0.execute("INSERT INTO t VALUES (1)") }
        let other = try await count(two)
        #expect(other == 0)
        let file = try await one.read {
            try $0.row("SELECT file FROM pragma_database_list WHERE name = 'main'")?.text(0)
        }
        let path = try #require(file)
        #expect(FileManager.default.fileExists(atPath: path))
        try await one.close()
        try await two.close()
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test func `bytes in a column are told, not shown as text`() async throws {
        let database = try SQLiteDatabase(path: ":memory:")
        let failure = await failure {
            try await database.read { try $0.rows("SELECT x'00ff' AS b") }
        }
        #expect(failure == .decoding("column b holds bytes, not text"))
        try await database.close()
    }
}
