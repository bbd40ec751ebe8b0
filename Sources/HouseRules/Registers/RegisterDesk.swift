/// The registers (REC-45 … REC-53, REC-57 … REC-66).
extension Deliberation {
    var registerKnobs: RegisterPolicy { policy.registers }

    mutating func carryOut(_ command: RegisterCommand) throws(Refusal) -> Outcome {
        lapseRegisters()
        switch command {
        case .proposePenalty(let draft):
            try allow(.clock)
            _ = try known(draft.staff)
            propose(draft)
        case .enterVisit(let visit, let filled): try enterVisit(visit, filled)
        case .markStep(let visit, let step): try markStep(visit, step)
        case .resetTable(let visit): try resetTable(visit)
        case .checkKit(let staff, let items, let sheets): try checkKit(staff, items, sheets)
        case .departTour(let sheet): try departTour(sheet)
        case .returnTour(let visit, let helmets): try returnTour(visit, helmets: helmets)
        case .planLeader(let slip, let moment): try planLeader(slip, at: moment)
        case .finishStage(let visit, let stage): try finishStage(visit, stage)
        case .inspect(let inspection): try inspect(inspection)
        case .recheck(let slip, let failing): try recheck(slip, failing)
        case .sign(let signature): try sign(signature)
        case .collect(let day, let visits, let calls):
            try collect(day, visits: visits, calls: calls)
        case .enterCall, .sendText, .declineText, .endEvening, .reviewText:
            try carryOutCallEntry(command)
        case .leaveMessage, .handleMessage, .promise, .amendPromise, .answerPromise:
            try carryOutSlip(command)
        }
        return .done
    }

    /// Proposes a penalty; people decide on it elsewhere.
    mutating func propose(_ draft: PenaltyDraft) {
        emit(.penaltyDrafted(draft, at: at))
        because(.penaltyDrafted(draft))
    }

    /// Only the floor enters something here; auditors and administrators do not.
    func allowFloor() throws(Refusal) {
        try allow(.consultant, .dutyOfficer, .frontDeskSecretary, .clericalStaff)
    }

    /// 24:00 of the day of the decision: the first second that is too late.
    var endOfDay: Moment { at.day.adding(days: 1).start }
}
