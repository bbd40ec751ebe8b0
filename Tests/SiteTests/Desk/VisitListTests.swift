import Database
@testable import HouseRules
import Testing

@testable import Site

@Suite struct `Today's visits` {
    /// Arrivals of a day, numbered from 1.
    private func fill(
        _ world: BookWorld, _ count: Int, on day: BusinessDay = monday,
        site: SiteID = BookWorld.site
    ) async throws {
        guard count > 0 else { return }
        let statements = (1...count).flatMap { number -> [SQL] in
            let visit = OpenVisit(
                visit: VisitID("\(day.text)-\(number)"), visitClass: .newFirst,
                arrivedAt: day.at(TimeOfDay(9, 0)).adding(seconds: number), person: nil,
                named: nil, number: number)
            let entry = Entry(
                seq: number, id: DecisionID("d-\(number)"), at: visit.arrivedAt,
                actor: BookWorld.desk, policyRevision: 0, command: .settleDue, outcome: .done,
                reasons: [], events: [.reception(.visitRegistered(visit))], hash: "")
            return ListWriter.visits.write(entry, site)
        }
        try await world.database.write { try $0.execute(batch: statements) }
    }

    private func page(
        _ number: Int, _ world: BookWorld
    ) async throws -> (numbers: [Int], pages: Int) {
        let found = try await world.database.read {
            try VisitList.page(number, of: BookWorld.site, on: monday, in: $0)
        }
        return (found.rows.map(\.number), found.pages)
    }

    @Test(arguments: BookBackend.available)
    func `stand latest first, thirty to a page`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            try await fill(world, 65)
            let first = try await page(1, world)
            #expect(first.numbers == Array((36...65).reversed()) && first.pages == 3)
            #expect(try await page(2, world).numbers == Array((6...35).reversed()))
            #expect(try await page(3, world).numbers == Array((1...5).reversed()))
        }
    }

    @Test(arguments: [(0, 1), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3)])
    func `make so many pages`(count: Int, pages: Int) async throws {
        try await withBookWorld { world in
            try await fill(world, count)
            let last = try await page(pages, world)
            #expect(last.pages == pages)
            #expect(last.numbers.isEmpty == (count == 0))
        }
    }

    @Test func `a page behind the last shows the last`() async throws {
        try await withBookWorld { world in
            try await fill(world, 31)
            #expect(try await page(99, world).numbers == [1])
        }
    }

    @Test func `hold nothing of another day or site`() async throws {
        try await withBookWorld { world in
            try await fill(world, 3)
            try await fill(world, 5, on: monday.adding(days: 1))
            try await fill(world, 7, site: "s2")
            let found = try await page(1, world)
            #expect(found.numbers == [3, 2, 1] && found.pages == 1)
        }
    }
}
