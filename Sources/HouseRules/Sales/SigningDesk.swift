/// From the agreed day to the signed contract (SAL-17 … SAL-19, SAL-36).
extension Deliberation {
    /// An order that is paid for and not being cancelled.
    func paid(_ id: OrderID) throws(Refusal) -> SalesOrder {
        let order = try order(id)
        guard order.paidAt != nil, order.cancelling == nil, order.contract?.signedAt == nil else {
            throw .sales(.wrongStep(id, order.stage))
        }
        return order
    }

    /// The first time anybody may agree it; afterwards only the manager puts it off, and only up to
    /// the agreed day itself.
    mutating func agreeSigning(_ id: OrderID, _ moment: Moment) throws(Refusal) {
        let order = try paid(id)
        if let agreed = order.agreed {
            try allowChief()
            guard at.day <= agreed.day else { throw .sales(.postponeTooLate(agreed.day)) }
        } else {
            try allowSellers()
        }
        guard moment.day >= at.day else { throw .tooOld(moment) }
        emit(.signingAgreed(id, moment, at: at))
        because(.signingAgreed(moment))
    }

    /// All four told, and the customer said so.
    mutating func giveNotice(
        _ id: OrderID, _ items: [NoticeItem], _ isReceipted: Bool
    ) throws(Refusal) {
        try allowSellers()
        let order = try paid(id)
        guard let agreed = order.agreed else { throw .sales(.wrongStep(id, order.stage)) }
        let missing = salesKnobs.noticeItems.filter { !items.contains($0) }
        guard missing.isEmpty, isReceipted else {
            return because(.noticeIncomplete(missing, isReceipted: isReceipted))
        }
        emit(.noticed(id, at: at))
        let left = agreed.seconds(since: at)
        because(.noticed(short: left < salesKnobs.noticeHours * 3600))
    }

    /// It goes on even when nobody told the customer; that is an offence of the consultant, once.
    mutating func beginSigning(_ id: OrderID) throws(Refusal) {
        try allowSellers()
        let order = try paid(id)
        guard order.signingBeganAt == nil else { return because(.contract(id)) }
        emit(.orderStepped(id, .beginSigning, at: at))
        because(.contract(id))
        guard salesKnobs.noticeRequired, order.noticedAt == nil else { return }
        because(.noticeMissing(order.staff))
        propose(order.staff, "五-8", salesKnobs.fines.notice ?? Money(fen: 0), id.rawValue)
    }

