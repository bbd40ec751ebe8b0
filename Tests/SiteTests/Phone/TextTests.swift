import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The text after a first call` {
    private let greeting: KeyValuePairs = ["id": "t1", "consultant_phone": "13700000001"]

    /// A first call that 丁一 answered and that is over and entered.
    private func firstCall(_ site: ServedSite) async throws -> Visitor {
        let desk = try await site.visitor(.desk)
        _ = try await desk.post("/calls", ["id": "c1"])
        _ = try await desk.post("/calls/c1/end", ["id": "e1"])
        _ = try await desk.post(
            "/calls/c1/entry",
            ["id": "n1", "name": "钱多多", "phone": "13912345678", "first": "1"])
        return desk
    }

    @Test(arguments: [(300, "sent"), (301, "late")])
    func `is in time up to the last second of five minutes`(
        seconds: Int, status: String
    ) async throws {
        try await withServedSite(pack: "P002A") { site in
            let desk = try await firstCall(site)
            site.clock.advance(by: .seconds(seconds))
            let page = try await desk.follow("/calls/c1/text", greeting)
            #expect(page.contains("已交给短信通道"))
            #expect(try await site.count("text_row", where: "status = \(status)") == 1)
            #expect(try await site.count("message", where: "channel = 'sms'") == 1)
            let listed = try await desk.page("/texts?status=\(status)")
            #expect(listed.contains("href=\"/calls/c1\""))
        }
    }

    @Test func `that nobody sends is late, then missing`() async throws {
        try await withServedSite(pack: "P002A") { site in
            let desk = try await firstCall(site)
            site.clock.advance(by: .seconds(301))
            try await site.ask(.settleDue)
            #expect(try await desk.page("/texts?status=late").contains("迟发"))
            #expect(try await site.visitor(.manager).page("/today").contains("短信迟发。"))
            site.clock.advance(by: .seconds(50_400))
            try await site.ask(.settleDue)
            let late = try await site.visitor(.desk)
            let days = "from=2025-06-02&to=2025-06-03"
            #expect(try await late.page("/texts?\(days)&status=missing").contains("/calls/c1"))
            #expect(try await late.page("/texts?\(days)&status=late").contains("没有要发的短信"))
            #expect(try await late.page("/texts").contains("没有要发的短信"), "today's only")
        }
    }

    @Test func `without minutes in the handbook has the whole day`() async throws {
        try await withServedSite { site in
            _ = try await firstCall(site)
            site.clock.advance(by: .seconds(50_399))
            _ = try await site.visitor(.desk).post(
                "/calls/c1/text", ["id": "t1", "address": "云栖路 1 号", "route": "地铁 3 号线"])
            #expect(try await site.count("text_row", where: "status = 'sent'") == 1)
        }
    }

    @Test func `can be read afterwards, the recipient hidden`() async throws {
        try await withServedSite(pack: "P002A") { site in
            let desk = try await firstCall(site)
            _ = try await desk.follow("/calls/c1/text", greeting)
            for person in [ServedSite.Person.manager, .auditor, .duty] {
                let page = plainWords(try await site.visitor(person).page("/messages/t1"))
                #expect(page.contains("钱**，139****5678"), "\(page)")
                #expect(page.contains("钱**您好，我是您在") && page.contains("13700000001"))
                #expect(!page.contains("钱多多") && !page.contains("13912345678"))
            }
            let auditor = try await site.visitor(.auditor).page("/messages/t1")
            #expect(auditor.contains("只有销售经理和主管能看"))
            #expect(try site.everyByte().range(of: Data("钱多多您好".utf8)) == nil, "sealed")
        }
    }

    @Test func `is shown in full to who may, with a purpose and a line in the log`() async throws {
        try await withServedSite(pack: "P002A") { site in
            let desk = try await firstCall(site)
            _ = try await desk.follow("/calls/c1/text", greeting)
            let manager = try await site.visitor(.manager)
            let looks = try await site.count("reveal_log")
            let asked = try await manager.post("/messages/t1/reveal", ["purpose": " "])
            #expect(asked.status == 422 && asked.text.contains("请写为什么要看"))
            #expect(!asked.text.contains("13912345678"))
            #expect(try await site.count("reveal_log") == looks)
            let full = try await manager.post("/messages/t1/reveal", ["purpose": "客户说没收到"])
            #expect(full.status == 200)
            #expect(plainWords(full.text).contains("钱多多，13912345678"))
            #expect(try await site.count("reveal_log", where: "place = 'message'") == 1)
            #expect(try await manager.page("/privacy/looks").contains("客户说没收到"))
            #expect(try await manager.post("/messages/none/reveal", ["purpose": "x"]).status == 404)
        }
    }

    @Test func `of somebody who was erased is gone`() async throws {
        try await withServedSite(pack: "P002A") { site in
            let desk = try await firstCall(site)
            _ = try await desk.follow("/calls/c1/text", greeting)
            let people = People(site: ServedSite.site, key: ServedSite.keys.person)
            try await site.server.database.write {
                try people.erase("p-n1", at: ServedSite.now, in: $0)
            }
            let manager = try await site.visitor(.manager)
            #expect(try await manager.page("/messages/t1").contains("没有留下内容"))
            #expect(
                try await manager.post("/messages/t1/reveal", ["purpose": "x"]).status == 404)
        }
    }

    @Test(arguments: ["abc", "1380000", "137000000012"])
    func `wants a telephone number of the consultant, and keeps what was typed`(
        phone: String
    ) async throws {
        try await withServedSite(pack: "P002A") { site in
            let desk = try await firstCall(site)
            let answer = try await desk.post(
                "/calls/c1/text", ["id": "t1", "consultant_phone": phone])
            #expect(answer.status == 422 && answer.text.contains("顾问电话：手机号要 11 位"))
            #expect(answer.text.contains("value=\"\(phone)\""))
            #expect(try await site.count("message", where: "channel = 'sms'") == 0)
        }
    }

    @Test func `that the customer refuses is not sent`() async throws {
        try await withServedSite(pack: "P002A") { site in
            let desk = try await firstCall(site)
            let page = try await desk.follow(
                "/calls/c1/text", ["id": "t1", "answer": "declined"])
            #expect(page.contains("客户拒收"))
            #expect(try await desk.page("/decisions/t1").contains("客户拒收短信，丁一不用发"))
            #expect(try await site.count("message", where: "channel = 'sms'") == 0)
            #expect(try await desk.page("/texts?status=declined").contains("客户拒收"))
            site.clock.advance(by: .seconds(301))
            try await site.ask(.settleDue)
            #expect(try await desk.page("/texts?status=late").contains("没有要发的短信"))
        }
    }

    @Test func `is asked for only after a first call`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post("/calls", ["id": "c1"])
            _ = try await desk.post("/calls/c1/end", ["id": "e1"])
            let page = try await desk.follow(
                "/calls/c1/entry", ["id": "n1", "name": "钱多多", "phone": "13912345678"])
            #expect(!page.contains("来电短信</"))
            #expect(try await site.count("text_row") == 0)
        }
    }

    @Test func `a colleague may not send another's`() async throws {
        try await withServedSite(pack: "P002A") { site in
            _ = try await firstCall(site)
            let page = try await site.visitor(.baiyu).follow("/calls/c1/text", greeting)
            #expect(page.contains("置业顾问不能做这一步"))
            #expect(try await site.count("message", where: "channel = 'sms'") == 0)
        }
    }

    @Test func `the list is for those who keep registers`() async throws {
        try await withServedSite { site in
            for person in [ServedSite.Person.clerk, .auditor, .admin] {
                let visitor = try await site.visitor(person)
                #expect(try await visitor.get("/texts").status == 403)
                #expect(try await visitor.get("/calls/c1").status == 403)
            }
            let desk = try await site.visitor(.desk)
            #expect(try await desk.get("/texts?from=x").status == 400)
        }
    }
}
