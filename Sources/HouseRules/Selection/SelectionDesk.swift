/// Selection days, openings and allotments (SEL-01 … SEL-10).
extension Deliberation {
    mutating func carryOut(_ command: SelectionCommand) throws(Refusal) -> Outcome {
        lapseSales()
        if let id = command.activity { settleActivity(id) }
        switch command {
        case .plan(let plan): try self.plan(plan)
        case .enter(let id, let rows, let isTrial): try enter(id, rows, isTrial: isTrial)
        case .lock(let id): try lock(id)
        case .amend(let id, let change, let note): try amend(id, change, note)
        case .commit(let id, let hash): try commit(id, hash)
        case .draw(let id, let seed, let publicPart): try draw(id, seed, publicPart)
        case .prepare(let id, let preparation): try prepare(id, preparation)
        case .approve(let id, let note): try approve(id, note)
        case .callGroup(let id): try callGroup(id)
        case .checkIn(let id, let person): try checkIn(id, person)
        case .seat(let id, let person, let desk): try seat(id, person, desk)
        case .pick(let id, let person, let unit): try pick(id, person, unit)
        case .order(let id, let unit, let reviewer): try order(id, unit, reviewer)
        case .pay(let id, let unit): try pay(id, unit)
        case .giveBack(let id, let unit): try giveBack(id, unit)
        case .like(let id, let person, let unit, let kind, let isOn):
            try like(id, person, unit, kind, isOn)
        case .object, .resolve, .pause, .resume, .ask, .tell, .close: try carryOutLater(command)
        }
        return .done
    }

    private mutating func carryOutLater(_ command: SelectionCommand) throws(Refusal) {
        switch command {
        case .object(let id, let slip, let person, let note): try object(id, slip, person, note)
        case .resolve(let id, let slip, let note): try resolve(id, slip, note)
        case .pause(let id, let note): try pause(id, note)
        case .resume(let id): try resume(id)
        case .ask(let unit): try ask(unit)
        case .tell(let unit, let progress): try tell(unit, progress)
        case .close(let id, let count): try close(id, count)
        default: break
        }
    }

    /// The activity, or a refusal. The caller lets go of it before it emits: a kept copy would make
    /// the next fact copy the activity.
    func activity(_ id: ActivityID) throws(Refusal) -> Activity {
        guard let activity = selection.activities[id] else {
            throw .selection(.unknownActivity(id))
        }
        return activity
    }

    /// Somebody on the roster, or a refusal (SEL-01).
    func buyer(_ person: PersonID, _ id: ActivityID) throws(Refusal) -> Buyer {
        guard selection.activities[id] != nil else { throw .selection(.unknownActivity(id)) }
        guard let buyer = selection.activities[id]?.buyers[person] else {
            throw .selection(.notOnRoster(person))
        }
        return buyer
    }

    /// Refuses while everything stands still (SEL-09).
    func running(_ id: ActivityID) throws(Refusal) {
        guard selection.activities[id] != nil else { throw .selection(.unknownActivity(id)) }
        if let since = selection.activities[id]?.pausedAt {
            throw .selection(.paused(since: since))
        }
    }

    /// Refuses unless it is that role.
    func allowOnly(_ role: Role) throws(Refusal) {
        guard actor.role == role else { throw .notPermitted(actor.role) }
    }

    private mutating func plan(_ plan: ActivityPlan) throws(Refusal) {
        try allowOnly(.salesManager)
        let isKnown =
            selection.activities[plan.activity] != nil
            || selection.orders[plan.activity] != nil
        guard !isKnown else { throw .selection(.numberTaken(plan.activity.rawValue)) }
        for unit in plan.units {
            if let other = selection.listing[unit.unit] {
                throw .selection(.unitListed(unit.unit, by: other))
            }
            if let known = sales.units[unit.unit],
                known.status.isOccupied || known.status == .reserved
            {
                let since = known.holding?.since
                throw .selection(.unitTaken(unit.unit, since: since, nearest: []))
            }
        }
        emit(.planned(plan, policy.selection, at: at))
        because(.planned(units: plan.units.count))
    }

