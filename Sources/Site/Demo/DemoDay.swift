import HouseRules

/// Today on a demonstration site: all clock in, the sheet is out, the first groups are there.
///
/// Every step has an id made of the day, so that it is done once whoever does it.
struct DemoDay: Sendable {
    let site: DemoWorld.DemoSite
    let book: SiteBook
    let server: SiteServer

    private var now: Moment { Moment(milliseconds: server.surroundings.now()) }

    private var manager: Actor {
        let person = site.people.first { $0.role == .salesManager }!
        return Actor(site.staff(person), .salesManager)
    }

    private var desk: Actor {
        let person = site.people.first { $0.role == .frontDeskSecretary }!
        return Actor(site.staff(person), .frontDeskSecretary)
    }

    /// Lets the day begin unless it has begun.
    func begin() async throws {
        let today = now.day
        if await book.seq == 0 { try await prepareOpenings(today) }
        for person in site.consultants where await !isEnrolled(site.staff(person)) {
            try await step("enroll-\(person.login)", .roster(.enroll(site.staff(person))), manager)
        }
        try await DemoUnits(site: site, book: book, server: server).open()
        guard await book.state.rotation.day != today else { return }
        let present = site.consultants.dropLast(site.consultants.count > 5 ? 1 : 0)
        for person in present {
            try await step(
                "\(today.text)-in-\(person.login)", .presence(.clockIn(site.staff(person))), desk)
        }
        try await step("\(today.text)-sheet", .sheet(.publish), manager)
        try await step("\(today.text)-confirm", .sheet(.confirm), manager)
        try await receive(today)
    }

    /// On a site without a past: the openings were prepared on the day before.
    private func prepareOpenings(_ today: BusinessDay) async throws {
        guard site.id == DemoWorld.cloud.id else { return }
        let people = People(site: site.id, key: server.settings.keys.person)
        let start = today.adding(days: -1).at(TimeOfDay(9, 0))
        let openings = DemoOpenings(site: site, people: people, today: today)
        try await book.perform(
            inOrder: openings.steps(from: start).map { step in
                BookStep(
                    DecisionID("demo-\(site.id)-opening-\(step.name)"), .selection(step.command),
                    by: manager, at: start.adding(seconds: step.minutes * 60),
                    alongside: step.alongside)
            })
    }

    private func receive(_ today: BusinessDay) async throws {
        let people = Array(site.consultants)
        let arrivals: [(VisitClass, StaffID?)] = [
            (.newFirst, nil), (.newFirst, nil), (.ownedReturning, site.staff(people[3])),
        ]
        for (index, arrival) in arrivals.enumerated() {
            let visit = VisitID("\(today.text)-\(site.id)-\(index + 1)")
            try await step(
                "\(today.text)-visit-\(index + 1)",
                .visits(.register(Arrival(visit, arrival.0, named: arrival.1))), desk)
        }
        let first = VisitID("\(today.text)-\(site.id)-1")
        try await step("\(today.text)-done-1", .visits(.finish(first, logged: true)), desk)
    }

    private func isEnrolled(_ staff: StaffID) async -> Bool {
        await book.state.rotation.place(of: staff) != nil
    }

    private func step(_ id: String, _ command: Command, _ actor: Actor) async throws {
        _ = try await book.perform(
            command, id: DecisionID("demo-\(site.id)-\(id)"), by: actor)
    }
}
