import Testing

/// Lines of tests for each line of source, over everything and for the rules alone.
let leastTestsOverall = 1.0
let leastTestsOfRules = 1.5

/// Lines of code that say something: not blank, not a brace alone, and not a comment, which every
/// public declaration must have and no test can match.
func countedLines(_ file: TextFile) -> Int {
    let comment = file.path.hasSuffix(".py") ? "#" : "//"
    return file.lines.count { line in
        line.contains { $0.isLetter || $0.isNumber }
            && !line.drop(while: \.isWhitespace).hasPrefix(comment)
    }
}

/// Lines inside the `cases` blocks of a rule document.
func caseLines(_ file: TextFile) -> Int {
    var inside = false
    var count = 0
    for line in file.lines {
        if line.hasPrefix("```") {
            inside = line.hasPrefix("```cases")
        } else if inside, line.contains(where: { !$0.isWhitespace }) {
            count += 1
        }
    }
    return count
}

struct TestShare: CustomStringConvertible {
    let tests: Int
    let sources: Int

    var ratio: Double { sources == 0 ? .infinity : Double(tests) / Double(sources) }

    var description: String {
        let hundredths = sources == 0 ? 0 : tests * 100 / sources
        let fraction = hundredths % 100
        return "\(tests) lines of tests for \(sources) of source: "
            + "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}

@Suite struct `The share of tests` {
    private let here = Repository.here

    private func lines(_ folder: String, _ ending: String) -> Int {
        here.files(under: folder, ending: ending).map(countedLines).reduce(0, +)
    }

    private var cases: Int {
        here.files(under: "docs/rules", ending: "md").map(caseLines).reduce(0, +)
    }

    @Test func `is large enough overall`() {
        let share = TestShare(
            tests: lines("Tests", "swift") + lines("Tests", "py") + cases,
            sources: lines("Sources", "swift"))
        print("Overall: \(share)")
        #expect(share.ratio >= leastTestsOverall, "\(share)")
    }

    @Test func `is large enough for the rules`() {
        let share = TestShare(
            tests: lines("Tests/HouseRulesTests", "swift") + cases,
            sources: lines("Sources/HouseRules", "swift"))
        print("HouseRules: \(share)")
        #expect(share.ratio >= leastTestsOfRules, "\(share)")
    }

    @Test func `counts lines that say something`() {
        #expect(countedLines(TextFile(path: "a", text: "a {\n\n    }\n  // b\nc // d\n")) == 2)
        #expect(countedLines(TextFile(path: "a.py", text: "# a\nb\n// c\n")) == 2)
        let document = "b\n```cases\nc\n\nd\n```\ne\n```\nf\n```"
        #expect(caseLines(TextFile(path: "a", text: document)) == 2)
    }

    @Test func `is a figure with two digits`() {
        #expect(TestShare(tests: 21, sources: 20).description.hasSuffix("source: 1.05"))
        #expect(TestShare(tests: 1, sources: 2).ratio < leastTestsOverall)
    }
}
