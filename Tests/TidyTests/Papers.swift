import Testing

/// Packages of the manifest that no row of a table in the document names.
func unnamedPackages(_ packages: [String], in document: String) -> [String] {
    let rows = document.split(separator: "\n").filter { $0.hasPrefix("|") }
        .map { $0.lowercased() }
    return packages.filter { package in
        let name = package.hasSuffix(".swift") ? String(package.dropLast(6)) : package
        return !rows.contains { $0.contains(name.lowercased()) }
    }
}

func hasVersionSection(_ changelog: String) -> Bool {
    changelog.contains(/(^|\n)## \[?(Unreleased|[0-9]+\.[0-9]+\.[0-9]+)/)
}

/// Decision records are numbered from 1 without a gap and say context, choice and price.
func faultyDecisions(_ files: [TextFile]) -> [Finding] {
    files.enumerated().flatMap { index, file in
        var findings: [Finding] = []
        if Int(file.name.prefix(4)) != index + 1 {
            let message = "is not number \(index + 1)"
            findings.append(Finding(path: file.path, line: 1, message: message))
        }
        for heading in ["## Context", "## Choice", "## Price"] where !file.text.contains(heading) {
            findings.append(Finding(path: file.path, line: 1, message: "has no \(heading)"))
        }
        return findings
    }
}

@Suite struct `Papers` {
    private let here = Repository.here

    @Test(arguments: ["README.md", "README.zh-CN.md"])
    func `name every dependency with its reason`(path: String) throws {
        let needed = packages(of: try here.file("Package.swift").text)
        let missing = unnamedPackages(needed, in: try here.file(path).text)
        #expect(missing.isEmpty, "\(path) has no row for \(missing)")
    }

    @Test(arguments: [
        "README.md", "README.zh-CN.md", "STYLE.md", "CONTRIBUTING.md", "CHANGELOG.md",
        "docs/tour.md", "docs/security.md", "docs/operations.md", "docs/benchmarks.md",
    ])
    func `are all there`(path: String) throws {
        let file = try here.file(path)
        #expect(file.lines.first?.hasPrefix("# ") == true, "\(path) has no title")
    }

    @Test func `include a licence`() {
        let isThere = here.paths.contains("LICENSE")
        #expect(isThere)
    }

    @Test func `tell what changed`() throws {
        #expect(hasVersionSection(try here.file("CHANGELOG.md").text))
    }

    @Test func `tell what was decided, why and at what price`() {
        let decisions = here.files(under: "docs/decisions", ending: "md")
        #expect(decisions.count >= 5)
        faultyDecisions(decisions).expectNone()
    }

    @Test func `a dependency without a row is found`() {
        let table = "| what | why |\n|---|---|\n| [GRDB](a) | b |\nYams in passing"
        #expect(unnamedPackages(["GRDB.swift", "Yams"], in: table) == ["Yams"])
    }

    @Test func `a list of changes without a section is found`() {
        #expect(!hasVersionSection("# Changelog\nUnreleased"))
        #expect(hasVersionSection("# Changelog\n\n## [Unreleased]\n"))
        #expect(hasVersionSection("## 0.1.0 — June"))
    }

    @Test func `a decision without its price or out of order is found`() {
        let text = "# A\n## Context\n## Choice\n"
        let files = [
            TextFile(path: "0001-a.md", text: text + "## Price"),
            TextFile(path: "0003-b.md", text: text),
        ]
        let found = faultyDecisions(files).map(\.description)
        #expect(found == ["0003-b.md:1: is not number 2", "0003-b.md:1: has no ## Price"])
    }
}
