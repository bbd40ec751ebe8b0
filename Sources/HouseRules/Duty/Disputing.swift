/// Disputes about lost turns (REC-15).
extension Deliberation {
    mutating func fileDispute(
        _ id: String, _ staff: StaffID, _ visit: VisitID, _ note: String
    ) throws(Refusal) {
        try allowMove(of: staff)
        _ = try known(staff)
        guard !note.isEmpty, !id.isEmpty else { throw .duty(.factsMissing) }
        guard duty.disputes[id] == nil else { throw .alreadyRegistered }
        let open = duty.disputes.values.map(\.turn)
        guard
            let turn = duty.lost.first(where: {
                $0.staff == staff && $0.visit == visit && !open.contains($0)
            })
        else { throw .duty(.noSuchLine) }
        emit(
            .disputeFiled(
                Dispute(id: id, turn: turn, note: note, filedBy: actor.staff, at: at)))
        because(.disputeFiled(staff, visit))
    }

    /// The lost turn is made good by a new line; the old one stays, marked as corrected. The ticks
    /// of a day are gone with it, so a ruling about an earlier one takes none off today.
    mutating func ruleDispute(
        _ id: String, _ ruling: DisputeRuling, _ note: String
    ) throws(Refusal) {
        try allow()
        guard !note.isEmpty else { throw .duty(.factsMissing) }
        guard let dispute = duty.disputes[id] else { throw .duty(.noSuchDispute(id)) }
        let staff = dispute.turn.staff
        emit(.disputeRuled(dispute, ruling, note: note, by: actor.staff, at: at))
        because(.disputeRuled(staff, dispute.turn.visit, ruling))
        guard ruling != .dismissed, let member = rotation.member(staff) else { return }
        if rotation.mechanism == .tally, let day = dispute.turn.day, day != rotation.day {
            return because(.tallyOver(staff, day))
        }
        let effect: TurnEffect = ruling == .makeup ? .makeupGranted : .returned
        emit(.turnAdjusted(staff, effect: effect, note: note))
        because(.adjusted(staff, effect, note: note))
        guard rotation.mechanism == .tally else { return handOutHeldVisits() }
        setTicks(staff, to: member.ticks - knobs.absentTick)
    }

    /// What a tick given wrongly comes to once it is taken off.
    mutating func setTicks(_ staff: StaffID, to ticks: Int) {
        let ticks = max(0, ticks)
        guard rotation.member(staff)?.ticks != ticks else { return }
        emit(.ticksSet(staff, to: ticks))
    }
}
