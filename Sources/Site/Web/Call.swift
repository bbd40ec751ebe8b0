import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// One request on its way to a handler: allowed, complete and within its limits.
struct Call: Sendable {
    let request: Request
    let route: Route
    /// The body; empty for GET.
    let body: [UInt8]
    /// The fields of the submitted form; none on other routes.
    let form: FormFields
    /// The files it brought.
    let files: [Upload]
    /// Who is asking; nil only on routes for anyone.
    let session: Session?
    /// Names the request in the log and to the person when something breaks.
    let id: String
    let web: WebEnvironment
    /// The form that comes back on the page that is asked for in its place.
    var returned: ReturnedForm?
    private let pathParameters: Parameters
    private let channel: (any Channel)?

    init(
        request: Request, route: Route, body: [UInt8], form: FormFields, files: [Upload] = [],
        session: Session?, context: WebContext, web: WebEnvironment
    ) {
        (self.request, self.route, self.body) = (request, route, body)
        (self.form, self.files, self.session, self.web) = (form, files, session, web)
        id = requestID(context)
        pathParameters = context.parameters
        channel = context.channel
    }

    /// A part of the path: `{id}` in the route. Throws 404 when it is not readable text.
    func parameter(_ name: String) throws(Problem) -> String {
        guard let raw = pathParameters[name[...]],
            let text = percentDecode(raw.utf8, plusIsBlank: false)
        else { throw .notFound }
        return text
    }

    /// The fields after `?`.
    func query() throws(Problem) -> FormFields {
        try FormFields(urlencoded: (request.uri.query ?? "").utf8)
    }

    /// The JSON body; throws 400 with the path of the first fault.
    func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let data = Data(body)
        guard !JSONText.hidesNUL(data) else { throw Problem.badRequest("文字里有不能保存的空字符，请删掉。") }
        do { return try JSONDecoder().decode(type, from: data) } catch let error
            as DecodingError
        { throw Problem.badRequest(sentence(for: error)) }
    }

    /// True when htmx asks for a part of a page rather than a whole one.
    var wantsFragment: Bool { request.headers[.hxRequest] == "true" }

    /// Where the request came from, for throttling: never for deciding what is allowed.
    var remoteAddress: String {
        if web.configuration.trustsProxy,
            let last = request.headers[values: .xForwardedFor].last?.split(separator: ",").last
        {
            return last.trimmingCharacters(in: .whitespaces)
        }
        return channel?.remoteAddress?.ipAddress ?? "local"
    }

    /// Whether the connection comes from this machine, from a program or from a proxy.
    var isFromLoopback: Bool {
        let address = channel?.remoteAddress?.ipAddress
        return address == "::1" || address?.hasPrefix("127.") == true
    }

    /// Closes the connection without waiting for the other side; streams need it when the site
    /// stops.
    func abandonConnection() { channel?.close(promise: nil) }

    /// The hidden field that every form of the person who asked carries; nothing for a stranger.
    var csrfField: HTML { web.viewer(of: session)?.csrfField ?? "" }

    /// What the site of the person who asked is called; empty for a stranger.
    var siteName: String { web.viewer(of: session)?.siteName ?? "" }

    /// A whole page in the site's frame, for the person who asked.
    func page(
        _ title: String, current: String? = nil, body: HTML, script: String? = nil
    ) -> Answer {
        .html(
            Layout(
                title: title, viewer: web.viewer(of: session),
                current: current ?? request.uri.path, body: returned?.filled(body) ?? body,
                now: web.surroundings.now(), script: script
            ).html, status: returned == nil ? .ok : .unprocessableContent)
    }
}

/// The number under which a request stands in the log.
func requestID(_ context: WebContext) -> String {
    context.logger[metadataKey: "hb.request.id"]?.description ?? "-"
}

private func sentence(for error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, let context):
        "缺少字段 \((context.codingPath + [key]).map(\.stringValue).joined(separator: "."))。"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
        "字段 \(path(context)) 的类型不对。"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
        "字段 \(path(context)) 的内容不对。"
    default: "内容不是合法的 JSON。"
    }
}

extension HTTPField.Name {
    static let hxRequest = Self("HX-Request")!
    static let hxRetarget = Self("HX-Retarget")!
    static let hxReswap = Self("HX-Reswap")!
    static let hxRedirect = Self("HX-Redirect")!
    static let xForwardedFor = Self("X-Forwarded-For")!
    static let csrfToken = Self("X-CSRF-Token")!
    static let secFetchSite = Self("Sec-Fetch-Site")!
    static let lastEventID = Self("Last-Event-ID")!
}
