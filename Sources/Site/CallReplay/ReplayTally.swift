import HouseRules

/// Keeps count of a replay from the facts and reasons of its decisions alone.
struct ReplayTally {
    /// One consultant's turns. Turns that came are counted from the reasons, what became of them
    /// from the facts, so that the two can be held against each other.
    struct Person {
        var days: Set<BusinessDay> = []
        var dutySeconds = 0
        var offered = 0
        var takenInTurn = 0
        var takenAsMakeup = 0
        var takenForOthers = 0
        var handedOn = 0
        var forfeited = 0
        var makeupsGranted = 0
        var makeupsLapsed = 0
        var lineSeconds = 0
    }

    /// What became of some calls.
    struct Fates {
        var calls = 0
        var answered = 0
        var callbacks = 0
        var refused = 0
        var hungUp = 0
    }

    private(set) var people: [StaffID: Person] = [:]
    private(set) var days: [BusinessDay: Fates] = [:]
    private(set) var kinds: [String: Fates] = [:]
    private(set) var all = Fates()
    private(set) var hungUpAnswered = 0
    private(set) var withoutServiceTime = 0
    private(set) var withoutAgent = 0
    private(set) var callbacksNobodyOnDuty = 0
    private(set) var refusals: [String: Int] = [:]
    /// Calls whose decision did not hold exactly one outcome: always none.
    private(set) var withoutOneOutcome = 0
    private var onDutySince: [StaffID: Moment] = [:]

    /// Adds what a call came to.
    mutating func count(_ record: CallRecord, _ ruling: Ruling, nobodyOnDuty: Bool) {
        var fates = Fates(calls: 1, hungUp: record.outcome == .hang ? 1 : 0)
        for event in ruling.events {
            switch event {
            case .calls(.answered(record.id, _, way: _, at: _)): fates.answered += 1
            case .calls(.callbackOpened(record.id, wanted: _, at: _)): fates.callbacks += 1
            default: break
            }
        }
        if let refusal = ruling.refusal {
            fates.refused = 1
            refusals[refusal.code, default: 0] += 1
        }
        if fates.answered + fates.callbacks + fates.refused != 1 { withoutOneOutcome += 1 }
        if record.outcome == .hang { hungUpAnswered += fates.answered }
        if record.outcome == .agent, record.serviceSeconds == nil { withoutServiceTime += 1 }
        if record.outcome == .agent, record.agent == nil { withoutAgent += 1 }
        if nobodyOnDuty { callbacksNobodyOnDuty += fates.callbacks }
        all += fates
        days[record.enteredAt.day, default: Fates()] += fates
        kinds[record.kind, default: Fates()] += fates
    }

    /// Adds the seconds for which a call keeps somebody on the line.
    mutating func onTheLine(_ staff: StaffID, seconds: Int) {
        people[staff, default: Person()].lineSeconds += seconds
    }

    /// Adds a decision; `owed`: the calls owed just before it.
    mutating func absorb(_ ruling: Ruling, at: Moment, owed: [StaffID], under policy: Policy) {
        var keeper: StaffID?
        for case .calls(let reason) in ruling.reasons {
            switch reason {
            case .pointerAt(let staff), .passed(let staff, _, _):
                people[staff, default: Person()].offered += 1
            case .keepsLine(let staff, from: _, to: _):
                people[staff, default: Person()].offered += 1
                keeper = staff
            default:
                break
            }
        }
        for event in ruling.events {
            switch event {
            case .calls(let event): absorb(event, keeper: keeper, owed: owed)
            case .presence(.moved(let staff, let presence, let at, until: _)):
                move(staff, isOnDuty: presence.isOnDuty, at: at)
            case .reception(.dayClosed(let day, head: _, automatic: _)):
                let end = min(at, day.at(policy.rotation.autoCloseAt))
                for staff in Array(onDutySince.keys) { move(staff, isOnDuty: false, at: end) }
            default: break
            }
        }
    }

    private mutating func absorb(_ event: CallEvent, keeper: StaffID?, owed: [StaffID]) {
        switch event {
        case .sheetPublished:
            for staff in owed { people[staff, default: Person()].makeupsLapsed += 1 }
        case .turnPassed(let staff, call: _, let effect, why: _):
            if effect == .makeupGranted {
                people[staff, default: Person()].makeupsGranted += 1
            } else {
                people[staff, default: Person()].forfeited += 1
            }
        case .answered(_, let staff, let way, at: _):
            answered(staff, way, keeper: keeper)
        case .joined, .callbackOpened, .ended, .lineHanded, .rangOut, .orderIssued,
            .orderConfirmed:
            break
        }
    }

    private mutating func answered(_ staff: StaffID, _ way: CallWay, keeper: StaffID?) {
        switch way {
        case .makeup:
            people[staff, default: Person()].takenAsMakeup += 1
        case .turn, .named, .callback:
            people[staff, default: Person()].takenInTurn += 1
        case .slot:
            if let keeper, keeper != staff {
                people[keeper, default: Person()].handedOn += 1
                people[staff, default: Person()].takenForOthers += 1
            } else {
                people[staff, default: Person()].takenInTurn += 1
            }
        }
    }

    private mutating func move(_ staff: StaffID, isOnDuty: Bool, at: Moment) {
        if isOnDuty {
            onDutySince[staff] = at
            people[staff, default: Person()].days.insert(at.day)
        } else if let since = onDutySince.removeValue(forKey: staff) {
            people[staff, default: Person()].dutySeconds += at.seconds(since: since)
        }
    }
}

extension ReplayTally.Fates {
    static func += (left: inout Self, right: Self) {
        left.calls += right.calls
        left.answered += right.answered
        left.callbacks += right.callbacks
        left.refused += right.refused
        left.hungUp += right.hungUp
    }
}
