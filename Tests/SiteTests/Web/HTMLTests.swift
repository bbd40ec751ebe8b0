import Testing

@testable import Site

@Suite struct `HTML escapes what it is given` {
    @Test func `text cannot open a tag or an entity`() {
        let name = "<script>alert(1)</script> & \"quoted\" 'single' `tick`"
        let html: HTML = "<p>\(name)</p>"
        #expect(
            html.string == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; "
                + "&#39;single&#39; &#96;tick&#96;</p>")
    }

    @Test func `large and small pieces stay in their order, however they are put together`() {
        var random = SeededNumbers(seed: 7)
        for _ in 0..<50 {
            let texts = (0..<6).map { index in
                let length = Int(random.next() % 3000)
                return String(repeating: "\(index)<", count: length)
            }
            let pieces = texts.map { HTML(text: $0) }
            let plain = pieces.map(\.string).joined(separator: "|")
            let inner: HTML = "\(pieces[1])|\(pieces[2])|\(HTML?.some(pieces[3]))"
            let whole: HTML = "\(pieces[0])|\(inner)|\([pieces[4], "|", pieces[5]])"
            #expect(whole.string == plain)
            #expect(whole.count == plain.utf8.count)
            #expect(whole == HTML([pieces[0], "|", inner, "|", pieces[4], "|"]) + pieces[5])
            #expect(whole != whole + "x")
            #expect(inner + "" == inner, "putting it elsewhere left it as it was")
        }
    }

    @Test func `markup is kept and lists are joined`() {
        let items: [HTML] = ["a", "b&"].map { "<li>\($0)</li>" }
        let nothing: HTML? = nil
        let html: HTML = "<ul>\(items)</ul>\(nothing)\(HTML?.some("<hr>"))\(42)"
        #expect(html.string == "<ul><li>a</li><li>b&amp;</li></ul><hr>42")
    }

    @Test func `a boolean attribute appears only when it is on`() {
        let html: HTML = "<input\(flag: "checked", true)\(flag: "disabled", false)>"
        #expect(html.string == "<input checked>")
    }

    @Test func `control characters become replacement characters`() {
        #expect(HTML(text: "a\0b\u{1B}c\u{7F}").string == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
        #expect(HTML(text: "a\tb\nc\r").string == "a\tb\nc\r")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:x",
        "\u{1}javascript:x", "data:text/html,x", "vbscript:x", "//evil.example/x",
        "/\\evil.example", "\\\\evil.example", "file:///etc/passwd", "blob:x",
    ])
    func `a dangerous address becomes a hash`(address: String) {
        let html: HTML = "<a href=\"\(url: address)\">x</a>"
        #expect(html.string == "<a href=\"#\">x</a>")
    }

    @Test(arguments: [
        "/visits/1?tab=a:b", "visits", "?page=2", "#top", "https://example.org/x",
        "http://example.org", "tel:13800000000", "mailto:a@example.org", "",
    ])
    func `an ordinary address stays`(address: String) {
        let html: HTML = "<a href=\"\(url: address)\">x</a>"
        #expect(html.string == "<a href=\"\(address)\">x</a>")
    }

    /// Reads back what a browser would: the one element, its one attribute, its one text.
    @Test func `no text of twenty thousand breaks out of its place`() throws {
        var random = SeededNumbers(seed: 20_260_601)
        for _ in 0..<20_000 {
            let text = nastyText(&random)
            let html: HTML = "<p title=\"\(text)\">\(text)</p>"
            let expected = unescapedReference(text)
            let read = try #require(
                MiniParser.read(html.string), "broke out: \(text.debugDescription)")
            #expect(read.attribute == expected && read.text == expected)
            #expect(!read.text.utf8.contains { $0 < 0x20 && ![9, 10, 13].contains($0) })
        }
    }

    @Test func `no address of twenty thousand carries a script`() throws {
        var random = SeededNumbers(seed: 7)
        for _ in 0..<20_000 {
            let text = random.pick(["javascript:", "JAVASCRIPT:", "data:", "java", "", "//", "/"])
            let address = random.pick(["", nastyText(&random)]) + text + nastyText(&random)
            let html: HTML = "<p title=\"\(url: address)\">x</p>"
            let read = try #require(MiniParser.read(html.string))
            #expect(!wouldRunOrLeave(read.attribute), "let through: \(address.debugDescription)")
        }
    }

    /// What a browser does before it looks for a scheme, written independently of the code under
    /// test.
    private func wouldRunOrLeave(_ address: String) -> Bool {
        let seen = String(
            String.UnicodeScalarView(address.unicodeScalars.filter { $0.value > 0x20 }))
        if seen.hasPrefix("//") || seen.hasPrefix("/\\") || seen.hasPrefix("\\") { return true }
        guard let colon = seen.firstIndex(of: ":") else { return false }
        let scheme = seen[..<colon]
        let isScheme = scheme.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
        return isScheme && !["http", "https", "tel", "sms", "mailto"].contains(scheme.lowercased())
    }

    private func unescapedReference(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isControl = scalar.value < 0x20 || scalar.value == 0x7F
                    return isControl && !"\t\n\r".unicodeScalars.contains(scalar)
                        ? "\u{FFFD}" : scalar
                }))
    }
}

/// Understands exactly `<p title="…">…</p>` and gives nil for anything else.
private enum MiniParser {
    static func read(_ html: String) -> (attribute: String, text: String)? {
        let text = html.unicodeScalars
        let open = "<p title=\"".unicodeScalars
        let close = "</p>".unicodeScalars
        guard text.starts(with: open), text.suffix(4).elementsEqual(close) else { return nil }
        let inner = text.dropFirst(open.count).dropLast(4)
        guard let quote = inner.firstIndex(of: "\"") else { return nil }
        let attribute = inner[..<quote]
        let rest = inner[inner.index(after: quote)...]
        guard rest.first == ">" else { return nil }
        let body = rest.dropFirst()
        for scalar in "<>\"'`".unicodeScalars
        where attribute.contains(scalar) || body.contains(scalar) { return nil }
        guard let value = decode(attribute), let content = decode(body) else { return nil }
        return (value, content)
    }

    private static func decode(_ text: Substring.UnicodeScalarView) -> String? {
        let known = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#96": "`",
        ]
        var result = String.UnicodeScalarView()
        var rest = text
        while let scalar = rest.popFirst() {
            guard scalar == "&" else {
                result.append(scalar)
                continue
            }
            guard let end = rest.firstIndex(of: ";"),
                let value = known[String(rest[..<end])]
            else { return nil }
            result.append(contentsOf: value.unicodeScalars)
            rest = rest[rest.index(after: end)...]
        }
        return String(result)
    }
}
