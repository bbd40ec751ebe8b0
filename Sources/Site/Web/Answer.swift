import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What a handler gives back.
struct Answer: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: ResponseBody
    /// Personal pages are never stored; assets say themselves how long they may be kept.
    var isStored = false

    /// An answer from its parts.
    init(
        status: HTTPResponse.Status = .ok, type: String? = nil, body: ResponseBody = .init()
    ) {
        self.status = status
        headers = type.map { [.contentType: $0] } ?? [:]
        self.body = body
    }

    /// A page or a part of one.
    static func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> Answer {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(html.count)
        for piece in html.pieces { buffer.writeBytes(piece) }
        return Answer(
            status: status, type: "text/html; charset=utf-8",
            body: ResponseBody(byteBuffer: buffer))
    }

    /// What some work answers; a form with faulty fields comes back on its page, with 422.
    static func returning(
        _ page: (Problem) async throws -> Answer, _ work: () async throws -> Answer
    ) async throws -> Answer {
        do { return try await work() } catch let problem as Problem where !problem.fields.isEmpty {
            var answer = try await page(problem)
            answer.status = .unprocessableContent
            return answer
        }
    }

    /// Plain text.
    static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
        bytes(Array(text.utf8), type: "text/plain; charset=utf-8", status: status)
    }

    /// JSON with keys in alphabetical order, written like_this.
    static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok,
        type: String = "application/json"
    ) throws -> Answer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return bytes(Array(try encoder.encode(value)), type: type, status: status)
    }

    /// Bytes of a known type.
    static func bytes(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok
    ) -> Answer {
        Answer(status: status, type: type, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// After a form: the browser gets the page at `path`, so that a reload submits nothing again.
    /// Only local paths are followed; anything else leads to the first page.
    static func redirect(to path: String) -> Answer {
        var answer = Answer(status: .seeOther)
        answer.headers[.location] = localPath(path) ?? "/"
        return answer
    }

    /// Done, and nothing to show.
    static let empty = Answer(status: .noContent)

    /// A download with a name; the name may be Chinese.
    func attached(as fileName: String) -> Answer {
        var answer = self
        let encoded = percentEncode(fileName)
        answer.headers[.contentDisposition] = "attachment; filename*=UTF-8''\(encoded)"
        return answer
    }

    /// Sets one more header, or takes it away.
    func with(_ name: HTTPField.Name, _ value: String?) -> Answer {
        var answer = self
        answer.headers[name] = value
        return answer
    }
}

/// `path` when it stays on this site, nil otherwise.
/// Browsers read `//host` and `/\host` as other sites and drop control characters.
func localPath(_ path: String) -> String? {
    let bytes = path.utf8
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2000,
        bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }),
        bytes.dropFirst().first != UInt8(ascii: "/")
    else { return nil }
    return path
}
