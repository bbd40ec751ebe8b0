/// Orders: written, checked by another, signed, paid (SAL-04, SAL-05, SAL-10).
extension Deliberation {
    mutating func write(_ draft: OrderDraft) throws(Refusal) {
        try allowSellers()
        _ = try known(draft.staff)
        guard sales.orders[draft.order] == nil, sales.voids[draft.order] == nil,
            adjudication.deals[DealID(draft.order.rawValue)] == nil
        else { throw .sales(.numberUsed(draft.order.rawValue)) }
        let unit = try unit(draft.unit)
        let isAuthorized = try isAuthorized(draft, unit)
        let order = SalesOrder(
            draft.order, of: draft.unit, for: draft.person, by: draft.staff,
            try terms(of: draft, unit), at: at)
        if isAuthorized { try requireReconfirmed(draft.unit, unit) }
        showBulletins(to: draft.staff)
        emit(.orderWritten(order))
        because(.priced(draft.unit, discount: order.terms.discount, order.terms.total))
        because(.stepped(draft.order, .written))
        guard !isAuthorized else { return }
        because(.unauthorized(draft.order))
        void(order, .unauthorized)
        propose(draft.staff, "F30", salesKnobs.fines.process, draft.unit.rawValue)
    }

    /// Held for this customer, or where only money locks checked for them. A unit that nobody
    /// confirmed to anybody makes a void order; anything else is refused (SAL-02, SAL-04).
    private func isAuthorized(_ draft: OrderDraft, _ unit: SalesUnit) throws(Refusal) -> Bool {
        if unit.awaitsOrder, unit.holding?.person == draft.person { return true }
        guard salesKnobs.locksBeforeDeposit || unit.status == .held else {
            try requireFree(draft.unit, unit, as: .subscribed)
            return sales.verified[draft.unit]?.contains {
                $0.person == draft.person && $0.staff == draft.staff
            } ?? false
        }
        if unit.status == .available {
            guard unit.lapsedFor != draft.person else {
                throw .sales(.notHeldForCustomer(draft.unit))
            }
            try requireUnlisted(draft.unit)
            return false
        }
        guard unit.status == .held, let holding = unit.holding, holding.person == draft.person,
            holding.staff == draft.staff || holding.activity != nil, holding.order == nil
        else { throw .sales(.notHeldForCustomer(draft.unit)) }
        return true
    }

    private func requireReconfirmed(_ id: UnitID, _ unit: SalesUnit) throws(Refusal) {
        guard salesKnobs.reconfirmRequired, salesKnobs.locksBeforeDeposit,
            unit.holding?.activity == nil
        else { return }
        let until = unit.holding?.reconfirmedUntil
        guard let until, at.wholeSecond <= until else {
            throw .sales(.reconfirmRequired(id, since: until))
        }
    }

    /// What the order is for: the list, the way of paying, the approvals; the total is computed.
    private mutating func terms(
        of draft: OrderDraft, _ unit: SalesUnit
    ) throws(Refusal) -> OrderTerms {
        let discount = try discount(draft.scheme, draft.discount, draft.person, told: at)
        let open = draft.clauses.filter { clause in
            !sales.approvals.values.contains {
                $0.kind == .clauses && $0.person == draft.person && $0.clauses.contains(clause)
            }
        }
        guard open.isEmpty else { throw .sales(.clauseLocked(open)) }
        let total = unit.row.total(discount: discount, salesKnobs.rounding)
        if let typed = draft.typedTotal, typed != total { throw .sales(.priceComputed(total)) }
        guard draft.deposit.fen > 0, draft.deposit <= total else {
            throw .sales(.wrongAmount(draft.deposit))
        }
        return OrderTerms(
            version: unit.version, scheme: draft.scheme, discount: discount, total: total,
            deposit: draft.deposit, clauses: draft.clauses)
    }

    mutating func review(_ id: OrderID, _ staff: StaffID) throws(Refusal) {
        try allowSellers()
        _ = try known(staff)
        let order = try order(id)
        guard order.stage == .written else { throw .sales(.wrongStep(id, order.stage)) }
        if salesKnobs.reviewerNotSelf, staff == order.staff {
            throw .sales(.reviewerSamePerson(staff))
        }
        if let id = sales.occupant(of: order.unit)?.activity { try requireReviewer(staff, id) }
        emit(.orderReviewed(id, staff, at: at))
        because(.stepped(id, .reviewed))
    }

    mutating func take(_ step: OrderStep, of id: OrderID) throws(Refusal) {
        switch step {
        case .sign: try sign(id)
        case .giveUp: try giveUp(id)
        case .checkIn: try checkIn(id)
        case .financeDelay:
            try allowFinance()
            let order = try signed(id)
            guard order.checkedInAt != nil else { throw .sales(.wrongStep(id, order.stage)) }
            emit(.orderStepped(id, .financeDelay, at: at))
            because(.financeDelay(id))
        case .returnOriginal:
            try allow(.clericalStaff)
            guard sales.voids[id]?.remind != nil else { throw .sales(.unknownOrder(id)) }
            emit(.orderStepped(id, .returnOriginal, at: at))
            because(.originalBack(id))
        case .beginSigning: try beginSigning(id)
        case .signContract: try signContract(id)
        }
    }

