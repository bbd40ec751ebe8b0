import Database
import Foundation
import HouseRules
import Testing

@testable import Site

/// How many seeds are run; `ANCHANG_SEEDS` asks for more, `ANCHANG_SEED` for one alone.
let seeds: [UInt64] = {
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
            let site = try await SimulatedSite(DeskCrowd(seed: seed), location: location)
            try await site.begin()
            for _ in 1...3 { try await site.day(steps: 70) }
            for fault in try await site.faults() + site.deskFaults() {
                Issue.record("ANCHANG_SEED=\(seed) \(backend): \(fault)")
            }
            try await site.close()
        }
    }

    @Test(arguments: SimulationBackend.available, seeds)
    func `of an opening and the office sell no unit twice and lose no money`(
        _ backend: SimulationBackend, seed: UInt64
    ) async throws {
        try await withFreshTables(backend) { location in
            let site = try await SimulatedSite(SellingCrowd(seed: seed), location: location)
            try await site.begin()
            for _ in 1...2 { try await site.day(steps: 110) }
            for fault in try await site.faults() + SalesInvariants(site.allEntries()).faults {
                Issue.record("ANCHANG_SEED=\(seed) \(backend): \(fault)")
            }
            try await site.close()
        }
    }

    @Test func `of selling see units sold, holds that run out, money given back`() async throws {
        let wanted: Set = [
            "confirmed", "lapsed", "paid", "contracted", "cancelled", "event", "refunded", "unpaid",
        ]
        var told: Set<String> = []
        // Two processes take turns as the machine lets them, so that no seed tells all each time.
        for seed in UInt64(1)...60 where !wanted.isSubset(of: told) {
            try await withFreshTables(.sqlite) { location in
                let site = try await SimulatedSite(SellingCrowd(seed: seed), location: location)
                try await site.begin()
                for _ in 1...2 { try await site.day(steps: 110) }
                for event in try await site.allEntries().flatMap(\.events) {
                    switch event {
                    case .sales(.moved(let move)): told.insert("\(move.cause)")
                    case .sales(.refunded): told.insert("refunded")
                    case .selection(.released(_, _, let cause, _)): told.insert("\(cause)")
                    default: break
                    }
                }
                try await site.close()
            }
        }
        #expect(wanted.subtracting(told) == [], "\(told.sorted())")
    }

    @Test func `of selling show a unit that is sold twice and money that is lost`() async throws {
        try await withFreshTables(.sqlite) { location in
            let site = try await SimulatedSite(SellingCrowd(seed: 2), location: location)
            try await site.begin()
            for _ in 1...2 { try await site.day(steps: 110) }
            let entries = try await site.allEntries()
            #expect(SalesInvariants(entries).faults == [])
            let again = SalesInvariants(entries + entries).faults
            #expect(again.contains { $0.contains("was not") })
            let first = try #require(
                entries.firstIndex { entry in
                    entry.events.contains {
                        if case .sales(.moneyTaken) = $0 { true } else { false }
                    }
                })
            var blind = entries
            blind.remove(at: first)
            #expect(SalesInvariants(blind).faults.contains { $0.contains("no receipt 1") })
            try await site.close()
        }
    }

    @Test func `are full of events, so that the promises mean something`() async throws {
        try await withFreshTables(.sqlite) { location in
            let site = try await SimulatedSite(DeskCrowd(seed: 4), location: location)
            try await site.begin()
            for _ in 1...3 { try await site.day(steps: 70) }
            let entries = try await site.allEntries()
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
            let site = try await SimulatedSite(DeskCrowd(seed: 4), location: location)
            try await site.begin()
            try await site.day(steps: 40)
            let before = try await site.faults() + site.deskFaults()
            #expect(before == [])
            _ = try await site.databases[0].real.write { transaction in
                try transaction.execute("UPDATE visit_row SET receptionist = 'somebody'")
            }
            let after = try await site.faults()
            #expect(after == ["the lists are not what the journal says"])
            let entries = try await site.allEntries()
            let doubled = DayInvariants(
                entries: entries + entries, state: SiteState(), policy: site.policy)
            #expect(doubled.faults.contains { $0.contains("two receptionists") })
            #expect(doubled.faults.contains { $0.contains("an id stands twice") })
            try await site.close()
        }
    }
}
