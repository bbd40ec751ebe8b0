/// A decision in the making: each event is true for the steps after it.
struct Deliberation {
    var state: SiteState
    let policy: Policy
    let actor: Actor
    let at: Moment
    var reasons: [Reason] = []
    var events: [SiteEvent] = []

    init(state: SiteState, policy: Policy, actor: Actor, at: Moment) {
        self.state = state
        self.policy = policy
        self.actor = actor
        self.at = at
    }

    var rotation: Rotation { state.rotation }

    mutating func emit(_ event: ReceptionEvent) {
        state.rotation.apply(event)
        events.append(.reception(event))
    }

    mutating func emit(_ event: PresenceEvent) {
        state.rotation.apply(event)
        events.append(.presence(event))
    }

    mutating func emit(_ event: CallEvent) {
        state.calls.apply(event, members: &state.rotation.members)
        events.append(.calls(event))
    }

    mutating func because(_ reason: ReceptionReason) { reasons.append(.reception(reason)) }

    mutating func because(_ reason: CallReason) { reasons.append(.calls(reason)) }

    mutating func carryOut(_ command: Command) throws(Refusal) -> Outcome {
        .done
    }
}
