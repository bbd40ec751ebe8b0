import Foundation
import Testing

@testable import Site

@Suite struct `What a buyer who did not get a unit is told` {
    private func object(_ refused: APIBody.PickRefused) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(refused.json))
        return try #require(value as? [String: Any])
    }

    @Test func `is an object that any program reads, whatever is in its texts`() throws {
        let refused = APIBody.PickRefused(
            title: "unit_taken", detail: "“1-0101” 已被\"选走\"。\\\n\u{1}", clauses: ["SEL-05"],
            nearest: ["1-0201", "1-0301"], seconds: nil, now: 1_748_829_600_000)
        let object = try object(refused)
        #expect(object["type"] as? String == "about:blank")
        #expect(object["title"] as? String == refused.title)
        #expect(object["status"] as? Int == 409)
        #expect(object["detail"] as? String == refused.detail)
        #expect(object["clauses"] as? [String] == ["SEL-05"])
        #expect(object["nearest"] as? [String] == ["1-0201", "1-0301"])
        #expect(object["now"] as? Int64 == refused.now)
        #expect(object.count == 7, "nothing is said of seconds")
    }

    @Test func `names no units when none are near, and the seconds until it opens`() throws {
        let refused = APIBody.PickRefused(
            title: "not_open", detail: "未到时间", clauses: [], nearest: nil, seconds: 40, now: 5)
        let object = try object(refused)
        #expect(object["seconds"] as? Int == 40)
        #expect((object["clauses"] as? [Any])?.isEmpty == true)
        #expect(object["nearest"] == nil)
        let none = APIBody.PickRefused(
            title: "", detail: "", clauses: [], nearest: [], seconds: nil, now: 5)
        #expect((try self.object(none)["nearest"] as? [Any])?.isEmpty == true)
    }
}
