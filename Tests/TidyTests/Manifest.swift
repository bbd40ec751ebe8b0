import Testing

/// What each target of ours may stand on: rules ← site ← anchang and database ← site.
let allowedFoundations: [String: Set<String>] = [
    "HouseRules": [],
    "Database": ["CLibpq"],
    "Site": ["HouseRules", "Database", "CLibcrypto", "CXlsxWriter", "CZlib"],
    "anchang": ["Site"],
    "HouseRulesTests": ["HouseRules"],
    "DatabaseTests": ["Database"],
    "SiteTests": ["Site", "HouseRules", "Database"],
    "SimulationTests": ["Site", "HouseRules", "Database"],
    "TidyTests": [],
]

/// The targets that a manifest declares, each with the targets of the same package it names.
func targets(of manifest: String) -> [String: Set<String>] {
    let openings = [".target(", ".executableTarget(", ".testTarget("]
    var blocks: [Substring] = []
    for opening in openings {
        for range in manifest.ranges(of: opening) {
            blocks.append(balanced(manifest[range.upperBound...]))
        }
    }
    return blocks.reduce(into: [:]) { targets, block in
        guard let name = block.firstMatch(of: /name:\s*"([^"]+)"/)?.output.1 else { return }
        targets[String(name)] = ownDependencies(in: block)
    }
}

private func balanced(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
        if text[index] == "(" { depth += 1 }
        if text[index] == ")" { depth -= 1 }
        if depth == 0 { return text[..<index] }
    }
    return text
}

private func ownDependencies(in block: Substring) -> Set<String> {
    guard let start = block.firstRange(of: "dependencies: [") else { return [] }
    let list = block[start.upperBound...].prefix { $0 != "]" }
        .replacing(/\.product\([^)]*\)/, with: "")
    return Set(list.matches(of: /"([^"]+)"/).map { String($0.output.1) })
}

/// The last part of each address under `dependencies`, as `GRDB.swift`.
func packages(of manifest: String) -> [String] {
    manifest.matches(of: /\.package\(\s*url:\s*"([^"]+)"/).compactMap { match in
        match.output.1.split(separator: "/").last.map(String.init)
    }
}

@Suite struct `The manifest` {
    private let manifest = Result { try Repository.here.file("Package.swift").text }

    @Test func `lets dependencies point one way only`() throws {
        let found = targets(of: try manifest.get())
        #expect(Set(found.keys) == Set(allowedFoundations.keys))
        for (target, foundations) in found {
            let extra = foundations.subtracting(allowedFoundations[target] ?? [])
            #expect(extra.isEmpty, "\(target) may not stand on \(extra.sorted())")
        }
    }

    @Test func `treats warnings as errors in every target`() throws {
        let text = try manifest.get()
        let declared = targets(of: text).count
        #expect(text.contains("treatAllWarnings(as: .error)"))
        #expect(text.ranges(of: "swiftSettings: strict").count == declared)
    }

    @Test func `pins every dependency to one version`() throws {
        let text = try manifest.get()
        #expect(!packages(of: text).isEmpty)
        #expect(text.ranges(of: "exact: \"").count == packages(of: text).count)
    }

    @Test func `is read target by target`() {
        let sample = """
            .package(url: "https://example.org/a/Beta.swift", exact: "1.0.0"),
            .target(name: "Rules", swiftSettings: s),
            .target(
                name: "Shell",
                dependencies: ["Rules", .product(name: "B", package: "Beta.swift")]),
            .testTarget(name: "ShellTests", dependencies: ["Shell"]),
            """
        #expect(
            targets(of: sample) == ["Rules": [], "Shell": ["Rules"], "ShellTests": ["Shell"]])
        #expect(packages(of: sample) == ["Beta.swift"])
    }
}
