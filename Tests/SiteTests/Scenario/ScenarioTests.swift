import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct ScenarioTests {
    private let packs = Checkout.packs

    @Test(arguments: ["ring-half-day", "tally-two-hours", "calls-morning"])
    func `a shipped scenario comes out as written`(name: String) throws {
        let report = try ScenarioFile.report(
            path: Checkout.root + "scenarios/\(name).yaml", folder: packs)
        #expect(report.exitCode == 0, Comment(rawValue: report.text))
    }

    @Test func `the guide names every word of the vocabulary`() throws {
        let guide = try SourceText.read(path: Checkout.root + "docs/scenario.md")
        let words =
            FactKind.allCases.map(\.rawValue) + FactKind.allCases.flatMap(\.fields)
            + FactKind.commonFields + FactKind.scenarioKeys + FactKind.givenKeys
            + ExpectKey.allCases.map(\.rawValue) + OutcomeWord.allCases.map(\.rawValue)
            + VisitClass.allCases.map(\.rawValue) + Presence.allCases.map(\.rawValue)
            + Role.allCases.map(\.rawValue) + LeaveKind.allCases.map(\.rawValue)
        for word in words { #expect(guide.contains("`\(word)`"), "\(word)") }
        let report = try row(of: "- {arrival: 甲}")
        for child in Mirror(reflecting: report).children {
            #expect(guide.contains("`\(child.label ?? "")`"))
        }
    }

    @Test func `every fact yields exactly one decision`() throws {
        let scenario = try scenario(
            "- {arrival: 甲}\n- {clock_in: [A, B]}\n- {check: {pointer: B}}\n- {tick: true}")
        #expect(scenario.run().rows.map(\.fact) == ["arrival", "clock_in", "clock_in", "tick"])
    }

    @Test func `a row says who, what, by which clause and why`() throws {
        let row = try row(of: "- {at: 10:00, arrival: 甲}")
        #expect(row.moment == "2025-06-02 10:00")
        #expect(row.person == "A")
        #expect(row.effect == "counted")
        #expect(row.clauses == ["REC-18", "REC-03", "REC-09"])
        #expect(row.reasons.first == "首访：由当轮接，计轮。")
        #expect(row.text.hasPrefix("2025-06-02 10:00  来客 甲  派给 A,计轮  [REC-18 REC-03 REC-09]"))
    }

    @Test func `no reason of any case is left without a sentence`() {
        for ruleCase in RuleCase.all {
            for row in ruleCase.scenario.run().rows {
                #expect(row.codes.count == row.reasons.count)
                #expect(!row.reasons.contains(""), Comment(rawValue: row.text))
            }
        }
    }

    @Test func `a failed expectation is listed with its line and ends with code 1`() throws {
        let path = try file(
            "title: 错的\nfacts:\n  - {at: 10:00, arrival: 甲, expect: {person: B, pointer: B}}\n")
        let report = try ScenarioFile.report(path: path, folder: packs)
        #expect(report.exitCode == 1)
        #expect(report.text.contains("预期没有成立的有 1 处"))
        #expect(report.text.contains("\(path):3 person 应为 B，实为 A"))
        let json = try ScenarioFile.report(path: path, folder: packs, json: true)
        #expect(json.exitCode == 1)
        #expect(json.errors.contains("person 应为 B，实为 A"))
    }

    @Test func `JSON has every key in every row, in stable order`() throws {
        let path = try file(
            "title: 好的\nfacts:\n  - {at: 10:00, arrival: 甲}\n  - {take: 甲, person: B}\n")
        let report = try ScenarioFile.report(path: path, folder: packs, json: true)
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(report.text.utf8)) as? [[String: Any]])
        #expect(rows.count == 2)
        #expect(Set(rows[0].keys) == Set(rows[1].keys))
        #expect(rows[0].keys.count == 13)
        #expect(rows[1]["refused"] as? String == "NOT_YOUR_TURN")
        #expect(rows[0]["refused"] is NSNull)
        let again = try ScenarioFile.report(path: path, folder: packs, json: true)
        #expect(again == report)
    }

    @Test func `another pack can be tried on the same facts`() throws {
        let path = try file("title: 同行\nfacts:\n  - {at: 10:00, arrival: 甲, class: peer}\n")
        let ring = try ScenarioFile.report(path: path, folder: packs)
        let tally = try ScenarioFile.report(path: path, folder: packs, policy: "P002A")
        #expect(ring.text.contains("派给 A"))
        #expect(tally.text.contains("派给 D"))
    }

    @Test func `a file in another encoding is told so`() throws {
        let gbk: [UInt8] = Array("title: ".utf8) + [0xB0, 0xEB, 0xCC, 0xEC, 10]
        let cases: [([UInt8], String)] = [
            (gbk, "多半是 GBK 编码"),
            ([0xFF, 0xFE, 0x74, 0x00], "UTF-16"),
            ([0xFE, 0xFF, 0x00, 0x74], "UTF-16"),
            ([0x74, 0x00, 0x69, 0x00], "空字符"),
            ([UInt8](repeating: 32, count: 10_000_000), "超过 2 MB"),
        ]
        for (bytes, sentence) in cases {
            #expect { try SourceText.read(bytes: bytes, file: "x.yaml") } throws: {
                ($0 as? SourceFaults)?.text.contains(sentence) ?? false
            }
        }
        #expect(try SourceText.read(bytes: [0xEF, 0xBB, 0xBF, 0x61], file: "x") == "a")
    }

    @Test(arguments: BadScenario.all)
    func `a bad scenario is explained with its line`(sample: BadScenario) {
        do {
            _ = try ScenarioFile.read(text: sample.text, file: "x.yaml", folder: packs)
            Issue.record("accepted")
        } catch {
            let found = error.faults.contains {
                $0.line == sample.line && $0.sentence.contains(sample.sentence)
            }
            #expect(found, Comment(rawValue: error.text))
        }
    }

    @Test func `a fault in a page of rules names the line of the page`() {
        let page =
            "# 页\n\n## REC-03 甲\n\n类型: 计算\n\n```cases\n"
            + "- case: 乙\n  facts:\n    - {arival: 丙}\n```\n"
        #expect { try RulePage.read(text: page, file: "p.md", folder: packs) } throws: {
            ($0 as? SourceFaults)?.text.hasPrefix("p.md:10:8 ") ?? false
        }
    }

    @Test func `a page's cases belong to its sections unless they name a rule`() throws {
        let page = """
            ## REC-03 选人
            类型: 计算
            ```cases
            - {case: 一, facts: [{arrival: 甲}]}
            - {case: 二, rule: REC-13, facts: [{arrival: 甲}]}
            ```
            ## 别的
            """
        let read = try RulePage.read(text: page, file: "p.md", folder: packs)
        #expect(read.sections.map(\.rule) == ["REC-03", nil])
        #expect(read.sections[0].type == "计算")
        #expect(read.sections[0].title == "选人")
        #expect(read.sections[0].cases.map(\.rule) == ["REC-03", "REC-13"])
    }

    @Test func `the index lists each rule once with its cases`() throws {
        let rows = try RuleIndex.rows(pages: Checkout.rulePages, packs: packs)
        #expect(Set(rows.map(\.rule)).count == rows.count)
        for number in 1...9 {
            let row = rows.first { $0.rule == "REC-0\(number)" }
            #expect((row?.cases ?? 0) > 0, "REC-0\(number)")
        }
        let types = ["计算", "流程", "检查表", "知识"]
        #expect(rows.allSatisfy { types.contains($0.type) })
        #expect(rows.allSatisfy { $0.type == "知识" || $0.cases > 0 })
        let tsv = RuleIndex.tsv(rows)
        #expect(tsv.hasPrefix("rule\ttype\tfile\tcases\n"))
        #expect(tsv.contains("\nREC-01\t计算\tdocs/rules/reception.md\t"))
        #expect(RuleIndex.text(rows).contains("共 \(rows.count) 条规则"))
    }

    private func scenario(_ facts: String) throws -> Scenario {
        let body = facts.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        return try ScenarioFile.read(
            text: "title: 试\nfacts:\n" + body, file: "x.yaml", folder: packs)
    }

    private func row(of facts: String) throws -> ScenarioRow {
        try #require(try scenario(facts).run().rows.first)
    }

    private func file(_ text: String) throws -> String {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "scenario-\(UUID().uuidString).yaml")
        try text.write(to: url, atomically: true, encoding: .utf8)
        return url.path(percentEncoded: false)
    }
}

