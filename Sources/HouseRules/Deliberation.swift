/// A decision in the making: each event is true for the steps after it.
struct Deliberation {
    var rotation: Rotation
    var calls: CallRotation
    var duty: DutyDesk
    var customers: Customers
    var registers: Registers
    let policy: Policy
    let actor: Actor
    let at: Moment
    var reasons: [Reason] = []
    var events: [SiteEvent] = []

    /// Takes the state over, so that it is changed in place.
    init(taking state: inout SiteState, policy: Policy, actor: Actor, at: Moment) {
        rotation = Rotation()
        calls = CallRotation()
        swap(&rotation, &state.rotation)
        swap(&calls, &state.calls)
        duty = DutyDesk()
        customers = Customers()
        registers = Registers()
        swap(&duty, &state.duty)
        swap(&customers, &state.customers)
        swap(&registers, &state.registers)
        self.policy = policy
        self.actor = actor
        self.at = at
    }

    var knobs: RotationPolicy { policy.rotation }

    mutating func emit(_ event: ReceptionEvent) {
        registers.follow(event, rotation)
        rotation.apply(event)
        duty.note(event)
        customers.follow(event)
        events.append(.reception(event))
    }

    mutating func emit(_ event: PresenceEvent) {
        rotation.apply(event)
        duty.note(event)
        events.append(.presence(event))
    }

    mutating func emit(_ event: CallEvent) {
        registers.follow(event, calls.open)
        calls.apply(event, members: &rotation.members)
        events.append(.calls(event))
    }

    mutating func emit(_ event: DutyEvent) {
        rotation.apply(event)
        duty.apply(event)
        customers.follow(event)
        events.append(.duty(event))
    }

    mutating func emit(_ event: ClaimEvent) {
        registers.follow(event)
        duty.note(event)
        customers.apply(event)
        events.append(.claims(event))
    }

    mutating func emit(_ event: RegisterEvent) {
        registers.apply(event)
        events.append(.registers(event))
    }

    mutating func because(_ reason: ReceptionReason) { reasons.append(.reception(reason)) }

    mutating func because(_ reason: CallReason) { reasons.append(.calls(reason)) }

    mutating func because(_ reason: DutyReason) { reasons.append(.duty(reason)) }

    mutating func because(_ reason: ClaimReason) { reasons.append(.claims(reason)) }

    mutating func because(_ reason: RegisterReason) { reasons.append(.registers(reason)) }

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
        case .claims(let command): try carryOut(command)
        case .registers(let command): try carryOut(command)
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
