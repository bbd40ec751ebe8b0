import HouseRules

/// A site in memory for tests of the rules: decides, absorbs, remembers the last ruling.
struct House {
    var state = SiteState()
    var policy = Policy()
    var now: Moment
    var last: Ruling?
    var history: [SiteEvent] = []

    /// A site on 2025-06-02 (a Monday) at 09:00 with these people on stand and a sheet.
    init(_ staff: [StaffID], policy: Policy = Policy(), sheet: Bool = true) {
        self.policy = policy
        now = House.monday.at(TimeOfDay(8, 30))
        for person in staff { must(.roster(.enroll(person)), as: .salesManager) }
        for person in staff { must(.presence(.clockIn(person))) }
        now = House.monday.at(TimeOfDay(9, 0))
        if sheet { must(.sheet(.publish), as: .dutyOfficer) }
    }

    static let monday = BusinessDay(year: 2025, month: 6, day: 2)!

    /// Decides and absorbs; the ruling may be a refusal.
    @discardableResult
    mutating func ask(_ command: Command, as role: Role = .frontDeskSecretary) -> Ruling {
        let ruling = decide(
            command, by: Actor("desk", role), in: state, under: policy, at: now)
        for event in ruling.events { state.apply(event) }
        history += ruling.events
        last = ruling
        return ruling
    }

    /// Decides something that has to stand.
    @discardableResult
    mutating func must(_ command: Command, as role: Role = .frontDeskSecretary) -> Outcome? {
        let ruling = ask(command, as: role)
        precondition(ruling.answer != nil, "refused: \(ruling.reasons)")
        return ruling.answer
    }

    /// A group comes in at a time of the current day.
    @discardableResult
    mutating func arrival(
        _ visit: VisitID, _ visitClass: VisitClass = .newFirst, named: StaffID? = nil,
        at time: TimeOfDay? = nil
    ) -> Outcome? {
        if let time { now = now.day.at(time) }
        return ask(.visits(.register(Arrival(visit, visitClass, named: named)))).answer
    }

    mutating func finish(_ visit: VisitID, at time: TimeOfDay? = nil) {
        if let time { now = now.day.at(time) }
        must(.visits(.finish(visit, logged: true)))
    }

    /// Who takes part in the queue now.
    var queue: [StaffID] { state.rotation.queue.map { state.rotation.members[$0].staff } }

    /// Every turn effect of a person so far.
    func effects(of staff: StaffID) -> [TurnEffect] {
        history.compactMap { event in
            switch event {
            case .reception(.turnPassed(staff, _, let effect, _)): effect
            case .reception(.visitAssigned(let fact)) where fact.staff == staff: fact.effect
            default: nil
            }
        }
    }
}

func receptionist(_ outcome: Outcome?) -> StaffID? {
    if case .receptionist(let staff, _) = outcome { return staff }
    return nil
}
