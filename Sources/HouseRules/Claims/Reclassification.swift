/// A visit turns out to be something else (REC-22, REC-32, REC-35, REC-36).
extension Deliberation {
    /// By oneself within the window, by management at any time of the day.
    mutating func reclassify(
        _ visit: VisitID, _ visitClass: VisitClass, named: StaffID?
    ) throws(Refusal) -> Outcome {
        try allow(.frontDeskSecretary, .dutyOfficer, .consultant)
        let trace = try traced(visit)
        guard let row = knobs.turnTable[visitClass] else { throw .classNotInTable(visitClass) }
        if let named { _ = try known(named) }
        if let started = trace.startedAt, !actor.role.isManagement {
            let end = started.wholeSecond.adding(seconds: claimKnobs.reclassSeconds)
            guard at.wholeSecond <= end, !hasLeft(trace) else {
                throw .claims(.reclassWindowClosed(until: end))
            }
        }
        let holder = ownership.holder(of: trace.person, on: at.day)
        let owner = row.receiver == .named ? named ?? trace.named ?? holder : nil
        if row.receiver == .named, owner == nil { throw .namedConsultantMissing(visitClass) }
        because(.reclassified(visitClass))
        return correct(visit, trace, visitClass, row, owner)
    }

    private mutating func correct(
        _ visit: VisitID, _ trace: VisitTrace, _ visitClass: VisitClass, _ row: TurnRow,
        _ owner: StaffID?
    ) -> Outcome {
        guard let staff = trace.receptionist else {
            return redirect(
                visit, trace,
                NewCourse(
                    visitClass: visitClass, owner: owner, effect: row.effect, givesBack: true))
        }
        var course = NewCourse(
            visitClass: visitClass, owner: owner ?? staff, effect: row.effect, givesBack: true)
        if visitClass == .peer || visitClass == .developerBusiness {
            because(.foundAfter(claimKnobs.peerFoundAfter))
            if claimKnobs.peerFoundAfter == .counted { keepTurn(&course, trace) }
        } else if row.effect == .counted {
            keepTurn(&course, trace)
            chargeIfUnused(trace, staff, visit)
        }
        return redirect(visit, trace, course)
    }

    private mutating func keepTurn(_ course: inout NewCourse, _ trace: VisitTrace) {
        course.givesBack = false
        if let effect = trace.effect, effect != .notCounted { course.effect = effect }
        if let staff = trace.receptionist { because(.turnKept(staff)) }
    }

    /// Received without a turn, but it should have been one: used after all. A tally site adds the
    /// tick with the entry in the register, if that is still to come.
    private mutating func chargeIfUnused(
        _ trace: VisitTrace, _ staff: StaffID, _ visit: VisitID
    ) {
        guard trace.effect == .notCounted else { return }
        if rotation.mechanism == .tally, !trace.logged { return }
        charge(staff, for: visit)
    }

    /// Two visits are one group: whoever began first keeps it (REC-35).
    mutating func merge(_ one: VisitID, _ other: VisitID) throws(Refusal) -> Outcome {
        try allow()
        let pair = try [(one, traced(one)), (other, traced(other))]
            .sorted { began($0.1, before: $1.1) }
        let (kept, folded) = (pair[0], pair[1])
        guard one != other, let keeper = kept.1.receptionist, folded.1.finishedAt == nil,
            kept.1.finishedAt == nil, let staff = folded.1.receptionist
        else { throw .unknownVisit(other) }
        because(.merged(keeps: keeper))
        giveTurnBack(of: folded.0, folded.1)
        emit(.receptionFinished(folded.0, staff, at: at))
        emit(.merged(folded.0, into: kept.0))
        handOutHeldVisits()
        return .receptionist(keeper, kept.1.effect ?? .notCounted)
    }

    /// Earlier second first, then the number in the desk's register.
    private func began(_ left: VisitTrace, before right: VisitTrace) -> Bool {
        let (one, other) = ((left.startedAt ?? at).wholeSecond, (right.startedAt ?? at).wholeSecond)
        return one == other ? left.number < right.number : one < other
    }

    /// Part of a group is a group of its own, as if it had just come (REC-35).
    mutating func split(_ visit: VisitID, _ arrival: Arrival) throws(Refusal) -> Outcome {
        try allow()
        let trace = try traced(visit)
        guard trace.finishedAt == nil, visit != arrival.visit else { throw .unknownVisit(visit) }
        let outcome = try register(arrival)
        emit(.splitOff(arrival.visit, from: visit))
        because(.splitOff)
        return outcome
    }

    /// Another consultant: no turn for the change itself. A complaint leaves the first one's turn
    /// used; a wish gives it back; somebody with whom all has lapsed pays a turn ahead (REC-37).
    mutating func change(_ slip: ChangeSlip) throws(Refusal) -> Outcome {
        try allow()
        _ = try known(slip.to)
        let trace = try traced(slip.visit)
        guard let from = trace.receptionist else { throw .unknownVisit(slip.visit) }
        let insists = trace.lapsedWith == slip.to
        because(.changed(to: slip.to, slip.cause))
        emit(.slipWritten(slip, from: trace.owner ?? from))
        if let person = trace.person {
            transfer(person, to: slip.to)
        }
        if from == slip.to {
            return redirect(
                slip.visit, trace,
                NewCourse(
                    visitClass: trace.visitClass, owner: slip.to,
                    effect: trace.effect ?? .notCounted, givesBack: false))
        }
        return redirect(
            slip.visit, trace,
            NewCourse(
                visitClass: insists ? .referral : .ownedReturning, owner: slip.to,
                effect: insists ? .advance : .notCounted,
                givesBack: insists || slip.cause == .wish))
    }
}
