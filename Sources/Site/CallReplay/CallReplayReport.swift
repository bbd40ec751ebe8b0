import HouseRules

/// What a replay of past calls came to, beside what really happened. JSON keys are stable.
public struct CallReplayReport: Sendable, Hashable, Encodable {
    /// One consultant.
    public struct Person: Sendable, Hashable, Encodable {
        /// The name in the file.
        public let staff: String
        /// Days on duty.
        public let days: Int
        /// Seconds on duty.
        public let dutySeconds: Int
        /// Turns that came to them: taken in turn, forfeited, made up later or handed on.
        public let offered: Int
        /// Calls answered, in turn, as a make-up or for somebody else.
        public let taken: Int
        /// Of these: in their own turn.
        public let takenInTurn: Int
        /// Of these: owed from a turn that passed them by (phone.makeup); also "make-ups used".
        public let makeupsUsed: Int
        /// Of these: in the hours of somebody who was on the line (phone.mode time_slot).
        public let takenForOthers: Int
        /// Turns that fell to somebody else because they were on the line (time_slot).
        public let handedOn: Int
        /// Turns that passed them by and are lost.
        public let forfeited: Int
        /// Turns that passed them by and are owed (phone.makeup).
        public let makeupsGranted: Int
        /// Owed turns that lapsed with the next day's order.
        public let makeupsLapsed: Int
        /// Owed turns still open at the end.
        public let makeupsOpen: Int
        /// Turns offered per hour on duty, to a hundredth; nil without any duty.
        public let turnsPerHour: Double?
        /// Seconds on the line in the replay.
        public let lineSeconds: Int
        /// Calls that they really served.
        public let reallyServed: Int
        /// Seconds of real service.
        public let realServiceSeconds: Int

        /// Every turn that came and every turn owed is accounted for.
        public var isBalanced: Bool {
            offered == takenInTurn + forfeited + makeupsGranted + handedOn
                && makeupsGranted == makeupsUsed + makeupsLapsed + makeupsOpen
        }
    }

    /// What became of the calls of one day or kind.
    public struct Group: Sendable, Hashable, Encodable {
        /// The day or the kind.
        public let name: String
        /// Calls without phantoms.
        public let calls: Int
        /// Answered by somebody.
        public let answered: Int
        /// Call-back slips.
        public let callbacks: Int
        /// Refused by the rules, such as after the close of the day.
        public let refused: Int
        /// Of the calls: the caller really hung up.
        public let originallyHungUp: Int
    }

    /// phone.mode
    public let mode: PhoneMode
    /// phone.makeup
    public let makeup: Bool
    /// All calls.
    public let total: Group
    /// Rows of the recording that are no calls; ignored.
    public let phantoms: Int
    /// Of the slips: nobody was on duty.
    public let callbacksNobodyOnDuty: Int
    /// Of the calls that were really hung up: answered in the replay, for no time.
    public let hungUpAnswered: Int
    /// Connected calls without a noted length; they take no time.
    public let withoutServiceTime: Int
    /// Connected calls of which the file does not say who served them.
    public let withoutAgent: Int
    /// Refusals by code.
    public let refusals: [String: Int]
    /// Consultants in ring order; who was never on duty in these days is left out.
    public let people: [Person]
    /// By day.
    public let days: [Group]
    /// By kind.
    public let kinds: [Group]
    /// Decisions made.
    public let decisions: Int
    /// Number of the first decision at which the hash chain breaks; nil: it holds.
    public internal(set) var chainFault: Int?
    /// Calls without exactly one outcome; always 0.
    public let withoutOneOutcome: Int
    /// Every call has one outcome and every consultant's turns add up.
    public let isBalanced: Bool

    init(
        _ run: ReplayRun, roster: [StaffID], real: RealCalls, phantoms: Int, chainFault: Int?
    ) {
        let tally = run.tally
        mode = run.policy.calls.mode
        makeup = run.policy.calls.makeup
        total = Group("", tally.all)
        self.phantoms = phantoms
        callbacksNobodyOnDuty = tally.callbacksNobodyOnDuty
        hungUpAnswered = tally.hungUpAnswered
        withoutServiceTime = tally.withoutServiceTime
        withoutAgent = tally.withoutAgent
        refusals = tally.refusals
        people = roster.compactMap { staff in
            guard let turns = tally.people[staff] else { return nil }
            let open = run.state.calls.owed.filter { $0 == staff }.count
            return Person(staff, turns, open: open, real: real)
        }
        days = tally.days.sorted { $0.key < $1.key }.map { Group($0.key.text, $0.value) }
        kinds = tally.kinds.sorted { $0.key < $1.key }.map { Group($0.key, $0.value) }
        decisions = run.decisions
        self.chainFault = chainFault
        withoutOneOutcome = tally.withoutOneOutcome
        isBalanced =
            tally.withoutOneOutcome == 0 && people.allSatisfy(\.isBalanced)
            && total.calls == total.answered + total.callbacks + total.refused
            && total.answered == people.reduce(0) { $0 + $1.taken }
    }

    /// The report as JSON with sorted snake_case keys.
    public var json: String { stableJSON(self) }
}

extension CallReplayReport.Person {
    init(_ staff: StaffID, _ turns: ReplayTally.Person, open: Int, real: RealCalls) {
        self.staff = staff.rawValue
        days = turns.days.count
        dutySeconds = turns.dutySeconds
        offered = turns.offered
        taken = turns.takenInTurn + turns.takenAsMakeup + turns.takenForOthers
        takenInTurn = turns.takenInTurn
        makeupsUsed = turns.takenAsMakeup
        takenForOthers = turns.takenForOthers
        handedOn = turns.handedOn
        forfeited = turns.forfeited
        makeupsGranted = turns.makeupsGranted
        makeupsLapsed = turns.makeupsLapsed
        makeupsOpen = open
        turnsPerHour =
            turns.dutySeconds == 0
            ? nil
            : (Double(turns.offered) * 360_000 / Double(turns.dutySeconds)).rounded() / 100
        lineSeconds = turns.lineSeconds
        reallyServed = real.served[staff] ?? 0
        realServiceSeconds = real.seconds[staff] ?? 0
    }
}

extension CallReplayReport.Group {
    init(_ name: String, _ fates: ReplayTally.Fates) {
        self.name = name
        calls = fates.calls
        answered = fates.answered
        callbacks = fates.callbacks
        refused = fates.refused
        originallyHungUp = fates.hungUp
    }
}

/// Who really served how much.
struct RealCalls {
    private(set) var served: [StaffID: Int] = [:]
    private(set) var seconds: [StaffID: Int] = [:]

    init(_ records: [CallRecord], days: ClosedRange<BusinessDay>) {
        for record in records where record.outcome == .agent {
            guard let agent = record.agent, days.contains(record.enteredAt.day) else { continue }
            served[agent, default: 0] += 1
            seconds[agent, default: 0] += record.serviceSeconds ?? 0
        }
    }
}
