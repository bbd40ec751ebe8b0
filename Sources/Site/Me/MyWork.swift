import HouseRules

/// What waits for a consultant besides their place: answers, customers to claim, steps, notes.
struct MyWork: Sendable {
    /// A group that was sent to them and waits for their answer (REC-10).
    struct Call: Sendable {
        let visit: String
        let number: Int
        let until: Moment
    }

    /// A visit of a colleague's whose customer is theirs (REC-31).
    struct Claimable: Sendable {
        let visit: String
        let number: Int
        let receptionist: String
        let until: Moment
    }

    /// A visit in hand with its steps (REC-47).
    struct Steps: Sendable {
        let visit: String
        let number: Int
        let left: [ReceptionStep]
        let done: Int
        let mayTalkPrice: Bool
    }

    /// Something with a moment by which it has to be done.
    struct Due: Sendable {
        let visit: String
        let text: String
        let until: Moment
        /// What a colleague wrote down about it.
        var note: String?

        var words: HTML? { note.map { "<blockquote class=\"my-words\">\($0)</blockquote>" } }
    }

    /// A turn of theirs that was lost today (REC-15).
    struct Lost: Sendable {
        let visit: String
        let text: String
    }

    var calls: [Call] = []
    var claimable: [Claimable] = []
    var steps: [Steps] = []
    var tables: [Due] = []
    var entries: [Due] = []
    /// Notes they owe a colleague.
    var notes: [Due] = []
    /// Notes for them to read.
    var readings: [Due] = []
    var lost: [Lost] = []
    /// Whom the first at the front may hand it to (REC-11).
    var successors: [Choice] = []
    /// From when on somebody who waived may come back (REC-08).
    var backFrom: Moment?
    /// What a waiver would mean now.
    var waiverNote: String?
    /// Their customers whose clocks run out soon (OWN-14).
    var lapsing = LapsingCount()
}

extension LapsingCount {
    /// How many of some customers are a consultant's and lapse within a week.
    init(of persons: [PersonID], of staff: StaffID, _ state: SiteState, on day: BusinessDay) {
        for person in Set(persons) {
            let record = state.ownership.ruling(of: person, on: day)
            guard let record, record.staff == staff, record.boughtOn == nil,
                record.until.number - day.number <= 7
            else { continue }
            add(lapse: record.until, on: day)
        }
    }
}

extension MyWork {
    /// What the house knows that concerns one person.
    init(
        of staff: StaffID, _ state: SiteState, _ policy: Policy, at now: Moment,
        names: StaffDirectory
    ) {
        let numbers = state.customers.traces.mapValues(\.number)
        calls = state.duty.awaited.filter { $0.value.staff == staff }
            .sorted { $0.value.until < $1.value.until }
            .map {
                Call(visit: $0.key.rawValue, number: numbers[$0.key] ?? 0, until: $0.value.until)
            }
        claimable = Self.claimable(by: staff, state, policy.claims, at: now, names)
        steps = Self.steps(of: staff, state, policy.registers)
        addRegisters(staff, state, policy.registers, numbers)
        addHandovers(staff, state, names, numbers)
        lost = Self.lost(of: staff, state, numbers)
        addMoves(staff, state, policy.rotation, at: now, names)
    }

    /// Only customers with whom something holds; the four conditions are asked with the claim.
    private static func claimable(
        by staff: StaffID, _ state: SiteState, _ knobs: ClaimPolicy, at now: Moment,
        _ names: StaffDirectory
    ) -> [Claimable] {
        state.customers.traces.compactMap { visit, trace -> Claimable? in
            guard let started = trace.startedAt, trace.finishedAt == nil, trace.claimedAt == nil,
                let receptionist = trace.receptionist, receptionist != staff
            else { return nil }
            let standing = state.ownership.standing(of: trace.person, with: staff, on: now.day)
            guard standing.isOwned || standing.callUntil != nil || standing.isOwnResource else {
                return nil
            }
            let byCall = !standing.isOwned && standing.callUntil != nil
            let seconds = byCall ? knobs.discoverSeconds : knobs.windowSeconds
            let until = started.wholeSecond.adding(seconds: seconds)
            guard now.wholeSecond <= until else { return nil }
            return Claimable(
                visit: visit.rawValue, number: trace.number,
                receptionist: names.name(receptionist), until: until)
        }
        .sorted { $0.until < $1.until }
    }

