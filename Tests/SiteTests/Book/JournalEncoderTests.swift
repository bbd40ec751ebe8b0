import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `The journal's encoder` {
    private enum Kind: String, Codable { case plain }

    private enum Event: Codable, Equatable {
        case nothing
        case one(String)
        case some(Int, at: Int64, why: String?)
        case nested([Event], by: [String: Int])
    }

    private struct Sample: Codable, Equatable {
        var text = "a \"quoted\" \\ / 来客\u{1}\n\t\u{7f}\u{2028}🙂"
        var empty = ""
        var number = -42
        var large = Int64.max
        var flag = false
        var rate = 0.25
        var missing: Int?
        var kind = Kind.plain
        var list: [Int?] = [1, nil, 3]
        var none: [Int] = []
        var table: [VisitID: [Bool]] = ["v1": [true]]
        var events: [Event] = [
            .nothing, .one(""), .some(1, at: -5, why: nil), .some(2, at: 0, why: "因"),
            .nested([.nested([], by: [:]), .nothing], by: ["来": 1]),
        ]
        var bytes: [UInt8] = [0, 255]
    }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try JournalEncoder.encode(value), as: UTF8.self)
    }

    /// The JSON as a tree in which the order of the fields does not count.
    private func tree(_ json: Data) throws -> NSObject {
        try #require(
            JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed) as? NSObject)
    }

    @Test func `says the same as Foundation's`() throws {
        let sample = Sample()
        let ours = Data(try JournalEncoder.encode(sample))
        #expect(try tree(ours) == tree(JSONEncoder().encode(sample)))
        #expect(try JSONDecoder().decode(Sample.self, from: ours) == sample)
    }

    @Test func `writes fields in the order of their declaration, always`() throws {
        let event = Event.some(1, at: 2, why: "w")
        #expect(try text(event) == #"{"some":{"_0":1,"at":2,"why":"w"}}"#)
        #expect(try text([Event.nothing, .one("x")]) == #"[{"nothing":{}},{"one":{"_0":"x"}}]"#)
        #expect(try Set((0..<20).map { _ in try text(Sample()) }).count == 1)
    }

    @Test func `writes single values and nothing at all`() throws {
        #expect(try text("a\u{8}/") == #""a\u0008/""#)
        #expect(try text(7) == "7")
        #expect(try text([Int]()) == "[]")
        #expect(try text(Int?.none) == "null")
        #expect(try text(StaffID("A")) == #""A""#)
    }

    @Test func `closes whatever is open, however deep it ended`() throws {
        let deep = Event.nested([.nested([.nested([], by: [:])], by: [:])], by: ["a": 1])
        let after = [deep, .nothing]
        let read = try JSONDecoder().decode([Event].self, from: Data(text(after).utf8))
        #expect(read == after)
    }

    @Test func `refuses numbers that JSON cannot say`() {
        #expect(throws: EncodingError.self) { try text([1, Double.nan]) }
    }

    @Test func `every event, reason and state of a day reads back as it was`() async throws {
        try await withBookWorld { world in
            let book = try await world.book()
            try await book.openDay()
            try await book.arrive("v1")
            try await book.ask(.presence(.leave("B", .personal, until: nil)), "leave")
            try await book.arrive("v2")
            try await book.ask(.visits(.finish("v1", logged: true)), "finish")
            let last = try await book.ask(.visits(.log("nobody")), "refused")
            let state = await book.state
            #expect(
                try JournalText.decode(SiteState.self, JournalText.encode(state)) == state)
            let stored = try await world.database.read {
                try world.journal.tail(after: 0, limit: 100, in: $0)
            }
            #expect(stored.last == last)
            #expect(stored.count == last.seq)
            #expect(stored.contains { $0.reasons.count > 2 })
        }
    }
}
