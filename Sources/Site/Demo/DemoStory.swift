import Database
import HouseRules

/// What is about to happen on an invented day.
enum DemoScene: Sendable {
    case clockIn(StaffID), goOff(StaffID)
    case publish, confirm, meetingOver, confirmCalls
    case leave(StaffID, LeaveKind, tries: Int), comeBack(StaffID)
    case arrive(Int), claim(VisitID, StaffID, PersonID?), finish(VisitID), enterVisit(VisitID)
    case resetTable(VisitID)
    case ring(Int), callBack(CallID), link(CallID, Int), hangUp(CallID, Int?)
    case enterCall(CallID, Int?, StaffID), text(CallID)
    case follow(Int), message(Int), handle(SlipID), promise(Int), keep(SlipID), inspect(Int)
    case recheck(SlipID), dispute(Int), rule, suspend
    case evening, review, collect, close
}

/// Invents days of a site: what its people ask for is decided by the house rules in memory, so that
/// each step follows from what came of those before, and only then written into the book.
struct DemoStory: Sendable {
    private struct Entrance: Sendable {
        let at: Moment
        let order: Int
        let scene: DemoScene
    }

    let site: DemoWorld.DemoSite
    let policy: Policy
    let people: People
    let notes: PrivateNotes
    var state: SiteState
    /// What was asked and not refused, in order.
    private(set) var steps: [BookStep] = []
    var customers: [DemoCustomer] = []
    var numbers: DemoNumbers
    /// The day that is told.
    private(set) var day: BusinessDay
    /// Whether the day is the present one: its disputes stay open.
    private(set) var isPresent = false
    /// The day on which somebody is suspended, where the house suspends.
    var suspendsOn: BusinessDay?
    private var queue: [Entrance] = []
    private var count = 0
    /// When the last step was; the journal never goes backwards.
    private var latest = Moment(milliseconds: 0)

    init(site: DemoWorld.DemoSite, policy: Policy, key: PersonKey, state: SiteState) {
        (self.site, self.policy, self.state) = (site, policy, state)
        people = People(site: site.id, key: key)
        notes = PrivateNotes(site: site.id, key: key)
        day = BusinessDay(number: 0)
        numbers = DemoNumbers("\(site.id)")
    }

    /// Tells a day up to a moment.
    mutating func tell(_ day: BusinessDay, until end: Moment, isPresent: Bool = false) {
        (self.day, self.isPresent) = (day, isPresent)
        numbers = DemoNumbers("\(site.id) \(day.text)")
        (queue, count) = ([], 0)
        plan(until: end)
        while let next = queue.min(by: { ($0.at, $0.order) < ($1.at, $1.order) }), next.at <= end {
            queue.removeAll { $0.order == next.order }
            play(next.scene, next.at)
        }
    }

    /// Hands over the steps told so far.
    mutating func takeSteps() -> [BookStep] {
        defer { steps = [] }
        return steps
    }

    mutating func plan(_ scene: DemoScene, at moment: Moment) {
        count += 1
        queue.append(Entrance(at: moment, order: count, scene: scene))
    }

    mutating func plan(_ scene: DemoScene, _ hour: Int, _ minute: Int) {
        plan(scene, at: day.at(TimeOfDay(hour, minute, numbers.below(60))))
    }

    /// Asks for something; a refusal leaves no trace unless it belongs to the story.
    @discardableResult
    mutating func ask(
        _ name: String, _ command: Command, _ actor: Actor, _ planned: Moment,
        alongside: [SQL] = [], keepsRefusal: Bool = false
    ) -> Bool {
        let at = max(planned, latest)
        if isDue(state, under: policy, at: at) { decide("due", .settleDue, .clock, at) }
        var after = state
        let ruling = after.rule(on: command, by: actor, under: policy, at: at)
        guard ruling.answer != nil || keepsRefusal else { return false }
        state = after
        add(name, command, actor, at, alongside)
        return ruling.answer != nil
    }

    private mutating func decide(
        _ name: String, _ command: Command, _ actor: Actor, _ at: Moment
    ) {
        _ = state.rule(on: command, by: actor, under: policy, at: at)
        add(name, command, actor, at, [])
    }

    private mutating func add(
        _ name: String, _ command: Command, _ actor: Actor, _ at: Moment, _ alongside: [SQL]
    ) {
        count += 1
        latest = at
        let id = DecisionID("demo-\(site.id)-\(day.text)-\(count)-\(name)")
        steps.append(BookStep(id, command, by: actor, at: at, alongside: alongside))
    }
}

extension DemoStory {
    /// Somebody of a role, or the manager where the site has none.
    func actor(_ role: Role) -> Actor {
        let person =
            site.people.first { $0.role == role }
            ?? site.people.first { $0.role == .salesManager }!
        return Actor(site.staff(person), person.role)
    }

    func consultant(_ staff: StaffID) -> Actor { Actor(staff, .consultant) }

    var manager: Actor { actor(.salesManager) }
    var desk: Actor { actor(.frontDeskSecretary) }

    /// Consultants who stand at the front with free hands.
    var free: [StaffID] {
        state.rotation.members.filter { $0.presence == .onStand && $0.call == nil }.map(\.staff)
    }

