/// Three at the front (REC-09).
extension Deliberation {
    /// How many the front should hold.
    var frontCount: Int { knobs.standbyCount ?? 0 }

    /// The first of the queue, as many as the front should hold.
    var frontRow: [StaffID] { rotation.firstWaiting(frontCount) }

    /// Tells the new first and whoever moves up into the front row.
    mutating func callToFront(before: [StaffID], now: [StaffID]) {
        let called = now.filter { $0 == now.first ? before.first != $0 : !before.contains($0) }
        guard !called.isEmpty else { return }
        emit(.standbyCalled(called))
        because(.calledToFront(called))
    }

    /// Notes since when the front is short, so that the clock can report it.
    mutating func watchFront() {
        guard let isShort = rotation.isFrontShort(of: knobs.standbyCount, at) else { return }
        if isShort, rotation.shortSince == nil { emit(.standbyShort(since: at)) }
        if !isShort, rotation.shortSince != nil { emit(.standbyShort(since: nil)) }
    }

    /// Notes a front that ran short by itself when an approved absence ran out; asked before
    /// anything else, so that it is short since that second, whoever moved first.
    mutating func noteRunOut() {
        let count = knobs.standbyCount
        guard rotation.shortSince == nil, rotation.isFrontShort(of: count, at) == true
        else { return }
        emit(.standbyShort(since: rotation.shortFrom(count, at)))
    }

    /// Reports a shortage that has lasted longer than `standby.alert_seconds`.
    mutating func alertShortFront() {
        guard isShortAlertDue(rotation, policy, at), let since = rotation.shortSince else { return }
        let (onStand, able) = rotation.front(at)
        emit(.standbyAlerted(at: at))
        because(.frontShort(seconds: at.seconds(since: since), onStand: onStand, able: able))
    }
}

extension Rotation {
    /// Those at the front, and those who could be: on duty, with nobody and not on an errand.
    /// Counted no further than `enough` on the stand: few decisions find the front short.
    func front(_ at: Moment, enough: Int = .max) -> (onStand: Int, able: Int) {
        var onStand = 0
        var able = 0
        for place in order where onStand < enough {
            let presence = presence(place, at: at)
            if presence == .onStand { onStand += 1 }
            if presence == .onStand || presence == .awayPersonal { able += 1 }
        }
        return (onStand, able)
    }

    /// Whether fewer stand there than should (`standby.count`) and could; nil: nobody asks.
    func isFrontShort(of count: Int?, _ at: Moment) -> Bool? {
        guard isOpen, let count else { return nil }
        let (onStand, able) = front(at, enough: count)
        return onStand < min(count, able)
    }

    /// Since when the front is short that was not when somebody last acted.
    func shortFrom(_ count: Int?, _ at: Moment) -> Moment {
        let ends = order.compactMap { members[$0].until?.wholeSecond.adding(seconds: 1) }
        return ends.filter { $0 <= at }.sorted().first { isFrontShort(of: count, $0) == true } ?? at
    }
}

/// Whether the front is no longer what is noted of it (REC-09).
func isFrontUnnoted(_ rotation: Rotation, _ policy: Policy, _ at: Moment) -> Bool {
    rotation.isFrontShort(of: policy.rotation.standbyCount, at)
        .map { $0 != (rotation.shortSince != nil) } ?? false
}

func isShortAlertDue(_ rotation: Rotation, _ policy: Policy, _ at: Moment) -> Bool {
    guard let since = rotation.shortSince, !rotation.shortAlerted else { return false }
    return at.seconds(since: since) > policy.rotation.standbySeconds
}
