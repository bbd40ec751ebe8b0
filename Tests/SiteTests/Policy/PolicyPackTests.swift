import HouseRules
import Testing

@testable import Site

@Suite struct PolicyPackTests {
    private let packs = Checkout.packs

    @Test(arguments: ["P001", "P002A"])
    func `a shipped pack has no faults`(name: String) {
        let report = PolicyCheck.report(
            file: "\(Checkout.packs.path)/\(name).yaml", folder: packs)
        #expect(report.exitCode == 0, Comment(rawValue: report.text))
        #expect(report.text.contains("没有问题"))
    }

    @Test func `P001 holds the defaults of the catalogue`() throws {
        let policy = try packs.pack("P001").policy(at: monday)
        // What the catalogue gives to other houses only, and what this house adds.
        var expected = Policy()
        expected.duty.vacancySeconds = nil
        expected.duty.supervisorDays = nil
        expected.duty.managerDays = nil
        expected.duty.refusalDays = nil
        expected.duty.peakGroups = 1
        expected.duty.hoursFrom = TimeOfDay(9, 0)
        expected.duty.hoursTo = TimeOfDay(18, 0)
        #expect(policy == expected)
    }

    @Test func `P002A takes what it does not say from its base`() throws {
        let pack = try packs.pack("P002A")
        let policy = pack.policy(at: monday)
        #expect(policy.rotation.mechanism == .tally)
        #expect(policy.calls.order == .reverse)
        #expect(policy.rotation.turnTable[.owner] == TurnRow(.named, .notCounted))
        #expect(policy.rotation.turnTable[.peer] == TurnRow(.lastInQueue, .notCounted))
        #expect(pack.clause(.rec(54))?.number == "七-1")
        #expect(pack.clause(.rec(8))?.number == "（二）一-3")
    }

    @Test func `every knob of the rules has its key`() {
        let policy = Policy()
        let knobs =
            Mirror(reflecting: policy.rotation).children.count
            + Mirror(reflecting: policy.calls).children.count
            + Mirror(reflecting: policy.registers).children.count
            + Mirror(reflecting: policy.duty).children.count
            + Mirror(reflecting: policy.claims).children.count
            + Mirror(reflecting: policy.ownership).children.count
            + Mirror(reflecting: policy.channels).children.count
            // the fines of sales are knobs, too
            + Mirror(reflecting: policy.sales).children.count - 1
            + Mirror(reflecting: policy.sales.fines).children.count
            + Mirror(reflecting: policy.selection).children.count
            + Mirror(reflecting: policy.commission).children.count
            // the terms of a deal are knobs, too
            + Mirror(reflecting: policy.adjudication).children.count - 1
            + Mirror(reflecting: policy.adjudication.deal).children.count
        // meal.window and offhours.definition are two knobs each
        #expect(PolicyParameter.all.count == knobs - 2)
        #expect(Set(PolicyParameter.all.map(\.key)).count == PolicyParameter.all.count)
    }

    @Test(arguments: PolicyParameter.all.filter { $0.put != nil }.map(\.key))
    func `a parameter reads back what it prints`(key: String) throws {
        let parameter = try #require(PolicyParameter.named(key))
        for name in ["P001", "P002A"] {
            let source = try packs.pack(name).policy(at: monday)
            var policy = Policy()
            #expect(parameter.put?(parameter.text(source), &policy) == true)
            #expect(parameter.text(policy) == parameter.text(source))
            #expect(parameter.put?("这不是值", &policy) == false)
        }
    }

    @Test func `the guide lists every parameter as it is`() throws {
        let guide = try SourceText.read(path: Checkout.root + "docs/policy.md")
        for parameter in PolicyParameter.all {
            let row =
                "| `\(parameter.key)` | \(parameter.label) | \(parameter.rule) "
                + "| \(parameter.allowed) |"
            #expect(guide.contains(row), Comment(rawValue: row))
        }
    }

    @Test func `a dated revision rules from its day on`() throws {
        let pack = try read(
            small(
                """
                revisions:
                  - {revision: 2, effective_from: 2025-07-01, author: 经理, note: 换机制,
                     parameters: {rotation.mechanism: tally}}
                  - {revision: 3, effective_from: 2025-08-01, author: 经理, note: 放宽,
                     parameters: {waiver.min_minutes: 20}}
                """))
        #expect(pack.revision(at: monday).number == 1)
        #expect(pack.policy(at: day("2025-06-30")).rotation.mechanism == .ring)
        #expect(pack.policy(at: day("2025-07-01")).rotation.mechanism == .tally)
        #expect(pack.policy(at: day("2025-08-01")).rotation.mechanism == .tally)
        #expect(pack.policy(at: day("2025-08-01")).rotation.waiverMinutes == 20)
        #expect(pack.revision(at: day("2024-01-01")).number == 1)
    }

