import HouseRules

/// Some days on a site where people do whatever comes to their minds.
struct RandomDays {
    var random: SeededNumbers
    var state = SiteState()
    var policy: Policy
    var now: Moment
    var people: [StaffID]
    private var visits = 0
    private var calls = 0
    var disputes = 0

    init(seed: UInt64, mechanism: Mechanism, people count: Int) {
        random = SeededNumbers(seed: seed)
        policy = randomPolicy(mechanism, &random)
        people = (0..<count).map { StaffID("P\($0)") }
        let day = random.pick(["2025-06-02", "2025-12-30", "2024-02-27", "2025-01-30"])
        now = (BusinessDay(day) ?? House.monday).at(TimeOfDay(8, 20))
    }

    /// The clock goes on: often not at all, mostly minutes, now and then past midnight.
    mutating func goOn() {
        switch random.below(100) {
        case 0..<15: break
        case 15..<30: now.milliseconds += Int64(random.below(2500))
        case 30..<50: now = now.adding(seconds: random.within(1...120))
        case 50..<92: now = now.adding(seconds: random.within(60...900))
        case 92..<99: now = now.adding(seconds: random.within(1800...7200))
        default: goToMorning()
        }
        if now.timeOfDay > TimeOfDay(19, 0) { goToMorning() }
    }

    private mutating func goToMorning() {
        let skipped = random.pick([1, 1, 1, 2])
        now = now.day.adding(days: skipped).at(TimeOfDay(8, random.below(60)))
    }

    /// Somebody who asks for something, sensible more often than not.
    mutating func wish() -> (Command, Actor) {
        let command = anything()
        let role: Role =
            random.chance(70)
            ? random.pick([.frontDeskSecretary, .salesManager, .dutyOfficer])
            : random.pick(Role.allCases)
        return (command, Actor(random.chance(20) ? anybody() : "desk", role))
    }

    private mutating func anything() -> Command {
        switch random.below(100) {
        case 0..<30: .visits(.register(arrival()))
        case 30..<49: .visits(.finish(receiving(), logged: random.chance(85)))
        case 49..<52: .visits(.void(anyVisit(), note: random.chance(95) ? "n" : ""))
        case 52..<54: .visits(random.chance(50) ? .log(receiving()) : .take(receiving(), anybody()))
        case 54..<63: .duty(order())
        case 63..<78: .presence(move())
        case 78..<88: .calls(call())
        case 88..<91: .roster(ring())
        case 91..<94: .sheet(random.pick([.publish, .confirm, .confirm, .close]))
        default: .settleDue
        }
    }

    mutating func anybody() -> StaffID { random.pick(people + ["stranger"]) }

    /// Somebody who is one of these, else anybody.
    mutating func anybody(_ presences: Presence...) -> StaffID {
        let some = state.rotation.members.filter { presences.contains($0.presence) }
        return some.isEmpty || random.chance(15) ? anybody() : random.pick(some).staff
    }

    private mutating func arrival() -> Arrival {
        visits += 1
        var arrival = Arrival(
            VisitID("v\(random.chance(3) ? random.within(1...visits) : visits)"),
            random.chance(55) ? .newFirst : random.pick(VisitClass.allCases))
        if random.chance(60) { arrival.named = anybody() }
        if random.chance(10) {
            arrival.arrivedAt = now.adding(seconds: random.within(-90_000...600))
        }
        return arrival
    }

    /// A visit of the day, in hand or over.
    mutating func anyVisit() -> VisitID {
        let known = state.customers.traces.keys.sorted()
        return known.isEmpty || random.chance(40) ? receiving() : random.pick(known)
    }

    mutating func receiving() -> VisitID {
        let open = state.rotation.members.compactMap(\.visit)
        return open.isEmpty || random.chance(5) ? "v1" : random.pick(open)
    }

    private mutating func move() -> PresenceCommand {
        switch random.below(20) {
        case 0..<6: .clockIn(anybody(.offDuty))
        case 6..<10:
            .leave(
                anybody(.onStand), random.pick(LeaveKind.allCases),
                until: random.chance(50) ? now.adding(seconds: random.within(-60...3600)) : nil)
        case 10..<15: .comeBack(anybody(.awayMeal, .awayOfficial, .awayPersonal, .waived))
        case 15: .waive(anybody(.onStand))
        case 16: .goOff(anybody(.onStand, .awayPersonal), random.pick(OffDutyKind.allCases))
        default: .takeSlot(anybody(.onStand), random.pick([1, 1, 2, 3]))
        }
    }

    private mutating func call() -> CallCommand {
        let open = state.calls.open.keys.sorted()
        switch random.below(10) {
        case 0..<5:
            calls += 1
            return .arrive(
                CallID("c\(random.chance(3) ? 1 : calls)"),
                wanted: random.chance(30) ? anybody() : nil)
        case 5:
            calls += 1
            return .noteCallback(CallID("c\(calls)"))
        case 6: return .answer(open.isEmpty ? "c0" : random.pick(open), anybody(.onStand))
        default: return .end(open.isEmpty ? "c0" : random.pick(open))
        }
    }

    private mutating func ring() -> RosterCommand {
        switch random.below(3) {
        case 0:
            if random.chance(50) { people.append(StaffID("P\(people.count)")) }
            return .enroll(anybody())
        case 1: return .release(anybody())
        default:
            return .adjust(
                anybody(), random.pick([.returned, .makeupGranted, .makeupGranted, .counted]),
                note: "n")
        }
    }
}
