import Testing

/// Relative links of a Markdown file that lead nowhere. Code blocks are not looked at.
func brokenLinks(_ file: TextFile, existing paths: Set<String>) -> [Finding] {
    proseLines(of: file).flatMap { number, line in
        line.matches(of: /\]\(([^)\s]+)[^)]*\)/).compactMap { match -> Finding? in
            let target = String(match.output.1)
            guard let path = path(of: target, from: file.path), !paths.contains(path) else {
                return nil
            }
            return Finding(path: file.path, line: number, message: "no \(target) to link to")
        }
    }
}

/// The lines outside fenced blocks, with their numbers from 1.
func proseLines(of file: TextFile) -> [(Int, Substring)] {
    var fenced = false
    return file.lines.enumerated().compactMap { index, line in
        let isFence = line.drop { $0 == " " }.hasPrefix("```")
        if isFence { fenced.toggle() }
        return fenced || isFence ? nil : (index + 1, line)
    }
}

/// The path from the root that a link means; nil for addresses and places in the same file.
private func path(of target: String, from file: String) -> String? {
    guard !target.contains("://"), !target.hasPrefix("mailto:"), !target.hasPrefix("#") else {
        return nil
    }
    var parts = file.split(separator: "/").dropLast()
    for part in target.prefix(while: { $0 != "#" }).split(separator: "/") {
        if part == ".." {
            guard !parts.isEmpty else { return target }
            parts.removeLast()
        } else if part != "." {
            parts.append(part)
        }
    }
    return parts.joined(separator: "/")
}

@Suite struct `Links` {
    private func broken(_ text: String, in path: String = "docs/a.md") -> [Int] {
        let existing: Set<String> = ["README.md", "docs", "docs/b.md", "docs/c/d.md"]
        return brokenLinks(TextFile(path: path, text: text), existing: existing).map(\.line)
    }

    @Test func `between documents resolve`() {
        let here = Repository.here
        here.files.filter { $0.ending == "md" }
            .flatMap { brokenLinks($0, existing: here.paths) }
            .expectNone()
    }

    @Test func `that lead nowhere are found`() {
        #expect(broken("\n[a](gone.md)") == [2])
        #expect(broken("[a](b.md) [b](../gone.md#part)") == [1])
        #expect(broken("![a](../../README.md)") == [1])
    }

    @Test func `that resolve pass, with and without a part`() {
        #expect(broken("[a](b.md) [b](../README.md#part) [c](./c/d.md) [d](../docs/)").isEmpty)
        #expect(broken("[a](docs/b.md)", in: "README.md").isEmpty)
    }

    @Test func `to addresses, own parts and in code are left alone`() {
        #expect(broken("[a](https://example.org) [b](#part) [c](mailto:a@example.org)").isEmpty)
        #expect(broken("```\n[a](gone.md)\n```").isEmpty)
        #expect(broken("```\n```\n[a](gone.md)") == [3])
    }
}
