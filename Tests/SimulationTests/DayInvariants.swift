import Database
import HouseRules

@testable import Site

/// What must hold after any day; each check answers sentences about what does not.
struct DayInvariants {
    let entries: [Entry]
    let state: SiteState
    let policy: Policy

    var faults: [String] {
        order + receptionists + passes + makeups + advances
    }

    /// Numbers without gaps, moments that never go back, ids once only.
    private var order: [String] {
        var faults: [String] = []
        for (index, entry) in entries.enumerated() {
            if entry.seq != index + 1 { faults.append("entry \(entry.seq) at place \(index + 1)") }
            if index > 0, entry.at < entries[index - 1].at {
                faults.append("entry \(entry.seq) is earlier than the one before it")
            }
        }
        if Set(entries.map(\.id)).count != entries.count { faults.append("an id stands twice") }
        return faults
    }

    /// Every visit is registered once and given to one consultant at most.
    private var receptionists: [String] {
        var registered: [VisitID: Int] = [:]
        var assigned: [VisitID: Int] = [:]
        for case .reception(let event) in entries.flatMap(\.events) {
            switch event {
            case .visitRegistered(let visit): registered[visit.visit, default: 0] += 1
            case .visitAssigned(let fact): assigned[fact.visit, default: 0] += 1
            default: break
            }
        }
        return registered.filter { $0.value > 1 }.map { "visit \($0.key) was registered twice" }
            + assigned.filter { $0.value > 1 }.map { "visit \($0.key) has two receptionists" }
            + assigned.keys.filter { registered[$0] == nil }.map { "visit \($0) came from nowhere" }
    }

    /// A turn that passes its owner by is lost, owed or set against an advance, nothing else.
    private var passes: [String] {
        let allowed: Set<TurnEffect> = [.forfeited, .makeupGranted, .advanceSpent]
        return entries.flatMap { entry in
            entry.events.compactMap { event in
                guard case .reception(.turnPassed(let staff, _, let effect, _)) = event,
                    !allowed.contains(effect)
                else { return nil }
                return "entry \(entry.seq): a turn passed \(staff) as \(effect)"
            }
        }
    }

    private var lines: [LedgerLine] {
        entries.flatMap { $0.events.flatMap(ListWriter.ledgerLines) }.filter { $0.call == nil }
    }

    private func total(_ staff: StaffID, _ effects: LedgerEffect...) -> Int {
        lines.reduce(0) { sum, line in
            sum + (line.staff == staff && effects.contains(line.effect) ? line.amount : 0)
        }
    }

    /// Turns owed: granted and given back = used + still owed + lapsed. On a tally site management
    /// gives a tick back instead of granting a turn.
    private var makeups: [String] {
        SimulatedSite.staff.compactMap { staff in
            let ticks = lines.count { line in
                line.staff == staff && line.note != nil && policy.rotation.mechanism == .tally
            }
            let granted = total(staff, .makeupGranted, .returned) - ticks
            let gone = total(staff, .makeupUsed, .returnedUsed, .makeupExpired, .makeupCleared)
            let owed = state.rotation.owed(to: staff)
            return granted == gone + owed
                ? nil : "\(staff): \(granted) turns granted, \(gone) gone, \(owed) owed"
        }
    }

    /// Turns taken in advance = spent + open + wiped.
    private var advances: [String] {
        SimulatedSite.staff.compactMap { staff in
            let taken = total(staff, .advanceTaken)
            let gone = total(staff, .advanceSpent, .advanceCleared)
            let open = state.rotation.member(staff)?.advance ?? 0
            return taken == gone + open
                ? nil : "\(staff): \(taken) advances taken, \(gone) gone, \(open) open"
        }
    }
}
