import Database
import HouseRules
import Testing

@testable import Site

/// Customers who want another consultant, and where management decides (REC-36).
@Suite struct `A customer who wants another consultant` {
    /// 安然 receives somebody who is entered and says what they say.
    private func wished(
        finished: Bool = false, _ body: (Morning) async throws -> Void
    ) async throws {
        try await withMorning { morning in
            try await morning.comes("v1", phone: "13912345678")
            try await morning.site.ask(.visits(.log("v1")))
            morning.wait(360)
            try await morning.done(
                "/visits/v1/change-wish",
                ["id": "w1", "cause": "complaint", "note": "说话冲", "staff": "yunqi-dingyi"],
                by: .desk)
            if finished { try await morning.leaves("v1") }
            try await body(morning)
        }
    }

    private func holder(_ morning: Morning) async throws -> StaffID? {
        try await morning.site.book.state.ownership.holder(of: "p-v1", on: ServedSite.day)
    }

    @Test func `waits on today and in the list, with age and deadline`() async throws {
        try await wished { morning in
            #expect(try await holder(morning) == "yunqi-anran")
            morning.wait(3 * 3600 + 300)
            let manager = try await morning.site.visitor(.manager)
            let today = plainWords(try await manager.page("/today"))
            #expect(today.contains("客户要求换顾问"))
            #expect(today.contains("安然的客户要换人（投诉），想要丁一"))
            #expect(today.contains("等了 3 小时 5 分，6月3日 周二 10:06 前裁决。"))
            let list = plainWords(try await manager.page("/changes"))
            #expect(list.contains("待裁决") && list.contains("投诉：说话冲"))
            #expect(list.contains("林小满") && list.contains("139****5678"))
            morning.wait(24 * 3600)
            let later = try await morning.site.visitor(.manager)
            #expect(plainWords(try await later.page("/changes")).contains("已逾时"))
            #expect(plainWords(try await later.page("/today")).contains("已经逾时"))
        }
    }

    @Test func `gets them while here, as a slip of that visit`() async throws {
        try await wished { morning in
            try await morning.done(
                "/changes/w1/ruling",
                ["ruling": "grant", "staff": "yunqi-dingyi", "note": "属实"], by: .supervisor)
            #expect(try await holder(morning) == "yunqi-dingyi")
            #expect(try await morning.receives("v1") == "yunqi-dingyi")
            let page = plainWords(try await morning.site.visitor(.manager).page("/changes"))
            #expect(page.contains("裁决过的") && page.contains("换成丁一"))
            #expect(page.contains("没有等裁决的"))
        }
    }

    @Test func `stays where they are when management says so`() async throws {
        try await wished(finished: true) { morning in
            try await morning.done(
                "/changes/w1/ruling", ["ruling": "refuse", "note": "当面说开了"], by: .manager)
            #expect(try await holder(morning) == "yunqi-anran")
            let page = plainWords(try await morning.site.visitor(.manager).page("/changes"))
            #expect(page.contains("不换") && page.contains("当面说开了"))
            let site = morning.site
            let check = ListCheck(
                database: site.server.database, journal: try await site.book.journal)
            #expect(try await check.faults() == [])
        }
    }

    @Test func `has the ruling come back with what was typed`() async throws {
        try await wished { morning in
            let manager = try await morning.site.visitor(.manager)
            let answer = try await manager.post(
                "/changes/w1/ruling", ["ruling": "grant", "staff": "yunqi-dingyi"])
            #expect(answer.status == 422 && answer.words.contains("请写清理由"))
            #expect(answer.text.contains("value=\"yunqi-dingyi\" selected"))
            let nobody = try await manager.post(
                "/changes/w1/ruling", ["ruling": "grant", "note": "属实的"])
            #expect(nobody.status == 422 && nobody.text.contains("属实的</textarea>"))
            #expect(try await holder(morning) == "yunqi-anran")
        }
    }

    @Test func `may be written down away from the site as well`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1", phone: "13912345678")
            try await morning.leaves("v1")
            try await morning.done(
                "/matters/change-wish",
                ["phone": "13912345678", "cause": "wish", "note": "电话里说想换"], by: .anran)
            #expect(try await morning.site.count("change_row") == 1)
            let page = plainWords(try await morning.site.visitor(.manager).page("/changes"))
            #expect(page.contains("没有指定"))
        }
    }
}
