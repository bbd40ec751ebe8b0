import Testing

let mostLinesOfAFile = 400
let mostLinesOfAFunction = 60
let mostColumns = 100

func longFiles(_ file: TextFile) -> [Finding] {
    let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
    guard count > mostLinesOfAFile else { return [] }
    return [Finding(path: file.path, line: count, message: "the file has \(count) lines")]
}

func longLines(_ file: TextFile) -> [Finding] {
    file.lines.enumerated().compactMap { index, line in
        line.count > mostColumns
            ? Finding(path: file.path, line: index + 1, message: "\(line.count) columns") : nil
    }
}

func longFunctions(_ source: SwiftSource) -> [Finding] {
    let tokens = source.tokens
    return tokens.indices.compactMap { start in
        guard let opening = bodyOpening(of: start, in: tokens) else { return nil }
        let length = closingLine(from: opening, in: tokens) - tokens[start].line + 1
        guard length > mostLinesOfAFunction else { return nil }
        return Finding(
            path: source.file.path, line: tokens[start].line,
            message: "\(tokens[start].word) of \(length) lines")
    }
}

/// Where the body of the function or computed property that `start` introduces opens.
private func bodyOpening(of start: Int, in tokens: [SwiftSource.Token]) -> Int? {
    let introducers: Set<String> = ["func", "init", "deinit", "subscript", "var"]
    guard introducers.contains(tokens[start].word) else { return nil }
    guard start == 0 || tokens[start - 1].word != "." else { return nil }
    let isProperty = tokens[start].word == "var"
    var depth = 0
    for index in tokens.indices[(start + 1)...] {
        if isProperty, depth == 0, tokens[index].line != tokens[index - 1].line { return nil }
        switch tokens[index].word {
        case "(", "[": depth += 1
        case ")", "]": depth -= 1
        case "{" where depth == 0: return index
        case "=" where depth == 0 && isProperty: return nil
        case "}" where depth == 0: return nil
        case let word where depth == 0 && introducers.contains(word): return nil
        default: break
        }
        if depth < 0 { return nil }
    }
    return nil
}

private func closingLine(from opening: Int, in tokens: [SwiftSource.Token]) -> Int {
    var depth = 0
    for index in tokens.indices[opening...] {
        if tokens[index].word == "{" { depth += 1 }
        if tokens[index].word == "}" { depth -= 1 }
        if depth == 0 { return tokens[index].line }
    }
    return tokens.last?.line ?? 0
}

@Suite struct `Sizes` {
    private func functions(_ text: String) -> [Int] { longFunctions(SwiftSource(text)).map(\.line) }
    private func body(_ lines: Int) -> String { String(repeating: "    a()\n", count: lines) }

    @Test func `every file keeps within its lines`() {
        let kinds: Set<String> = ["swift", "py", "css", "js", "sql", "sh", ""]
        Repository.here.files.filter { kinds.contains($0.ending) }.flatMap(longFiles).expectNone()
    }

    @Test func `every Swift line keeps within its columns`() {
        Repository.here.files.filter { $0.ending == "swift" }.flatMap(longLines).expectNone()
    }

    @Test func `every function keeps within its lines`() {
        SwiftSource.all.flatMap(longFunctions).expectNone()
    }

    @Test func `a file may have 400 lines and not 401`() {
        let fits = TextFile(path: "a.swift", text: String(repeating: "a\n", count: 400))
        #expect(longFiles(fits).isEmpty)
        #expect(longFiles(TextFile(path: "a.swift", text: fits.text + "a")).count == 1)
    }

    @Test func `a line may have 100 columns and not 101, Chinese counted by character`() {
        let fits = String(repeating: "来", count: 100)
        let file = TextFile(path: "a.swift", text: "\(fits)\n\(fits)a")
        #expect(longLines(file).map(\.line) == [2])
    }

    @Test func `a function may have 60 lines and not 61`() {
        #expect(functions("func a() {\n" + body(58) + "}\n").isEmpty)
        #expect(functions("\nfunc a() {\n" + body(59) + "}\n") == [2])
    }

    @Test func `initialisers, subscripts and computed properties count too`() {
        for opening in ["init() {", "subscript(a: Int) -> Int {", "var a: [Int] {"] {
            #expect(functions(opening + "\n" + body(59) + "}\n") == [1], "\(opening)")
        }
    }

    @Test func `requirements without a body and stored values have no length`() {
        let long = "struct A {\n" + body(70) + "}\n"
        #expect(functions("func a() -> Int\nvar b: Int\n\(long)") == [])
        #expect(functions("protocol P {\nfunc a()\n}\n\(long)") == [])
        #expect(functions("var a = 1\n\(long)") == [])
        #expect(functions("let a = A.init(b)\n\(long)") == [])
    }

    @Test func `braces in text and default closures do not confuse the count`() {
        let text = "func a(b: () -> Void = {}) {\n    c(\"}\")\n" + body(58) + "}\n"
        #expect(functions(text) == [1])
    }
}
