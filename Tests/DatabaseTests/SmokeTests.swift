import Database
import Foundation
import Testing

@Test func `smoke`() async throws {
    let d = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: d, withIntermediateDirectories: true)
    try "CREATE TABLE a (id BIGINT PRIMARY KEY, t TEXT); CREATE INDEX x ON a(t);".write(to: d.appendingPathComponent("0001-a-b.sql"), atomically: true, encoding: .utf8)
    let db = try SQLiteDatabase(path: ":memory:")
    let m = try Migrations(directory: d)
    #expect(try await m.pending(in: db) == ["0001-a-b"])
    #expect(try await m.apply(to: db) == ["0001-a-b"])
    #expect(try await m.apply(to: db) == [])
    let n = try await db.write { try $0.execute("INSERT INTO a VALUES (\(1), \("x"))") }
    #expect(n == 1)
    let t = try await db.read { try $0.row("SELECT * FROM a WHERE id IN \(sql: .list([1]))")?.text("t") }
    #expect(t == "x")
    await #expect(throws: DatabaseFailure.uniqueViolation(constraint: "a.id")) { try await db.write { try $0.execute("INSERT INTO a VALUES (\(1), \("x"))") } }
    try await db.close()
}
