import Testing

@testable import Site

@Suite struct `Plain fields of a body` {
    private func read(_ text: String) -> [String: String]? { PlainFields.read(Array(text.utf8)) }

    @Test func `are read with blanks and other signs`() {
        #expect(read(#"{"a":"1","b":"一"}"#) == ["a": "1", "b": "一"])
        #expect(read(" { \"a\" :\n\"\" } \r\n") == ["a": ""])
    }

    @Test(arguments: [
        "", "{", "{}", "[]", #"{"a":1}"#, #"{"a":"1",}"#, #"{"a":"1"} x"#, #"{"a":"\n"}"#,
        #"{"a":"1","a":"2"}"#, #"{"a":"1""#, #"{"a"}"#, #"{"a":"1" "b":"2"}"#, "{\"a\":\"\u{1}\"}",
    ])
    func `are left to the usual reader when they are anything else`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `are no text when the bytes are none`() {
        #expect(PlainFields.read([0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xFF, 0x22, 0x7D]) == nil)
    }

    @Test func `make a pick of exactly its three`() {
        func pick(_ text: String) -> APIBody.Pick? { APIBody.Pick(plain: Array(text.utf8)) }
        #expect(pick(#"{"id":"1","code":"2","unit":"3"}"#)?.unit == "3")
        #expect(pick(#"{"id":"1","code":"2","unit":"3","x":"4"}"#) == nil)
        #expect(pick(#"{"id":"1","code":"2","room":"3"}"#) == nil)
    }
}
