/// A record in the search for the oldest one of a customer and their near kin (OWN-24).
struct CrossRecord: Hashable {
    let person: PersonID
    let staff: StaffID
    let began: BusinessDay
    /// nil: received somebody else's customer, which left no record.
    let record: OwnershipRecord?

    /// By the day, a record before what left none, then by name so that nothing is left to chance.
    func precedes(_ other: CrossRecord) -> Bool {
        (began, record == nil ? 1 : 0, staff, person)
            < (other.began, other.record == nil ? 1 : 0, other.staff, other.person)
    }
}

/// What the search finds.
enum CrossFinding {
    case nothing
    /// The oldest that held, and the day on which it had to hold.
    case one(CrossRecord, decisive: BusinessDay)
    /// Several of one day.
    case sameDay([CrossRecord])
}

extension Deliberation {
    /// Records of a customer and near kin, the oldest first; a call is none, and neither is what a
    /// visit with a forgotten name keeps out (OWN-23).
    func crossRecords(of person: PersonID) -> [CrossRecord] {
        var found: [CrossRecord] = []
        for other in family(of: person) {
            if other == person, !adjudicationKnobs.crossSamePerson { continue }
            for record in ownership.records(of: other) where record.basis != .call {
                if other == person, isKeptOut(record, of: person) { continue }
                found.append(
                    CrossRecord(
                        person: other, staff: record.staff, began: record.clock.began,
                        record: record))
            }
            for (staff, day) in adjudication.beside[other] ?? [:]
            where !found.contains(where: { $0.staff == staff && $0.began == day }) {
                found.append(CrossRecord(person: other, staff: staff, began: day, record: nil))
            }
        }
        return found.sorted { $0.precedes($1) }
    }

    /// The customer and proven near kin (OWN-27).
    func family(of person: PersonID) -> [PersonID] {
        [person]
            + ownership.kin(of: person)
            .filter { ownershipKnobs.immediateFamily.contains($0.value) }.keys.sorted()
    }

    /// An own record older than a visit with a forgotten name.
    func isKeptOut(_ record: OwnershipRecord, of person: PersonID) -> Bool {
        guard adjudicationKnobs.forgotExcludes == .ownRecordOnly,
            let visit = adjudication.forgotten[person]
        else { return false }
        return record.clock.began < visit.day && record.staff != visit.receiver
    }

    /// The oldest record that held when the next consultant received for the first time; where
    /// none came after, on the day of the fallback.
    func earliest(
        of records: [CrossRecord], requiresValid: Bool, fallback: BusinessDay
    ) -> CrossFinding {
        var left = records[...]
        while let first = left.first {
            let day = decisiveDay(of: first, in: left, fallback: fallback)
            guard let record = first.record, !requiresValid || record.holds(on: day) else {
                left = left.dropFirst()
                continue
            }
            var sameDay = [first]
            for other in left.dropFirst() where other.began == first.began {
                guard !sameDay.contains(where: { $0.staff == other.staff }) else { continue }
                sameDay.append(other)
            }
            return sameDay.count > 1 ? .sameDay(sameDay) : .one(first, decisive: day)
        }
        return .nothing
    }

    /// The day on which a record has to hold.
    func decisiveDay(
        of record: CrossRecord, in records: ArraySlice<CrossRecord>, fallback: BusinessDay
    ) -> BusinessDay {
        guard adjudicationKnobs.crossValidity == .laterFirstReception else { return at.day }
        return records.first { $0.staff != record.staff && $0.began >= record.began }?.began
            ?? fallback
    }

    /// Everybody with a record who got nothing, and why.
    func addRunnersUp(_ weighing: inout Weighing, _ file: DealFile, _ shares: Shares) {
        let deal = file.deal
        let records = crossRecords(of: deal.person)
        for record in records where record.record != nil && !shares.people.contains(record.staff) {
            let day = decisiveDay(of: record, in: records[...], fallback: deal.at.day)
            weighing.lose(
                record.staff, loss(of: record, decisive: day, file, records), began: record.began)
        }
        for record in ownership.records(of: deal.person)
        where record.basis != .call && isKeptOut(record, of: deal.person)
            && !shares.people.contains(record.staff)
        {
            weighing.lose(record.staff, .onlySameDay, began: record.clock.began)
        }
        for (kin, kinship) in ownership.kin(of: deal.person).sorted(by: { $0.key < $1.key })
        where !ownershipKnobs.immediateFamily.contains(kinship) {
            for record in ownership.records(of: kin)
            where record.basis != .call && !shares.people.contains(record.staff) {
                weighing.lose(record.staff, .notNearKin(kinship), began: record.clock.began)
            }
        }
    }

    private func loss(
        of record: CrossRecord, decisive: BusinessDay, _ file: DealFile, _ records: [CrossRecord]
    ) -> LossReason {
        if let own = record.record, !own.holds(on: decisive) { return .lapsed(on: own.clock.lapse) }
        guard let first = records.first, first.staff == record.staff else {
            return .later(began: records.first?.began)
        }
        if !file.proofs.isEmpty { return .later(began: nil) }
        return .notShown(until: file.deal.verifyUntil)
    }
}
