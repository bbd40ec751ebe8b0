/// Whose deal it is (OWN-22 … OWN-38).
extension Deliberation {
    var adjudicationKnobs: AdjudicationPolicy { policy.adjudication }

    mutating func carryOut(_ command: AdjudicationCommand) throws(Refusal) -> Outcome {
        switch command {
        case .order(let order): try self.order(order)
        case .claimSameDay(let slip, let person, let staff, let note):
            try claimSameDay(slip, person, staff, note)
        case .verify(let slip, let deal, let staff, let designated, let note):
            try verify(DealSlip(slip: slip, staff: staff, at: at, note: note), deal, designated)
        case .settleCross(let slip, let person, let designated, let note):
            try settleCross(slip, person, designated, note)
        case .poach(let slip): try poach(slip)
        case .approach(let staff, let person, _, let invited):
            try approach(staff, person, invited: invited)
        case .object(let slip, let deal, let staff, let note):
            try object(DealSlip(slip: slip, staff: staff, at: at, note: note), deal)
        case .takeSickLeave(let leave): try takeSickLeave(leave)
        case .payOut(let deal): try payOut(deal)
        case .quarrel(let slip, let staff, let note): try quarrel(slip, staff, note)
        case .contest, .negotiate, .agree, .escalate, .award, .appeal:
            try carryOutDispute(command)
        }
        return .done
    }

    private mutating func carryOutDispute(_ command: AdjudicationCommand) throws(Refusal) {
        switch command {
        case .contest(let slip, let matter, let staff, let against, let note):
            try contest(slip, matter, staff, against, note)
        case .negotiate(let slip, let note): try negotiate(slip, note)
        case .agree(let slip, let shares, let note): try agree(slip, shares, note)
        case .escalate(let slip, let note): try escalate(slip, note)
        case .award(let slip, let shares, let inapplicable, let why):
            try award(slip, shares, inapplicable, why)
        case .appeal(let slip, let staff, let note): try appeal(slip, staff, note)
        default: break
        }
    }

    /// The file of a deal, or a refusal.
    func file(_ deal: DealID) throws(Refusal) -> DealFile {
        guard let file = adjudication.deals[deal] else { throw .adjudication(.unknownDeal(deal)) }
        return file
    }

    /// A customer bought: the terms and the last moments of the day of signing hold for good.
    private mutating func order(_ order: DealOrder) throws(Refusal) {
        try allow(.consultant, .clericalStaff)
        try enterDeal(order)
    }

    /// Whoever has taken the deposit or entered the deal (SAL-05, OWN-38).
    mutating func enterDeal(_ order: DealOrder) throws(Refusal) {
        _ = try known(order.staff)
        if let owner = order.owner { _ = try known(owner) }
        guard adjudication.deals[order.deal] == nil else {
            throw .adjudication(.dealExists(order.deal))
        }
        let signed = order.signedAt ?? at
        guard signed.wholeSecond <= at.wholeSecond else { throw .inTheFuture(signed) }
        let owner = order.owner ?? ownerInPlace(order.person, order.staff, on: signed.day)
        let counted = adjudicationKnobs.verifyCountsOrderDay ? 0 : 1
        let fact = DealFact(
            deal: order.deal, person: order.person, staff: order.staff, at: signed,
            enteredAt: at, price: order.price, commission: order.commission,
            owner: owner == order.staff ? nil : owner,
            verifyUntil: lastSecond(signed.day, days: adjudicationKnobs.verifyDays + counted),
            objectUntil: lastSecond(signed.day, days: adjudicationKnobs.changeDisputeDays),
            terms: adjudicationKnobs.deal)
        emit(.dealOrdered(fact))
        attribute(order.deal)
        if let staff = mayClaim(order.person, on: signed.day), at.day == signed.day {
            because(.mayClaim(staff, until: lastSecond(at.day, days: 1)))
        }
        if at.wholeSecond <= fact.verifyUntil { because(.mayShow(until: fact.verifyUntil)) }
    }

    /// The last second of a term of so many days whose first day is this one.
    func lastSecond(_ day: BusinessDay, days: Int) -> Moment {
        day.adding(days: days).start.adding(seconds: -1)
    }

    /// In whose place the closer received the customer on that day (OWN-34).
    private func ownerInPlace(
        _ person: PersonID, _ staff: StaffID, on day: BusinessDay
    ) -> StaffID? {
        customers.lastTrace {
            $0.person == person && $0.receptionist == staff && $0.arrivedAt.day == day
        }?.owner
    }

    /// The commission goes out once nobody has to decide any more (OWN-38).
    private mutating func payOut(_ deal: DealID) throws(Refusal) {
        try allow(.clericalStaff)
        let file = try file(deal)
        let dispute = file.dispute.flatMap { adjudication.disputes[$0] }
        guard !file.isContested, dispute?.state.isOpen != true else {
            throw .adjudication(.dealContested(deal))
        }
        guard file.paidAt == nil else { throw .adjudication(.alreadyPaid(deal)) }
        emit(.paidOut(deal, at: at))
        because(.paid)
    }

    /// A sick leave or its extension; deals of its days are weighed again (OWN-35).
    private mutating func takeSickLeave(_ leave: SickLeave) throws(Refusal) {
        try allow(.clericalStaff)
        _ = try known(leave.staff)
        if let successor = leave.successor { _ = try known(successor) }
        guard leave.from <= leave.to else { throw .adjudication(.leaveBackwards) }
        emit(.sickLeaveTaken(leave, at: at))
        guard let joined = adjudication.leave(of: leave.staff, on: leave.from) else { return }
        because(.sickLeave(leave.staff, days: joined.days))
        let terms = adjudicationKnobs.deal
        if terms.sickEnabled, joined.days > terms.sickHalfDays {
            because(.handOverAll(leave.staff))
        }
        for deal in adjudication.recent {
            guard let file = adjudication.deals[deal], joined.covers(file.deal.at.day),
                !file.isContested, file.current?.ruling == nil
            else { continue }
            attribute(deal, quietly: true)
        }
    }
}
