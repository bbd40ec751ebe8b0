import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

@testable import Site

extension Visitor {
    /// Submits a form with a file as a browser would.
    func upload(
        _ path: String, _ fields: KeyValuePairs<String, String>, file: [UInt8]?,
        named name: String = "photo.jpg"
    ) async throws -> Received {
        var body = ""
        for (key, value) in fields.map({ ($0.key, $0.value) }) + [("_csrf", token ?? "")] {
            body += "--edge\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n"
        }
        var bytes = Array(body.utf8)
        if let file {
            let head =
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; "
                + "filename=\"\(name)\"\r\nContent-Type: image/jpeg\r\n\r\n"
            bytes += Array(head.utf8) + file + Array("\r\n".utf8)
        }
        return try await sendBytes(path, bytes + Array("--edge--\r\n".utf8))
    }

    /// Submits bytes as a form with files.
    func sendBytes(
        _ path: String, _ bytes: [UInt8], type: String = "multipart/form-data; boundary=edge"
    ) async throws -> Received {
        var headers: HTTPFields = [.contentType: type, .contentLength: String(bytes.count)]
        if let cookie { headers[.cookie] = "anchang_session=\(cookie)" }
        let request = Request(
            head: HTTPRequest(
                method: .post, scheme: "http", authority: "site.example", path: path,
                headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: bytes)))
        var log = Logger(label: "test")
        log.logLevel = .critical
        return try await Received(
            door.respond(to: request, context: WebContext(logger: log)))
    }
}

/// The beginnings of files as they are, with some content.
enum Paper {
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x01]
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x0D]
    static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)

    /// A photo of exactly so many bytes.
    static func photo(_ count: Int) -> [UInt8] {
        jpeg + [UInt8](repeating: 0x5A, count: count - jpeg.count)
    }
}
