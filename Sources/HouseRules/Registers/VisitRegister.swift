/// The visit register and the steps of a reception (REC-47, REC-48, REC-53).
extension Deliberation {
    /// Columns are added; a complete entry during the reception is what the turn order waits for.
    mutating func enterVisit(_ id: VisitID, _ filled: [VisitColumn]) throws(Refusal) {
        let open = rotation.visits[id].flatMap { $0.logged ? nil : $0 }
        guard let staff = registers.visits[id]?.staff ?? open?.receptionist else {
            throw .registers(.noSuchVisit(id))
        }
        try allowMove(of: staff)
        let all = VisitColumn.allCases.filter {
            filled.contains($0) || registers.visits[id]?.filled.contains($0) == true
        }
        let missing = registerKnobs.visitFields.filter { !all.contains($0) }
        if let open, missing.isEmpty { return log(open) }
        let late = registers.visits[id]?.lapsed ?? false
        let closes = registers.visits[id]?.closes ?? endOfDay
        let entry = VisitEntry(visit: id, staff: staff, filled: all, missing: missing)
        emit(.visitEntered(entry, closes: closes, late: late, at: at))
        if late {
            because(.visitTooLate(id, missing))
        } else {
            because(
                missing.isEmpty
                    ? .visitEntered(id) : .visitIncomplete(id, missing, closes: closes))
        }
        if missing.isEmpty { registerCustomer(of: id, isLate: late) }
    }

    /// The see-off of a group that was still there when the day was closed: its entry is due at
    /// the end of the day of the see-off.
    mutating func finishOverMidnight(_ id: VisitID, logged: Bool) throws(Refusal) -> Bool {
        guard rotation.visits[id] == nil, let waiting = registers.visits[id], waiting.isGoing else {
            return false
        }
        try allowMove(of: waiting.staff)
        let closes = waiting.lapsed ? waiting.closes : endOfDay
        emit(.visitSeenOff(id, waiting.staff, closes: closes, at: at))
        if logged {
            try enterVisit(id, VisitColumn.allCases)
        } else if waiting.lapsed {
            because(.visitTooLate(id, registerKnobs.visitFields))
        } else {
            because(.visitIncomplete(id, registerKnobs.visitFields, closes: endOfDay))
        }
        return true
    }

    /// Too late: no ownership comes of the visit, and a penalty is proposed (F17).
    mutating func lapseVisitEntry(_ id: VisitID) {
        guard let waiting = registers.visits[id] else { return }
        let missing = registerKnobs.visitFields.filter { !waiting.filled.contains($0) }
        emit(.visitEntryLapsed(id, waiting.staff, missing: missing, at: at))
        because(.visitTooLate(id, missing))
        if let fine = registerKnobs.visitFine {
            propose(PenaltyDraft(waiting.staff, "F17", fine, about: id.rawValue))
        }
    }

    /// Steps can be ticked during the reception and later the same day.
    mutating func markStep(_ id: VisitID, _ step: ReceptionStep) throws(Refusal) {
        guard
            rotation.visits[id]?.receptionist != nil || registers.steps[id] != nil
                || registers.visits[id] != nil
        else { throw .registers(.noSuchVisit(id)) }
        try allowFloor()
        if registers.steps[id]?.steps.contains(step) != true {
            emit(.stepMarked(id, step, at: at))
        }
        let missing = missingSteps(id)
        because(missing.isEmpty ? .stepsComplete(id) : .stepsMissing(id, missing))
    }

    private func missingSteps(_ id: VisitID) -> [ReceptionStep] {
        let marked = registers.steps[id]?.steps ?? []
        return registerKnobs.requiredSteps.filter { !marked.contains($0) }
    }

    /// A reception of which steps were ticked says what is missing when the group leaves.
    mutating func judgeSteps(_ id: VisitID) {
        guard registers.steps[id] != nil else { return }
        let missing = missingSteps(id)
        because(missing.isEmpty ? .stepsComplete(id) : .stepsMissing(id, missing))
    }

    mutating func finishStage(_ id: VisitID, _ stage: SigningStage) throws(Refusal) {
        try allowFloor()
        emit(.stageFinished(id, stage, at: at))
        because(.stageDone(stage))
    }
}
