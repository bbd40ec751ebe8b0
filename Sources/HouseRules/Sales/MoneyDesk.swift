/// Money: only finance takes it and gives it back (SAL-05, SAL-06, SAL-11, SAL-13, SAL-14).
extension Deliberation {
    mutating func take(_ money: MoneyIn) throws(Refusal) {
        try allowFinance()
        let receivedAt = money.receivedAt ?? at
        guard receivedAt <= at else { throw .inTheFuture(receivedAt) }
        guard money.amount.fen > 0 || (money.earnest != nil && money.amount.fen == 0) else {
            throw .sales(.wrongAmount(money.amount))
        }
        if money.kind == .earnest { return try takeEarnest(money, receivedAt) }
        guard let id = money.order else { throw .sales(.unknownOrder("")) }
        if let void = sales.voids[id] { return returnLate(void, money.amount) }
        let order = try order(id)
        guard order.stage != .written, order.stage != .reviewed else {
            throw .sales(.wrongStep(id, order.stage))
        }
        let receipt = try receipt(for: order, money, receivedAt)
        guard receipt.amount <= order.outstanding else {
            throw .sales(.wrongAmount(order.outstanding))
        }
        let pays = order.paidAt == nil && order.collected + receipt.amount >= order.terms.deposit
        if pays { try makeWay(for: order, receipt) }
        emit(.moneyTaken(receipt))
        because(.received(receipt.number, receipt.amount))
        if let number = receipt.earnest { because(.converted(number, receipt.converted)) }
        if pays { try subscribe(id, receipt) } else { mentionRest(of: id) }
    }

    private mutating func mentionRest(of id: OrderID) {
        guard let order = sales.orders[id], order.paidAt == nil else { return }
        because(.shortOfDeposit(order.terms.deposit - order.collected))
    }

    /// Earnest money has numbers of its own, locks nothing and is no deal (SAL-11).
    private mutating func takeEarnest(_ money: MoneyIn, _ receivedAt: Moment) throws(Refusal) {
        guard let person = money.person, money.amount.fen > 0 else {
            throw .sales(.wrongAmount(money.amount))
        }
        let number = sales.nextNumber(of: .earnest)
        emit(
            .moneyTaken(
                Receipt(
                    number: number, order: nil, person: person, amount: money.amount,
                    converted: Money(fen: 0), earnest: nil, receivedAt: receivedAt,
                    by: actor.staff, at: at)))
        because(.received(number, money.amount))
        because(.earnestIsNoDeal)
    }

    /// Too late: no receipt, no right to the unit; the money goes back (SAL-05).
    private mutating func returnLate(_ void: VoidOrder, _ amount: Money) {
        oweRefund(void.order, void.person, amount, .late, isReceipted: false)
    }

    private func receipt(
        for order: SalesOrder, _ money: MoneyIn, _ receivedAt: Moment
    ) throws(Refusal) -> Receipt {
        var converted = Money(fen: 0)
        if let number = money.earnest {
            guard let slip = sales.earnest[number], slip.person == order.person else {
                throw .sales(.unknownSlip(SlipID("\(number)")))
            }
            converted = slip.amount
        }
        return Receipt(
            number: sales.nextNumber(of: money.kind), order: order.order, person: order.person,
            amount: money.amount + converted, converted: converted, earnest: money.earnest,
            receivedAt: receivedAt, by: actor.staff, at: at)
    }

    /// Where only the deposit locks: the unit is free, or kept for this buyer, or taken by money
    /// that came later than this. Otherwise the money goes back (SAL-06).
    private mutating func makeWay(for order: SalesOrder, _ receipt: Receipt) throws(Refusal) {
        let unit = try unit(order.unit)
        let isFree = unit.status == .available && selection.keeper(of: order.unit) == nil
        if unit.holding?.order == order.order || isFree { return }
        if unit.status == .reserved, let paper = unit.reservation, paper.person == order.person {
            return try move(order.unit, to: .available, .unreserved, paper.number)
        }
        if let winner = unit.holding?.order.flatMap({ sales.orders[$0] }),
            unit.status == .subscribed, salesKnobs.depositOrder == .received,
            !salesKnobs.locksBeforeDeposit, unit.holding?.activity == nil,
            let paidAt = winner.paidAt, receipt.receivedAt < paidAt
        {
            because(.paidEarlier(order.order, than: winner.order))
            return try oust(winner, .unitTaken)
        }
        void(order, .unitTaken)
        let amount = order.collected
        if amount.fen > 0 { oweRefund(order, amount, .unitTaken, isReceipted: true) }
        let fresh = receipt.amount - receipt.converted
        oweRefund(order, fresh, .unitTaken, isReceipted: false)
        try requireUnlisted(order.unit)
        throw .sales(.unitTaken(order.unit, unit.status, by: unit.holding?.staff))
    }

    /// The deposit is there: the unit is theirs, and the deal is of this moment.
    private mutating func subscribe(_ id: OrderID, _ receipt: Receipt) throws(Refusal) {
        let order = try order(id)
        let unit = try unit(order.unit)
        let activity = unit.holding?.activity
        if unit.status != .subscribed {
            if let activity {
                emit(.paid(activity, order.unit, at: at))
                because(.paid(order.unit))
            }
            try move(
                order.unit, to: .subscribed, .paid, id.rawValue,
                holding: Holding(
                    order.person, order.staff, since: receipt.receivedAt, order: id,
                    activity: activity))
        }
        sendBack(order.unit)
        because(.dealt(id, receipt.receivedAt.day))
        if let tie = sales.ties[order.person], !tie.isDeclared { list(tie) }
        let deal = DealID(id.rawValue)
        guard adjudication.deals[deal] == nil, rotation.member(order.staff) != nil else { return }
        try enterDeal(
            DealOrder(
                deal, of: order.person, by: order.staff, signedAt: receipt.receivedAt,
                price: order.terms.total))
    }

    mutating func oweRefund(
        _ order: SalesOrder, _ amount: Money, _ cause: RefundCause, isReceipted: Bool
    ) {
        oweRefund(order.order, order.person, amount, cause, isReceipted: isReceipted)
    }

    private mutating func oweRefund(
        _ order: OrderID, _ person: PersonID, _ amount: Money, _ cause: RefundCause,
        isReceipted: Bool
    ) {
        guard amount.fen > 0 else { return }
        let number = sales.lastRefund + 1
        emit(
            .refundOwed(
                RefundSlip(
                    number: number, order: order, person: person, amount: amount, cause: cause,
                    isReceipted: isReceipted, at: at)))
        because(.refundOwed(number, amount, cause))
    }

    mutating func payRefund(_ number: Int) throws(Refusal) {
        try allowFinance()
        guard let slip = sales.refunds[number] else {
            throw .sales(.unknownSlip(SlipID("\(number)")))
        }
        emit(.refunded(slip, at: at))
        because(.refunded(number))
    }
}
