import HouseRules

/// What a fact led to.
struct Finding {
    let ruling: Ruling?
    let state: SiteState
    let day: BusinessDay

    init(_ ruling: Ruling?, _ state: SiteState, _ fact: ScenarioFact) {
        self.ruling = ruling
        self.state = state
        day = fact.moment.day
    }

    /// The finding in the form of an expectation.
    func seen(_ key: ExpectKey) -> Seen {
        switch key {
        case .person: one(person)
        case .effect: word(effect?.rawValue)
        case .outcome: word(outcome?.rawValue)
        case .refused: word(ruling?.refusal?.code)
        case .locked: one(lockedFor)
        case .owner: one(assignments.lazy.compactMap(\.onBehalfOf).first)
        case .passed: .pairs(passes)
        case .assigned: .pairs(assignments.map { pair($0.visit.rawValue, $0.staff.rawValue) })
        case .clauses: .words(clauses)
        case .reasons: .words(ruling?.reasons.map(\.name) ?? [])
        case .flags: .words(flags)
        case .called: people(called)
        case .penalties: .words(penalties)
        case .score: word(score)
        case .responsible: one(dutyEvents.lazy.compactMap(\.responsible).first)
        case .suspension: .words(dutyEvents.flatMap(\.suspensionDays))
        default: stateSeen(key)
        }
    }

    private func stateSeen(_ key: ExpectKey) -> Seen {
        let rotation = state.rotation
        switch key {
        case .pointer: return one(rotation.pointerStaff)
        case .makeup: return people(rotation.makeups.map(\.staff))
        case .advance:
            return .pairs(
                rotation.members.filter { $0.advance != 0 && !$0.released }
                    .map { pair($0.staff.rawValue, "\($0.advance)") })
        case .ticks:
            return .pairs(rotation.members.map { pair($0.staff.rawValue, "\($0.ticks)") })
        case .queue: return people(rotation.queue.map { rotation.members[$0].staff })
        case .order: return people(rotation.order.map { rotation.members[$0].staff })
        case .presence:
            return .pairs(
                rotation.members.map { pair($0.staff.rawValue, $0.presence.rawValue) })
        case .held: return .words(rotation.held.map(\.rawValue))
        case .holder:
            return .pairs(
                state.customers.ties.keys.map {
                    pair(
                        $0.rawValue,
                        state.customers.holder(of: $0, on: day)?.rawValue ?? Seen.nobody)
                })
        case .callPointer: return one(state.calls.pointerStaff)
        case .callOrder: return people(state.calls.order)
        default: return registerSeen(key)
        }
    }

    /// Who receives or answers: of the answer, or of the only visit given out.
    var person: StaffID? {
        switch ruling?.answer {
        case .receptionist(let staff, _), .answerer(let staff): staff
        case .callback(let wanted): wanted
        case .cover, .sheet, nil: nil
        case .done: assignments.count == 1 ? assignments[0].staff : nil
        }
    }

    /// The effect on the turn, likewise.
    var effect: TurnEffect? {
        switch ruling?.answer {
        case .receptionist(_, let effect): effect
        case .done: assignments.count == 1 ? assignments[0].effect : nil
        default: nil
        }
    }

    /// The kind of answer.
    var outcome: OutcomeWord? {
        guard let ruling else { return nil }
        return switch ruling.answer {
        case .receptionist: .assigned
        case .cover: .cover
        case .answerer: .answered
        case .callback: .callback
        case .sheet: .sheet
        case .done: .done
        case nil: .refused
        }
    }

    /// For whom management holds the visit.
    var lockedFor: StaffID? {
        guard case .cover(let staff) = ruling?.answer else { return nil }
        return staff
    }

    /// Turns that passed their owners by: `forfeited(away_personal)`.
    var passes: [Seen.Pair] {
        (ruling?.events ?? []).compactMap { event in
            switch event {
            case .reception(.turnPassed(let staff, _, let effect, let why)),
                .calls(.turnPassed(let staff, _, let effect, let why)):
                pair(staff.rawValue, "\(effect.rawValue)(\(why.rawValue))")
            case .duty(.takenBack(_, let staff, let effect, let why, _)):
                pair(staff.rawValue, "\(effect.rawValue)(\(why.rawValue))")
            default: nil
            }
        }
    }

    /// Clause numbers in the order of the reasons, each once.
    var clauses: [String] {
        var seen: Set<String> = []
        return (ruling?.reasons ?? []).map(\.clause.id).filter { seen.insert($0).inserted }
    }

    /// Marks of the decision.
    var flags: [String] {
        var seen: Set<String> = []
        return (ruling?.reasons ?? []).compactMap(\.flag).filter { seen.insert($0).inserted }
    }

    private var dutyEvents: [DutyEvent] {
        (ruling?.events ?? []).compactMap { event in
            guard case .duty(let event) = event else { return nil }
            return event
        }
    }

    private var called: [StaffID] {
        (ruling?.events ?? []).flatMap { event -> [StaffID] in
            guard case .reception(.standbyCalled(let staff)) = event else { return [] }
            return staff
        }
    }

    private var assignments: [AssignmentFact] {
        (ruling?.events ?? []).compactMap { event in
            guard case .reception(.visitAssigned(let fact)) = event else { return nil }
            return fact
        }
    }

    func one(_ staff: StaffID?) -> Seen { word(staff?.rawValue) }

    func word(_ text: String?) -> Seen { text.map { .word($0) } ?? .nothing }

    func people(_ staff: [StaffID]) -> Seen { .words(staff.map(\.rawValue)) }

    func pair(_ name: String, _ value: String) -> Seen.Pair {
        Seen.Pair(name: name, value: value)
    }
}

extension DutyEvent {
    fileprivate var responsible: StaffID? {
        guard case .frontVacant(let staff, _, _) = self else { return nil }
        return staff
    }

    fileprivate var suspensionDays: [String] {
        guard case .suspended(let suspension) = self else { return [] }
        return suspension.days.map(\.text)
    }
}
