import Foundation

@testable import HouseRules

/// Random days with somebody who checks every decision and writes down what is wrong.
struct WatchedDays {
    var days: RandomDays
    var ledger = TurnLedger()
    /// The fold of all events, for comparison with the state that rules kept.
    var replayed = SiteState()
    var faults: [String] = []
    private var decisions = 0

    init(seed: UInt64, mechanism: Mechanism, people: Int) {
        days = RandomDays(seed: seed, mechanism: mechanism, people: people)
        for person in days.people {
            decide(.roster(.enroll(person)), Actor("boss", .salesManager))
            if days.random.chance(85) {
                decide(.presence(.clockIn(person)), Actor("desk", .frontDeskSecretary))
            }
        }
    }

    /// Goes on until something is wrong or so many decisions are made.
    mutating func run(decisions count: Int, switching: Bool) {
        while decisions < count, faults.isEmpty {
            days.goOn()
            if switching, !days.state.rotation.isOpen, days.random.chance(10) {
                days.policy.rotation.mechanism = days.random.pick(Mechanism.allCases)
            }
            let (command, actor) = days.wish()
            decide(command, actor)
        }
    }

    /// Decides, checks, and lets the state go on.
    private mutating func decide(_ command: Command, _ actor: Actor) {
        decisions += 1
        let before = days.state
        var found = dueFaults(before, days.policy, days.now)
        let ruling = days.state.rule(on: command, by: actor, under: days.policy, at: days.now)
        for event in ruling.events { replayed.apply(event) }
        for event in ruling.events { ledger.enter(event) }
        found += siteFaults(days.state, days.policy) + ledger.faults(days.state)
        found += replayFaults(replayed, days.state)
        found += sameAgainFaults(ruling, command, actor, before)
        found += outcomeFaults(ruling, command, before)
        found += refusalFaults(ruling, before) + codingFaults(ruling.events)
        found += dueFaults(days.state, days.policy, days.now)
        guard !found.isEmpty else { return }
        faults += [
            "decision \(decisions), \(command) by \(actor.role) at \(days.now.timeOfDay.text)"
        ]
        faults += found
    }

    /// Decided again on a copy, and on one whose dictionaries were filled the other way round.
    private func sameAgainFaults(
        _ ruling: Ruling, _ command: Command, _ actor: Actor, _ before: SiteState
    ) -> [String] {
        var other = before
        other.rotation.visits = refilled(before.rotation.visits)
        other.calls.open = refilled(before.calls.open)
        other.duty.awaited = refilled(before.duty.awaited)
        other.duty.disputes = refilled(before.duty.disputes)
        other.duty.tours = refilled(before.duty.tours)
        var policy = days.policy
        policy.rotation.turnTable = refilled(policy.rotation.turnTable)
        let again = HouseRules.decide(
            command, by: actor, in: before, under: days.policy, at: days.now)
        let elsewhere = HouseRules.decide(
            command, by: actor, in: other, under: policy, at: days.now)
        return [again, elsewhere].filter {
            $0.answer != ruling.answer || $0.reasons != ruling.reasons
                || $0.events != ruling.events
        }.map { "decided otherwise the second time: \($0.reasons)" }
    }

    private func refilled<Key: Comparable & Hashable, Value>(_ old: [Key: Value]) -> [Key: Value] {
        var new = [Key: Value](minimumCapacity: 4 * old.count + 64)
        for key in old.keys.sorted().reversed() { new[key] = old[key] }
        return new
    }

    private func refilled(_ old: [VisitClass: TurnRow]) -> [VisitClass: TurnRow] {
        var new = [VisitClass: TurnRow](minimumCapacity: 4 * old.count + 64)
        for key in VisitClass.allCases.reversed() { new[key] = old[key] }
        return new
    }

    /// Facts of the registers that nobody asks for: they fall due.
    private func fallsDue(_ event: RegisterEvent) -> Bool {
        switch event {
        case .tableLeft, .callbackOverdue, .callbackMissed, .collectionReminded, .visitEntryLapsed,
            .callEntryLapsed, .penaltyDrafted, .textLate, .textMissing, .messageReminded,
            .promiseReminded, .promiseOverdue, .leaderAnnounced, .recheckOverdue,
            .confirmationReminded:
            true
        default: false
        }
    }