    /// Both have signed: from now on the clock runs (SAL-05).
    private mutating func sign(_ id: OrderID) throws(Refusal) {
        try allowSellers()
        let order = try order(id)
        let ready: OrderStage = salesKnobs.dualReview ? .reviewed : .written
        guard order.stage == ready || order.stage == .reviewed else {
            throw .sales(.wrongStep(id, order.stage))
        }
        let unit = try unit(order.unit)
        let isLocked = unit.status == .held
        if salesKnobs.locksBeforeDeposit || isLocked {
            guard isLocked || unit.status == .subscribed, let holding = unit.holding,
                holding.person == order.person,
                holding.staff == order.staff || holding.activity != nil,
                holding.order == id || (isLocked && holding.order == nil)
            else { throw .sales(.notHeldForCustomer(order.unit)) }
        }
        emit(.orderStepped(id, .sign, at: at))
        because(.stepped(id, .signed))
        if isLocked { try lock(order, unit.holding?.activity) }
    }

    /// Signed and not paid: the clock of sales runs, or that of the activity (SAL-05, SEL-04).
    private mutating func lock(_ order: SalesOrder, _ activity: ActivityID?) throws(Refusal) {
        let until = salesKnobs.paymentMinutes.map { at.wholeSecond.adding(seconds: $0 * 60) }
        let holding = Holding(
            order.person, order.staff, since: at, until: until, order: order.order,
            activity: activity)
        if let activity {
            return signChosen(order.unit, in: activity, order.reviewer ?? order.staff, holding)
        }
        try move(order.unit, to: .orderedUnpaid, .signed, order.order.rawValue, holding: holding)
        if let until { because(.payUntil(until)) }
    }

    /// An order that is signed and not paid for.
    func signed(_ id: OrderID) throws(Refusal) -> SalesOrder {
        let order = try order(id)
        guard order.stage == .signed, order.paidAt == nil else {
            throw .sales(.wrongStep(id, order.stage))
        }
        return order
    }

    /// At the window, or the proof of a transfer in the hands of finance: the clock stands, and
    /// another one runs until it is really paid (SAL-05).
    private mutating func checkIn(_ id: OrderID) throws(Refusal) {
        try allowFinance()
        let order = try signed(id)
        guard order.checkedInAt == nil else { throw .sales(.wrongStep(id, order.stage)) }
        emit(.orderStepped(id, .checkIn, at: at))
        guard salesKnobs.paymentEvent == .checkIn, var holding = sales.occupant(of: order.unit),
            holding.order == id, holding.until != nil
        else {
            let running = selectionClock(of: order.unit)
            return because(running.map { .payUntil($0) } ?? .clockStopped(payUntil: nil))
        }
        holding.until = salesKnobs.payAfterMinutes.map { at.wholeSecond.adding(seconds: $0 * 60) }
        emit(.payAtWindow(order.unit, until: holding.until, at: at))
        because(.clockStopped(payUntil: holding.until))
    }

    /// The customer leaves before paying.
    private mutating func giveUp(_ id: OrderID) throws(Refusal) {
        try allowSellers()
        let order = try order(id)
        guard order.paidAt == nil else {
            throw .sales(.wrongStep(id, order.stage))
        }
        try drop(order, .givenUp, .givenUp)
    }

    /// An order is over before it is paid; its unit is free for whoever comes first.
    mutating func drop(
        _ order: SalesOrder, _ cause: VoidCause, _ move: MoveCause
    ) throws(Refusal) {
        let holdsUnit = sales.occupant(of: order.unit)?.order == order.order
        void(order, cause)
        if order.collected.fen > 0 {
            oweRefund(order, order.collected, .voided, isReceipted: true)
        }
        guard holdsUnit, sales.units[order.unit]?.status.next.contains(.available) == true
        else { return }
        try self.move(order.unit, to: .available, move, order.order.rawValue)
        because(.noWaitingList(order.unit))
    }

    /// The order no longer stands; a paper that is out has to come back the same day (SAL-12).
    mutating func void(_ order: SalesOrder, _ cause: VoidCause) {
        let remind = at.day.adding(days: 1).at(salesKnobs.remindAt)
        emit(
            .orderVoided(
                VoidOrder(
                    order: order.order, unit: order.unit, person: order.person,
                    staff: order.staff, cause: cause, at: at, remind: remind)))
        because(.voided(order.order, cause))
        because(.returnOriginal(order.order, remind: remind))
    }
}
