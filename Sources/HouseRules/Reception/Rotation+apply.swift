extension Rotation {
    /// Makes one fact of the turn order true.
    mutating func apply(_ event: ReceptionEvent) {
        switch event {
        case .memberEnrolled(let staff, let at):
            members.append(Member(staff, since: at))
        case .memberReleased(let staff):
            release(staff)
        case .sheetPublished(let sheet):
            publish(sheet)
        case .sheetConfirmed:
            isConfirmed = true
        case .sheetJoined(let staff, let before, let ticks):
            join(staff, before: before, ticks: ticks)
        case .dayClosed(_, let head, _):
            close(head: head)
        case .ticksSet(let staff, let ticks):
            update(staff) { $0.ticks = ticks }
        case .advanceTaken(let staff, let count):
            update(staff) { $0.advance += count }
        case .owedCleared(let staff, _, _):
            makeups.removeAll { $0.staff == staff }
            update(staff) { $0.advance = 0 }
        case .turnAdjusted(let staff, let effect, _):
            adjust(staff, effect)
        case .standbyShort(let since):
            shortSince = since
            shortAlerted = false
        case .standbyAlerted:
            shortAlerted = true
        case .pointerMoved(let staff):
            movePointer(after: staff)
        case .standbyCalled:
            break
        case .visitReassigned(let fact):
            reassign(fact)
        case .visitRegistered, .turnPassed, .visitAssigned, .coverTaken, .visitLogged,
            .receptionFinished, .visitVoided:
            applyVisit(event)
        }
    }

    /// Makes one fact of presence true.
    mutating func apply(_ event: PresenceEvent) {
        switch event {
        case .moved(let staff, let presence, let at, let until):
            update(staff) { member in
                member.presence = presence
                member.since = at
                member.until = until
                if presence != .onStand { member.slot = nil }
            }
        case .slotTaken(let staff, let slot):
            update(staff) { $0.slot = slot }
        }
    }

    private mutating func applyVisit(_ event: ReceptionEvent) {
        switch event {
        case .visitRegistered(let visit):
            visits[visit.visit] = visit
            arrivals = visit.number
        case .turnPassed(let staff, _, let effect, _):
            pass(staff, effect)
        case .visitAssigned(let fact):
            assign(fact)
        case .coverTaken(let visit, let lockedFor, let recallUntil):
            visits.change(visit) {
                $0.lockedFor = lockedFor
                $0.recallUntil = recallUntil
            }
            if !held.contains(visit) { held.append(visit) }
            if let lockedFor, mechanism == .ring { movePointer(after: lockedFor) }
        case .visitLogged(let visit, let staff, let ticks, let at):
            visits.change(visit) { $0.logged = true }
            update(staff) {
                $0.ticks += ticks; $0.lastLogged = at
            }
        case .receptionFinished(let visit, let staff, let at):
            visits[visit] = nil
            update(staff) {
                $0.visit = nil; $0.presence = .onStand; $0.since = at
            }
        case .visitVoided(let fact):
            void(fact)
        default:
            break
        }
    }

    private mutating func publish(_ sheet: SheetFact) {
        members.removeAll { $0.released }
        for index in members.indices {
            members[index].ticks = 0
            members[index].slot = nil
        }
        for cleared in sheet.clearedAdvances { update(cleared.staff) { $0.advance = 0 } }
        day = sheet.day
        mechanism = sheet.mechanism
        isOpen = true
        isConfirmed = false
        order = sheet.order.compactMap { place(of: $0) }
        pointer = 0
        makeups = sheet.kept
        arrivals = 0
        shortSince = nil
        shortAlerted = false
    }

    private mutating func join(_ staff: StaffID, before: StaffID?, ticks: Int) {
        guard let place = place(of: staff) else { return }
        members[place].ticks = ticks
        leaveOrder(place)
        for index in makeups.indices
        where makeups[index].staff == staff && makeups[index].day != day {
            makeups[index].carriedTo = day
        }
        guard let before, let index = order.firstIndex(where: { members[$0].staff == before })
        else { return order.append(place) }
        order.insert(place, at: index)
        if index <= pointer && order.count > 1 { pointer += 1 }
    }

    private mutating func close(head: StaffID?) {
        isOpen = false
        nextHead = head
        shortSince = nil
        for index in members.indices where members[index].presence != .suspended {
            members[index].presence = .offDuty
            members[index].visit = nil
            members[index].call = nil
            members[index].slot = nil
            members[index].until = nil
        }
        visits = visits.filter { $0.value.receptionist == nil }
        for visit in held {
            visits[visit]?.lockedFor = nil
            visits[visit]?.recallUntil = nil
        }
    }

    private mutating func pass(_ staff: StaffID, _ effect: TurnEffect) {
        switch effect {
        case .advanceSpent: update(staff) { $0.advance -= 1 }
        case .makeupGranted: makeups.append(Makeup(staff, day: day ?? BusinessDay(number: 0)))
        default: break
        }
        if mechanism == .ring { movePointer(after: staff) }
    }

    private mutating func assign(_ fact: AssignmentFact) {
        visits.change(fact.visit) {
            $0.receptionist = fact.staff
            $0.effect = fact.effect
            $0.lockedFor = nil
            $0.recallUntil = nil
        }
        held.removeAll { $0 == fact.visit }
        let hasTurn = fact.effect != .notCounted && fact.way != .assist
        update(fact.staff) { member in
            member.presence = hasTurn ? .receivingTurn : .receivingExisting
            member.since = fact.at
            member.until = nil
            member.visit = fact.visit
            member.missed = fact.missed
            member.leftSlot = member.slot
            member.slot = nil
        }
        switch (fact.effect, fact.way) {
        case (.counted, .turn), (.counted, .named):
            if mechanism == .ring { movePointer(after: fact.staff) }
        case (.makeupUsed, _), (.returnedUsed, _):
            if let index = makeups.firstIndex(where: { $0.staff == fact.staff }) {
                makeups.remove(at: index)
            }
        default:
            break
        }
    }

    /// Whoever received is at the front again, in the station they left unless somebody took it.
    private mutating func void(_ fact: VoidFact) {
        visits[fact.visit] = nil
        held.removeAll { $0 == fact.visit }
        for place in members.indices where members[place].visit == fact.visit {
            members[place].visit = nil
            members[place].presence = .onStand
            members[place].since = fact.at
            guard let slot = members[place].leftSlot, !members.contains(where: { $0.slot == slot })
            else { continue }
            members[place].slot = slot
        }
    }

    /// A turn given back stands before all make-ups, behind earlier ones given back (REC-03 5).
    private mutating func adjust(_ staff: StaffID, _ effect: TurnEffect) {
        let today = day ?? BusinessDay(number: 0)
        guard mechanism == .ring else {
            // A turn owed costs no tick to begin with, so granting one leaves them (§0).
            if effect == .returned { update(staff) { $0.ticks = max(0, $0.ticks - 1) } }
            return
        }
        if effect == .returned {
            let index = makeups.firstIndex { !$0.returned } ?? makeups.endIndex
            makeups.insert(Makeup(staff, day: today, returned: true), at: index)
        } else {
            makeups.append(Makeup(staff, day: today))
        }
    }

    /// Out of the ring and of the day's order; whoever stood behind moves up (REC-01).
    private mutating func release(_ staff: StaffID) {
        guard let place = place(of: staff) else { return }
        if nextHead == staff { nextHead = successor(of: place) }
        members[place].released = true
        members[place].presence = .offDuty
        makeups.removeAll { $0.staff == staff }
        leaveOrder(place)
    }

    private mutating func leaveOrder(_ place: Int) {
        guard let index = order.firstIndex(of: place) else { return }
        order.remove(at: index)
        if index < pointer { pointer -= 1 }
        if pointer == order.count { pointer = 0 }
    }

    private func successor(of place: Int) -> StaffID? {
        let after = members[(place + 1)...] + members[..<place]
        return after.first { !$0.released }?.staff
    }

    private mutating func movePointer(after staff: StaffID) {
        guard let index = place(of: staff).flatMap(order.firstIndex(of:)) else { return }
        pointer = (index + 1) % order.count
    }

    mutating func update(_ staff: StaffID, _ change: (inout Member) -> Void) {
        guard let place = place(of: staff) else { return }
        change(&members[place])
    }
}
