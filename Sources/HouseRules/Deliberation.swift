/// A decision in the making: each event is true for the steps after it.
///
/// It works on the state and the policy where they lie and must not outlive them: both are large,
/// and to copy them took a third of a decision. Only ``deliberate(on:under:actor:at:_:)`` makes
/// one.
struct Deliberation {
    private let house: UnsafeMutablePointer<SiteState>
    private let rules: UnsafePointer<Policy>
    let actor: Actor
    let at: Moment
    var reasons: [Reason] = []
    var events: [SiteEvent] = []

    fileprivate init(
        _ house: UnsafeMutablePointer<SiteState>, _ rules: UnsafePointer<Policy>, _ actor: Actor,
        _ at: Moment, expecting count: Int
    ) {
        self.house = house
        self.rules = rules
        self.actor = actor
        self.at = at
        reasons.reserveCapacity(count)
        events.reserveCapacity(count)
    }

    var state: SiteState {
        _read { yield house.pointee }
        _modify { yield &house.pointee }
    }

    var policy: Policy { _read { yield rules.pointee } }

    var rotation: Rotation { _read { yield state.rotation } }

    var calls: CallRotation { _read { yield state.calls } }

    var duty: DutyDesk { _read { yield state.duty } }

    var customers: Customers { _read { yield state.customers } }

    var registers: Registers { _read { yield state.registers } }

    var ownership: Ownership { _read { yield state.ownership } }

    var adjudication: Adjudication { _read { yield state.adjudication } }

    var channels: Channels { _read { yield state.channels } }

    var sales: Sales { _read { yield state.sales } }

    var selection: Selection { _read { yield state.selection } }

    var commission: CommissionBooks { _read { yield state.commission } }

    var knobs: RotationPolicy { _read { yield policy.rotation } }

    mutating func emit(_ event: ReceptionEvent) { emit(.reception(event)) }

    mutating func emit(_ event: PresenceEvent) { emit(.presence(event)) }

    mutating func emit(_ event: CallEvent) { emit(.calls(event)) }

    mutating func emit(_ event: DutyEvent) { emit(.duty(event)) }

    mutating func emit(_ event: ClaimEvent) { emit(.claims(event)) }

    mutating func emit(_ event: RegisterEvent) { emit(.registers(event)) }

    mutating func emit(_ event: OwnershipEvent) { emit(.ownership(event)) }

    mutating func emit(_ event: AdjudicationEvent) { emit(.adjudication(event)) }

    mutating func emit(_ event: ChannelEvent) { emit(.channels(event)) }

    mutating func emit(_ event: SalesEvent) { emit(.sales(event)) }
    mutating func emit(_ event: SelectionEvent) { emit(.selection(event)) }

    mutating func emit(_ event: CommissionEvent) { emit(.commission(event)) }

    /// Makes a fact true for the steps after it.
    private mutating func emit(_ event: SiteEvent) {
        state.apply(event)
        events.append(event)
    }

    mutating func because(_ reason: ReceptionReason) { reasons.append(.reception(reason)) }

    mutating func because(_ reason: CallReason) { reasons.append(.calls(reason)) }

    mutating func because(_ reason: DutyReason) { reasons.append(.duty(reason)) }

    mutating func because(_ reason: ClaimReason) { reasons.append(.claims(reason)) }

    mutating func because(_ reason: RegisterReason) { reasons.append(.registers(reason)) }

    mutating func because(_ reason: OwnershipReason) { reasons.append(.ownership(reason)) }

    mutating func because(_ reason: AdjudicationReason) { reasons.append(.adjudication(reason)) }

    mutating func because(_ reason: ChannelReason) { reasons.append(.channels(reason)) }

    mutating func because(_ reason: SalesReason) { reasons.append(.sales(reason)) }
    mutating func because(_ reason: SelectionReason) { reasons.append(.selection(reason)) }

    mutating func because(_ reason: CommissionReason) { reasons.append(.commission(reason)) }

    /// One command with what follows from it by itself.
    mutating func carryOut(_ command: Command) throws(Refusal) -> Outcome {
        closeStaleDay()
        noteRunOut()
        lapseAnswers()
        unlockDeserted()
        lapseProofs()
        defer { watchFloor() }
        return try settle(command)
    }

    /// What follows by itself, also when only what fell due stands and the command is refused.
    private mutating func watchFloor() {
        enforceSuspensions()
        unlockDeserted()
        watchFront()
        watchRush()
    }

    private mutating func settle(_ command: Command) throws(Refusal) -> Outcome {
        switch command {
        case .roster(let command): try carryOut(command)
        case .sheet(let command): try carryOut(command)
        case .presence(let command): try carryOut(command)
        case .visits(let command): try carryOut(command)
        case .calls(let command): try carryOut(command)
        case .duty(let command): try carryOut(command)
        case .claims(let command): try settleClaim(command)
        case .registers(let command): try carryOut(command)
        case .ownership(let command): try carryOut(command)
        case .adjudication(let command): try carryOut(command)
        case .channels(let command): try carryOut(command)
        case .sales(let command): try carryOut(command)
        case .selection(let command): try carryOut(command)
        case .commission(let command): try carryOut(command)
        case .settleDue: settleDue()
        }
    }

    /// The member, or a refusal that names the unknown person.
    func known(_ staff: StaffID) throws(Refusal) -> Member {
        guard let member = rotation.member(staff) else { throw .unknownStaff(staff) }
        return member
    }

    /// Refuses unless the actor is one of these or management.
    func allow(_ roles: Role...) throws(Refusal) {
        guard actor.role.isManagement || roles.contains(actor.role) else {
            throw .notPermitted(actor.role)
        }
    }

    /// Refuses unless somebody moves themselves or the desk, the duty officer or management does.
    func allowMove(of staff: StaffID) throws(Refusal) {
        if actor.staff == staff { return }
        try allow(.frontDeskSecretary, .dutyOfficer)
    }
}

/// Deliberates on a state, which is changed in place.
/// - Parameter count: How many facts and reasons it has at most, mostly: their lists grow once.
/// - Throws: What the body throws.
func deliberate<Result, Failure: Error>(
    on state: inout SiteState, under policy: Policy, actor: Actor, at: Moment,
    expecting count: Int = 6,
    _ body: (inout Deliberation) throws(Failure) -> Result
) throws(Failure) -> Result {
    try withUnsafeMutablePointer(to: &state) { (house) throws(Failure) in
        try withUnsafePointer(to: policy) { (rules) throws(Failure) in
            var deliberation = Deliberation(house, rules, actor, at, expecting: count)
            return try body(&deliberation)
        }
    }
}
