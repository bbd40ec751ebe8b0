import Database
import HouseRules
import Testing

@testable import Site

/// A pack as these tests write it: the name of a mechanism.
private func readMechanism(_ body: String) throws -> Policy {
    guard let mechanism = Mechanism(rawValue: body) else { throw Unreadable() }
    var policy = Policy()
    policy.rotation.mechanism = mechanism
    return policy
}

private struct Unreadable: Error {}

@Suite struct `Revisions of the rules` {
    private func draft(_ body: String, afterSeconds seconds: Int) -> PolicyDraft {
        PolicyDraft(
            body: body, effectiveFrom: BookWorld.morning.adding(seconds: seconds), author: "boss",
            note: "测试")
    }

    @Test(arguments: BookBackend.available)
    func `govern from their moment on and are named in each entry`(
        _ backend: BookBackend
    ) async throws {
        try await withBookWorld(backend) { world in
            let book = try await world.book { $0.readPolicy = readMechanism }
            let other = try await world.book { $0.readPolicy = readMechanism }
            try await book.publish(draft("tally", afterSeconds: 100))
            try await book.publish(draft("ring", afterSeconds: 200))
            var revisions: [Int] = []
            for step in 0...2 {
                let entry = try await other.ask(.settleDue, "s\(step)")
                revisions.append(entry.policyRevision)
                try await other.refresh()
                world.clock.advance(by: .seconds(100))
            }
            #expect(revisions == [0, 1, 2])
            let shelf = await book.policies
            let mechanisms = [0, 150, 200, 999].map { seconds in
                let moment = BookWorld.morning.adding(seconds: seconds)
                return shelf.policy(at: moment).policy.rotation.mechanism
            }
            #expect(mechanisms == [.ring, .tally, .ring, .ring])
            #expect(await other.policyRevisions == book.policyRevisions)
            #expect(await other.policy(revision: 1)?.rotation.mechanism == .tally)
            #expect(await other.policy(revision: 9) == nil)
        }
    }

    @Test func `of one moment are settled by the last one published`() async throws {
        try await withBookWorld { world in
            let book = try await world.book { $0.readPolicy = readMechanism }
            try await book.publish(draft("ring", afterSeconds: 500))
            try await book.publish(draft("ring", afterSeconds: 100))
            try await book.publish(draft("tally", afterSeconds: 100))
            let shelf = await book.policies
            let found = [0, 100, 499, 500].map { seconds in
                shelf.policy(at: BookWorld.morning.adding(seconds: seconds)).revision
            }
            #expect(found == [0, 3, 3, 1])
        }
    }

    @Test func `that cannot be read are not published`() async throws {
        try await withBookWorld { world in
            let book = try await world.book { $0.readPolicy = readMechanism }
            await #expect(throws: Unreadable.self) {
                try await book.publish(draft("rubbish", afterSeconds: 0))
            }
            #expect(try await world.count("policy_revision") == 0)
        }
    }

    @Test(arguments: ["body = 'tally'", "effective_from = 1", "author = 'x'", "note = 'x'"])
    func `that were changed afterwards are refused`(_ change: String) async throws {
        try await withBookWorld { world in
            let book = try await world.book { $0.readPolicy = readMechanism }
            try await book.publish(draft("ring", afterSeconds: 0))
            try await world.run("UPDATE policy_revision SET \(sql: SQL(literal: change))")
            await #expect(throws: PolicyChanged(revision: 1)) { try await world.book() }
        }
    }

    @Test func `published at once by two processes get two numbers`() async throws {
        try await withBookWorld { world in
            let one = try await world.book { $0.readPolicy = readMechanism }
            let two = try await world.book { $0.readPolicy = readMechanism }
            async let first = one.publish(draft("ring", afterSeconds: 0))
            async let second = two.publish(draft("tally", afterSeconds: 0))
            let numbers = try await Set([first.revision, second.revision])
            #expect(numbers == [1, 2])
        }
    }
}

@Suite struct `The shelf of sites` {
    @Test func `opens a book once, and only of sites there are`() async throws {
        try await withBookWorld { world in
            let shelf = SiteShelf(world.setting, following: false)
            await #expect(throws: UnknownSite(site: "s1")) { try await shelf.book("s1") }
            try await shelf.create("s1", name: "紫荆花园")
            try await shelf.create("s1", name: "其他名字")
            #expect(try await shelf.sites().map(\.name) == ["紫荆花园"])
            async let one = shelf.book("s1")
            async let two = shelf.book("s1")
            let (first, second) = try await (one, two)
            #expect(first === second)
            await shelf.close()
        }
    }

    @Test func `lets idle books go, but none that is watched`() async throws {
        try await withBookWorld { world in
            let shelf = SiteShelf(world.setting, following: false)
            try await shelf.create("s1", name: "一")
            try await shelf.create("s2", name: "二")
            let idle = try await shelf.book("s1")
            try await idle.ask(.settleDue, "x")
            let watched = try await shelf.book("s2")
            let updates = await watched.subscribe()
            world.clock.advance(by: .seconds(1000))
            await shelf.closeIdle(after: .seconds(900))
            #expect(try await shelf.book("s1") !== idle)
            #expect(try await shelf.book("s2") === watched)
            #expect(try await world.count("site_snapshot") == 1, "an idle book leaves a snapshot")
            _ = updates
            await shelf.close()
        }
    }

    @Test func `keeps the journals of its sites apart`() async throws {
        try await withBookWorld { world in
            let shelf = SiteShelf(world.setting, following: false)
            try await shelf.create("s1", name: "一")
            try await shelf.create("s2", name: "二")
            let (one, two) = try await (shelf.book("s1"), shelf.book("s2"))
            try await one.ask(.roster(.enroll("A")), "same")
            try await two.ask(.roster(.enroll("B")), "same")
            #expect(await one.state.rotation.members.map(\.staff) == ["A"])
            #expect(await two.state.rotation.members.map(\.staff) == ["B"])
            await shelf.close()
        }
    }
}
