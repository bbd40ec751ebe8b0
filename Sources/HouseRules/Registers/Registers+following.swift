/// What the registers note of receptions and calls as they happen; `rotation` and `open` are as
/// they were before.
extension Registers {
    mutating func follow(_ event: ReceptionEvent, _ rotation: Rotation) {
        switch event {
        case .sheetPublished(let sheet): dropWhatIsOver(before: sheet.day)
        case .visitAssigned(let fact): kits[fact.staff] = nil
        case .visitLogged(let visit, _, _, let at):
            counts[at.day, default: DayCount()].visits += 1
            visits[visit] = nil
            agenda.drop(.visitEntry(visit))
            if steps[visit] != nil { steps[visit]?.steps.append(.register) }
        case .receptionFinished(let visit, let staff, let at):
            tables.append(WaitingTable(visit: visit, staff: staff, since: at))
            if rotation.visits[visit]?.logged == false {
                expectEntry(visit, staff, closes: at.day.adding(days: 1).start)
            }
        case .visitVoided(let fact):
            drop(fact.visit)
            steps[fact.visit] = nil
            tablesLeft.removeAll { $0 == fact.visit }
            if fact.logged, let entered = counts[fact.at.day]?.visits {
                counts[fact.at.day]?.visits = max(0, entered - 1)
            }
        case .dayClosed(let day, _, _):
            // In an order of its own: a dictionary has another one every time.
            let open = rotation.visits.values.sorted { $0.visit < $1.visit }
            for visit in open where !visit.logged {
                guard let staff = visit.receptionist else { continue }
                expectEntry(visit.visit, staff, closes: day.adding(days: 2).start, isGoing: true)
            }
        default: break
        }
    }

    /// A group that belongs to another has no line and no table of its own (REC-35).
    mutating func follow(_ event: ClaimEvent) {
        guard case .merged(let folded, _) = event else { return }
        drop(folded)
    }

    private mutating func drop(_ visit: VisitID) {
        visits[visit] = nil
        agenda.drop(.visitEntry(visit))
        tables.removeAll { $0.visit == visit }
    }

    /// The day of the entry is the day on which the reception ended (visit_log.cross_midnight).
    /// What is too late already stays so and is not due once more.
    mutating func expectEntry(
        _ visit: VisitID, _ staff: StaffID, closes: Moment, isGoing: Bool = false
    ) {
        var waiting = visits[visit] ?? WaitingVisit(staff: staff, closes: closes)
        waiting.isGoing = isGoing
        defer { visits[visit] = waiting }
        guard !waiting.lapsed else { return }
        waiting.closes = closes
        agenda.set(.visitEntry(visit), from: closes)
    }

    mutating func follow(_ event: CallEvent, _ open: [CallID: OpenCall]) {
        switch event {
        case .answered(let call, _, _, _):
            finished[call] = nil
            callbacks.removeAll { $0.call == call }
            callbacksOverdue.removeAll { $0 == call }
        case .callbackOpened(let call, _, let at):
            finished[call] = nil
            callbacks.append(WaitingCallback(call: call, since: at))
        case .ended(let call, let staff, let at):
            if enteredEarly.remove(call) == nil {
                finished[call] = FinishedCall(staff: staff, endedAt: at)
            }
        case .orderIssued(let day, let confirmBy, _):
            agenda.set(.callOrder(day), from: confirmBy.adding(seconds: 1))
        case .orderConfirmed(let day, _): agenda.drop(.callOrder(day))
        case .sheetPublished, .joined, .turnPassed, .lineHanded, .rangOut: break
        }
    }

    /// Late entries are taken for one more day; then nobody asks any more.
    private mutating func dropWhatIsOver(before day: BusinessDay) {
        let yesterday = day.adding(days: -1)
        finished = finished.filter { $0.value.endedAt.day >= yesterday }
        visits = visits.filter { !$0.value.lapsed || $0.value.closes > yesterday.start }
        calls = calls.filter { !$0.value.lapsed || $0.value.closes > yesterday.start }
        texts = texts.filter { $0.value.day >= yesterday || agenda.has(.textMissing($0.key)) }
        counts = counts.filter { $0.key >= day.adding(days: -7) }
        steps = steps.filter { $0.value.day >= yesterday }
        leaders = leaders.filter { $0.value.day >= day || agenda.has(.leader($0.key)) }
        tablesLeft = []
        kits = [:]
    }
}
