import HouseRules

/// One decision of a replay, as it would stand in a journal.
public struct ReplayedDecision: Sendable {
    /// The idempotency key: the same at every replay of the same calls.
    public let id: DecisionID
    /// When it was made, on the clock of the past.
    public let at: Moment
    /// Who asked.
    public let actor: Actor
    /// What was asked.
    public let command: Command
    /// What the house decided.
    public let ruling: Ruling
}

/// The past going by: asks the house about everything that happens and keeps count of the answers.
struct ReplayRun {
    let records: [CallRecord]
    let policy: Policy
    private(set) var state = SiteState()
    private(set) var tally: ReplayTally
    private(set) var decisions = 0
    private let noted: (ReplayedDecision) -> Void
    /// Calls going on, the next to end last.
    private var lines: [Line] = []
    /// Whose last real service is over while they are still on a call.
    private var leaving: Set<StaffID> = []

    private struct Line {
        let until: Moment
        let number: Int
        let call: CallID
        let staff: StaffID
    }

    static let desk = Actor("front-desk", .frontDeskSecretary)
    static let manager = Actor("sales-manager", .salesManager)

    init(
        _ records: [CallRecord], under policy: Policy, noted: @escaping (ReplayedDecision) -> Void
    ) {
        self.records = records
        self.policy = policy
        self.noted = noted
        tally = ReplayTally()
    }

    mutating func go(_ plan: ReplayPlan) {
        guard let start = plan.steps.first?.at.day.start else { return }
        for staff in plan.roster { ask(.roster(.enroll(staff)), at: start, by: Self.manager) }
        for step in plan.steps {
            endLines(until: step.at)
            perform(step)
        }
        while let last = lines.first?.until { endLines(until: last) }
    }

    private mutating func perform(_ step: ReplayPlan.Step) {
        switch step.action {
        case .dayEnd:
            if isDue(state, under: policy, at: step.at) { ask(.settleDue, at: step.at, by: .clock) }
        case .off(let staff):
            guard let member = state.rotation.member(staff) else { return }
            if member.call == nil { goOff(staff, at: step.at) } else { leaving.insert(staff) }
        case .clockIn(let staff):
            leaving.remove(staff)
            ask(.presence(.clockIn(staff)), at: step.at)
        case .publish:
            if state.rotation.day != step.at.day { ask(.sheet(.publish), at: step.at) }
        case .arrival(let row):
            ring(records[row], at: step.at)
        }
    }

    private mutating func ring(_ record: CallRecord, at: Moment) {
        let nobody = !state.rotation.members.contains { $0.presence.isOnDuty }
        let ruling = ask(.calls(.arrive(record.id, wanted: nil)), at: at)
        tally.count(record, ruling, nobodyOnDuty: nobody)
        guard case .answerer(let staff) = ruling.answer else { return }
        let seconds = record.outcome == .agent ? record.serviceSeconds ?? 0 : 0
        tally.onTheLine(staff, seconds: seconds)
        let line = Line(
            until: at.adding(seconds: seconds), number: decisions, call: record.id, staff: staff)
        let place = lines.lastIndex { ($0.until, $0.number) > (line.until, line.number) }
        lines.insert(line, at: place.map { $0 + 1 } ?? 0)
    }

    private mutating func endLines(until moment: Moment) {
        while let line = lines.last, line.until <= moment {
            lines.removeLast()
            ask(.calls(.end(line.call)), at: line.until)
            if leaving.remove(line.staff) != nil { goOff(line.staff, at: line.until) }
        }
    }

    private mutating func goOff(_ staff: StaffID, at: Moment) {
        guard state.rotation.member(staff)?.presence.isOnDuty == true else { return }
        ask(.presence(.goOff(staff, .rest)), at: at)
    }

    @discardableResult
    private mutating func ask(
        _ command: Command, at: Moment, by actor: Actor = ReplayRun.desk
    ) -> Ruling {
        let ruling = decide(command, by: actor, in: state, under: policy, at: at)
        decisions += 1
        tally.absorb(ruling, at: at, owed: state.calls.owed, under: policy)
        for event in ruling.events { state.apply(event) }
        noted(
            ReplayedDecision(
                id: DecisionID("replay-\(decisions)"), at: at, actor: actor, command: command,
                ruling: ruling))
        return ruling
    }
}
