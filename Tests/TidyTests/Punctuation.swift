import Testing

/// A half-width mark right beside a Chinese character, in what people read.
func halfWidthMarks(_ source: SwiftSource) -> [Finding] {
    let mark = /[\u{4E00}-\u{9FFF}][,;:?!()]|[,;:?!] ?[\u{4E00}-\u{9FFF}]/
    return source.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .compactMap { index, line in
            var line = String(line)
            for allowed in machineTexts { line = line.replacing(allowed, with: "") }
            return line.firstMatch(of: mark).map {
                Finding(
                    path: source.file.path, line: index + 1,
                    message: "\($0.output): Chinese takes full-width marks")
            }
        }
}

/// What is typed or read by machines just so: YAML as it is written, and a line of `docs/rules`.
private let machineTexts = [
    "键: 值",
    "{receiver: 谁接, effect: 轮次结果, missed: 其间错过算什么}",
    "类型:",
]

@Suite struct `Chinese marks` {
    private func found(_ text: String) -> [Int] {
        halfWidthMarks(SwiftSource(text)).map(\.line)
    }

    @Test func `are full-width in everything that people read`() {
        SwiftSource.under("Sources").flatMap(halfWidthMarks).expectNone()
    }

    @Test func `that are half-width are found`() {
        for mark in [",", ";", ":", "?", "!", "(", ")"] {
            #expect(found("let a = 1\nlet b = \"没有\(mark)\"") == [2])
        }
        #expect(found("let b = \"派给 \\(a),计轮\"") == [1])
        #expect(found("let b = \"\"\"\n    一行\n    \\(a)在岗(B)\n    \"\"\"") == [3])
    }

    @Test func `may stand in comments, in code and beside other letters`() {
        #expect(found("// 首问: 第一次来, 有没有认识的").isEmpty)
        #expect(found("let a = f(\"在岗\", \"轮休\")").isEmpty)
        #expect(found("let a = \"在岗，\\(b ? \"是\" : \"否\")。\"").isEmpty)
        #expect(found("let a = \"A, B（候位）\"").isEmpty)
    }

    @Test func `may stand where a machine reads them just so`() {
        for text in machineTexts { #expect(found("let a = \"\(text)\"").isEmpty) }
    }
}
