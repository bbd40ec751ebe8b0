import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The clocks of messages and promises` {
    private func promise(_ site: ServedSite, due: String = "") async throws -> Visitor {
        let anran = try await site.visitor(.anran)
        _ = try await anran.post(
            "/slips/promises", ["id": "p1", "text": "学区怎么划", "department": "营销部", "due": due])
        return anran
    }

    @Test func `a promise without a time has a day`() async throws {
        try await withServedSite { site in
            let page = try await promise(site).page("/slips")
            #expect(page.contains("6月3日 周二 10:00前答复客户"))
        }
    }

    @Test func `a promise is overdue after its last second, and then kept late`() async throws {
        try await withServedSite { site in
            let anran = try await promise(site, due: "2025-06-02T11:00")
            site.clock.advance(by: .seconds(3600))
            try await site.ask(.settleDue)
            #expect(try await !anran.page("/slips").contains("已逾期"))
            site.clock.advance(by: .seconds(1))
            try await site.ask(.settleDue)
            #expect(try await anran.page("/slips").contains("已逾期"))
            let manager = try await site.visitor(.manager)
            #expect(try await manager.page("/today").contains("安然答应客户的回复"))
            let kept = try await anran.follow("/slips/promises/p1/done", ["id": "d1"])
            #expect(kept.contains("迟办"))
            #expect(try await anran.page("/decisions/d1").contains("已答复客户，但过了时限"))
            #expect(try await !manager.page("/today").contains("安然答应客户的回复"))
        }
    }

    @Test func `a changed time puts off being overdue`() async throws {
        try await withServedSite { site in
            let anran = try await promise(site, due: "2025-06-02T11:00")
            _ = try await anran.follow(
                "/slips/promises/p1/change",
                ["id": "c1", "due": "2025-06-02T12:00", "note": "营销部在开会"])
            site.clock.advance(by: .seconds(3601))
            try await site.ask(.settleDue)
            #expect(try await !anran.page("/slips").contains("已逾期"))
            let kept = try await anran.follow("/slips/promises/p1/done", ["id": "d1"])
            #expect(kept.contains("已办") && !kept.contains("迟办"))
            #expect(try await anran.page("/decisions/d1").contains("安然按时答复了客户"))
        }
    }

    @Test func `a time is changed ahead and with a reason only`() async throws {
        try await withServedSite { site in
            let anran = try await promise(site, due: "2025-06-02T11:00")
            let path = "/slips/promises/p1/change"
            #expect(try await anran.post(path, ["due": "2025-06-02T12:00"]).status == 422)
            #expect(try await anran.post(path, ["note": "x"]).status == 422)
            #expect(try await anran.post(path, ["due": "noon", "note": "x"]).status == 422)
            let past = try await anran.follow(
                path, ["id": "c1", "due": "2025-06-02T09:00", "note": "记错"])
            #expect(past.contains("已经过了") && past.contains("11:00前答复客户"))
            #expect(!past.contains("记错"), "a refused change leaves no trace on the slip")
        }
    }

    @Test func `what is done is done once`() async throws {
        try await withServedSite { site in
            let anran = try await promise(site)
            _ = try await anran.follow("/slips/promises/p1/done", ["id": "d1"])
            let again = try await anran.follow("/slips/promises/p1/done", ["id": "d2"])
            #expect(again.contains("没有办着的“p1”这张单"))
            let message = try await anran.follow("/slips/messages/none/done", ["id": "d3"])
            #expect(message.contains("没有办着的“none”这张单"))
        }
    }

    @Test func `what was done yesterday is not shown any more`() async throws {
        try await withServedSite { site in
            let anran = try await promise(site)
            _ = try await anran.follow("/slips/promises/p1/done", ["id": "d1"])
            #expect(try await anran.page("/slips").contains("学区怎么划"))
            site.clock.advance(by: .seconds(86_400))
            let page = try await site.visitor(.anran).page("/slips")
            #expect(page.contains("没有等您办的留言和待答") && !page.contains("学区怎么划"))
        }
    }

    @Test func `a message is reminded of at its minute, not before`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let page = try await desk.follow(
                "/slips/messages",
                ["id": "m1", "staff": "yunqi-anran", "text": "请回电", "view": "all"])
            #expect(page.contains("6月2日 周一 11:00未办会提醒"))
            site.clock.advance(by: .seconds(3599))
            try await site.ask(.settleDue)
            #expect(try await !desk.page("/slips?view=all").contains("已逾期"))
        }
    }

    @Test func `without slips the page says what they are for`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            #expect(try await desk.page("/slips").contains("没有等您办的留言和待答"))
            #expect(try await desk.page("/slips?view=all").contains("没有办着的留言和待答"))
            #expect(try await site.visitor(.clerk).get("/slips").status == 403)
            #expect(try await site.visitor(.clerk).post("/slips/messages", [:]).status == 403)
        }
    }
}