    @Test func `the fingerprint follows the parameters and nothing else`() throws {
        let plain = try read(small("")).revisions[0].hash
        let sameInOtherWords = try read(
            small("").replacing("note: 起步", with: "note: 换句话说")
        ).revisions[0].hash
        let other = try read(small("", "standby.front_count: 2")).revisions[0].hash
        #expect(plain == sameInOtherWords)
        #expect(plain != other)
        #expect(plain.utf8.count == 64)
    }

    @Test func `a base that leads back to itself is refused`() throws {
        do {
            _ = try PolicyPack.read(
                text: small("").replacing("base: P001", with: "base: 无此包"), file: "x.yaml")
            Issue.record("accepted")
        } catch {
            #expect(error.text.contains("找不到底本“无此包”"))
        }
    }

    @Test(arguments: BadPack.all)
    func `a bad pack is explained with its line`(sample: BadPack) {
        do {
            _ = try read(sample.text)
            Issue.record("accepted")
        } catch {
            let found = error.faults.contains {
                $0.line == sample.line && $0.sentence.contains(sample.sentence)
            }
            #expect(found, Comment(rawValue: error.text))
        }
    }

    @Test func `all faults are told at once`() {
        let text = small(
            "", "rotation.mechanism: rign\n  waiver.tick_cost: -1\n  meal.windows: 12:00-13:00")
        do {
            _ = try read(text)
            Issue.record("accepted")
        } catch {
            #expect(error.faults.map(\.line) == [8, 9, 10], Comment(rawValue: error.text))
        }
    }

    @Test func `a check of a bad file ends with code 2`() {
        let report = PolicyCheck.report(file: "/nowhere/none.yaml", folder: packs)
        #expect(report.exitCode == 2)
        #expect(report.text.contains("打不开这个文件"))
    }

    private func read(_ text: String) throws(SourceFaults) -> PolicyPack {
        try PolicyPack.read(text: text, file: "x.yaml") {
            (name) throws(SourceFaults) -> PolicyPack? in try packs.pack(name)
        }
    }
}

let monday = day("2025-06-02")

func day(_ text: String) -> BusinessDay { BusinessDay(text)! }

/// A pack on P001 with parameters from line 8 on.
func small(_ tail: String, _ parameters: String = "rotation.mechanism: ring") -> String {
    """
    pack: X
    title: 试用
    base: P001
    effective_from: 2025-01-01
    author: 经理
    note: 起步
    parameters:
      \(parameters)
    \(tail)
    """
}

/// A pack with one fault, where it is and what is said.
struct BadPack: CustomTestStringConvertible, Sendable {
    let text: String
    let line: Int
    let sentence: String

    var testDescription: String { sentence }

    private static func value(_ parameters: String, _ line: Int, _ sentence: String) -> BadPack {
        BadPack(text: small("", parameters), line: line, sentence: sentence)
    }

    static let all: [BadPack] = values + combinations + heads

    private static let values = [
        value("rotation.mechanism: rign", 8, "应当是 ring（环形指针）、tally（∨ 台账） 之一"),
        value("rotation.mecanism: ring", 8, "您是不是想写“rotation.mechanism”（轮次机制）？"),
        value("busy_with_turn_policy: forfeit", 8, "想写“rotation.busy_with_turn_policy”"),
        value("轮次机制: ring", 8, "您是不是想写“rotation.mechanism”"),
        value("waiver.tick_cost: -1", 8, "写成了“-1”，应当是 0 到 20 的整数（个）"),
        value("waiver.tick_cost: 2.5", 8, "写成了“2.5”"),
        value("waiver.tick_cost: [2]", 8, "只能写一个值"),
        value("waiver.ring_effect: 2", 8, "应当写成 advance_1 到 advance_9"),
        value("meal.window: 13:00-12:00", 8, "起点早于终点"),
        value("meal.window: 12:00", 8, "应当是一段时间"),
        value("rotation.publish_time: 25:00", 8, "应当是时刻"),
        value("makeup.accumulates: 是", 8, "应当是 true（是）或 false（否）"),
        value("standby.front_count: 11", 8, "应当是 1 到 10 的整数（人）"),
        value("standby.alert_seconds: null", 8, "写成了“null”"),
        value("rotation.publisher: consultant", 8, "应当是 duty_officer（值班人员）"),
        value(
            "turn_table: {new_frist: {receiver: current_turn, effect: counted}}", 8,
            "您是不是想写“new_first”？"),
        value(
            "turn_table: {new_first: {reciever: current_turn, effect: counted}}", 8,
            "您是不是想写“receiver”？"),
        value("turn_table: {new_first: {receiver: current_turn}}", 8, "没有写 effect"),
        value(
            "turn_table: {new_first: {receiver: 当轮, effect: counted}}", 8, "您是不是想写“current_turn”？"),
        value("turn_table: {new_first: {receiver: current_turn, effect: forfeited}}", 8, "那是派客的结果"),
        value("turn_table: 默认", 8, "应当写成“键: 值”的样子"),
    ]

