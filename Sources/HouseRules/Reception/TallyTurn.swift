/// Choosing by ticks (REC-04).
extension Deliberation {
    /// Gives a counted visit to the one on stand with the fewest ticks, who is at this place.
    ///
    /// Whoever was due before and is away for private reasons gets a tick (REC-12).
    mutating func tallyTurn(_ visit: OpenVisit, _ place: Int) -> Outcome {
        let (staff, least) = (rotation.members[place].staff, rotation.members[place].ticks)
        for member in rotation.absent(before: place, at) {
            let ticks = member.ticks + knobs.absentTick
            emit(
                .turnPassed(
                    member.staff, visit: visit.visit, effect: .forfeited, why: .awayPersonal))
            emit(.ticksSet(member.staff, to: ticks))
            because(.absentTick(member.staff, ticks: ticks))
        }
        because(.fewestTicks(staff, ticks: least))
        return assign(visit, staff, .counted, .turn)
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

extension Rotation {
    /// Those due before the chosen one who are away for private reasons, first due first.
    fileprivate func absent(before chosen: Int, _ at: Moment) -> [Member] {
        guard order.contains(where: { presence($0, at: at) == .awayPersonal }) else { return [] }
        return tallyOrder.prefix { $0 != chosen }
            .filter { presence($0, at: at) == .awayPersonal }.map { members[$0] }
    }
}
