import HouseRules
import Testing
import Yams

@testable import Site

@Suite struct `YAML as people write it` {
    /// Reads the value behind `k:` and gives it with the sentences of its faults.
    private func read<Value>(
        _ text: String, _ body: (inout YAMLReading, Node) -> Value
    ) throws -> (value: Value, faults: [String]) {
        let root = try #require(try YAMLText.root("k: " + text, file: "f.yaml"))
        guard case .mapping(let mapping) = root, let node = mapping["k"] else {
            throw SourceFaults([])
        }
        var reading = YAMLReading(file: "f.yaml")
        let value = body(&reading, node)
        return (value, reading.faults.map(\.text))
    }

    @Test func `a text is one value`() throws {
        #expect(try read("安然") { $0.text($1, of: "姓名") }.value == "安然")
        #expect(try read("'null'") { $0.text($1, of: "姓名") }.value == "null")
        for (text, kind) in [
            ("[a]", "一个列表"), ("{a: b}", "一组键值"), ("null", "空的"), ("~", "空的"), ("", "空的"),
        ] {
            let found = try read(text) { $0.text($1, of: "姓名") }
            #expect(found.value == nil)
            #expect(found.faults.count == 1 && found.faults[0].hasSuffix("姓名应当写一个值，这里是\(kind)。"))
        }
    }

    @Test func `a flag is true or false`() throws {
        #expect(try read("true") { $0.flag($1, of: "开关") }.value == true)
        #expect(try read("false") { $0.flag($1, of: "开关") }.value == false)
        for word in ["yes", "是", "1", "True"] {
            let found = try read(word) { $0.flag($1, of: "开关") }
            #expect(found.value == nil)
            #expect(found.faults == ["f.yaml:1:4 开关只能写 true（是）或 false（否），这里写的是“\(word)”。"])
        }
    }

    @Test func `a number is whole and within its range`() throws {
        for (text, number) in [("0", 0), ("20", 20), ("007", 7)] {
            #expect(try read(text) { $0.whole($1, 0...20, of: "个数") }.value == number)
        }
        for word in ["-1", "21", "2.5", "二", "1e1", "99999999999999999999"] {
            let found = try read(word) { $0.whole($1, 0...20, of: "个数") }
            #expect(found.value == nil)
            #expect(found.faults == ["f.yaml:1:4 个数应当是 0 到 20 的整数，这里写的是“\(word)”。"])
        }
    }

    @Test func `a day is on the calendar`() throws {
        #expect(try read("2024-02-29") { $0.day($1, of: "日子") }.value == day("2024-02-29"))
        for word in ["2025-02-29", "2025-6-2", "20250602", "今天", "2025/06/02"] {
            let found = try read(word) { $0.day($1, of: "日子") }
            #expect(found.value == nil && found.faults.count == 1)
            #expect(found.faults[0].contains("日子应当是日历上有的日子") && found.faults[0].contains(word))
        }
    }

    @Test func `a time is on the clock`() throws {
        #expect(try read("09:05") { $0.time($1, of: "时刻") }.value == TimeOfDay(9, 5))
        #expect(try read("24:00") { $0.time($1, of: "时刻") }.value == TimeOfDay(24, 0))
        for word in ["24:01", "9点", "09.05", "12:60"] {
            let found = try read("'\(word)'") { $0.time($1, of: "时刻") }
            #expect(found.value == nil && found.faults.count == 1)
            #expect(found.faults[0].contains("时刻应当是时刻，写成 09:05 的样子，这里写的是“\(word)”"))
        }
    }

    @Test func `a choice is one of the words, and slips are understood`() throws {
        let good: Mechanism? = try read("tally") { $0.choice($1, of: "机制") }.value
        #expect(good == .tally)
        for (word, advice) in [
            ("taly", "您是不是想写“tally”？"), ("∨ 台账", "您是不是想写“tally”？"), ("bingo-bongo", ""),
        ] {
            let found: (value: Mechanism?, faults: [String]) = try read(word) {
                $0.choice($1, of: "机制")
            }
            #expect(found.value == nil)
            #expect(
                found.faults == [
                    "f.yaml:1:4 机制没有“\(word)”这一种。\(advice)可以写 ring（环形指针）、tally（∨ 台账）。"
                ])
        }
    }

    @Test func `a list is a list`() throws {
        #expect(try read("[A, B]") { $0.list($1, of: "名单") }.value.count == 2)
        let found = try read("A、B") { $0.list($1, of: "名单") }
        #expect(found.value.isEmpty)
        #expect(found.faults == ["f.yaml:1:4 名单应当写成列表，例如 [A, B]，这里是“A、B”。"])
    }

    @Test func `unknown keys are told with the nearest known one, the known are kept`() throws {
        let found = try read("{name: a, nmae: b, colour: c}") {
            $0.fields($1, known: ["name", "age"], of: "人").map(\.key)
        }
        #expect(found.value == ["name"] && found.faults.count == 2)
        #expect(found.faults[0].hasSuffix("人里没有“nmae”这一项。您是不是想写“name”？"))
        #expect(found.faults[1].hasSuffix("人里没有“colour”这一项。可以写的有：name、age。"))
    }

    @Test func `keys are words`() throws {
        let found = try read("{[a]: 1, b: 2}") { $0.openFields($1, of: "表").map(\.key) }
        #expect(found.value == ["b"] && found.faults.count == 1)
        #expect(found.faults[0].hasSuffix("表的键应当是一个词。"))
    }

    @Test func `nothing is nothing only without quotes`() throws {
        for word in ["null", "~", ""] { #expect(try read(word) { $0.isNull($1) }.value) }
        for word in ["'null'", "\"\"", "none", "[]"] {
            #expect(try !read(word) { $0.isNull($1) }.value, "\(word)")
        }
    }

    @Test func `lines are counted in the whole file`() throws {
        let root = try #require(try YAMLText.root("a: 1\nb: 2", file: "f", lineOffset: 40))
        var reading = YAMLReading(file: "f", lineOffset: 40)
        for field in reading.openFields(root, of: "x") { reading.fault(field.value, field.key) }
        #expect(reading.faults.map(\.line) == [41, 42] && reading.faults.map(\.column) == [4, 4])
        #expect(throws: SourceFaults.self) { try reading.check() }
    }

    @Test func `no fault, no error`() throws { try YAMLReading(file: "f").check() }
}
