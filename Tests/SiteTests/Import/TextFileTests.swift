import Foundation
import Site
import Testing

@Suite struct TextFileTests {
    private func text(_ bytes: [UInt8]) throws -> (String, TextFile.Encoding) {
        let file = try TextFile.decode(bytes)
        return (String(decoding: file.bytes, as: UTF8.self), file.encoding)
    }

    @Test func `UTF-8 is read with and without a mark`() throws {
        #expect(try text(Array("来电".utf8)) == ("来电", .utf8))
        #expect(try text([0xEF, 0xBB, 0xBF] + Array("来电".utf8)) == ("来电", .utf8))
        #expect(try text([]) == ("", .utf8))
    }

    @Test func `GBK as Chinese Excel writes it is recognized`() throws {
        // 通话编号,张三 in GBK.
        let bytes: [UInt8] = [
            0xCD, 0xA8, 0xBB, 0xB0, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xD5, 0xC5, 0xC8, 0xFD,
        ]
        #expect(try text(bytes) == ("通话编号,张三", .gb18030))
    }

    @Test func `Rare characters in four bytes of GB18030 are read`() throws {
        // 㐀 (U+3400) and 𠀀 (U+20000), each in four bytes.
        let bytes: [UInt8] = [0x81, 0x39, 0xEE, 0x39, 0x95, 0x32, 0x82, 0x36]
        #expect(try text(bytes) == ("㐀𠀀", .gb18030))
    }

    @Test func `UTF-16 with a mark is read in both orders`() throws {
        let little: [UInt8] = [0xFF, 0xFE, 0x65, 0x67, 0x40, 0xD8, 0x00, 0xDC]
        let big: [UInt8] = [0xFE, 0xFF, 0x67, 0x65, 0xD8, 0x40, 0xDC, 0x00]
        #expect(try text(little) == ("来𠀀", .utf16))
        #expect(try text(big) == ("来𠀀", .utf16))
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], 1),
            ([0xEF, 0xBB, 0xBF, 0x61, 0xC8, 0x62], 4),
            ([0xCD, 0xA8, 0x81], 2),
            ([0xCD, 0xA8, 0x81, 0x30, 0x20, 0x20], 2),
            ([0xFF, 0xFE, 0x61, 0x00, 0x62], 4),
            ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x61, 0x00], 4),
            ([0xFE, 0xFF, 0xDC, 0x00], 2),
        ] as [([UInt8], Int)])
    func `Anything else is refused with the place of the first wrong byte`(
        bytes: [UInt8], offset: Int
    ) {
        #expect(throws: ImportFault.unknownEncoding(offset: offset)) {
            try TextFile.decode(bytes)
        }
    }

    @Test func `A missing file is refused by its name alone`() {
        let url = URL(fileURLWithPath: "/nowhere/calls.csv")
        #expect(throws: ImportFault.unreadable("calls.csv")) { try TextFile.read(url) }
    }
}
