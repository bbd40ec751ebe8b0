/// A visit changes what it is, whose it is or who receives it, and the turns follow (REC-31,
/// REC-32).
extension Deliberation {
    /// What a visit becomes.
    struct NewCourse {
        var visitClass: VisitClass
        /// Whose customer it is from now on; nil: nobody's in particular.
        var owner: StaffID?
        /// What the reception does to the owner's turn.
        var effect: TurnEffect
        /// Whether the turn of whoever received so far goes back.
        var givesBack: Bool
    }

    /// The trace of a visit, or a refusal.
    func traced(_ visit: VisitID) throws(Refusal) -> VisitTrace {
        guard let trace = customers.traces[visit] else { throw .unknownVisit(visit) }
        return trace
    }

    /// Changes the course of a visit. A finished one only corrects the turns; a consultant who is
    /// busy or gone leaves the reception to whoever has it (REC-39).
    mutating func redirect(_ visit: VisitID, _ trace: VisitTrace, _ course: NewCourse) -> Outcome {
        if course.givesBack { giveTurnBack(of: visit, trace) }
        var course = course
        if course.givesBack, course.effect == .advance, let owner = course.owner {
            course.effect = payAhead(owner, visit, trace)
        }
        guard let before = trace.receptionist else {
            change(visit, course, staff: nil, onBehalfOf: nil)
            handOutHeldVisits()
            return .done
        }
        let owner = course.owner ?? before
        let takesOver = trace.finishedAt == nil && owner != before && mayTakeOver(owner)
        let receptionist = takesOver ? owner : before
        let standsIn = receptionist != owner
        if standsIn { because(.staysFor(before, owner: owner)) }
        change(visit, course, staff: receptionist, onBehalfOf: standsIn ? owner : nil)
        if receptionist != before { handOutHeldVisits() }
        return .receptionist(receptionist, standsIn ? .notCounted : course.effect)
    }

    private mutating func change(
        _ visit: VisitID, _ course: NewCourse, staff: StaffID?, onBehalfOf: StaffID?
    ) {
        let standsIn = onBehalfOf != nil
        let row = knobs.turnTable[course.visitClass]
        emit(
            .visitReassigned(
                ReassignmentFact(
                    visit: visit, visitClass: course.visitClass,
                    named: row?.receiver == .named ? course.owner : nil,
                    staff: staff, onBehalfOf: onBehalfOf,
                    effect: staff == nil ? nil : standsIn ? .notCounted : course.effect,
                    missed: standsIn ? .makeup : row?.missed ?? .forfeit, at: at)))
    }

    /// Somebody on the site who has neither a visitor nor a call in hand.
    private func mayTakeOver(_ staff: StaffID) -> Bool {
        guard let member = rotation.member(staff) else { return false }
        return member.presence.isOnDuty && member.visit == nil && member.call == nil
    }

    /// The turn of a reception goes back to whoever used it (claim.return_turn_to_current).
    mutating func giveTurnBack(of visit: VisitID, _ trace: VisitTrace) {
        // Management holds it for somebody whose turn moved on with the lock (REC-13).
        if let locked = rotation.visits[visit]?.lockedFor { return returnTurn(of: locked) }
        guard let staff = trace.receptionist else { return }
        let payer = trace.owner ?? staff
        if rotation.mechanism == .tally { return takeTicksBack(trace, from: staff) }
        switch trace.effect {
        case .counted, .makeupUsed, .returnedUsed:
            returnTurn(of: staff)
        case .advance:
            returnAdvance(of: payer, count: knobs.advancePerGroup)
        case .notCounted where trace.owner != nil && isPaidAhead(trace):
            returnAdvance(of: payer, count: knobs.advancePerGroup)
        default:
            break
        }
    }

    /// Whether the owner's next turn pays for such a visit (REC-20).
    func isPaidAhead(_ trace: VisitTrace) -> Bool {
        knobs.turnTable[trace.visitClass]?.effect == .advance
    }

    private mutating func returnTurn(of staff: StaffID) {
        guard rotation.place(of: staff) != nil else { return }
        emit(.turnAdjusted(staff, effect: .returned, note: ""))
        because(.turnReturned(staff))
    }

    private mutating func takeTicksBack(_ trace: VisitTrace, from staff: StaffID) {
        // Taken back already, or never this one's to begin with.
        guard trace.ticks > 0, trace.effect != .notCounted else {
            return because(.backInPlace(staff))
        }
        guard rotation.place(of: staff) != nil else { return }
        for _ in 0..<trace.ticks { emit(.turnAdjusted(staff, effect: .returned, note: "")) }
        because(.turnReturned(staff))
    }

    /// Taken in advance and not spent yet: struck; spent already: a turn is owed instead.
    mutating func returnAdvance(of staff: StaffID, count: Int) {
        let open = rotation.member(staff)?.advance ?? 0
        let struck = min(open, count)
        if struck > 0 {
            emit(.advanceTaken(staff, count: -struck))
            because(.advanceReturned(staff))
        }
        for _ in struck..<max(struck, count) { returnTurn(of: staff) }
    }

    /// Takes the owner's next turn in advance; the turn itself where the pointer stands at them.
    private mutating func payAhead(
        _ staff: StaffID, _ visit: VisitID, _ trace: VisitTrace
    ) -> TurnEffect {
        guard rotation.mechanism == .ring else { return .advance }
        if rotation.pointerStaff == staff, rotation.member(staff)?.advance == 0 {
            charge(staff, for: visit)
            return .counted
        }
        emit(.advanceTaken(staff, count: knobs.advancePerGroup))
        because(.takesAdvance(staff, open: rotation.member(staff)?.advance ?? 0))
        return .advance
    }

    /// A turn that should have been used: the pointer moves on if it still stands there, else the
    /// next turn is used in advance (REC-34).
    mutating func charge(_ staff: StaffID, for visit: VisitID) {
        guard let member = rotation.member(staff), rotation.isOpen else { return }
        because(.turnCharged(staff))
        guard rotation.mechanism == .ring else {
            return emit(.ticksSet(staff, to: member.ticks + knobs.tickPerReception))
        }
        if rotation.pointerStaff == staff, member.advance == 0 {
            emit(.turnPassed(staff, visit: visit, effect: .counted, why: .chargedLater))
        } else {
            emit(.advanceTaken(staff, count: 1))
        }
    }
}
