import Testing

/// Public declarations without a doc comment. Witnesses of well-known protocols need none.
func undocumented(_ source: SwiftSource) -> [Finding] {
    let code = source.code.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = source.file.lines
    return code.indices.compactMap { index in
        let line = code[index].drop { $0 == " " }
        guard declaresPublic(line), !isWitness(line) else { return nil }
        guard !hasDocComment(above: index, in: lines) else { return nil }
        return Finding(
            path: source.file.path, line: index + 1,
            message: "public without a doc comment: \(line.prefix(60))")
    }
}

private func declaresPublic(_ line: Substring) -> Bool {
    let isPublic = line.split(separator: " ").prefix { !$0.contains("(") }.contains("public")
    return isPublic && !line.contains("public import") && !line.contains("public extension")
}

private func isWitness(_ line: Substring) -> Bool {
    let witnesses = [
        "var description", "var debugDescription", "func ==", "func <", "func hash(into",
        "func encode(to", "init(from ", "init(stringLiteral", "init(stringInterpolation",
        "init(integerLiteral",
    ]
    return witnesses.contains { line.contains($0) }
}

private func hasDocComment(above index: Int, in lines: [Substring]) -> Bool {
    var above = index - 1
    while above >= 0 {
        let line = lines[above].drop { $0 == " " }
        if line.hasPrefix("///") || line.hasSuffix("*/") { return true }
        guard line.hasPrefix("@") || line.hasPrefix("#if") else { return false }
        above -= 1
    }
    return false
}

@Suite struct `Doc comments` {
    private func lines(_ text: String) -> [Int] { undocumented(SwiftSource(text)).map(\.line) }

    @Test(arguments: ["HouseRules", "Database"])
    func `stand on every public declaration`(target: String) {
        SwiftSource.under("Sources/\(target)").flatMap(undocumented).expectNone()
    }

    @Test func `a public declaration without one is found`() {
        #expect(lines("public struct A {\n    public let b: Int\n}") == [1, 2])
        #expect(lines("\n@frozen public enum A {}") == [2])
        #expect(lines("/// Said.\n\npublic struct A {}") == [3])
        #expect(lines("// Not a doc comment.\npublic func a() {}") == [2])
    }

    @Test func `one above attributes counts`() {
        #expect(lines("/// Said.\n@frozen\npublic struct A {}").isEmpty)
        #expect(lines("/// Said.\n@discardableResult\npublic static func a() {}").isEmpty)
    }

    @Test func `witnesses, text and private things need none`() {
        #expect(lines("public var description: String { a }").isEmpty)
        #expect(lines("struct A {} // public struct B").isEmpty)
        #expect(lines("let a = \"public b\"").isEmpty)
        #expect(lines("func a(public b: Int) {}").isEmpty)
    }
}
