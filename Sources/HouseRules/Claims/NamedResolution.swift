/// A visitor names a consultant (REC-29, REC-33, REC-37).
extension Deliberation {
    /// What holds between them decides; else whose they are; else what has lapsed; else a fact
    /// that was written down beforehand.
    func resolve(_ staff: StaffID, _ found: inout Identified, _ answers: FirstQuestion) {
        let standing = standing(of: found.arrival.person, with: staff)
        if standing.isOwned {
            return found.settle(
                standing.hasBought ? .owner : .ownedReturning, named: staff,
                .ownershipValid(staff, until: standing.visitUntil))
        }
        if let until = standing.callUntil {
            return resolveCall(staff, until, &found, answers)
        }
        if let holder = holder(of: found) {
            found.owner = holder
            return found.settle(.ownedReturning, named: staff, .namedInstead(staff, of: holder))
        }
        if resolveSent(staff, &found, answers) { return }
        if let lapsed = standing.lapsedOn {
            return resolveLapsed(staff, lapsed, &found)
        }
        resolveUnknown(staff, standing, &found)
    }

    /// A caller has so long after coming in to say the name (call_named.window_seconds).
    private func resolveCall(
        _ staff: StaffID, _ until: BusinessDay, _ found: inout Identified, _ answers: FirstQuestion
    ) {
        let arrived = (found.arrival.arrivedAt ?? at).wholeSecond
        let end = arrived.adding(seconds: claimKnobs.namingSeconds)
        if (answers.namedAt ?? at).wholeSecond > end {
            return found.settle(.callUnnamed, .namedTooLate(staff, until: end))
        }
        found.settle(.callNamed, named: staff, .callValid(staff, until: until))
    }

    /// Sent by the developer or a channel: no choice, unless the site allows it (REC-25, REC-42).
    private func resolveSent(
        _ staff: StaffID, _ found: inout Identified, _ answers: FirstQuestion
    ) -> Bool {
        switch answers.referrer {
        case nil, .nobody: return false
        case .channel:
            found.settle(.channel, .designationIgnored(staff))
        case .employee where knobs.turnTable[.staffReferral] != nil:
            found.settle(.staffReferral, named: staff, .recommended(staff))
        case .developer, .employee:
            if claimKnobs.relationMayDesignate { return false }
            found.settle(.relation, .designationIgnored(staff))
        }
        return true
    }

    private func resolveLapsed(_ staff: StaffID, _ lapsed: BusinessDay, _ found: inout Identified) {
        found.reasons.append(.ownershipExpired(staff, lapsedOn: lapsed))
        let policy = claimKnobs.namedAfterExpiry
        switch policy {
        case .expiredNew:
            found.lapsedWith = staff
            found.settle(.newExpired, .namedAfterExpiry(staff, policy))
        case .namedNew:
            found.settle(.referral, named: staff, .namedAfterExpiry(staff, policy))
        }
    }

    /// Nothing on record: an introduction, own circle, or a newcomer who names somebody (REC-29).
    private func resolveUnknown(
        _ staff: StaffID, _ standing: CustomerStanding, _ found: inout Identified
    ) {
        if standing.isIntroduced {
            return found.settle(.referral, named: staff, .introduced(staff))
        }
        if standing.isOwnResource {
            return found.settle(.ownResource, named: staff, .ownResource(staff))
        }
        guard ownershipKnobs.referralCriteria.contains(.newNames) else {
            return found.settle(.newFirst, .newCustomer(.newFirst))
        }
        found.settle(.referral, named: staff, .namedNew(staff))
    }

    /// Writes down what was found, after the arrival itself.
    mutating func record(_ found: Identified) {
        let visit = found.arrival.visit
        if let answers = found.arrival.answers {
            emit(.questionAnswered(visit, answers, at: answers.answeredAt ?? at))
        }
        if let lapsed = found.lapsedWith { emit(.lapseNamed(visit, lapsed)) }
        if let proof = found.proof { emit(.proofAwaited(visit, proof)) }
        if let kept = found.appointment {
            emit(.appointmentKept(kept.person, at: kept.at))
        }
        for reason in found.reasons { because(reason) }
        for note in found.notes { because(note) }
        tellEvidence(of: found.arrival.person)
    }
}
