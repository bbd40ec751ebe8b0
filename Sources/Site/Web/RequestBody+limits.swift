import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The whole body, when it is of an accepted type, no longer than `limit` and arrives in time
    /// (``BodyClock``).
    func collectedBody(
        kind: Route.Kind, limit: Int
    ) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap(Int.init) {
            if length > limit { throw Problem.contentTooLarge(limit: limit) }
            if length == 0 { return [] }
        }
        let buffer: ByteBuffer
        do {
            buffer = try await body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw Problem.contentTooLarge(limit: limit)
        } catch is BodyClock.Overdue {
            throw Problem.slowBody
        }
        if buffer.readableBytes > 0 { try checkType(kind) }
        return Array(buffer.readableBytesView)
    }

    private func checkType(_ kind: Route.Kind) throws(Problem) {
        guard let sent = headers[.contentType] else { throw .unsupportedType }
        let expected =
            switch kind {
            case .api: ["application/json"]
            case .upload: ["multipart/form-data", "application/x-www-form-urlencoded"]
            case .page, .form, .events, .asset: ["application/x-www-form-urlencoded"]
            }
        // Mostly it is written as here, and then nothing needs to be taken apart.
        if expected.contains(sent) { return }
        let type = sent.prefix { $0 != ";" }.lowercased()
        guard expected.contains(type) else { throw .unsupportedType }
    }
}