/// A scenario with a fault, where it is and what is said.
struct BadScenario: CustomTestStringConvertible, Sendable {
    let text: String
    let line: Int
    let sentence: String

    var testDescription: String { sentence }

    private static func fact(_ fact: String, _ sentence: String) -> BadScenario {
        BadScenario(text: "title: 试\nfacts:\n  - \(fact)", line: 3, sentence: sentence)
    }

    static let all: [BadScenario] = facts + heads

    private static let facts = [
        fact("{arival: 甲}", "您是不是想写“arrival”？"),
        fact("{arrival: 甲, clas: peer}", "您是不是想写“class”？"),
        fact("{arrival: 甲, class: new_frist}", "您是不是想写“new_first”？"),
        fact("{arrival: 甲, class: 首访}", "您是不是想写“new_first”？"),
        fact("{arrival: 甲, named: Z}", "场景里没有这个人"),
        fact("{arrival: [甲]}", "应当写一个值"),
        fact("{arrival: 甲, finish: 乙}", "一条事实只能说一件事"),
        fact("{at: 10:00}", "没有说是什么事"),
        fact("[甲]", "应当写成“键: 值”的样子"),
        fact("{at: 25:00, arrival: 甲}", "应当写成 10:05"),
        fact("{at: 2025-02-30 10:00, arrival: 甲}", "应当写成 10:05"),
        fact("{leave: A}", "少了 reason（原因）"),
        fact("{leave: A, reason: privat}", "可以写 official（公干）"),
        fact("{return: A, slot: 1}", "return（回位）里没有“slot”这一项"),
        fact("{stand: A, slot: 第一}", "1 到 99 的整数"),
        fact("{publish_sheet: false}", "只写 true"),
        fact("{take: 甲}", "少了 person（谁）"),
        fact("{arrival: 甲, by: sales_manger}", "您是不是想写“sales_manager”？"),
        fact("{arrival: 甲, expect: {persn: A}}", "您是不是想写“person”？"),
        fact("{arrival: 甲, expect: {effect: count}}", "您是不是想写“counted”？"),
        fact("{arrival: 甲, expect: {outcome: ok}}", "可以写 assigned"),
        fact("{arrival: 甲, expect: {passed: [{A: forfeit}]}}", "您是不是想写“forfeited”？"),
        fact("{arrival: 甲, expect: {passed: [{A: forfeited(bored)}]}}", "没有“bored”这种原因"),
        fact("{arrival: 甲, expect: {clauses: [REC3]}}", "不是规则号"),
        fact("{arrival: 甲, expect: {ticks: {A: 多}}}", "0 到 99 的整数"),
        fact("{check: {person: A}}", "check（查看）里没有“person”"),
    ]

