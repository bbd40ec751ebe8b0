import HTTPTypes
import Hummingbird
import Testing

@testable import Site

@Suite struct `Routing` {
    @Test func `a route answers with its content`() async throws {
        let answer = try await WebFixture().stranger.get("/hello")
        #expect(answer.status == 200 && answer.text == "<p>你好</p>")
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    }

    @Test func `HEAD is GET without the body but with its length`() async throws {
        let answer = try await WebFixture().stranger.send(.head, "/hello")
        #expect(answer.status == 200 && answer.text.isEmpty)
        #expect(answer.headers[.contentLength] == "13")
    }

    @Test func `another method is refused with the methods there are`() async throws {
        let stranger = try await WebFixture().stranger
        let answer = try await stranger.send(.delete, "/hello")
        #expect(answer.status == 405 && answer.headers[.allow] == "GET, HEAD, OPTIONS")
        #expect(answer.text.contains("这个地址不能这样用"))
        let form = try await stranger.get("/survey")
        #expect(form.status == 405 && form.headers[.allow] == "POST, OPTIONS")
        let options = try await stranger.send(.options, "/hello")
        #expect(options.status == 204 && options.headers[.allow] == "GET, HEAD, OPTIONS")
    }

    @Test(arguments: ["/nowhere", "/visits", "/visits/1/2", "/assets", "/hello/x", "/%00", "//"])
    func `an unknown address is told kindly`(path: String) async throws {
        let answer = try await WebFixture().stranger.get(path)
        #expect([404, 405].contains(answer.status))
        #expect(answer.text.contains("<h1>"))
    }

    @Test func `path parameters and queries are decoded`() async throws {
        let answer = try await WebFixture().signedIn()
            .get("/visits/%E5%BC%A0%2F1?tab=a+b%26c")
        #expect(answer.text == "张/1 a b&c")
    }

    @Test(arguments: ["/visits/%FF", "/visits/%2", "/visits/%00", "/visits/1?tab=%FF"])
    func `unreadable parameters are refused`(path: String) async throws {
        let answer = try await WebFixture().signedIn().get(path)
        #expect([400, 404].contains(answer.status))
    }

    @Test func `a very long address is refused`() async throws {
        let answer = try await WebFixture().stranger.get(
            "/hello?x=" + String(repeating: "a", count: 5000))
        #expect(answer.status == 414)
    }

