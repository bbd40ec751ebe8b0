/// Leaving in the middle of a reception (REC-14).
extension Deliberation {
    mutating func leaveReception(_ id: VisitID, _ kind: MidLeave) throws(Refusal) -> Outcome {
        guard let visit = rotation.visits[id], let staff = visit.receptionist,
            let member = rotation.member(staff)
        else { throw .unknownVisit(id) }
        try allowMove(of: staff)
        guard member.call == nil else { throw .busy(staff) }
        guard let last = substitute(for: staff), let first = rotation.firstPlace else {
            throw .duty(.nobodyToTakeOver)
        }
        if kind == .personal { spendTurn(visit, staff) } else { log(visit) }
        emit(.receptionLeft(id, staff, kind, at: at))
        let open = rotation.visits[id] ?? visit
        guard kind == .personal else {
            because(.turnStays(staff, takenOverBy: last))
            return assign(
                open, last, .notCounted, .assist, missed: policy.duty.assistBlocks,
                onBehalfOf: staff)
        }
        because(.customerLost(staff))
        let counts = visit.effect != .notCounted
        guard counts else {
            return assign(open, rotation.members[first].staff, .notCounted, .uncounted)
        }
        return rotation.mechanism == .ring
            ? ringTurn(open) : tallyTurn(open, rotation.firstPlace ?? first)
    }
}

extension Deliberation {
    /// The turn of whoever walks away is spent all the same, but neither the line in the register
    /// nor the customer is theirs: whoever takes over enters them (REC-14).
    private mutating func spendTurn(_ visit: OpenVisit, _ staff: StaffID) {
        guard visit.effect == .counted || visit.effect == .advance else { return }
        let person = customers.traces[visit.visit]?.person
        if visit.logged {
            if let person, ownership.holder(of: person, on: at.day) == staff {
                release(person, from: staff)
            }
        } else if rotation.mechanism == .tally {
            let ticks = (rotation.member(staff)?.ticks ?? 0) + knobs.tickPerReception
            emit(.ticksSet(staff, to: ticks))
            because(.ticked(staff, ticks: ticks))
        }
    }
}

/// Rest days and who works on one (REC-12, REC-14).
extension Deliberation {
    mutating func setRestDays(_ staff: StaffID, _ days: [BusinessDay]) throws(Refusal) {
        try allow(.dutyOfficer, .clericalStaff)
        _ = try known(staff)
        let days = Set(days).sorted().filter { $0 >= at.day }
        emit(.restDaysSet(staff, days))
        because(.restDays(staff, days))
    }

    /// A rest day is worked whole: nobody joins after `rest_day.join_until`.
    mutating func joinRestDay(_ staff: StaffID) throws(Refusal) {
        guard duty.rests(staff, on: at.day), policy.duty.restDayJoin == .fullDayOnly,
            !duty.restDayWorkers.contains(staff)
        else { return }
        let until = policy.duty.restDayJoinUntil
        guard at.timeOfDay <= until else { throw .duty(.restDayPartialJoin(until: until)) }
        emit(.restDayJoined(staff, at.day))
        because(.restDayJoined(staff))
    }

    /// Leaving a rest day before its end is reported.
    mutating func leaveRestDay(_ staff: StaffID) {
        guard duty.restDayWorkers.contains(staff), rotation.isOpen,
            at.timeOfDay < policy.duty.hoursTo ?? TimeOfDay(18, 0)
        else { return }
        emit(.violationNoted(staff, .restDayLeftEarly, about: at.day.text, at: at))
        because(.restDayLeftEarly(staff))
    }
}
