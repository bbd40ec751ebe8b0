import HouseRules

extension Scenario {
    /// Decides every fact in turn by folding events into a state; no database, no clock.
    public func run() -> ScenarioReport {
        var state = SiteState()
        for event in standing.events(at: start) { state.apply(event) }
        var rows: [ScenarioRow] = []
        var failures: [ScenarioFailure] = []
        for fact in facts {
            let finding = decide(fact, in: &state)
            if let ruling = finding.ruling {
                rows.append(ScenarioRow(fact, finding, ruling, policy(at: fact.moment.day)))
            }
            failures += fact.expected.compactMap { failure(of: $0, finding) }
        }
        return ScenarioReport(
            title: title, rule: rule, file: file, line: line, policy: policyName, rows: rows,
            failures: failures)
    }

    private func decide(_ fact: ScenarioFact, in state: inout SiteState) -> Finding {
        guard let command = fact.command else { return Finding(nil, state, fact) }
        let policy = policy(at: fact.moment.day)
        let actor = fact.actor ?? usualActor(of: command, in: state, under: policy)
        let ruling = HouseRules.decide(
            command, by: actor, in: state, under: policy, at: fact.moment)
        for event in ruling.events { state.apply(event) }
        return Finding(ruling, state, fact)
    }

    private func failure(of expected: Expected, _ finding: Finding) -> ScenarioFailure? {
        let found = finding.seen(expected.key)
        let ordered = expected.key == .passed
        guard
            !expected.value.matches(found, mayBeMore: expected.key.mayBeMore, ordered: ordered)
        else { return nil }
        return ScenarioFailure(
            file: file, line: expected.line, key: expected.key.rawValue,
            expected: expected.value.text, got: found.text)
    }

    /// Who usually asks for such a thing.
    private func usualActor(
        of command: Command, in state: SiteState, under policy: Policy
    ) -> Actor {
        switch command {
        case .roster: role(.salesManager)
        case .sheet: role(policy.rotation.publisher)
        case .presence(let move): Actor(mover(of: move), .consultant)
        case .visits(let command): actor(of: command, in: state)
        case .calls(.answer(_, let staff)), .calls(.handLine(let staff, _)):
            Actor(staff, .consultant)
        case .calls(.issueOrder), .calls(.confirmOrder): role(.dutyOfficer)
        case .calls: role(.frontDeskSecretary)
        case .claims(let command): actor(of: command)
        case .duty: role(.salesManager)
        case .registers(let command): actor(of: command, in: state)
        case .ownership(let command): actor(of: command, in: state)
        case .adjudication(let command): actor(of: command, in: state)
        case .channels(let command): actor(of: command, in: state)
        case .sales(let command): actor(of: command)
        case .selection(let command): actor(of: command, in: state)
        case .commission(let command): actor(of: command)
        case .settleDue: .clock
        }
    }

    func role(_ role: Role) -> Actor { Actor(StaffID(role.rawValue), role) }

    private func mover(of move: PresenceCommand) -> StaffID {
        switch move {
        case .clockIn(let staff), .leave(let staff, _, _), .comeBack(let staff), .waive(let staff),
            .goOff(let staff, _), .takeSlot(let staff, _):
            staff
        }
    }

    private func actor(of command: ClaimCommand) -> Actor {
        switch command {
        case .claim(let claim): Actor(claim.by, .consultant)
        case .appoint(let appointment): Actor(appointment.staff, .consultant)
        case .name, .identify, .introduce, .reclassify, .linkCall, .hearStaffReferral,
            .askChange:
            role(.frontDeskSecretary)
        default: role(.salesManager)
        }
    }

    private func actor(of command: VisitCommand, in state: SiteState) -> Actor {
        switch command {
        case .register, .void: role(.frontDeskSecretary)
        case .take(_, let staff): Actor(staff, .consultant)
        case .log(let visit), .finish(let visit, _):
            state.rotation.visits[visit]?.receptionist.map { Actor($0, .consultant) }
                ?? role(.frontDeskSecretary)
        }
    }
}
