import Testing

@testable import Site

@Suite struct `A QR code` {
    /// `ABCD2345` in version 1, level M, mask 0, as an independent encoder draws it.
    private static let known = """
        111111100110101111111
        100000101101001000001
        101110100011001011101
        101110100000101011101
        101110101101101011101
        100000100001001000001
        111111101010101111111
        000000000100000000000
        101010100110100010010
        110100000011000011010
        110001101011011010011
        101011011101110100000
        001001110101001110101
        000000001000001011010
        111111100110100011011
        100000100100001010010
        101110101010101010100
        101110100111010010010
        101110101011011010101
        100000100101110111010
        111111101111011011011
        """

    @Test func `is drawn as the standard says`() throws {
        let code = try #require(QRCode("ABCD2345"))
        let drawn = code.modules.map { line in line.map { $0 ? "1" : "0" }.joined() }
        #expect(drawn.joined(separator: "\n") == Self.known)
    }

    @Test(arguments: ["", "A", "23456789ABCDEF"]) func `holds up to fourteen characters`(
        text: String
    ) {
        #expect(QRCode(text) != nil)
    }

    @Test func `holds no more than that`() {
        #expect(QRCode("23456789ABCDEFG") == nil)
        #expect(QRCode("到访凭证一") == nil)
    }

    /// Data and correction together are a multiple of the generator: the remainder is nothing.
    @Test(arguments: ["ABCD2345", "Z", "99999999"]) func `corrects what it holds`(text: String) {
        let words = QRCode.codewords(Array(text.utf8))
        #expect(words.count == 26)
        #expect(QRCode.correction(of: words, count: 10) == [UInt8](repeating: 0, count: 10))
    }

    @Test func `is an image with a name and a quiet zone`() throws {
        let svg = try #require(QRCode("ABCD2345")).svg.string
        #expect(svg.contains("viewBox=\"0 0 29 29\""))
        #expect(svg.contains("aria-label=\"到访凭证二维码\""))
        #expect(!svg.contains("style="))
    }
}
