/// Nobody is on stand: management receives for the time being (REC-13).
extension Deliberation {
    /// Holds a visit without locking it: the first to return gets it.
    mutating func hold(_ visit: OpenVisit) -> Outcome {
        because(.nobodyOnStand)
        for place in rotation.order where rotation.presence(place, at: at) == .awayPersonal {
            let until = at.wholeSecond.adding(seconds: knobs.answerSeconds)
            because(.recalled(rotation.members[place].staff, until: until))
        }
        because(.firstToReturn)
        return keepOpen(visit)
    }

    /// Holds a visit until the draft of the day is confirmed (REC-01).
    mutating func holdForConfirmation(_ visit: OpenVisit) -> Outcome {
        because(.draftUnconfirmed)
        return keepOpen(visit)
    }

    private mutating func keepOpen(_ visit: OpenVisit) -> Outcome {
        emit(.coverTaken(visit.visit, lockedFor: nil, recallUntil: nil))
        return .cover(lockedFor: nil)
    }

    /// Locks a counted visit for the first still receiving from the pointer on (ring).
    mutating func cover(_ visit: OpenVisit) -> Outcome {
        let anybody = rotation.order.contains {
            let presence = rotation.members[$0].presence
            return presence.isReceiving || presence == .onStand
        }
        guard anybody else { return hold(visit) }
        let isFirst = visit.lockedFor == nil && visit.recallUntil == nil
        if isFirst, rotation.firstPlace == nil { because(.nobodyOnStand) }
        var passed: Set<StaffID> = []
        while let member = rotation.order[safe: rotation.pointer].map({ rotation.members[$0] }) {
            if member.advance == 0, member.isFree {
                because(ReceptionReason.pointerAt(member.staff))
                return assign(visit, member.staff, .counted, .turn)
            }
            if member.advance == 0, isReceiver(member, secondLap: passed.contains(member.staff)) {
                return lock(visit, for: member.staff)
            }
            if member.advance == 0, rotation.firstPlace == nil,
                let recall = recall(member, for: visit)
            {
                if recall != visit.recallUntil { announceRecall(until: recall) }
                emit(.coverTaken(visit.visit, lockedFor: nil, recallUntil: recall))
                return .cover(lockedFor: nil)
            }
            step(over: member, for: visit, passed: &passed)
        }
        return hold(visit)
    }

    /// Still receiving, or on the phone at the front; somebody on an errand for the house is passed
    /// over the first time round.
    private func isReceiver(_ member: Member, secondLap: Bool) -> Bool {
        if member.presence == .onStand { return member.call != nil }
        guard member.presence.isReceiving else { return false }
        return member.presence == .receivingTurn || member.missed == .forfeit || secondLap
    }

    private mutating func lock(_ visit: OpenVisit, for staff: StaffID) -> Outcome {
        because(.lockedFor(staff))
        emit(.coverTaken(visit.visit, lockedFor: staff, recallUntil: nil))
        return .cover(lockedFor: staff)
    }

    /// Until when somebody who left without an order is given time to answer; nil: not a case
    /// for calling back, or the time has run out.
    private func recall(_ member: Member, for visit: OpenVisit) -> Moment? {
        guard member.presence(at: at) == .awayPersonal else { return nil }
        let fresh = at.wholeSecond.adding(seconds: knobs.answerSeconds)
        guard let until = visit.recallUntil else { return fresh }
        guard at.wholeSecond > until else { return until }
        // Somebody who left after the others were called has not been called yet.
        let left = member.presence == .awayPersonal ? member.since : member.until ?? member.since
        return left.wholeSecond > until.adding(seconds: -knobs.answerSeconds) ? fresh : nil
    }

    /// Calls everybody back who left without an order and stands before the first receiving.
    private mutating func announceRecall(until: Moment) {
        for place in rotation.ringOrder {
            let member = rotation.members[place]
            if isReceiver(member, secondLap: false) { return }
            guard member.presence(at: at) == .awayPersonal else { continue }
            because(.recalled(member.staff, until: until))
        }
    }

    /// Gives held visits to whoever is on stand now, in the order of arrival.
    mutating func handOutHeldVisits() {
        enforceSuspensions()
        if rotation.isOpen, isInForce { handOverLocked() }
        for id in rotation.held {
            guard let visit = rotation.visits[id], visit.lockedFor == nil,
                rotation.isOpen && isInForce || isOffHours(visit.arrivedAt),
                rotation.members.contains(where: \.isFree)
            else { continue }
            _ = place(visit)
        }
    }

    /// Who left while a group was locked for them does not get it: whoever is first on stand does.
    mutating func unlockDeserted() {
        let deserted = rotation.held.filter { id in
            guard let locked = rotation.visits[id]?.lockedFor else { return false }
            let presence = rotation.member(locked)?.presence
            return presence?.isReceiving != true && presence != .onStand
        }
        guard !deserted.isEmpty else { return }
        for id in deserted {
            because(.firstToReturn)
            emit(.coverTaken(id, lockedFor: nil, recallUntil: nil))
        }
        handOutHeldVisits()
    }

    /// What is locked for somebody comes before what waits for anybody.
    private mutating func handOverLocked() {
        for id in rotation.held {
            guard let visit = rotation.visits[id], let locked = visit.lockedFor,
                rotation.member(locked)?.isFree == true
            else { continue }
            because(.handedOver(locked))
            _ = assign(visit, locked, .counted, .handover)
        }
    }

    /// Calls back no longer than `dispatch.answer_seconds`; asked before anything that could give
    /// the visit to somebody, so that an answer a second too late is too late without the clock.
    mutating func lapseRecalls() {
        for id in rotation.held {
            guard let visit = rotation.visits[id], let until = visit.recallUntil,
                at.wholeSecond > until
            else { continue }
            _ = cover(visit)
        }
    }
}