    private mutating func enter(
        _ id: ActivityID, _ rows: [RosterRow], isTrial: Bool
    ) throws(Refusal) {
        try allow(.clericalStaff)
        let activity = try activity(id)
        guard activity.rosterHash == nil else { throw .selection(.rosterLocked) }
        let faults = RosterFault.faults(in: rows) { activity.buyers[$0] != nil }
        let refused = Set(faults.map(\.line))
        let entries = rows.indices.filter { !refused.contains($0 + 1) }.map { rows[$0].entry }
        if !isTrial, !entries.isEmpty { emit(.entered(id, entries)) }
        for fault in faults { because(.rowRefused(fault)) }
        because(.accepted(entries.count, isTrial: isTrial))
    }

    private mutating func lock(_ id: ActivityID) throws(Refusal) {
        try allowOnly(.salesManager)
        let activity = try activity(id)
        guard activity.rosterHash == nil else { throw .selection(.rosterLocked) }
        if let other = activity.follows, activity.terms.allotmentOrder == .sameAsUnits {
            return try follow(id, other, activity)
        }
        guard !activity.roster.isEmpty else { throw .selection(.rosterOpen) }
        lockNow(id, activity.roster)
    }

    private mutating func lockNow(_ id: ActivityID, _ roster: [RosterEntry]) {
        let hash = DrawSheet.hash(of: roster)
        emit(.locked(id, hash: hash, at: at))
        because(.locked(hash: hash, count: roster.count))
    }

    /// Those of the other activity in its order; a roster of its own picks out of them (SEL-07).
    private mutating func follow(
        _ id: ActivityID, _ other: ActivityID, _ activity: Activity
    ) throws(Refusal) {
        guard var order = selection.order(of: other) else { throw .selection(.notDrawn) }
        if !activity.roster.isEmpty { order = order.filter { activity.buyers[$0.person] != nil } }
        emit(.followed(id, order))
        because(.sameOrder(other))
        lockNow(id, order)
    }

    /// With a reason, on the word of who may; the hash is made anew (SEL-01).
    private mutating func amend(
        _ id: ActivityID, _ change: RosterChange, _ note: String
    ) throws(Refusal) {
        let activity = try activity(id)
        try allowOnly(activity.terms.rosterApprover)
        guard activity.rosterHash != nil else { throw .selection(.rosterOpen) }
        guard !note.isEmpty else { throw .selection(.noteMissing) }
        var roster = activity.roster
        switch change {
        case .add(let entry):
            guard activity.buyers[entry.person] == nil else {
                throw .selection(.numberTaken(entry.person.rawValue))
            }
            guard !activity.isOrdered else { throw .selection(.alreadyDrawn) }
            roster.append(entry)
        case .remove(let person):
            guard let buyer = activity.buyers[person] else {
                throw .selection(.notOnRoster(person))
            }
            if let unit = buyer.units.first { throw .selection(.alreadyHolds(unit)) }
            roster.removeAll { $0.person == person }
        }
        let hash = DrawSheet.hash(of: roster)
        emit(.amended(id, change, hash: hash, note: note, by: actor.staff, at: at))
        because(.amended(hash: hash))
    }
}

extension SelectionCommand {
    /// The activity it is about.
    var activity: ActivityID? {
        switch self {
        case .plan(let plan): plan.activity
        case .enter(let id, _, _), .lock(let id), .amend(let id, _, _), .commit(let id, _),
            .draw(let id, _, _), .prepare(let id, _), .approve(let id, _), .callGroup(let id),
            .checkIn(let id, _), .seat(let id, _, _), .pick(let id, _, _), .order(let id, _, _),
            .pay(let id, _), .giveBack(let id, _), .like(let id, _, _, _, _),
            .object(let id, _, _, _), .resolve(let id, _, _), .pause(let id, _), .resume(let id),
            .close(let id, _):
            id
        case .ask, .tell: nil
        }
    }
}
