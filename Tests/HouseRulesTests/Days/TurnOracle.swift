import HouseRules

/// Who has to receive a counted group, worked out without walking: the `k`-th advance of somebody
/// `d` places behind the pointer in a ring of `n` puts them at step `k·n + d` (REC-03).
struct TurnOracle {
    let receptionist: StaffID
    let effect: TurnEffect
    /// Advances spent on the way.
    var spent: [StaffID: Int] = [:]
    /// Those whose turn is noted as missed.
    var missed: Set<StaffID> = []
    /// Who is due afterwards.
    let pointer: StaffID?

    /// Nil when nobody is on stand.
    init?(_ rotation: Rotation, at moment: Moment) {
        if rotation.mechanism == .tally {
            self.init(tally: rotation)
        } else if let makeup = rotation.makeups.first(where: {
            rotation.member($0.staff).map(Self.isReady) ?? false
        }) {
            self.init(makeup, in: rotation)
        } else {
            self.init(ring: rotation, at: moment)
        }
    }

    /// At the front and not on the phone.
    private static func isReady(_ member: Member) -> Bool {
        member.presence == .onStand && member.call == nil
    }

    private init(_ makeup: Makeup, in rotation: Rotation) {
        receptionist = makeup.staff
        effect = makeup.returned ? .returnedUsed : .makeupUsed
        pointer = rotation.pointerStaff
    }

    private init?(tally rotation: Rotation) {
        let places = rotation.order.indices.filter {
            Self.isReady(rotation.members[rotation.order[$0]])
        }
        let least = places.min { left, right in
            let (a, b) = (
                rotation.members[rotation.order[left]].ticks,
                rotation.members[rotation.order[right]].ticks
            )
            return a == b ? left < right : a < b
        }
        guard let least else { return nil }
        receptionist = rotation.members[rotation.order[least]].staff
        effect = .counted
        pointer = rotation.pointerStaff
    }

    private init?(ring rotation: Rotation, at moment: Moment) {
        let count = rotation.order.count
        let lap = (0..<count).map {
            rotation.members[rotation.order[(rotation.pointer + $0) % count]]
        }
        let reached = lap.indices.filter { Self.isReady(lap[$0]) }
            .map { (step: lap[$0].advance * count + $0, place: $0) }
        guard let first = reached.min(by: { $0.step < $1.step }) else { return nil }
        receptionist = lap[first.place].staff
        effect = .counted
        pointer = lap[(first.place + 1) % count].staff
        for (distance, member) in lap.enumerated() where member.presence.isOnDuty {
            let passes = (max(0, first.step - distance) + count - 1) / count
            let spent = min(member.advance, passes)
            if spent > 0 { self.spent[member.staff] = spent }
            if passes > spent { missed.insert(member.staff) }
        }
    }

    /// How a ruling differs from what it has to be.
    func faults(_ ruling: Ruling, _ after: Rotation, _ visit: VisitID) -> [String] {
        var faults: [String] = []
        if ruling.answer != .receptionist(receptionist, effect) {
            faults.append("\(receptionist) receives, not \(String(describing: ruling.answer))")
        }
        if after.mechanism == .ring, after.pointerStaff != pointer {
            faults.append("due is \(String(describing: pointer)), not \(after.pointerStaff ?? "")")
        }
        guard after.mechanism == .ring else { return faults }
        let passes = turnsPassed(ruling.events, for: visit)
        let spent = passes.filter { $0.effect == .advanceSpent }.map(\.staff)
        if Dictionary(spent.map { ($0, 1) }, uniquingKeysWith: +) != self.spent {
            faults.append("advances spent: \(spent), not \(self.spent)")
        }
        let others = passes.filter { $0.effect != .advanceSpent }
        if others.count != missed.count || Set(others.map(\.staff)) != missed {
            faults.append("missed: \(others.map(\.staff)), not \(missed)")
        }
        return faults
    }
}

/// A turn that passed its owner by.
struct PassedTurn {
    let staff: StaffID
    let effect: TurnEffect
    let why: PassReason
}

/// Turns that passed for a visit, in their order.
func turnsPassed(_ events: [SiteEvent], for visit: VisitID) -> [PassedTurn] {
    events.compactMap { event in
        guard case .reception(.turnPassed(let staff, visit, let effect, let why)) = event
        else { return nil }
        return PassedTurn(staff: staff, effect: effect, why: why)
    }
}
