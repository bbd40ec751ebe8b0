import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite struct `Forms of other sites` {
    @Test func `a form with its token is accepted`() async throws {
        let answer = try await WebFixture().signedIn().post("/visits", [("name", "张")])
        #expect(answer.status == 303 && answer.location == "/visits/%E5%BC%A0")
    }

    @Test(arguments: ["", "wrong", "dG9rZW4"])
    func `a form without its token is refused`(token: String) async throws {
        var browser = try await WebFixture().signedIn()
        browser.token = token.isEmpty ? nil : token
        let answer = try await browser.post("/visits", [("name", "张")])
        #expect(answer.status == 403 && answer.text.contains("这张表单已经过期"))
    }

    @Test func `the token of another session is refused`() async throws {
        let fixture = try await WebFixture()
        var browser = try await fixture.signedIn()
        browser.token = try await fixture.signedIn("other").token
        #expect(try await browser.post("/visits", [("name", "张")]).status == 403)
    }

    @Test func `the header is as good as the field`() async throws {
        let browser = try await WebFixture().signedIn()
        let answer = try await browser.send(
            .post, "/visits", body: "name=a", headers: [.csrfToken: browser.token ?? ""])
        #expect(answer.status == 303)
    }

    @Test func `the token in the address does not count`() async throws {
        let browser = try await WebFixture().signedIn()
        let answer = try await browser.send(
            .post, "/visits?_csrf=\(browser.token ?? "")", body: "name=a")
        #expect(answer.status == 403)
    }

    @Test(
        arguments: [
            ("https://evil.example", nil), ("null", nil), ("http://site.example.evil", nil),
            ("http://evil.example", "same-origin"), (nil, "cross-site"), (nil, "same-site"),
        ] as [(String?, String?)])
    func `a form from elsewhere is refused even with its token`(
        origin: String?, site: String?
    ) async throws {
        var headers: HTTPFields = [:]
        headers[.origin] = origin
        headers[.secFetchSite] = site
        let answer = try await WebFixture().signedIn()
            .post("/visits", [("name", "a")], headers: headers)
        #expect(answer.status == 403 && answer.text.contains("别的网站"))
    }

    @Test(
        arguments: [
            ("http://site.example", "same-origin"), ("https://site.example", nil),
            (nil, "none"), ("https://front.example", "same-site"),
        ] as [(String?, String?)])
    func `a form from here passes`(origin: String?, site: String?) async throws {
        let fixture = try await WebFixture { $0.allowedOrigins = ["https://front.example"] }
        var headers: HTTPFields = [:]
        headers[.origin] = origin
        headers[.secFetchSite] = site
        let answer = try await fixture.signedIn()
            .post("/visits", [("name", "a")], headers: headers)
        #expect(answer.status == 303)
    }

    @Test func `reading needs no token and minds no origin`() async throws {
        let answer = try await WebFixture().signedIn()
            .get("/board", headers: [.secFetchSite: "cross-site"])
        #expect(answer.status == 200)
    }

    @Test func `a form for anybody needs no token but comes from here`() async throws {
        let stranger = try await WebFixture().stranger
        #expect(try await stranger.post("/survey", [("score", "5")]).text == "5")
        let foreign = try await stranger.post(
            "/survey", [("score", "5")], headers: [.origin: "https://evil.example"])
        #expect(foreign.status == 403)
    }

    @Test func `a key for programs needs no token`() async throws {
        let fixture = try await WebFixture()
        let account = try await fixture.add("robot", .frontDeskSecretary)
        let key = try await fixture.site.environment.sessions.issueToken(
            for: account, label: "import", lifetime: .seconds(60))
        let headers: HTTPFields = [.authorization: "Bearer \(key)"]
        func echo() async throws -> Received {
            try await fixture.stranger.send(
                .post, "/api/v1/echo", body: "{\"name\":\"a\",\"count\":1}",
                type: "application/json", headers: headers)
        }
        #expect(try await echo().status == 200)
        fixture.clock.advance(by: .seconds(61))
        #expect(try await echo().status == 401)
    }

    @Test func `a key is no cookie and a cookie no key`() async throws {
        let fixture = try await WebFixture()
        let account = try await fixture.add("robot")
        let sessions = fixture.site.environment.sessions
        let key = try await sessions.issueToken(for: account, label: "x", lifetime: .seconds(60))
        let (cookie, _) = try await sessions.begin(for: account)
        let asCookie = Browser(fixture: fixture, cookie: key)
        #expect(try await asCookie.get("/board").status == 303)
        let asKey = try await fixture.stranger.get(
            "/board", headers: [.authorization: "Bearer \(cookie)"])
        #expect(asKey.status == 303)
    }
}

@Suite struct `Drafts` {
    @Test func `an accepted form says that its draft is done`() async throws {
        let browser = try await WebFixture().signedIn()
        let accepted = try await browser.post("/visits", [("name", "a"), ("_draft", "arrival")])
        #expect(
            accepted.headers[.setCookie]
                == "draft_done=arrival; Path=/; Max-Age=300; SameSite=Lax")
        let refused = try await browser.post("/visits", [("name", ""), ("_draft", "arrival")])
        #expect(refused.status == 422 && refused.headers[.setCookie] == nil)
    }

    @Test(arguments: ["a;b", "a b", "", "a\r\nSet-Cookie: x", "张"])
    func `a strange key sets no cookie`(key: String) async throws {
        let browser = try await WebFixture().signedIn()
        let answer = try await browser.post("/visits", [("name", "a"), ("_draft", key)])
        #expect(answer.status == 303 && answer.headers[.setCookie] == nil)
    }
}
