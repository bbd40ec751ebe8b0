import Database
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `Sessions begin and end` {
    @Test func `a secret known before signing in is worth nothing after it`() async throws {
        let fixture = try await WebFixture()
        let before = try await fixture.signedIn("jing")
        let answer = try await before.post("/sign-in", [("login", "jing"), ("password", "jing")])
        let fresh = try #require(answer.sessionSecret)
        #expect(fresh != before.cookie)
        #expect(try await before.get("/board").status == 303)
        #expect(try await Browser(fixture: fixture, cookie: fresh).get("/board").status == 200)
    }

    @Test func `a planted secret is not taken over`() async throws {
        let fixture = try await WebFixture()
        try await fixture.add("jing")
        let planted = base64url(randomBytes(32))
        let attacker = Browser(fixture: fixture, cookie: planted)
        let answer = try await attacker.post("/sign-in", [("login", "jing"), ("password", "jing")])
        #expect(answer.sessionSecret != planted)
        #expect(try await attacker.get("/board").status == 303)
    }

    @Test func `the database holds no secret`() async throws {
        let fixture = try await WebFixture()
        let browser = try await fixture.signedIn()
        let stored = try await fixture.database.read {
            try $0.rows("SELECT token_hash FROM session").map { try $0.text("token_hash") }
        }
        #expect(stored == [hex(sha256(try #require(browser.cookie)))])
        let hash = Browser(fixture: fixture, cookie: stored[0])
        #expect(try await hash.get("/board").status == 303)
    }

    @Test func `leaving ends it, also for whoever kept the cookie`() async throws {
        let browser = try await WebFixture().signedIn()
        let answer = try await browser.post("/sign-out")
        #expect(answer.location == "/sign-in")
        #expect(answer.headers[.setCookie]?.contains("Max-Age=0") == true)
        #expect(try await browser.get("/board").status == 303)
    }

    @Test func `leaving needs the token, too`() async throws {
        var browser = try await WebFixture().signedIn()
        browser.token = nil
        #expect(try await browser.post("/sign-out").status == 403)
        #expect(try await browser.get("/board").status == 200)
    }

    @Test func `leaving everywhere ends the others of that person only`() async throws {
        let fixture = try await WebFixture()
        let phone = try await fixture.signedIn("jing")
        let account = try await #require(fixture.site.accounts.find(login: "jing")).account
        let (secret, _) = try await fixture.site.environment.sessions.begin(for: account)
        let desk = Browser(fixture: fixture, cookie: secret)
        let other = try await fixture.signedIn("lei")
        #expect(try await desk.get("/board").status == 200)
        #expect(try await phone.post("/sign-out/everywhere").status == 303)
        #expect(try await phone.get("/board").status == 303)
        #expect(try await desk.get("/board").status == 303)
        #expect(try await other.get("/board").status == 200)
    }

    @Test func `it ends when it is not used`() async throws {
        let fixture = try await WebFixture { $0.idleTimeout = .seconds(3600) }
        let browser = try await fixture.signedIn()
        for _ in 0..<5 {
            fixture.clock.advance(by: .seconds(3000))
            #expect(try await browser.get("/board").status == 200)
        }
        fixture.clock.advance(by: .seconds(3601))
        #expect(try await browser.get("/board").status == 303)
    }

    @Test func `it ends in the end, however much it is used`() async throws {
        let fixture = try await WebFixture {
            $0.idleTimeout = .seconds(3600)
            $0.absoluteTimeout = .seconds(10_000)
        }
        let browser = try await fixture.signedIn()
        for _ in 0..<3 {
            fixture.clock.advance(by: .seconds(3000))
            #expect(try await browser.get("/board").status == 200)
        }
        fixture.clock.advance(by: .seconds(1000))
        #expect(try await browser.get("/board").status == 303)
    }

    @Test func `a closed account is out at once in this process`() async throws {
        let fixture = try await WebFixture()
        let browser = try await fixture.signedIn()
        let account = try await #require(fixture.site.accounts.find(login: "jing")).account
        try await fixture.site.accounts.close(site: account.site, staff: account.staff)
        fixture.site.environment.sessions.forget(site: account.site, staff: account.staff)
        #expect(try await browser.get("/board").status == 303)
    }

    @Test func `and in another process as soon as its memory is not trusted any more`()
        async throws
    {
        let fixture = try await WebFixture { $0.sessionTrust = .seconds(20) }
        let browser = try await fixture.signedIn()
        _ = try await fixture.database.write { try $0.execute("UPDATE account SET active = 0") }
        #expect(try await browser.get("/board").status == 200)
        fixture.clock.advance(by: .seconds(21))
        #expect(try await browser.get("/board").status == 303)
    }

    @Test func `a new role counts as soon as memory is not trusted any more`() async throws {
        let fixture = try await WebFixture()
        let browser = try await fixture.signedIn("jing", .frontDeskSecretary)
        _ = try await fixture.database.write {
            try $0.execute("UPDATE account SET role = 'administrator'")
        }
        fixture.clock.advance(by: .seconds(21))
        #expect(try await browser.get("/board").status == 403)
    }

    @Test func `another process knows the session, too`() async throws {
        let fixture = try await WebFixture()
        let browser = try await fixture.signedIn()
        let elsewhere = Sessions(
            database: fixture.database, surroundings: fixture.surroundings,
            configuration: WebConfiguration())
        let found = try await elsewhere.find(secret: try #require(browser.cookie), proof: .cookie)
        #expect(found?.csrfToken == browser.token && found?.account.login == "jing")
    }

    @Test func `a request that was seen lately costs no query`() async throws {
        let fixture = try await WebFixture()
        let browser = try await fixture.signedIn()
        #expect(try await browser.get("/board").status == 200)
        try await fixture.database.close()
        #expect(try await browser.get("/board").status == 200)
    }

    @Test func `old rows are swept away when somebody signs in`() async throws {
        let fixture = try await WebFixture { $0.absoluteTimeout = .seconds(100) }
        _ = try await fixture.signedIn("jing")
        fixture.clock.advance(by: .seconds(101))
        _ = try await fixture.signedIn("lei")
        let count = try await fixture.database.read {
            try $0.row("SELECT count(*) AS total FROM session")?.int("total")
        }
        #expect(count == 1)
    }

    @Test(arguments: ["", "x", "张", String(repeating: "a", count: 5000), "a; b=c", "'--"])
    func `a strange cookie is nobody`(cookie: String) async throws {
        let browser = Browser(fixture: try await WebFixture(), cookie: cookie)
        #expect(try await browser.get("/board").status == 303)
        #expect(try await browser.get("/hello").status == 200)
    }

    @Test func `a new password ends the sessions and the keys`() async throws {
        let fixture = try await WebFixture()
        let account = try await fixture.add("jing")
        let sessions = fixture.site.environment.sessions
        let (cookie, _) = try await sessions.begin(for: account)
        let key = try await sessions.issueToken(for: account, label: "x", lifetime: .seconds(999))
        let renewing = Accounts.renewing(
            await PasswordHash.make(of: "new", cost: .cheap), site: account.site,
            staff: account.staff)
        try await fixture.database.write { try $0.execute(batch: renewing) }
        sessions.forget(site: account.site, staff: account.staff)
        #expect(try await sessions.find(secret: cookie, proof: .cookie) == nil)
        #expect(try await sessions.find(secret: key, proof: .bearer) == nil)
        let answer = try await fixture.stranger.post(
            "/sign-in", [("login", "jing"), ("password", "new")])
        #expect(answer.status == 303)
    }

    @Test func `a login is taken once`() async throws {
        let fixture = try await WebFixture()
        try await fixture.add("jing")
        await #expect(throws: DatabaseFailure.self) { try await fixture.add("jing", site: "s2") }
    }
}