    /// A refusal says why, and leaves no trace but what fell due.
    private func refusalFaults(_ ruling: Ruling, _ before: SiteState) -> [String] {
        guard ruling.answer == nil else { return [] }
        guard ruling.refusal != nil else { return ["neither an answer nor a refusal"] }
        guard !ruling.events.isEmpty else { return [] }
        let due = HouseRules.decide(
            .settleDue, by: .clock, in: before, under: days.policy, at: days.now)
        return ruling.events.filter {
            if case .registers(let event) = $0, fallsDue(event) { return false }
            return !due.events.contains($0)
        }.map { "refused, but \($0)" }
    }

    private func codingFaults(_ events: [SiteEvent]) -> [String] {
        do {
            let read = try throughJSON(events)
            if read != events { return ["an event reads differently: \(read)"] }
            guard decisions.isMultiple(of: 48) else { return [] }
            return try throughJSON(days.state) == days.state ? [] : ["the state reads differently"]
        } catch {
            return ["not to be read: \(error)"]
        }
    }

    private func outcomeFaults(
        _ ruling: Ruling, _ command: Command, _ before: SiteState
    ) -> [String] {
        switch command {
        case .visits(.register(let arrival)):
            arrivalFaults(ruling, arrival, before)
                + undoneFaults(arrival, before, days.policy, at: days.now)
        case .visits(.void(let visit, _)):
            voidFaults(ruling, visit, before, days.state, at: days.now)
        case .calls(.arrive(let call, let wanted)):
            callFaults(ruling, call, wanted, before)
        case .roster, .sheet, .presence, .visits, .calls, .duty, .claims, .registers, .ownership,
            .adjudication, .channels, .sales, .selection, .commission, .settleDue:
            []
        }
    }

    private func arrivalFaults(
        _ ruling: Ruling, _ arrival: Arrival, _ before: SiteState
    ) -> [String] {
        let rotation = days.state.rotation
        let open = rotation.visits[arrival.visit]
        switch ruling.answer {
        case .receptionist(let staff, let effect):
            guard open?.receptionist == staff, open?.effect == effect else {
                return ["answered \(staff), but the visit knows otherwise"]
            }
        case .cover(let locked):
            guard rotation.held.contains(arrival.visit), open?.lockedFor == locked else {
                return ["answered that it is held, but it is not"]
            }
        default:
            return ruling.answer == nil ? [] : ["an arrival answered with something else"]
        }
        let row = days.policy.rotation.turnTable[arrival.visitClass]
        guard before.rotation.isOpen, before.rotation.day == days.now.day,
            rotation.isConfirmed || days.policy.rotation.draftEffectiveUnconfirmed,
            row?.receiver == .currentTurn, row?.effect == .counted,
            isWithinHours(arrival.arrivedAt ?? days.now),
            !before.duty.awaited.values.contains(where: { days.now.wholeSecond > $0.until }),
            let oracle = TurnOracle(before.rotation, at: days.now)
        else { return [] }
        return oracle.faults(ruling, rotation, arrival.visit)
    }

    private func isWithinHours(_ moment: Moment) -> Bool {
        guard let from = days.policy.duty.hoursFrom, let to = days.policy.duty.hoursTo else {
            return true
        }
        return moment.timeOfDay >= from && moment.timeOfDay < to
    }

    private func callFaults(
        _ ruling: Ruling, _ call: CallID, _ wanted: StaffID?, _ before: SiteState
    ) -> [String] {
        let open = days.state.calls.open[call]
        switch ruling.answer {
        case .answerer(let staff):
            let free = before.rotation.member(staff)
            if open?.answerer != staff || days.state.rotation.member(staff)?.call != call {
                return ["\(staff) answers, but the call knows otherwise"]
            }
            if free?.call != nil { return ["\(staff) was on the line already"] }
        case .callback:
            if open == nil || open?.answerer != nil { return ["no slip for \(call)"] }
        default:
            return ruling.answer == nil ? [] : ["a call answered with something else"]
        }
        return []
    }
}

/// Read from text.
func fromJSON<Value: Codable>(_ text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
}

/// Written and read again.
func throughJSON<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
}
