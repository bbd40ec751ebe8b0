import HouseRules
import Yams

/// The sheet of a draw as it is posted, and what checking it says: `anchang draw verify` (SEL-02).
public enum DrawSheetFile {
    private static let keys = [
        "activity", "lead_minutes", "public_required", "roster", "hash", "commitment",
        "committed_at", "drawn_at", "seed", "public", "order",
    ]

    /// The text to be printed and posted; whoever has it needs nothing else.
    public static func text(_ sheet: DrawSheet, of title: String, under terms: SelectionPolicy)
        -> String
    {
        let lines = [
            "# 摇号单：用 anchang draw verify 逐步核对",
            "activity: \(quoted(title))",
            "lead_minutes: \(terms.commitMinutes)",
            "public_required: \(terms.publicPart)",
            "roster:",
        ]
        let rest = [
            "hash: \(quoted(sheet.hash))", "commitment: \(quoted(sheet.commitment))",
            "committed_at: \(stamp(sheet.committedAt))", "drawn_at: \(stamp(sheet.drawnAt))",
            "seed: \(quoted(sheet.seed))", "public: \(quoted(sheet.publicPart))", "order:",
        ]
        return
            (lines + sheet.roster.map { "  - \(quoted($0.line))" } + rest
            + sheet.order.map { "  - \(quoted($0.rawValue))" }).joined(separator: "\n") + "\n"
    }

    /// Checks a file: exit code 0 = every step holds, 1 = one does not, 2 = the file is wrong.
    public static func report(path: String) -> CommandReport {
        do throws(SourceFaults) {
            return try report(text: try SourceText.read(path: path), file: path)
        } catch {
            return CommandReport(error.text, exitCode: 2)
        }
    }

    static func report(text: String, file: String) throws(SourceFaults) -> CommandReport {
        guard let root = try YAMLText.root(text, file: file) else {
            throw SourceFaults([SourceFault(file: file, line: 1, column: 1, "文件是空的。")])
        }
        var reading = YAMLReading(file: file)
        let fields = reading.fields(root, known: keys, of: "摇号单")
        let byKey = Dictionary(fields.map { ($0.key, $0.value) }) { first, _ in first }
        for key in keys where byKey[key] == nil && key != "activity" {
            reading.fault(root, "摇号单少了 \(key)，请照公布的单子补上。")
        }
        let sheet = sheet(byKey, &reading)
        let lead = byKey["lead_minutes"].flatMap {
            reading.whole($0, 0...10_080, of: "lead_minutes（分钟）")
        }
        let needsPublic = byKey["public_required"].flatMap {
            reading.flag($0, of: "public_required（须有公众段）")
        }
        try reading.check()
        let checks = sheet.checks(leadMinutes: lead ?? 60, needsPublic: needsPublic ?? true)
        return CommandReport(
            lines(sheet, checks).joined(separator: "\n"),
            exitCode: checks.allSatisfy(\.holds) ? 0 : 1)
    }

    private static func lines(_ sheet: DrawSheet, _ checks: [DrawCheck]) -> [String] {
        let rows = checks.map { "\($0.holds ? "相符" : "不符")  \($0.step.label)" }
        let fresh = DrawSheet.order(
            of: sheet.roster, seed: sheet.seed, publicPart: sheet.publicPart)
        let differs = zip(sheet.order, fresh).enumerated().first { $1.0 != $1.1 }
        let place = differs.map { ["第 \($0 + 1) 号单上是 \($1.0)，重算是 \($1.1)。"] } ?? []
        let isWhole = checks.allSatisfy(\.holds)
        return rows + place
            + [
                "名单 \(sheet.roster.count) 人，哈希 \(DrawSheet.hash(of: sheet.roster))。",
                isWhole ? "每一步都相符。" : "有不符之处，这张单子不成立。",
            ]
    }

    private static func sheet(
        _ byKey: [String: Node], _ reading: inout YAMLReading
    ) -> DrawSheet {
        func word(_ key: String, _ reading: inout YAMLReading) -> String {
            byKey[key].flatMap { reading.text($0, of: key) } ?? ""
        }
        func list(_ key: String, _ reading: inout YAMLReading) -> [String] {
            (byKey[key].map { reading.list($0, of: key) } ?? []).compactMap {
                reading.text($0, of: key)
            }
        }
        let roster = list("roster", &reading).map { line in
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            return RosterEntry(
                PersonID(parts.first ?? ""), ticket: parts.count == 2 ? parts[1] : "")
        }
        return DrawSheet(
            roster: roster, hash: word("hash", &reading), commitment: word("commitment", &reading),
            committedAt: moment("committed_at", byKey, &reading),
            drawnAt: moment("drawn_at", byKey, &reading), seed: word("seed", &reading),
            publicPart: word("public", &reading),
            order: list("order", &reading).map { PersonID($0) })
    }

    private static func moment(
        _ key: String, _ byKey: [String: Node], _ reading: inout YAMLReading
    ) -> Moment {
        guard let node = byKey[key], let text = reading.text(node, of: key) else {
            return Moment(milliseconds: 0)
        }
        let parts = text.split(separator: " ")
        if parts.count == 2, let day = BusinessDay(parts[0]), let time = TimeOfDay(parts[1]) {
            return day.at(time)
        }
        reading.fault(node, "\(key) 应当写成 2025-06-14 08:00:00 的样子，这里写的是“\(text)”。")
        return Moment(milliseconds: 0)
    }

    private static func stamp(_ moment: Moment) -> String {
        quoted(moment.day.text + " " + moment.timeOfDay.text)
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped)\""
    }
}
