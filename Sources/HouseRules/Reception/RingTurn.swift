/// Choosing by the pointer (REC-03, REC-05, REC-06).
extension Deliberation {
    /// Gives a counted visit to a turn owed, or walks the ring from the pointer.
    ///
    /// Somebody must be on stand; ``place(_:)`` sees to that.
    mutating func ringTurn(_ visit: OpenVisit) -> Outcome {
        if let makeup = redeemable {
            because(.owedTurn(makeup.staff, since: makeup.day, returned: makeup.returned))
            return assign(
                visit, makeup.staff, makeup.returned ? .returnedUsed : .makeupUsed, .makeup)
        }
        var passed: Set<StaffID> = []
        while let place = rotation.order[safe: rotation.pointer] {
            if rotation.members[place].isFree,
                rotation.members[place].advance == 0
            {
                break
            }
            step(over: rotation.members[place], for: visit, passed: &passed)
        }
        let staff = rotation.members[rotation.order[rotation.pointer]].staff
        because(ReceptionReason.pointerAt(staff))
        return assign(visit, staff, .counted, .turn)
    }

    /// The earliest turn owed to somebody on stand.
    private var redeemable: Makeup? {
        rotation.makeups.first { rotation.member($0.staff)?.isFree == true }
    }

    /// One step of the walk: spends an advance, or notes what the missed turn becomes, once per
    /// visit and person; people off duty or suspended are stepped over without a trace.
    mutating func step(over member: Member, for visit: OpenVisit, passed: inout Set<StaffID>) {
        let presence = member.presence(at: at)
        guard presence.isOnDuty, !member.released else { return skip(member.staff) }
        if member.advance > 0 { return pass(member.staff, visit, .advanceSpent, .advance) }
        guard passed.insert(member.staff).inserted else { return skip(member.staff) }
        let (effect, why) = missedTurn(of: member, presence)
        if effect == .makeupGranted, !mayOwe(member.staff) {
            return pass(member.staff, visit, .forfeited, why)
        }
        pass(member.staff, visit, effect, why)
    }

    /// What a turn becomes that finds its owner elsewhere.
    private func missedTurn(
        of member: Member, _ presence: Presence
    ) -> (TurnEffect, PassReason) {
        switch presence {
        case .awayOfficial: (.makeupGranted, .official)
        case .awayMeal: (.makeupGranted, .mealInWindow)
        case .receivingTurn:
            (knobs.busyWithTurn == .forfeit ? .forfeited : .makeupGranted, .busyWithTurn)
        case .receivingExisting:
            member.missed == .makeup
                ? (.makeupGranted, .uncountedReception) : (.forfeited, .receivingExisting)
        case .waived: (.forfeited, .selfWaived)
        case .onStand: (knobs.busyOnPhone == .makeup ? .makeupGranted : .forfeited, .onTheLine)
        case .awayPersonal, .offDuty, .suspended:
            (
                .forfeited,
                duty.absent.contains(member.staff) ? .leftWithoutNotice : .awayPersonal
            )
        }
    }

    /// Where make-ups do not accumulate, one at a time is owed (makeup.accumulates).
    private func mayOwe(_ staff: StaffID) -> Bool {
        knobs.makeupAccumulates || rotation.owed(to: staff) == 0
    }

    private mutating func pass(
        _ staff: StaffID, _ visit: OpenVisit, _ effect: TurnEffect, _ why: PassReason
    ) {
        emit(.turnPassed(staff, visit: visit.visit, effect: effect, why: why))
        because(ReceptionReason.passed(staff, effect, why))
    }

    private mutating func skip(_ staff: StaffID) {
        emit(.pointerMoved(after: staff))
    }
}

extension Array {
    /// The first so many; the array itself when it has no more.
    func upTo(_ count: Int) -> [Element] { self.count <= count ? self : Array(prefix(count)) }

    /// The element, or nil outside the bounds.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
