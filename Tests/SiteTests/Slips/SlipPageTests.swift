import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Messages and promises` {
    @Test func `a message reaches its colleague, sealed, and is dealt with`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post(
                "/slips/messages",
                ["id": "m1", "staff": "yunqi-anran", "text": "王先生问贷款，请回电"])
            let anran = try await site.visitor(.anran)
            let page = try await anran.page("/slips")
            #expect(page.contains("王先生问贷款，请回电") && page.contains("data-countdown"))
            #expect(try await site.visitor(.baiyu).page("/slips").contains("没有等您办的"))
            #expect(try site.everyByte().range(of: Data("王先生问贷款".utf8)) == nil)
            let done = try await anran.follow("/slips/messages/m1/done", ["id": "d1"])
            #expect(done.contains("已办"))
        }
    }

    @Test func `a message an hour old is overdue`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            _ = try await desk.post(
                "/slips/messages", ["id": "m1", "staff": "yunqi-anran", "text": "请回电"])
            site.clock.advance(by: .seconds(3601))
            try await site.ask(.settleDue)
            #expect(try await site.visitor(.anran).page("/slips").contains("已逾期"))
        }
    }

    @Test func `a promise is changed with a trace and then kept`() async throws {
        try await withServedSite { site in
            let anran = try await site.visitor(.anran)
            let page = try await anran.follow(
                "/slips/promises",
                [
                    "id": "p1", "text": "学区怎么划", "department": "营销部",
                    "due": "2025-06-02T18:00",
                ])
            #expect(page.contains("学区怎么划") && page.contains("18:00前答复客户"))
            let changed = try await anran.follow(
                "/slips/promises/p1/change",
                ["id": "c1", "due": "2025-06-03T12:00", "note": "教育局明天才答复"])
            #expect(changed.contains("教育局明天才答复") && changed.contains("学区怎么划"))
            #expect(changed.contains("6月3日 周二 12:00前答复客户"))
            let kept = try await anran.follow("/slips/promises/p1/done", ["id": "d1"])
            #expect(kept.contains("已办"))
        }
    }

    @Test func `without words or a person nothing is left`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            #expect(try await desk.post("/slips/messages", ["text": "x"]).status == 422)
            let bare = try await desk.post("/slips/messages", ["staff": "yunqi-anran"])
            #expect(bare.status == 422)
            let long = try await desk.post(
                "/slips/messages",
                ["staff": "yunqi-anran", "text": String(repeating: "长", count: 501)])
            #expect(long.status == 422)
            let past = try await desk.follow(
                "/slips/promises",
                [
                    "id": "p9", "staff": "yunqi-anran", "text": "x", "department": "y",
                    "due": "2025-06-01T10:00",
                ])
            #expect(past.contains("已经过了"))
            #expect(try await site.count("private_note") == 0, "a refusal keeps nothing")
        }
    }

    @Test func `everybody's are a tap away`() async throws {
        try await withServedSite { site in
            let desk = try await site.visitor(.desk)
            let page = try await desk.follow(
                "/slips/messages",
                ["id": "m1", "staff": "yunqi-anran", "text": "请回电", "view": "all"])
            #expect(page.contains("留言 · 安然"))
            #expect(try await desk.page("/slips").contains("没有等您办的"))
        }
    }
}
