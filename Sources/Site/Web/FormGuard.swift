import HTTPTypes
import Hummingbird

/// Keeps other sites from acting in the name of somebody who is signed in here.
struct FormGuard: Sendable {
    let allowedOrigins: Set<String>

    /// Checks where a changing request comes from, by what browsers say of themselves.
    /// Programs say neither and are let through to the token check.
    func checkOrigin(of request: Request) throws(Problem) {
        if let site = request.headers[.secFetchSite], site != "same-origin", site != "none" {
            guard let origin = request.headers[.origin], allowedOrigins.contains(origin)
            else { throw .foreignOrigin }
        }
        guard let origin = request.headers[.origin] else { return }
        if allowedOrigins.contains(origin) { return }
        guard let host = request.head.authority,
            origin == "http://\(host)" || origin == "https://\(host)"
        else { throw .foreignOrigin }
    }

    /// Checks that the form was made for this session: its token stands in a field or a header.
    func checkToken(of request: Request, form: FormFields, session: Session) throws(Problem) {
        guard session.proof == .cookie else { return }
        let sent = request.headers[.csrfToken] ?? form["_csrf"]
        guard let sent, equalInConstantTime(Array(sent.utf8), Array(session.csrfToken.utf8))
        else { throw .expiredForm }
    }
}
