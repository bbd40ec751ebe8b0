/// A decision in the making: each event is true for the steps after it.
struct Deliberation {
    var state: SiteState
    let policy: Policy
    let actor: Actor
    let at: Moment
    var reasons: [Reason] = []
    var events: [SiteEvent] = []

    /// Takes the state over, so that it is changed in place.
    init(taking state: inout SiteState, policy: Policy, actor: Actor, at: Moment) {
        self.state = SiteState()
        swap(&self.state, &state)
        self.policy = policy
        self.actor = actor
        self.at = at
    }

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
