import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The whole body, when it is of an accepted type, no longer than `limit` and arrives in time
    /// (``BodyClock``).
    func collectedBody(
        kind: Route.Kind, limit: Int
    ) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap(Int.init), length > limit {
            throw Problem.contentTooLarge(limit: limit)
        }
        if headers[.contentLength] == "0" { return [] }
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
        let type = headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        let expected =
            switch kind {
            case .api: ["application/json"]
            case .upload: ["multipart/form-data", "application/x-www-form-urlencoded"]
            case .page, .form, .events, .asset: ["application/x-www-form-urlencoded"]
            }
        guard let type, expected.contains(type) else { throw .unsupportedType }
    }
}
