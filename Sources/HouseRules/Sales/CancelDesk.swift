/// Cancellations and changes of orders: each step by whom it belongs to (SAL-27 … SAL-29, SAL-32).
extension Deliberation {
    mutating func cancel(_ request: CancelRequest) throws(Refusal) {
        let order = try order(request.order)
        guard order.paidAt != nil else { throw .sales(.wrongStep(order.order, order.stage)) }
        switch request.step {
        case .reported:
            try allowSellers()
            guard order.cancelling == nil else {
                throw .sales(.wrongCancelStep(order.cancelling?.step))
            }
            step(order, CancelFile(step: .reported, reportedAt: at))
        case .managerReviewed: try review(request, order)
        case .submitted:
            try allow(.clericalStaff)
            try advance(order, request, after: [.managerReviewed])
        case .approved: try approve(request, order)
        case .rejected: try reject(request, order)
        case .executed: try execute(order)
        }
    }

    private mutating func step(_ order: SalesOrder, _ file: CancelFile) {
        emit(.cancelStepped(order.order, file, at: at))
        because(.cancelStepped(file.step))
    }

    private mutating func advance(
        _ order: SalesOrder, _ request: CancelRequest, after steps: [CancelStep]
    ) throws(Refusal) {
        guard var file = order.cancelling, steps.contains(file.step) else {
            throw .sales(.wrongCancelStep(order.cancelling?.step))
        }
        file.step = request.step
        if !request.document.isEmpty { file.document = request.document }
        step(order, file)
    }

    /// Only the manager fills the application in; from then on the unit is under examination.
    private mutating func review(_ request: CancelRequest, _ order: SalesOrder) throws(Refusal) {
        try allowChief()
        guard var file = order.cancelling, file.step == .reported, let cause = request.cause
        else { throw .sales(.wrongCancelStep(order.cancelling?.step)) }
        let unit = try unit(order.unit)
        var holding = unit.holding
        holding?.before = unit.status
        try move(
            order.unit, to: .cancelling, .cancelling, order.order.rawValue, holding: holding)
        file.step = .managerReviewed
        file.cause = cause
        file.isMiscalculated = request.isMiscalculated
        step(order, file)
    }

    private mutating func approve(_ request: CancelRequest, _ order: SalesOrder) throws(Refusal) {
        try allowChief()
        let needsDeveloper = salesKnobs.cancelNeeds.contains(.developer)
        if needsDeveloper, request.document.isEmpty { throw .sales(.instructionRequired) }
        try advance(
            order, request, after: needsDeveloper ? [.submitted] : [.managerReviewed, .submitted])
        releaseBound(to: order.unit)
    }

    private mutating func reject(_ request: CancelRequest, _ order: SalesOrder) throws(Refusal) {
        try allowChief()
        try advance(
            order, request, after: [.reported, .managerReviewed, .submitted, .approved])
        guard var holding = sales.occupant(of: order.unit), let before = holding.before else {
            return
        }
        holding.before = nil
        try move(order.unit, to: before, .kept, order.order.rawValue, holding: holding)
    }

    /// Finance gives the money back, the unit is free for whoever comes first, and everybody is
    /// told; nobody is next by themselves.
    private mutating func execute(_ order: SalesOrder) throws(Refusal) {
        try allowFinance()
        guard let file = order.cancelling, file.step == .approved else {
            throw .sales(.cancelNotApproved(order.order))
        }
        var done = file
        done.step = .executed
        step(order, done)
        oweRefund(order, order.collected, .cancelled, isReceipted: true)
        if let slip = sales.refunds[sales.lastRefund], slip.order == order.order {
            emit(.refunded(slip, at: at))
            because(.refunded(slip.number))
        }
        try move(order.unit, to: .available, .cancelled, order.order.rawValue)
        void(order, .cancelled)
        undoPurchase(order.person)
        because(.noWaitingList(order.unit))
        punish(order, file)
    }

