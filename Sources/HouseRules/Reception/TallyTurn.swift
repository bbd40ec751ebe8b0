/// Choosing by ticks (REC-04).
extension Deliberation {
    /// Gives a counted visit to the one on stand with the fewest ticks.
    ///
    /// Whoever was due before and is away for private reasons gets a tick (REC-12).
    mutating func tallyTurn(_ visit: OpenVisit) -> Outcome {
        let order = rotation.tallyOrder
        guard
            let index = order.firstIndex(where: { rotation.members[$0].presence == .onStand })
        else { return hold(visit) }
        let chosen = rotation.members[order[index]]
        for place in order[..<index] {
            let member = rotation.members[place]
            guard member.presence(at: at) == .awayPersonal else { continue }
            let ticks = member.ticks + knobs.absentTick
            emit(
                .turnPassed(
                    member.staff, visit: visit.visit, effect: .forfeited, why: .awayPersonal))
            emit(.ticksSet(member.staff, to: ticks))
            because(.absentTick(member.staff, ticks: ticks))
        }
        because(.fewestTicks(chosen.staff, ticks: chosen.ticks))
        return assign(visit, chosen.staff, .counted, .turn)
    }

    /// Ticks on the way back from an absence: at most `rotation.catch_up_limit` below the fewest
    /// of the others on duty.
    mutating func catchUp(_ staff: StaffID) {
        guard rotation.mechanism == .tally, let member = rotation.member(staff) else { return }
        let others = rotation.order.map { rotation.members[$0] }
            .filter { $0.staff != staff && $0.presence.isOnDuty && !$0.released }
        guard let least = others.map(\.ticks).min() else { return }
        let floor = least - knobs.catchUpLimit
        guard member.ticks < floor else { return }
        emit(.ticksSet(staff, to: floor))
        because(.caughtUp(staff, ticks: floor))
    }
}