    private static let heads = [
        BadScenario(text: "", line: 1, sentence: "文件是空的"),
        BadScenario(text: "title: 试", line: 1, sentence: "没有 facts"),
        BadScenario(text: "facts:\n  - {arrival: 甲}", line: 1, sentence: "没有 title"),
        BadScenario(text: "title: 试\nfact: []", line: 2, sentence: "您是不是想写“facts”？"),
        BadScenario(
            text: "title: 试\npolicy: P009\nfacts: [{arrival: 甲}]", line: 2, sentence: "制度包“P009”用不了"
        ),
        BadScenario(
            text: "title: 试\npolicy: ../P001\nfacts: [{arrival: 甲}]", line: 2,
            sentence: "不像制度包的名字"),
        BadScenario(
            text: "title: 试\nstaff: [A, A]\nfacts: [{arrival: 甲}]", line: 2, sentence: "有人写了两遍"),
        BadScenario(
            text: "title: 试\ndate: 6月2日\nfacts: [{arrival: 甲}]", line: 2, sentence: "日历上有的日子"),
        BadScenario(
            text: "title: 试\nparameters: {phone.mod: x}\nfacts: [{arrival: 甲}]", line: 2,
            sentence: "您是不是想写“phone.mode”"),
        BadScenario(
            text: "title: 试\ngiven: {pointr: B}\nfacts: [{arrival: 甲}]", line: 2,
            sentence: "您是不是想写“pointer”？"),
        BadScenario(
            text: "title: 试\ngiven: {presence: {B: on_satnd}}\nfacts: [{arrival: 甲}]", line: 2,
            sentence: "您是不是想写“on_stand”？"),
        BadScenario(
            text: "title: 试\nfacts:\n  - {at: 10:05, arrival: 甲}\n  - {at: 10:04, arrival: 乙}",
            line: 4, sentence: "事实要按先后写"),
    ]
}