    @Test func `a table with a fault stops the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = RouteTable([
                Route(.post, "/x", access: .anyone, kind: .page, summary: "x") { _ in .empty }
            ])
        }
    }
}

@Suite struct `Headers of every answer` {
    @Test(arguments: ["/hello", "/nowhere", "/broken", "/board", "/healthz"])
    func `nothing foreign may run, frame or be sniffed`(path: String) async throws {
        let headers = try await WebFixture().stranger.get(path).headers
        let policy = try #require(headers[.contentSecurityPolicy])
        for part in [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'",
            "frame-ancestors 'none'", "base-uri 'none'",
        ] { #expect(policy.contains(part)) }
        #expect(!policy.contains("unsafe"))
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[HTTPField.Name("Referrer-Policy")!] == "same-origin")
        #expect(headers[HTTPField.Name("Permissions-Policy")!]?.contains("camera=()") == true)
        #expect(headers[HTTPField.Name("Cross-Origin-Opener-Policy")!] == "same-origin")
        #expect(headers[.crossOriginResourcePolicy] == "same-origin")
        #expect(headers[.cacheControl] == "no-store")
        #expect(headers[.strictTransportSecurity] == nil)
    }

    @Test func `https is insisted on only when configured`() async throws {
        let fixture = try await WebFixture { $0.secureCookies = true }
        let answer = try await fixture.stranger.get("/hello")
        #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
    }
}

@Suite struct `Faults are told` {
    @Test func `a bug shows a number and nothing of its inside`() async throws {
        let answer = try await WebFixture().stranger.get("/broken")
        #expect(answer.status == 500 && answer.text.contains("系统出错了"))
        #expect(!answer.text.contains("secret") && !answer.text.contains("138"))
    }

    @Test func `a busy database asks to come back`() async throws {
        let answer = try await WebFixture().stranger.get("/busy")
        #expect(answer.status == 503 && answer.headers[.retryAfter] == "2")
    }

    @Test func `a full disk is told as what it is`() async throws {
        let answer = try await WebFixture().stranger.get("/full")
        #expect(answer.status == 503 && answer.text.contains("磁盘满了"))
    }

    @Test func `a refusal names its field, for browsers as a page`() async throws {
        let answer = try await WebFixture().signedIn().post("/visits", [("name", " ")])
        #expect(answer.status == 422 && answer.text.contains("请填写称呼。"))
        #expect(answer.text.contains("<!DOCTYPE html>"))
    }

    @Test func `for htmx as a part put where notices stand`() async throws {
        let answer = try await WebFixture().signedIn()
            .post("/visits", headers: [.hxRequest: "true"])
        #expect(answer.status == 422 && !answer.text.contains("<!DOCTYPE"))
        #expect(answer.headers[.hxRetarget] == "#notices")
        #expect(answer.text.contains("<li>称呼不能空着。</li>"))
    }

    @Test func `for programs as problem details`() async throws {
        let answer = try await WebFixture().stranger.send(
            .post, "/api/v1/echo", body: "{}", type: "application/json")
        #expect(answer.status == 401)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.headers[.wwwAuthenticate] == "Bearer")
        #expect(answer.text.contains("\"status\":401"))
        let unknown = try await WebFixture().stranger.get("/api/v1/nothing")
        #expect(unknown.status == 404 && unknown.text.hasPrefix("{"))
    }

    @Test func `clauses and fields stand in problem details`() {
        let problem = Problem(
            status: .conflict, title: "t", detail: "d",
            fields: [.init(name: "name", sentence: "s")], clauses: ["REC-20"])
        guard case .some(let length) = problem.details.body.contentLength else {
            Issue.record("no body")
            return
        }
        #expect(length > 0 && problem.details.status == .conflict)
    }
}

@Suite struct `Bodies` {
    @Test func `too large is refused by its length`() async throws {
        let browser = try await WebFixture().signedIn()
        let answer = try await browser.post(
            "/visits", [("name", String(repeating: "x", count: 2001))])
        #expect(answer.status == 413 && answer.headers[.connection] == "close")
    }

    @Test func `the wrong type is refused`() async throws {
        let browser = try await WebFixture().signedIn()
        let form = try await browser.send(
            .post, "/visits", body: "{}", type: "application/json")
        #expect(form.status == 415)
        let json = try await browser.send(
            .post, "/api/v1/echo", body: "a=1",
            headers: [.csrfToken: browser.token ?? ""])
        #expect(json.status == 415)
        #expect(json.headers[.contentType] == "application/problem+json")
    }

    @Test(arguments: [
        ("{", "JSON"), ("{\"name\":\"a\"}", "count"), ("{\"name\":1,\"count\":2}", "name"),
        ("", "JSON"),
    ])
    func `faulty JSON is refused with its place`(body: String, word: String) async throws {
        let browser = try await WebFixture().signedIn()
        let answer = try await browser.send(
            .post, "/api/v1/echo", body: body, type: "application/json; charset=utf-8",
            headers: [.csrfToken: browser.token ?? ""])
        #expect(answer.status == 400 && answer.text.contains(word))
    }

    @Test func `good JSON is answered with keys in order`() async throws {
        let browser = try await WebFixture().signedIn()
        let answer = try await browser.send(
            .post, "/api/v1/echo", body: "{\"name\":\"a/b\",\"count\":2}",
            type: "application/json", headers: [.csrfToken: browser.token ?? ""])
        #expect(answer.text == "{\"count\":2,\"name\":\"a/b\"}")
    }

    @Test(arguments: ["score=%", "score=%zz", "score=%FF", "score=%00", "%E5%BC=1"])
    func `a broken encoding of a form is refused`(body: String) async throws {
        let answer = try await WebFixture().stranger.send(.post, "/survey", body: body)
        #expect(answer.status == 400 && answer.text.contains("第 1 个字段"))
    }
}
