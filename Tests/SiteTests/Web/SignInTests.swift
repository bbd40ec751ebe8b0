import Database
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `Signing in` {
    @Test func `the right password gives a cookie and leads where one wanted to go`() async throws {
        let fixture = try await WebFixture()
        try await fixture.add("jing")
        let answer = try await fixture.stranger.post(
            "/sign-in", [("login", " jing "), ("password", "jing"), ("return", "/board")])
        #expect(answer.status == 303 && answer.location == "/board")
        let cookie = try #require(answer.headers[.setCookie])
        #expect(cookie.contains("; Path=/; HttpOnly; SameSite=Lax") && !cookie.contains("Secure"))
        let browser = Browser(fixture: fixture, cookie: answer.sessionSecret)
        #expect(try await browser.get("/board").status == 200)
        #expect(try await browser.get("/sign-in").location == "/")
    }

    @Test func `the cookie is for https only when configured`() async throws {
        let fixture = try await WebFixture { $0.secureCookies = true }
        try await fixture.add("jing")
        let answer = try await fixture.stranger.post(
            "/sign-in", [("login", "jing"), ("password", "jing")])
        #expect(answer.headers[.setCookie]?.hasSuffix("; Secure") == true)
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "",
    ])
    func `nobody is led to another site`(back: String) async throws {
        let fixture = try await WebFixture()
        try await fixture.add("jing")
        let answer = try await fixture.stranger.post(
            "/sign-in", [("login", "jing"), ("password", "jing"), ("return", back)])
        #expect(answer.location == "/")
        let page = try await fixture.stranger.get("/sign-in?return=" + percentEncode(back))
        #expect(!page.text.contains("name=\"return\""))
    }

    @Test func `a wrong password, an unknown and a closed account look the same`() async throws {
        let fixture = try await WebFixture()
        try await fixture.add("jing")
        let closed = try await fixture.add("old")
        try await fixture.site.accounts.close(site: closed.site, staff: closed.staff)
        var texts: Set<String> = []
        for (login, password) in [("jing", "no"), ("nobody", "no"), ("old", "old")] {
            let answer = try await fixture.stranger.post(
                "/sign-in", [("login", login), ("password", password)])
            #expect(answer.status == 422 && answer.headers[.setCookie] == nil)
            texts.insert(answer.text.replacing("value=\"\(login)\"", with: ""))
        }
        #expect(texts.count == 1 && texts.first?.contains("账号或密码不对") == true)
    }

    @Test func `unknown logins cost as much as known ones`() async throws {
        let fixture = try await WebFixture {
            $0.passwordCost = PasswordCost(rounds: 4096, blockSize: 8, lanes: 1)
        }
        let account = Account(
            site: "s1", staff: "x", login: "known", displayName: "x", role: .consultant)
        let cost = PasswordCost(rounds: 4096, blockSize: 8, lanes: 1)
        try await fixture.site.accounts.open(
            account, password: await PasswordHash.make(of: "right", cost: cost))
        func time(_ login: String) async throws -> Duration {
            try await ContinuousClock().measure {
                _ = try await fixture.stranger.post(
                    "/sign-in", [("login", login), ("password", "wrong")])
            }
        }
        // The least of some, taken in turns: what else the machine does only ever adds. Without a
        // hash the unknown one would take a hundredth, however often tried.
        var (known, unknown) = (Duration.seconds(10), Duration.seconds(10))
        for _ in 0..<4 {
            known = min(known, try await time("known"))
            unknown = min(unknown, try await time("unknown"))
        }
        #expect(max(known, unknown) < min(known, unknown) * 10)
        #expect(min(known, unknown) > .milliseconds(3))
    }

    @Test func `what was typed is shown again, escaped, but never the password`() async throws {
        let answer = try await WebFixture().stranger.post(
            "/sign-in", [("login", "<b>\""), ("password", "hunter2")])
        #expect(answer.text.contains("value=\"&lt;b&gt;&quot;\""))
        #expect(!answer.text.contains("hunter2"))
    }

    @Test func `empty fields are told`() async throws {
        let answer = try await WebFixture().stranger.post("/sign-in", [("login", "jing")])
        #expect(answer.status == 422 && answer.text.contains("请填写账号和密码"))
    }
}

