import HouseRules

/// How a period went, or would have gone: who received and answered, what it did to turns, what it
/// cost.
struct WhatIfCourse: Sendable {
    /// Who received a group, with the effect on their turn.
    struct Reception: Sendable, Hashable {
        var staff: StaffID?
        var effect: TurnEffect?
    }

    /// Sums of one person.
    struct Sums: Sendable, Hashable {
        var receptions = 0
        var calls = 0
        var effects: [LedgerEffect: Int] = [:]
        var fines = Money(fen: 0)
    }

    private(set) var state: SiteState
    private(set) var receptions: [VisitID: Reception] = [:]
    private(set) var answerers: [CallID: StaffID] = [:]
    private(set) var effects: [StaffID: [LedgerEffect: Int]] = [:]
    private(set) var fines: [StaffID: Money] = [:]
    /// Deals that were given to somebody in the period, by the rules or by a ruling.
    private(set) var attributed: Set<DealID> = []
    /// The statements of the months that were worked out in it, as they were last.
    private(set) var months: [BusinessDay: [Statement]] = [:]

    init(_ state: SiteState) { self.state = state }

    /// Makes recorded events true.
    mutating func add(_ events: [SiteEvent]) {
        for event in events { state.apply(event) }
        note(events)
    }

    /// Decides a command under other rules and goes on with what came out.
    mutating func rule(
        on command: Command, by actor: Actor, under policy: Policy, at moment: Moment
    ) -> Ruling {
        let ruling = state.rule(on: command, by: actor, under: policy, at: moment)
        note(ruling.events)
        return ruling
    }

    private mutating func note(_ events: [SiteEvent]) {
        for event in events {
            noteWho(event)
            for line in ListWriter.ledgerLines(event) {
                effects[line.staff, default: [:]][line.effect, default: 0] += line.amount
            }
        }
    }

    private mutating func noteWho(_ event: SiteEvent) {
        switch event {
        case .reception(.visitRegistered(let visit)):
            receptions[visit.visit] = Reception()
        case .reception(.visitAssigned(let fact)):
            receptions[fact.visit] = Reception(staff: fact.staff, effect: fact.effect)
        case .reception(.visitReassigned(let fact)):
            receptions[fact.visit] = Reception(staff: fact.staff, effect: fact.effect)
        case .reception(.visitVoided(let fact)):
            receptions[fact.visit] = nil
        case .duty(.takenBack(let visit, _, _, _, _)):
            receptions[visit] = Reception()
        case .calls(.answered(let call, let staff, _, _)):
            answerers[call] = staff
        case .registers(.penaltyDrafted(let draft, _)):
            fines[draft.staff] = (fines[draft.staff] ?? Money(fen: 0)) + draft.amount
        case .adjudication(.attributed(let deal, _)):
            attributed.insert(deal)
        case .commission(.workedOut(let month, let statements, _)):
            months[month] = statements
        default:
            break
        }
    }

    /// The sums of everybody, by who they are.
    var sums: [StaffID: Sums] {
        var sums: [StaffID: Sums] = [:]
        for reception in receptions.values {
            if let staff = reception.staff { sums[staff, default: Sums()].receptions += 1 }
        }
        for staff in answerers.values { sums[staff, default: Sums()].calls += 1 }
        for (staff, effects) in effects { sums[staff, default: Sums()].effects = effects }
        for (staff, fine) in fines { sums[staff, default: Sums()].fines = fine }
        return sums
    }
}
