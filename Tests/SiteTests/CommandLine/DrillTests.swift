import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `A drill on the command line` {
    /// A site with a little history, made by the pages' own pieces.
    private func withHistory(_ body: (Program) async throws -> Void) async throws {
        try await withProgram { program in
            #expect(try await program.run(on: "a", "init", "--site", "s1").code == 0)
            let keys = try BookKeys(environment: Program.keys)
            let server = try await SiteServer(
                ServerSettings(
                    database: program.path("a/anchang.sqlite"), keys: keys,
                    policies: ServedSite.policies),
                surroundings: .fixed(clock: StoppedClock(at: mondayAt(8, 0).milliseconds)))
            let book = try await server.shelf.book("s1")
            let manager = Actor("boss", .salesManager)
            for (id, command) in [
                ("one", Command.roster(.enroll("A"))), ("two", .presence(.clockIn("A"))),
                ("three", .presence(.clockIn("nobody"))),
            ] {
                _ = try await book.perform(command, id: DecisionID(id), by: manager)
            }
            await server.close()
            try await body(program)
        }
    }

    @Test func `a backup goes into an empty place and verifies there`() async throws {
        try await withHistory { program in
            let copy = program.path("copy.sqlite")
            #expect(try await program.run(on: "a", "backup", copy).code == 0)
            let again = try await program.run(on: "a", "backup", copy)
            #expect(again.code == 2)
            #expect(again.errors.contains("a backup overwrites nothing"))
            let restored = try await program.run(on: "b", "restore", copy)
            #expect(restored.code == 0)
            #expect(restored.output.contains("s1: 3 entries, the chain holds."))
            let twice = try await program.run(on: "b", "restore", copy)
            #expect(twice.code == 2)
            #expect(twice.errors.contains("There is a database"))
            #expect(try await program.run(on: "c", "restore", program.path("no")).code == 2)
            let verified = try await program.run(on: "b", "verify", "--replay")
            #expect(verified.code == 0)
            #expect(verified.output.contains("lists equal replay"))
            #expect(
                try await program.run(on: "a", "verify").output
                    == program.run(on: "b", "verify").output)
        }
    }

    @Test func `attachments go with the backup and come back from it`() async throws {
        try await withHistory { program in
            let paper = AttachmentShelf(
                folder: URL(fileURLWithPath: program.path("a/attachments")),
                key: try BookKeys(environment: Program.keys).person)
            let photo = try Attachment([0xFF, 0xD8, 0xFF, 1, 2, 3])
            try paper.keep(photo)
            let copy = program.path("copy.sqlite")
            let told = try await program.run(on: "a", "backup", copy)
            #expect(told.code == 0 && told.output.contains("copy.sqlite.attachments"))
            #expect(try await program.run(on: "b", "restore", copy).code == 0)
            let there = AttachmentShelf(
                folder: URL(fileURLWithPath: program.path("b/attachments")), key: paper.key)
            #expect(there.read(photo.hash) == photo.bytes)
        }
    }

    @Test func `another key, a cut tail and a changed entry do not verify`() async throws {
        try await withHistory { program in
            var keys = Program.keys
            keys["ANCHANG_JOURNAL_KEY"] = String(repeating: "0f", count: 32)
            let command = ["verify", "--data", program.path("a")]
            let otherKey = try await program.run(command, environment: keys)
            #expect(otherKey.code == 1)
            let head = try #require(
                try await program.run(command).output.firstMatch(of: /Head (3:[0-9a-f]+)/))
            let noted = ["--site", "s1", "--head", String(head.output.1)]
            #expect(try await program.run(command + noted).code == 0)
            try await change("DELETE FROM journal WHERE seq = 3", program)
            #expect(try await program.run(command).code == 0, "a cut tail shows by the head only")
            #expect(try await program.run(command + noted).code == 1)
            try await change("UPDATE journal SET actor = 'someone' WHERE seq = 2", program)
            let changed = try await program.run(command)
            #expect(changed.code == 1)
            #expect(changed.output.contains("1 entries before it are good"))
        }
    }

    private func change(_ sql: SQL, _ program: Program) async throws {
        let database = try SQLiteDatabase(path: program.path("a/anchang.sqlite"))
        _ = try await database.write { try $0.execute(sql) }
        try await database.close()
    }

    @Test func `a decision is explained by its id and by its number`() async throws {
        try await withHistory { program in
            let byID = try await program.run(on: "a", "explain", "three")
            #expect(byID.code == 0)
            #expect(byID.output.contains("第 3 条"))
            #expect(byID.output.contains("REC-01"))
            #expect(byID.output.contains("没有nobody这个人"))
            let byNumber = try await program.run(on: "a", "explain", "3", "--site", "s1")
            #expect(byNumber.output == byID.output)
            let json = try await program.run(on: "a", "explain", "three", "--json")
            let value = try JSONDecoder().decode(JSONValue.self, from: Data(json.output.utf8))
            #expect(value["refusal"]?.string == "UNKNOWN_STAFF")
            let missing = try await program.run(on: "a", "explain", "four")
            #expect(missing.code == 1)
            #expect(missing.errors == "There is no decision four.\n")
        }
    }

    @Test func `a key for a program is made for an open account only`() async throws {
        try await withHistory { program in
            let made = try await program.run(
                on: "a", "token", "--login", "admin", "--label", "drill")
            #expect(made.code == 0)
            #expect(made.output.count > 40)
            let unknown = try await program.run(
                on: "a", "token", "--login", "nobody", "--label", "drill")
            #expect(unknown.code == 2)
            #expect(unknown.errors.contains("No open account has the login nobody."))
        }
    }
}
