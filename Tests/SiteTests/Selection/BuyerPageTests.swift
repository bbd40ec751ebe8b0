import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `An order code` {
    private let key = ServedSite.keys.person
    private let code = OrderCode(site: "yunqi", activity: "act", person: "p-1")

    @Test func `is read back, and nothing else is`() throws {
        let token = code.token(key)
        #expect(OrderCode(token: token, key) == code)
        let last = token.last == "0" ? "1" : "0"
        for other in [
            "", ".", "a.b", token + "0", String(token.dropLast()), token.dropLast() + last,
            "x" + token, token.replacing(".", with: ""), String(repeating: "a", count: 700),
        ] as [String] {
            #expect(OrderCode(token: other, key) == nil, "\(other)")
        }
        let other = OrderCode(site: "yunqi", activity: "act", person: "p-2").token(key)
        let mixed = token.split(separator: ".")[0] + "." + other.split(separator: ".")[1]
        #expect(OrderCode(token: String(mixed), key) == nil, "nobody becomes somebody else")
    }

    @Test func `has eight letters that differ from buyer to buyer`() {
        let codes = (1...2000).map {
            OrderCode(site: "yunqi", activity: "act", person: PersonID("p-\($0)")).short(key)
        }
        #expect(codes.allSatisfy { $0.count == 8 && $0 == ProofCode.plain($0) })
        #expect(Set(codes).count == 2000)
        #expect(QRCode(codes[0]) != nil)
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A buyer's own page` {
    @Test func `tells number, queue, call and desk without an account`() async throws {
        try await withOpening { world in
            try await world.approve()
            let token = try await world.token(0)
            let stranger = world.site.stranger
            #expect(plainWords(try await stranger.page("/o/\(token)")).contains("还没有摇号"))
            try await world.draw()
            let number = try #require(
                try await world.activity.buyers[try await world.buyers[0]]?.number)
            let waiting = plainWords(try await stranger.page("/o/\(token)"))
            #expect(waiting.contains("\(number) 号 您前面还有 \(number - 1) 位"), "\(waiting)")
            try await world.done("/calls", by: .desk)
            #expect(plainWords(try await stranger.page("/o/\(token)/state")).contains("正在叫您"))
            try await world.done(try await world.at(number, "arrival"), by: .desk)
            #expect(plainWords(try await stranger.page("/o/\(token)")).contains("请到选房台"))
            try await world.seat(number)
            #expect(plainWords(try await stranger.page("/o/\(token)")).contains("请在1 号台选房"))
            try await world.choose(number, "1-0101")
            let chosen = plainWords(try await stranger.page("/o/\(token)"))
            #expect(chosen.contains("1-0101 为您保留"))
            #expect(!chosen.contains("张三"), "the page names nobody")
        }
    }

    @Test func `is opened by the code on the slip, however it is typed`() async throws {
        try await withOpening { world in
            try await world.approve()
            let stranger = world.site.stranger
            #expect(plainWords(try await stranger.page("/o")).contains("打开我的页面"))
            for index in [0, 3, 0] {
                let code = try await world.code(index)
                let short = code.short(ServedSite.keys.person).lowercased()
                let typed = "\(short.prefix(4))-\(short.suffix(4)) "
                let answer = try await stranger.post("/o", ["code": typed])
                #expect(answer.location == "/o/\(code.token(ServedSite.keys.person))")
            }
            let gone = try await world.code(0).short(ServedSite.keys.person)
            try await world.done("/amendments", ["step": "remove", "row": "1", "note": "退筹"])
            #expect(try await stranger.post("/o", ["code": gone]).status == 422)
            let wrong = try await stranger.post("/o", ["code": "<b>"])
            #expect(wrong.status == 422 && !wrong.text.contains("<b>"))
            #expect(wrong.words.contains("没有这个订单码"))
            for _ in 1...18 { _ = try await stranger.post("/o", ["code": "AAAABBBB"]) }
            #expect(try await stranger.post("/o", ["code": "AAAABBBB"]).status == 429)
            let right = try await world.code(1).short(ServedSite.keys.person)
            #expect(try await stranger.post("/o", ["code": right]).status == 303, "who knows it")
        }
    }

    @Test func `is nobody's with a wrong code, and guessing is slowed down`() async throws {
        try await withOpening { world in
            try await world.approve()
            let stranger = world.site.stranger
            for _ in 1...20 {
                #expect(try await stranger.get("/o/guess").status == 404)
            }
            #expect(try await stranger.get("/o/guess").status == 429)
            let right = try await world.token(0)
            #expect(try await stranger.get("/o/\(right)").status == 200)
            try await world.done("/amendments", ["step": "remove", "row": "1", "note": "退筹"])
            #expect(try await stranger.get("/o/\(right)").status == 404)
        }
    }

    @Test func `of an opening counts down, and takes favourites and rehearsals before`()
        async throws
    {
        try await withOpening(.onlineOpening, minutes: 10) { world in
            try await world.approve()
            let stranger = world.site.stranger
            let path = "/o/\(try await world.token(0))"
            let page = try await stranger.page(path)
            #expect(page.contains("公测点选") && page.contains("data-countdown"))
            #expect(!page.contains("data-pick"))
            for kind in ["favourite", "rehearsal_pick"] {
                let answer = try await stranger.post(
                    path + "/marks", ["unit": "1-0101", "kind": kind, "on": "1"])
                #expect(answer.location == path)
            }
            #expect(try await world.hold("1-0101") == nil, "a rehearsal takes nothing")
            #expect(plainWords(try await stranger.page(path)).contains("已收藏，取消"))
            let heat = plainWords(try await world.manager.page(world.path + "/heat"))
            #expect(heat.contains("1-0101 A 1 栋 1 层 少于 3 人次"), "\(heat)")
            for index in 1...2 {
                _ = try await stranger.post(
                    "/o/\(try await world.token(index))/marks",
                    ["unit": "1-0101", "kind": "favourite", "on": "1"])
            }
            let shown = plainWords(try await world.manager.page(world.path + "/heat"))
            #expect(shown.contains("1-0101 A 1 栋 1 层 6"), "three favourites and a rehearsal")
            _ = try await stranger.post(
                path + "/marks", ["unit": "1-0101", "kind": "favourite", "on": "0"])
            #expect(!plainWords(try await stranger.page(path)).contains("已收藏，取消"))
            world.wait(600)
            let late = try await stranger.post(
                path + "/marks", ["unit": "1-0101", "kind": "rehearsal_pick", "on": "1"])
            #expect(late.status == 409 && late.words.contains("现在不是公测时间"))
            #expect(try await stranger.post(path + "/marks", ["unit": "1-0101"]).status == 400)
        }
    }

    @Test func `picks by a plain form, and is told the truth`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            let stranger = world.site.stranger
            let (one, two) = ("/o/\(try await world.token(0))", "/o/\(try await world.token(1))")
            let page = try await stranger.page(one)
            #expect(page.contains("data-pick=\"act\"") && page.contains("/assets/opening"))
            #expect(page.contains("2 栋 余 1"))
            let answer = try await stranger.post(one + "/picks", ["id": "a", "unit": "1-0101"])
            #expect(answer.location == one)
            let held = plainWords(try await stranger.page(one))
            #expect(held.contains("1-0101 为您保留 请在 10:15 前（含）交定金"), "\(held)")
            let taken = try await stranger.post(two + "/picks", ["id": "a", "unit": "1-0101"])
            #expect(taken.status == 409 && taken.words.contains("没有选到 1-0101"))
            #expect(taken.words.contains("UNIT_TAKEN"))
            let more = try await stranger.post(one + "/picks", ["id": "b", "unit": "2-0101"])
            #expect(more.words.contains("BUYER_ALREADY_HOLDS"))
            #expect(try await stranger.post(one + "/picks", ["unit": ""]).status == 400)
        }
    }

    @Test func `shows one building at a time`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            let path = "/o/\(try await world.token(0))"
            let first = try await world.site.stranger.page(path)
            #expect(first.contains("data-unit=\"1-0301\""))
            #expect(!first.contains("data-unit=\"2-0101\""))
            let second = try await world.site.stranger.page(path + "?building=2")
            #expect(second.contains("data-unit=\"2-0101\""))
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A pick by a program` {
    @Test func `before the opening is told the seconds, and leaves no trace`() async throws {
        try await withOpening(.onlineOpening, minutes: 1) { world in
            try await world.approve()
            let before = try await world.site.count("journal")
            for (wait, seconds) in [(0, 60), (59, 1)] {
                world.wait(wait)
                let answer = try await world.pick(0, "1-0101", id: "a\(wait)")
                #expect(answer.status == 409)
                let body = try answer.json(Refused.self)
                #expect(body.title == "NOT_OPEN" && body.seconds == seconds)
                #expect(body.detail == "距开盘 \(seconds) 秒。开盘前的请求不计先后。")
                #expect(body.clauses == ["SEL-05"])
            }
            #expect(try await world.site.count("journal") == before)
            world.wait(1)
            #expect(try await world.pick(0, "1-0101", id: "b").status == 200)
        }
    }

    @Test func `takes a unit once, however often it is asked`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            for _ in 1...3 {
                let answer = try await world.pick(0, "1-0101", id: "a")
                #expect(answer.status == 200, "\(answer.text)")
            }
            let count = try await world.site.count("decision_row", where: "kind = 'selection.pick'")
            #expect(count == 1)
            let other = try await world.pick(0, "1-0201", id: "a")
            #expect(try other.json(Refused.self).title == "BUYER_ALREADY_HOLDS")
        }
    }

    @Test func `for what is taken is answered from memory with the nearest`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            _ = try await world.pick(0, "1-0201", id: "a")
            let before = try await world.site.count("journal")
            let answer = try await world.pick(1, "1-0201", id: "b")
            let body = try answer.json(Refused.self)
            #expect(body.title == "UNIT_TAKEN" && body.nearest == ["1-0101", "1-0301"])
            #expect(try await world.site.count("journal") == before)
            #expect(world.site.server.house.clashes.of("act") == 1)
        }
    }

    @Test func `that ran out is free at its very second, and the old answer is not repeated`()
        async throws
    {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            _ = try await world.pick(0, "1-0101", id: "a")
            world.wait(900)
            let last = try await world.pick(1, "1-0101", id: "b")
            #expect(try last.json(Refused.self).title == "UNIT_TAKEN", "paying is still in time")
            world.wait(1)
            #expect(try await world.pick(1, "1-0101", id: "c").status == 200)
            let stale = try await world.pick(0, "1-0101", id: "a")
            #expect(stale.status == 409, "it was theirs and is not any more")
        }
    }

    @Test func `of an intent that lapsed and was nobody's since is not told as a success`()
        async throws
    {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            _ = try await world.pick(0, "1-0101", id: "a")
            world.wait(901)
            let again = try await world.pick(0, "1-0101", id: "a")
            #expect(try again.json(Refused.self).title == "UNIT_NOT_HELD_FOR_CUSTOMER")
            #expect(try await world.pick(0, "1-0101", id: "b").status == 200)
        }
    }

    @Test func `needs the right code at the right activity`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            let token = try await world.token(0)
            for (path, body, status) in [
                ("act", #"{"id":"a","code":"x","unit":"1-0101"}"#, 404),
                ("other", #"{"id":"a","code":"\#(token)","unit":"1-0101"}"#, 404),
                ("act", #"{"id":"a b","code":"\#(token)","unit":"1-0101"}"#, 400),
                ("act", #"{"id":"a","code":"\#(token)"}"#, 400),
                ("act", #"{"id":"a","code":"\#(token)","unit":"1","x":1}"#, 422),
            ] {
                let answer = try await world.site.stranger.postJSON(
                    "/api/v1/openings/\(path)/picks", body)
                #expect(answer.status == status, "\(body): \(answer.text)")
            }
            let unknown = try await world.pick(0, "9-9", id: "z")
            #expect(try unknown.json(Refused.self).title == "UNIT_NOT_LISTED")
        }
    }

    @Test func `from a finger that never rests is slowed down`() async throws {
        try await withOpening(.onlineOpening, minutes: 10) { world in
            try await world.approve()
            var statuses: [Int] = []
            for index in 1...40 {
                statuses.append(try await world.pick(0, "1-0101", id: "a\(index)").status)
            }
            #expect(statuses.prefix(30).allSatisfy { $0 == 409 })
            #expect(statuses.last == 429)
            #expect(try await world.pick(1, "1-0101", id: "b").status == 409, "others go on")
        }
    }

    @Test func `leaves a standing that programs read`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            _ = try await world.pick(0, "1-0101", id: "a")
            let path = "/api/v1/order-codes/\(try await world.token(0))"
            let standing = try await world.site.stranger.get(path)
            let body = try standing.json(Standing.self)
            #expect(body.stage == "chosen" && body.units.map(\.unit) == ["1-0101"])
            let until = ServedSite.now.adding(seconds: 900).milliseconds
            #expect(body.units[0].pay_until == until && body.until == until)
            let description = try APIDescription.shipped()
            #expect(
                try description.faults(of: standing, to: "GET /api/v1/order-codes/{id}") == [])
            let picked = try await world.pick(0, "1-0101", id: "a")
            let refused = try await world.pick(1, "1-0101", id: "b")
            for answer in [picked, refused] {
                #expect(
                    try description.faults(of: answer, to: "POST /api/v1/openings/{id}/picks")
                        == [])
            }
            #expect(try await world.site.stranger.get("/api/v1/order-codes/x").status == 404)
        }
    }

    private struct Refused: Decodable {
        let title: String
        let detail: String
        let clauses: [String]
        let nearest: [String]?
        let seconds: Int?
    }

    private struct Standing: Decodable {
        struct Unit: Decodable {
            let unit: String
            let pay_until: Int64?
        }
        let stage: String
        let until: Int64?
        let units: [Unit]
    }
}
