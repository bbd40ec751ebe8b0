import HouseRules

/// Everything the house knows of a visit at a moment.
struct VisitFacts: Sendable {
    let row: VisitRow
    let state: SiteState
    let policy: Policy
    let at: Moment
    let names: StaffDirectory

    var visit: VisitID { row.visit }
    /// Known while the visit is there and for the rest of the day.
    var trace: VisitTrace? { state.customers.traces[visit] }
    /// Whether the group has not left yet.
    var isThere: Bool { trace != nil && trace?.finishedAt == nil }
    /// The customer, as far as known by now.
    var person: PersonID? { trace?.person ?? row.person }
    /// Who receives.
    var receptionist: StaffID? { trace?.receptionist ?? row.receptionist }

    /// What happened, in words.
    var words: [(name: String, value: String)] {
        var words = [
            ("到场", row.arrivedAt.words), ("类别", row.visitClass.label),
            ("谁接", received),
        ]
        if let named = row.named { words.append(("指名", names.name(named))) }
        if let effect = row.effect { words.append(("轮次", effect.label)) }
        if let started = trace?.startedAt { words.append(("开始接待", started.exactWords)) }
        if let claimed = trace?.claimedAt { words.append(("认领", claimed.exactWords)) }
        if let price = trace?.priceAt { words.append(("开始谈价", price.exactWords)) }
        if let logged = row.loggedAt { words.append(("来访登记", logged.exactWords)) }
        if let left = row.finishedAt { words.append(("送客", left.exactWords)) }
        if let staff = row.voidedBy {
            words.append(("作废", "\(row.voidNote ?? "")（\(names.name(staff))）"))
        }
        return words
    }

    private var received: String {
        guard let staff = receptionist else {
            let locked = state.rotation.visits[visit]?.lockedFor
            return locked.map { "管理人员先招呼，等 \(names.name($0)) 接完" } ?? "管理人员先招呼"
        }
        let owner = trace?.owner ?? row.onBehalfOf
        guard let owner, owner != staff else { return names.name(staff) }
        return "\(names.name(staff))（代 \(names.name(owner))）"
    }

    /// How far it is.
    var status: (text: String, tone: Tone) {
        if state.duty.awaited[visit] != nil { return ("等应答", .warn) }
        return switch row.status {
        case .receiving: ("接待中", .busy)
        case .finished: ("已送客", .off)
        case .waiting, .cover: ("等候中", .warn)
        case .void: ("已作废", .off)
        }
    }

    /// Whether it may still be declared void: the same day, and nothing hangs on it (REC-15).
    var mayBeVoid: Bool {
        guard let trace else { return false }
        return trace.arrivedAt.day == at.day && trace.bond == nil
    }

    /// The steps of the reception that were ticked.
    var steps: Set<ReceptionStep> { Set(state.registers.steps[visit]?.steps ?? []) }

    /// Whether a complete entry of the register is still waited for.
    var awaitsEntry: Bool {
        state.registers.visits[visit] != nil
            || isThere && trace?.logged == false
                && receptionist != nil
    }

    /// Columns of the register that are filled.
    var filled: Set<VisitColumn> { Set(state.registers.visits[visit]?.filled ?? []) }

    /// The table of this visit, when it still has to be put in order, and until when.
    var tableUntil: Moment? {
        state.registers.tables.first { $0.visit == visit }.map {
            $0.since.wholeSecond.adding(seconds: policy.registers.tableMinutes * 60)
        }
    }

    /// Other groups that are there, for putting two together.
    var others: [Choice] {
        state.customers.traces.filter {
            $0.key != visit && $0.value.finishedAt == nil && $0.value.receptionist != nil
        }
        .sorted { $0.value.number < $1.value.number }
        .map { Choice(value: $0.key.rawValue, label: "第 \($0.value.number) 组") }
    }

    /// A turn of somebody's that this visit passed by and that may still be disputed (REC-15).
    func lostTurns() -> [LostTurn] {
        let open = state.duty.disputes.values.map(\.turn)
        return state.duty.lost.filter { $0.visit == visit && !open.contains($0) }
    }
}