@Suite struct `Guessing passwords` {
    private func attempt(_ fixture: WebFixture, _ login: String, _ password: String = "no")
        async throws -> Received
    {
        try await fixture.stranger.post("/sign-in", [("login", login), ("password", password)])
    }

    @Test func `after six tries even the right one has to wait`() async throws {
        let fixture = try await WebFixture()
        try await fixture.add("jing")
        for _ in 0..<6 { #expect(try await attempt(fixture, "jing").status == 422) }
        let refused = try await attempt(fixture, "jing", "jing")
        #expect(refused.status == 429 && refused.headers[.retryAfter] == "600")
        #expect(refused.text.contains("请过 10 分钟再试"))
        fixture.clock.advance(by: .seconds(601))
        #expect(try await attempt(fixture, "jing", "jing").status == 303)
    }

    @Test func `a success forgets the failures`() async throws {
        let fixture = try await WebFixture()
        try await fixture.add("jing")
        for _ in 0..<4 {
            for _ in 0..<5 { #expect(try await attempt(fixture, "jing").status == 422) }
            #expect(try await attempt(fixture, "jing", "jing").status == 303)
        }
    }

    @Test func `many logins from one address are slowed, successes do not count`() async throws {
        let throttle = SignInThrottle()
        for number in 0..<200 {
            let login = "colleague\(number)"
            #expect(throttle.count(login: login, address: "a", at: 0) == nil)
            throttle.clear(login: login, address: "a")
        }
        for number in 0..<40 {
            #expect(throttle.count(login: "victim\(number)", address: "a", at: 0) == nil)
        }
        #expect(throttle.count(login: "victim41", address: "a", at: 0) != nil)
        #expect(throttle.count(login: "victim41", address: "b", at: 0) == nil)
    }

    @Test func `unknown logins are counted as well`() async throws {
        let fixture = try await WebFixture()
        for _ in 0..<6 { _ = try await attempt(fixture, "nobody") }
        #expect(try await attempt(fixture, "nobody").status == 429)
    }

    @Test func `tries at the same time are counted before they are checked`() async throws {
        let fixture = try await WebFixture()
        try await fixture.add("jing")
        let statuses = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<30 {
                group.addTask { (try? await attempt(fixture, "jing").status) ?? 0 }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 422 } == 6 && statuses.count { $0 == 429 } == 24)
    }
}

@Suite struct `The demonstration` {
    @Test func `its people are listed and sign in with one tap`() async throws {
        let fixture = try await WebFixture { $0.demo = true }
        try await fixture.add("jing")
        try await fixture.add("wei", .salesManager)
        let page = try await fixture.stranger.get("/sign-in").text
        #expect(page.contains("data-demo-person=\"jing\""))
        let (manager, consultant) = (page.range("wei"), page.range("jing"))
        #expect(try #require(manager) < (try #require(consultant)))
        let answer = try await fixture.stranger.post("/sign-in/demo", [("login", "jing")])
        let browser = Browser(fixture: fixture, cookie: answer.sessionSecret)
        #expect(try await browser.get("/board").text.contains("顾问jing"))
        let unknown = try await fixture.stranger.post("/sign-in/demo", [("login", "x")])
        #expect(unknown.status == 404)
    }

    @Test func `a real site knows nothing of it`() async throws {
        let fixture = try await WebFixture()
        try await fixture.add("jing")
        let answer = try await fixture.stranger.post("/sign-in/demo", [("login", "jing")])
        #expect(answer.status == 404 && answer.headers[.setCookie] == nil)
        #expect(try await !fixture.stranger.get("/sign-in").text.contains("data-demo-person"))
    }
}

extension String {
    /// Where a text first stands.
    fileprivate func range(_ text: String) -> String.Index? { firstRange(of: text)?.lowerBound }
}
