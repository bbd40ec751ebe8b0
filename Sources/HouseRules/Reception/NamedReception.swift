/// Visits for a certain consultant (REC-18, REC-20, REC-39).
extension Deliberation {
    /// The named consultant receives if on stand; else a colleague stands in; else it is held.
    ///
    /// Somebody who left the site while the visit was held counts as off duty.
    mutating func namedReception(
        _ visit: OpenVisit, _ named: StaffID, _ row: TurnRow
    ) -> Outcome {
        let owner = rotation.member(named)
        if owner?.presence == .onStand {
            because(.namedPresent(named))
            return receive(visit, named, row)
        }
        guard let substitute = arranged(visit) ?? substitute(for: named) else {
            return hold(visit)
        }
        because(.standsIn(substitute, insteadOf: named, owner?.presence(at: at) ?? .offDuty))
        if row.effect == .advance, let owner { payInAdvance(owner) }
        return assign(
            visit, substitute, .notCounted, .assist, missed: policy.duty.assistBlocks,
            onBehalfOf: named)
    }

    private mutating func receive(_ visit: OpenVisit, _ named: StaffID, _ row: TurnRow) -> Outcome {
        guard row.effect == .advance else {
            return assign(
                visit, named, row.effect, .named,
                missed: visit.owner == nil ? row.missed : .makeup, onBehalfOf: visit.owner)
        }
        if rotation.mechanism == .ring, rotation.pointerStaff == named,
            rotation.member(named)?.advance == 0, knobs.advancePerGroup > 0
        {
            because(.advanceAtPointer(named))
            if knobs.advancePerGroup > 1 { takeAdvance(named, count: knobs.advancePerGroup - 1) }
            return assign(visit, named, .counted, .named)
        }
        if rotation.mechanism == .ring { takeAdvance(named, count: knobs.advancePerGroup) }
        return assign(visit, named, .advance, .named)
    }

    /// The owner pays although a colleague stands in: on a tally site with a tick (§0).
    private mutating func payInAdvance(_ owner: Member) {
        guard rotation.mechanism == .tally else {
            return takeAdvance(owner.staff, count: knobs.advancePerGroup)
        }
        let ticks = owner.ticks + knobs.tickPerReception
        emit(.ticksSet(owner.staff, to: ticks))
        because(.ticked(owner.staff, ticks: ticks))
    }

    private mutating func takeAdvance(_ staff: StaffID, count: Int) {
        emit(.advanceTaken(staff, count: count))
        because(.takesAdvance(staff, open: rotation.member(staff)?.advance ?? 0))
    }

    /// Whom the consultant put in their place beforehand, if on stand (REC-38).
    private func arranged(_ visit: OpenVisit) -> StaffID? {
        visit.arranged.flatMap { rotation.member($0)?.presence == .onStand ? $0 : nil }
    }

    /// Who stands in (substitute.selector): the last of the queue, whoever logged last, or the
    /// last of the group; the last of the queue where there is no such person.
    func substitute(for named: StaffID) -> StaffID? {
        let waiting = rotation.queue.map { rotation.members[$0] }
        switch knobs.substitute {
        case .tailOfQueue:
            return waiting.last?.staff
        case .lastReceived:
            let logged = waiting.filter { $0.lastLogged?.day == at.day }
            let latest = logged.map { $0.lastLogged ?? at }.max()
            return (logged.last { $0.lastLogged == latest } ?? waiting.last)?.staff
        case .sameGroup:
            let group = customers.groups[named]
            let mates = waiting.filter { group != nil && customers.groups[$0.staff] == group }
            return (mates.last ?? waiting.last)?.staff
        }
    }
}
