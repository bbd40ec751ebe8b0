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
        let busy = rotation.order.contains { rotation.members[$0].presence.isReceiving }
        guard busy else { return hold(visit) }
        if visit.lockedFor == nil && visit.recallUntil == nil { because(.nobodyOnStand) }
        var passed: Set<StaffID> = []
        while let member = rotation.order[safe: rotation.pointer].map({ rotation.members[$0] }) {
            if member.advance == 0, isReceiver(member, secondLap: passed.contains(member.staff)) {
                return lock(visit, for: member.staff)
            }
            if member.advance == 0, let recall = recall(member, for: visit) {
                because(.recalled(member.staff, until: recall))
                emit(.coverTaken(visit.visit, lockedFor: nil, recallUntil: recall))
                return .cover(lockedFor: nil)
            }
            step(over: member, for: visit, passed: &passed)
        }
        return hold(visit)
    }

    /// Still receiving; somebody on an errand for the house is passed over the first time round.
    private func isReceiver(_ member: Member, secondLap: Bool) -> Bool {
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
        guard let until = visit.recallUntil else {
            return at.wholeSecond.adding(seconds: knobs.answerSeconds)
        }
        return at.wholeSecond > until ? nil : until
    }

    /// Gives held visits to whoever is on stand now, in the order of arrival.
    mutating func handOutHeldVisits() {
        guard rotation.isOpen, isInForce else { return }
        for id in rotation.held {
            guard let visit = rotation.visits[id] else { continue }
            if let locked = visit.lockedFor {
                guard rotation.member(locked)?.presence == .onStand else { continue }
                because(.handedOver(locked))
                _ = assign(visit, locked, .counted, .handover)
            } else if rotation.members.contains(where: { $0.presence == .onStand }) {
                _ = place(visit)
            }
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
