import HouseRules

/// What happens when in a replay, apart from calls that end: that depends on who takes them.
struct ReplayPlan {
    /// One thing that happens.
    struct Step {
        let at: Moment
        let action: Action
        /// Place in the file, for things of one kind in the same second.
        let row: Int
    }

    /// What happens; within one second in this order, after the calls that end.
    enum Action {
        /// The clock: the day closes by itself.
        case dayEnd
        /// The last real service of the day is over.
        case off(StaffID)
        /// The first real service of the day begins.
        case clockIn(StaffID)
        /// The first people are there.
        case publish
        /// The call in this place of the file rings.
        case arrival(Int)

        var rank: Int {
            switch self {
            case .dayEnd: 0
            case .off: 1
            case .clockIn: 2
            case .publish: 3
            case .arrival: 4
            }
        }
    }

    /// Everybody who ever answers, in the order of their first service.
    let roster: [StaffID]
    /// Everything that happens, in order.
    let steps: [Step]

    init(_ records: [CallRecord], days: ClosedRange<BusinessDay>, under policy: Policy) {
        roster = Self.roster(of: records)
        let wanted = { (moment: Moment) in days.contains(moment.day) }
        var steps: [Step] = []
        var active: Set<BusinessDay> = []
        for (row, record) in records.enumerated()
        where record.outcome != .phantom && wanted(record.enteredAt) {
            steps.append(Step(at: record.enteredAt, action: .arrival(row), row: row))
            active.insert(record.enteredAt.day)
        }
        var firstPresence: [BusinessDay: Moment] = [:]
        for (key, stay) in Self.stays(in: records) where days.contains(key.day) {
            steps.append(Step(at: stay.from, action: .clockIn(key.staff), row: stay.firstRow))
            steps.append(Step(at: stay.to, action: .off(key.staff), row: stay.lastRow))
            firstPresence[key.day] = min(firstPresence[key.day] ?? stay.from, stay.from)
            active.insert(key.day)
        }
        steps += firstPresence.values.map { Step(at: $0, action: .publish, row: 0) }
        steps += active.map {
            Step(at: $0.at(policy.rotation.autoCloseAt), action: .dayEnd, row: 0)
        }
        self.steps = steps.sorted {
            ($0.at, $0.action.rank, $0.row) < ($1.at, $1.action.rank, $1.row)
        }
    }

    private static func roster(of records: [CallRecord]) -> [StaffID] {
        var first: [StaffID: (at: Moment, row: Int)] = [:]
        for (row, record) in records.enumerated() where record.outcome == .agent {
            guard let agent = record.agent, let start = record.serviceStart else { continue }
            if let known = first[agent], known.at <= start { continue }
            first[agent] = (start, row)
        }
        return first.sorted { ($0.value.at, $0.value.row) < ($1.value.at, $1.value.row) }.map(\.key)
    }

    private struct StayKey: Hashable {
        let day: BusinessDay
        let staff: StaffID
    }

    private struct Stay {
        var from: Moment
        var to: Moment
        var firstRow: Int
        var lastRow: Int
    }

    /// From the first service to the end of the last, by the day on which services begin.
    private static func stays(in records: [CallRecord]) -> [StayKey: Stay] {
        var stays: [StayKey: Stay] = [:]
        for (row, record) in records.enumerated() where record.outcome == .agent {
            guard let agent = record.agent, let start = record.serviceStart else { continue }
            let end = start.adding(seconds: record.serviceSeconds ?? 0)
            let key = StayKey(day: start.day, staff: agent)
            guard var stay = stays[key] else {
                stays[key] = Stay(from: start, to: end, firstRow: row, lastRow: row)
                continue
            }
            if start < stay.from { (stay.from, stay.firstRow) = (start, row) }
            if end > stay.to { (stay.to, stay.lastRow) = (end, row) }
            stays[key] = stay
        }
        return stays
    }
}
