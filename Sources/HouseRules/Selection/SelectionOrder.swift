/// Marks of interest, objections, standing still and the end (SEL-06, SEL-09, SEL-10).
extension Deliberation {
    /// Favourites and rehearsal picks before the opening; they take nothing (SEL-05, SEL-06).
    mutating func like(
        _ id: ActivityID, _ person: PersonID, _ unit: UnitID, _ kind: HeatKind, _ isOn: Bool
    ) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .dutyOfficer, .frontDeskSecretary, .clock)
        _ = try buyer(person, id)
        guard let opensAt = selection.activities[id]?.opensAt,
            let terms = selection.activities[id]?.terms
        else { return }
        guard selection.activities[id]?.units[unit] != nil else {
            throw .selection(.unitNotListed(unit))
        }
        if kind == .rehearsalPick, !terms.rehearsalAllowed || at >= opensAt {
            throw .selection(.rehearsalOver)
        }
        let marked = selection.activities[id]?.liked[person]?[kind] ?? []
        if kind == .favourite, isOn, !marked.contains(unit), marked.count >= terms.favouritesMax {
            throw .selection(.tooManyFavourites(terms.favouritesMax))
        }
        if marked.contains(unit) != isOn { emit(.liked(id, person, unit, kind, isOn: isOn)) }
        because(kind == .rehearsalPick ? .rehearsed(unit) : .liked(unit, isOn: isOn))
    }

    mutating func object(
        _ id: ActivityID, _ slip: SlipID, _ person: PersonID?, _ note: String
    ) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .dutyOfficer, .frontDeskSecretary, .clock)
        let objections = try activity(id).objections
        guard !objections.contains(where: { $0.slip == slip }) else {
            throw .selection(.numberTaken(slip.rawValue))
        }
        guard !note.isEmpty else { throw .selection(.noteMissing) }
        emit(.objected(id, Objection(slip: slip, person: person, note: note, at: at, answer: nil)))
        because(.objected(slip))
    }

    mutating func resolve(_ id: ActivityID, _ slip: SlipID, _ note: String) throws(Refusal) {
        try allowOnly(try activity(id).terms.resolveBy)
        guard !note.isEmpty else { throw .selection(.noteMissing) }
        let open = selection.activities[id]?.objections.contains {
            $0.slip == slip && $0.answer == nil
        }
        guard open ?? false else { throw .selection(.unknownObjection(slip)) }
        emit(.resolved(id, slip, note: note, by: actor.staff, at: at))
        because(.resolved(slip))
    }

    mutating func pause(_ id: ActivityID, _ note: String) throws(Refusal) {
        try allowOnly(.salesManager)
        try running(id)
        guard !note.isEmpty else { throw .selection(.noteMissing) }
        emit(.paused(id, note: note, at: at))
        because(.paused)
    }

    mutating func resume(_ id: ActivityID) throws(Refusal) {
        try allowOnly(.salesManager)
        guard let since = try activity(id).pausedAt else { throw .selection(.notPaused) }
        emit(.resumed(id, at: at))
        because(.resumed(later: at.milliseconds - since.milliseconds))
    }

    /// Somebody outside the activity: what is on an exclusive list is not theirs (SEL-01, SEL-04).
    mutating func ask(_ unit: UnitID) throws(Refusal) {
        try allow(.consultant, .clericalStaff)
        if let id = selection.keeper(of: unit) { settleActivity(id) }
        if let holding = sales.occupant(of: unit) {
            throw .selection(.unitTaken(unit, since: holding.since, nearest: []))
        }
        try requireUnlisted(unit)
        because(.notBound(unit))
    }

    /// Where no order form is written: what became of a paid unit.
    mutating func tell(_ unit: UnitID, _ progress: UnitProgress) throws(Refusal) {
        try allow(.clericalStaff)
        guard let known = sales.units[unit], let holding = known.holding,
            let id = holding.activity, let status = known.pickStatus, status >= .subscribed
        else { throw .selection(.notHeld(unit)) }
        try refuseWritten(holding)
        switch progress {
        case .contracted:
            emit(.contracted(unit, at: at))
            because(.contracted(unit))
            move(unit, to: .contracted, in: id, holding: holding)
        case .cancelled: release(id, unit, .cancelled)
        }
    }

    /// Every unit the same on both sides, or it is not over (SEL-10).
    mutating func close(_ id: ActivityID, _ count: ClosingCount) throws(Refusal) {
        try allowOnly(.salesManager)
        let activity = try activity(id)
        let open = activity.objections.count { $0.answer == nil }
        guard open == 0 else { throw .selection(.objectionsOpen(open)) }
        let unpaid = activity.units.keys.count {
            (sales.units[$0]?.pickStatus ?? .subscribed) < .subscribed
        }
        guard unpaid == 0 else { throw .selection(.unpaidLeft(unpaid)) }
        let differences = activity.units.keys.sorted().compactMap { unit in
            let here = sales.units[unit]?.pickStatus
            return here == count.ledger[unit]
                ? nil : LedgerDifference(unit: unit, here: here, ledger: count.ledger[unit])
        }
        if activity.terms.reconcile == .everyUnit, !differences.isEmpty {
            throw .selection(.notReconciled(differences))
        }
        let figures = figures(activity, count.clashes)
        emit(.closed(id, figures, at: at))
        because(.closed(figures))
    }

    private func figures(_ activity: Activity, _ clashes: Int) -> ActivityFigures {
        var figures = activity.figures
        figures.invited = activity.roster.count
        figures.clashes = clashes
        figures.objections = activity.objections
        for (unit, listed) in activity.units
        where (sales.units[unit]?.pickStatus ?? .held) >= .subscribed {
            figures.sold[listed.layout, default: 0] += 1
        }
        return figures
    }
}
