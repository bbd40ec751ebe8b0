import Database
import Foundation
import HouseRules
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(15))) struct `The openings of the demonstration` {
    private let today = BusinessDay(year: 2025, month: 6, day: 14)!

    private var openings: DemoOpenings {
        DemoOpenings(
            site: DemoWorld.cloud,
            people: People(site: DemoWorld.cloud.id, key: ServedSite.keys.person), today: today)
    }

    @Test func `are all granted by the rules, and only the one is ready`() {
        var state = SiteState()
        let start = today.adding(days: -1).at(TimeOfDay(9, 0))
        for step in openings.steps(from: start) {
            let ruling = state.rule(
                on: .selection(step.command), by: Actor("boss", step.role), under: Policy(),
                at: start.adding(seconds: step.minutes * 60))
            #expect(ruling.answer != nil, "\(step.name): \(ruling.reasons)")
        }
        let ready = state.selection.activities[DemoOpenings.selection]
        #expect(ready?.approvedAt != nil && ready?.isOrdered == true && ready?.gaps == [])
        #expect(ready?.units.count == 10 && ready?.roster.count == 12)
        let open = state.selection.activities[DemoOpenings.online]
        #expect(open?.approvedAt == nil && open?.rosterHash == nil && open?.roster.count == 12)
        #expect(open.map { $0.opensAt > today.adding(days: 1).start } == true)
    }

    @Test func `hold nobody's name in the journal, and tickets that differ`() throws {
        let steps = openings.steps(from: today.start)
        let text = try steps.map { try JournalText.encode($0.command) }.joined()
        for name in ["赵明远", "卫青禾", "13900007101"] { #expect(!text.contains(name)) }
        guard case .enter(_, let rows, _) = steps[1].command else {
            Issue.record("the second step is the roster")
            return
        }
        #expect(Set(rows.map(\.entry.ticket)).count == 12)
        #expect(Set(steps.map(\.name)).count == steps.count)
        #expect(steps.map(\.minutes) == steps.map(\.minutes).sorted())
    }

    @Test(arguments: [0, 2])
    func `stand on the site, with or without a past`(days: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "anchang-demo-openings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var settings = ServerSettings(
            database: folder.appending(path: "demo.sqlite").path, keys: ServedSite.keys,
            policies: ServedSite.policies)
        settings.web.passwordCost = .cheap
        let clock = StoppedClock(at: today.at(TimeOfDay(8, 20)).milliseconds)
        let server = try await SiteServer(settings, surroundings: .fixed(clock: clock))
        for _ in 1...2 { try await DemoWorld(server, days: days).open() }
        let activities = try await server.shelf.book(DemoWorld.cloud.id).state.selection.activities
        #expect(Set(activities.keys) == [DemoOpenings.selection, DemoOpenings.online])
        #expect(activities[DemoOpenings.selection]?.approvedAt != nil)
        let terrace = try await server.shelf.book(DemoWorld.terrace.id).state.selection
        #expect(terrace.activities.isEmpty)
        let people = try await server.database.read { transaction in
            try transaction.row(
                "SELECT count(*) AS n FROM person WHERE person LIKE 'p-demo-yunqi-buyer-%'"
            )?.int("n")
        }
        #expect(people == 12)
        await server.close()
    }
}
