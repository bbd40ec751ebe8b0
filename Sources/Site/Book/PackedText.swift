import CZlib
import Foundation

/// A long text on its way into zlib's packed form, in Base64, a piece at a time: never all of it is
/// in memory at once. What it comes to is in parts as well.
final class TextPacker {
    /// Bytes of a part before they are Base64.
    private static let partSize = 3 << 18
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var window = [UInt8](repeating: 0, count: 1 << 16)
    private var packed = Data()
    private var parts: [String] = []

    init() {
        stream.initialize(to: z_stream())
        let width = Int32(MemoryLayout<z_stream>.size)
        let opened = deflateInit_(stream, Z_BEST_SPEED, ZLIB_VERSION, width)
        precondition(opened == Z_OK, "zlib has no room")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Takes the next piece.
    func add(_ bytes: [UInt8]) { press(bytes, Z_NO_FLUSH) }

    /// The packed text; nothing may be added afterwards.
    func finish() -> [String] {
        press([], Z_FINISH)
        endPart()
        return parts
    }

    private func endPart() {
        parts.append(packed.base64EncodedString())
        packed.removeAll(keepingCapacity: true)
    }

    private func press(_ bytes: [UInt8], _ flush: Int32) {
        var input = bytes
        let room = window.count
        input.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(input.count)
            var made = room
            // A full window may not be the last one.
            while made == room {
                made = window.withUnsafeMutableBufferPointer { window in
                    stream.pointee.next_out = window.baseAddress
                    stream.pointee.avail_out = UInt32(room)
                    _ = deflate(stream, flush)
                    return room - Int(stream.pointee.avail_out)
                }
                packed.append(contentsOf: window[..<made])
                if packed.count >= Self.partSize { endPart() }
            }
        }
    }
}

/// Reads what ``TextPacker`` wrote.
enum PackedText {
    /// The bytes of the text; nil: that is no packed text.
    static func unpacked(_ parts: [String]) -> [UInt8]? {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        let width = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit_(stream, ZLIB_VERSION, width) == Z_OK else { return nil }
        defer { inflateEnd(stream) }
        var output: [UInt8] = []
        var status = Z_OK
        for part in parts {
            guard status == Z_OK, let packed = Data(base64Encoded: part) else { return nil }
            status = inflate(packed, of: stream, into: &output)
        }
        return status == Z_STREAM_END ? output : nil
    }

    /// Unpacks as much as a part holds.
    private static func inflate(
        _ packed: Data, of stream: UnsafeMutablePointer<z_stream>, into output: inout [UInt8]
    ) -> Int32 {
        var (input, window) = ([UInt8](packed), [UInt8](repeating: 0, count: 1 << 16))
        var status = Z_OK
        let room = window.count
        input.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(input.count)
            var made = room
            // A full window may not be the last one.
            while status == Z_OK, made == room || stream.pointee.avail_in > 0 {
                made = window.withUnsafeMutableBufferPointer { window in
                    stream.pointee.next_out = window.baseAddress
                    stream.pointee.avail_out = UInt32(room)
                    status = CZlib.inflate(stream, Z_NO_FLUSH)
                    return room - Int(stream.pointee.avail_out)
                }
                output += window[..<made]
            }
        }
        // Nothing was left to be done, which is no fault between two parts.
        return status == Z_BUF_ERROR ? Z_OK : status
    }
}
