import Foundation

/// GB18030 and its subset GBK: what Chinese Excel writes as CSV.
enum GB18030 {
    /// The offset of the first byte that cannot be GB18030; nil when the shape is right throughout.
    static func firstFault(in bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            guard let length = lengthOfCharacter(at: index, in: bytes) else { return index }
            index += length
        }
        return nil
    }

    /// The text; nil when a code is well formed but stands for nothing.
    static func text(of bytes: [UInt8]) -> String? {
        String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
    }

    private static func lengthOfCharacter(at index: Int, in bytes: [UInt8]) -> Int? {
        if bytes[index] < 0x80 { return 1 }
        guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        case 0x40...0x7E, 0x80...0xFE:
            return 2
        case 0x30...0x39:
            guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
                (0x30...0x39).contains(bytes[index + 3])
            else { return nil }
            return 4
        default:
            return nil
        }
    }
}
