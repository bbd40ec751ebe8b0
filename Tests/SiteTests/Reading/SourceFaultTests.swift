import Testing

@testable import Site

@Suite struct `Faults of files` {
    private func fault(_ line: Int, _ column: Int, _ sentence: String = "错") -> SourceFault {
        SourceFault(file: "a.yaml", line: line, column: column, sentence)
    }

    @Test func `stand in the order of their places, each once`() {
        let faults = SourceFaults([fault(3, 1), fault(1, 9), fault(1, 2), fault(3, 1)])
        #expect(faults.text == "a.yaml:1:2 错\na.yaml:1:9 错\na.yaml:3:1 错")
    }

    @Test func `two at one place are both told`() {
        #expect(SourceFaults([fault(1, 1, "甲"), fault(1, 1, "乙")]).faults.count == 2)
    }

    @Test(arguments: [
        ([0xFF, 0xFE, 0x41, 0x00] as [UInt8], 1, "UTF-16"),
        ([0xFE, 0xFF, 0x00, 0x41], 1, "UTF-16"),
        ([0x41, 0x0A, 0xB0, 0xB2], 2, "GBK"), ([0x41, 0x0A, 0x0A, 0x00], 3, "空字符"),
        ([0xED, 0xA0, 0x80], 1, "不是 UTF-8"),
    ])
    func `bytes that are no text are explained with their line`(
        bytes: [UInt8], line: Int, word: String
    ) throws {
        let faults = try #require(throws: SourceFaults.self) {
            try SourceText.read(bytes: bytes, file: "a.yaml")
        }
        #expect(faults.faults.map(\.line) == [line] && faults.text.contains(word))
    }

    @Test func `a byte-order mark is dropped, everything else stays`() throws {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("安\r\n然".utf8)
        #expect(try SourceText.read(bytes: bytes, file: "a") == "安\r\n然")
        #expect(try SourceText.read(bytes: [], file: "a") == "")
    }

    @Test func `two megabytes are the most`() throws {
        let most = Array(repeating: UInt8(ascii: "a"), count: SourceText.largest)
        #expect(try SourceText.read(bytes: most, file: "a").utf8.count == 2_000_000)
        #expect(throws: SourceFaults.self) { try SourceText.read(bytes: most + [97], file: "a") }
    }

    @Test func `a file that is not there is called as it was shown`() throws {
        let faults = try #require(throws: SourceFaults.self) {
            try SourceText.read(path: "/nowhere/x.yaml", shown: "x.yaml")
        }
        #expect(faults.text == "x.yaml:1:1 打不开这个文件，请核对路径和读取权限。")
    }
}
