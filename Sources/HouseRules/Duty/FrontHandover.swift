/// Order on the floor (REC-10 … REC-17).
extension Deliberation {
    mutating func carryOut(_ command: DutyCommand) throws(Refusal) -> Outcome {
        switch command {
        case .handFront(let from, let to): try handFront(from, to: to)
        case .leaveFront(let staff, let kind, let told, let until):
            try leaveFront(staff, kind, told, until)
        case .reportAbsent(let staff): try reportAbsent(staff)
        case .answer(let visit, let staff): return try answer(visit, staff)
        case .refuse(let visit, let staff, let note): return try refuse(visit, staff, note)
        case .leaveReception(let visit, let kind): return try leaveReception(visit, kind)
        case .setRestDays(let staff, let days): try setRestDays(staff, days)
        case .suspend(let staff, let misconduct, let incident, let facts):
            try suspend(staff, misconduct, incident: incident, facts: facts)
        case .fileDispute(let id, let staff, let visit, let note):
            try fileDispute(id, staff, visit, note)
        case .ruleDispute(let id, let ruling, let note): try ruleDispute(id, ruling, note)
        case .callBack(let staff): try callBack(staff)
        case .orderErrand(let staff, let until, let note):
            try orderErrand(staff, until: until, note)
        case .proveTour(let visit, let order): try proveTour(visit, order)
        }
        return .done
    }

    /// The front is handed to somebody on stand (REC-11).
    private mutating func handFront(_ from: StaffID, to: StaffID) throws(Refusal) {
        try allowMove(of: from)
        _ = try known(from)
        let next = try known(to)
        guard next.presence == .onStand, from != to else { throw .duty(.notOnStand(to)) }
        emit(.frontHanded(from, to: to, at: at))
        because(.frontHanded(from, to: to))
    }

    /// Reports a front that stood empty longer than `vacancy.grace_seconds` (REC-11).
    mutating func reportVacancy() {
        guard isVacancyDue(duty, policy, at), let vacancy = duty.vacancy,
            let responsible = vacancy.chain.last
        else { return }
        emit(.frontVacant(responsible: responsible, since: vacancy.since, at: at))
        because(.frontVacant(responsible, seconds: at.seconds(since: vacancy.since)))
    }

    /// Leaving with a word to somebody; business without one is refused where the house asks
    /// for it (REC-10).
    private mutating func leaveFront(
        _ staff: StaffID, _ kind: LeaveKind, _ told: Told?, _ until: Moment?
    ) throws(Refusal) {
        try leave(staff, kind, until, told: told)
        guard let told else { return }
        emit(.noticeGiven(staff, told, at: at))
        because(.noticeGiven(staff, told))
    }

    /// Somebody on stand who is not there: as if they had left for private reasons (REC-10).
    private mutating func reportAbsent(_ staff: StaffID) throws(Refusal) {
        try allow(.consultant, .frontDeskSecretary, .dutyOfficer, .clericalStaff)
        let member = try known(staff)
        guard member.presence == .onStand else { throw .wrongPresence(staff, member.presence) }
        guard member.call == nil else { throw .busy(staff) }
        emit(.moved(staff, to: .awayPersonal, at: at, until: nil))
        emit(.foundAbsent(staff, at: at))
        emit(.violationNoted(staff, .leftWithoutNotice, about: at.day.text, at: at))
        because(.foundAbsent(staff))
    }
}

func isVacancyDue(_ duty: DutyDesk, _ policy: Policy, _ at: Moment) -> Bool {
    guard let grace = policy.duty.vacancySeconds, let vacancy = duty.vacancy, !vacancy.reported
    else { return false }
    return at.seconds(since: vacancy.since) > grace
}
