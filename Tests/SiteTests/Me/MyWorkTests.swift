import HouseRules
import Testing

@testable import Site

@Suite struct `What waits for a consultant` {
    @Test func `a customer of theirs with a colleague is theirs to claim`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post(
                "/visits", ["id": "v1", "class": "new_first", "phone": "13912345678"])
            _ = try await desk.post("/visits/v1/finish", ["id": "f1", "logged": "1"])
            _ = try await desk.post(
                "/visits", ["id": "v2", "class": "new_first", "phone": "13912345678"])
            let me = try await site.visitor(.anran)
            let card = plainWords(try await me.page("/me"))
            #expect(card.contains("您的客户来了：第 2 组") && card.contains("10:05:00"))
            #expect(card.contains("白榆 在接"))
            #expect(try await !site.visitor(.censhan).page("/me").contains("您的客户来了"))
            site.clock.advance(by: .seconds(300))
            #expect(try await me.page("/me/state").contains("您的客户来了"))
            site.clock.advance(by: .seconds(1))
            #expect(try await !me.page("/me/state").contains("您的客户来了"))
        }
    }

    @Test func `leaving tells whom one told`() async throws {
        try await withServedSite { site in
            let me = try await site.visitor(.anran)
            let page = try await me.follow(
                "/staff/yunqi-anran/absence",
                ["id": "l1", "reason": "personal", "told": "next_in_line"])
            #expect(plainWords(page).contains("已知会下一位"))
            let member = try await site.book.state.rotation.member("yunqi-anran")
            #expect(member?.presence == .awayPersonal)
            let odd = try await me.post(
                "/staff/yunqi-anran/absence", ["id": "l2", "reason": "meal", "told": "nobody"])
            #expect(odd.status == 422)
        }
    }

    @Test func `the first hands the front on, and only the first is asked`() async throws {
        try await withServedSite { site in
            let first = try await site.visitor(.anran)
            #expect(try await first.page("/me").contains("action=\"/staff/yunqi-anran/front\""))
            #expect(try await !site.visitor(.baiyu).page("/me").contains("/front\""))
            let page = try await first.follow(
                "/staff/yunqi-anran/front", ["id": "h1", "to": "yunqi-baiyu"])
            #expect(plainWords(page).contains("安然 把首位交接给 白榆"))
            let nobody = try await first.post("/staff/yunqi-anran/front", ["id": "h2"])
            #expect(nobody.status == 422)
        }
    }

    @Test func `a waiver says until when, before and after`() async throws {
        try await withServedSite(pack: "P002A") { site in
            let me = try await site.visitor(.anran)
            let before = plainWords(try await me.page("/me"))
            #expect(before.contains("分钟，可以弃站") || before.contains("才能回位"))
            site.clock.advance(by: .seconds(3600))
            _ = try await me.post("/staff/yunqi-anran/waiver", ["id": "w1"])
            let state = try await site.book.view(at: ServedSite.now)
            let after = plainWords(try await me.page("/me"))
            let isBound = state.policy.rotation.waiverTime == .absence
            #expect(after.contains("可以回位") == isBound)
        }
    }

    @Test func `a table is to be put in order within its minutes`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post("/visits", ["id": "v1", "class": "new_first"])
            _ = try await desk.post("/visits/v1/finish", ["id": "f1", "logged": "1"])
            let me = try await site.visitor(.anran)
            let page = plainWords(try await me.page("/me"))
            #expect(page.contains("第 1 组的谈判桌") && page.contains("10:05"))
            let after = try await me.follow("/visits/v1/table", ["id": "t1", "back": "/me"])
            #expect(!plainWords(after).contains("第 1 组的谈判桌"))
        }
    }

    @Test func `a turn lost today can be disputed once`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let me = try await site.visitor(.anran)
            _ = try await me.post("/staff/yunqi-anran/absence", ["id": "l1", "reason": "personal"])
            _ = try await desk.post("/visits", ["id": "v1", "class": "new_first"])
            let page = plainWords(try await me.page("/me"))
            #expect(page.contains("第 1 组到时轮空"))
            let after = try await me.follow(
                "/visits/v1/dispute", ["id": "d1", "note": "经理派我去取钥匙", "back": "/me"])
            #expect(!plainWords(after).contains("第 1 组到时轮空"))
            let dispute = try await site.book.state.duty.disputes["d1"]
            #expect(dispute?.note == "经理派我去取钥匙")
        }
    }

    @Test func `whoever has to answer sees the second until when`() throws {
        var work = MyWork()
        work.calls = [
            .init(visit: "v1", number: 4, until: ServedSite.now.adding(seconds: 60))
        ]
        let parts = MyWorkParts(
            work: work, staff: "yunqi-anran", csrf: "<!-- csrf -->", decisionID: "id-3")
        let html = parts.urgent.string
        #expect(html.contains("10:01:00") && html.contains("action=\"/visits/v1/answer\""))
        #expect(html.contains("data-vibrate=\"answer-v1\"") && html.contains("<!-- csrf -->"))
        #expect(parts.duties.isEmpty && parts.lost == nil && parts.handFront == nil)
    }
}
