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

    /// Goes to a time of the current day.
    mutating func wait(until hour: Int, _ minute: Int, _ second: Int = 0) {
        now = now.day.at(TimeOfDay(hour, minute, second))
    }

    /// Asks for something that has to be refused; nil when it stands after all.
    mutating func refusal(_ command: Command, as role: Role = .frontDeskSecretary) -> Refusal? {
        ask(command, as: role).refusal
    }

    /// A morning some days later: these people clock in at 08:50, and the sheet comes out at nine.
    @discardableResult
    mutating func morning(of staff: [StaffID], after days: Int = 1) -> Outcome? {
        now = now.day.adding(days: days).at(TimeOfDay(8, 50))
        for person in staff { must(.presence(.clockIn(person))) }
        wait(until: 9, 0)
        return must(.sheet(.publish), as: .salesManager)
    }

    mutating func closeDay(at hour: Int = 18) {
        wait(until: hour, 0)
        must(.sheet(.close), as: .salesManager)
    }

    mutating func away(_ staff: StaffID, _ kind: LeaveKind, until: Moment? = nil) {
        must(.presence(.leave(staff, kind, until: until)), as: .salesManager)
    }

    mutating func comeBack(_ staff: StaffID) { must(.presence(.comeBack(staff))) }

    /// A reception of one's own customer, so that the person is busy without a turn.
    mutating func ownCustomer(_ visit: VisitID, of staff: StaffID) {
        must(.visits(.register(Arrival(visit, .ownedReturning, named: staff))))
    }

    /// Who is due by the pointer.
    var pointer: StaffID? { state.rotation.pointerStaff }

    /// Whose turns are owed, in the order of use.
    var owed: [StaffID] { state.rotation.makeups.map(\.staff) }

    /// Ticks of these people.
    func ticks(_ staff: StaffID...) -> [Int] {
        staff.map { state.rotation.member($0)?.ticks ?? -1 }
    }

    func presence(_ staff: StaffID) -> Presence? { state.rotation.member(staff)?.presence }

    func visit(_ visit: VisitID) -> OpenVisit? { state.rotation.visits[visit] }

    /// The reception reasons of the last ruling.
    var because: [ReceptionReason] {
        (last?.reasons ?? []).compactMap {
            if case .reception(let reason) = $0 { reason } else { nil }
        }
    }

    /// How many penalties were proposed so far.
    var penalties: Int {
        history.count { if case .registers(.penaltyDrafted) = $0 { true } else { false } }
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

/// A policy that differs from the default in some knobs.
func policy(_ change: (inout RotationPolicy) -> Void) -> Policy {
    var policy = Policy()
    change(&policy.rotation)
    return policy
}

/// The tally with the knobs of its handbook that matter here.
func tally(_ change: (inout RotationPolicy) -> Void = { _ in }) -> Policy {
    policy {
        $0.mechanism = .tally
        $0.officialOrderRequired = false
        change(&$0)
    }
}
