/// What lapses in the registers: by the clock, or before anything that could depend on it.
extension Deliberation {
    mutating func lapseRegisters() {
        let due = registers.agenda.deadlines.prefix { $0.from <= at.wholeSecond }
        for deadline in due where registers.agenda.has(deadline.subject) { lapse(deadline.subject) }
        while let table = registers.tables.first, isTableDue(table, policy, at) {
            emit(.tableLeft(table.visit, table.staff, at: at))
            because(.tableLeft(table.visit, table.staff))
        }
        while let waiting = registers.callbacks.first, isCallbackDue(waiting, policy, at) {
            emit(.callbackOverdue(waiting.call, at: at))
            because(.callbackOverdue(waiting.call))
        }
        for day in registers.counts.keys.sorted()
        where isCollectionDue(day, registers.counts[day], policy, at) {
            emit(.collectionReminded(day, at: at))
            because(.notCollected(day))
        }
    }

    /// At the close, what should have been called back by then counts as not called back that day.
    /// The slip itself stays for one more day (REC-57).
    mutating func giveUpCallbacks(at closing: Moment) {
        while let waiting = registers.callbacks.first, isCallbackDue(waiting, policy, closing) {
            emit(.callbackOverdue(waiting.call, at: at))
            because(.callbackOverdue(waiting.call))
        }
        for call in registers.callbacksOverdue {
            emit(.callbackMissed(call, at: at))
            because(.callbackMissed(call))
        }
    }

    private mutating func lapse(_ subject: DeadlineSubject) {
        switch subject {
        case .visitEntry(let visit): lapseVisitEntry(visit)
        case .callEntry(let call): lapseCallEntry(call)
        case .textLate(let call):
            guard let staff = registers.texts[call]?.staff else { return }
            emit(.textLate(call, staff, at: at))
            because(.textLate(call, staff))
        case .textMissing(let call):
            guard let staff = registers.texts[call]?.staff else { return }
            emit(.textMissing(call, staff, at: at))
            because(.textMissing(call, staff))
        case .callOrder(let day):
            emit(.confirmationReminded(day, at: at))
            because(.orderUnconfirmed(day))
        case .message, .promiseReminder, .promise, .leader, .recheck: lapseSlip(subject)
        }
    }

    private mutating func lapseSlip(_ subject: DeadlineSubject) {
        switch subject {
        case .message(let slip):
            guard let staff = registers.messages[slip] else { return }
            emit(.messageReminded(slip, staff, at: at))
            because(.messageOpen(slip, staff))
        case .promiseReminder(let slip):
            guard let fact = registers.promises[slip]?.fact else { return }
            emit(.promiseReminded(slip, fact.staff, at: at))
            because(.promiseSoon(slip, fact.staff, due: fact.due))
        case .promise(let slip):
            guard let fact = registers.promises[slip]?.fact else { return }
            emit(.promiseOverdue(slip, fact.staff, at: at))
            because(.promiseOverdue(slip, fact.staff))
        case .leader(let slip):
            guard let moment = registers.leaders[slip] else { return }
            emit(.leaderAnnounced(slip, at: at))
            because(.leaderComing(slip, at: moment))
        case .recheck(let slip):
            guard let open = registers.inspections[slip] else { return }
            emit(.recheckOverdue(slip, by: open.inspector, at: at))
            because(.recheckOverdue(open.list, open.inspector))
        default: break
        }
    }
}

/// Whether ``Deliberation/lapseRegisters()`` would write anything.
func isRegisterDue(_ registers: Registers, _ policy: Policy, _ at: Moment) -> Bool {
    if let first = registers.agenda.first, first.from <= at.wholeSecond { return true }
    if let table = registers.tables.first, isTableDue(table, policy, at) { return true }
    if let waiting = registers.callbacks.first, isCallbackDue(waiting, policy, at) { return true }
    return registers.counts.contains { isCollectionDue($0.key, $0.value, policy, at) }
}

/// The table is late from the first second after its minutes (table_reset.minutes).
private func isTableDue(_ table: WaitingTable, _ policy: Policy, _ at: Moment) -> Bool {
    at.seconds(since: table.since) > policy.registers.tableMinutes * 60
}

/// The call-back is late from the first second after its minutes (callback.minutes).
private func isCallbackDue(_ waiting: WaitingCallback, _ policy: Policy, _ at: Moment) -> Bool {
    at.seconds(since: waiting.since) > policy.registers.callbackMinutes * 60
}

/// The reminder comes at a moment of the next day (register.remind_at).
private func isCollectionDue(
    _ day: BusinessDay, _ count: DayCount?, _ policy: Policy, _ at: Moment
) -> Bool {
    guard let count, !count.reminded else { return false }
    return at.wholeSecond >= day.adding(days: 1).at(policy.registers.closingReminder)
}
