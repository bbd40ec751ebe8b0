/// The desk: arrivals, registers, departures (REC-03, REC-04, REC-18).
extension Deliberation {
    mutating func carryOut(_ command: VisitCommand) throws(Refusal) -> Outcome {
        switch command {
        case .register(let arrival):
            try allowEntry(of: arrival)
            return try register(arrival)
        case .take(let visit, let staff):
            return try take(visit, staff)
        case .log(let visit):
            if rotation.visits[visit] == nil, registers.visits[visit] != nil {
                lapseRegisters()
                try enterVisit(visit, VisitColumn.allCases)
                return .done
            }
            let open = try receiving(visit)
            log(open)
            return .done
        case .finish(let visit, let logged):
            return try finish(visit, logged: logged)
        case .void(let visit, let note):
            return try void(visit, note)
        }
    }

    mutating func register(_ arrival: Arrival) throws(Refusal) -> Outcome {
        let found = try identify(arrival)
        return try register(found.arrival, found)
    }

    private mutating func register(
        _ arrival: Arrival, _ found: Identified
    ) throws(Refusal) -> Outcome {
        let arrivedAt = arrival.arrivedAt ?? at
        guard arrivedAt.wholeSecond <= at.wholeSecond else { throw .inTheFuture(arrivedAt) }
        guard arrivedAt.day == at.day else { throw .tooOld(arrivedAt) }
        guard rotation.visits[arrival.visit] == nil else { throw .alreadyRegistered }
        let row = try row(of: arrival)
        if !isBeforeTheDay(arrivedAt) { try needSheet() }
        lapseRecalls()
        let visit = OpenVisit(
            visit: arrival.visit, visitClass: arrival.visitClass, arrivedAt: arrivedAt,
            person: arrival.person, named: arrival.named, number: rotation.arrivals + 1,
            owner: found.owner, arranged: found.arranged)
        emit(.visitRegistered(visit))
        record(found)
        because(.classified(arrival.visitClass, row))
        return place(visit)
    }

    /// The row of the house's table, with a name where it needs one; a tour group without an order
    /// goes on as a visit of the current turn (REC-23).
    private mutating func row(of arrival: Arrival) throws(Refusal) -> TurnRow {
        guard let row = knobs.turnTable[arrival.visitClass] else {
            throw .classNotInTable(arrival.visitClass)
        }
        if let named = arrival.named, arrival.answers == nil, ownership.departed[named] == nil {
            _ = try known(named)
        }
        guard row.receiver == .named, arrival.named == nil else { return row }
        guard arrival.visitClass == .tourGroup else {
            throw .namedConsultantMissing(arrival.visitClass)
        }
        because(.tourAssignerRequired)
        return TurnRow(.currentTurn, .counted)
    }

    /// Came before the hours and before there is a sheet: no sheet is needed (REC-19).
    private func isBeforeTheDay(_ arrivedAt: Moment) -> Bool {
        isOffHours(arrivedAt) && !rotation.isOpen && rotation.day != at.day
            && at.timeOfDay < knobs.publishTime
    }

    /// Finds the receptionist of a visit by the house's table (REC-18).
    ///
    /// A visit that was held while its class left the table goes to the current turn.
    mutating func place(_ visit: OpenVisit) -> Outcome {
        let row = row(of: visit)
        if row.receiver == .currentTurn, isOffHours(visit.arrivedAt) { return offHoursTurn(visit) }
        guard isInForce else { return holdForConfirmation(visit) }
        if row.receiver == .named, let named = visit.named {
            return namedReception(visit, named, row)
        }
        guard let first = rotation.firstPlace else {
            let counts = row.receiver == .currentTurn && row.effect == .counted
            return counts && rotation.mechanism == .ring ? cover(visit) : hold(visit)
        }
        if row.receiver == .lastInQueue {
            let staff = rotation.members[rotation.queue.last ?? first].staff
            because(.lastOnStand(staff))
            return assign(visit, staff, row.effect, .last, missed: row.missed)
        }
        guard row.effect == .counted else {
            let staff = rotation.members[first].staff
            because(.currentTurnUncounted(staff))
            return assign(visit, staff, row.effect, .uncounted, missed: row.missed)
        }
        return rotation.mechanism == .ring ? ringTurn(visit) : tallyTurn(visit, first)
    }

