import HouseRules
import Synchronization
import Testing

@testable import Site

@Suite struct `The shelf of clauses` {
    private static let read = PackReader(folder: ServedSite.policies).read

    private func publish(_ name: String, _ book: SiteBook, days: Int) async throws {
        let text = try SourceText.read(path: "\(ServedSite.policies)/\(name).yaml")
        try await book.publish(
            PolicyDraft(
                body: text, effectiveFrom: BookWorld.morning.adding(seconds: days * 86_400),
                author: "admin", note: "n"))
    }

    private func book(_ world: BookWorld) async throws -> SiteBook {
        try await world.book { setting in
            setting.readPolicy = { try Self.read($0).revisions.last!.policy }
        }
    }

    @Test func `is empty before the first revision`() async throws {
        try await withBookWorld { (world) async throws in
            let shelf = ClauseShelf(read: Self.read)
            #expect(try await shelf.pack(of: book(world)) == nil)
        }
    }

    @Test func `holds the pack that was published last`() async throws {
        try await withBookWorld { (world) async throws in
            let book = try await book(world)
            let shelf = ClauseShelf(read: Self.read)
            try await publish("P001", book, days: 1)
            #expect(await shelf.pack(of: book)?.name == "P001")
            try await publish("P002A", book, days: 2)
            #expect(await shelf.pack(of: book)?.name == "P002A")
        }
    }

    @Test func `reads a revision once`() async throws {
        try await withBookWorld { (world) async throws in
            let book = try await book(world)
            let reads = Mutex(0)
            let shelf = ClauseShelf { text in
                reads.withLock { $0 += 1 }
                return try Self.read(text)
            }
            try await publish("P001", book, days: 1)
            for _ in 0..<5 { #expect(await shelf.pack(of: book) != nil) }
            #expect(reads.withLock { $0 } == 1)
            try await publish("P001", book, days: 2)
            for _ in 0..<5 { #expect(await shelf.pack(of: book) != nil) }
            #expect(reads.withLock { $0 } == 2)
        }
    }

    @Test func `a pack that cannot be read leaves the pages without its words, not without pages`()
        async throws
    {
        struct Torn: Error {}
        try await withBookWorld { (world) async throws in
            let book = try await book(world)
            try await publish("P001", book, days: 1)
            let shelf = ClauseShelf { _ in throw Torn() }
            #expect(await shelf.pack(of: book) == nil)
        }
    }
}