    /// From the printed contract; what differs is marked and needs its approval.
    mutating func prepare(_ draft: ContractDraft) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .titleClerk)
        _ = try known(draft.staff)
        let order = try paid(draft.order)
        try requireInForce(draft.template)
        if let typed = draft.typedTotal, typed != order.terms.total {
            throw .sales(.priceComputed(order.terms.total))
        }
        if !draft.changes.isEmpty {
            guard let slip = draft.approval, let approval = sales.approvals[slip],
                approval.kind == .template, approval.person == order.person,
                draft.changes.allSatisfy(approval.clauses.contains)
            else { throw .sales(.templateNotApproved(draft.changes)) }
            because(.byApproval(slip))
            because(.marked(draft.changes))
        }
        let paper = ContractPaper(
            template: draft.template, changes: draft.changes, preparer: draft.staff)
        emit(.contractPrepared(draft.order, paper, at: at))
        because(.contract(draft.order))
    }

    mutating func reviewContract(_ id: OrderID, _ staff: StaffID) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .titleClerk)
        _ = try known(staff)
        let order = try paid(id)
        guard let contract = order.contract else { throw .sales(.wrongStep(id, order.stage)) }
        if salesKnobs.reviewerNotSelf, contract.preparer == staff {
            throw .sales(.reviewerSamePerson(staff))
        }
        emit(.contractReviewed(id, staff, at: at))
        because(.contract(id))
    }

    mutating func signContract(_ id: OrderID) throws(Refusal) {
        try allow(.consultant, .clericalStaff, .titleClerk)
        let order = try paid(id)
        guard let contract = order.contract, contract.reviewer != nil || !salesKnobs.dualReview
        else { throw .sales(.wrongStep(id, order.stage)) }
        emit(.orderStepped(id, .signContract, at: at))
        because(.contract(id))
        try move(
            order.unit, to: .contracted, .contracted, id.rawValue,
            holding: sales.occupant(of: order.unit))
    }

    // MARK: After the contract

    /// A stage after the one before it, with its papers; left out only by the title clerk with the
    /// reason (SAL-20, SAL-21, SAL-24).
    mutating func advance(_ slip: StageSlip) throws(Refusal) {
        try allowStage(slip.stage)
        let order = try order(slip.order)
        guard order.paidAt != nil, order.cancelling == nil, !order.stages.contains(slip.stage)
        else { throw .sales(.stageOutOfOrder(slip.stage, first: nil)) }
        try requireInOrder(slip, order)
        guard slip.attachments > 0 else { throw .sales(.attachmentMissing(slip.stage)) }
        if slip.stage == .settled || slip.stage == .keysHanded, order.outstanding.fen > 0 {
            throw .sales(.notSettled(order.outstanding))
        }
        if slip.stage == .presaleFiled { try requireStatus(.contracted, order, slip.stage) }
        if slip.stage == .keysHanded { try requireStatus(.filed, order, slip.stage) }
        let days = slip.stage.track == .loan && !slip.stage.isLast ? salesKnobs.loanDays : nil
        emit(.staged(slip, next: days.map { at.day.lapse(afterDays: $0).start }, at: at))
        because(.staged(slip.stage))
        try moveUnit(of: order, slip.stage)
    }

    private func allowStage(_ stage: DealStage) throws(Refusal) {
        switch stage.track {
        case .loan, .delivery: try allow(.consultant, .clericalStaff, .titleClerk)
        case .filing: try allow(.titleClerk)
        }
    }

    private mutating func requireInOrder(
        _ slip: StageSlip, _ order: SalesOrder
    ) throws(Refusal) {
        let row = DealStage.all(of: slip.stage.track)
        let later = row.drop { $0 != slip.stage }.dropFirst()
        guard !later.contains(where: order.stages.contains) else {
            throw .sales(.stageOutOfOrder(slip.stage, first: nil))
        }
        let before = row.prefix { $0 != slip.stage }
        let done = before.lastIndex(where: order.stages.contains).map { $0 + 1 } ?? 0
        let open = before.dropFirst(done)
        guard let first = open.first else { return }
        guard actor.role == .titleClerk, slip.stage.track == .filing, !slip.skipping.isEmpty else {
            throw .sales(.stageOutOfOrder(slip.stage, first: first))
        }
        for stage in open { because(.skipped(stage, note: slip.skipping)) }
    }

    private func requireStatus(
        _ status: UnitStatus, _ order: SalesOrder, _ stage: DealStage
    ) throws(Refusal) {
        let now = try unit(order.unit).status
        guard now == status else {
            throw .sales(.illegalTransition(order.unit, from: now, to: status.next[0]))
        }
    }

    private mutating func moveUnit(of order: SalesOrder, _ stage: DealStage) throws(Refusal) {
        let holding = sales.occupant(of: order.unit)
        switch stage {
        case .presaleFiled:
            try move(order.unit, to: .filed, .filed, order.order.rawValue, holding: holding)
        case .keysHanded:
            try move(order.unit, to: .delivered, .delivered, order.order.rawValue, holding: holding)
        default: break
        }
    }

    /// When the rest is due; each sum is what should be there by then (SAL-23).
    mutating func schedule(_ id: OrderID, _ parts: [Instalment]) throws(Refusal) {
        try allowSellers()
        let order = try order(id)
        var last = Money(fen: 0)
        var day = BusinessDay(number: .min)
        for part in parts {
            guard part.total > last, part.due > day, part.total <= order.terms.total else {
                throw .sales(.wrongAmount(part.total))
            }
            last = part.total
            day = part.due
        }
        let reminders = salesKnobs.remindDays + salesKnobs.escalateDays.map { -$0 }
        let ahead = reminders.filter { (-60...60).contains($0) }
        emit(.scheduled(id, parts, reminders: ahead, at: at))
        because(.scheduled(parts.count))
    }
}
