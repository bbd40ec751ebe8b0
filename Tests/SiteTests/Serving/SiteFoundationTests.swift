import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The foundation of a site` {
    private func withServer(
        policies: String = ServedSite.policies, _ body: (SiteServer) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "anchang-foundation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var settings = ServerSettings(
            database: folder.appending(path: "site.sqlite").path, keys: ServedSite.keys,
            policies: policies)
        settings.web.passwordCost = .cheap
        let clock = StoppedClock(at: mondayAt(8, 0).milliseconds)
        let server = try await SiteServer(settings, surroundings: .fixed(clock: clock))
        let result: Result<Void, any Error>
        do { result = .success(try await body(server)) } catch { result = .failure(error) }
        await server.close()
        try result.get()
    }

    private func lay(
        _ server: SiteServer, _ site: SiteID = "s1", pack: String = "P001", login: String = "admin"
    ) async throws -> String? {
        try await SiteFoundation(server).lay(
            site, name: "云栖府", pack: pack, administrator: login)
    }

    @Test func `makes the book, the first rules and an administrator`() async throws {
        try await withServer { (server) async throws in
            #expect(try await lay(server) != nil)
            #expect(try await server.shelf.sites().map(\.name) == ["云栖府"])
            let revisions = try await server.shelf.book("s1").policyRevisions
            #expect(revisions.count == 1 && revisions[0].note == "开站")
            #expect(revisions[0].effectiveFrom == mondayAt(8, 0) && revisions[0].author == "admin")
            let found = try #require(try await server.accounts.find(login: "admin"))
            #expect(found.account.role == .administrator && found.account.staff == "s1-admin")
            #expect(found.account.displayName == "系统管理员")
        }
    }

    @Test func `tells the password once, and it opens the door`() async throws {
        try await withServer { (server) async throws in
            let password = try #require(try await lay(server))
            #expect(password.utf8.count == 16)
            let answer = try await Visitor(door: server.site.door).post(
                "/sign-in", ["login": "admin", "password": password])
            #expect(answer.status == 303 && answer.sessionSecret != nil)
            #expect(try await lay(server) == nil)
        }
    }

    @Test func `laid twice changes nothing, not even with another pack or name`() async throws {
        try await withServer { (server) async throws in
            let password = try #require(try await lay(server))
            #expect(try await lay(server, pack: "P002A") == nil)
            let book = try await server.shelf.book("s1")
            #expect(await book.policyRevisions.count == 1)
            #expect(await book.policy(at: mondayAt(9, 0)).policy.rotation.mechanism == .ring)
            let answer = try await Visitor(door: server.site.door).post(
                "/sign-in", ["login": "admin", "password": password])
            #expect(answer.status == 303)
        }
    }

    @Test func `each site gets a password of its own`() async throws {
        try await withServer { (server) async throws in
            let first = try await lay(server)
            let second = try await lay(server, "s2", login: "admin2")
            #expect(first != nil && second != nil && first != second)
        }
    }

    @Test func `a pack that is not there is told by its name`() async throws {
        try await withServer { (server) async throws in
            let faults = try await #require(throws: SourceFaults.self) {
                try await lay(server, pack: "P999")
            }
            #expect(faults.text.contains("P999.yaml") && faults.text.contains("打不开这个文件"))
            #expect(try await server.accounts.find(login: "admin") == nil)
        }
    }

    @Test func `what failed half-way can be laid to its end`() async throws {
        try await withServer { (server) async throws in
            _ = try? await lay(server, pack: "P999")
            #expect(try await lay(server) != nil)
            #expect(try await server.shelf.book("s1").policyRevisions.count == 1)
        }
    }
}

@Suite struct `Keys for programs` {
    @Test func `a key acts for its account, and for that many days`() async throws {
        try await withServedSite { (site) async throws in
            let key = try await site.server.issueToken(login: "desk", label: "屏", days: 2)
            let program = Visitor(door: site.server.site.door, bearer: key)
            #expect(try await program.get("/api/v1/board").status == 200)
            site.clock.advance(by: .seconds(2 * 86_400 - 1))
            #expect(try await program.get("/api/v1/board").status == 200)
            site.clock.advance(by: .seconds(1))
            #expect(try await program.get("/api/v1/board").status == 401)
        }
    }

    @Test func `two keys differ, and neither is in the database`() async throws {
        try await withServedSite { (site) async throws in
            let first = try await site.server.issueToken(login: "desk", label: "a", days: 1)
            let second = try await site.server.issueToken(login: "desk", label: "a", days: 1)
            #expect(first != second)
            let bytes = try site.everyByte()
            #expect(bytes.range(of: Data(first.utf8)) == nil)
            #expect(bytes.range(of: Data(hex(sha256(first)).utf8)) != nil)
        }
    }

    @Test func `nobody gets a key for a login that there is not, or that is closed`() async throws {
        try await withServedSite { (site) async throws in
            await #expect(throws: UnknownLogin(login: "nobody")) {
                try await site.server.issueToken(login: "nobody", label: "t", days: 1)
            }
            try await site.server.accounts.close(
                site: ServedSite.site, staff: ServedSite.Person.desk.staff)
            let refused = try await #require(throws: UnknownLogin.self) {
                try await site.server.issueToken(login: "desk", label: "t", days: 1)
            }
            #expect(refused.description == "No open account has the login desk.")
        }
    }
}
