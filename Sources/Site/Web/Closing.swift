import Database
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// Makes answers and faults into responses: with the headers all of them carry, without a body for
/// HEAD, and as a page, a fragment or problem details, whichever the asker understands.
struct Closing: Sendable {
    let web: WebEnvironment
    let limiter: RequestLimiter
    private let headers: SecurityHeaders

    init(web: WebEnvironment) {
        self.web = web
        limiter = RequestLimiter(rate: web.configuration.requestRate)
        headers = SecurityHeaders(isSecure: web.configuration.secureCookies)
    }

    func response(to request: Request, _ answer: Answer) -> Response {
        let response = Response(
            status: answer.status,
            headers: headers.added(to: answer.headers, isStored: answer.isStored),
            body: answer.body)
        return request.method == .head ? response.createHeadResponse() : response
    }

    func response(
        to request: Request, _ error: any Error, _ session: Session?, _ context: WebContext
    ) -> Response {
        let problem = problem(for: error, request, context)
        var answer = shown(problem, to: request, session)
        if let seconds = problem.retryAfter { answer.headers[.retryAfter] = String(seconds) }
        if let allow = problem.allow { answer.headers[.allow] = allow }
        if problem.closesConnection { answer.headers[.connection] = "close" }
        return response(to: request, answer)
    }

    private func problem(
        for error: any Error, _ request: Request, _ context: WebContext
    ) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case DatabaseFailure.busy, DatabaseFailure.timeout, DatabaseFailure.connectionLost:
            web.surroundings.log.warning("database unavailable: \(error)")
            return .busy(after: 2)
        case DatabaseFailure.full, DatabaseFailure.readOnly:
            web.surroundings.log.critical("database cannot be written: \(error)")
            return .noRoom
        case let failure as any HTTPResponseError where failure.status.kind == .clientError:
            return .badRequest("请从页面上的按钮操作。")
        default:
            let id = requestID(context)
            let address = request.uri.path
            web.surroundings.log.error("request \(id) \(request.method) \(address): \(error)")
            return .internalError(id: id)
        }
    }

    private func shown(_ problem: Problem, to request: Request, _ session: Session?) -> Answer {
        if request.uri.path.hasPrefix("/api/") { return problem.details }
        let isFragment = request.headers[.hxRequest] == "true"
        if problem == .signInFirst, request.headers[.accept] != "text/event-stream" {
            return signIn(instead: request, isFragment: isFragment)
        }
        if isFragment {
            return .html(problem.notice, status: problem.status)
                .with(.hxRetarget, "#notices").with(.hxReswap, "innerHTML")
        }
        let viewer = web.viewer(of: session)
        return .html(
            Layout(
                title: problem.title, viewer: viewer, current: request.uri.path,
                body: problem.page(isSignedIn: viewer != nil)
            ).html, status: problem.status)
    }

    /// Leads to the sign-in page and back: to this page, or after a form to the page it was on.
    private func signIn(instead request: Request, isFragment: Bool) -> Answer {
        let isPage = request.method == .get && !isFragment
        let back =
            isPage ? request.head.path.flatMap(localPath) : refererPath(of: request)
        let query = back.map { "?return=" + percentEncode($0) } ?? ""
        let place = "/sign-in" + query
        if isFragment {
            return Answer(status: .unauthorized).with(.hxRedirect, place)
        }
        return .redirect(to: place)
    }

    private func refererPath(of request: Request) -> String? {
        guard let referer = request.headers[.referer], let host = request.head.authority,
            let range = referer.range(of: "://\(host)/")
        else { return nil }
        return localPath("/" + referer[range.upperBound...])
    }
}
