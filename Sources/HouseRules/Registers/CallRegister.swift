/// The call register and the texts after first calls (REC-59 … REC-64).
extension Deliberation {
    mutating func carryOutCallEntry(_ command: RegisterCommand) throws(Refusal) {
        switch command {
        case .enterCall(let entry): try enter(entry)
        case .sendText(let call, let elements): try sendText(call, elements)
        case .declineText(let call):
            let staff = try expectText(call)
            emit(.textDeclined(call, staff, at: at))
            because(.textDeclined(staff))
        case .endEvening: try endEvening()
        case .reviewText(let call, let passed): try reviewText(call, passed)
        default: break
        }
    }

    /// Saves what there is; what is blank at 24:00 is counted.
    private mutating func enter(_ entry: CallEntry) throws(Refusal) {
        let call = entry.call
        let before = registers.calls[call]
        guard
            let staff = before?.line.staff ?? registers.finished[call]?.staff
                ?? calls.open[call]?.answerer
        else { throw .registers(.noSuchCall(call)) }
        try allowCallEntry(of: staff)
        if entry.invitation == .booked, entry.appointment == nil {
            throw .registers(.appointmentMissing)
        }
        if let appointment = entry.appointment, appointment <= at {
            throw .registers(.notAhead(appointment))
        }
        var line = CallLine(entry: entry, staff: staff, missing: [])
        line.entry.filled = filled(entry, before: before?.line.entry)
        line.entry.isFirst = entry.isFirst || before?.line.entry.isFirst == true
        line.missing = blanks(line.entry)
        let closes = before?.closes ?? closes(of: call)
        let late = at.wholeSecond >= closes
        let over = registers.finished[call]
        emit(.callEntered(line, closes: closes, late: late, at: at))
        explain(line, closes: closes, late: late)
        if line.entry.isFirst, registers.texts[call] == nil, let over {
            awaitText(call, staff, since: over.endedAt)
        }
    }

    /// The end of the day on which the call ended.
    private func closes(of call: CallID) -> Moment {
        (registers.finished[call]?.endedAt ?? at).day.adding(days: 1).start
    }

    /// The system knows when and by whom.
    private func filled(_ entry: CallEntry, before: CallEntry?) -> [CallColumn] {
        CallColumn.allCases.filter { field in
            switch field {
            case .time, .answerer: true
            case .result:
                entry.filled.contains(.result) || entry.invitation != nil
                    || before?.filled.contains(.result) == true
            case .expectedVisit:
                entry.filled.contains(field) || entry.appointment != nil
                    || before?.filled.contains(field) == true
            default: entry.filled.contains(field) || before?.filled.contains(field) == true
            }
        }
    }

    private func blanks(_ entry: CallEntry) -> [CallColumn] {
        registerKnobs.callFields.filter {
            !entry.filled.contains($0) && !($0 == .phone && entry.numberRefused)
        }
    }

    private mutating func explain(_ line: CallLine, closes: Moment, late: Bool) {
        let call = line.entry.call
        if late { because(.enteredLate(call)) }
        if line.missing.isEmpty {
            because(.callEntered(call))
        } else {
            because(.callIncomplete(call, line.missing, closes: closes))
        }
        if line.entry.isSuspect { because(.suspect(call)) }
        if let appointment = line.entry.appointment { because(.appointment(appointment)) }
    }

    /// Whoever answered enters the call, or management does (REC-56).
    private func allowCallEntry(of staff: StaffID) throws(Refusal) {
        if actor.staff == staff || actor.role.isManagement { return }
        switch actor.role {
        case .frontDeskSecretary, .dutyOfficer: return
        case .consultant: throw .notPermitted(.consultant)
        default: throw .consultantsOnly
        }
    }

    /// Every blank at the deadline is one draft (call.blank_fine).
    mutating func lapseCallEntry(_ call: CallID) {
        guard let line = registers.calls[call]?.line else { return }
        emit(.callEntryLapsed(call, line.staff, missing: line.missing, at: at))
        because(.callBlanks(call, line.staff, line.missing))
        guard registerKnobs.blankFine > Money(fen: 0) else { return }
        for _ in line.missing {
            propose(
                PenaltyDraft(line.staff, "F17", registerKnobs.blankFine, about: call.rawValue))
        }
    }

    /// The call is over: its length, and the text if it was a first call.
    mutating func closeCall(_ call: CallID, _ staff: StaffID, since: Moment) {
        if let minutes = registerKnobs.callMinutes, at.seconds(since: since) > minutes * 60 {
            because(.overlong(staff, seconds: at.seconds(since: since), limit: minutes * 60))
        }
        if registers.firstCalls.contains(call) { awaitText(call, staff, since: at) }
    }

    private mutating func awaitText(_ call: CallID, _ staff: StaffID, since: Moment) {
        let by = registerKnobs.textMinutes.map { since.wholeSecond.adding(seconds: $0 * 60) }
        // Minutes that run over midnight are still given; nothing is missing before they are over.
        let midnight = since.day.adding(days: 1).start
        let closes = max(midnight, by?.adding(seconds: 1) ?? midnight)
        emit(.textDue(call, staff, by: by, closes: closes))
        because(.textDue(staff, by: by ?? midnight.adding(seconds: -1)))
        lapseRegisters()
    }

    /// Whose text it is; a call that nobody called a first one yet becomes one.
    private mutating func expectText(_ call: CallID) throws(Refusal) -> StaffID {
        if registers.texts[call] == nil, let over = registers.finished[call] {
            try allowCallEntry(of: over.staff)
            awaitText(call, over.staff, since: over.endedAt)
        }
        guard let text = registers.texts[call] else { throw .registers(.noSuchCall(call)) }
        try allowCallEntry(of: text.staff)
        return text.staff
    }

    private mutating func sendText(_ call: CallID, _ elements: [TextElement]) throws(Refusal) {
        let missing = registerKnobs.textElements.filter { !elements.contains($0) }
        guard missing.isEmpty else { throw .registers(.textIncomplete(missing)) }
        let staff = try expectText(call)
        let text = registers.texts[call]
        let late = text?.status == .late || text?.status == .missing
        emit(.textSent(call, staff, late: late, at: at))
        because(.textSent(staff, late: late))
    }

    /// Management goes through the texts of the day (REC-61).
    private mutating func endEvening() throws(Refusal) {
        try allow(.dutyOfficer)
        emit(.eveningEnded(at.day, at: at))
        let today = registers.texts.values.filter { $0.day == at.day }
        because(.textList(count: today.count, late: today.count { $0.status == .late }))
    }

    private mutating func reviewText(_ call: CallID, _ passed: Bool) throws(Refusal) {
        try allow()
        guard let text = registers.texts[call] else { throw .registers(.noSuchCall(call)) }
        guard let evening = registers.evening, evening >= text.day else {
            throw .registers(.eveningNotOver)
        }
        emit(.textReviewed(call, text.staff, passed: passed, at: at))
        because(.textReviewed(text.staff, passed: passed))
    }
}