    /// Opens the site: everybody joins, and the rest days of the weeks to come are known.
    mutating func found(on day: BusinessDay, weeks: Int) {
        self.day = day
        for (index, person) in site.consultants.enumerated() {
            let staff = site.staff(person)
            ask("enroll-\(person.login)", .roster(.enroll(staff)), manager, day.start)
            let rests = (0..<(weeks * 7)).map { day.adding(days: $0) }
                .filter { restsByPlan(index, on: $0) }
            ask("rest-\(person.login)", .duty(.setRestDays(staff, rests)), manager, day.start)
        }
    }

    /// The selection day of `today`, and the opening that is prepared, as they stood from the first
    /// morning on.
    mutating func prepareOpenings(of today: BusinessDay) {
        guard site.id == DemoWorld.cloud.id else { return }
        let start = day.start
        for step in DemoOpenings(site: site, people: people, today: today).steps(from: start) {
            ask(
                "opening-\(step.name)", .selection(step.command), actor(step.role),
                start.adding(seconds: step.minutes * 60), alongside: step.alongside)
        }
    }

    /// Everybody rests on one working day of the week.
    func restsByPlan(_ index: Int, on day: BusinessDay) -> Bool { index % 5 + 1 == day.weekday }

    /// What a day holds, as far as it is known beforehand.
    private mutating func plan(until end: Moment) {
        let weekday = isPresent ? saturday : day
        planMorning()
        let visits =
            DemoRhythm.visits(onSaturday: site.saturdayVisits, on: weekday)
            + numbers.within(-2...2)
        for (index, at) in DemoRhythm.moments(visits, on: day, &numbers).enumerated() {
            plan(.arrive(index + 1), at: at)
        }
        let calls = DemoRhythm.calls(ofWeek: site.weeklyCalls, on: weekday)
        for (index, at) in DemoRhythm.moments(calls, on: day, &numbers).enumerated() {
            plan(.ring(index + 1), at: at)
        }
        planOffice()
        plan(.evening, 18, 5)
        if isPresent { planOvertime(visits, until: end) } else { planEvening() }
    }

    /// Whoever looks at the demonstration after hours finds people there, too.
    private mutating func planOvertime(_ visits: Int, until end: Moment) {
        guard end > day.at(TimeOfDay(18, 10)) else { return }
        for (number, minutes) in [38, 21, 9].enumerated() {
            plan(.arrive(visits + number + 1), at: end.adding(seconds: -minutes * 60))
        }
    }

    /// The served demonstration always shows a Saturday.
    private var saturday: BusinessDay { day.adding(days: 6 - day.weekday) }

    private mutating func planMorning() {
        let sheet = day.at(policy.rotation.publishTime)
        let present = site.consultants.enumerated().filter { index, _ in
            isPresent ? index < site.consultants.count - 1 : !restsByPlan(index, on: day)
        }
        for (_, person) in present {
            let at = sheet.adding(seconds: -numbers.within(480...1500))
            plan(.clockIn(site.staff(person)), at: at)
            plan(.leave(site.staff(person), .meal, tries: 5), 12, numbers.within(1...28))
            if !isPresent { plan(.goOff(site.staff(person)), 18, 50) }
        }
        plan(.publish, at: sheet.adding(seconds: -300))
        plan(.confirm, at: sheet.adding(seconds: -180))
        plan(.meetingOver, at: sheet.adding(seconds: 420))
        plan(.confirmCalls, at: sheet.adding(seconds: 600))
        for _ in 0..<2 {
            if let person = numbers.pick(present.map(\.1)) {
                let hour = numbers.pick([10, 11, 14, 15]) ?? 10
                plan(.leave(site.staff(person), .official, tries: 3), hour, numbers.below(60))
            }
        }
        for hour in [10, 11, 14, 16] where isPresent || hour == 16 {
            guard let person = numbers.pick(present.map(\.1)) else { continue }
            plan(.leave(site.staff(person), .personal, tries: 6), hour, numbers.within(5...40))
        }
    }

    private mutating func planOffice() {
        plan(.rule, 9, 40)
        for index in 0..<4 { plan(.follow(index), numbers.within(13...17), numbers.below(60)) }
        for index in 0..<2 { plan(.message(index), numbers.within(9...16), numbers.below(60)) }
        for index in 0..<2 { plan(.promise(index), numbers.within(9...15), numbers.below(60)) }
        plan(.inspect(0), numbers.within(10...16), numbers.below(60))
        if isPresent || numbers.chance(30) { plan(.dispute(0), 10, 45) }
        if isPresent { plan(.dispute(1), 11, 50) }
        if day == suspendsOn { plan(.suspend, 16, 20) }
    }

    private mutating func planEvening() {
        plan(.review, 18, 20)
        plan(.collect, 18, 40)
        plan(.close, 19, 5)
    }

    private mutating func play(_ scene: DemoScene, _ at: Moment) {
        switch scene {
        case .clockIn, .goOff, .publish, .confirm, .meetingOver, .confirmCalls, .leave, .comeBack:
            playPresence(scene, at)
        case .arrive, .claim, .finish, .enterVisit, .resetTable: playVisit(scene, at)
        case .ring, .callBack, .link, .hangUp, .enterCall, .text: playCall(scene, at)
        case .follow, .message, .handle, .promise, .keep, .inspect, .recheck:
            playSlip(scene, at)
        case .dispute, .rule, .suspend, .evening, .review, .collect, .close:
            playOffice(scene, at)
        }
    }
}
