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
    /// Told every decision as it is made.
    private let noted: (ReplayedDecision) throws -> Void
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
        _ records: [CallRecord], under policy: Policy,
        noted: @escaping (ReplayedDecision) throws -> Void
    ) {
        self.records = records
        self.policy = policy
        self.noted = noted
        tally = ReplayTally()
    }

    mutating func go(_ plan: ReplayPlan) throws {
        guard let start = plan.steps.first?.at.day.start else { return }
        for staff in plan.roster {
            try ask(.roster(.enroll(staff)), at: start, by: Self.manager, id: "enroll \(staff)")
        }
        for step in plan.steps {
            try endLines(until: step.at)
            try perform(step)
        }
        while let last = lines.first?.until { try endLines(until: last) }
    }

    private mutating func perform(_ step: ReplayPlan.Step) throws {
        switch step.action {
        case .dayEnd:
            guard isDue(state, under: policy, at: step.at) else { return }
            try ask(.settleDue, at: step.at, by: .clock, id: "close")
        case .off(let staff):
            guard let member = state.rotation.member(staff) else { return }
            if member.call == nil { try goOff(staff, at: step.at) } else { leaving.insert(staff) }
        case .clockIn(let staff):
            leaving.remove(staff)
            try ask(.presence(.clockIn(staff)), at: step.at, id: "in \(staff)")
        case .publish:
            guard state.rotation.day != step.at.day else { return }
            try ask(.sheet(.publish), at: step.at, id: "sheet")
        case .arrival(let row):
            try ring(records[row], at: step.at)
        }
    }

    private mutating func ring(_ record: CallRecord, at: Moment) throws {
        let nobody = !state.rotation.members.contains { $0.presence.isOnDuty }
        let ruling = try ask(
            .calls(.arrive(record.id, wanted: nil)), at: at, id: "call \(record.id)")
        tally.count(record, ruling, nobodyOnDuty: nobody)
        guard case .answerer(let staff) = ruling.answer else { return }
        let seconds = record.outcome == .agent ? record.serviceSeconds ?? 0 : 0
        tally.onTheLine(staff, seconds: seconds)
        let line = Line(
            until: at.adding(seconds: seconds), number: decisions, call: record.id, staff: staff)
        let place = lines.lastIndex { ($0.until, $0.number) > (line.until, line.number) }
        lines.insert(line, at: place.map { $0 + 1 } ?? 0)
    }

    private mutating func endLines(until moment: Moment) throws {
        while let line = lines.last, line.until <= moment {
            lines.removeLast()
            try ask(.calls(.end(line.call)), at: line.until, id: "end \(line.call)")
            if leaving.remove(line.staff) != nil { try goOff(line.staff, at: line.until) }
        }
    }

    private mutating func goOff(_ staff: StaffID, at: Moment) throws {
        guard state.rotation.member(staff)?.presence.isOnDuty == true else { return }
        try ask(.presence(.goOff(staff, .rest)), at: at, id: "off \(staff)")
    }

    @discardableResult
    private mutating func ask(
        _ command: Command, at: Moment, by actor: Actor = ReplayRun.desk, id: String
    ) throws -> Ruling {
        let owed = state.calls.owed
        let ruling = state.rule(on: command, by: actor, under: policy, at: at)
        decisions += 1
        tally.absorb(ruling, at: at, owed: owed, under: policy)
        try noted(
            ReplayedDecision(
                id: DecisionID("\(at.day.text) \(id)"), at: at, actor: actor, command: command,
                ruling: ruling))
        return ruling
    }
}
