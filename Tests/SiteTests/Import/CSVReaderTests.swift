import Site
import Testing

private func rows(_ text: String) throws(CSVFault) -> [[String]] {
    var reader = CSVReader(text)
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.fields) }
    return rows
}

@Suite struct CSVReaderTests {
    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\n,\n", [["a", "b"], ["", ""]]),
        ("a,b\n\"\",\"\"", [["a", "b"], ["", ""]]),
        ("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", [["a", "b"], ["x,y", "say \"hi\""]]),
        ("a,b\n\"one\ntwo\",\"three\r\nfour\"\n", [["a", "b"], ["one\ntwo", "three\r\nfour"]]),
        ("a,b\n\n1,2\r\n\r\n", [["a", "b"], ["1", "2"]]),
        ("编号,姓名\n1,张三\n", [["编号", "姓名"], ["1", "张三"]]),
        ("\"\"\"\"\n", [["\""]]),
        ("", []),
        ("\n\r\n", []),
    ])
    func `Well formed text gives its fields`(text: String, fields: [[String]]) throws {
        #expect(try rows(text) == fields)
    }

    @Test(arguments: [
        ("a,b\n1,\"x\ny\n", CSVFault.Kind.unclosedQuote, 2, 3),
        ("a,b\n张三,\"x", .unclosedQuote, 2, 4),
        ("a,b\n\"1\"x,2\n", .textAfterQuote, 2, 4),
        ("a,b\n1\"x,2\n", .quoteInsideField, 2, 2),
        ("a,b\n1,2,3\n", .wrongFieldCount(expected: 2, found: 3), 2, 1),
        ("a,b\n\"x\ny\",2\n1\n", .wrongFieldCount(expected: 2, found: 1), 4, 1),
        ("a,b\n1,\u{0}\n", .nul, 2, 3),
        ("a,b\n\"x\u{0}\",2\n", .nul, 2, 3),
        ("a,b\n\"x\"\u{0},2\n", .nul, 2, 4),
        ("a,b\r1,2\r", .loneCarriageReturn, 1, 4),
    ])
    func `A malformed text is refused with line and column`(
        text: String, kind: CSVFault.Kind, line: Int, column: Int
    ) throws {
        let fault = #expect(throws: CSVFault.self) { try rows(text) }
        #expect(fault?.kind == kind)
        #expect(fault?.line == line)
        #expect(fault?.column == column)
    }

    @Test func `A field of one megabyte passes and a longer one does not`() throws {
        let fits = String(repeating: "x", count: CSVReader.largestField)
        #expect(try rows("a\n\(fits)\n").last == [fits])
        #expect(try rows("a\n\"\(fits)\"\n").last == [fits])
        for text in ["a\n\(fits)y\n", "a\n\"\(fits)y\"\n", "a\n\"\(fits)yy"] {
            let fault = #expect(throws: CSVFault.self) { try rows(text) }
            #expect(fault?.kind == .fieldTooLong)
            #expect(fault?.line == 2)
        }
    }

    @Test func `After a wrong number of fields the next record is read`() throws {
        var reader = CSVReader("a,b\n1\n2,3\n")
        _ = try reader.next()
        #expect(throws: CSVFault.self) { try reader.next() }
        #expect(try reader.next()?.fields == ["2", "3"])
        #expect(try reader.next() == nil)
    }

    @Test func `After any other fault the reader is at its end`() throws {
        var reader = CSVReader("a,b\n1\"x,2\n3,4\n")
        _ = try reader.next()
        #expect(throws: CSVFault.self) { try reader.next() }
        #expect(try reader.next() == nil)
    }

    @Test func `A record knows the line on which it begins`() throws {
        var reader = CSVReader("a\n\"x\ny\"\n\nz\n")
        var lines: [Int] = []
        while let row = try reader.next() { lines.append(row.line) }
        #expect(lines == [1, 2, 5])
    }

    @Test func `What is written is read back, whatever the text`() throws {
        var random = SeededNumbers(seed: 7)
        for _ in 0..<300 {
            let fields = (0..<3).map { _ in
                nastyText(&random).filter { $0 != "\0" }
            }
            var writer = CSVWriter()
            writer.write(["a", "b", "c"])
            writer.write(fields)
            let back = try rows(String(writer.text.dropFirst())).last
            let unmarked = zip(back ?? [], fields).map { $0 == "'" + $1 ? $1 : $0 }
            #expect(unmarked == fields)
        }
    }
}
