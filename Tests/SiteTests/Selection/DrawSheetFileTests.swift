import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The posted sheet of a draw` {
    private var posted: String {
        get throws {
            let guide = try SourceText.read(path: Checkout.root + "docs/draw.md")
            let parts = guide.components(separatedBy: "```yaml\n")
            return parts[1].components(separatedBy: "```")[0]
        }
    }

    private func report(_ text: String) throws -> CommandReport {
        try DrawSheetFile.report(text: text, file: "sheet.yaml")
    }

    @Test func `of the guide holds in every step`() throws {
        let report = try report(posted)
        #expect(report.exitCode == 0, "\(report.text)")
        #expect(report.text.components(separatedBy: "相符  ").count == 6)
    }

    @Test(
        arguments: [
            ("  - \"丁\"\n  - \"丙\"\n", "  - \"丙\"\n  - \"丁\"\n", "不符  顺序"),
            ("R***乙", "R***二", "不符  名单哈希"), ("seed: \"晨\"", "seed: \"夜\"", "不符  种子与承诺"),
            ("08:00:00", "08:00:01", "不符  承诺提前量"), ("\"618\"", "\"\"", "不符  公众段"),
        ])
    func `that was changed fails where it was`(was: String, now: String, line: String) throws {
        let text = try posted
        #expect(text.contains(was))
        let report = try report(text.replacingOccurrences(of: was, with: now))
        #expect(report.exitCode == 1)
        #expect(report.text.contains(line), "\(report.text)")
    }

    @Test func `that the house prints reads back`() throws {
        let roster = ["a\"1", "b\\2", "c"].map { RosterEntry(PersonID($0), ticket: "T***9") }
        let seed = "第一\"段\\"
        let sheet = DrawSheet(
            roster: roster, hash: DrawSheet.hash(of: roster), commitment: SHA256.hex(of: seed),
            committedAt: mondayAt(8, 0), drawnAt: mondayAt(9, 0, 5), seed: seed, publicPart: "",
            order: DrawSheet.order(of: roster, seed: seed, publicPart: ""))
        var terms = SelectionPolicy()
        terms.publicPart = false
        let text = DrawSheetFile.text(sheet, of: "一期", under: terms)
        #expect(try report(text).exitCode == 0, "\(text)")
    }

    @Test func `that lacks something or tells no time is wrong`() throws {
        for (was, now) in [("seed: \"晨\"\n", ""), ("09:00:00", "noon"), ("hash:", "hush:")] {
            let text = try posted.replacingOccurrences(of: was, with: now)
            #expect(throws: SourceFaults.self) { try report(text) }
        }
        #expect(throws: SourceFaults.self) { try report("") }
        #expect(DrawSheetFile.report(path: "/nowhere/sheet.yaml").exitCode == 2)
    }
}
