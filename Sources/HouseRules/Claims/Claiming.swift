/// Claims within five minutes, and names said late (REC-26, REC-31, REC-33).
extension Deliberation {
    /// The four conditions in their order, then the window; the first that fails is told.
    mutating func claim(_ claim: Claim) throws(Refusal) -> Outcome {
        try allowMove(of: claim.by)
        let member = try known(claim.by)
        let trace = try traced(claim.visit)
        guard let started = trace.startedAt, !hasLeft(trace), trace.receptionist != claim.by
        else { throw .unknownVisit(claim.visit) }
        // The end of the day sends everybody home, but not those who are still at it.
        guard member.presence.isOnDuty || trace.finishedAt != nil else {
            throw .offDuty(claim.by)
        }
        let person = claim.person ?? trace.person
        guard claim.saidSurname else { throw .claims(.surname) }
        guard claim.acknowledged else { throw .claims(.notAcknowledged) }
        // What was entered has made the customer the receptionist's by then.
        let latest = claimEnd(started)
        if trace.logged, at.wholeSecond > latest { throw .claims(.windowClosed(until: latest)) }
        let visitClass = try claimable(claim, person, on: started.day)
        try mayClaim(claim, trace)
        let seconds =
            visitClass == .callNamed ? claimKnobs.discoverSeconds : claimKnobs.windowSeconds
        let end = started.wholeSecond.adding(seconds: seconds)
        guard at.wholeSecond <= end else { throw .claims(.windowClosed(until: end)) }
        emit(.claimed(claim.visit, claim.by, at: at))
        if let person, trace.person == nil { emit(.personLinked(claim.visit, person)) }
        because(.claimed(claim.by, until: end))
        if trace.logged, customers.entries[claim.visit] == nil {
            emit(.entryOpen(claim.visit, until: latest))
        }
        let isOwn = trace.owner == claim.by
        return redirect(
            claim.visit, trace,
            NewCourse(
                visitClass: isOwn ? trace.visitClass : visitClass, owner: claim.by,
                effect: .notCounted, givesBack: claimKnobs.returnsTurn && !isOwn))
    }

    /// What the customer is for the claimer; refused when nothing holds (condition three). What
    /// held when the reception began holds to the end of its window, also past midnight.
    private func claimable(
        _ claim: Claim, _ person: PersonID?, on day: BusinessDay
    ) throws(Refusal) -> VisitClass {
        let standing = ownership.standing(of: person, with: claim.by, on: day)
        if standing.hasBought { return .owner }
        if standing.visitUntil != nil { return .ownedReturning }
        if standing.callUntil != nil { return .callNamed }
        let confirmed = claim.confirmsOwnResource && claimKnobs.ownResourceProof == .either
        if standing.isOwnResource || confirmed { return .ownResource }
        throw .claims(.notOwned(claim.by, lapsedOn: standing.lapsedOn))
    }

    /// Nobody else was asked for, and nobody claimed first (condition four).
    private func mayClaim(_ claim: Claim, _ trace: VisitTrace) throws(Refusal) {
        if claim.wantsAnother { throw .claims(.designated(nil)) }
        if let claimed = trace.claimedAt, let owner = trace.owner ?? trace.receptionist {
            guard claimed.wholeSecond == at.wholeSecond, claim.pointedAt else {
                throw .claims(.alreadyClaimed(owner))
            }
            return
        }
        if let named = trace.named, named != claim.by, trace.visitClass != .referral {
            throw .claims(.designated(named))
        }
    }

    /// Whether the group has left. The end of the day ends what is written of a reception, but not
    /// the reception (REC-48): its windows run on past midnight (REC-31).
    func hasLeft(_ trace: VisitTrace) -> Bool {
        guard let finished = trace.finishedAt else { return false }
        guard let started = trace.startedAt, started.day < at.day else { return true }
        return finished != at.day.start
    }

    /// The customer says a name after they were given to somebody (REC-33).
    ///
    /// A caller has three minutes from coming in; an owned customer the claim window.
    mutating func name(_ visit: VisitID, _ staff: StaffID) throws(Refusal) -> Outcome {
        try allow(.frontDeskSecretary, .dutyOfficer, .consultant)
        _ = try known(staff)
        let trace = try traced(visit)
        guard !hasLeft(trace) else { throw .unknownVisit(visit) }
        let latest = max(
            claimEnd(trace.startedAt ?? at),
            trace.arrivedAt.wholeSecond.adding(seconds: claimKnobs.namingSeconds))
        if trace.logged, at.wholeSecond > latest {
            throw .claims(.namingWindowClosed(until: latest))
        }
        let began = trace.startedAt ?? trace.arrivedAt
        let standing = ownership.standing(of: trace.person, with: staff, on: began.day)
        let isCall = !standing.isOwned
        guard standing.isOwned || standing.callUntil != nil else {
            throw .claims(.notOwned(staff, lapsedOn: standing.lapsedOn))
        }
        let end =
            isCall
            ? trace.arrivedAt.wholeSecond.adding(seconds: claimKnobs.namingSeconds)
            : (trace.startedAt ?? at).wholeSecond.adding(seconds: claimKnobs.windowSeconds)
        guard at.wholeSecond <= end else { throw .claims(.namingWindowClosed(until: end)) }
        if let until = standing.callUntil, isCall {
            because(.callValid(staff, until: until))
        } else {
            because(.ownershipValid(staff, until: standing.visitUntil))
        }
        return redirect(
            visit, trace,
            NewCourse(
                visitClass: isCall ? .callNamed : standing.hasBought ? .owner : .ownedReturning,
                owner: staff, effect: .notCounted, givesBack: trace.receptionist != staff))
    }

    /// An old customer turned up: together if before the question was done (REC-31).
    mutating func introduce(_ introduction: Introduction) throws(Refusal) -> Outcome {
        try allow(.frontDeskSecretary, .dutyOfficer)
        let trace = try traced(introduction.visit)
        guard trace.finishedAt == nil else { throw .unknownVisit(introduction.visit) }
        let end = (trace.answeredAt ?? trace.arrivedAt).wholeSecond
        guard introduction.arrivedAt.wholeSecond <= end else {
            throw .claims(.introducedTooLate(until: end))
        }
        try firstVisitGone(trace.person, on: at.day)
        guard let staff = consultant(of: introduction.introducer, on: at.day),
            isAnnounced(introduction.introducer, to: staff, before: trace.arrivedAt)
        else { throw .claims(.introducerNotValid) }
        because(.introduced(staff))
        if let person = trace.person {
            let written = WrittenIntroduction(
                staff: staff, introducer: introduction.introducer, at: introduction.arrivedAt)
            emit(.introduced(person, written))
        }
        return redirect(
            introduction.visit, trace,
            NewCourse(
                visitClass: .referral, owner: staff,
                effect: knobs.turnTable[.referral]?.effect ?? .advance, givesBack: true))
    }
}
