extension Registers {
    /// Makes one fact true.
    mutating func apply(_ event: RegisterEvent) {
        switch event {
        case .penaltyDrafted: break
        case .signed(let signature, let staff, let at):
            signatures[signature.paper.key, default: []].append(
                GivenSignature(signature: signature, by: staff, at: at))
        case .visitEntered, .visitSeenOff, .visitEntryLapsed, .callEntered, .callEntryLapsed:
            applyEntry(event)
        case .textDue, .textSent, .textDeclined, .textLate, .textMissing, .eveningEnded,
            .textReviewed:
            applyText(event)
        case .registersCollected(let day, _, _, _): counts[day] = nil
        case .collectionReminded(let day, _): counts[day]?.reminded = true
        case .confirmationReminded(let day, _): agenda.drop(.callOrder(day))
        case .callbackOverdue(let call, _):
            callbacks.removeAll { $0.call == call }
            callbacksOverdue.append(call)
        case .callbackMissed(let call, _): callbacksOverdue.removeAll { $0 == call }
        case .messageLeft, .messageReminded, .messageHandled, .promised, .promiseAmended,
            .promiseReminded, .promiseOverdue, .promiseAnswered, .leaderPlanned, .leaderAnnounced:
            applySlip(event)
        default: applyFloor(event)
        }
    }

    private mutating func applyEntry(_ event: RegisterEvent) {
        switch event {
        case .visitEntered(let entry, let closes, let late, let at):
            var waiting = visits[entry.visit] ?? WaitingVisit(staff: entry.staff, closes: closes)
            waiting.filled = entry.filled
            visits[entry.visit] = entry.missing.isEmpty ? nil : waiting
            if entry.missing.isEmpty {
                agenda.drop(.visitEntry(entry.visit))
                if !late { counts[at.day, default: DayCount()].visits += 1 }
            } else if !waiting.lapsed {
                agenda.set(.visitEntry(entry.visit), from: closes)
            }
        case .visitSeenOff(let visit, let staff, let closes, _):
            expectEntry(visit, staff, closes: closes)
        case .visitEntryLapsed(let visit, _, _, _):
            visits[visit]?.lapsed = true
            agenda.drop(.visitEntry(visit))
        case .callEntered(let line, let closes, let late, let at):
            enter(line, closes: closes, late: late, at: at)
        case .callEntryLapsed(let call, _, _, _):
            calls[call]?.lapsed = true
            agenda.drop(.callEntry(call))
        default: break
        }
    }

    private mutating func enter(_ line: CallLine, closes: Moment, late: Bool, at: Moment) {
        let call = line.entry.call
        let isNew = calls[call] == nil
        if isNew, !late { counts[at.day, default: DayCount()].calls += 1 }
        if line.missing.isEmpty {
            calls[call] = nil
            if finished.removeValue(forKey: call) == nil { enteredEarly.insert(call) }
            agenda.drop(.callEntry(call))
        } else {
            let lapsed = late || (calls[call]?.lapsed ?? false)
            calls[call] = WaitingCall(line: line, closes: closes, lapsed: lapsed)
            if lapsed {
                agenda.drop(.callEntry(call))
            } else {
                agenda.set(.callEntry(call), from: closes)
            }
        }
        if line.entry.isFirst, texts[call] == nil { firstCalls.insert(call) }
    }

    private mutating func applyText(_ event: RegisterEvent) {
        switch event {
        case .textDue(let call, let staff, let by, let closes):
            firstCalls.remove(call)
            let day = closes.day.adding(days: -1)
            texts[call] = WaitingText(staff: staff, day: day, by: by, closes: closes)
            if let by { agenda.set(.textLate(call), from: by.adding(seconds: 1)) }
            agenda.set(.textMissing(call), from: closes)
        case .textSent(let call, _, let late, _): settleText(call, late ? .late : .sent)
        case .textDeclined(let call, _, _): settleText(call, .declined)
        case .textLate(let call, _, _):
            texts[call]?.status = .late
            agenda.drop(.textLate(call))
        case .textMissing(let call, _, _): settleText(call, .missing)
        case .eveningEnded(let day, _):
            evening = day
            texts = texts.filter { $0.value.day >= day || agenda.has(.textMissing($0.key)) }
        case .textReviewed(let call, _, let passed, _): texts[call]?.passed = passed
        default: break
        }
    }

    /// A mark that a text is missing stays, even if it is sent after all.
    private mutating func settleText(_ call: CallID, _ status: TextStatus) {
        if texts[call]?.status != .missing { texts[call]?.status = status }
        agenda.drop(.textLate(call))
        agenda.drop(.textMissing(call))
    }

    private mutating func applySlip(_ event: RegisterEvent) {
        switch event {
        case .messageLeft(let slip, let staff, let remind, _):
            messages[slip] = staff
            agenda.set(.message(slip), from: remind)
        case .messageReminded(let slip, _, _): agenda.drop(.message(slip))
        case .messageHandled(let slip, _, _):
            messages[slip] = nil
            agenda.drop(.message(slip))
        case .promised(let fact, _), .promiseAmended(let fact, _, _):
            promises[fact.slip] = OpenPromise(fact: fact)
            agenda.set(.promiseReminder(fact.slip), from: fact.remind)
            agenda.set(.promise(fact.slip), from: fact.due.wholeSecond.adding(seconds: 1))
        case .promiseReminded(let slip, _, _): agenda.drop(.promiseReminder(slip))
        case .promiseOverdue(let slip, _, _):
            promises[slip]?.isOverdue = true
            agenda.drop(.promise(slip))
        case .promiseAnswered(let slip, _, _, _):
            promises[slip] = nil
            agenda.drop(.promise(slip))
            agenda.drop(.promiseReminder(slip))
        case .leaderPlanned(let slip, let visit, let notice):
            leaders[slip] = visit
            agenda.set(.leader(slip), from: notice)
        case .leaderAnnounced(let slip, _): agenda.drop(.leader(slip))
        default: break
        }
    }

    private mutating func applyFloor(_ event: RegisterEvent) {
        switch event {
        case .stepMarked(let visit, let step, let at):
            steps[visit, default: MarkedSteps(day: at.day)].steps.append(step)
        case .tableReset(let visit, _):
            tables.removeAll { $0.visit == visit }
            tablesLeft.removeAll { $0 == visit }
        case .tableLeft(let visit, _, _):
            tables.removeAll { $0.visit == visit }
            tablesLeft.append(visit)
        case .kitChecked(let staff, let short, _): kits[staff] = short
        case .tourDeparted(let sheet, _): tours[sheet.visit] = sheet.helmets
        case .tourReturned(let visit, _, _): tours[visit] = nil
        case .inspected(let inspection, let inspector, let closes, _):
            inspected(inspection, by: inspector, closes: closes)
        case .rechecked(let slip, _, _, _), .recheckOverdue(let slip, _, _):
            inspections[slip] = nil
            agenda.drop(.recheck(slip))
        default: break
        }
    }

    private mutating func inspected(
        _ inspection: Inspection, by inspector: StaffID, closes: Moment
    ) {
        if inspection.list == .table { tablesLeft.removeAll { $0.rawValue == inspection.about } }
        guard !inspection.failed.isEmpty else { return }
        inspections[inspection.slip] = OpenInspection(
            list: inspection.list, staff: inspection.staff, inspector: inspector,
            failed: inspection.failed, about: inspection.about)
        agenda.set(.recheck(inspection.slip), from: closes)
    }
}
