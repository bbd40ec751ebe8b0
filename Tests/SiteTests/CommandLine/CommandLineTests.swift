import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The command line` {
    @Test(arguments: [
        [], ["serve"], ["init"], ["migrate"], ["token"], ["replay"], ["explain"], ["verify"],
        ["policy"], ["policy", "check"], ["policy", "publish"], ["policy", "list"], ["rules"],
        ["backup"], ["restore"], ["bench"], ["import"], ["import-ledger"],
    ])
    func `explains every command`(command: [String]) async throws {
        try await withProgram { program in
            let help = try await program.run(command + ["--help"])
            #expect(help.code == 0)
            #expect(help.output.hasPrefix("OVERVIEW: "))
            #expect(help.output.contains("USAGE: anchang"))
            #expect(help.errors.isEmpty)
        }
    }

    @Test(arguments: [
        (["frobnicate"], "Unexpected argument"), (["replay"], "Name a scenario file"),
        (["serve", "--port", "99999999"], "0 to 65535"), (["serve", "--port", "x"], "invalid"),
        (["init", "--site", "b b"], "letters, digits and hyphens"),
        (["import", "calls.csv"], "--dry-run"), (["verify", "--head", "x"], "NUMBER:HASH"),
        (["token", "--login", "a", "--label", "b", "--days", "0"], "1 to 3650"),
        (["backup"], "file"),
    ])
    func `ends with 64 when it is used wrongly`(command: [String], words: String) async throws {
        try await withProgram { program in
            _ = try await program.run(on: "a", "init")
            let ended = try await program.run(
                command + (command == ["frobnicate"] ? [] : ["--data", program.path("a")]))
            #expect(ended.code == 64)
            #expect(ended.errors.contains(words), "\(ended.errors)")
        }
    }

    @Test(arguments: [
        ["import-ledger", "a.xlsx", "--site", "a", "--by", "b"], ["verify"],
        ["explain", "x"], ["backup", "copy.sqlite"], ["policy", "list", "--site", "a"],
        ["token", "--login", "a", "--label", "b"],
        [
            "policy", "publish", "policies/P001.yaml", "--site", "a", "--author", "a", "--note",
            "b",
        ],
    ])
    func `makes no database where one should be`(command: [String]) async throws {
        try await withProgram { program in
            let ended = try await program.run(command + ["--data", program.folder.path])
            #expect(ended.code == 2)
            #expect(ended.errors.contains("Run `anchang init` first"))
            #expect(!FileManager.default.fileExists(atPath: program.path("anchang.sqlite")))
        }
    }

    @Test func `asks for its keys, and for keys that are keys`() async throws {
        try await withProgram { program in
            let command = ["init", "--data", program.path("a")]
            let none = try await program.run(command, environment: [:])
            #expect(none.code == 2)
            #expect(none.errors.contains("ANCHANG_JOURNAL_KEY is not set"))
            #expect(none.errors.contains("openssl rand -hex 32"))
            var keys = Program.keys
            keys["ANCHANG_PERSON_KEY"] = "short"
            let short = try await program.run(command, environment: keys)
            #expect(short.code == 2)
            #expect(short.errors.contains("ANCHANG_PERSON_KEY"))
            #expect(!short.errors.contains("short;"), "a key is not shown")
            #expect(!FileManager.default.fileExists(atPath: program.path("a/anchang.sqlite")))
        }
    }

    @Test func `sets a site up once, and again without harm`() async throws {
        try await withProgram { program in
            let first = try await program.run(on: "a", "init", "--site", "s1")
            #expect(first.code == 0)
            #expect(first.output.contains("Site s1 is ready"))
            #expect(first.output.contains("Sign in as admin with this password"))
            let second = try await program.run(on: "a", "init", "--site", "s1")
            #expect(second.code == 0)
            #expect(!second.output.contains("password"))
            let list = try await program.run(on: "a", "policy", "list", "--site", "s1")
            #expect(list.output.split(separator: "\n").count == 1)
            #expect(try await program.run(on: "a", "migrate").output == "Nothing to do.\n")
        }
    }

    @Test func `makes nothing for a pack that there is not`() async throws {
        try await withProgram { program in
            let ended = try await program.run(on: "a", "init", "--pack", "P999")
            #expect(ended.code == 2)
            #expect(ended.errors.contains("P999.yaml:1:1 打不开这个文件"))
            #expect(!ended.errors.contains("SourceFault"))
            #expect(!FileManager.default.fileExists(atPath: program.path("a")))
        }
    }

    @Test func `checks, publishes and lists rule packs`() async throws {
        try await withProgram { program in
            _ = try await program.run(on: "a", "init", "--site", "s1")
            let broken = try program.write(
                "pack: X\nparameters:\n  rotation.mechanism: rung\n", to: "broken.yaml")
            for command in [
                ["policy", "check", broken],
                [
                    "policy", "publish", broken, "--site", "s1", "--author", "a", "--note", "b",
                    "--data", program.path("a"),
                ],
            ] {
                let ended = try await program.run(command)
                #expect(ended.code == 2)
                #expect(ended.output.contains("broken.yaml:3:23"))
                #expect(ended.output.contains("应当是 ring"))
            }
            #expect(try await program.run(["policy", "check", "policies/P001.yaml"]).code == 0)
            let missing = try await program.run(["policy", "check", "missing.yaml"])
            #expect(missing.code == 2)
            let published = try await program.run(
                on: "a", "policy", "publish", "policies/P002A.yaml", "--site", "s1", "--author",
                "沈砚", "--note", "改按台账")
            #expect(published.code == 0)
            #expect(published.output.contains("Revision 2 is published"))
            let past = try await program.run(
                on: "a", "policy", "publish", "policies/P001.yaml", "--site", "s1", "--author",
                "a", "--note", "b", "--from", "2020-01-01")
            #expect(past.code == 64)
            let list = try await program.run(on: "a", "policy", "list", "--site", "s1").output
            #expect(list.split(separator: "\n").count == 2)
            #expect(list.contains("沈砚\t改按台账"))
            #expect(try await program.run(on: "a", "policy", "list", "--site", "x").code == 2)
        }
    }

    @Test func `files that are none are told by name`() async throws {
        try await withProgram { program in
            let junk = try program.write(String(repeating: "junk ", count: 100), to: "junk")
            let ended = try await program.run(["verify", "--database", junk])
            #expect(ended.code == 2)
            #expect(ended.errors.contains("file is not a database"))
            let replay = try await program.run(["replay", "missing.yaml"])
            #expect(replay.code == 2)
            #expect((replay.output + replay.errors).contains("missing.yaml"))
            let calls = try await program.run(["import", "missing.csv", "--dry-run"])
            #expect(calls.code == 2)
            #expect(calls.errors.contains("missing.csv"))
            let folder = try await program.run(["migrate", "--data", junk + "/below"])
            #expect(folder.code == 2)
            #expect(folder.errors.contains("cannot be made"))
            #expect(!folder.errors.contains("NSCocoaErrorDomain"))
        }
    }
}
