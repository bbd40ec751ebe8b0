import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `A board that was shown before` {
    private func status(_ view: BoardView, _ person: ServedSite.Person) -> String? {
        view.lines.first { $0.staff == person.staff.rawValue }?.presence
    }

    @Test func `is shown again as long as nothing happens`() async throws {
        try await withServedSite { served in
            let book = try await served.book
            let first = try await served.server.live.view(book)
            let again = try await served.server.live.view(book)
            #expect(first.fragment === again.fragment)
            #expect(BoardFragment(board: first).html == BoardFragment(board: again).html)
        }
    }

    @Test func `changes with the next decision`() async throws {
        try await withServedSite { served in
            let book = try await served.book
            let before = try await served.server.live.view(book)
            try await served.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
            let after = try await served.server.live.view(book)
            #expect(status(before, .anran) == "on_stand")
            #expect(status(after, .anran) == "receiving_turn")
            #expect(BoardFragment(board: before).html != BoardFragment(board: after).html)
        }
    }

    @Test func `changes when an absence runs out, though nothing is written`() async throws {
        try await withServedSite { served in
            let book = try await served.book
            let until = ServedSite.now.adding(seconds: 60)
            try await served.ask(
                .presence(.leave(ServedSite.Person.baiyu.staff, .official, until: until)))
            let before = try await served.server.live.view(book)
            served.clock.advance(by: .seconds(62))
            let after = try await served.server.live.view(book)
            #expect(status(before, .baiyu) == "away_official")
            #expect(status(after, .baiyu) == "away_personal")
        }
    }

    @Test func `changes with the names`() async throws {
        try await withServedSite { served in
            let book = try await served.book
            _ = try await served.server.live.view(book)
            _ = try await served.server.database.write {
                try $0.execute("UPDATE account SET display_name = '安苒' WHERE login = 'anran'")
            }
            served.clock.advance(by: .milliseconds(10_000))
            let after = try await served.server.live.view(book)
            #expect(after.lines.contains { $0.name == "安苒" })
        }
    }

    @Test func `has today's visits beside it, the newest included`() async throws {
        try await withServedSite { served in
            let desk = try await served.visitor(.desk)
            let empty = try await desk.get("/reception")
            #expect(empty.text.contains("还没有来客"))
            try await served.ask(.visits(.register(Arrival("v1", .newFirst))), by: .desk)
            let one = try await desk.get("/reception")
            #expect(one.text.contains("接待中"))
            try await served.ask(.visits(.finish("v1", logged: true)), by: .desk)
            let done = try await desk.get("/reception")
            #expect(done.text.contains("已送客") && !done.text.contains("接待中"))
        }
    }
}
