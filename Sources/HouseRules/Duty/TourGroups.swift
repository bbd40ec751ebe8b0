/// Tour groups need an order of the developer (REC-23).
extension Deliberation {
    /// The row a visit goes by: a tour group that nobody ordered goes to the current turn.
    func row(of visit: OpenVisit) -> TurnRow {
        let row = knobs.turnTable[visit.visitClass] ?? TurnRow(.currentTurn, .counted)
        guard visit.visitClass == .tourGroup, row.receiver == .named, visit.named == nil else {
            return row
        }
        return TurnRow(.currentTurn, .counted)
    }

    /// Remembers who received a tour group without an order, for the rest of the day.
    ///
    /// Only a turn that was spent can be given back.
    mutating func noteTour(_ visit: OpenVisit, _ staff: StaffID, _ effect: TurnEffect) {
        guard visit.visitClass == .tourGroup, visit.named == nil, effect != .notCounted,
            knobs.turnTable[.tourGroup]?.receiver == .named, duty.tours[visit.visit] != staff
        else { return }
        emit(.tourUnproved(visit.visit, staff, at.day))
    }

    /// The order comes later, before the day is over: not counted, and the turn given back.
    mutating func proveTour(_ visit: VisitID, _ order: TourOrder) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer)
        guard let staff = duty.tours[visit] else { throw .duty(.nothingToProve(visit)) }
        guard rotation.day == at.day else { throw .duty(.proofTooLate) }
        guard !order.group.isEmpty, order.size > 0 else { throw .duty(.factsMissing) }
        let open = rotation.visits[visit]
        let ticked = rotation.mechanism == .ring || open == nil || open?.logged == true
        let ticks = rotation.member(staff)?.ticks ?? 0
        emit(.tourProved(visit, staff, order))
        because(.tourProved(staff))
        guard ticked, rotation.member(staff) != nil else { return }
        emit(.turnAdjusted(staff, effect: .returned, note: order.group))
        because(.adjusted(staff, .returned, note: order.group))
        if rotation.mechanism == .tally { setTicks(staff, to: ticks - knobs.tickPerReception) }
        handOutHeldVisits()
    }
}
