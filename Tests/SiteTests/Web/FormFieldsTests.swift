import Testing

@testable import Site

@Suite struct `Form fields` {
    @Test func `names and values are decoded in their order`() throws {
        let form = try FormFields(urlencoded: "a=1&b=%E5%BC%A0+x&a=2&c&d=x=y&=z".utf8)
        #expect(form["a"] == "1" && form.all("a") == ["1", "2"])
        #expect(form["b"] == "张 x" && form["c"] == "" && form["d"] == "x=y")
        #expect(form["nothing"] == nil)
    }

    @Test func `texts lose their blanks and numbers are whole`() throws {
        let form = try FormFields(urlencoded: "a=+%E3%80%80x+y%09&b=+&n=+-42+&m=4.5".utf8)
        #expect(form.text("a") == "x y" && form.text("b") == nil)
        #expect(form.int("n") == -42 && form.int("m") == nil && form.int("a") == nil)
    }

    @Test func `what was encoded is decoded, for any text`() throws {
        var random = SeededNumbers(seed: 11)
        for _ in 0..<5000 {
            let text = nastyText(&random)
            let sent = "k=" + percentEncode(text)
            if text.utf8.contains(0) {
                #expect(throws: Problem.self) { try FormFields(urlencoded: sent.utf8) }
            } else {
                #expect(try FormFields(urlencoded: sent.utf8)["k"] == text)
            }
        }
    }

    @Test func `no bytes at all bring the parser down`() {
        var random = SeededNumbers(seed: 12)
        for _ in 0..<5000 {
            let bytes = (0..<(random.next() % 40)).map { _ in
                random.pick([
                    UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "="), 0x41, 0xE5,
                    UInt8(truncatingIfNeeded: random.next()),
                ])
            }
            _ = try? FormFields(urlencoded: bytes)
        }
    }

    @Test func `thousands of fields are refused`() {
        let many = Array(repeating: "a=1", count: 3000).joined(separator: "&")
        #expect(throws: Problem.self) { try FormFields(urlencoded: many.utf8) }
    }
}

@Suite struct `Local paths` {
    @Test(arguments: ["/", "/board", "/visits/1?tab=2&x=%2F", "/a//b"])
    func `a path of this site is kept`(path: String) { #expect(localPath(path) == path) }

    @Test(arguments: [
        "", "board", "//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil",
        "/\u{0}", "/张", "\\\\evil", "/a\r\nSet-Cookie: x=1", "javascript:alert(1)",
    ])
    func `anything else is not followed`(path: String) { #expect(localPath(path) == nil) }
}

@Suite struct `A table with bounds` {
    @Test func `it forgets the oldest and never grows`() {
        var table = BoundedTable<Int, Int>(limit: 100)
        for key in 0..<10_000 { table[key] = key }
        #expect(table.count <= 100)
        #expect(table[9_999] == 9_999 && table[0] == nil)
    }

    @Test func `values change and go`() {
        var table = BoundedTable<String, Int>(limit: 4)
        table["a"] = 1
        table["a"] = 2
        #expect(table["a"] == 2 && table.count == 1)
        table["a"] = nil
        #expect(table["a"] == nil && table.count == 0)
        table["b"] = 3
        table["c"] = 4
        table.removeAll { $0 == 3 }
        #expect(table["b"] == nil && table["c"] == 4)
    }
}
