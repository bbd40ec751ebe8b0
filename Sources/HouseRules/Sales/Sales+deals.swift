/// What facts of money and deals change.
extension Sales {
    mutating func applyMoney(_ event: SalesEvent) {
        switch event {
        case .moneyTaken(let receipt): take(receipt)
        case .refundOwed(let slip):
            lastRefund = slip.number
            refunds[slip.number] = slip
        case .refunded(let slip, let at):
            refunds[slip.number] = nil
            if slip.isReceipted {
                orders[slip.order]?.collected.fen -= slip.amount.fen
                note(at.day) { $0.collection.fen -= slip.amount.fen }
            }
        default: break
        }
    }

    private mutating func take(_ receipt: Receipt) {
        receipts[receipt.number.kind] = receipt.number.number
        if receipt.number.kind == .earnest { earnest[receipt.number.number] = receipt }
        if let written = receipt.earnest { earnest[written] = nil }
        if receipt.number.kind != .earnest {
            note(receipt.at.day) { $0.collection.fen += receipt.amount.fen }
        }
        guard let id = receipt.order, orders[id] != nil else { return }
        orders[id]?.collected.fen += receipt.amount.fen
        guard let order = orders[id] else { return }
        if order.paidAt == nil, order.collected >= order.terms.deposit {
            orders[id]?.paidAt = receipt.receivedAt
            orders[id]?.paidBy = receipt.number.number
            orders[id]?.stage = .subscribed
            approvals = approvals.filter { $0.value.person != order.person }
            told[order.person] = nil
        }
        for part in order.instalments where order.collected >= part.total { forget(part, of: id) }
    }

    mutating func applyDeal(_ event: SalesEvent) {
        switch event {
        case .cancelStepped(let order, let file, _):
            orders[order]?.cancelling = file.step == .rejected ? nil : file
        case .changeAsked(let change, _): changes[change.slip] = change
        case .changeApproved(let change, let terms, _, _): take(change, terms)
        case .signingAgreed(let order, let moment, _): orders[order]?.agreed = moment
        case .noticed(let order, let at): orders[order]?.noticedAt = at
        case .contractPrepared(let order, let paper, _): orders[order]?.contract = paper
        case .contractReviewed(let order, let staff, _): orders[order]?.contract?.reviewer = staff
        case .staged(let slip, let next, _): stage(slip, next)
        case .scheduled(let order, let parts, let reminders, _): schedule(order, parts, reminders)
        case .papersMoved(let order, let move, let count, let staff, let remind, _):
            papers(order, move, count, staff, remind)
        case .dealFiled(let order, let papers, let isComplete, _):
            orders[order]?.filed += papers
            if isComplete { agenda.set(.dealFile(order), from: nil) }
        default: break
        }
    }

    private mutating func take(_ change: OrderChange, _ terms: OrderTerms) {
        changes[change.slip] = nil
        orders[change.order]?.terms = terms
        switch change.kind {
        case .rename(let person): orders[change.order]?.person = person
        case .handOn(let staff): orders[change.order]?.staff = staff
        case .swap(let unit): orders[change.order]?.unit = unit
        }
        guard let order = orders[change.order] else { return }
        pass(order.unit, from: units[order.unit]?.holding?.person, to: order.person)
        units[order.unit]?.holding?.person = order.person
        units[order.unit]?.holding?.staff = order.staff
    }

    private mutating func stage(_ slip: StageSlip, _ next: Moment?) {
        orders[slip.order]?.stages.append(slip.stage)
        for stage in DealStage.all(of: slip.stage.track) {
            agenda.set(.stage(slip.order, stage), from: nil)
        }
        agenda.set(.stage(slip.order, slip.stage), from: next)
        if slip.stage == .archived { forget(slip.order) }
    }

    private mutating func schedule(_ id: OrderID, _ parts: [Instalment], _ reminders: [Int]) {
        for part in orders[id]?.instalments ?? [] { forget(part, of: id) }
        orders[id]?.instalments = parts
        for part in parts where (orders[id]?.collected ?? part.total) < part.total {
            for ahead in reminders {
                let from = part.due.adding(days: -ahead).start
                agenda.set(.instalment(id, part.due, ahead: ahead), from: from)
            }
        }
    }

    private mutating func papers(
        _ id: OrderID, _ move: PaperMove, _ count: Int, _ staff: StaffID, _ remind: Moment?
    ) {
        let due = SalesDue.document(id, staff)
        switch move {
        case .print: orders[id]?.papers.printed += count
        case .borrow:
            orders[id]?.papers.lent[staff, default: 0] += count
            if agenda.time(of: due) == nil { agenda.set(due, from: remind) }
        case .giveBack:
            let left = (orders[id]?.papers.lent[staff] ?? 0) - count
            orders[id]?.papers.lent[staff] = left > 0 ? left : nil
            if left <= 0 { agenda.set(due, from: nil) }
        }
    }

    /// The agreed day and the day of signing decide (SAL-36).
    mutating func settleSigning(_ id: OrderID, _ at: Moment) {
        guard let agreed = orders[id]?.agreed?.day else { return }
        signings[agreed.firstOfMonth, default: SigningCount()].due += 1
        if at.day <= agreed { signings[agreed.firstOfMonth]?.onTime += 1 }
    }

    /// What a step of a unit adds to the figures of its day (SAL-37).
    mutating func count(_ move: UnitMove) {
        guard let order = move.holding?.order.flatMap({ orders[$0] }) else { return }
        switch (move.to, move.cause) {
        case (.subscribed, .paid):
            note(move.at.day) {
                $0.subscribed += 1
                $0.amount.fen += order.terms.total.fen
            }
        case (.contracted, .contracted): note(move.at.day) { $0.contracted += 1 }
        default: break
        }
        if move.to == .subscribed, move.cause == .paid, !order.filed.contains(.customerProfile) {
            let next = move.at.day.adding(days: 1)
            agenda.set(.dealFile(order.order), from: next.at(TimeOfDay(9, 0)))
        }
    }

    /// Visitors and calls of a day, as reception counted them (SAL-37).
    mutating func follow(_ event: ReceptionEvent) {
        switch event {
        case .visitRegistered(let visit): note(visit.arrivedAt.day) { $0.visits += 1 }
        case .visitVoided(let fact): note(fact.at.day) { $0.visits -= 1 }
        default: break
        }
    }

    /// Calls that somebody answered or that wait for it (SAL-37).
    mutating func follow(_ event: CallEvent, _ open: [CallID: OpenCall]) {
        switch event {
        case .answered(let call, _, _, let at), .callbackOpened(let call, _, let at):
            if open[call] == nil { note(at.day) { $0.calls += 1 } }
        default: break
        }
    }

    private mutating func note(_ day: BusinessDay, _ change: (inout SalesFigures) -> Void) {
        if figures[day] == nil {
            let oldest = day.adding(days: -Self.recentDays)
            for old in figures.keys where old < oldest { figures[old] = nil }
        }
        change(&figures[day, default: SalesFigures()])
    }
}

extension SalesAgenda {
    /// The reminders of a part that are set; none is further away than two months.
    func aheads(of order: OrderID, _ day: BusinessDay) -> [Int] {
        (-60...60).filter { time(of: .instalment(order, day, ahead: $0)) != nil }
    }
}
