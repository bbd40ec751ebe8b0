import Database
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Takes every request in: finds its route, checks who may pass, and tells faults in words.
struct FrontDoor: HTTPResponder {
    typealias Context = WebContext

    private let router: RouterResponder<WebContext>
    private let closing: Closing

    init(table: RouteTable, web: WebEnvironment) {
        closing = Closing(web: web)
        let router = Router(context: WebContext.self)
        for (path, routes) in table.byPath {
            let endpoint = Endpoint(routes: routes, web: web, closing: closing)
            for method in Endpoint.knownMethods {
                router.on(RouterPath(path), method: method, responder: endpoint)
            }
        }
        // Added after the routes, so that it wraps nothing but the answer for unknown addresses.
        router.add(middleware: UnknownAddress(closing: closing))
        self.router = router.buildResponder()
    }

    /// Longer addresses are nobody's.
    private static let addressLimit = 4096

    func respond(to request: Request, context: WebContext) async throws -> Response {
        guard (request.head.path ?? "").utf8.count <= Self.addressLimit else {
            return closing.response(to: request, Problem.addressTooLong, nil, context)
        }
        return try await router.respond(to: request, context: context)
    }
}

/// All routes of one path.
private struct Endpoint: HTTPResponder {
    typealias Context = WebContext

    static let knownMethods: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .options,
    ]

    private let routes: [HTTPRequest.Method: Route]
    private let path: String
    private let allow: String
    private let web: WebEnvironment
    private let closing: Closing
    private let forms: FormGuard
    private let limiter: RequestLimiter

    init(routes: [Route], web: WebEnvironment, closing: Closing) {
        var table: [HTTPRequest.Method: Route] = [:]
        for route in routes {
            precondition(
                table.updateValue(route, forKey: route.method) == nil,
                "\(route.method) \(route.path) is declared twice")
        }
        path = routes.first?.path ?? ""
        if let get = table[.get], table[.head] == nil { table[.head] = get }
        let methods = Set(table.keys).union([.options])
        allow = Self.knownMethods.filter(methods.contains).map(\.rawValue).joined(separator: ", ")
        (self.routes, self.web, self.closing) = (table, web, closing)
        forms = FormGuard(allowedOrigins: web.configuration.allowedOrigins)
        limiter = closing.limiter
    }

    func respond(to request: Request, context: WebContext) async throws -> Response {
        let start = ContinuousClock.now
        let response = await answered(request, context)
        web.metrics.count(request.method, path, response.status.code, .now - start)
        return response
    }

    private func answered(_ request: Request, _ context: WebContext) async -> Response {
        var session: Session?
        do {
            guard let route = routes[request.method] else { return try other(request, context) }
            session = try await findSession(of: request)
            let answer = try await answer(route, request, session, context)
            return closing.response(to: request, answer)
        } catch {
            return closing.response(to: request, error, session, context)
        }
    }

    private func other(_ request: Request, _ context: WebContext) throws -> Response {
        guard request.method == .options else { throw Problem.methodNotAllowed(allow: allow) }
        return closing.response(to: request, Answer.empty.with(.allow, allow))
    }

    private func findSession(of request: Request) async throws -> Session? {
        if let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ") {
            return try await web.sessions.find(
                secret: String(header.dropFirst("bearer ".count)), proof: .bearer)
        }
        guard let secret = SessionCookie.secret(in: request.headers) else { return nil }
        return try await web.sessions.find(secret: secret, proof: .cookie)
    }

    private func answer(
        _ route: Route, _ request: Request, _ session: Session?, _ context: WebContext
    ) async throws -> Answer {
        if let session, let wait = limiter.take(session.key, at: web.surroundings.now()) {
            throw Problem.tooMany(after: wait)
        }
        let isRead = route.method == .get
        if !isRead { try forms.checkOrigin(of: request) }
        switch route.access.verdict(for: session?.account.role) {
        case .allowed: break
        case .signInFirst: throw Problem.signInFirst
        case .refused(let permission): throw Problem.forbidden(permission)
        }
        var body: [UInt8] = []
        if !isRead {
            body = try await request.collectedBody(
                kind: route.kind, limit: route.bodyLimit ?? web.configuration.bodyLimit)
        }
        let (form, files) = try submitted(body, route, request)
        // What anybody may do is not done in the name of a session.
        if !isRead, let session, route.access != .anyone {
            try forms.checkToken(of: request, form: form, session: session)
        }
        let call = Call(
            request: request, route: route, body: body, form: form, files: files,
            session: session, context: context, web: web)
        return Draft.settled(by: try await answer(to: call), form: form)
    }

    /// What the handler answers; a form with a faulty field comes back on its page as typed.
    private func answer(to call: Call) async throws -> Answer {
        do { return try await call.route.handler(call) } catch let problem as Problem
            where !problem.fields.isEmpty
        {
            guard let page = call.route.page, !call.wantsFragment else { throw problem }
            var again = call
            again.returned = ReturnedForm(
                action: call.request.uri.path, typed: call.form, problem: problem)
            return try await page(again)
        }
    }

    /// The fields and files of a form.
    private func submitted(
        _ body: [UInt8], _ route: Route, _ request: Request
    ) throws -> (FormFields, [Upload]) {
        let type = request.headers[.contentType] ?? ""
        switch route.kind {
        case .upload where type.lowercased().hasPrefix("multipart/form-data"):
            let parts = try MultipartBody(body, contentType: type)
            return (FormFields(parts.fields), parts.files)
        case .form, .upload: return (try FormFields(urlencoded: body), [])
        case .page, .api, .events, .asset: return (FormFields(), [])
        }
    }
}

/// Answers for addresses that no route has.
private struct UnknownAddress: RouterMiddleware {
    let closing: Closing

    func handle(
        _ request: Request, context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        closing.web.metrics.count(request.method, "other", 404, .zero)
        return closing.response(to: request, Problem.notFound, nil, context)
    }
}
