/// Claims of the day, older records, and objections of a changed consultant (OWN-23 … OWN-29).
extension Deliberation {
    /// Who may claim half on the day of a visit with a forgotten name: the oldest entry counts.
    func mayClaim(_ person: PersonID, on day: BusinessDay) -> StaffID? {
        guard let visit = adjudication.forgotten[person], visit.day == day else { return nil }
        let staff = priorRecords(of: person, visit).first?.staff
        guard let staff,
            adjudicationKnobs.forgotAfterFailedProof
                || adjudication.failedProofs[person]?.by != staff
        else { return nil }
        return staff
    }

    private func priorRecords(of person: PersonID, _ visit: ForgottenVisit) -> [OwnershipRecord] {
        ownership.records(of: person).filter {
            $0.basis != .call && $0.clock.began < visit.day && $0.staff != visit.receiver
        }
    }

    /// "That was my customer", by midnight of the day of the visit (OWN-23).
    mutating func claimSameDay(
        _ slip: SlipID, _ person: PersonID, _ staff: StaffID, _ note: String
    ) throws(Refusal) {
        try allowMove(of: staff)
        _ = try known(staff)
        let knobs = adjudicationKnobs
        guard let visit = adjudication.forgotten[person], visit.day == at.day,
            visit.receiver != staff
        else { throw .adjudication(.sameDayClaimClosed) }
        if let failed = adjudication.failedProofs[person], failed.by == staff,
            failed.day == visit.day, !knobs.forgotAfterFailedProof
        {
            throw .adjudication(.proofFailed(staff))
        }
        let prior = priorRecords(of: person, visit)
        let own = prior.filter { $0.staff == staff }
        guard own.count >= knobs.forgotMinRecords, let mine = own.first ?? prior.first else {
            throw .adjudication(.noPriorRecord(staff))
        }
        if let first = prior.first, first.staff != staff {
            throw .adjudication(.laterRecord(than: first.staff, began: first.clock.began))
        }
        if knobs.forgotRequiresValid, !own.contains(where: { $0.holds(on: visit.day) }) {
            throw .adjudication(.recordLapsed(staff, on: own.last?.clock.lapse ?? visit.day))
        }
        try notFinal(for: staff, adjudication.dealsOf[person] ?? [])
        emit(.sameDayClaimed(person, DealSlip(slip: slip, staff: staff, at: at, note: note)))
        because(.claimed(staff, since: mine.clock.began))
        for deal in adjudication.dealsOf[person] ?? []
        where adjudication.deals[deal]?.deal.at.day == visit.day {
            attribute(deal)
        }
    }

    /// An older record within the days for it: customer, performance and commission go back to
    /// whose record is the oldest (OWN-25); of one day, to whom the customer names (OWN-26).
    mutating func verify(
        _ slip: DealSlip, _ id: DealID, _ designated: StaffID?
    ) throws(Refusal) {
        if slip.staff != actor.staff { try allow(.clericalStaff, .dutyOfficer) }
        _ = try known(slip.staff)
        if let designated { _ = try known(designated) }
        let file = try file(id)
        try notFinal(for: slip.staff, [id])
        guard at.wholeSecond <= file.deal.verifyUntil else {
            throw .adjudication(.verifyPeriodClosed(until: file.deal.verifyUntil))
        }
        let records = crossRecords(of: file.deal.person)
        let finding = earliest(
            of: records, requiresValid: file.deal.terms.orderedRequiresThreeInOne,
            fallback: file.deal.at.day)
        switch finding {
        case .one(let record, let day) where record.staff == slip.staff:
            say(record, decisive: day)
        case .sameDay(let all) where all.contains(where: { $0.staff == slip.staff }):
            because(.sameDay(all.map(\.staff)))
            guard let designated else { return dispute(file, slip, all.map(\.staff)) }
            guard designated == slip.staff else {
                throw .adjudication(.customerDesignated(designated))
            }
            because(.designated(designated))
        default:
            throw .adjudication(missing(slip.staff, file.deal.person, records, finding))
        }
        emit(.recordShown(id, slip))
        attribute(id)
    }

    private mutating func say(_ record: CrossRecord, decisive: BusinessDay) {
        guard let own = record.record else { return }
        because(
            .earliest(
                record.staff, began: record.began, until: own.clock.lapse, decisive: decisive))
    }

    /// Of one day, and the customer has not written down anybody: the director decides (OWN-26).
    private mutating func dispute(_ file: DealFile, _ slip: DealSlip, _ staff: [StaffID]) {
        emit(.recordShown(file.deal.deal, slip))
        guard let now = adjudication.deals[file.deal.deal], var after = now.current else { return }
        after.isContested = true
        after.bookings = []
        after.path.append(.conflict(staff))
        after.at = at
        emit(.attributed(file.deal.deal, after))
        open(now, staff)
    }

