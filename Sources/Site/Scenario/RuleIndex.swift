import Foundation
import HouseRules

/// One rule with its page and the cases that ran: a line of `anchang rules`.
public struct RuleIndexRow: Hashable, Sendable {
    /// `REC-03`.
    public let rule: String
    /// The words after it.
    public let title: String
    /// 计算 or 流程.
    public let type: String
    /// The page's file.
    public let file: String
    /// Cases that ran.
    public let cases: Int
    /// Those of them that did not come out as written.
    public let failed: Int
}

/// The rules that are implemented, with their pages and cases.
public enum RuleIndex {
    /// Reads every page of a folder and runs its cases, rules in order.
    ///
    /// A case that names a rule of its own counts for that rule.
    public static func rows(pages folder: String, packs: PolicyFolder) throws -> [RuleIndexRow] {
        let pages = try pages(in: folder, packs: packs)
        let reports = pages.flatMap(\.sections).flatMap(\.cases).map { $0.run() }
        var rows: [RuleIndexRow] = []
        for page in pages {
            for section in page.sections {
                guard let rule = section.rule else { continue }
                let own = reports.filter { $0.rule == rule }
                rows.append(
                    RuleIndexRow(
                        rule: rule, title: section.title, type: section.type ?? "",
                        file: page.file, cases: own.count,
                        failed: own.count { !$0.failures.isEmpty }))
            }
        }
        return rows.sorted { $0.rule < $1.rule }
    }

    /// The pages of a folder in the order of their names.
    public static func pages(in folder: String, packs: PolicyFolder) throws -> [RulePage] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".md") }.sorted()
        return try names.map { name in
            let path = "\(folder)/\(name)"
            let text = try SourceText.read(path: path, shown: "docs/rules/\(name)")
            return try RulePage.read(text: text, file: "docs/rules/\(name)", folder: packs)
        }
    }

    /// `rule, type, file, cases`, separated by tabs, one line per rule, with a head.
    public static func tsv(_ rows: [RuleIndexRow]) -> String {
        let lines = rows.map { "\($0.rule)\t\($0.type)\t\($0.file)\t\($0.cases)" }
        return (["rule\ttype\tfile\tcases"] + lines).joined(separator: "\n")
    }

    /// The table for people.
    public static func text(_ rows: [RuleIndexRow]) -> String {
        let lines = rows.map { row in
            "\(row.rule)  \(row.type)  \(row.title)  \(row.file)  案例 \(row.cases) 个"
                + (row.failed == 0 ? "" : "，其中 \(row.failed) 个不符")
        }
        let cases = rows.reduce(0) { $0 + $1.cases }
        return (lines + ["共 \(rows.count) 条规则，演了 \(cases) 个案例。"]).joined(separator: "\n")
    }
}