    /// Two different acts, each for itself: the wrong sum, and the customer who left for it.
    private mutating func punish(_ order: SalesOrder, _ file: CancelFile) {
        let about = order.order.rawValue
        if file.cause == .consultantFault {
            propose(order.staff, "F35", salesKnobs.fines.churn, about)
        }
        guard file.isMiscalculated else { return }
        for staff in [order.staff, order.reviewer].compactMap({ $0 }) {
            propose(staff, "F32", salesKnobs.fines.contractError, about)
        }
    }

    // MARK: Another buyer, unit or consultant

    mutating func ask(_ change: OrderChange) throws(Refusal) {
        try allowSellers()
        _ = try known(change.staff)
        guard sales.changes[change.slip] == nil else {
            throw .sales(.numberUsed(change.slip.rawValue))
        }
        let order = try order(change.order)
        guard order.stage == .subscribed, order.cancelling == nil else {
            throw .sales(.wrongStep(order.order, order.stage))
        }
        if case .swap(let id) = change.kind { try requireFree(id, try unit(id), as: .held) }
        if case .handOn(let staff) = change.kind { _ = try known(staff) }
        emit(.changeAsked(change, at: at))
        because(.changed(change.slip, isApproved: false))
    }

    /// The manager approves by a paper; a swap gives the old unit free and takes the new one at
    /// its own price.
    mutating func approve(_ slip: SlipID, _ document: String) throws(Refusal) {
        try allowChief()
        guard let change = sales.changes[slip] else { throw .sales(.unknownSlip(slip)) }
        guard !document.isEmpty else { throw .sales(.instructionRequired) }
        let order = try order(change.order)
        guard order.stage == .subscribed, order.cancelling == nil else {
            throw .sales(.wrongStep(order.order, order.stage))
        }
        var terms = order.terms
        if case .swap(let id) = change.kind {
            let unit = try unit(id)
            try requireFree(id, unit, as: .held)
            terms.version = unit.version
            terms.total = unit.row.total(discount: terms.discount, salesKnobs.rounding)
            try swap(order, to: id)
        }
        emit(.changeApproved(change, terms, document: document, at: at))
        because(.changed(slip, isApproved: true))
        giveBackSurplus(of: order, price: terms.total)
    }

    /// What was paid beyond the price of the unit taken instead; what is owed already counts.
    private mutating func giveBackSurplus(of order: SalesOrder, price: Money) {
        let owed = sales.refunds.values.filter { $0.order == order.order && $0.isReceipted }
            .reduce(0) { $0 + $1.amount.fen }
        let surplus = Money(fen: order.collected.fen - owed - price.fen)
        oweRefund(order, surplus, .overpaid, isReceipted: true)
    }

    private mutating func swap(_ order: SalesOrder, to new: UnitID) throws(Refusal) {
        let number = order.order.rawValue
        let others = selection.bound[order.unit] ?? []
        let home = selection.bound.first { $0.value.contains(order.unit) }?.key
        // What goes back with its home goes back by the activity that it was chosen in (SEL-07).
        let activity = home == nil ? nil : sales.occupant(of: order.unit)?.activity
        let holding = Holding(
            order.person, order.staff, since: at, order: order.order, activity: activity)
        try move(order.unit, to: .cancelling, .swapped, number, holding: holding)
        try move(order.unit, to: .available, .swapped, number)
        for status in [UnitStatus.held, .orderedUnpaid, .subscribed] {
            try move(new, to: status, .swapped, number, holding: holding)
        }
        bind(others, to: new)
        if let home { bind([new], to: home) }
        sendBack(new)
    }

    /// Parking and storage stay with the buyer, and go back with the unit taken instead (SEL-07).
    private mutating func bind(_ units: [UnitID], to home: UnitID) {
        guard !units.isEmpty else { return }
        emit(.bound(units, to: home, at: at))
        because(.bound(units, to: home))
    }
}
