import Database
import Foundation
import HouseRules
import Testing

@testable import Site

/// How many seeds are run; `ANCHANG_SEEDS` asks for more, `ANCHANG_SEED` for one alone.
private let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    if let one = environment["ANCHANG_SEED"].flatMap(UInt64.init) { return [one] }
    let count = environment["ANCHANG_SEEDS"].flatMap(UInt64.init) ?? 6
    return Array(1...max(1, count))
}()

@Suite(.serialized) struct `Simulated days` {
    @Test(arguments: SimulationBackend.available, seeds)
    func `with crashes and two processes keep every promise`(
        _ backend: SimulationBackend, seed: UInt64
    ) async throws {
        try await withFreshTables(backend) { location in
            let site = try await SimulatedSite(seed: seed, location: location)
            try await site.enroll()
            for _ in 1...3 { try await site.day(steps: 70) }
            for fault in try await faults(of: site) {
                Issue.record("ANCHANG_SEED=\(seed) \(backend): \(fault)")
            }
            try await site.close()
        }
    }

    @Test func `are full of events, so that the promises mean something`() async throws {
        try await withFreshTables(.sqlite) { location in
            let site = try await SimulatedSite(seed: 4, location: location)
            try await site.enroll()
            for _ in 1...3 { try await site.day(steps: 70) }
            let entries = try await allEntries(of: site)
            #expect(entries.count > 200)
            #expect(site.crashes > 0)
            #expect(entries.contains { $0.outcome == nil })
            let lines = entries.flatMap { $0.events.flatMap(ListWriter.ledgerLines) }
            for effect in [LedgerEffect.counted, .forfeited, .makeupGranted, .advanceTaken] {
                #expect(lines.contains { $0.effect == effect }, "no \(effect)")
            }
            try await site.close()
        }
    }

    @Test func `show a promise that is broken`() async throws {
        try await withFreshTables(.sqlite) { location in
            let site = try await SimulatedSite(seed: 4, location: location)
            try await site.enroll()
            try await site.day(steps: 40)
            let before = try await faults(of: site)
            #expect(before == [])
            _ = try await site.databases[0].real.write { transaction in
                try transaction.execute("UPDATE visit_row SET receptionist = 'somebody'")
            }
            let after = try await faults(of: site)
            #expect(after == ["the lists are not what the journal says"])
            let entries = try await allEntries(of: site)
            let doubled = DayInvariants(
                entries: entries + entries, state: SiteState(), policy: site.policy)
            #expect(doubled.faults.contains { $0.contains("two receptionists") })
            #expect(doubled.faults.contains { $0.contains("an id stands twice") })
            try await site.close()
        }
    }

    private func allEntries(of site: SimulatedSite) async throws -> [Entry] {
        try await site.databases[0].real.read { [journal = site.journal] in
            try journal.tail(after: 0, limit: .max, in: $0)
        }
    }

    private func faults(of site: SimulatedSite) async throws -> [String] {
        let database = site.databases[0].real
        let states = try await site.states()
        let (replayed, _) = try await site.journal.replay(in: database)
        let entries = try await allEntries(of: site)
        var faults = DayInvariants(entries: entries, state: replayed, policy: site.policy).faults
        if states.contains(where: { $0 != replayed }) {
            faults.append("a state in memory is not the fold of the journal")
        }
        if let fault = try await site.journal.verify(in: database).fault {
            faults.append("the chain: \(fault)")
        }
        let stored = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
        for (id, record) in site.answered where stored[id] != record {
            faults.append("the answered decision \(id) is not in the journal")
        }
        let lists = try await lists(in: database)
        try await site.journal.rebuild(ListWriter.reception, in: database)
        if try await self.lists(in: database) != lists {
            faults.append("the lists are not what the journal says")
        }
        return faults
    }

    private func lists(in database: any Database) async throws -> [String] {
        let orders: [SQL] = [
            "SELECT * FROM decision_row ORDER BY seq", "SELECT * FROM visit_row ORDER BY visit",
            "SELECT * FROM turn_ledger ORDER BY seq, ordinal",
            "SELECT * FROM call_row ORDER BY call", "SELECT * FROM day_row ORDER BY day",
            "SELECT * FROM sheet_row ORDER BY day, kind, position",
        ]
        return try await database.read { transaction in
            try orders.flatMap { try transaction.rows($0).map { "\($0.values)" } }
        }
    }
}
