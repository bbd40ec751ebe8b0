import Foundation

/// A text file of unknown encoding, turned into UTF-8 bytes without a byte order mark.
///
/// Accepted are UTF-8, GB18030 (which contains GBK and GB2312) and UTF-16 with a mark; whatever is
/// none of these is refused with the place of the first byte that fits none of them.
public struct TextFile: Sendable, Equatable {
    /// What the file was written in.
    public enum Encoding: String, Sendable, Codable {
        /// UTF-8, with or without a mark.
        case utf8 = "UTF-8"
        /// GB18030, GBK or GB2312.
        case gb18030 = "GB18030"
        /// UTF-16 with a mark.
        case utf16 = "UTF-16"
        /// A spreadsheet, which says itself how it is written.
        case xlsx = "Excel"
    }

    /// The text as valid UTF-8.
    public let bytes: [UInt8]
    /// What the file was written in.
    public let encoding: Encoding

    /// Files above this size, in bytes, are refused: they are held in memory.
    public static let largest = 256 << 20

    /// Reads a file; throws ``ImportFault`` when it cannot be read or its encoding is unknown.
    public static func read(_ url: URL) throws(ImportFault) -> TextFile {
        let name = url.lastPathComponent
        let data: Data
        do {
            let size = try FileManager.default.attributesOfItem(atPath: url.path)[.size]
            if let size = size as? Int, size > largest {
                throw ImportFault.tooLarge(name, bytes: size)
            }
            data = try Data(contentsOf: url)
        } catch let fault as ImportFault {
            throw fault
        } catch {
            throw .unreadable(name)
        }
        return try decode([UInt8](data))
    }

    /// Recognizes the encoding of bytes; throws ``ImportFault/unknownEncoding(offset:)``.
    public static func decode(_ bytes: [UInt8]) throws(ImportFault) -> TextFile {
        if bytes.starts(with: [0xFF, 0xFE]) { return try decodeUTF16(bytes, isLittle: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try decodeUTF16(bytes, isLittle: false) }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        guard let fault = firstFaultOfUTF8(bytes) else {
            return TextFile(bytes: hasMark ? Array(bytes.dropFirst(3)) : bytes, encoding: .utf8)
        }
        if hasMark { throw .unknownEncoding(offset: fault) }
        if let offset = GB18030.firstFault(in: bytes) {
            throw .unknownEncoding(offset: max(offset, fault))
        }
        guard let text = GB18030.text(of: bytes) else { throw .unknownEncoding(offset: fault) }
        return TextFile(bytes: Array(text.utf8), encoding: .gb18030)
    }

    private static func firstFaultOfUTF8(_ bytes: [UInt8]) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private static func decodeUTF16(
        _ bytes: [UInt8], isLittle: Bool
    ) throws(ImportFault) -> TextFile {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 2, to: bytes.count - 1, by: 2) {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            units.append(isLittle ? second << 8 | first : first << 8 | second)
        }
        guard bytes.count.isMultiple(of: 2) else {
            throw .unknownEncoding(offset: bytes.count - 1)
        }
        if let lone = firstLoneSurrogate(units) { throw .unknownEncoding(offset: 2 + lone * 2) }
        return TextFile(
            bytes: Array(String(decoding: units, as: UTF16.self).utf8), encoding: .utf16)
    }

    private static func firstLoneSurrogate(_ units: [UInt16]) -> Int? {
        var index = 0
        while index < units.count {
            if UTF16.isTrailSurrogate(units[index]) { return index }
            if UTF16.isLeadSurrogate(units[index]) {
                guard index + 1 < units.count, UTF16.isTrailSurrogate(units[index + 1]) else {
                    return index
                }
                index += 1
            }
            index += 1
        }
        return nil
    }
}