    /// Why a record that somebody shows is not the one.
    private func missing(
        _ staff: StaffID, _ person: PersonID, _ records: [CrossRecord], _ finding: CrossFinding
    ) -> AdjudicationRefusal {
        guard let mine = records.first(where: { $0.staff == staff && $0.record != nil }) else {
            return withoutRecord(staff, person)
        }
        let winner: CrossRecord? =
            switch finding {
            case .one(let record, _): record
            case .sameDay(let all): all.first
            case .nothing: nil
            }
        if let winner, winner.began < mine.began {
            return .laterRecord(than: winner.staff, began: winner.began)
        }
        return .recordLapsed(staff, on: mine.record?.clock.lapse ?? mine.began)
    }

    private func withoutRecord(_ staff: StaffID, _ person: PersonID) -> AdjudicationRefusal {
        let own = ownership.records(of: person)
        if own.contains(where: { $0.staff == staff && isKeptOut($0, of: person) }) {
            return .forgotOnlySameDay
        }
        for (kin, kinship) in ownership.kin(of: person).sorted(by: { $0.key < $1.key })
        where ownership.records(of: kin).contains(where: { $0.staff == staff }) {
            return .notNearKin(kinship)
        }
        return .noEarlierRecord(staff)
    }

    /// Nothing is bought yet, and several have records: the customer and near kin go to the oldest
    /// that held (OWN-24), of one day to whom the customer names (OWN-26).
    mutating func settleCross(
        _ slip: SlipID, _ person: PersonID, _ designated: StaffID?, _ note: String
    ) throws(Refusal) {
        try allow(.frontDeskSecretary, .dutyOfficer, .consultant, .clericalStaff)
        if let designated { _ = try known(designated) }
        guard adjudication.disputes[slip] == nil else { throw .adjudication(.slipExists(slip)) }
        if let deal = adjudication.dealsOf[person]?.last {
            throw .adjudication(.alreadyOrdered(deal))
        }
        try notFinal(person)
        let records = crossRecords(of: person)
        guard Set(records.map(\.staff)).count > 1 else { throw .adjudication(.noCross) }
        switch earliest(of: records, requiresValid: true, fallback: at.day) {
        case .nothing: throw .adjudication(.noCross)
        case .one(let record, let day):
            say(record, decisive: day)
            give(person, to: record.staff, slip)
        case .sameDay(let all):
            because(.sameDay(all.map(\.staff)))
            guard let designated else {
                emit(
                    .disputeFiled(
                        DisputeFile(
                            slip: slip, matter: .customer(person),
                            parties: inOrder(all.map(\.staff)), by: nil, note: note, at: at,
                            state: .escalated)))
                return because(.dispute(.escalated))
            }
            guard all.contains(where: { $0.staff == designated }) else {
                throw .adjudication(.noEarlierRecord(designated))
            }
            because(.designated(designated))
            give(person, to: designated, slip)
        }
    }

    private mutating func give(_ person: PersonID, to staff: StaffID, _ slip: SlipID) {
        give(
            person,
            CustomerAward(slip: slip, shares: Shares(all: staff), isDecided: false, at: at))
    }

    /// A customer and near kin with records go to somebody; a deal to come is split like that.
    mutating func give(_ person: PersonID, _ award: CustomerAward) {
        guard let keeper = award.shares.people.first else { return }
        let people = family(of: person).filter {
            $0 == person || !ownership.records(of: $0).isEmpty
        }
        emit(.awarded(people, award))
        because(.returned(to: keeper))
        for one in people where ownership.holder(of: one, on: at.day) != keeper {
            transfer(one, to: keeper)
        }
    }

    /// A changed consultant, or the new one, objects: the commission is shared (OWN-29).
    mutating func object(_ slip: DealSlip, _ id: DealID) throws(Refusal) {
        try allowMove(of: slip.staff)
        let file = try file(id)
        guard file.deal.terms.changeSplit != nil,
            let change = adjudication.changes[file.deal.person]
        else { throw .adjudication(.noChange) }
        guard slip.staff == change.from || slip.staff == change.to else {
            throw .adjudication(.notAParty(slip.staff))
        }
        try notFinal(for: slip.staff, [id])
        guard at.wholeSecond <= file.deal.objectUntil else {
            throw .adjudication(.objectionClosed(until: file.deal.objectUntil))
        }
        emit(.objected(id, slip))
        because(.objected(slip.staff))
        attribute(id)
    }
}
