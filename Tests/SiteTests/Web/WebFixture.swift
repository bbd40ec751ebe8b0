import Database
import Foundation
import HTTPTypes
import HouseRules
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Synchronization
import Testing

@testable import Site

/// A site with a few routes, reached without a network.
struct WebFixture {
    let site: WebSite
    let clock: StoppedClock
    let live: LiveHub
    let database: any Database
    let surroundings: Surroundings

    static let start: Int64 = 1_780_000_000_000

    init(
        routes: [Route] = WebFixture.routes,
        configure: (inout WebConfiguration) -> Void = { _ in }
    ) async throws {
        var configuration = WebConfiguration()
        configuration.siteName = "云栖府"
        configuration.passwordCost = .cheap
        configure(&configuration)
        clock = StoppedClock(at: Self.start)
        surroundings = Surroundings.fixed(clock: clock)
        database = try SQLiteDatabase(path: ":memory:")
        _ = try await SiteMigrations.all().apply(to: database)
        live = LiveHub(limit: configuration.streamLimit, heartbeat: configuration.heartbeat)
        site = await WebSite(
            configuration: configuration, surroundings: surroundings, database: database,
            live: live,
            places: [
                .init(
                    href: "/visits", label: "来客", icon: .arrival,
                    access: .permission(.receiveVisitors)),
                .init(href: "/board", label: "轮次", icon: .board, access: .signedIn),
            ],
            routes: routes)
    }

    /// Opens an account whose password is its login.
    @discardableResult
    func add(_ login: String, _ role: Role = .consultant, site: SiteID = "s1") async throws
        -> Account
    {
        let account = Account(
            site: site, staff: StaffID("staff-" + login), login: login, displayName: "顾问\(login)",
            role: role)
        try await self.site.accounts.open(
            account, password: await PasswordHash.make(of: login, cost: .cheap))
        return account
    }

    /// Somebody signed in, with what their browser holds.
    func signedIn(
        _ login: String = "jing", _ role: Role = .frontDeskSecretary
    ) async throws -> Browser {
        let account = try await add(login, role)
        let (secret, session) = try await site.environment.sessions.begin(for: account)
        return Browser(fixture: self, cookie: secret, token: session.csrfToken)
    }

    var stranger: Browser { Browser(fixture: self) }

    /// The response to a GET, its body not yet read.
    func response(to path: String, as browser: Browser) async throws -> Response {
        try await respond(
            .get, path, [.cookie: "anchang_session=\(browser.cookie ?? "")"], nil)
    }

    fileprivate func respond(
        _ method: HTTPRequest.Method, _ path: String, _ fields: HTTPFields, _ body: String?
    ) async throws -> Response {
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "site.example", path: path,
                headerFields: fields),
            body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
        return try await site.door.respond(
            to: request, context: WebContext(logger: Logger(label: "test")))
    }
}

/// What a browser would send, and what it got back.
struct Browser {
    let fixture: WebFixture
    var cookie: String?
    var token: String?

    func send(
        _ method: HTTPRequest.Method, _ path: String, body: String? = nil,
        type: String = "application/x-www-form-urlencoded", headers: HTTPFields = [:]
    ) async throws -> Received {
        var fields = headers
        if let cookie { fields[.cookie] = "other=1; anchang_session=\(cookie)" }
        if let body {
            if fields[.contentType] == nil { fields[.contentType] = type }
            fields[.contentLength] = String(body.utf8.count)
        }
        return try await Received(fixture.respond(method, path, fields, body))
    }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Received {
        try await send(.get, path, headers: headers)
    }

    /// Submits a form as the page would, with its token.
    func post(
        _ path: String, _ fields: [(String, String)] = [], headers: HTTPFields = [:]
    ) async throws -> Received {
        let all = fields + (token.map { [("_csrf", $0)] } ?? [])
        let body = all.map { "\(percentEncode($0))=\(percentEncode($1))" }.joined(separator: "&")
        return try await send(.post, path, body: body, headers: headers)
    }
}

/// An answer, read to its end.
struct Received {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    init(_ response: Response) async throws {
        status = response.status.code
        headers = response.headers
        let collected = Mutex<[UInt8]>([])
        try await response.body.write(
            Collector { bytes in collected.withLock { $0 += bytes.readableBytesView } })
        bytes = collected.withLock { $0 }
    }

    var location: String? { headers[.location] }

    /// The secret of a session cookie the answer sets.
    var sessionSecret: String? {
        headers[values: .setCookie].compactMap {
            $0.wholeMatch(of: /anchang_session=([^;]+);.*/).map { String($0.output.1) }
        }.first
    }
}

/// Hands every written buffer on.
struct Collector: ResponseBodyWriter {
    let receive: @Sendable (ByteBuffer) async -> Void

    init(receive: @escaping @Sendable (ByteBuffer) async -> Void) { self.receive = receive }

    mutating func write(_ buffer: ByteBuffer) async throws { await receive(buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension WebFixture {
    private struct Echo: Codable {
        var name: String
        var count: Int
    }

    /// One route of every kind.
    static let routes: [Route] = [
        Route(.get, "/hello", access: .anyone, kind: .page, summary: "问候") { _ in
            .html("<p>你好</p>")
        },
        Route(.get, "/board", access: .permission(.seeBoard), kind: .page, summary: "轮次") {
            $0.page("轮次", body: "<h1>轮次</h1>")
        },
        Route(.get, "/visits/{id}", access: .signedIn, kind: .page, summary: "一次来访") {
            .text(try $0.parameter("id") + " " + (try $0.query()["tab"] ?? ""))
        },
        Route(
            .post, "/visits", access: .permission(.receiveVisitors), kind: .form,
            summary: "登记来访", bodyLimit: 2000
        ) { call in
            guard let name = call.form.text("name") else {
                throw Problem(
                    status: .unprocessableContent, title: "没有登记", detail: "请填写称呼。",
                    fields: [.init(name: "name", sentence: "称呼不能空着。")], clauses: ["REC-20"])
            }
            return .redirect(to: "/visits/" + percentEncode(name))
        },
        Route(.post, "/survey", access: .anyone, kind: .form, summary: "满意度") {
            .text($0.form["score"] ?? "")
        },
        Route(
            .post, "/api/v1/echo", access: .permission(.receiveVisitors), kind: .api,
            summary: "回声"
        ) { try .json(try $0.json(Echo.self)) },
        Route(.get, "/broken", access: .anyone, kind: .page, summary: "出错") { _ in
            throw DatabaseFailure.statement("secret of 13800000000")
        },
        Route(.get, "/busy", access: .anyone, kind: .page, summary: "忙") { _ in
            throw DatabaseFailure.busy("locked")
        },
        Route(.get, "/full", access: .anyone, kind: .page, summary: "满") { _ in
            throw DatabaseFailure.full("disk")
        },
        Route(.get, "/events/board", access: .permission(.seeBoard), kind: .events, summary: "实时") {
            try $0.web.live.stream($0, topics: ["board"]) {
                [LiveEvent(name: "board", id: 10, html: "<p>now</p>")]
            }
        },
    ]
}
