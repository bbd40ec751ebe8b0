/// Consultants who are away or leave, and people who are one (OWN-36, OWN-37).
extension Deliberation {
    /// Customers about to buy are named before a leave (leave.handover_required).
    mutating func list(_ staff: StaffID, _ list: HandoverList) throws(Refusal) {
        try allowMove(of: staff)
        _ = try known(staff)
        guard list.days.first >= at.day, list.days.last >= list.days.first else {
            throw .tooOld(list.days.first.start)
        }
        emit(.listed(staff, list))
        if list.customers.isEmpty, ownershipKnobs.leaveNeedsList {
            because(.listMissing(staff))
        } else {
            because(.listed(staff, count: list.customers.count))
        }
    }

    /// Management names who helps with the customers of a colleague; they stay the colleague's.
    mutating func nameAssistant(_ staff: StaffID, _ assistance: Assistance) throws(Refusal) {
        try allow()
        _ = try known(assistance.by)
        guard assistance.by != staff, assistance.days.last >= assistance.days.first,
            assistance.days.last >= at.day
        else { throw .ownership(.cannotHelp(assistance.by)) }
        emit(.assistantNamed(staff, assistance))
        because(.helps(assistance.by, of: staff, until: assistance.days.last))
    }

    /// Whoever leaves keeps what they sold; their customers wait for management or go to the pool
    /// (resigned.customer_policy, dismissed.customer_policy).
    mutating func depart(_ staff: StaffID, _ kind: DepartureKind) throws(Refusal) {
        try allow()
        guard ownership.departed[staff] == nil else { throw .unknownStaff(staff) }
        emit(.departed(staff, Departure(kind: kind, day: at.day)))
        let course = kind == .resigned ? ownershipKnobs.resigned : ownershipKnobs.dismissed
        because(.departed(staff, kind, course))
        guard course == .publicPool else { return }
        for person in ownership.dossiers.keys.sorted() {
            let record = ownership.ruling(of: person, on: at.day)
            guard let record, record.staff == staff, record.boughtOn == nil else { continue }
            release(person, from: staff)
        }
    }

    /// A customer is no longer somebody's, and waits for management unless another has them still
    /// (OWN-14, OWN-37).
    mutating func release(_ person: PersonID, from staff: StaffID) {
        emit(.ended(person, staff, .released, on: at.day))
        guard ownership.holder(of: person, on: at.day) == nil else { return }
        emit(.pooled(person, PoolEntry(last: staff, since: at.day, why: .released)))
    }

    /// One number for two people, or two for one: what was entered stays under its own number.
    mutating func merge(
        _ person: PersonID, into root: PersonID, _ note: String
    ) throws(Refusal) {
        try allow(.clericalStaff)
        guard !note.isEmpty else { throw .ownership(.noteMissing) }
        let target = ownership.merged[root] ?? root
        guard person != target, ownership.merged[person] == nil else {
            throw .ownership(.alreadyOne)
        }
        emit(.persons(person, are: target, note: note))
        because(.oneCustomer)
    }

    mutating func part(_ person: PersonID, _ note: String) throws(Refusal) {
        try allow(.clericalStaff)
        guard !note.isEmpty else { throw .ownership(.noteMissing) }
        guard ownership.merged[person] != nil else { throw .ownership(.notOne) }
        emit(.personsApart(person, note: note))
        because(.twoCustomers)
    }

    /// The sales periods: on all other days the freshness of visits stands still (OWN-05).
    mutating func setPhases(_ stops: [DayRange]) throws(Refusal) {
        try allow()
        let sorted = stops.sorted { $0.first < $1.first }
        let isInOrder =
            sorted.allSatisfy { $0.first <= $0.last }
            && zip(sorted, sorted.dropFirst()).allSatisfy { $0.last < $1.first }
        guard isInOrder else { throw .ownership(.phasesOverlap) }
        emit(.phasesSet(sorted, on: at.day))
        because(.phasesSet(count: sorted.count))
    }
}

/// What becomes of the customers of somebody who leaves.
public enum DepartedCustomers: String, Codable, Sendable, CaseIterable {
    /// 经理指派接手人.
    case managerReassigns = "manager_reassigns"
    /// 进公共池.
    case publicPool = "public_pool"
}
