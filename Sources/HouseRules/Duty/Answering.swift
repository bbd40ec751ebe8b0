/// Whoever is sent answers within `dispatch.answer_seconds` (REC-10, REC-13).
extension Deliberation {
    /// Waits for the answer to a turn that was just given out.
    mutating func awaitAnswer(_ visit: VisitID, _ staff: StaffID, _ way: AssignmentWay) {
        guard policy.duty.answerRequired, [.turn, .makeup, .handover].contains(way) else { return }
        let until = at.wholeSecond.adding(seconds: knobs.answerSeconds)
        emit(.answerAwaited(visit, staff, way: way, until: until))
        because(.answerAwaited(staff, until: until))
    }

    mutating func answer(_ visit: VisitID, _ staff: StaffID) throws(Refusal) -> Outcome {
        try allowMove(of: staff)
        guard let awaited = duty.awaited[visit] else { throw .duty(.nothingToAnswer(visit)) }
        guard awaited.staff == staff else { throw .duty(.proxyForbidden(due: awaited.staff)) }
        emit(.answered(visit, staff, at: at))
        because(.answered(staff))
        return .receptionist(staff, rotation.visits[visit]?.effect ?? .notCounted)
    }

    /// Whatever was not answered in time goes to somebody else, the earliest first.
    mutating func lapseAnswers() {
        guard !duty.awaited.isEmpty else { return }
        let late = duty.awaited.filter { at.wholeSecond > $0.value.until }
            .sorted { ($0.value.until, $0.key) < ($1.value.until, $1.key) }
        for (visit, awaited) in late {
            takeBack(visit, awaited.staff, .forfeited, .leftWithoutNotice)
            emit(.foundAbsent(awaited.staff, at: at))
            regive(visit, awaited.way)
        }
    }

    /// The turn of somebody who did not take the group becomes that.
    mutating func takeBack(
        _ visit: VisitID, _ staff: StaffID, _ effect: TurnEffect, _ why: PassReason
    ) {
        emit(.takenBack(visit, staff, effect: effect, why: why, at: at))
        because(.takenBack(staff, effect, why))
        guard rotation.mechanism == .tally, effect == .forfeited else { return }
        let ticks = (rotation.member(staff)?.ticks ?? 0) + knobs.absentTick
        emit(.ticksSet(staff, to: ticks))
        because(.absentTick(staff, ticks: ticks))
    }

    /// Given to the next by the turns; what management handed over goes to whoever is first from
    /// the pointer on, on stand or receiving, and turns owed wait for the next group (REC-13).
    @discardableResult
    mutating func regive(_ visit: VisitID, _ way: AssignmentWay) -> Outcome {
        guard let open = rotation.visits[visit] else { return .done }
        return way == .handover && rotation.mechanism == .ring ? cover(open) : place(open)
    }

    /// A group not yet answered does not keep anybody from going: on business the turn is owed,
    /// otherwise it is lost (REC-13).
    mutating func goesUnanswered(
        _ member: Member, _ kind: LeaveKind
    ) -> (visit: VisitID, way: AssignmentWay)? {
        guard let visit = member.visit, let way = duty.awaited[visit]?.way else { return nil }
        let isOwed = kind == .official
        takeBack(
            visit, member.staff, isOwed ? .makeupGranted : .forfeited,
            isOwed ? .official : .selfWaived)
        return (visit, way)
    }

    /// Refuses a group: recorded for people to decide on, and given to somebody else.
    mutating func refuse(
        _ id: VisitID, _ staff: StaffID, _ note: String
    ) throws(Refusal) -> Outcome {
        try allowMove(of: staff)
        guard let visit = rotation.visits[id], visit.receptionist == staff else {
            throw .notYourTurn(due: rotation.visits[id]?.receptionist)
        }
        guard !note.isEmpty else { throw .duty(.factsMissing) }
        let owner = visit.named
        let isAssist = owner != nil && owner != staff && visit.effect == .notCounted
        if isAssist, let owner {
            return try refuseAssist(visit, staff, owner)
        }
        because(.refusedCustomer(staff))
        emit(.violationNoted(staff, .refusedCustomer, about: id.rawValue, at: at))
        let way = duty.awaited[id]?.way ?? .turn
        let hasTurn = visit.effect != .notCounted
        takeBack(id, staff, hasTurn ? .forfeited : .notCounted, .selfWaived)
        propose(PenaltyDraft(staff, "F27", .yuan(0), about: id.rawValue))
        let answer = regive(id, way)
        emit(.moved(staff, to: .onStand, at: at, until: nil))
        handOutHeldVisits()
        return answer
    }

    /// Helping out is a duty: refusing it is drafted as a penalty (REC-17).
    private mutating func refuseAssist(
        _ visit: OpenVisit, _ staff: StaffID, _ owner: StaffID
    ) throws(Refusal) -> Outcome {
        guard let next = substitute(for: owner) else { throw .duty(.nobodyToTakeOver) }
        because(.refusedAssist(staff))
        emit(.violationNoted(staff, .refusedAssist, about: visit.visit.rawValue, at: at))
        emit(.takenBack(visit.visit, staff, effect: .notCounted, why: .selfWaived, at: at))
        propose(
            PenaltyDraft(staff, "F25", policy.duty.assistFine, about: visit.visit.rawValue))
        let answer = assign(
            rotation.visits[visit.visit] ?? visit, next, .notCounted, .assist,
            missed: policy.duty.assistBlocks, onBehalfOf: owner)
        emit(.moved(staff, to: .onStand, at: at, until: nil))
        handOutHeldVisits()
        return answer
    }
}
