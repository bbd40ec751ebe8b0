import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Orders of management` {
    @Test(arguments: FloorOrder.allCases)
    func `each has a page with its clause and one form`(order: FloorOrder) async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.manager).page("/orders/\(order.rawValue)")
            #expect(page.contains("/clauses/\(order.clause)"))
            #expect(page.contains("action=\"/orders/\(order.rawValue)\""))
        }
    }

    @Test(arguments: FloorOrder.allCases.filter { $0 != .cover && $0 != .proof })
    func `an empty form comes back with what is missing`(order: FloorOrder) async throws {
        try await withServedSite { site in
            let before = try await site.count("journal")
            let answer = try await site.visitor(.manager).post("/orders/\(order.rawValue)", [:])
            #expect(answer.status == 422)
            #expect(answer.text.contains("class=\"fault\""))
            #expect(try await site.count("journal") == before)
        }
    }

    @Test func `there is no other order`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            #expect(try await manager.get("/orders/dance").status == 404)
            #expect(try await manager.post("/orders/dance", [:]).status == 404)
        }
    }

    @Test func `an errand has its end and its reason in the journal`() async throws {
        try await withServedSite { site in
            let page = try await site.visitor(.manager).follow(
                "/orders/errand",
                ["id": "e1", "staff": "yunqi-anran", "until": "11:30", "note": "去银行"])
            #expect(plainWords(page).contains("派 安然 公干到 11:30：去银行"))
            let member = try await site.book.state.rotation.member("yunqi-anran")
            #expect(member?.presence == .awayOfficial)
            #expect(member?.until == ServedSite.day.at(TimeOfDay(11, 30)))
        }
    }

    @Test func `an errand that ends in the past is refused, what was typed stays`() async throws {
        try await withServedSite { site in
            let answer = try await site.visitor(.manager).post(
                "/orders/errand", ["staff": "yunqi-anran", "until": "09:59", "note": "去银行"])
            #expect(answer.status == 409)
            #expect(answer.text.contains("去银行") && answer.text.contains("notice tone-stop"))
            #expect(
                try await site.book.state.rotation.member("yunqi-anran")?.presence == .onStand)
        }
    }

    @Test func `a refused form sent anew is a new decision`() async throws {
        try await withServedSite { site in
            let manager = try await site.visitor(.manager)
            let refused = try await manager.post(
                "/orders/errand",
                ["id": "e1", "staff": "yunqi-anran", "until": "09:59", "note": "去银行"])
            let id = try #require(
                refused.text.firstMatch(of: /name="id" value="([^"]+)"/)?.output.1)
            #expect(id != "e1")
            let again = try await manager.post(
                "/orders/errand",
                ["id": String(id), "staff": "yunqi-anran", "until": "10:30", "note": "去银行"])
            #expect(again.location == "/today?decision=\(id)")
        }
    }

    @Test func `a suspension leads to its slip, with facts and places to sign`() async throws {
        try await withServedSite(pack: "P002A") { site in
            let page = try await site.visitor(.manager).follow(
                "/orders/suspension",
                [
                    "staff": "yunqi-baiyu", "misconduct": "evasion", "incident": "上午",
                    "facts": "轮到他时走开",
                ])
            for text in ["停接单", "白榆", "轮到他时走开", "沈砚", "REC-12", "签字"] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(page.contains("2025年6月4日"), "three days: 2nd, 3rd and 4th")
            let list = try await site.visitor(.auditor).page("/suspensions")
            #expect(list.contains("轮到他时走开"))
        }
    }

    @Test func `a turn given back stands in the ledger with its note`() async throws {
        try await withServedSite { site in
            _ = try await site.visitor(.supervisor).follow(
                "/orders/adjustment",
                ["staff": "yunqi-censhan", "effect": "returned", "note": "误派"])
            #expect(try await site.count("turn_ledger", where: "note = '误派'") == 1)
            #expect(try await site.book.state.rotation.owed(to: "yunqi-censhan") == 1)
        }
    }

    @Test func `another consultant leaves a slip and no turn`() async throws {
        try await withServedSite { site in
            try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
            let page = try await site.visitor(.manager).follow(
                "/orders/change",
                ["visit": "v1", "staff": "yunqi-dingyi", "cause": "complaint", "note": "客户不满"])
            for text in ["更换顾问单", "安然", "丁一", "投诉", "客户不满", "第 1 组"] {
                #expect(page.contains(text), "\(text)")
            }
        }
    }

    @Test func `who received outside is off the floor, and the customer's name is sealed`()
        async throws
    {
        try await withServedSite { site in
            _ = try await site.visitor(.manager).follow(
                "/orders/offsite",
                [
                    "staff": "yunqi-anran", "customer": "欧阳青禾", "phone": "13912345678",
                    "to": "yunqi-baiyu", "note": "在停车场发名片",
                ])
            #expect(
                try await site.book.state.rotation.member("yunqi-anran")?.presence == .suspended)
            #expect(try await site.count("person") == 1)
            #expect(try !site.everyByte().contains("欧阳青禾".utf8))
            #expect(try !site.everyByte().contains("13912345678".utf8))
        }
    }

    @Test func `the order of a tour group comes later and gives the turn back`() async throws {
        try await withServedSite { site in
            try await site.ask(.visits(.register(Arrival("t1", .tourGroup))), by: .desk)
            let page = try await site.visitor(.manager).follow(
                "/orders/tour-order",
                ["visit": "t1", "assigner": "王总", "group": "某协会", "size": "20"])
            for text in ["参观团指派单", "某协会", "20 人", "REC-23"] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(try !site.everyByte().contains("王总".utf8))
        }
    }

    @Test func `who is at the meal is called back`() async throws {
        try await withServedSite { site in
            try await site.ask(.presence(.leave("yunqi-anran", .personal, until: nil)))
            let page = try await site.visitor(.manager).follow(
                "/orders/recall", ["staff": "yunqi-anran"])
            #expect(page.contains("请安然马上回前台"))
        }
    }

    @Test func `a group that somebody can receive is not covered by a manager`() async throws {
        try await withServedSite { site in
            try await site.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
            let answer = try await site.visitor(.manager).post("/orders/cover", ["visit": "v1"])
            #expect(answer.status == 409 && answer.text.contains("notice tone-stop"))
        }
    }
}
