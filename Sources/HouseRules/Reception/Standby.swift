/// Three at the front (REC-09).
extension Deliberation {
    /// The first of the queue, as many as the front should hold.
    var frontRow: [StaffID] {
        guard let count = knobs.standbyCount else { return [] }
        return rotation.waiting(count).map { rotation.members[$0].staff }
    }

    /// Tells the new first and whoever moves up into the front row.
    mutating func callToFront(before: [StaffID]) {
        let now = frontRow
        let called = now.filter { $0 == now.first ? before.first != $0 : !before.contains($0) }
        guard !called.isEmpty else { return }
        emit(.standbyCalled(called))
        because(.calledToFront(called))
    }

    /// Notes since when the front is short, so that the clock can report it.
    mutating func watchFront() {
        guard rotation.isOpen, let count = knobs.standbyCount else { return }
        let (onStand, able) = front
        let isShort = onStand < min(count, able)
        if isShort, rotation.shortSince == nil { emit(.standbyShort(since: at)) }
        if !isShort, rotation.shortSince != nil { emit(.standbyShort(since: nil)) }
    }

    /// Those at the front, and those who could be: on duty, with nobody and not on an errand.
    var front: (onStand: Int, able: Int) {
        var onStand = 0
        var able = 0
        for place in rotation.order {
            let presence = rotation.presence(place, at: at)
            if presence == .onStand { onStand += 1 }
            if presence == .onStand || presence == .awayPersonal { able += 1 }
        }
        return (onStand, able)
    }

    /// Reports a shortage that has lasted longer than `standby.alert_seconds`.
    mutating func alertShortFront() {
        guard isShortAlertDue(rotation, policy, at), let since = rotation.shortSince else { return }
        let (onStand, able) = front
        emit(.standbyAlerted(at: at))
        because(.frontShort(seconds: at.seconds(since: since), onStand: onStand, able: able))
    }
}

func isShortAlertDue(_ rotation: Rotation, _ policy: Policy, _ at: Moment) -> Bool {
    guard let since = rotation.shortSince, !rotation.shortAlerted else { return false }
    return at.seconds(since: since) > policy.rotation.standbySeconds
}
