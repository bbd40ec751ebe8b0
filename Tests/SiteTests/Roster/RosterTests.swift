import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The roster` {
    @Test func `shows who is on duty and who rests, to everybody on the floor`() async throws {
        try await withServedSite { site in
            try await site.ask(
                .duty(.setRestDays("yunqi-baiyu", [ServedSite.day.adding(days: 2)])))
            let page = plainWords(try await site.visitor(.anran).page("/roster"))
            #expect(page.contains("在岗 4 人") && page.contains("安然、白榆、岑山、丁一"))
            #expect(page.contains("周三 4日休") || page.contains("周三 4日 休"))
            #expect(!page.contains("改 白榆"), "a consultant plans nobody's rest")
        }
    }

    @Test func `a changed rest day stands in the history with who changed it`() async throws {
        try await withServedSite { site in
            let page = plainWords(
                try await site.visitor(.supervisor).follow(
                    "/roster/yunqi-baiyu/rest-days", ["day": "2025-06-04", "day": "2025-06-07"]))
            #expect(page.contains("6月4日 周三、6月7日 周六"))
            #expect(page.contains("顾南乔"))
            let days = try await site.book.state.duty.restDays["yunqi-baiyu"]
            #expect(days == [ServedSite.day.adding(days: 2), ServedSite.day.adding(days: 5)])
        }
    }

    @Test func `days beyond the page stay planned`() async throws {
        try await withServedSite { site in
            let far = ServedSite.day.adding(days: 28)
            try await site.ask(.duty(.setRestDays("yunqi-baiyu", [ServedSite.day, far])))
            _ = try await site.visitor(.duty).follow("/roster/yunqi-baiyu/rest-days", [:])
            #expect(try await site.book.state.duty.restDays["yunqi-baiyu"] == [far])
        }
    }

    @Test func `a group is given by management`() async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.manager).follow(
                "/roster/yunqi-baiyu/group", ["group": "甲"])
            #expect(page.contains("甲组"))
            #expect(try await site.book.state.customers.groups["yunqi-baiyu"] == "甲")
            _ = try await site.visitor(.manager).follow("/roster/yunqi-baiyu/group", ["group": ""])
            #expect(try await site.book.state.customers.groups["yunqi-baiyu"] == nil)
        }
    }

    @Test func `says until when somebody is suspended`() async throws {
        try await withServedSite(pack: "P002A") { site in
            try await site.ask(
                .duty(.suspend("yunqi-baiyu", .evasion, incident: "一", facts: "走开")))
            let page = plainWords(try await site.visitor(.desk).page("/roster"))
            #expect(page.contains("停接到 6月4日 周三"))
        }
    }

    @Test(arguments: ["day=tomorrow", "day=2025-02-30"])
    func `a day that is none is refused`(form: String) async throws {
        try await withServedSite { site in
            let value = String(form.dropFirst(4))
            let answer = try await site.visitor(.manager).post(
                "/roster/yunqi-baiyu/rest-days", ["day": value])
            #expect(answer.status == 422)
        }
    }

    @Test func `nobody unknown is on it`() async throws {
        try await withServedSite { site in
            #expect(try await site.visitor(.manager).get("/roster/nobody").status == 404)
            let manager = try await site.visitor(.manager)
            #expect(try await manager.post("/roster/nobody/rest-days", [:]).status == 404)
        }
    }
}
