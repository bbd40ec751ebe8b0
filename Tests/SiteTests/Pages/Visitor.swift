import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Testing

@testable import Site

/// A browser or a program at the door of a site.
struct Visitor {
    let door: FrontDoor
    var cookie: String?
    /// The token of the session's forms.
    var token: String?
    var bearer: String?

    func send(
        _ method: HTTPRequest.Method, _ path: String, body: String? = nil, type: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> Received {
        try await Received(
            response(method, path, body: body, type: type, headers: headers))
    }

    /// The answer with its body not yet read, as for a stream that never ends.
    func response(
        _ method: HTTPRequest.Method, _ path: String, body: String? = nil, type: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> Response {
        var fields = headers
        if let cookie { fields[.cookie] = "anchang_session=\(cookie)" }
        if let bearer { fields[.authorization] = "Bearer \(bearer)" }
        if let type { fields[.contentType] = type }
        if let body { fields[.contentLength] = String(body.utf8.count) }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "site.example", path: path,
                headerFields: fields),
            body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
        var log = Logger(label: "test")
        log.logLevel = .critical
        return try await door.respond(to: request, context: WebContext(logger: log))
    }

    func get(_ path: String) async throws -> Received { try await send(.get, path) }

    /// A page that must be there, without what differs from run to run.
    func page(_ path: String) async throws -> String {
        let answer = try await get(path)
        #expect(answer.status == 200, "\(path): \(answer.text)")
        return settled(answer.text)
    }

    /// Submits a form as its page would, with the session's token.
    func post(_ path: String, _ fields: KeyValuePairs<String, String>) async throws -> Received {
        let all = fields.map { ($0.key, $0.value) } + (token.map { [("_csrf", $0)] } ?? [])
        let body = all.map { "\(percentEncode($0))=\(percentEncode($1))" }
        return try await send(
            .post, path, body: body.joined(separator: "&"),
            type: "application/x-www-form-urlencoded")
    }

    /// Submits a form and goes where the answer leads.
    func follow(
        _ path: String, _ fields: KeyValuePairs<String, String>,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let answer = try await post(path, fields)
        let place = try #require(
            answer.location, "\(answer.status) \(answer.text)", sourceLocation: sourceLocation)
        return try await page(place)
    }

    /// Sends JSON; a browser's session brings its token in the header.
    func postJSON(_ path: String, _ body: String) async throws -> Received {
        var headers = HTTPFields()
        if let token { headers[.csrfToken] = token }
        return try await send(
            .post, path, body: body, type: "application/json", headers: headers)
    }

    /// The text without what is random: the session's token and the chain's hashes.
    func settled(_ text: String) -> String {
        let plain = token.map { text.replacing($0, with: "csrf-token") } ?? text
        return plain.replacing(/[0-9a-f]{64}/, with: "hash")
    }
}

extension Received {
    /// The id of the decision that the answer leads to.
    var decision: String? {
        location?.firstMatch(of: /[?&]decision=([^&]+)/).map { String($0.output.1) }
    }

    /// The text without its markup, blanks drawn together.
    var words: String { plainWords(text) }

    func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

/// The words a page shows: markup taken away, entities read.
func plainWords(_ html: String) -> String {
    html.replacing(/<[^>]*>/, with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing("&amp;", with: "&").replacing(/\s+/, with: " ")
}
