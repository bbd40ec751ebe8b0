/// The order of the day (REC-01).
extension Deliberation {
    mutating func carryOut(_ command: SheetCommand) throws(Refusal) -> Outcome {
        try allow(knobs.publisher, .frontDeskSecretary, .clock)
        switch command {
        case .publish:
            guard rotation.day != at.day else { throw .sheetExists }
            guard !isStale(at.day, policy, at) else { throw .dayNotOpen }
            publishSheet()
            handOutHeldVisits()
        case .confirm:
            try allow(knobs.publisher)
            guard rotation.isOpen, let day = rotation.day else { throw .dayNotOpen }
            emit(.sheetConfirmed(day))
            because(.recorded(nil))
            handOutHeldVisits()
        case .close:
            guard rotation.isOpen else { throw .dayNotOpen }
            closeDay(automatic: false)
            because(.recorded(nil))
        }
        return .sheet(rotation.order.map { rotation.members[$0].staff })
    }

    mutating func carryOut(_ command: RosterCommand) throws(Refusal) -> Outcome {
        try allow(.administrator)
        switch command {
        case .enroll(let staff):
            guard rotation.place(of: staff) == nil else { throw .alreadyEnrolled(staff) }
            emit(.memberEnrolled(staff, at: at))
            because(.recorded(staff))
        case .release(let staff):
            let member = try known(staff)
            guard member.visit == nil, member.call == nil else { throw .busy(staff) }
            clearOwed(to: staff)
            emit(.memberReleased(staff))
            because(.recorded(staff))
        case .adjust(let staff, let effect, let note):
            try allow()
            _ = try known(staff)
            guard effect == .returned || effect == .makeupGranted else {
                throw .notPermitted(actor.role)
            }
            let ticks = rotation.member(staff)?.ticks ?? 0
            emit(.turnAdjusted(staff, effect: effect, note: note))
            because(.adjusted(staff, effect, note: note))
            if rotation.mechanism == .tally, effect == .returned {
                setTicks(staff, to: ticks - knobs.tickPerReception)
            }
        case .account(let staff, _):
            because(.recorded(staff))
        }
        return .done
    }

    /// Drafts today's sheet from whoever is on duty, headed by whoever was due at the last close.
    mutating func publishSheet() {
        // What is too late by now is said before it is forgotten with the day before.
        lapseRegisters()
        endSuspensions()
        let ring = rotation.members.filter { !$0.released }
        let onDuty = Set(ring.filter { $0.presence.isOnDuty }.map(\.staff))
        let start = ring.firstIndex { $0.staff == rotation.nextHead } ?? 0
        let along = (Array(ring[start...]) + Array(ring[..<start])).map(\.staff)
        var order = along.filter(onDuty.contains)
        let (kept, expired) = carryOver(onDuty)
        if rotation.mechanism == .ring, knobs.mechanism == .tally, rotation.day != nil {
            let owed = kept.map(\.staff).filter(onDuty.contains).uniqued
            order = owed + order.filter { !owed.contains($0) }
        }
        let keeps = knobs.advanceCarriesOver && knobs.mechanism == .ring
        let advances = keeps ? [] : ring.filter { $0.advance > 0 }
        let sheet = SheetFact(
            day: at.day, mechanism: knobs.mechanism, order: order,
            kept: knobs.mechanism == .tally ? [] : kept,
            expired: knobs.mechanism == .tally ? kept + expired : expired,
            clearedAdvances: advances.map { AdvanceFact(staff: $0.staff, count: $0.advance) })
        let due = rotation.nextHead
        emit(.sheetPublished(sheet))
        explain(sheet, due: due)
        publishCallOrder()
    }

    private mutating func explain(_ sheet: SheetFact, due: StaffID?) {
        if let head = sheet.order.first {
            because(.sheetHead(head, dueAtClose: due))
        } else {
            because(.nobodyOnDuty)
        }
        for makeup in sheet.kept where makeup.carriedTo == sheet.day {
            because(.carriedOver(makeup.staff))
        }
        for makeup in sheet.expired { because(.owedExpired(makeup.staff)) }
    }

    /// Turns owed from before: kept for one more day on duty, then lost (REC-06).
    private func carryOver(_ onDuty: Set<StaffID>) -> (kept: [Makeup], expired: [Makeup]) {
        var kept: [Makeup] = []
        var expired: [Makeup] = []
        for var makeup in rotation.makeups {
            if knobs.makeupCarry == .none || makeup.carriedTo != nil {
                expired.append(makeup)
                continue
            }
            if onDuty.contains(makeup.staff) { makeup.carriedTo = at.day }
            kept.append(makeup)
        }
        return (kept, expired)
    }

    /// Closes a day that nobody closed (rotation.auto_close_at).
    mutating func closeStaleDay() {
        guard rotation.isOpen, let day = rotation.day, isStale(day, policy, at) else { return }
        closeDay(automatic: true)
        because(.closedByItself(day))
    }

    private mutating func closeDay(automatic: Bool) {
        guard let day = rotation.day else { return }
        giveUpCallbacks(at: automatic ? day.at(knobs.autoCloseAt) : at)
        emit(.dayClosed(day, head: dueAtClose, automatic: automatic))
    }

    /// Who is due and has not received: the pointer, or the first of the tally board.
    private var dueAtClose: StaffID? {
        switch rotation.mechanism {
        case .ring:
            rotation.pointerStaff ?? rotation.nextHead
        case .tally:
            (rotation.queue.first ?? rotation.tallyOrder.first)
                .map { rotation.members[$0].staff } ?? rotation.nextHead
        }
    }

    /// A day without a sheet gets its draft with the first thing that needs one; before the time
    /// of publication not without anybody on duty, so that a caller at night decides no order.
    mutating func needSheet() throws(Refusal) {
        if rotation.isOpen { return }
        guard rotation.day != at.day, !isStale(at.day, policy, at) else { throw .dayNotOpen }
        guard
            at.timeOfDay >= knobs.publishTime
                || rotation.members.contains(where: { $0.presence.isOnDuty })
        else { return because(.nobodyOnDuty) }
        publishSheet()
        handOutHeldVisits()
    }

    /// Whether visitors are given out by today's sheet (rotation.draft_effective_unconfirmed).
    var isInForce: Bool { knobs.draftEffectiveUnconfirmed || rotation.isConfirmed }
}

/// Whether a day has run past its own end (rotation.auto_close_at).
func isStale(_ day: BusinessDay, _ policy: Policy, _ at: Moment) -> Bool {
    at >= day.at(policy.rotation.autoCloseAt)
}

extension Array where Element: Hashable {
    /// The elements without later repetitions.
    var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
