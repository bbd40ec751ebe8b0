import Testing

/// The books of the catalogue; an id is one of these and two digits, as `REC-01`.
let rulePrefixes = [
    "8S", "AUD", "DSP", "DUT", "MAT", "MGR", "OWN", "PLY", "PPL", "REC", "SAL", "SAT", "SEL", "SVC",
]

/// One rule as told in docs/rules: its heading, its type and its cases.
struct RuleSection: Equatable {
    let id: String
    let path: String
    let line: Int
    var type: String?
    var caseBlocks = 0
}

func ruleIDs(in text: Substring) -> [String] {
    guard text.contains("-") else { return [] }
    return text.matches(of: /\b(8S|[A-Z]{3})-[0-9]{2}\b/).map { String($0.output.0) }
        .filter { id in rulePrefixes.contains { id.hasPrefix($0 + "-") } }
}

func ruleSections(of file: TextFile) -> [RuleSection] {
    var sections: [RuleSection] = []
    for (index, line) in file.lines.enumerated() {
        if line.hasPrefix("#"), let id = ruleIDs(in: line).first {
            sections.append(RuleSection(id: id, path: file.path, line: index + 1))
        } else if !sections.isEmpty {
            let last = sections.count - 1
            if sections[last].type == nil, line.contains("类型") {
                sections[last].type = ["计算", "流程", "检查表", "知识"].first(where: line.contains)
            }
            if line.hasPrefix("```cases") { sections[last].caseBlocks += 1 }
        }
    }
    return sections
}

/// Rules that sources cite and no document tells; each named once, where it is cited first.
func citedWithoutSection(_ sources: [SwiftSource], sections: Set<String>) -> [Finding] {
    var seen = sections
    return sources.flatMap { source in
        source.file.lines.enumerated().flatMap { index, line in
            ruleIDs(in: line).filter { seen.insert($0).inserted }.map {
                Finding(
                    path: source.file.path, line: index + 1,
                    message: "\($0) has no section in docs/rules")
            }
        }
    }
}

func incompleteSections(_ sections: [RuleSection]) -> [Finding] {
    sections.compactMap { section in
        let message: String? =
            switch section.type {
            case nil: "\(section.id) does not state its type (类型)"
            case "计算", "流程": section.caseBlocks == 0 ? "\(section.id) has no cases" : nil
            default: nil
            }
        return message.map { Finding(path: section.path, line: section.line, message: $0) }
    }
}

@Suite struct `The house rules as told` {
    private static let sections = Repository.here.files(under: "docs/rules", ending: "md")
        .flatMap(ruleSections)

    @Test func `have a section for every rule the sources cite`() {
        let ids = Set(Self.sections.map(\.id))
        citedWithoutSection(SwiftSource.under("Sources"), sections: ids).expectNone()
    }

    @Test func `have cases for everything that is computed or flows`() {
        incompleteSections(Self.sections).expectNone()
    }

    @Test func `tell every rule once`() {
        let ids = Self.sections.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func `an id is a book and two digits`() {
        #expect(
            ruleIDs(in: "by REC-01 and 8S-02, not UTF-16 or SHA-256 or REC-1") == [
                "REC-01", "8S-02",
            ])
    }

    @Test func `a citation without its section is found`() {
        let source = SwiftSource("// REC-01\nlet a = \"OWN-12\" // OWN-12")
        let found = citedWithoutSection([source, source], sections: ["REC-01"])
        #expect(found.map(\.message) == ["OWN-12 has no section in docs/rules"])
        #expect(found.map(\.line) == [2])
    }

    @Test func `a section knows its type and its cases`() {
        let text = """
            ## REC-01 每日
            - 类型: 计算
            ```cases
            REC-02 is only cited here
            ```
            ### REC-03 选人
            - 类型: 流程
            ### REC-04 知道
            - 类型: 知识
            ### REC-05 空
            """
        let sections = ruleSections(of: TextFile(path: "a.md", text: text))
        #expect(sections.map(\.id) == ["REC-01", "REC-03", "REC-04", "REC-05"])
        #expect(sections.map(\.caseBlocks) == [1, 0, 0, 0])
        #expect(
            incompleteSections(sections).map(\.message) == [
                "REC-03 has no cases", "REC-05 does not state its type (类型)",
            ])
    }
}
