import Database
import HouseRules
import Testing

@testable import Site

@Suite struct ReplayJournalTests {
    @Test(arguments: BookBackend.available)
    func `A replay becomes a real journal whose chain holds`(backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            let report = try await CallReplay.run(
                ReplayCalls.byHand, under: Policy(), into: world.database, site: BookWorld.site,
                key: world.setting.key)
            #expect(report.chainFault == nil)
            #expect(report.isBalanced)
            #expect(try await world.count("journal") == report.decisions)
            #expect(
                try await world.journal.verify(in: world.database).checked == report.decisions)
            #expect(try await world.count("call_row") == report.total.calls)
        }
    }

    @Test func `A book opened on the journal knows what the replay knew`() async throws {
        try await withBookWorld { world in
            let records = ReplayCalls.random(3)
            let report = try await CallReplay.run(
                records, under: Policy(), into: world.database, site: BookWorld.site,
                key: world.setting.key)
            var state = SiteState()
            _ = try CallReplay.run(records, under: Policy(), options: .init()) {
                for event in $0.ruling.events { state.apply(event) }
            } chainFault: {
                nil
            }
            let book = try await world.book()
            #expect(await book.head.seq == report.decisions)
            #expect(await book.state == state)
            await book.close()
        }
    }

    @Test func `A journal that has entries is left alone`() async throws {
        try await withBookWorld { world in
            let run = {
                try await CallReplay.run(
                    ReplayCalls.byHand, under: Policy(), into: world.database,
                    site: BookWorld.site, key: world.setting.key)
            }
            let report = try await run()
            await #expect(throws: ReplayJournalInUse(site: BookWorld.site)) { try await run() }
            #expect(try await world.count("journal") == report.decisions)
        }
    }
}
