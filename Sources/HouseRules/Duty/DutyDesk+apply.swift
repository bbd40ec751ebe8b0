extension DutyDesk {
    /// Makes one fact true.
    mutating func apply(_ event: DutyEvent) {
        switch event {
        case .frontHanded(let from, let to, let at):
            handed.insert(FrontHanded(from: from, to: to, at: at), at: 0)
            if vacancy == nil { vacancy = Vacancy(since: at, chain: [from]) }
            vacancy?.chain.append(to)
        case .frontLeft(let staff, let at):
            if vacancy == nil { vacancy = Vacancy(since: at, chain: [staff]) }
        case .frontVacant:
            vacancy?.reported = true
        case .foundAbsent(let staff, _):
            absent.insert(staff)
        case .answerAwaited(let visit, let staff, let way, let until):
            awaited[visit] = Awaited(staff: staff, way: way, until: until)
        case .answered(let visit, _, _), .receptionLeft(let visit, _, _, _):
            awaited[visit] = nil
        case .takenBack(let visit, let staff, let effect, let why, _):
            awaited[visit] = nil
            tours[visit] = nil
            lose(staff, visit, effect, why)
        case .restDaysSet(let staff, let days):
            restDays[staff] = days.isEmpty ? nil : days
        case .restDayJoined(let staff, _):
            restDayWorkers.insert(staff)
        case .suspended(let suspension):
            suspensions.removeAll {
                $0.staff == suspension.staff && $0.incident == suspension.incident
            }
            suspensions.append(suspension)
        case .disputeFiled(let dispute):
            disputes[dispute.id] = dispute
        case .disputeRuled(let dispute, let ruling, _, _, _):
            disputes[dispute.id] = nil
            // Nothing more is said of a turn of an earlier day once it is ruled.
            if ruling != .dismissed || dispute.turn.day != day,
                let index = lost.firstIndex(of: dispute.turn)
            {
                lost.remove(at: index)
            }
        case .peakAlerted(let waiting, _, _): rush = waiting
        case .peakOver: rush = nil
        case .offHoursMoved(let pointer): offHours = pointer
        case .tourUnproved(let visit, let staff, _): tours[visit] = staff
        case .tourProved(let visit, _, _): tours[visit] = nil
        case .noticeGiven, .violationNoted, .calledBack, .errandOrdered: break
        }
    }

    /// What a fact of the turn order means here.
    mutating func note(_ event: ReceptionEvent) {
        switch event {
        case .turnPassed(let staff, let visit, let effect, let why):
            lose(staff, visit, effect, why)
        case .receptionFinished(let visit, _, _):
            awaited[visit] = nil
        case .visitReassigned(let fact):
            if awaited[fact.visit]?.staff != fact.staff { awaited[fact.visit] = nil }
            // Its turn was judged anew: there is none left for the order to give back.
            if fact.visitClass != .tourGroup || fact.effect == .notCounted {
                tours[fact.visit] = nil
            }
        case .visitVoided(let fact): void(fact)
        case .sheetPublished(let sheet): begin(sheet.day)
        case .dayClosed: endDay()
        case .memberReleased(let staff): forget(staff)
        default: break
        }
    }

    /// What a fact about customers means here.
    mutating func note(_ event: ClaimEvent) {
        if case .merged(let folded, _) = event { tours[folded] = nil }
    }

    /// What a fact of presence means here.
    mutating func note(_ event: PresenceEvent) {
        switch event {
        case .moved(let staff, let presence, _, _):
            if presence != .awayPersonal { absent.remove(staff) }
        case .slotTaken(_, let slot):
            guard slot == 1 else { return }
            vacancy = nil
            handed = []
        }
    }

    private mutating func lose(
        _ staff: StaffID, _ visit: VisitID, _ effect: TurnEffect, _ why: PassReason
    ) {
        guard effect == .forfeited else { return }
        lost.append(LostTurn(staff: staff, visit: visit, why: why, day: day))
    }

    private mutating func void(_ fact: VoidFact) {
        awaited[fact.visit] = nil
        tours[fact.visit] = nil
        lost.removeAll { $0.visit == fact.visit }
    }

    private mutating func begin(_ day: BusinessDay) {
        self.day = day
        restDays = restDays.mapValues { $0.filter { $0 >= day } }.filter { !$0.value.isEmpty }
        suspensions.removeAll { ($0.days.max() ?? day) < day }
        let disputed = disputes.values.map(\.turn)
        lost = lost.filter(disputed.contains)
        if offHours?.day != day { offHours = nil }
        tours = [:]
    }

    private mutating func endDay() {
        handed = []
        vacancy = nil
        awaited = [:]
        absent = []
        restDayWorkers = []
        rush = nil
    }

    private mutating func forget(_ staff: StaffID) {
        restDays[staff] = nil
        restDayWorkers.remove(staff)
        suspensions.removeAll { $0.staff == staff }
        absent.remove(staff)
        disputes = disputes.filter { $0.value.turn.staff != staff }
        lost.removeAll { $0.staff == staff }
        tours = tours.filter { $0.value != staff }
        if offHours?.last == staff { offHours = nil }
        if vacancy?.chain.contains(staff) == true { vacancy = nil }
    }
}

extension Rotation {
    /// What a fact of the order on the floor means for the turns.
    mutating func apply(_ event: DutyEvent) {
        switch event {
        case .takenBack(let visit, let staff, let effect, _, let at):
            free(staff, of: visit, to: .awayPersonal, at)
            if effect == .makeupGranted, mechanism == .ring {
                makeups.append(Makeup(staff, day: day ?? at.day))
            }
        case .receptionLeft(let visit, let staff, let kind, let at):
            free(staff, of: visit, to: kind.presence, at)
            if kind == .personal { visits[visit]?.logged = false }
        case .tourProved(let visit, let staff, _):
            guard visits[visit]?.receptionist == staff else { return }
            visits[visit]?.effect = .notCounted
            update(staff) {
                $0.presence = .receivingExisting
                $0.missed = .makeup
            }
        default: break
        }
    }

    private mutating func free(
        _ staff: StaffID, of visit: VisitID, to presence: Presence, _ at: Moment
    ) {
        visits[visit]?.receptionist = nil
        visits[visit]?.effect = nil
        if !held.contains(visit) { held.append(visit) }
        update(staff) {
            $0.visit = nil
            $0.presence = presence
            $0.since = at
            $0.until = nil
        }
    }
}

extension MidLeave {
    var presence: Presence {
        switch self {
        case .official: .awayOfficial
        case .illness: .offDuty
        case .personal: .awayPersonal
        }
    }
}
