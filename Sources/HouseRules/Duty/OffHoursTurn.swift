/// Visitors before and after the hours (REC-19).
extension Deliberation {
    /// Whether a visit came outside `offhours.definition`; 09:00:00 is within, 18:00:00 is not.
    func isOffHours(_ arrivedAt: Moment) -> Bool {
        guard let from = policy.duty.hoursFrom, let to = policy.duty.hoursTo else { return false }
        return arrivedAt.timeOfDay < from || arrivedAt.timeOfDay >= to
    }

    /// By a pointer of its own along the ring: nothing is counted, passed, owed or spent.
    mutating func offHoursTurn(_ visit: OpenVisit) -> Outcome {
        let ring = rotation.members.filter { !$0.released }
        let isMorning = visit.arrivedAt.timeOfDay < policy.duty.hoursFrom ?? TimeOfDay(0, 0)
        let start = offHoursStart(ring, visit.arrivedAt.day, isMorning)
        let lap = ring[start...] + ring[..<start]
        guard let staff = lap.first(where: \.isFree)?.staff else {
            return hold(visit)
        }
        because(.offHours(staff))
        emit(
            .offHoursMoved(
                OffHours(day: visit.arrivedAt.day, isMorning: isMorning, last: staff)))
        return assign(
            visit, staff, .notCounted, .uncounted, missed: policy.duty.offHoursBlocks)
    }

    private func offHoursStart(_ ring: [Member], _ day: BusinessDay, _ isMorning: Bool) -> Int {
        if let pointer = duty.offHours, pointer.day == day, pointer.isMorning == isMorning,
            let index = ring.firstIndex(where: { $0.staff == pointer.last })
        {
            return (index + 1) % ring.count
        }
        let head = rotation.isOpen ? dueNow : rotation.nextHead
        return ring.firstIndex { $0.staff == head } ?? 0
    }

    private var dueNow: StaffID? {
        rotation.mechanism == .ring
            ? rotation.pointerStaff : rotation.tallyOrder.first.map { rotation.members[$0].staff }
    }
}
