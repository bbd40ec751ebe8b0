import Database
import Foundation
import HTTPTypes
import HouseRules
import Hummingbird
import HummingbirdCore
import Testing

@testable import Site

/// What must hold on every address there is, today's and tomorrow's: taken from the route table.
@Suite(.timeLimit(.minutes(15))) struct `On every address` {
    private func path(_ route: Route) -> String {
        route.path.replacing("{id}", with: "nothing").replacing("**", with: "css/app.css")
    }

    private func name(_ route: Route) -> String { "\(route.method) \(route.path)" }

    /// Somebody who may use the route, signed in with a browser.
    private func insider(_ route: Route, _ site: ServedSite) async throws -> Visitor {
        let person = ServedSite.Person.allCases.first {
            route.access.verdict(for: $0.role) == .allowed
        }
        return try await site.visitor(try #require(person, "nobody may use \(name(route))"))
    }

    private func writing(_ site: ServedSite) -> [Route] {
        site.server.site.table.routes.filter { $0.method != .get && $0.access != .anyone }
    }

    private func send(
        _ route: Route, _ visitor: Visitor, headers: HTTPFields = [:], body: String? = nil
    ) async throws -> Response {
        let isAPI = route.kind == .api
        return try await visitor.response(
            route.method, path(route), body: body ?? (isAPI ? "{}" : "a=1"),
            type: isAPI ? "application/json" : "application/x-www-form-urlencoded",
            headers: headers)
    }

    @Test func `that changes something the session's token is asked for`() async throws {
        try await withServedSite(.before) { site in
            #expect(writing(site).count > 20)
            for route in writing(site) {
                let visitor = try await insider(route, site)
                let before = try await site.count("journal")
                for token in [nil, "", "wrong", String(visitor.token?.reversed() ?? [])] {
                    var headers = HTTPFields()
                    headers[.csrfToken] = token
                    let answer = try await send(route, visitor, headers: headers)
                    #expect(answer.status == .forbidden, "\(name(route)) with \(token ?? "none")")
                }
                #expect(try await site.count("journal") == before, "\(name(route))")
            }
        }
    }

    @Test func `that changes something other sites' pages are turned away, token or not`()
        async throws
    {
        try await withServedSite(.before) {
            $0.demo = true
        } _: { site in
            let elsewhere: [HTTPFields] = [
                [.origin: "https://evil.example"], [.origin: "null"],
                [.origin: "http://site.example.evil.example"], [.secFetchSite: "cross-site"],
                [.secFetchSite: "same-site"],
            ]
            for route in site.server.site.table.routes where route.method != .get {
                let visitor =
                    route.access == .anyone ? site.stranger : try await insider(route, site)
                for fields in elsewhere {
                    var headers = fields
                    if let token = visitor.token { headers[.csrfToken] = token }
                    let answer = try await send(route, visitor, headers: headers)
                    #expect(answer.status == .forbidden, "\(name(route)) from \(fields)")
                }
            }
        }
    }

    @Test func `the answer cannot be framed, sniffed, stored or led astray`() async throws {
        try await withServedSite {
            $0.demo = true
        } _: { site in
            for route in site.server.site.table.routes {
                let visitor =
                    route.access == .anyone ? site.stranger : try await insider(route, site)
                var headers = HTTPFields()
                if let token = visitor.token { headers[.csrfToken] = token }
                for asker in [visitor, site.stranger] {
                    let answer =
                        route.method == .get
                        ? try await asker.response(.get, path(route))
                        : try await send(route, asker, headers: headers)
                    check(answer, "\(name(route)) \(answer.status.code)", route)
                }
            }
        }
    }

    private func check(_ answer: Response, _ what: String, _ route: Route) {
        #expect(answer.status.code < 500 || answer.status == .serviceUnavailable, "\(what)")
        let policy = answer.headers[.contentSecurityPolicy] ?? ""
        for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"] {
            #expect(policy.contains(part), "\(what)")
        }
        #expect(!policy.contains("unsafe"), "\(what)")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(what)")
        #expect(answer.headers[HTTPField.Name("Referrer-Policy")!] == "same-origin", "\(what)")
        let isKept = route.kind == .asset && answer.status == .ok
        #expect(isKept || answer.headers[.cacheControl] == "no-store", "\(what)")
        if let place = answer.headers[.location] {
            #expect(place.hasPrefix("/") && !place.hasPrefix("//"), "\(what) leads to \(place)")
        }
        for cookie in answer.headers[values: .setCookie] where cookie.hasPrefix("anchang_") {
            for flag in ["HttpOnly", "SameSite=Lax", "Path=/"] {
                #expect(cookie.contains(flag), "\(what): \(cookie.split(separator: "=")[0])")
            }
        }
    }

    @Test func `that takes a body too large a one is turned away unread`() async throws {
        try await withServedSite(.before) {
            $0.bodyLimit = 1000
        } _: { site in
            for route in writing(site) where route.bodyLimit == nil {
                let visitor = try await insider(route, site)
                let filler = String(repeating: "a", count: 1100)
                let body = route.kind == .api ? "{\"id\":\"\(filler)\"}" : "id=\(filler)"
                var headers = HTTPFields()
                headers[.csrfToken] = visitor.token
                let answer = try await send(route, visitor, headers: headers, body: body)
                #expect(answer.status == .contentTooLarge, "\(name(route))")
                #expect(answer.headers[.connection] == "close", "\(name(route))")
            }
        }
    }

    @Test func `that takes a body only its own kind is read`() async throws {
        try await withServedSite(.before) { site in
            for route in writing(site) {
                let visitor = try await insider(route, site)
                var headers = HTTPFields()
                headers[.csrfToken] = visitor.token
                let files = "multipart/form-data; boundary=a"
                let strange = route.kind == .upload ? [] : [files]
                for type in ["text/plain", "text/xml"] + strange {
                    let answer = try await visitor.response(
                        route.method, path(route), body: "{}", type: type, headers: headers)
                    #expect(answer.status == .unsupportedMediaType, "\(name(route)) \(type)")
                }
            }
        }
    }

    @Test func `one session that storms is slowed down, and told for how long`() async throws {
        try await withServedSite(.before) {
            $0.requestRate = RequestRate(perSecond: 1, burst: 3)
        } _: { site in
            let visitor = try await site.visitor(.manager)
            for route in writing(site).prefix(3) { _ = try await send(route, visitor) }
            for route in writing(site) where route.access.verdict(for: .salesManager) == .allowed {
                let answer = try await send(route, visitor)
                #expect(answer.status == .tooManyRequests, "\(name(route))")
                #expect(answer.headers[.retryAfter] != nil)
            }
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `The session cookie` {
    @Test func `of a visitor from before is never taken over by signing in`() async throws {
        try await withServedSite(.before) { site in
            let planted = String(repeating: "a", count: 43)
            let old = try await site.visitor(.manager)
            for cookie in [planted, old.cookie ?? ""] {
                var visitor = site.stranger
                visitor.cookie = cookie
                let answer = try await visitor.post(
                    "/sign-in", ["login": "desk", "password": "desk"])
                #expect(answer.status == 303)
                let secret = try #require(answer.sessionSecret)
                #expect(secret != cookie && secret.utf8.count >= 40)
            }
            var mine = site.stranger
            mine.cookie = planted
            #expect(try await mine.get("/board").status == 303)
        }
    }

    @Test func `is not sent to scripts, other sites or plain http`() async throws {
        try await withServedSite(.before) {
            $0.secureCookies = true
        } _: { site in
            let answer = try await site.stranger.post(
                "/sign-in", ["login": "desk", "password": "desk"])
            let cookie = try #require(
                answer.headers[values: .setCookie].first { $0.contains("anchang_session=") })
            for flag in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
                #expect(cookie.contains(flag))
            }
            #expect(!cookie.lowercased().contains("domain="))
            #expect(answer.headers[.strictTransportSecurity] != nil)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `Addresses that want more than there is` {
    @Test(arguments: [
        "/assets/../app.js", "/assets/..%2f..%2fmigrations/0001-accounts.sql",
        "/assets/%2e%2e/%2e%2e/openapi.json", "/assets/..%5c..%5copenapi.json",
        "/assets//etc/passwd", "/assets/%00", "/assets/css/../../openapi.json",
        "/assets/migrations/0001-accounts.sql", "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
    ])
    func `find nothing outside the shelf`(path: String) async throws {
        try await withServedSite(.before) { site in
            let answer = try await site.stranger.get(path)
            #expect(answer.status == 404, "\(path)")
            #expect(!answer.text.contains("CREATE TABLE") && !answer.text.contains("root:"))
        }
    }

    @Test(arguments: ["evil.example", "site.example:99999", "", "a\u{7f}b", "site.example@evil"])
    func `a strange host is repeated nowhere`(host: String) async throws {
        try await withServedSite(.before) { site in
            for path in ["/", "/board", "/sign-in", "/nowhere"] {
                let request = Request(
                    head: HTTPRequest(
                        method: .get, scheme: "http", authority: host, path: path,
                        headerFields: [.referer: "http://\(host)//evil"]),
                    body: RequestBody(buffer: .init()))
                let response = try await site.server.site.door.respond(
                    to: request, context: WebContext(logger: site.server.surroundings.log))
                let answer = try await Received(response)
                #expect(answer.status < 500)
                #expect(host.isEmpty || !answer.text.contains(host))
                #expect(answer.location?.contains("evil") != true, "\(answer.location ?? "")")
            }
        }
    }
}