    /// Gives the visit to a consultant and names those who come next.
    mutating func assign(
        _ visit: OpenVisit, _ staff: StaffID, _ effect: TurnEffect, _ way: AssignmentWay,
        missed: MissedTurn = .forfeit, onBehalfOf: StaffID? = nil
    ) -> Outcome {
        let front = rotation.firstWaiting(frontCount)
        emit(
            .visitAssigned(
                AssignmentFact(
                    visit: visit.visit, staff: staff, onBehalfOf: onBehalfOf, effect: effect,
                    way: way, missed: missed, at: at)))
        noteTour(visit, staff, effect)
        awaitAnswer(visit.visit, staff, way)
        let next = rotation.firstWaiting(max(3, frontCount))
        if !next.isEmpty { because(.nextInLine(next.upTo(3))) }
        callToFront(before: front, now: next.upTo(frontCount))
        return .receptionist(staff, effect)
    }

    /// "I take this one": only whom the house sends, and management only when nobody can.
    private mutating func take(_ id: VisitID, _ staff: StaffID) throws(Refusal) -> Outcome {
        guard let visit = rotation.visits[id] else { throw .unknownVisit(id) }
        if let receptionist = visit.receptionist, receptionist == staff {
            if duty.awaited[id] != nil, actor.staff == staff { return try answer(id, staff) }
            return .receptionist(staff, visit.effect ?? .notCounted)
        }
        if actor.role.isManagement {
            if let receptionist = visit.receptionist {
                throw .managerCoverNotAllowed(receptionist)
            }
            if let until = visit.recallUntil, at.wholeSecond <= until,
                let recalled = rotation.pointerStaff
            {
                throw .managerCoverNotAllowed(recalled)
            }
            because(visit.lockedFor.map { .lockedFor($0) } ?? ReceptionReason.nobodyOnStand)
            return .cover(lockedFor: visit.lockedFor)
        }
        if let awaited = duty.awaited[id] { throw .duty(.proxyForbidden(due: awaited.staff)) }
        throw .notYourTurn(due: visit.receptionist ?? visit.lockedFor)
    }

    private func receiving(_ id: VisitID) throws(Refusal) -> OpenVisit {
        guard let visit = rotation.visits[id], let staff = visit.receptionist else {
            throw .unknownVisit(id)
        }
        try allowMove(of: staff)
        return visit
    }

    /// Enters the visit in the register; a tally site adds the tick (REC-04).
    mutating func log(_ visit: OpenVisit) {
        guard !visit.logged, let staff = visit.receptionist else { return }
        if duty.awaited[visit.visit] != nil { emit(.answered(visit.visit, staff, at: at)) }
        let uses = visit.effect == .counted || visit.effect == .advance
        let ticks = rotation.mechanism == .tally && uses ? knobs.tickPerReception : 0
        emit(.visitLogged(visit.visit, staff, ticks: ticks, at: at))
        if ticks > 0 {
            because(.ticked(staff, ticks: rotation.member(staff)?.ticks ?? ticks))
        } else {
            because(.recorded(staff))
        }
        registerCustomer(of: visit.visit)
    }

    private mutating func finish(_ id: VisitID, logged: Bool) throws(Refusal) -> Outcome {
        if try finishOverMidnight(id, logged: logged) { return .done }
        let visit = try receiving(id)
        guard let staff = visit.receptionist else { throw .unknownVisit(id) }
        if logged { log(visit) }
        if rotation.mechanism == .tally, rotation.visits[id]?.logged != true {
            throw .visitLogMissing(id)
        }
        lapseRecalls()
        emit(.receptionFinished(id, staff, at: at))
        closeClaims(of: id)
        if !logged { because(.recorded(staff)) }
        judgeSteps(id)
        handOutHeldVisits()
        return .done
    }
}
