import HouseRules

/// What people are owed and have taken in advance, summed up from the facts alone.
struct TurnLedger {
    private(set) var owed: [StaffID: Int] = [:]
    private(set) var advances: [StaffID: Int] = [:]
    private(set) var counted: [StaffID: Int] = [:]
    /// Passes of the pointer that ended as nothing a pass may end as.
    private(set) var strange: [String] = []
    private var mechanism = Mechanism.ring

    mutating func enter(_ event: SiteEvent) {
        if case .duty(let event) = event { return enter(event) }
        guard case .reception(let event) = event else { return }
        switch event {
        case .turnPassed(let staff, _, .makeupGranted, _): owed[staff, default: 0] += 1
        case .turnPassed(let staff, _, .advanceSpent, _): advances[staff, default: 0] -= 1
        case .turnPassed(_, _, .forfeited, _): break
        case .turnPassed(let staff, _, .counted, .chargedLater): counted[staff, default: 0] += 1
        case .turnPassed(let staff, _, let effect, _):
            strange.append("a turn of \(staff) passed as \(effect)")
        case .turnAdjusted(let staff, _, _):
            if mechanism == .ring { owed[staff, default: 0] += 1 }
        case .advanceTaken(let staff, let count): advances[staff, default: 0] += count
        case .owedCleared(let staff, let makeups, let taken):
            owed[staff, default: 0] -= makeups
            advances[staff, default: 0] -= taken
        case .sheetPublished(let sheet):
            mechanism = sheet.mechanism
            for makeup in sheet.expired { owed[makeup.staff, default: 0] -= 1 }
            for advance in sheet.clearedAdvances {
                advances[advance.staff, default: 0] -= advance.count
            }
        case .visitAssigned(let fact): enter(fact)
        default: break
        }
    }

    /// A group taken back: the turn is no longer counted, but lost or owed.
    private mutating func enter(_ event: DutyEvent) {
        guard case .takenBack(_, let staff, let effect, _, _) = event else { return }
        if effect == .makeupGranted, mechanism == .ring { owed[staff, default: 0] += 1 }
    }

    private mutating func enter(_ fact: AssignmentFact) {
        switch fact.effect {
        case .makeupUsed, .returnedUsed: owed[fact.staff, default: 0] -= 1
        case .counted: counted[fact.staff, default: 0] += 1
        default: break
        }
    }

    /// Where the books and the state disagree.
    func faults(_ state: SiteState) -> [String] {
        var faults = strange
        for (staff, count) in owed where state.rotation.owed(to: staff) != count {
            faults.append(
                "\(staff) is owed \(state.rotation.owed(to: staff)), by the books \(count)")
        }
        for (staff, count) in advances {
            let open = state.rotation.member(staff)?.advance ?? 0
            if open != count {
                faults.append("\(staff) has \(open) advances, by the books \(count)")
            }
        }
        return faults
    }
}
