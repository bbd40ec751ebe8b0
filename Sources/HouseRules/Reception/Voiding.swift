/// Undoing a visit that never took place: by a correction, the same day, with a reason (REC-15).
extension Deliberation {
    /// The turn goes back, whoever received stands where they stood, and nothing that the visit
    /// set going goes on; the line itself stays in the register, marked as void.
    mutating func void(_ id: VisitID, _ note: String) throws(Refusal) -> Outcome {
        try allow(.frontDeskSecretary, .dutyOfficer)
        guard !note.isEmpty else { throw .void(.reasonMissing) }
        let trace = try voidable(id)
        // Nobody gives a turn back to themselves.
        guard actor.staff != trace.receptionist else { throw .notPermitted(actor.role) }
        let front = frontRow
        let entered = trace.logged && customers.entries[id] == nil
        let struck = duty.lost.filter { $0.visit == id }
        for turn in struck { makeGood(turn, note) }
        giveTurnBack(of: id, trace)
        takeAheadBack(trace)
        takeUnseenTicksBack(trace)
        takeOffHoursBack(trace)
        emit(
            .visitVoided(
                VoidFact(
                    visit: id, staff: trace.receptionist, person: trace.person, struck: struck,
                    logged: trace.logged, note: note, by: actor.staff, at: at)))
        because(.visitVoided(trace.receptionist))
        if entered { strikeEntry(of: trace) }
        if let kept = trace.kept, kept.at.day == at.day { emit(.appointmentMade(kept)) }
        handOutHeldVisits()
        callToFront(before: front, now: frontRow)
        return .done
    }

    /// The visit, unless it is too late or something hangs on it.
    private func voidable(_ id: VisitID) throws(Refusal) -> VisitTrace {
        if customers.voided.contains(id) { throw .void(.alreadyVoid) }
        guard let trace = customers.entryTrace(id) else { throw .unknownVisit(id) }
        guard trace.arrivedAt.day == at.day, customers.traces[id] != nil else {
            throw .void(.otherDay(trace.arrivedAt.day))
        }
        if let bond = trace.bond { throw .void(.bound(bond)) }
        if registers.tours[id] != nil { throw .void(.onSiteTour) }
        guard let person = trace.person else { return trace }
        if let bar = sale(to: person, since: trace.arrivedAt.wholeSecond)
            ?? laterVisit(of: person, than: trace) ?? movedOn(person, trace)
        {
            throw .void(bar)
        }
        return trace
    }

    /// What the customer has asked for, ordered or bought since they came.
    private func sale(to person: PersonID, since moment: Moment) -> VoidRefusal? {
        let everybody = Set(ownership.everybody(person))
        let deals = everybody.flatMap { adjudication.dealsOf[$0] ?? [] }.sorted()
        if let deal = deals.first(where: { isLater(adjudication.deals[$0]?.deal.at, moment) }) {
            return .dealt(deal)
        }
        let orders = sales.orders.values.filter {
            everybody.contains($0.person) && $0.writtenAt >= moment
        }
        if let order = orders.map(\.order).min() { return .ordered(order) }
        let units = everybody.flatMap(sales.units(of:)).filter {
            isLater(sales.occupant(of: $0)?.since, moment)
        }
        let asked = (Array(sales.queues.values) + Array(sales.verified.values)).joined().filter {
            everybody.contains($0.person) && $0.at >= moment
        }
        if let unit = (units + asked.map(\.unit)).min() { return .unitHeld(unit) }
        let paid = sales.earnest.filter {
            everybody.contains($0.value.person) && $0.value.at >= moment
        }
        return paid.keys.min().map { .paid($0) }
    }

    private func isLater(_ moment: Moment?, _ start: Moment) -> Bool {
        moment.map { $0 >= start } ?? false
    }

    /// The same customer came once more: what that visit is may rest on this one.
    private func laterVisit(of person: PersonID, than trace: VisitTrace) -> VoidRefusal? {
        let everybody = ownership.everybody(person)
        let later = customers.traces.filter { _, other in
            other.number > trace.number && other.arrivedAt.day == trace.arrivedAt.day
                && other.person.map(everybody.contains) == true
        }
        return later.min { $0.value.number < $1.value.number }
            .map { .laterVisit($0.key, at: $0.value.arrivedAt) }
    }

    /// The customer that the visit brought was given to somebody else since.
    private func movedOn(_ person: PersonID, _ trace: VisitTrace) -> VoidRefusal? {
        guard trace.logged, let staff = trace.owner ?? trace.receptionist else { return nil }
        let day = trace.arrivedAt.day
        let isGone = ownership.records(of: person).contains { record in
            record.staff == staff && record.owns && record.endedOn == at.day
                && (record.clock.began == day || record.beforeVisit?.day == day)
        }
        guard isGone else { return nil }
        let holder = ownership.holder(of: person, on: at.day)
        return holder == staff ? nil : .movedOn(to: holder)
    }

    /// A turn that was lost to a group that never came is given back, and its dispute is over.
    private mutating func makeGood(_ turn: LostTurn, _ note: String) {
        let open = duty.disputes.values.filter { $0.turn == turn }.sorted { $0.id < $1.id }
        for dispute in open {
            emit(.disputeRuled(dispute, .returned, note: note, by: actor.staff, at: at))
        }
        guard let before = rotation.member(turn.staff)?.ticks else { return }
        emit(.turnAdjusted(turn.staff, effect: .returned, note: note))
        because(.lossStruck(turn.staff, turn.why))
        if rotation.mechanism == .tally { setTicks(turn.staff, to: before - knobs.absentTick) }
    }

    /// Where the pointer stood at the consultant the turn itself was used, and the rest of what a
    /// group costs taken in advance (REC-20).
    private mutating func takeAheadBack(_ trace: VisitTrace) {
        guard rotation.mechanism == .ring, trace.way == .named, trace.effect == .counted,
            isPaidAhead(trace), knobs.advancePerGroup > 1, let staff = trace.receptionist
        else { return }
        returnAdvance(of: staff, count: knobs.advancePerGroup - 1)
    }

    /// Ticks of a tally that the line of the register does not tell: charged after a change of the
    /// class, or to the consultant for whom a colleague stood in.
    private mutating func takeUnseenTicksBack(_ trace: VisitTrace) {
        guard rotation.mechanism == .tally, let staff = trace.receptionist else { return }
        let isCharged = trace.logged && trace.ticks == 0 && trace.effect == .counted
        let payer = trace.effect == .notCounted && isPaidAhead(trace) ? trace.owner : nil
        guard let who = isCharged ? staff : payer,
            let ticks = rotation.member(who)?.ticks
        else { return }
        setTicks(who, to: ticks - knobs.tickPerReception)
    }

    /// Whoever received outside the hours is due there again (REC-19).
    private mutating func takeOffHoursBack(_ trace: VisitTrace) {
        guard isOffHours(trace.arrivedAt), let staff = trace.receptionist,
            var pointer = duty.offHours, pointer.last == staff, pointer.day == trace.arrivedAt.day,
            trace.effect == .notCounted
        else { return }
        let ring = rotation.members.filter { !$0.released }.map(\.staff)
        guard let place = ring.firstIndex(of: staff) else { return }
        pointer.last = ring[(place + ring.count - 1) % ring.count]
        emit(.offHoursMoved(pointer))
    }
}
