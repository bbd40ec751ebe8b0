import Database
import Foundation
import HTTPTypes
import HouseRules
import Testing

@testable import Site

/// What a refusal of a pick says to a program.
private struct Refused: Decodable {
    let title: String
    let detail: String
}

extension OpeningWorld {
    /// The code of the answer that refuses a buyer's pick.
    fileprivate func refusal(
        _ index: Int, _ unit: String, id: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let answer = try await pick(index, unit, id: id)
        #expect(answer.status == 409, "\(answer.text)", sourceLocation: sourceLocation)
        return try answer.json(Refused.self).title
    }

    /// Another opening of the same site, with one buyer and one unit of its own.
    fileprivate func other() async throws -> String {
        let path = "/openings/two"
        let answer = try await manager.post(
            "/openings",
            [
                "id": "two", "title": "二期", "kind": "online_opening",
                "opens": ServedSite.now.localText, "units": "9-0101 C 9 1",
            ])
        #expect(answer.status == 303, "\(answer.words)")
        let file = "姓名,电话,证件号,认筹单号\n外人,13900000001,,R20259999\n"
        let roster = try await manager.upload(
            path + "/roster", ["step": "enter"], file: Array(file.utf8), named: "r.csv")
        #expect(roster.status == 303, "\(roster.words)")
        _ = try await manager.follow(path + "/lock", [:])
        _ = try await manager.follow(path + "/approval", ["note": "线上"])
        let person = try await site.book.state.selection.activities["two"]?.roster.first?.person
        return OrderCode(site: ServedSite.site, activity: "two", person: try #require(person))
            .token(ServedSite.keys.person)
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A code of another opening` {
    @Test func `opens nothing here, and takes nothing there`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            let theirs = try await world.other()
            let stranger = world.site.stranger
            let before = try await world.site.count("journal")
            for (path, code) in [("act", theirs), ("two", try await world.token(0))] {
                let answer = try await stranger.postJSON(
                    "/api/v1/openings/\(path)/picks",
                    #"{"id":"a","code":"\#(code)","unit":"1-0101"}"#)
                #expect(answer.status == 404, "\(answer.text)")
            }
            let form = try await stranger.post(
                "/o/\(theirs)/picks", ["id": "a", "unit": "1-0101"])
            #expect(form.status == 409 && form.words.contains("UNIT_NOT_LISTED"))
            #expect(try await world.refusal(0, "9-0101", id: "b") == "UNIT_NOT_LISTED")
            #expect(try await world.site.count("journal") == before)
            #expect(try await world.hold("1-0101") == nil)
            #expect(try await world.hold("9-0101") == nil)
        }
    }

    @Test func `shows its own opening, and lets one buyer have a unit at each`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            let theirs = try await world.other()
            let page = try await world.site.stranger.page("/o/\(theirs)")
            #expect(page.contains("二期") && page.contains("data-unit=\"9-0101\""))
            #expect(!page.contains("1-0101"))
            let answer = try await world.site.stranger.postJSON(
                "/api/v1/openings/two/picks", #"{"id":"a","code":"\#(theirs)","unit":"9-0101"}"#)
            #expect(answer.status == 200, "\(answer.text)")
            #expect(try await world.pick(0, "1-0101", id: "a").status == 200, "an id of their own")
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `A buyer who tries everything` {
    @Test func `is told to wait for the manager's word, and nothing is written`() async throws {
        try await withOpening(.onlineOpening) { world in
            _ = try await world.bring(OpeningWorld.roster)
            let before = try await world.site.count("journal")
            #expect(try await world.refusal(0, "1-0101", id: "a") == "HOLD_APPROVER_REQUIRED")
            let page = plainWords(
                try await world.site.stranger.page("/o/\(try await world.token(0))"))
            #expect(page.contains("经理还没批准就绪"))
            #expect(try await world.site.count("journal") == before)
            try await world.done("/lock")
            try await world.done("/approval", ["note": "线上"])
            #expect(try await world.pick(0, "1-0101", id: "a").status == 200, "no grudge is kept")
        }
    }

    @Test func `cannot pick by phone what is chosen at a desk, seated or not`() async throws {
        try await withOpening { world in
            try await world.callAll()
            #expect(try await world.refusal(0, "1-0101", id: "a") == "OFFICER_REQUIRED")
            try await world.seat(1)
            for index in 0..<4 {
                #expect(try await world.refusal(index, "1-0101", id: "b") == "OFFICER_REQUIRED")
            }
            #expect(try await world.hold("1-0101") == nil)
            let page = try await world.site.stranger.page("/o/\(try await world.token(0))")
            #expect(!page.contains("data-pick"), "no button leads there")
        }
    }

    @Test func `is turned away from the second of the opening's end on, everywhere`()
        async throws
    {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            let token = try await world.token(0)
            let short = try await world.code(0).short(ServedSite.keys.person)
            #expect(try await world.site.stranger.get("/o/\(token)").status == 200)
            let closed = try await world.manager.follow(world.path + "/closing", ["ledger": ""])
            #expect(plainWords(closed).contains("归档的活动"))
            let stranger = world.site.stranger
            let ended = try await stranger.page("/o/\(token)")
            #expect(plainWords(ended).contains("您名下没有这次活动选定的房源"), "\(ended)")
            #expect(!ended.contains("data-pick") && !ended.contains("data-hx-get"), "asks no more")
            let state = try await stranger.get("/o/\(token)/state")
            #expect(state.headers[.hxRefresh] == "true" && state.text.isEmpty, "\(state.text)")
            #expect(try await stranger.get("/api/v1/order-codes/\(token)").status == 404)
            for step in ["picks", "marks"] {
                let answer = try await stranger.post(
                    "/o/\(token)/\(step)",
                    ["id": "z", "unit": "1-0101", "kind": "favourite", "on": "1"])
                #expect(answer.status != 303, "\(step): \(answer.words)")
            }
            let late = try await stranger.postJSON(
                "/api/v1/openings/act/picks", #"{"id":"z","code":"\#(token)","unit":"1-0101"}"#)
            #expect(late.status == 409 || late.status == 404, "\(late.text)")
            #expect(try await stranger.post("/o", ["code": short]).status == 422)
            #expect(try await world.hold("1-0101") == nil)
        }
    }

    @Test func `who left the roster has no page and takes nothing`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            let token = try await world.token(0)
            try await world.done("/amendments", ["step": "remove", "row": "1", "note": "退筹"])
            let stranger = world.site.stranger
            let answer = try await stranger.postJSON(
                "/api/v1/openings/act/picks", #"{"id":"a","code":"\#(token)","unit":"1-0101"}"#)
            #expect(try answer.json(Refused.self).title == "NOT_ON_ROSTER")
            let mark = try await stranger.post(
                "/o/\(token)/marks", ["id": "m", "unit": "1-0101", "kind": "favourite", "on": "1"])
            #expect(mark.status != 303)
            #expect(try await world.hold("1-0101") == nil)
            #expect(try await world.activity.heat["1-0101"] == nil, "no mark of theirs counts")
        }
    }

