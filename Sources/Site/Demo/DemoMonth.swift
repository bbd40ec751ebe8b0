import Database
import HouseRules

/// What lies behind a demonstration site: a month told day by day, and the present day so far.
///
/// Ids are made of days and counts and the story of its seed, so that two processes, or one that
/// was ended in the middle and starts again, write the same month once.
struct DemoMonth: Sendable {
    let site: DemoWorld.DemoSite
    let book: SiteBook
    let server: SiteServer

    private var now: Moment { Moment(milliseconds: server.surroundings.now()) }

    /// What begins the id of the first decision of a month.
    private var firstID: String { "demo-\(site.id)-" }

    /// Writes the month that ends yesterday, and today up to the last whole ten minutes.
    func write(_ days: Int) async throws {
        let now = now
        let today = now.day
        guard let first = try await firstDay(today.adding(days: -days)) else { return }
        do {
            var story = await DemoStory(
                site: site, policy: book.policy(at: now).policy, key: server.settings.keys.person,
                state: first.isNew ? SiteState() : book.state)
            if first.isNew {
                story.found(on: first.day, weeks: days / 7 + 3)
                story.prepareOpenings(of: today)
                story.openSales()
                story.suspendsOn = today.adding(days: -1)
                for number in 0..<days where first.day.adding(days: number) < today {
                    let day = first.day.adding(days: number)
                    story.tell(day, until: day.adding(days: 1).start)
                    story.tellSales(number)
                    try await book.perform(inOrder: story.takeSteps())
                }
            }
            try await tellToday(&story, now)
        } catch is DecisionIDReused {
            // Another process tells another part of the story; one of them is enough.
            return
        }
    }

    /// The present day as far as it has come, from the morning on; before that there is nothing to
    /// tell, and after hours the last groups have just left.
    private func tellToday(_ story: inout DemoStory, _ now: Moment) async throws {
        let today = now.day
        guard now >= today.at(TimeOfDay(9, 30)), await book.state.rotation.day != today else {
            return
        }
        let tenMinutes: Int64 = 600_000
        let until = Moment(milliseconds: now.milliseconds / tenMinutes * tenMinutes)
        story.tell(today, until: until, isPresent: true)
        try await book.perform(inOrder: story.takeSteps())
    }

    /// Where the month begins, and whether it is still to be written: not on a site that has a
    /// history of another kind or a complete month.
    private func firstDay(_ usual: BusinessDay) async throws -> (day: BusinessDay, isNew: Bool)? {
        let site = site.id
        let row = try await server.database.read { transaction in
            try transaction.row(
                """
                SELECT id, day FROM decision_row WHERE site = \(site) ORDER BY seq LIMIT 1
                """
            ).map { (try $0.text("id"), BusinessDay(number: Int(try $0.int("day")))) }
        }
        guard let row else { return (usual, true) }
        guard row.0.hasPrefix("\(firstID)\(row.1.text)-") else { return nil }
        let isComplete = await book.state.rotation.day.map { $0 >= usual } ?? false
        return (row.1, !isComplete)
    }
}
