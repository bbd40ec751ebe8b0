import CZlib
import Foundation

/// The parts of a ZIP file as far as spreadsheets use them: stored or deflated, in one volume, not
/// encrypted.
struct ZipParts {
    /// Why a file is none.
    enum Fault: Error, Equatable {
        /// Not a ZIP file, or cut off.
        case broken
        /// Encrypted, or packed in a way that spreadsheets do not use.
        case unsupported
        /// Unpacked it is larger than ``largest``.
        case tooLarge
    }

    private struct Part {
        let method: Int
        let packed: Int
        let size: Int
        let header: Int
    }

    /// What all parts together may be, unpacked, in bytes: a small file can hold an endless one.
    static let largest = 1 << 30

    private let bytes: Data
    private var parts: [String: Part] = [:]
    /// The names of the parts in their order, as often as they are listed.
    private(set) var names: [String] = []

    /// Reads the list of parts at the end of the file.
    /// - Parameter largest: What all parts together may be, unpacked.
    init(_ bytes: Data, largest: Int = Self.largest) throws(Fault) {
        self.bytes = bytes
        let end = try endRecord()
        var place = try number(at: end + 16, 4)
        for _ in 0..<(try number(at: end + 10, 2)) {
            guard try number(at: place, 4) == 0x0201_4B50 else { throw .broken }
            let (name, extra, note) = (
                try number(at: place + 28, 2), try number(at: place + 30, 2),
                try number(at: place + 32, 2)
            )
            guard try number(at: place + 8, 2) & 1 == 0 else { throw .unsupported }
            let part = Part(
                method: try number(at: place + 10, 2), packed: try number(at: place + 20, 4),
                size: try number(at: place + 24, 4), header: try number(at: place + 42, 4))
            let path = String(decoding: try slice(place + 46, name), as: UTF8.self)
            parts[path] = part
            names.append(path)
            place += 46 + name + extra + note
        }
        guard parts.values.reduce(0, { $0 + $1.size }) <= largest else { throw .tooLarge }
    }

    /// Whether there is such a part.
    func contains(_ name: String) -> Bool { parts[name] != nil }

    /// Unpacks a part and hands it on in pieces; false when there is none of that name.
    func unpack(_ name: String, _ take: ([UInt8]) -> Void) throws(Fault) -> Bool {
        guard let part = parts[name] else { return false }
        guard try number(at: part.header, 4) == 0x0403_4B50 else { throw .broken }
        let skipped = try number(at: part.header + 26, 2) + number(at: part.header + 28, 2)
        let packed = try slice(part.header + 30 + skipped, part.packed)
        switch part.method {
        case 0: take(Array(packed))
        case 8: try inflate(packed, upTo: part.size, take)
        default: throw .unsupported
        }
        return true
    }

    /// The record behind all others; only a remark may follow it.
    private func endRecord() throws(Fault) -> Int {
        var place = bytes.count - 22
        while place >= 0, place > bytes.count - 66_000 {
            if try number(at: place, 4) == 0x0605_4B50 { return place }
            place -= 1
        }
        throw .broken
    }

    private func slice(_ start: Int, _ count: Int) throws(Fault) -> Data {
        guard start >= 0, count >= 0, start <= bytes.count - count else { throw .broken }
        return bytes[bytes.startIndex + start..<bytes.startIndex + start + count]
    }

    private func number(at place: Int, _ width: Int) throws(Fault) -> Int {
        try slice(place, width).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Unpacks with a window of 256 KB; more than was announced is a trap.
    private func inflate(
        _ packed: Data, upTo size: Int, _ take: ([UInt8]) -> Void
    ) throws(Fault) {
        var input = [UInt8](packed)
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        let width = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, -15, ZLIB_VERSION, width) == Z_OK else { throw .broken }
        defer { inflateEnd(stream) }
        var window = [UInt8](repeating: 0, count: 1 << 18)
        var (total, status) = (0, Z_OK)
        let room = window.count
        input.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(input.count)
            while status == Z_OK, total <= size {
                let made = window.withUnsafeMutableBufferPointer { window in
                    stream.pointee.next_out = window.baseAddress
                    stream.pointee.avail_out = UInt32(room)
                    status = CZlib.inflate(stream, Z_NO_FLUSH)
                    return room - Int(stream.pointee.avail_out)
                }
                total += made
                if made > 0 { take(Array(window[..<made])) }
                if made == 0, status == Z_OK { status = Z_BUF_ERROR }
            }
        }
        guard status == Z_STREAM_END, total == size else { throw .broken }
    }
}
