import Testing

/// A Swift file seen three ways; each view has the same lines, with the rest blanked out.
struct SwiftSource: Sendable {
    let file: TextFile
    /// Without comments and literal text.
    let code: String
    /// Only what stands in comments.
    let comments: String
    /// Only literal text: strings, names in backticks, regexes.
    let text: String
    let tokens: [Token]

    struct Token: Sendable, Equatable {
        let word: String
        let line: Int
    }

    /// The Swift files of our sources and tests, lexed once.
    static let all: [SwiftSource] = Repository.here.files.filter { $0.ending == "swift" }
        .map(SwiftSource.init)

    static func under(_ folder: String) -> [SwiftSource] {
        all.filter { $0.file.path.hasPrefix(folder + "/") }
    }

    init(_ file: TextFile) {
        self.file = file
        let bytes = Array(file.text.utf8)
        let kinds = SwiftLexer(file.text).kinds
        func view(of kind: SwiftLexer.Kind) -> String {
            let newline = UInt8(ascii: "\n")
            let kept = bytes.indices.map { index in
                kinds[index] == kind || bytes[index] == newline ? bytes[index] : UInt8(ascii: " ")
            }
            return String(decoding: kept, as: UTF8.self)
        }
        code = view(of: .code)
        comments = view(of: .comment)
        text = view(of: .text)
        tokens = Self.tokens(of: code)
    }

    init(path: String = "Sources/Sample.swift", _ text: String) {
        self.init(TextFile(path: path, text: text))
    }

    private static func tokens(of code: String) -> [Token] {
        var tokens: [Token] = []
        var word: [UInt8] = []
        var line = 1
        func closeWord() {
            guard !word.isEmpty else { return }
            tokens.append(Token(word: String(decoding: word, as: UTF8.self), line: line))
            word = []
        }
        for byte in code.utf8 {
            if isWord(byte) {
                word.append(byte)
                continue
            }
            closeWord()
            if byte == UInt8(ascii: "\n") {
                line += 1
            } else if byte != UInt8(ascii: " ") {
                tokens.append(Token(word: String(UnicodeScalar(byte)), line: line))
            }
        }
        closeWord()
        return tokens
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}

@Suite struct `Swift sources are read as` {
    private func code(_ text: String) -> String {
        SwiftSource(text).code.split(separator: " ").joined(separator: " ")
    }

    @Test func `code without comments`() {
        #expect(code("a /* b /* c */ d */ e // f") == "a e")
    }

    @Test func `code without strings, with what is interpolated`() {
        #expect(code(#"a("b { \(c("}")) d")"#) == "a( c( )) )")
    }

    @Test func `raw and multi-line strings`() {
        #expect(code("x = #\"a \" \\(b) \\#(c) \"# + y") == "x = c) + y")
        #expect(code("x = \"\"\"\n \"{\" \\(y)\n\"\"\"\nz").split(separator: "\n").last == "z")
    }

    @Test func `names in backticks are text`() {
        #expect(code("func `a { b`() {}") == "func () {}")
    }

    @Test func `regexes are text and divisions are not`() {
        #expect(code("let r = /\"{(/ ; a") == "let r = ; a")
        #expect(code("let r = a / b / c") == "let r = a / b / c")
        #expect(code("let r = #/\"/b/# ; a") == "let r = ; a")
    }

    @Test func `comments alone and text alone`() {
        let source = SwiftSource("let a = \"text\" // note")
        #expect(source.comments.split(separator: " ") == ["//", "note"])
        #expect(source.text.split(separator: " ") == ["\"text\""])
    }

    @Test func `tokens with their lines`() {
        let words = SwiftSource("a.b\n{").tokens.map { "\($0.word)\($0.line)" }
        #expect(words == ["a1", ".1", "b1", "{2"])
    }
}
