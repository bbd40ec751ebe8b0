/// Messages, promises and inspections (REC-46, REC-49, REC-58, REC-65).
extension Deliberation {
    mutating func carryOutSlip(_ command: RegisterCommand) throws(Refusal) {
        try allowFloor()
        switch command {
        case .leaveMessage(let slip, let staff): try leaveMessage(slip, for: staff)
        case .handleMessage(let slip):
            guard let staff = registers.messages[slip] else { throw .registers(.noSuchSlip(slip)) }
            emit(.messageHandled(slip, staff, at: at))
            because(.messageHandled(staff))
        case .promise(let slip, let staff, let department, let due):
            guard registers.promises[slip] == nil else { throw .registers(.slipExists(slip)) }
            _ = try known(staff)
            let usual = at.wholeSecond.adding(seconds: registerKnobs.promiseHours * 3600)
            let fact = try promise(slip, staff, department, due ?? usual)
            emit(.promised(fact, at: at))
            because(.promised(staff, due: fact.due))
        case .amendPromise(let slip, let due, let note):
            let open = try openPromise(slip)
            guard !note.isEmpty else { throw .registers(.factMissing([slip.rawValue])) }
            let fact = try promise(slip, open.fact.staff, open.fact.department, due)
            emit(.promiseAmended(fact, note: note, at: at))
            because(.promised(fact.staff, due: due))
        case .answerPromise(let slip):
            let open = try openPromise(slip)
            emit(.promiseAnswered(slip, open.fact.staff, late: open.isOverdue, at: at))
            because(.promiseAnswered(open.fact.staff, late: open.isOverdue))
        default: break
        }
        lapseRegisters()
    }

    private func openPromise(_ slip: SlipID) throws(Refusal) -> OpenPromise {
        guard let open = registers.promises[slip] else { throw .registers(.noSuchSlip(slip)) }
        return open
    }

    private func promise(
        _ slip: SlipID, _ staff: StaffID, _ department: String, _ due: Moment
    ) throws(Refusal) -> PromiseFact {
        guard due > at else { throw .registers(.notAhead(due)) }
        let remind = due.wholeSecond.adding(seconds: -registerKnobs.promiseReminder * 60)
        return PromiseFact(
            slip: slip, staff: staff, department: department, due: due, remind: remind)
    }

    private mutating func leaveMessage(_ slip: SlipID, for staff: StaffID) throws(Refusal) {
        guard registers.messages[slip] == nil else { throw .registers(.slipExists(slip)) }
        _ = try known(staff)
        let remind = at.wholeSecond.adding(seconds: registerKnobs.messageMinutes * 60)
        emit(.messageLeft(slip, staff, remind: remind, at: at))
        because(.messageLeft(staff, remind: remind))
    }

    /// An inspection: never of oneself, and no fail without what was seen (GLOSSARY §2.13).
    mutating func inspect(_ inspection: Inspection) throws(Refusal) {
        _ = try known(inspection.staff)
        guard actor.staff != inspection.staff else {
            throw .registers(.inspectsSelf(inspection.staff))
        }
        try allow(.dutyOfficer, .frontDeskSecretary, .clericalStaff)
        guard registers.inspections[inspection.slip] == nil else {
            throw .registers(.slipExists(inspection.slip))
        }
        try check(inspection)
        let hasFailed = !inspection.failed.isEmpty
        emit(.inspected(inspection, by: actor.staff, closes: endOfDay, at: at))
        because(
            .scored(
                inspection.list, inspection.staff, passed: inspection.passed,
                counted: inspection.counted, vetoed: inspection.isVetoed))
        let veto = inspection.failed.filter(inspection.list.serious.contains)
        let atOnce = inspection.list == .table ? Array(inspection.failed.prefix(1)) : veto
        for item in atOnce { punish(inspection.list, item, inspection.staff, inspection.about) }
        if hasFailed { because(.recheckBefore(inspection.list, endOfDay)) }
    }

    private func check(_ inspection: Inspection) throws(Refusal) {
        let list = inspection.list
        let known = list.items.filter { !registerKnobs.itemsOff.contains("\(list.rawValue).\($0)") }
        var seen: Set<String> = []
        for result in inspection.results {
            guard known.contains(result.item), seen.insert(result.item).inserted else {
                throw .registers(.unknownItem(result.item))
            }
        }
        let silent = inspection.results.filter { $0.verdict == .fail && $0.fact.isEmpty }
        guard silent.isEmpty else { throw .registers(.factMissing(silent.map(\.item))) }
    }

    private mutating func punish(
        _ list: Checklist, _ item: String, _ staff: StaffID, _ about: String?
    ) {
        guard let (article, amount) = list.penalty(for: item, registerKnobs) else { return }
        propose(PenaltyDraft(staff, article, amount, about: about ?? item))
    }

    /// What still fails on the same day becomes a draft; what was punished at once does not twice.
    mutating func recheck(_ slip: SlipID, _ failing: [String]) throws(Refusal) {
        guard let open = registers.inspections[slip] else { throw .registers(.noSuchSlip(slip)) }
        guard actor.staff != open.staff else { throw .registers(.inspectsSelf(open.staff)) }
        try allow(.dutyOfficer, .frontDeskSecretary, .clericalStaff)
        if let stranger = failing.first(where: { !open.failed.contains($0) }) {
            throw .registers(.unknownItem(stranger))
        }
        emit(.rechecked(slip, stillFailing: failing, by: actor.staff, at: at))
        because(.rechecked(open.list, stillFailing: failing))
        guard open.list != .table else { return }
        for item in failing where !open.list.serious.contains(item) {
            punish(open.list, item, open.staff, open.about)
        }
    }
}
