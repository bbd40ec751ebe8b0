import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Personal data` {
    private let key = try! PersonKey(Array(repeating: 9, count: 32))
    private let details = PersonDetails(
        name: "张三", phone: "+86 138-0000-0001", idNumber: "110101199001011234")
    private var people: People { People(site: BookWorld.site, key: key) }

    private func withVisitor(
        _ backend: BookBackend, _ body: (BookWorld) async throws -> Void
    ) async throws {
        try await withBookWorld(backend) { world in
            let book = try await world.book()
            try await book.openDay()
            try await book.ask(
                .visits(.register(Arrival("v1", .newFirst, person: "p1"))), "d1",
                by: BookWorld.desk,
                alongside: people.insertions("p1", details, at: BookWorld.morning))
            try await body(world)
        }
    }

    @Test(arguments: BookBackend.available)
    func `are stored with the visit, found by any spelling of the number, and shown masked`(
        _ backend: BookBackend
    ) async throws {
        try await withVisitor(backend) { world in
            let people = people
            let (found, other, masked) = try await world.database.read { transaction in
                (
                    try people.find(phone: "１３８ 0000 0001", in: transaction),
                    try people.find(phone: "13800000002", in: transaction),
                    try people.masked("p1", in: transaction)
                )
            }
            #expect(found == ["p1"])
            #expect(other.isEmpty)
            #expect(masked.name == "张三")
            #expect(masked.phone == "138****0001")
        }
    }

    @Test func `are nowhere in the database in plain`() async throws {
        try await withVisitor(.sqlite) { world in
            try await world.run("INSERT INTO site VALUES ('紫荆', '', '', 0)")
            for end in ["", "-wal"] {
                guard let file = FileManager.default.contents(atPath: world.location + end)
                else { continue }
                for secret in ["张三", "13800000001", "138-0000-0001", "110101199001011234"] {
                    #expect(file.range(of: Data(secret.utf8)) == nil, "\(secret) in \(end)")
                }
                if end == "-wal" {
                    #expect(file.range(of: Data("紫荆".utf8)) != nil, "the test can find a text")
                }
            }
        }
    }

    @Test(arguments: BookBackend.available)
    func `are revealed only with a purpose and a trace`(_ backend: BookBackend) async throws {
        try await withVisitor(backend) { world in
            let people = people
            await #expect(throws: PersonProblem.purposeMissing) {
                try await world.database.write { transaction in
                    try people.reveal(
                        "p1", to: "A", for: " ", logID: "r0", at: BookWorld.morning,
                        in: transaction)
                }
            }
            #expect(try await world.count("reveal_log") == 0)
            let revealed = try await world.database.write { transaction in
                try people.reveal(
                    "p1", to: "A", for: "回访", logID: "r1", at: BookWorld.morning,
                    in: transaction)
            }
            #expect(revealed == details)
            let trace = try await world.count(
                "reveal_log WHERE person = 'p1' AND staff = 'A' AND purpose = '回访'")
            #expect(trace == 1)
        }
    }

    @Test(arguments: BookBackend.available)
    func `can be forgotten while the journal still verifies`(_ backend: BookBackend) async throws {
        try await withVisitor(backend) { world in
            let people = people
            let now = BookWorld.morning
            for _ in 1...2 {
                try await world.database.write { try people.erase("p1", at: now, in: $0) }
            }
            await #expect(throws: PersonProblem.erased("p1", at: now)) {
                try await world.database.read { try people.masked("p1", in: $0).name }
            }
            let found = try await world.database.read {
                try people.find(phone: "13800000001", in: $0)
            }
            #expect(found.isEmpty)
            let report = try await world.journal.verify(in: world.database)
            #expect(report.fault == nil && report.checked == 10)
            let before = try await world.lists()
            try await world.journal.rebuild(ListWriter.reception, in: world.database)
            #expect(try await world.lists() == before)
        }
    }

    @Test func `cannot be opened with another key or from another row`() async throws {
        try await withVisitor(.sqlite) { world in
            let other = People(
                site: BookWorld.site, key: try PersonKey(Array(repeating: 1, count: 32)))
            await #expect(throws: PersonProblem.unreadable("p1")) {
                try await world.database.read { try other.masked("p1", in: $0).name }
            }
            try await world.run(
                """
                INSERT INTO person (site, person, sealed_key, sealed, created_at)
                SELECT site, 'p2', sealed_key, sealed, created_at FROM person
                """)
            let people = people
            await #expect(throws: PersonProblem.unreadable("p2")) {
                try await world.database.read { try people.masked("p2", in: $0).name }
            }
            await #expect(throws: PersonProblem.unknown("p3")) {
                try await world.database.read { try people.masked("p3", in: $0).name }
            }
            await #expect(throws: PersonProblem.unknown("p3")) {
                try await world.database.write {
                    try people.erase("p3", at: BookWorld.morning, in: $0)
                }
            }
        }
    }

    @Test func `have numbers masked whatever their length`() {
        #expect(PersonDetails.masked("13800000001") == "138****0001")
        #expect(PersonDetails.masked("1234567") == "*******")
        #expect(PersonDetails.masked("12345678") == "123*5678")
        #expect(PersonDetails.masked("") == "")
    }
}

@Suite struct `Keys from the environment` {
    private let hexKey = String(repeating: "ab", count: 32)
    private let base64Key = Data(repeating: 0xFB, count: 32).base64EncodedString()

    @Test func `are taken as hexadecimal and as base64`() throws {
        let keys = try BookKeys(environment: [
            "ANCHANG_JOURNAL_KEY": hexKey, "ANCHANG_PERSON_KEY": base64Key,
        ])
        let same = HMACKey(Array(repeating: 0xAB, count: 32))
        #expect(keys.journal.sign([1]) == same.sign([1]))
        let person = try PersonKey(Array(repeating: 0xFB, count: 32))
        #expect(keys.person.phoneHash("1", site: "s") == person.phoneHash("1", site: "s"))
    }

    @Test(
        arguments: [
            (nil, KeyProblem.Kind.missing), ("", .missing), ("not a key!", .unreadable),
            ("abcd", .wrongLength), (String(repeating: "zz", count: 32), .wrongLength),
        ] as [(String?, KeyProblem.Kind)])
    func `are refused with a sentence`(_ text: String?, _ kind: KeyProblem.Kind) throws {
        var environment = ["ANCHANG_JOURNAL_KEY": hexKey]
        environment["ANCHANG_PERSON_KEY"] = text
        let problem = #expect(throws: KeyProblem.self) {
            try BookKeys(environment: environment)
        }
        #expect(problem == KeyProblem("ANCHANG_PERSON_KEY", kind))
        #expect(problem?.description.contains("openssl rand -hex 32") == true)
        if let text, !text.isEmpty { #expect(problem?.description.contains(text) == false) }
    }
}
