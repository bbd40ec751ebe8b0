import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The call register's page` {
    /// A call that 丁一 answered and that is over.
    private func ended(_ site: ServedSite) async throws -> Visitor {
        let desk = try await site.visitor(.desk)
        _ = try await desk.post("/calls", ["id": "c1"])
        site.clock.advance(by: .seconds(90))
        _ = try await desk.post("/calls/c1/end", ["id": "e1"])
        return desk
    }

    @Test func `a line is entered, and what is personal is sealed`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            let page = try await desk.follow(
                "/calls/c1/entry",
                [
                    "id": "n1", "name": "钱多多", "phone": "13912345678", "needs": "问学区",
                    "source_channel": "户外", "first": "1",
                ])
            #expect(page.contains("139****5678") && page.contains("问学区"))
            #expect(page.contains("缺 意向到访时间、客户分类"))
            #expect(page.contains("来电短信") && page.contains("data-countdown"))
            let bytes = try site.everyByte()
            for secret in ["钱多多", "13912345678", "问学区"] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret)")
            }
            #expect(try await site.count("private_note") == 1)
        }
    }

    @Test func `the caller belongs to whoever answered`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            _ = try await desk.post(
                "/calls/c1/entry", ["id": "n1", "name": "钱多多", "phone": "13912345678"])
            let ownership = try await site.book.state.ownership
            #expect(ownership.records(of: "p-n1").map(\.staff) == [ServedSite.Person.dingyi.staff])
        }
    }

    @Test func `an agreed visit becomes an appointment`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            _ = try await desk.post(
                "/calls/c1/entry",
                [
                    "id": "n1", "name": "钱多多", "phone": "13912345678", "invitation": "booked",
                    "agreed": "2025-06-07T10:00",
                ])
            let appointments = try await site.book.state.customers.appointments
            #expect(appointments.map(\.at.words) == ["6月7日 周六 10:00"])
        }
    }

    @Test func `agreed without a time is refused and the page says so`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            let answer = try await desk.post(
                "/calls/c1/entry", ["id": "n1", "name": "钱来也", "invitation": "booked"])
            #expect(answer.status == 422)
            #expect(answer.text.contains("已约的要填约定到访的时刻"))
            #expect(answer.text.contains("value=\"钱来也\""), "nothing that was typed is lost")
        }
    }

    @Test func `a wrong number comes back with what was typed`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            let answer = try await desk.post(
                "/calls/c1/entry", ["id": "n1", "name": "孙先生", "phone": "12", "agreed": "x"])
            #expect(answer.status == 422)
            #expect(answer.text.contains("孙先生") && answer.text.contains("手机号要"))
            #expect(answer.text.contains("约定到访要写成"))
        }
    }

    @Test func `each change leaves what stood before`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            _ = try await desk.post("/calls/c1/entry", ["id": "n1", "needs": "三房"])
            let page = try await desk.follow("/calls/c1/entry", ["id": "n2", "needs": "四房"])
            #expect(page.contains("第 1 次") && page.contains("三房"))
            #expect(page.contains("第 2 次") && page.contains("四房"))
        }
    }

    @Test func `a text goes into the outbox with the decision`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            _ = try await desk.post(
                "/calls/c1/entry",
                ["id": "n1", "name": "钱多多", "phone": "13912345678", "first": "1"])
            let bare = try await desk.follow("/calls/c1/text", ["id": "t0", "address": "云栖路 1 号"])
            #expect(bare.contains("短信里还缺：交通"))
            #expect(try await site.count("message", where: "channel = 'sms'") == 0)
            let page = try await desk.follow(
                "/calls/c1/text", ["id": "t1", "address": "云栖路 1 号", "route": "地铁 3 号线"])
            #expect(page.contains("已发"))
            #expect(try await site.count("message", where: "channel = 'sms'") == 1)
            #expect(try await site.count("reveal_log") >= 1)
        }
    }

    @Test func `without a number there is nothing to send to`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            _ = try await desk.post("/calls/c1/entry", ["id": "n1", "first": "1", "needs": "x"])
            #expect(try await desk.post("/calls/c1/text", ["id": "t1"]).status == 422)
            let page = try await desk.follow(
                "/calls/c1/text", ["id": "t2", "answer": "declined"])
            #expect(page.contains("客户拒收"))
        }
    }

    @Test func `texts are listed, one's own for a consultant`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            _ = try await desk.post("/calls/c1/entry", ["id": "n1", "first": "1", "needs": "x"])
            #expect(try await desk.page("/texts").contains("href=\"/calls/c1\""))
            #expect(try await site.visitor(.dingyi).page("/texts").contains("/calls/c1"))
            #expect(try await site.visitor(.anran).page("/texts").contains("没有要发的短信"))
            #expect(try await desk.page("/texts?status=late").contains("没有要发的短信"))
        }
    }

    @Test func `whoever is erased leaves no words behind`() async throws {
        try await withServedSite { site in
            let desk = try await ended(site)
            _ = try await desk.post(
                "/calls/c1/entry",
                ["id": "n1", "name": "钱多多", "phone": "13912345678", "needs": "三房"])
            let people = People(site: ServedSite.site, key: ServedSite.keys.person)
            try await site.server.database.write {
                try people.erase("p-n1", at: ServedSite.now, in: $0)
            }
            #expect(try await site.count("private_note") == 0)
            #expect(try await !desk.page("/calls/c1").contains("三房"))
        }
    }

    @Test func `an unknown call is not there`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.desk).get("/calls/none")
            #expect(answer.status == 404)
        }
    }
}

@Suite struct `Keeping the line` {
    @Test func `a call that rang too long names who answers for it`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let page = try await desk.follow("/line/rung", ["id": "r1", "rings": "4"])
            #expect(page.contains("待回拨") && page.contains("REC-55"))
            #expect(try await site.count("penalty_row", where: "article = 'F23'") == 1)
            let odd = try await desk.post("/line/rung", ["id": "r2", "rings": "0"])
            #expect(odd.status == 422 && odd.text.contains("响了几声要填 1 到 50 的数。"))
            #expect(odd.text.contains("value=\"0\""), "what was typed stays")
        }
    }

    @Test func `a second line is a slip with its half hour`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post("/calls", ["id": "c1"])
            let page = try await desk.follow("/line/second", ["id": "s1", "call": "c1"])
            #expect(page.contains("10:30 前回拨") && page.contains("data-countdown"))
            let gone = try await desk.post("/line/second", ["id": "s2", "call": "none"])
            #expect(gone.status == 422)
        }
    }

    @Test func `the line is handed on and the order holds after the meeting`() async throws {
        try await withServedSite { site in
            let duty = try await site.visitor(.duty)
            let page = try await duty.follow(
                "/line/hand", ["id": "h1", "from": "yunqi-dingyi", "to": "yunqi-anran"])
            #expect(page.contains("丁一 已交给 安然"))
            #expect(page.contains("早会结束，次序生效"))
            let issued = try await duty.follow("/line/order", ["id": "o1", "step": "meeting"])
            #expect(issued.contains("确认电话次序"))
            let confirmed = try await duty.follow("/line/order", ["id": "o2", "step": "confirm"])
            #expect(!confirmed.contains("确认电话次序</button>"))
        }
    }
}
