/// Visitors wait and nobody is on stand (REC-16).
extension Deliberation {
    /// Tells management when the front runs empty, and again whenever more groups wait.
    mutating func watchRush() {
        guard policy.duty.peakGroups != nil || duty.rush != nil else { return }
        let waiting = rotation.held.count
        guard isRush(waiting) else {
            if duty.rush != nil { emit(.peakOver) }
            return
        }
        if let told = duty.rush, waiting <= told { return }
        let seconds = longestWait
        emit(.peakAlerted(waiting: waiting, seconds: seconds, at: at))
        because(.peak(waiting: waiting, seconds: seconds))
    }

    private func isRush(_ waiting: Int) -> Bool {
        guard rotation.isOpen, let groups = policy.duty.peakGroups else { return false }
        if waiting >= groups { return true }
        var isAnybodyOnDuty = false
        for index in rotation.order {
            let presence = rotation.members[index].presence
            if presence == .onStand { return false }
            isAnybodyOnDuty = isAnybodyOnDuty || presence.isOnDuty
        }
        return isAnybodyOnDuty
    }

    private var longestWait: Int {
        rotation.held.compactMap { rotation.visits[$0].map { at.seconds(since: $0.arrivedAt) } }
            .max() ?? 0
    }

    /// Called back from the meal or the back room; what is owed stays owed.
    mutating func callBack(_ staff: StaffID) throws(Refusal) {
        try allow()
        let member = try known(staff)
        guard [.awayMeal, .awayPersonal, .waived, .onStand].contains(member.presence) else {
            throw .wrongPresence(staff, member.presence)
        }
        // Nobody is called to what they would be refused.
        if member.presence == .waived { try waitOut(member) }
        emit(.calledBack(staff, at: at))
        because(.calledBack(staff))
    }
}
