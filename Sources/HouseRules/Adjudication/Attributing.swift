/// Writes down who has a deal, and what changes with it (OWN-28, OWN-38).
extension Deliberation {
    /// Weighs a deal and adds the result if it is another one; `quietly`: nothing is said when
    /// nothing changes.
    mutating func attribute(_ id: DealID, quietly: Bool = false) {
        guard let file = adjudication.deals[id] else { return }
        if let award = adjudication.awards[file.deal.person], award.isDecided, file.current == nil {
            return settle(file, award.shares, [.ruled(award.slip)], ruling: award.slip)
        }
        var weighing = weigh(file)
        let before = file.current
        if before?.ruling != nil { return reopen(file, weighing) }
        let members = rotation.members
        let shares =
            weighing.isContested
            ? before?.shares ?? Shares(all: file.deal.staff)
            : weighing.shares { staff in
                members.firstIndex { $0.staff == staff } ?? members.count
            }
        addRunnersUp(&weighing, file, shares)
        let after = attribution(
            file, shares, weighing.path, weighing.runnersUp, isContested: weighing.isContested)
        if let before, before.shares == shares, before.isContested == after.isContested,
            before.path == after.path
        {
            if !quietly { because(.unchanged) }
            return
        }
        write(file, after)
        if after.isContested { open(file, weighing.shown) } else { closeDispute(of: id) }
    }

    /// People have decided: as they say.
    mutating func settle(
        _ file: DealFile, _ shares: Shares, _ path: [AttributionStep], ruling: SlipID
    ) {
        var losers: [RunnerUp] = []
        for staff in (file.current?.shares.people ?? []) + file.proofs.map(\.staff)
        where !shares.people.contains(staff) && !losers.contains(where: { $0.staff == staff }) {
            losers.append(RunnerUp(staff: staff, began: nil, why: .ruled))
        }
        var after = attribution(file, shares, path, losers, isContested: false)
        after.ruling = ruling
        write(file, after)
    }

    private func attribution(
        _ file: DealFile, _ shares: Shares, _ path: [AttributionStep], _ losers: [RunnerUp],
        isContested: Bool
    ) -> Attribution {
        Attribution(
            shares: shares, isContested: isContested, path: path,
            runnersUp: losers.filter { !shares.people.contains($0.staff) },
            bookings: bookings(file, shares), ruling: nil, at: at)
    }

    private mutating func write(_ file: DealFile, _ after: Attribution) {
        emit(.attributed(file.deal.deal, after))
        for step in after.path { because(.step(step)) }
        for loser in after.runnersUp { because(.lost(loser)) }
        because(.split(after.shares))
        for booking in after.bookings where booking.side == .commission && booking.amount.fen < 0 {
            because(.clawback(booking.staff, booking.amount, month: booking.month))
        }
        guard !after.isContested, let keeper = after.shares.keeper(preferring: file.deal.staff)
        else { return }
        let former = file.current?.shares.keeper(preferring: file.deal.staff) ?? file.deal.staff
        if keeper != former { because(.returned(to: keeper)) }
        keep(file.deal, keeper)
    }

    /// The customer belongs to who has the deal, for good (OWN-15, OWN-28).
    private mutating func keep(_ deal: DealFact, _ keeper: StaffID) {
        // Older stretches of others stay: within the days to prove they may still get the deal.
        if let seller = ownership.seller(to: deal.person), seller != keeper {
            emit(.ended(deal.person, seller, .released, on: at.day))
        }
        if !standing(of: deal.person, with: keeper).hasBought {
            closeDeal(deal.person, keeper, on: deal.at.day)
        }
    }

    /// What the books change: the performance in the month of the deal; commission that was paid
    /// out is taken off later, and given at once (OWN-28).
    private func bookings(_ file: DealFile, _ shares: Shares) -> [Booking] {
        guard let before = file.current?.shares, before != shares else { return [] }
        let now = monthStart(at.day)
        let later =
            adjudicationKnobs.clawback == .nextMonthOffset ? now.expire(afterMonths: 1) : now
        var lines = differences(.performance, before, shares, file.deal.price).map {
            Booking(
                staff: $0.staff, side: .performance, amount: $0.amount,
                month: monthStart(file.deal.at.day))
        }
        guard file.paidAt != nil else { return lines }
        lines += differences(.commission, before, shares, file.deal.commission).map {
            Booking(
                staff: $0.staff, side: .commission, amount: $0.amount,
                month: $0.amount.fen < 0 ? later : now)
        }
        return lines
    }

    private func monthStart(_ day: BusinessDay) -> BusinessDay {
        day.adding(days: 1 - day.civil.day)
    }

    private func differences(
        _ side: DealSide, _ before: Shares, _ after: Shares, _ total: Money
    ) -> [(staff: StaffID?, amount: Money)] {
        var change: [(staff: StaffID?, amount: Money)] = []
        for part in before.amounts(side, of: total) {
            change.append((part.staff, Money(fen: -part.amount.fen)))
        }
        for part in after.amounts(side, of: total) {
            if let index = change.firstIndex(where: { $0.staff == part.staff }) {
                change[index].amount = change[index].amount + part.amount
            } else {
                change.append(part)
            }
        }
        return change.filter { $0.amount.fen != 0 }
    }

    /// Two results: people decide, in a quarrel that the rules bring up themselves (OWN-30).
    mutating func open(_ file: DealFile, _ shown: [StaffID]) {
        let people = shown + (file.current?.shares.people ?? []) + [file.deal.staff]
        if let slip = file.dispute, let dispute = adjudication.disputes[slip] {
            guard !dispute.state.isOpen else { return }
            step(slip, .escalated, "")
            return
        }
        emit(
            .disputeFiled(
                DisputeFile(
                    slip: SlipID(file.deal.deal.rawValue + "-dispute"),
                    matter: .deal(file.deal.deal), parties: inOrder(people), by: nil, note: "",
                    at: at, state: .escalated)))
        because(.dispute(.escalated))
    }

    /// The evidence agrees again: a quarrel that the rules brought up is over.
    private mutating func closeDispute(of deal: DealID) {
        guard let slip = adjudication.deals[deal]?.dispute,
            let dispute = adjudication.disputes[slip], dispute.by == nil, dispute.state.isOpen
        else { return }
        step(slip, .settled, "")
    }

    /// New evidence after a ruling: the ruling stands until people decide again.
    private mutating func reopen(_ file: DealFile, _ weighing: Weighing) {
        guard var after = file.current, !after.isContested else { return because(.unchanged) }
        after.isContested = true
        after.bookings = []
        after.path.append(.conflict(inOrder(weighing.shown + after.shares.people)))
        after.at = at
        write(file, after)
        open(file, weighing.shown)
    }

    /// Each once, by the time on the site.
    func inOrder(_ staff: [StaffID]) -> [StaffID] {
        rotation.members.map(\.staff).filter { staff.contains($0) }
    }
}
