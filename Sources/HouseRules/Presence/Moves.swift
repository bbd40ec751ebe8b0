/// Who goes where (REC-02, REC-05 … REC-08).
extension Deliberation {
    mutating func carryOut(_ command: PresenceCommand) throws(Refusal) -> Outcome {
        switch command {
        case .clockIn(let staff): try clockIn(staff)
        case .leave(let staff, let kind, let until): try leave(staff, kind, until)
        case .comeBack(let staff): try comeBack(staff)
        case .waive(let staff): try waive(staff)
        case .goOff(let staff, let kind): try goOff(staff, kind)
        case .takeSlot(let staff, let slot): try takeSlot(staff, slot)
        }
        return .done
    }

    private mutating func clockIn(_ staff: StaffID) throws(Refusal) {
        try allowMove(of: staff)
        let member = try known(staff)
        // Sent off the site: only management lets them in again (REC-41).
        let isBack =
            member.presence == .suspended
            && (duty.wasSuspended(staff)
                ? duty.suspendedUntil(staff, on: at.day) == nil : actor.role.isManagement)
        guard member.presence == .offDuty || isBack else {
            throw .wrongPresence(staff, member.presence)
        }
        try joinRestDay(staff)
        lapseRecalls()
        emit(.moved(staff, to: .onStand, at: at, until: nil))
        if rotation.isOpen { joinLate(staff) } else { because(.recorded(staff)) }
        handOutHeldVisits()
    }

    /// Joins as the very last from now on, and so does whoever went off and comes again the same
    /// day: going off saves nobody a turn (REC-14).
    private mutating func joinLate(_ staff: StaffID) {
        let others = rotation.ringOrder.map { rotation.members[$0] }.filter { $0.staff != staff }
        let ring = rotation.mechanism == .ring && knobs.lateJoiner == .tail
        let before = ring ? others.first?.staff : nil
        let least = others.filter { $0.presence.isOnDuty }.map(\.ticks).min() ?? 0
        let isTally = rotation.mechanism == .tally
        let ticks = isTally ? max(least, rotation.member(staff)?.ticks ?? 0) : 0
        emit(.sheetJoined(staff, before: before, ticks: ticks))
        emit(CallEvent.joined(staff))
        because(.joinsLate(staff, before: before))
    }

    mutating func leave(
        _ staff: StaffID, _ kind: LeaveKind, _ until: Moment?, told: Told? = nil
    ) throws(Refusal) {
        try allowMove(of: staff)
        if policy.duty.noticeRequired, kind == .official, told == nil {
            throw .duty(.noticeRequired)
        }
        let member = try known(staff)
        if member.visit.flatMap({ duty.awaited[$0] }) == nil { try free(member) }
        guard member.presence.isOnDuty else { throw .offDuty(staff) }
        guard member.presence != .waived else { throw .wrongPresence(staff, .waived) }
        let end = try approvedEnd(kind, until)
        let unanswered = goesUnanswered(member, kind)
        noteEmptyFront(member, kind)
        emit(.moved(staff, to: kind.presence, at: at, until: end))
        because(
            kind == .personal
                ? .personalAbsence(staff) : .approvedAbsence(staff, kind, until: end))
        if let unanswered { regive(unanswered.visit, unanswered.way) }
    }

    /// The first at the front goes for private reasons and tells nobody (REC-11).
    private mutating func noteEmptyFront(_ member: Member, _ kind: LeaveKind) {
        guard kind == .personal, member.slot == 1, duty.vacancy == nil else { return }
        emit(.frontLeft(member.staff, at: at))
    }

    /// Until when the absence is approved; official absences need an order, meals their window.
    private func approvedEnd(_ kind: LeaveKind, _ until: Moment?) throws(Refusal) -> Moment? {
        switch kind {
        case .personal:
            return nil
        case .official:
            if knobs.officialOrderRequired, !actor.role.isManagement {
                throw .officialOrderRequired
            }
            return until
        case .meal:
            let time = at.timeOfDay
            guard time >= knobs.mealFrom, time <= knobs.mealTo else {
                throw .outsideMealWindow(from: knobs.mealFrom, to: knobs.mealTo)
            }
            return at.day.at(knobs.mealTo)
        }
    }

