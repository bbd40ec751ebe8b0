import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `A page of the desk that stood open too long` {
    /// The first buyer had the unit and gave it back; the second has it now.
    private func withStalePage(
        _ body: (OpeningWorld, _ former: String) async throws -> Void
    ) async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            _ = try await world.pick(0, "1-0101", id: "a")
            let former = "/buyers/\(percentEncode(try await world.buyers[0].rawValue))"
            try await world.done(former + "/return", ["unit": "1-0101"], by: .clerk)
            #expect(try await world.pick(1, "1-0101", id: "b").status == 200)
            try await body(world, former)
        }
    }

    @Test func `takes no deposit for somebody else's unit`() async throws {
        try await withStalePage { world, former in
            let clerk = try await world.site.visitor(.clerk)
            for step in ["payment", "return", "order"] {
                let answer = try await clerk.post(
                    world.path + former + "/" + step,
                    ["unit": "1-0101", "reviewer": "yunqi-clerk"])
                #expect(answer.status == 409 && answer.words.contains("1-0101 不是这位买方的"))
            }
            let hold = try #require(try await world.hold("1-0101"))
            #expect(hold.status == .held)
            #expect(try await hold.person == world.buyers[1])
        }
    }

    @Test func `still lets the one who has it pay`() async throws {
        try await withStalePage { world, _ in
            let holder = "/buyers/\(percentEncode(try await world.buyers[1].rawValue))"
            try await world.done(holder + "/payment", ["unit": "1-0101"], by: .clerk)
            #expect(try await world.hold("1-0101")?.status == .subscribed)
            try await world.refused(
                "不在这一步", holder + "/return", ["unit": "1-0101"], by: .clerk)
        }
    }

    @Test func `sent again after a double click changes nothing more`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            _ = try await world.pick(0, "1-0101", id: "a")
            let path =
                world.path + "/buyers/"
                + percentEncode(try await world.buyers[0].rawValue) + "/return"
            let clerk = try await world.site.visitor(.clerk)
            let first = try await clerk.post(path, ["id": "r", "unit": "1-0101"])
            let count = try await world.site.count("journal")
            let second = try await clerk.post(path, ["id": "r", "unit": "1-0101"])
            #expect(first.location == second.location && second.status == 303)
            #expect(try await world.site.count("journal") == count)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A buyer whose turn it is not` {
    @Test func `neither checks in, sits down nor picks`() async throws {
        try await withOpening { world in
            try await world.approve()
            try await world.draw()
            for (step, fields) in [
                ("arrival", [:]), ("seat", ["desk": "1 号台"]), ("pick", ["unit": "1-0101"]),
            ] as [(String, KeyValuePairs<String, String>)] {
                try await world.refused(
                    "现在是待叫号", try await world.at(1, step), fields, by: .anran)
            }
            try await world.done("/calls", by: .desk)
            try await world.refused(
                "现在是正在叫", try await world.at(1, "seat"), ["desk": "1 号台"], by: .anran)
            try await world.done(try await world.at(1, "arrival"), by: .desk)
            try await world.refused(
                "现在是已签到", try await world.at(1, "pick"), ["unit": "1-0101"], by: .anran)
            #expect(try await world.hold("1-0101") == nil)
        }
    }

    @Test func `and missed the call at the second is at the end, and then out`() async throws {
        try await withOpening { world in
            try await world.approve()
            try await world.draw()
            try await world.done("/calls", by: .desk)
            world.wait(300)
            try await world.done(try await world.at(1, "arrival"), by: .desk)
            world.wait(1)
            for number in 2...4 {
                try await world.refused(
                    "现在是待叫号", try await world.at(number, "arrival"), by: .desk)
            }
            let token = OrderCode(
                site: ServedSite.site, activity: world.id, person: try await world.person(2)
            ).token(ServedSite.keys.person)
            let page = plainWords(try await world.site.stranger.page("/o/\(token)"))
            #expect(page.contains("您过号一次，排到本轮末尾；您前面还有 0 位"), "\(page)")
            try await world.done("/calls", by: .desk)
            world.wait(301)
            try await world.refused("现在是已放弃", try await world.at(2, "arrival"), by: .desk)
            let out = plainWords(try await world.site.stranger.page("/o/\(token)"))
            #expect(out.contains("本轮已放弃"))
        }
    }

    @Test func `is not picked for by the till, nor signed for by the front desk`() async throws {
        try await withOpening { world in
            try await world.callAll()
            try await world.seat(1)
            let till = try await world.site.visitor(.till)
            let pick = world.path + (try await world.at(1, "pick"))
            #expect(try await till.post(pick, ["unit": "1-0101"]).status == 403)
            try await world.choose(1, "1-0101")
            let page = try await world.site.visitor(.desk).follow(
                world.path + (try await world.at(1, "order")),
                ["unit": "1-0101", "reviewer": "yunqi-desk"])
            #expect(page.contains("不能做这一步。请找销售经理或主管"))
            #expect(try await world.hold("1-0101")?.status == .held)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A check-in by the last digits` {
    private static let twins = """
        姓名,电话,证件号,认筹单号
        张三,13800000001,110101199001018888,R20250001
        李四,13800000002,11010119900101777x,R20258888
        王五,13800000003,,R20250003

        """

    @Test func `is nobody's when two have them, and knows a paper that ends with x`() async throws {
        try await withOpening { world in
            #expect(try await world.bring(Self.twins).status == 303)
            try await world.done("/lock")
            try await world.done("/approval", ["note": "n"])
            try await world.draw()
            let desk = try await world.site.visitor(.desk)
            let early = try await desk.post(world.path + "/arrivals", ["code": "0003"])
            #expect(early.status == 422, "nobody is called yet")
            try await world.done("/calls", by: .desk)
            let both = try await desk.post(world.path + "/arrivals", ["code": "8888"])
            #expect(both.status == 422 && both.words.contains("有 2 位都是这个尾号"))
            try await world.done("/arrivals", ["code": "777x"], by: .desk)
            try await world.done("/arrivals", ["code": "８８８８"], by: .desk)
            let stages = try await world.activity.buyers.mapValues(\.stage)
            let buyers = try await world.buyers
            #expect(buyers.map { stages[$0] } == [.present, .present, .called])
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `The ledger of an activity's end` {
    @Test func `may have blank lines in it, and repeats nothing twice`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            _ = try await world.pick(0, "1-0101", id: "a")
            let buyer = "/buyers/\(percentEncode(try await world.buyers[0].rawValue))"
            try await world.done(buyer + "/payment", ["unit": "1-0101"], by: .clerk)
            try await world.refused(
                "2-0101（活动：可售，台账：已交定金）", "/closing",
                ["ledger": "1-0101\n2-0101 已交定金"])
            let odd = try await world.manager.post(
                world.path + "/closing", ["ledger": "1-0101 已交定金 是的"])
            #expect(odd.status == 422 && odd.words.contains("这一行看不懂：1-0101"))
            let closed = try await world.manager.follow(
                world.path + "/closing", ["ledger": "\n  \n 1-0101 \t\n\n"])
            #expect(plainWords(closed).contains("去化率 25%"), "\(plainWords(closed))")
        }
    }

    @Test func `waits for a ruling that is the manager's own, given once`() async throws {
        try await withOpening { world in
            _ = try await world.bring(OpeningWorld.roster)
            let desk = try await world.site.visitor(.desk)
            let empty = try await desk.post(world.path + "/objections", ["note": " "])
            #expect(empty.status == 422 && empty.words.contains("请写说了什么"))
            try await world.done("/objections", ["id": "o-1", "note": "排队被插"], by: .desk)
            let none = try await world.manager.post(world.path + "/rulings", ["note": "好"])
            #expect(none.status == 422 && none.words.contains("请选是哪一件"))
            try await world.refused(
                "没有待处理的异议 o-9", "/rulings", ["slip": "o-9", "note": "好"])
            try await world.done("/rulings", ["slip": "o-1", "note": "已道歉"])
            try await world.refused(
                "没有待处理的异议 o-1", "/rulings", ["slip": "o-1", "note": "再来"])
            let page = plainWords(try await desk.page(world.path + "/objections"))
            #expect(page.contains("排队被插 处理：已道歉") && page.contains("已处理"))
        }
    }
}
