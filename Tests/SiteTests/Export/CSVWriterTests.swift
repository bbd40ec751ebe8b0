import Site
import Testing

@Suite struct CSVWriterTests {
    @Test(arguments: [
        ("plain", "plain"),
        ("", ""),
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""),
        ("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""),
        ("a=b", "a=b"),
        ("a,b", "\"a,b\""),
        ("a\nb", "\"a\nb\""),
        ("a\r\nb", "\"a\r\nb\""),
        ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("张三", "张三"),
    ])
    func `A field is quoted where needed and never opens as a formula`(
        field: String, written: String
    ) {
        var writer = CSVWriter()
        writer.write([field, "x"])
        #expect(writer.text == "\u{FEFF}\(written),x\r\n")
    }

    @Test func `The file begins with a mark so that Excel reads Chinese`() {
        #expect(Array(CSVWriter().text.utf8) == [0xEF, 0xBB, 0xBF])
    }
}
