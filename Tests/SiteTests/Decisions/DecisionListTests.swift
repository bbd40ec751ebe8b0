import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `The list of decisions` {
    /// Rows of the list straight from entries, numbered from 1; every third is a refusal, and the
    /// second half is a day later.
    private func fill(_ world: BookWorld, _ count: Int, site: SiteID = BookWorld.site) async throws
    {
        let statements = (1...count).flatMap { seq -> [SQL] in
            let isRefused = seq % 3 == 0
            let moment = seq > count / 2 ? mondayAt(9, 0).adding(seconds: 86_400) : mondayAt(9, 0)
            let entry = Entry(
                seq: seq, id: DecisionID("\(site)-\(seq)"), at: moment.adding(seconds: seq),
                actor: BookWorld.manager, policyRevision: 0, command: .sheet(.confirm),
                outcome: isRefused ? nil : .done,
                reasons: isRefused ? [.refused(.sheetExists)] : [], events: [], hash: "")
            return ListWriter.decisions.write(entry, site)
        }
        try await world.database.write { try $0.execute(batch: statements) }
    }

    private func page(
        _ world: BookWorld, before: Int = .max, _ filter: DecisionFilter = DecisionFilter()
    ) async throws -> (seqs: [Int], hasMore: Bool) {
        let found = try await world.database.read {
            try DecisionList.page(before: before, of: BookWorld.site, filter, in: $0)
        }
        return (found.rows.map(\.seq), found.hasMore)
    }

    @Test(arguments: BookBackend.available)
    func `goes back page by page without gaps or repeats`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            try await fill(world, 120)
            let first = try await page(world)
            #expect(first.seqs == Array((71...120).reversed()) && first.hasMore)
            let second = try await page(world, before: 71)
            #expect(second.seqs == Array((21...70).reversed()) && second.hasMore)
            let last = try await page(world, before: 21)
            #expect(last.seqs == Array((1...20).reversed()) && !last.hasMore)
            #expect(try await page(world, before: 1).seqs.isEmpty)
        }
    }

    @Test(arguments: [(49, false), (50, false), (51, true)])
    func `knows whether there is more`(count: Int, hasMore: Bool) async throws {
        try await withBookWorld { world in
            try await fill(world, count)
            let found = try await page(world)
            #expect(found.hasMore == hasMore && found.seqs.count == min(50, count))
        }
    }

    @Test(arguments: BookBackend.available)
    func `shows refusals only when asked to`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            try await fill(world, 12)
            let found = try await page(world, DecisionFilter(refusedOnly: true))
            #expect(found.seqs == [12, 9, 6, 3] && !found.hasMore)
        }
    }

    @Test(arguments: BookBackend.available)
    func `shows one day when asked to`(_ backend: BookBackend) async throws {
        try await withBookWorld(backend) { world in
            try await fill(world, 10)
            #expect(try await page(world, DecisionFilter(day: monday)).seqs == [5, 4, 3, 2, 1])
            let next = DecisionFilter(refusedOnly: true, day: monday.adding(days: 1))
            #expect(try await page(world, next).seqs == [9, 6])
            let empty = DecisionFilter(day: monday.adding(days: 2))
            #expect(try await page(world, empty).seqs.isEmpty)
        }
    }

    @Test func `shows nothing of another site`() async throws {
        try await withBookWorld { world in
            try await fill(world, 4)
            try await fill(world, 9, site: "s2")
            #expect(try await page(world).seqs == [4, 3, 2, 1])
        }
    }
}

@Suite struct `The page of decisions` {
    private func html(
        _ rows: [DecisionListPage.Line] = [], older: Int? = nil,
        _ filter: DecisionFilter = DecisionFilter()
    ) -> String {
        DecisionListPage(rows: rows, older: older, filter: filter).html.string
    }

    private func line(staff: StaffID? = "A", refused: Bool = false) async throws
        -> DecisionListPage.Line
    {
        let entry = madeEntry(
            .presence(.waive("A")), refused ? nil : .receptionist("A", .counted),
            reasons: refused ? [.refused(.waiverNotInUse)] : [])
        return try await withBookWorld { world in
            let statements = ListWriter.decisions.write(entry, BookWorld.site)
            try await world.database.write { try $0.execute(batch: statements) }
            let found = try await world.database.read {
                try DecisionList.page(
                    before: .max, of: BookWorld.site, DecisionFilter(), in: $0)
            }
            return DecisionListPage.Line(try #require(found.rows.first), houseDirectory)
        }
    }

    @Test func `says why it is empty`() {
        #expect(html().contains("没有符合条件的裁定") && !html().contains("<table"))
    }

    @Test func `tells what was asked, what came of it, for whom and by whom`() async throws {
        let text = plainWords(html([try await line()]))
        #expect(text.contains("6月2日 周一 10:00:05 弃站 派客 安然 丁一"))
        #expect(html([try await line()]).contains("href=\"/decisions/d-12\""))
    }

    @Test func `shows the code of a refusal instead of an outcome`() async throws {
        let text = html([try await line(refused: true)])
        #expect(text.contains("badge tone-stop") && text.contains("WAIVER_NOT_IN_USE"))
        #expect(!text.contains("没有办成</td>"))
    }

    @Test func `leads to older ones with the same filter`() {
        #expect(!html(older: nil).contains("更早的"))
        #expect(html(older: 71).contains("href=\"/decisions?before=71\""))
        let filter = DecisionFilter(refusedOnly: true, day: monday)
        let text = html(older: 71, filter)
        #expect(text.contains("href=\"/decisions?before=71&amp;refused=1&amp;day=2025-06-02\""))
    }

    @Test func `keeps the filter in its form`() {
        #expect(!html().contains(" checked"))
        let text = html([], DecisionFilter(refusedOnly: true, day: monday))
        #expect(text.contains("value=\"1\" checked") && text.contains("value=\"2025-06-02\""))
    }
}
