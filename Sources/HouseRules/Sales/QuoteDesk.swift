/// Prices told, approvals, promises, offences, leaks (SAL-08, SAL-15, SAL-16, SAL-26, SAL-34).
extension Deliberation {
    /// The manager approves beforehand; clauses of the contract may need the developer too.
    mutating func approve(_ asked: SalesApproval) throws(Refusal) {
        try allowChief()
        guard sales.approvals[asked.slip] == nil else {
            throw .sales(.numberUsed(asked.slip.rawValue))
        }
        if asked.kind == .template, salesKnobs.templateNeeds.contains(.developer),
            asked.document.isEmpty
        {
            throw .sales(.instructionRequired)
        }
        var approval = asked
        approval.at = at
        emit(.approved(approval))
        because(.approved(approval.slip, approval.kind))
    }

    /// The discount of the way of paying, or a lower one that was approved before it was told.
    mutating func discount(
        _ scheme: String, _ asked: Int?, _ person: PersonID, told: Moment
    ) throws(Refusal) -> Int {
        guard let standard = sales.schemes.first(where: { $0.name == scheme })?.discount else {
            throw .sales(.unknownScheme(scheme))
        }
        let discount = asked ?? standard
        guard (1...10_000).contains(discount) else {
            throw .sales(.discountNotApproved(standard: standard))
        }
        if discount >= standard { return discount }
        let approvals = sales.approvals.values.filter {
            $0.kind == .discount && $0.person == person && ($0.discount ?? 10_000) <= discount
        }
        guard let first = approvals.min(by: { $0.at < $1.at }), first.at <= told else {
            throw .sales(.discountNotApproved(standard: standard))
        }
        because(.byApproval(first.slip))
        return discount
    }

    /// Only what is for sale, by the version that holds; the unit kept for this customer too.
    mutating func quote(_ draft: QuoteDraft) throws(Refusal) {
        try allowSellers()
        _ = try known(draft.staff)
        guard draft.version == sales.prices else {
            throw .sales(.pricesOutdated(sales.prices))
        }
        let told = draft.toldAt ?? at
        guard told <= at else { throw .inTheFuture(told) }
        try refuseHeld(draft)
        let discount = try quoted(draft, told)
        if let before = sales.told[draft.person], before != discount {
            because(.otherDiscount(before: before, now: discount))
        }
        var totals: [Money] = []
        for id in draft.units {
            let total = try unit(id).row.total(discount: discount, salesKnobs.rounding)
            totals.append(total)
            because(.priced(id, discount: discount, total))
        }
        emit(.quoted(Quotation(draft: draft, discount: discount, totals: totals, at: at)))
    }

    private mutating func refuseHeld(_ draft: QuoteDraft) throws(Refusal) {
        for id in draft.units {
            let unit = try unit(id)
            let isTheirs = unit.status == .held && unit.holding?.person == draft.person
            if unit.status.isOffered || isTheirs { continue }
            if unit.status != .unreleased {
                because(.offended(.recommendedHeld, draft.staff))
                propose(
                    draft.staff, "F33", salesKnobs.fines.recommendHeld, id.rawValue)
            }
            throw .sales(.heldNoRecommend(id, unit.status))
        }
    }

    /// Told before it was approved: refused, and an offence besides.
    private mutating func quoted(_ draft: QuoteDraft, _ told: Moment) throws(Refusal) -> Int {
        do throws(Refusal) {
            return try discount(draft.scheme, draft.discount, draft.person, told: told)
        } catch {
            let isApprovedNow = sales.approvals.values.contains {
                $0.kind == .discount && $0.person == draft.person
                    && ($0.discount ?? 10_000) <= (draft.discount ?? 10_000) && $0.at > told
            }
            if isApprovedNow {
                because(.offended(.overpromise, draft.staff))
                propose(
                    draft.staff, "F38", salesKnobs.fines.overpromise, draft.slip.rawValue)
            }
            throw error
        }
    }

    /// Only what the policy or an approval says may be promised.
    mutating func promise(_ promise: SalesPromise) throws(Refusal) {
        try allowSellers()
        _ = try known(promise.staff)
        switch promise.source {
        case nil: throw .sales(.noSource)
        case .policy: break
        case .approval(let slip):
            guard let approval = sales.approvals[slip], approval.person == promise.person else {
                throw .sales(.unknownSlip(slip))
            }
            because(.byApproval(slip))
        }
        emit(.promised(promise, at: at))
        because(.promised(promise.matter))
    }

    /// Found by management: always only a draft.
    mutating func report(_ slip: OffenceSlip) throws(Refusal) {
        try allow(.clericalStaff)
        _ = try known(slip.staff)
        emit(.offended(slip, at: at))
        because(.offended(slip.offence, slip.staff))
        let about = slip.order?.rawValue ?? slip.slip.rawValue
        if slip.offence == .soldHeld, let order = slip.order { because(.commissionHeld(order)) }
        guard let (article, amount) = slip.offence.draft(salesKnobs.fines) else { return }
        var people = [slip.staff]
        if slip.offence == .contractError, let order = slip.order.flatMap({ sales.orders[$0] }),
            let reviewer = order.contract?.reviewer ?? order.reviewer,
            reviewer != slip.staff
        {
            people.append(reviewer)
        }
        for staff in people { propose(staff, article, amount, about) }
    }

    /// The amount within the range of the case; where the site dismisses, nothing is fined.
    mutating func report(_ slip: LeakSlip) throws(Refusal) {
        try allow()
        _ = try known(slip.staff)
        guard !slip.evidence.isEmpty, (1...1000).contains(slip.items) else {
            throw .registers(.factMissing([slip.slip.rawValue]))
        }
        let range = salesKnobs.fines.leakRange(items: slip.items, isAdverse: slip.isAdverse)
        let amount = slip.amount ?? range.lowerBound
        guard range.contains(amount) else {
            throw .sales(.outOfRange(range.lowerBound, range.upperBound))
        }
        var kept = slip
        kept.amount = amount
        emit(.leaked(kept, at: at))
        because(
            .leaked(
                slip.staff, amount, from: range.lowerBound, to: range.upperBound,
                salesKnobs.leakAction))
        guard salesKnobs.leakAction == .fine else { return }
        let article = slip.isAdverse ? "六-8" : "F43"
        propose(slip.staff, article, amount, slip.slip.rawValue)
    }
}
