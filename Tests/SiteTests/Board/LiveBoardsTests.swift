import Foundation
import HouseRules
import NIOCore
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `Boards that follow by themselves` {
    private func text(_ frames: [ByteBuffer]?) -> String {
        (frames ?? []).map { String(buffer: $0) }.joined()
    }

    private func boards(_ site: ServedSite, _ hub: LiveHub) -> LiveBoards {
        let database = site.server.database
        let house = House(
            database: database, shelf: site.server.shelf,
            names: StaffNames(database: database, surroundings: site.server.surroundings),
            personKey: ServedSite.keys.person,
            clauses: ClauseShelf(read: PackReader(folder: ServedSite.policies).read),
            outbox: Outbox(key: ServedSite.keys.person),
            attachments: AttachmentShelf(
                folder: FileManager.default.temporaryDirectory, key: ServedSite.keys.person))
        return LiveBoards(house: house, hub: hub, surroundings: site.server.surroundings)
    }

    /// Follows the book; changes before somebody subscribed would be nobody's.
    private func follow(_ boards: LiveBoards, _ book: SiteBook) async throws {
        boards.follow(book)
        #expect(try await eventually { await !book.subscribers.isEmpty })
    }

    /// What a listener gets until a text was among it, and in how many pieces.
    private func hear(
        _ listener: LiveListener, until end: String
    ) async throws -> (text: String, pieces: Int) {
        var heard = ""
        var pieces = 0
        while !heard.contains(end) {
            guard let frames = await listener.next() else {
                Issue.record("the stream ended before \(end)")
                break
            }
            heard += text(frames)
            pieces += 1
        }
        return (heard, pieces)
    }

    private func away(_ person: ServedSite.Person) -> Command {
        .presence(.leave(person.staff, .personal, until: nil))
    }

    @Test func `a change reaches whoever listens`() async throws {
        try await withServedSite { site in
            let hub = LiveHub(limit: 10, heartbeat: .seconds(60))
            let boards = boards(site, hub)
            let book = try await site.book
            let listener = hub.enter([LiveBoards.topic(ServedSite.site)])
            try await follow(boards, book)
            try await site.ask(away(.anran))
            let seq = await book.seq
            let heard = try await hear(listener, until: "event: change\nid: \(seq)\n").text
            #expect(heard.contains("event: board\nid: \(seq)\n"))
            #expect(heard.contains("data-staff=\"yunqi-anran\"") && heard.contains("因私离开"))
            boards.stop()
        }
    }

    @Test func `changes close together are shown as one, the last`() async throws {
        try await withServedSite { site in
            let hub = LiveHub(limit: 10, heartbeat: .seconds(60))
            let boards = boards(site, hub)
            let book = try await site.book
            let listener = hub.enter([LiveBoards.topic(ServedSite.site)])
            try await follow(boards, book)
            for _ in 0..<10 {
                try await site.ask(away(.anran))
                try await site.ask(.presence(.comeBack(ServedSite.Person.anran.staff)))
            }
            let end = "event: change\nid: \(await book.seq)\n"
            let pieces = try await hear(listener, until: end).pieces
            #expect(pieces < 20)
            boards.stop()
        }
    }

    @Test func `a site that nobody watches is not rendered, another site hears nothing`()
        async throws
    {
        try await withServedSite { site in
            let hub = LiveHub(limit: 10, heartbeat: .seconds(60))
            let boards = boards(site, hub)
            let stranger = hub.enter([LiveBoards.topic("elsewhere")])
            let book = try await site.book
            try await follow(boards, book)
            try await site.ask(away(.anran))
            let listener = hub.enter([LiveBoards.topic(ServedSite.site)])
            try await site.ask(away(.baiyu))
            _ = try await hear(listener, until: "event: change\nid: \(await book.seq)\n")
            stranger.close()
            #expect(await stranger.next() == nil)
            boards.stop()
        }
    }

    @Test func `nothing comes after it was stopped`() async throws {
        try await withServedSite { site in
            let hub = LiveHub(limit: 10, heartbeat: .seconds(60))
            let boards = boards(site, hub)
            let listener = hub.enter([LiveBoards.topic(ServedSite.site)])
            let book = try await site.book
            try await follow(boards, book)
            try await site.ask(away(.anran))
            _ = try await hear(listener, until: "event: change\nid: \(await book.seq)\n")
            boards.stop()
            try await Task.sleep(for: .milliseconds(100))
            try await site.ask(away(.baiyu))
            try await Task.sleep(for: .milliseconds(100))
            listener.beat()
            #expect(text(await listener.next()) == ": \n\n")
        }
    }

    @Test func `the present comes with the number of the journal`() async throws {
        try await withServedSite { site in
            let boards = boards(site, LiveHub(limit: 10, heartbeat: .seconds(60)))
            let book = try await site.book
            let events = try await boards.events(book)
            let seq = Int64(await book.seq)
            #expect(events.map(\.name) == ["board", "change"] && events.map(\.id) == [seq, seq])
            #expect(try await boards.view(book).lines.map(\.name) == ["安然", "白榆", "岑山", "丁一"])
        }
    }
}
