import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct CallReplayTextTests {
    @Test func `The report in Chinese states the balance and what is left out`() throws {
        let text = try CallReplay.run(ReplayCalls.byHand, under: Policy()).text
        for sentence in [
            "2 天，来电 8 通", "接听 5 通，待回拨单 3 张（其中无人在岗 2 张）", "待回拨单在重放中不再回拨",
            "原挂断 3 通（不占线，重放中接起 1 通）", "误录 1 行不算来电",
            "每通恰有一个结果：8 = 接听 5 + 待回拨 3 + 不受理 0",
            "轮次账：轮到 6 = 轮到即接 5 + 轮空 1 + 记补接 0 + 转出 0", "账平。", "哈希链完整。",
        ] {
            #expect(text.contains(sentence), "\(sentence) is missing in\n\(text)")
        }
    }

    @Test func `The JSON has stable keys`() throws {
        let json = try CallReplay.run(ReplayCalls.byHand, under: Policy()).json
        let body = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(body["mode"] as? String == "per_call")
        #expect(body["is_balanced"] as? Bool == true)
        let people = try #require(body["people"] as? [[String: Any]])
        #expect(people.first?["staff"] as? String == "甲")
        #expect(people.first?["turns_per_hour"] as? Double == 75.79)
        #expect(people.first?["makeups_granted"] as? Int == 0)
        #expect((body["total"] as? [String: Any])?["callbacks"] as? Int == 3)
    }

    @Test func `Columns line up although Chinese characters are twice as wide`() {
        var table = TextTable([.text("顾问"), .number("轮到")])
        table.rows = [["甲", "3"], ["Ann", "1234567"]]
        #expect(table.text == "顾问     轮到\n甲          3\nAnn   1234567\n")
    }

    @Test(arguments: [("甲", 2), ("a甲b", 4), ("", 0), ("e\u{301}", 1), ("(x)", 3), ("—", 1)])
    func `The width of a text counts wide characters as two`(text: String, width: Int) {
        #expect(displayWidth(text) == width)
    }
}
