import HouseRules

/// A period of the journal decided again under other rules, beside what really came out. It reads
/// entries and writes nothing.
///
/// What people did stands as it was: who came, who left the front, what was claimed. What the house
/// decides is decided anew. Whoever really received a group did what the receptionist of the other
/// course would have done with it; where something cannot have happened that way in the other
/// course, it is counted among the facts that are lacking, and nothing is put in its place.
struct WhatIf: Sendable {
    private let policy: Policy
    private(set) var real: WhatIfCourse
    private(set) var other: WhatIfCourse
    private(set) var rulings: [WhatIfDifference] = []
    private(set) var lacking: [WhatIfDifference] = []
    private(set) var decided = 0
    private var arrivals: [VisitID: Asked] = [:]
    private var rings: [CallID: Asked] = [:]

    /// Where something was asked.
    private struct Asked {
        let at: Moment
        let decision: DecisionID
    }

    /// - Parameters:
    ///   - state: The site at the beginning of the period.
    ///   - policy: The rules to try.
    init(from state: SiteState, under policy: Policy) {
        self.policy = policy
        real = WhatIfCourse(state)
        other = WhatIfCourse(state)
    }

    /// Takes the next entry of the journal.
    mutating func add(_ entry: WhatIfStep) {
        settle(at: entry.at)
        guard entry.command != .settleDue else { return real.add(entry.events) }
        decided += 1
        note(entry)
        let command = translated(entry.command)
        let actor = translated(entry.actor, entry.command)
        compare(entry, other.rule(on: command, by: actor, under: policy, at: entry.at))
        real.add(entry.events)
    }

    /// What is due by itself comes at other moments under other rules.
    private mutating func settle(at moment: Moment) {
        guard isDue(other.state, under: policy, at: moment) else { return }
        _ = other.rule(on: .settleDue, by: .clock, under: policy, at: moment)
    }

    private mutating func note(_ entry: WhatIfStep) {
        let asked = Asked(at: entry.at, decision: entry.id)
        switch entry.command {
        case .visits(.register(let arrival)): arrivals[arrival.visit] = asked
        case .calls(.arrive(let call, _)): rings[call] = asked
        default: break
        }
    }

    /// "I take this one" is what the one does whom the house sends.
    private func translated(_ command: Command) -> Command {
        guard case .visits(.take(let visit, let staff)) = command,
            real.receptions[visit]?.staff == staff, let sent = other.receptions[visit]?.staff
        else { return command }
        return .visits(.take(visit, sent))
    }

    /// Whoever received or answered did it as the receptionist or answerer.
    private func translated(_ actor: Actor, _ command: Command) -> Actor {
        let subject = command.subject
        if let visit = subject.visit, real.receptions[visit]?.staff == actor.staff,
            let staff = other.receptions[visit]?.staff
        {
            return Actor(staff, actor.role)
        }
        if let call = subject.call, real.answerers[call] == actor.staff,
            let staff = other.answerers[call]
        {
            return Actor(staff, actor.role)
        }
        return actor
    }

    private mutating func compare(_ entry: WhatIfStep, _ ruling: Ruling) {
        let before = entry.refusal
        let after = ruling.refusal
        guard before?.code != after?.code else { return }
        let difference = WhatIfDifference(
            at: entry.at, decision: entry.id,
            matter: .ruling(entry.command, real: before, other: after))
        if let after, before == nil, after.isLackOfFact {
            lacking.append(difference)
        } else {
            rulings.append(difference)
        }
    }

    /// Everything that would have been otherwise, in the order of time.
    var differences: [WhatIfDifference] {
        (visits + calls + rulings).sorted { ($0.at, $0.decision) < ($1.at, $1.decision) }
    }

    private var visits: [WhatIfDifference] {
        arrivals.compactMap { visit, asked in
            let before = real.receptions[visit] ?? .init()
            let after = other.receptions[visit] ?? .init()
            guard before != after else { return nil }
            return WhatIfDifference(
                at: asked.at, decision: asked.decision,
                matter: .visit(visit, real: before, other: after))
        }
    }

    private var calls: [WhatIfDifference] {
        rings.compactMap { call, asked in
            let before = real.answerers[call]
            let after = other.answerers[call]
            guard before != after else { return nil }
            return WhatIfDifference(
                at: asked.at, decision: asked.decision,
                matter: .call(call, real: before, other: after))
        }
    }

    /// Customers who would belong to somebody else at the end of a day.
    func owners(on day: BusinessDay) -> [WhatIfOwner] {
        let people = Set(real.state.ownership.dossiers.keys)
            .union(other.state.ownership.dossiers.keys)
        return people.compactMap { person in
            let before = real.state.ownership.holder(of: person, on: day)
            let after = other.state.ownership.holder(of: person, on: day)
            return before == after
                ? nil : WhatIfOwner(person: person, real: before, other: after)
        }.sorted { $0.person < $1.person }
    }
}

/// What a what-if needs of an entry of the journal.
struct WhatIfStep: Sendable {
    let id: DecisionID
    let at: Moment
    let actor: Actor
    let command: Command
    /// Why it did not stand; nil when it stood.
    let refusal: Refusal?
    let events: [SiteEvent]
}

/// One thing that would have come out otherwise.
struct WhatIfDifference: Sendable, Hashable {
    /// What it is about.
    enum Matter: Sendable, Hashable {
        /// Who received a group, or what it did to their turn.
        case visit(VisitID, real: WhatIfCourse.Reception, other: WhatIfCourse.Reception)
        /// Who answered a call.
        case call(CallID, real: StaffID?, other: StaffID?)
        /// Whether something stood.
        case ruling(Command, real: Refusal?, other: Refusal?)
    }

    /// When it was asked.
    let at: Moment
    /// The decision that really was made.
    let decision: DecisionID
    let matter: Matter
}

/// A customer who would belong to somebody else.
struct WhatIfOwner: Sendable, Hashable {
    let person: PersonID
    let real: StaffID?
    let other: StaffID?
}

extension Refusal {
    /// Whether it says that something which really happened has no place in the other course.
    fileprivate var isLackOfFact: Bool {
        switch self {
        case .unknownVisit, .unknownCall, .wrongPresence, .busy, .offDuty, .notYourTurn,
            .dayNotOpen, .sheetExists, .unknownStaff, .alreadyEnrolled, .tooOld, .notPermitted,
            .visitLogMissing, .void, .claims(.nothingOpen), .claims(.alreadyClaimed):
            true
        default:
            false
        }
    }
}
