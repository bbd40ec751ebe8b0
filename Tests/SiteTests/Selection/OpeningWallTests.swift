import Database
import Foundation
import HTTPTypes
import HouseRules
import HummingbirdCore
import NIOCore
import Testing

@testable import Site

extension OpeningWorld {
    /// The big screen in words.
    var wall: String {
        get async throws {
            plainWords(try await site.visitor(.auditor).page(path + "/wall"))
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `The big screen of an activity` {
    @Test func `shows the call, the next group, the desks and what is left`() async throws {
        try await withOpening { world in
            #expect(try await world.wall.contains("准备中 余 4 套 已选 0 / 4 套"))
            try await world.approve()
            try await world.draw()
            #expect(try await world.wall.contains("下一组 1 号"))
            try await world.done("/calls", by: .desk)
            let called = try await world.wall
            #expect(called.contains("正在叫 1 号 R***") && called.contains("11:05 前（含）签到"))
            try await world.done(try await world.at(1, "arrival"), by: .desk)
            #expect(try await world.wall.contains("已签到 1 号"))
            try await world.seat(1)
            #expect(try await world.wall.contains("正在选 1 号"))
            try await world.choose(1, "1-0101")
            let chosen = try await world.wall
            #expect(chosen.contains("已选 1 / 4 套") && chosen.contains("1-0101 已销控"))
            #expect(chosen.contains("1 栋 余 2 / 3"))
            world.wait(301)
            try await world.site.book.settleWhatIsDue()
            #expect(try await world.wall.contains("已过号，本轮末尾再叫一次 2 号"))
        }
    }

    @Test func `names nobody and stands still in a pause`() async throws {
        try await withOpening { world in
            try await world.approve()
            try await world.draw()
            try await world.done("/calls", by: .desk)
            try await world.done("/pause", ["note": "停电"])
            let wall = try await world.wall
            #expect(wall.contains("暂停") && wall.contains("停表"))
            for secret in ["张三", "138****", "R20250001"] { #expect(!wall.contains(secret)) }
        }
    }

    @Test func `counts down to an opening, and says when everything is taken`() async throws {
        try await withOpening(.onlineOpening, minutes: 10) { world in
            try await world.approve()
            #expect(try await world.wall.contains("就绪，未开始 6月2日 周一 10:10 开始"))
            world.wait(600)
            for (index, unit) in ["1-0101", "1-0201", "1-0301", "2-0101"].enumerated() {
                #expect(try await world.pick(index, unit, id: "a").status == 200)
            }
            #expect(try await world.wall.contains("已全部选定 余 0 套"))
        }
    }

    @Test func `is told of every change while somebody looks`() async throws {
        try await withOpening(.onlineOpening) { world in
            try await world.approve()
            let hub = LiveHub(limit: 10, heartbeat: .seconds(60))
            let live = LiveOpenings(hub: hub, surroundings: world.site.server.surroundings)
            let book = try await world.site.book
            let listener = hub.enter([LiveOpenings.topic(ServedSite.site, world.id)])
            let stranger = hub.enter([LiveOpenings.topic(ServedSite.site, "other")])
            live.follow(book)
            live.follow(book)
            #expect(try await eventually { await !book.subscribers.isEmpty })
            var heard = ""
            for (index, unit) in ["1-0101", "1-0201"].enumerated() {
                #expect(try await world.pick(index, unit, id: "a").status == 200)
            }
            // Changes within a moment are shown as one, the last.
            while !heard.contains("已选 2 / 4 套") {
                heard += (await listener.next() ?? []).map { String(buffer: $0) }.joined()
            }
            #expect(heard.contains("event: opening") && heard.contains("event: change"))
            live.stop()
            stranger.close()
            #expect(await stranger.next() == nil)
        }
    }

    @Test func `opens its stream for whoever sees the board, on activities that go on`()
        async throws
    {
        try await withOpening { world in
            let auditor = try await world.site.visitor(.auditor)
            let answer = try await auditor.response(.get, "/events/openings/act")
            #expect(answer.headers[.contentType] == "text/event-stream")
            #expect(try await auditor.get("/events/openings/other").status == 404)
            #expect(try await world.site.stranger.get("/events/openings/act").status != 200)
            let events = await LiveOpenings(
                hub: LiveHub(limit: 1, heartbeat: .seconds(60)),
                surroundings: world.site.server.surroundings
            ).events("other", try await world.site.book)
            #expect(events.isEmpty)
        }
    }
}

@Suite(.timeLimit(.minutes(15))) struct `The queue of an activity` {
    @Test func `is counted anew with every entry, and by activity`() async throws {
        try await withOpening { world in
            try await world.approve()
            let shelf = QueueShelf()
            func ahead(_ number: Int) async throws -> Int? {
                let state = try await world.site.book.state
                let seq = try await world.site.book.seq
                let view = try #require(OpeningView(world.id, state, seq: seq, at: ServedSite.now))
                let code = OrderCode(
                    site: ServedSite.site, activity: world.id,
                    person: try await world.person(number))
                return shelf.ahead(of: code, view)
            }
            try await world.draw()
            #expect(try await ahead(1) == 0)
            #expect(try await ahead(4) == 3)
            try await world.done("/calls", by: .desk)
            #expect(try await ahead(1) == nil, "called: not in the line")
            world.wait(301)
            try await world.site.book.settleWhatIsDue()
            #expect(try await ahead(4) == 3, "all missed: once more, in their order")
        }
    }

    @Test func `is told to the phone, with a call that was missed`() async throws {
        try await withOpening { world in
            try await world.approve()
            try await world.draw()
            let person = try await world.person(2)
            let index = try #require(try await world.buyers.firstIndex(of: person))
            let token = try await world.token(index)
            try await world.done("/calls", by: .desk)
            world.wait(301)
            try await world.site.book.settleWhatIsDue()
            let stranger = world.site.stranger
            let page = plainWords(try await stranger.page("/o/\(token)"))
            #expect(page.contains("您过号一次，排到本轮末尾；您前面还有 1 位"), "\(page)")
            try await world.done("/calls", by: .desk)
            world.wait(301)
            try await world.site.book.settleWhatIsDue()
            let out = plainWords(try await stranger.page("/o/\(token)"))
            #expect(out.contains("本轮已放弃"))
            try await world.done("/pause", ["note": "停电"])
            #expect(plainWords(try await stranger.page("/o/\(token)")).contains("起暂停，时限不走"))
        }
    }
}
