import CZlib
import Foundation

/// A ZIP file from its parts. The same parts give the same bytes: no time of day goes into it.
struct ZipFile {
    private var bytes: [UInt8] = []
    private var list: [UInt8] = []
    private var count = 0

    /// The parts in their order, each under its name.
    init(_ parts: [(name: String, bytes: [UInt8])]) {
        for part in parts { add(part.name, part.bytes) }
    }

    /// The whole file.
    var content: [UInt8] {
        var end: [UInt8] = []
        end.put(0x0605_4B50, 4)
        end.put(0, 4)
        end.put(count, 2)
        end.put(count, 2)
        end.put(list.count, 4)
        end.put(bytes.count, 4)
        end.put(0, 2)
        return bytes + list + end
    }

    private mutating func add(_ name: String, _ content: [UInt8]) {
        let packed = deflated(content)
        let place = bytes.count
        var head: [UInt8] = []
        head.put(20, 2)
        // The name is UTF-8.
        head.put(0x0800, 2)
        head.put(8, 2)
        // The first of January 1980, the first day that ZIP knows.
        head.put(0x0021_0000, 4)
        head.put(Int(sum(content)), 4)
        head.put(packed.count, 4)
        head.put(content.count, 4)
        head.put(name.utf8.count, 2)
        head.put(0, 2)
        bytes.put(0x0403_4B50, 4)
        bytes += head + Array(name.utf8) + packed
        list.put(0x0201_4B50, 4)
        list.put(20, 2)
        list += head
        // No remark, the first volume, no attributes.
        list.put(0, 10)
        list.put(place, 4)
        list += Array(name.utf8)
        count += 1
    }

    private func sum(_ content: [UInt8]) -> UInt {
        content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    }

    /// Without zlib's own head, as ZIP wants it.
    private func deflated(_ content: [UInt8]) -> [UInt8] {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        let width = Int32(MemoryLayout<z_stream>.size)
        let opened = deflateInit2_(
            stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            width)
        precondition(opened == Z_OK, "zlib has no room")
        defer { deflateEnd(stream) }
        var input = content
        var output = [UInt8](repeating: 0, count: Int(deflateBound(stream, UInt(content.count))))
        let room = output.count
        let made = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(room)
                let status = deflate(stream, Z_FINISH)
                precondition(status == Z_STREAM_END, "the bound of zlib is enough")
                return room - Int(stream.pointee.avail_out)
            }
        }
        return Array(output[..<made])
    }
}

extension [UInt8] {
    /// A number, its lowest byte first.
    fileprivate mutating func put(_ number: Int, _ width: Int) {
        // Shifted by more than its width a number is nothing.
        for place in 0..<width { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
}