    private mutating func comeBack(_ staff: StaffID) throws(Refusal) {
        try allowMove(of: staff)
        let member = try known(staff)
        switch member.presence {
        case .awayOfficial, .awayMeal, .awayPersonal:
            break
        case .waived:
            try waitOut(member)
        default:
            throw .wrongPresence(staff, member.presence)
        }
        lapseRecalls()
        catchUp(staff)
        emit(.moved(staff, to: .onStand, at: at, until: nil))
        because(
            rotation.mechanism == .tally && member.presence == .awayOfficial
                ? .returnsToPosition(staff, ticks: rotation.member(staff)?.ticks ?? 0)
                : .recorded(staff))
        handOutHeldVisits()
    }

    /// Who gave up the stand stays away for its time (REC-08).
    func waitOut(_ member: Member) throws(Refusal) {
        let earliest = member.since.wholeSecond.adding(seconds: knobs.waiverMinutes * 60)
        if knobs.waiverTime == .absence, at.wholeSecond < earliest {
            throw .waiverMinTime(earliest: earliest)
        }
    }

    /// Gives up the stand: the price is paid at once (REC-08).
    private mutating func waive(_ staff: StaffID) throws(Refusal) {
        try allowMove(of: staff)
        let member = try known(staff)
        guard member.presence == .onStand else { throw .wrongPresence(staff, member.presence) }
        try free(member)
        let minimum = knobs.waiverMinutes * 60
        let stoodUntil = member.since.wholeSecond.adding(seconds: minimum)
        if knobs.waiverTime == .standBefore, at.wholeSecond < stoodUntil {
            throw .waiverMinTime(earliest: stoodUntil)
        }
        var advances = 0
        if rotation.mechanism == .tally {
            emit(.ticksSet(staff, to: member.ticks + knobs.waiverTicks))
        } else {
            guard let count = knobs.waiverRingAdvances else { throw .waiverNotInUse }
            emit(.advanceTaken(staff, count: count))
            advances = count
        }
        emit(.moved(staff, to: .waived, at: at, until: nil))
        because(
            .waived(
                staff, ticks: rotation.mechanism == .tally ? knobs.waiverTicks : 0,
                advances: advances,
                back: knobs.waiverTime == .absence
                    ? at.wholeSecond.adding(seconds: minimum) : at))
    }

    private mutating func goOff(_ staff: StaffID, _ kind: OffDutyKind) throws(Refusal) {
        try allowMove(of: staff)
        let member = try known(staff)
        try free(member)
        guard member.presence != .offDuty else { throw .wrongPresence(staff, .offDuty) }
        if kind == .leave { clearOwed(to: staff) }
        leaveRestDay(staff)
        emit(.moved(staff, to: .offDuty, at: at, until: nil))
        because(.recorded(staff))
    }

    /// Turns owed and taken in advance lapse (REC-06, makeup.cleared_on).
    mutating func clearOwed(to staff: StaffID) {
        let owed = rotation.owed(to: staff)
        let advances = rotation.member(staff)?.advance ?? 0
        guard owed > 0 || advances > 0 else { return }
        emit(.owedCleared(staff, makeups: owed, advances: advances))
        because(.owedCleared(staff, makeups: owed, advances: advances))
    }

    /// A slot holds `station.persons_per_slot` people, during station hours only (REC-02).
    private mutating func takeSlot(_ staff: StaffID, _ slot: Int) throws(Refusal) {
        try allowMove(of: staff)
        let member = try known(staff)
        guard slot >= 1 else { throw .duty(.noSuchSlot(slot)) }
        guard rotation.isOpen else { throw .dayNotOpen }
        let places = rotation.order.map { rotation.members[$0] }
        guard places.contains(where: { $0.staff == staff }) else { throw .notOnSheet(staff) }
        guard member.presence == .onStand else { throw .wrongPresence(staff, member.presence) }
        if let from = knobs.stationFrom, let to = knobs.stationTo,
            at.timeOfDay < from || at.timeOfDay > to
        {
            return because(.outsideStationHours(from, to))
        }
        let holders = places.filter { $0.slot == slot && $0.staff != staff }
        if let holder = holders.first, holders.count >= knobs.personsPerSlot {
            throw .slotOccupied(slot: slot, by: holder.staff)
        }
        emit(.slotTaken(staff, slot))
        because(.slot(staff, slot))
    }

    private func free(_ member: Member) throws(Refusal) {
        guard member.visit == nil, member.call == nil else { throw .busy(member.staff) }
    }
}