    @Test func `gets no second unit by sending the first intent with another unit`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            #expect(try await world.pick(0, "1-0101", id: "a").status == 200)
            world.wait(901)
            let answer = try await world.pick(0, "1-0201", id: "a")
            #expect(answer.status == 409 && answer.text.contains("同一个编号先选过别的房源"))
            #expect(try await world.hold("1-0201") == nil)
            #expect(try await world.pick(0, "1-0201", id: "b").status == 200)
        }
    }

    @Test func `has no word of markup or length in it that the page repeats`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            let path = "/o/\(try await world.token(0))"
            let stranger = world.site.stranger
            let odd = try await stranger.post(
                path + "/picks", ["id": "a", "unit": "<img src=x>"])
            #expect(odd.status == 409 && !odd.text.contains("<img src=x>"))
            #expect(odd.words.contains("没有选到 <img src=x>"))
            let long = String(repeating: "长", count: 34)
            for (unit, id, status) in [
                (long, "b", 400), (String(long.dropLast()), "b", 409), ("1-0101", "b b", 400),
                ("1-0101", String(repeating: "b", count: 65), 400),
                (String(repeating: "x", count: 5000), "b", 413),
            ] {
                let answer = try await stranger.post(path + "/picks", ["id": id, "unit": unit])
                #expect(answer.status == status, "\(unit.prefix(9)): \(answer.words.prefix(80))")
            }
            #expect(try await world.hold("1-0101") == nil)
        }
    }

    @Test func `marks no visit of theirs, no unit that is not there, and nobody else's`()
        async throws
    {
        try await withOpening(.onlineOpening, minutes: 10) { world in
            try await world.approve()
            let path = "/o/\(try await world.token(0))/marks"
            let stranger = world.site.stranger
            for (unit, kind, status) in [
                ("1-0101", "visit_intent", 400), ("1-0101", "love", 400), ("1-0101", "", 400),
                ("9-9", "favourite", 409), ("", "favourite", 400),
            ] {
                let answer = try await stranger.post(
                    path, ["id": "m", "unit": unit, "kind": kind, "on": "1"])
                #expect(answer.status == status, "\(unit) \(kind): \(answer.words)")
            }
            for id in ["m1", "m1", "m2", "m3"] {
                _ = try await stranger.post(
                    path, ["id": id, "unit": "1-0101", "kind": "favourite", "on": "1"])
            }
            #expect(try await world.activity.heat["1-0101"]?.people == 1, "one of them counts")
            let other = try await world.activity.marks(of: world.buyers[1], .favourite)
            #expect(other.isEmpty)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `The edge of a second` {
    @Test(arguments: [(-1, 409), (0, 200), (1, 200)])
    func `opens an opening`(seconds: Int, status: Int) async throws {
        try await withOpening(.onlineOpening, minutes: 1) { world in
            try await world.approve()
            world.wait(60 + seconds)
            let path = "/o/\(try await world.token(0))"
            let page = try await world.site.stranger.page(path)
            #expect(page.contains("data-pick") == (status == 200))
            #expect(try await world.pick(0, "1-0101", id: "a").status == status)
        }
    }

    @Test(arguments: [(899, true), (900, true), (901, false)])
    func `ends the time to pay, on every screen alike`(seconds: Int, isIn: Bool) async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            _ = try await world.pick(0, "1-0101", id: "a")
            world.wait(seconds)
            let person = percentEncode(try await world.buyers[0].rawValue)
            let page = try await world.site.visitor(.clerk).follow(
                "\(world.path)/buyers/\(person)/payment", ["unit": "1-0101"])
            #expect(page.contains("notice tone-stop") != isIn, "\(plainWords(page))")
            #expect(try await world.hold("1-0101")?.status == (isIn ? .subscribed : nil))
            #expect(try await world.pick(1, "1-0101", id: "b").status == (isIn ? 409 : 200))
        }
    }

    @Test func `of a pause belongs to the pause, and of its end to the buyers again`()
        async throws
    {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            _ = try await world.pick(0, "1-0101", id: "a")
            world.wait(900)
            try await world.done("/pause", ["note": "停电"])
            world.wait(3600)
            #expect(try await world.refusal(1, "1-0101", id: "b") == "EVENT_PAUSED")
            let mine = try await world.site.stranger.page("/o/\(try await world.token(0))")
            #expect(plainWords(mine).contains("时限不走") && !mine.contains("付款到"))
            try await world.done("/resumption")
            #expect(try await world.refusal(1, "1-0101", id: "c") == "UNIT_TAKEN")
            world.wait(1)
            #expect(try await world.pick(1, "1-0101", id: "d").status == 200)
        }
    }
}
