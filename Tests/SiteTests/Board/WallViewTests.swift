import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The big screen` {
    @Test func `tells who is with whom and what may still be claimed`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post("/visits", ["id": "v1", "class": "new_first"])
            let page = plainWords(try await desk.page("/board/wall"))
            #expect(page.contains("正在接待 安然 第 1 组 · 10:00 起"))
            #expect(page.contains("还能认领 第 1 组 至 10:05:00"))
            site.clock.advance(by: .seconds(301))
            let state = try await desk.page("/board/wall/state")
            #expect(!state.contains("还能认领") && !state.contains("<html"))
        }
    }

    @Test func `groups that wait stand above all else`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            for number in 1...5 {
                _ = try await desk.post("/visits", ["id": "v\(number)", "class": "new_first"])
            }
            let words = plainWords(try await desk.page("/board/wall/state"))
            let waiting = try #require(words.range(of: "1 组在等"))
            #expect(words.contains("第 5 组 10:00 到 · 等 安然"))
            let receiving = try #require(words.range(of: "正在接待"))
            #expect(waiting.lowerBound < receiving.lowerBound)
        }
    }

    @Test func `leaders who are to come are counted down, those who came are not`() async throws {
        try await withServedSite { site in
            let moment = ServedSite.day.at(TimeOfDay(15, 0))
            try await site.ask(.registers(.planLeader("s1", at: moment)))
            let desk = try await site.visitor(.desk)
            #expect(try await plainWords(desk.page("/board/wall")).contains("领导到访 6月2日 周一 15:00"))
            site.clock.advance(by: .seconds(5 * 3600 + 1))
            #expect(try await !desk.page("/board/wall/state").contains("领导到访"))
        }
    }

    @Test func `an empty front is an alarm once the grace is over`() {
        var state = SiteState()
        state.apply(.reception(.memberEnrolled("A", at: ServedSite.now)))
        state.apply(.duty(.frontLeft("A", at: ServedSite.now)))
        func titles(_ seconds: Int) -> [String] {
            WallView(
                state: state, policy: Policy(), directory: StaffDirectory([]),
                at: ServedSite.now.adding(seconds: seconds)
            ).alarms.map(\.title)
        }
        #expect(titles(60) == [])
        #expect(titles(61) == ["前台首位空着"])
    }

    @Test func `a rush is an alarm with its clause`() {
        var state = SiteState()
        state.apply(.duty(.peakAlerted(waiting: 3, seconds: 40, at: ServedSite.now)))
        let wall = WallView(
            state: state, policy: Policy(), directory: StaffDirectory([]), at: ServedSite.now)
        #expect(wall.alarms.map(\.clause) == ["REC-16"])
        // Those three were handed over since: what is told is how many wait now.
        #expect(plainWords(wall.html.string).contains("没有人候位了，请管理人员到前台。"))
    }

    @Test func `a rush tells how many groups wait, until they are handed over`() async throws {
        try await withServedSite { site in
            for number in 1...12 {
                try await site.ask(
                    .visits(.register(Arrival(VisitID("v\(number)"), .newFirst))), by: .desk)
            }
            let waiting = try await site.book.state.rotation.held
            try #require(!waiting.isEmpty)
            let full = plainWords(try await site.visitor(.desk).page("/board/wall"))
            #expect(full.contains("\(waiting.count) 组在等，没有人候位"))
            for number in 1...(waiting.count + 1) {
                let visit = VisitID("v\(number)")
                try await site.ask(.visits(.finish(visit, logged: true)), by: .manager)
            }
            #expect(try await site.book.state.rotation.held.isEmpty)
            let after = plainWords(try await site.visitor(.desk).page("/board/wall"))
            #expect(!after.contains("组在等，没有人候位"))
        }
    }
}