    private static func steps(
        of staff: StaffID, _ state: SiteState, _ knobs: RegisterPolicy
    ) -> [Steps] {
        state.rotation.visits.values.filter { $0.receptionist == staff }
            .sorted { $0.number < $1.number }
            .map { visit in
                let done = Set(state.registers.steps[visit.visit]?.steps ?? [])
                return Steps(
                    visit: visit.visit.rawValue, number: visit.number,
                    left: knobs.requiredSteps.filter { !done.contains($0) }, done: done.count,
                    mayTalkPrice: state.customers.traces[visit.visit]?.priceAt == nil)
            }
    }

    private mutating func addRegisters(
        _ staff: StaffID, _ state: SiteState, _ knobs: RegisterPolicy, _ numbers: [VisitID: Int]
    ) {
        tables = state.registers.tables.filter { $0.staff == staff }.map {
            Due(
                visit: $0.visit.rawValue, text: "第 \(numbers[$0.visit] ?? 0) 组的谈判桌",
                until: $0.since.wholeSecond.adding(seconds: knobs.tableMinutes * 60))
        }
        entries = state.registers.visits.filter { $0.value.staff == staff && !$0.value.lapsed }
            .sorted { ($0.value.closes, $0.key) < ($1.value.closes, $1.key) }
            .map { visit, waiting in
                let missing = knobs.visitFields.filter { !waiting.filled.contains($0) }
                let name = numbers[visit].map { "第 \($0) 组" } ?? "前一天的一组"
                return Due(
                    visit: visit.rawValue,
                    text: "\(name)还缺 \(missing.map(\.label).listed)",
                    until: waiting.closes.adding(seconds: -1))
            }
    }

    private mutating func addHandovers(
        _ staff: StaffID, _ state: SiteState, _ names: StaffDirectory, _ numbers: [VisitID: Int]
    ) {
        for (visit, handover) in state.customers.handovers.sorted(by: { $0.key < $1.key }) {
            let name = numbers[visit].map { "第 \($0) 组" } ?? "一组客户"
            if handover.by == staff, !handover.isNoted {
                notes.append(
                    Due(
                        visit: visit.rawValue, text: "\(name)是 \(names.name(handover.owner)) 的客户",
                        until: handover.until))
            }
            if handover.owner == staff, handover.isNoted {
                readings.append(
                    Due(
                        visit: visit.rawValue, text: "\(names.name(handover.by)) 替您接了\(name)",
                        until: handover.until))
            }
        }
    }

    private static func lost(
        of staff: StaffID, _ state: SiteState, _ numbers: [VisitID: Int]
    ) -> [Lost] {
        let open = state.duty.disputes.values.map(\.turn)
        return state.duty.lost.filter { $0.staff == staff && !open.contains($0) }.map {
            Lost(
                visit: $0.visit.rawValue,
                text: "第 \(numbers[$0.visit] ?? 0) 组到时轮空：\($0.why.label)")
        }
    }

    private mutating func addMoves(
        _ staff: StaffID, _ state: SiteState, _ knobs: RotationPolicy, at now: Moment,
        _ names: StaffDirectory
    ) {
        let rotation = state.rotation
        let queue = rotation.queue.map { rotation.members[$0].staff }
        if queue.first == staff {
            successors = queue.dropFirst().map {
                Choice(value: $0.rawValue, label: names.name($0))
            }
        }
        guard let member = rotation.member(staff) else { return }
        let seconds = knobs.waiverMinutes * 60
        let earliest = member.since.wholeSecond.adding(seconds: seconds)
        switch (knobs.waiverTime, member.presence) {
        case (.absence, .waived): backFrom = earliest
        case (.absence, .onStand):
            waiverNote =
                "现在弃站，最早 \(now.wholeSecond.adding(seconds: seconds).exactWords) 才能回位。"
        case (.standBefore, .onStand):
            waiverNote =
                now.wholeSecond < earliest
                ? "要站满 \(knobs.waiverMinutes) 分钟：\(earliest.exactWords) 起才能弃站。"
                : "已站满 \(knobs.waiverMinutes) 分钟，可以弃站，回位不限时。"
        default: break
        }
    }
}
