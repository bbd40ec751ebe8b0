import Testing

/// Inline script and style in markup, which the content security policy forbids, and
/// `hx-` attributes that are not written as `data-hx-`.
func inlineMarkup(_ source: SwiftSource) -> [Finding] {
    let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { index, line in
        inlineParts(of: line).map {
            Finding(path: source.file.path, line: index + 1, message: "\($0) in markup")
        }
    }
}

private func inlineParts(of line: Substring) -> [String] {
    guard line.contains("<") || line.contains("=") || line.contains(":") else { return [] }
    var parts: [String] = []
    if line.contains("<style") { parts.append("a style element") }
    if line.contains("javascript:") { parts.append("a script address") }
    if line.contains("<script"), !line.contains(/<script[^>]*\ssrc=/) {
        parts.append("a script element without src")
    }
    if line.contains(/(^|\s)style\s*=\s*\\?["']/) { parts.append("a style attribute") }
    if line.contains(/\son[a-z]+\s*=\s*\\?["']/) { parts.append("an event attribute") }
    if line.contains(/(^|\s)hx-[a-z-]+\s*=/) { parts.append("an hx- attribute without data-") }
    return parts
}

@Suite struct `Markup` {
    private func parts(_ text: String) -> [String] {
        inlineMarkup(SwiftSource(text)).map(\.message)
    }

    @Test func `holds no inline script or style`() {
        SwiftSource.under("Sources/Site").flatMap(inlineMarkup).expectNone()
    }

    @Test(arguments: [
        #"let a = "<p style=\"color: red\">""#,
        #"let a = "<style>p {}</style>""#,
        #"let a = "<script>alert(1)</script>""#,
        #"let a = "<p onclick=\"a()\">""#,
        #"let a = "<a href=\"javascript:a()\">""#,
        #"let a = "<p hx-get=\"/a\">""#,
    ])
    func `with an inline part is found`(text: String) {
        #expect(parts(text).count == 1)
    }

    @Test func `in a multi-line string is found on its line`() {
        let source = SwiftSource("let a = \"\"\"\n  <p\n    style=\"a\">\n\"\"\"")
        #expect(inlineMarkup(source).map(\.line) == [3])
    }

    @Test func `that is allowed passes`() {
        #expect(parts(##"let a = "<script src=\"/a.js\" defer></script>""##).isEmpty)
        #expect(parts(##"let a = "<p data-hx-get=\"/a\" data-style=\"b\">""##).isEmpty)
        #expect(parts("let style = \"plain\" // <p style=\"a\">").isEmpty)
    }
}
