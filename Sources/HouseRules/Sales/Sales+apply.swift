/// What each fact changes.
extension Sales {
    mutating func apply(_ event: SalesEvent) {
        switch event {
        case .pricesDrafted(let list, _): drafts[list.version] = list
        case .pricesApproved(let version, _): take(version)
        case .moved(let move): apply(move)
        case .requested(let request):
            requests[request.request] = request.unit
            queues[request.unit, default: []].append(request)
        case .requestClosed(let request, let end, _): close(request, end)
        case .payAtWindow(let unit, let until, _):
            units[unit]?.holding?.until = until
            agenda.set(.unit(unit), from: until?.wholeSecond.adding(seconds: 1))
        case .holdChanged(let unit, let change, let until, _): hold(unit, change, until)
        case .delegated(let staff, let until, _): delegates[staff] = until
        case .bulletinsRead(let staff, let upTo, _): read[staff] = upTo
        case .orderWritten, .orderReviewed, .orderStepped, .orderVoided:
            applyOrder(event)
        case .moneyTaken, .refundOwed, .refunded: applyMoney(event)
        case .approved(let approval): approvals[approval.slip] = approval
        case .quoted(let quote):
            let before = told[quote.draft.person] ?? 10_000
            told[quote.draft.person] = min(before, quote.discount)
        case .promised, .offended, .leaked: break
        case .tieNoted(let tie):
            if ties[tie.person] == nil { ties[tie.person] = tie }
        case .tieListed(let person, _, _): listed.insert(person)
        case .tieClosed(let person, _, _):
            listed.remove(person)
            ties[person] = nil
        case .priceListsMoved(let staff, let count, _):
            lists[staff] = ((lists[staff] ?? 0) + count).positive
        case .figuresArchived(let day, _, _): figures[day] = nil
        case .fellDue(let due, _): agenda.set(due, from: nil)
        case .cancelStepped, .changeAsked, .changeApproved, .signingAgreed, .noticed,
            .contractPrepared, .contractReviewed, .staged, .scheduled, .papersMoved, .dealFiled:
            applyDeal(event)
        case .templateKept, .templateRetired, .contractProduced: applyTemplate(event)
        }
    }

    /// Prices hold for units that nobody has; what is sold keeps what it was sold by.
    private mutating func take(_ version: PriceVersion) {
        guard let list = drafts.removeValue(forKey: version) else { return }
        prices = version
        schemes = list.schemes
        for row in list.rows {
            if let unit = units[row.unit], unit.status.isOccupied { continue }
            var unit = units[row.unit] ?? SalesUnit(row: row, version: version)
            unit.row = row
            unit.version = version
            units[row.unit] = unit
        }
    }

    private mutating func apply(_ move: UnitMove) {
        guard var unit = units[move.unit] else { return }
        if move.cause == .lapsed { unit.lapsedFor = unit.holding?.person }
        if move.to == .held || move.to == .subscribed { unit.lapsedFor = nil }
        unit.reservation = move.instruction
        unit.status = move.to
        pass(move.unit, from: unit.holding?.person, to: move.holding?.person)
        unit.holding = move.holding
        units[move.unit] = unit
        if move.to.isOccupied { verified[move.unit] = nil }
        let until = move.to == .held || move.to == .orderedUnpaid ? move.holding?.until : nil
        agenda.set(.unit(move.unit), from: until?.wholeSecond.adding(seconds: 1))
        bulletin += 1
        count(move)
    }

    private mutating func close(_ request: SalesRequestID, _ end: RequestEnd) {
        guard let unit = requests.removeValue(forKey: request) else { return }
        let closed = queues[unit]?.first { $0.request == request }
        queues[unit]?.removeAll { $0.request == request }
        if queues[unit]?.isEmpty == true { queues[unit] = nil }
        if end == .verified, let closed { verified[unit, default: []].append(closed) }
    }

    private mutating func hold(_ unit: UnitID, _ change: HoldChange, _ until: Moment) {
        switch change {
        case .extend:
            units[unit]?.holding?.until = until
            units[unit]?.holding?.extensions += 1
            agenda.set(.unit(unit), from: until.wholeSecond.adding(seconds: 1))
        case .reconfirm: units[unit]?.holding?.reconfirmedUntil = until
        case .withdraw: break
        }
    }

    private mutating func applyOrder(_ event: SalesEvent) {
        switch event {
        case .orderWritten(let order):
            orders[order.order] = order
            verified[order.unit]?.removeAll {
                $0.person == order.person && $0.staff == order.staff
            }
            if verified[order.unit]?.isEmpty == true { verified[order.unit] = nil }
            if let unit = units[order.unit], unit.holding?.person == order.person,
                unit.status == .held || unit.awaitsOrder
            {
                units[order.unit]?.holding?.order = order.order
            }
        case .orderReviewed(let order, let staff, _):
            orders[order]?.reviewer = staff
            orders[order]?.stage = .reviewed
        case .orderStepped(let order, let step, let at): apply(step, order, at)
        case .orderVoided(let void): drop(void)
        default: break
        }
    }

    private mutating func apply(_ step: OrderStep, _ order: OrderID, _ at: Moment) {
        switch step {
        case .sign:
            orders[order]?.stage = .signed
            orders[order]?.signedAt = at
        case .checkIn: orders[order]?.checkedInAt = at
        case .financeDelay:
            if let unit = orders[order]?.unit { agenda.set(.unit(unit), from: nil) }
            if let unit = orders[order]?.unit { units[unit]?.holding?.until = nil }
        case .returnOriginal:
            voids[order]?.remind = nil
            agenda.set(.original(order), from: nil)
        case .signContract:
            orders[order]?.contract?.signedAt = at
            orders[order]?.stage = .contracted
            settleSigning(order, at)
        case .beginSigning: orders[order]?.signingBeganAt = at
        case .giveUp: break
        }
    }

    /// An order that is void leaves the state; what it waited for leaves with it.
    private mutating func drop(_ void: VoidOrder) {
        forget(void.order)
        let oldest = void.at.day.adding(days: -Self.recentDays)
        voids = voids.filter { $0.value.remind != nil || $0.value.at.day >= oldest }
        voids[void.order] = void
        agenda.set(.original(void.order), from: void.remind)
    }

    /// Nothing more is due of an order.
    mutating func forget(_ id: OrderID) {
        guard let order = orders.removeValue(forKey: id) else { return }
        agenda.set(.dealFile(id), from: nil)
        for stage in DealStage.allCases { agenda.set(.stage(id, stage), from: nil) }
        for staff in order.papers.lent.keys { agenda.set(.document(id, staff), from: nil) }
        for part in order.instalments { forget(part, of: id) }
        told[order.person] = nil
    }

    /// No reminder of a part is due any more.
    mutating func forget(_ part: Instalment, of id: OrderID) {
        for ahead in agenda.aheads(of: id, part.due) {
            agenda.set(.instalment(id, part.due, ahead: ahead), from: nil)
        }
    }
}

extension Int {
    /// Nil when nothing is left.
    fileprivate var positive: Int? { self > 0 ? self : nil }
}