    private static let combinations = [
        value("station.start: 08:30\n  station.end: 17:30", 8, "没有站位"),
        value("rotation.mechanism: tally\n  station.start: 08:30", 9, "两头都写"),
        value(
            "rotation.mechanism: tally\n  station.start: 18:30\n  station.end: 17:30", 10, "是倒着的"),
        value("rotation.mechanism: tally\n  waiver.ring_effect: advance_2", 9, "不折预支"),
        value("rotation.auto_close_at: 08:00", 8, "出表时刻应当早于收工时刻"),
        value("phone.shift_end: 08:00", 8, "phone.shift_start 应当早于 phone.shift_end"),
        value("turn_table:\n    owner: {receiver: named, effect: counted}", 9, "只有当轮的接待才计轮"),
        value("turn_table:\n    peer: {receiver: current_turn, effect: advance}", 9, "只有指名的顾问能预支"),
        value("turn_table:\n    peer: {receiver: last_in_queue, effect: counted}", 9, "计轮就该给当轮"),
    ]

    private static func later(_ number: Int, from day: String) -> String {
        "revisions:\n  - {revision: \(number), effective_from: \(day), author: 甲, note: 乙, "
            + "parameters: {}}"
    }

    private static let heads = [
        BadPack(text: "", line: 1, sentence: "文件是空的"),
        BadPack(text: "- 1", line: 1, sentence: "应当写成“键: 值”的样子"),
        BadPack(text: "pack: [", line: 2, sentence: "收尾"),
        BadPack(text: "pack: X\n\ttitle: Y", line: 2, sentence: "不要用制表符"),
        BadPack(text: "pack: X\npack: Y", line: 1, sentence: "“pack”写了不止一遍，另一处在第 2 行"),
        BadPack(text: "pack: a: b", line: 1, sentence: "这里不能有冒号"),
        BadPack(
            text: small("").replacing("author: 经理\n", with: ""), line: 1, sentence: "少了 author（录入人）"
        ),
        BadPack(
            text: small("").replacing("2025-01-01", with: "2025-02-29"), line: 4,
            sentence: "日历上有的日子"),
        BadPack(text: small("clause: {}"), line: 9, sentence: "您是不是想写“clauses”？"),
        BadPack(
            text: small("clauses:\n  REC-03: {number: 一, title: 二}"), line: 10,
            sentence: "少了 text（条文）"),
        BadPack(
            text: small("clauses:\n  REC03: {number: 一, title: 二, text: 三}"), line: 10,
            sentence: "您是不是想写“REC-03”？"),
        BadPack(
            text: small(later(2, from: "2024-07-01")),
            line: 10, sentence: "不晚于上一版的 2025-01-01"),
        BadPack(
            text: small(later(1, from: "2025-07-01")),
            line: 10, sentence: "版次要一版比一版大"),
        BadPack(
            text: small("", "turn_table: {new_first: {receiver: current_turn, effect: counted}}")
                .replacing("base: P001\n", with: ""),
            line: 7, sentence: "turn_table 少了 new_unregistered（来过没登记）"),
        BadPack(
            text: small("clauses:\n  REC-01: {number: 一, title: 二, text: 三}").replacing(
                "base: P001\n", with: ""),
            line: 9, sentence: "条文里少了 REC-02"),
        BadPack(
            text: "pack: X\nbase:\n" + String(repeating: " [\n", count: 5000), line: 1000,
            sentence: "套得太深"),
    ]
}
