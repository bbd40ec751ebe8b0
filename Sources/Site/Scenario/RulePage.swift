import HouseRules
import Yams

/// One section of a page of rules: `## REC-03 标题`.
public struct RuleSection: Sendable {
    /// The rule, such as `REC-03`; nil for a section without one.
    public let rule: String?
    /// The words after it.
    public let title: String
    /// 类型, such as 计算 or 流程.
    public let type: String?
    /// The line of the heading.
    public let line: Int
    /// The cases in it.
    public let cases: [Scenario]
}

/// A page of rules with cases that run (docs/rules/*.md).
public struct RulePage: Sendable {
    /// The file as faults name it.
    public let file: String
    /// Its sections in order.
    public let sections: [RuleSection]

    /// Reads a page; all faults of all its cases at once.
    public static func read(text: String, file: String, folder: PolicyFolder)
        throws(SourceFaults) -> RulePage
    {
        var drafts: [Draft] = []
        var block: (line: Int, lines: [Substring])?
        var isCode = false
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() {
            if let open = block {
                if line.hasPrefix("```") {
                    drafts[drafts.endIndex - 1].blocks.append(open)
                    block = nil
                } else {
                    block?.lines.append(line)
                }
            } else if line.hasPrefix("```cases") {
                if drafts.isEmpty { drafts.append(Draft(heading: "", line: 1)) }
                block = (index + 1, [])
            } else if line.hasPrefix("```") {
                isCode.toggle()
            } else if line.hasPrefix("## "), !isCode {
                drafts.append(Draft(heading: String(line.dropFirst(3)), line: index + 1))
            } else if line.hasPrefix("类型:"), !drafts.isEmpty {
                drafts[drafts.endIndex - 1].type = line.dropFirst(3).trimmed
            }
        }
        var faults: [SourceFault] = []
        if let block {
            faults.append(
                SourceFault(file: file, line: block.line, column: 1, "这段 cases 没有用 ``` 收尾。"))
        }
        let packs = PackMemo(folder)
        let sections = drafts.map { $0.section(file: file, packs: packs, &faults) }
        if !faults.isEmpty { throw SourceFaults(faults) }
        return RulePage(file: file, sections: sections)
    }

    /// A section while it is being read.
    private struct Draft {
        let heading: String
        let line: Int
        var type: String?
        var blocks: [(line: Int, lines: [Substring])] = []

        init(heading: String, line: Int) {
            self.heading = heading
            self.line = line
        }

        func section(
            file: String, packs: PackMemo, _ faults: inout [SourceFault]
        ) -> RuleSection {
            let words = heading.split(separator: " ", maxSplits: 1).map(String.init)
            let isRule = words.first.map(PolicyPackReader.isRuleID) ?? false
            var cases: [Scenario] = []
            for block in blocks {
                do throws(SourceFaults) {
                    cases += try read(block.lines, at: block.line, file: file, packs: packs)
                } catch {
                    faults += error.faults
                }
            }
            return RuleSection(
                rule: isRule ? words.first : nil,
                title: isRule ? words.dropFirst().first ?? "" : heading, type: type, line: line,
                cases: cases.map { $0.belonging(to: isRule ? words.first : nil) })
        }

        private func read(
            _ lines: [Substring], at line: Int, file: String, packs: PackMemo
        ) throws(SourceFaults) -> [Scenario] {
            let text = lines.joined(separator: "\n")
            guard let root = try YAMLText.root(text, file: file, lineOffset: line) else {
                throw SourceFaults([
                    SourceFault(file: file, line: line, column: 1, "这段 cases 是空的。")
                ])
            }
            var reader = ScenarioReader(file: file, lineOffset: line, packs: packs.pack)
            let nodes = reader.reading.list(root, of: "cases（案例）")
            let cases = nodes.compactMap { reader.scenario($0) }
            try reader.reading.check()
            return cases
        }
    }
}

extension Scenario {
    /// The same with the rule of its section unless it names its own.
    func belonging(to section: String?) -> Scenario {
        Scenario(
            title: title, rule: rule ?? section, file: file, line: line, policyName: policyName,
            policies: policies, standing: standing, start: start, facts: facts)
    }
}

extension Substring {
    /// Without spaces at either end.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
