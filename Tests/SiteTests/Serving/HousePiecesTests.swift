import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Pieces of the house` {
    @Test(arguments: [
        (Role.frontDeskSecretary, "/reception"), (.consultant, "/me"), (.salesManager, "/today"),
        (.salesSupervisor, "/today"), (.dutyOfficer, "/board"), (.auditor, "/board"),
        (.clericalStaff, "/board"), (.administrator, "/clauses"),
    ])
    func `everybody starts where their work is, and may`(role: Role, page: String) async throws {
        #expect(role.firstPage == page)
        try await withServedSite { (site) async throws in
            let visitor = try await site.visitor(try #require(ServedSite.Person.of(role)))
            #expect(try await visitor.get("/").location == page)
            #expect(try await visitor.get(page).status == 200)
        }
    }

    @Test func `ids are letters, digits, hyphen, dot and underscore`() {
        let plain = (UInt8.min...UInt8.max).filter(isPlainByte).map { Unicode.Scalar($0) }
        let text = plain.map(String.init).joined()
        #expect(
            text == "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
    }

    @Test(arguments: ["a", "id-1_2.Z", String(repeating: "x", count: 64)])
    func `such an id of a form is taken`(id: String) async throws {
        try await withServedSite { (site) async throws in
            let desk = try await site.visitor(.desk)
            let answer = try await desk.post("/visits", ["id": id, "class": "new_first"])
            #expect(answer.decision == id)
        }
    }

    @Test(arguments: ["a b", "a/b", "张", "<", String(repeating: "x", count: 65)])
    func `any other is refused, and nothing is written`(id: String) async throws {
        try await withServedSite { (site) async throws in
            let before = try await site.count("journal")
            let desk = try await site.visitor(.desk)
            let answer = try await desk.post("/visits", ["id": id, "class": "new_first"])
            #expect(answer.status == 400 && answer.text.contains("表单编号 id 只能由"))
            #expect(try await site.count("journal") == before)
        }
    }

    @Test func `a form without an id gets a fresh one each time`() async throws {
        try await withServedSite { (site) async throws in
            let desk = try await site.visitor(.desk)
            let first = try await desk.post("/visits", ["class": "new_first"]).decision
            let second = try await desk.post("/visits", ["class": "new_first", "id": ""]).decision
            #expect(first != nil && second != nil && first != second)
        }
    }

    @Test func `settings listen on this machine alone unless told otherwise`() {
        let settings = ServerSettings(
            database: "x", keys: ServedSite.keys, policies: ServedSite.policies)
        #expect(settings.host == "127.0.0.1" && settings.port == 8080)
        #expect(!settings.web.demo && !settings.web.secureCookies && !settings.web.trustsProxy)
        #expect(settings.web.allowedOrigins.isEmpty && settings.web.siteName == "案场")
        #expect(settings.web.requestRate == RequestRate(perSecond: 50, burst: 200))
    }

    @Test func `packs are read with their bases from the folder`() throws {
        let text =
            "pack: X\ntitle: 试\nbase: P001\neffective_from: 2025-01-01\nauthor: 甲\n"
            + "parameters: {waiver.tick_cost: 3}"
        let pack = try PackReader(folder: ServedSite.policies).read(text)
        #expect(pack.base == "P001" && pack.clauses.count >= 18)
        #expect(pack.revisions.last?.policy.rotation.waiverTicks == 3)
    }

    @Test func `a pack whose base is not in the folder is explained`() throws {
        let text =
            "pack: X\ntitle: 试\nbase: P001\neffective_from: 2025-01-01\nauthor: 甲\n"
            + "parameters: {}"
        let faults = try #require(throws: SourceFaults.self) {
            try PackReader(folder: "/nowhere").read(text)
        }
        #expect(faults.text.contains("P001"))
    }
}
