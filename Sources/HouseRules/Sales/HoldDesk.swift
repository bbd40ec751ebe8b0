/// Holds: asked for by consultants, confirmed by the manager (SAL-02 … SAL-04).
extension Deliberation {
    /// The manager lets a supervisor confirm for a while.
    mutating func delegate(_ staff: StaffID, until: Moment) throws(Refusal) {
        try allowChief()
        emit(.delegated(staff, until: until.wholeSecond, at: at))
        because(.delegated(staff, until: until.wholeSecond))
    }

    /// A consultant only asks; the unit stays as it is until the manager confirms.
    mutating func askHold(_ asked: HoldRequest) throws(Refusal) {
        try allowSellers()
        _ = try known(asked.staff)
        var request = asked
        request.at = at
        guard sales.requests[request.request] == nil else {
            throw .sales(.numberUsed(request.request.rawValue))
        }
        try requireFree(request.unit, try unit(request.unit), as: lockedStatus)
        let ahead = sales.queues[request.unit]?.count ?? 0
        emit(.requested(request))
        because(.queued(ahead: ahead))
    }

    /// What a confirmation leads to: where only money locks, the deposit does.
    private var lockedStatus: UnitStatus { salesKnobs.locksBeforeDeposit ? .held : .subscribed }

    private func openRequest(_ id: SalesRequestID) throws(Refusal) -> HoldRequest {
        guard let unit = sales.requests[id],
            let request = sales.queues[unit]?.first(where: { $0.request == id })
        else { throw .sales(.unknownRequest(id)) }
        return request
    }

    /// Checked item by item, then locked for this customer; the others go back.
    mutating func confirmHold(
        _ id: SalesRequestID, _ items: [VerifyItem]
    ) throws(Refusal) {
        try allowApprover()
        let request = try openRequest(id)
        try requireFree(request.unit, try unit(request.unit), as: lockedStatus)
        let missing = salesKnobs.verifyItems.filter { !items.contains($0) }
        guard missing.isEmpty else { throw .sales(.verifyIncomplete(missing)) }
        because(.verified(items))
        guard salesKnobs.locksBeforeDeposit else {
            emit(.requestClosed(id, .verified, at: at))
            return because(.onlyVerified(request.unit))
        }
        emit(.requestClosed(id, .held, at: at))
        let until = salesKnobs.holdMinutes.map { at.wholeSecond.adding(seconds: $0 * 60) }
        try move(
            request.unit, to: .held, .confirmed, id.rawValue,
            holding: Holding(request.person, request.staff, since: at, until: until))
        if let until { because(.heldUntil(until)) }
        sendBack(request.unit)
    }

    /// Somebody has the unit: whoever else asked for it hears so.
    mutating func sendBack(_ unit: UnitID) {
        for other in sales.queues[unit] ?? [] {
            emit(.requestClosed(other.request, .unitTaken, at: at))
            because(.sentBack(other.request, other.staff))
        }
    }

    mutating func rejectHold(_ id: SalesRequestID) throws(Refusal) {
        try allowApprover()
        let request = try openRequest(id)
        emit(.requestClosed(id, .rejected, at: at))
        because(.sentBack(id, request.staff))
    }

    mutating func changeHold(_ id: UnitID, _ change: HoldChange) throws(Refusal) {
        try allowApprover()
        let unit = try unit(id)
        guard unit.status == .held, let holding = unit.holding else {
            throw .sales(.notHeldForCustomer(id))
        }
        switch change {
        case .withdraw:
            dropUnsigned(of: id, holding)
            try move(id, to: .available, .withdrawn, "")
            because(.noWaitingList(id))
        case .extend: try extend(id, holding)
        case .reconfirm:
            let until = at.wholeSecond.adding(seconds: salesKnobs.reconfirmMinutes * 60)
            emit(.holdChanged(id, .reconfirm, until: until, at: at))
            because(.reconfirmed(until: until))
        }
    }

    private mutating func extend(_ id: UnitID, _ holding: Holding) throws(Refusal) {
        guard let minutes = salesKnobs.holdMinutes, let until = holding.until,
            holding.extensions < salesKnobs.extendTimes
        else { throw .sales(.extensionUsed(id)) }
        let later = until.adding(seconds: minutes * 60)
        emit(.holdChanged(id, .extend, until: later, at: at))
        because(.heldUntil(later))
    }

    /// The hold is over: an order that nobody signed is over with it.
    mutating func dropUnsigned(of unit: UnitID, _ holding: Holding) {
        guard let id = holding.order, let order = sales.orders[id] else { return }
        void(order, .holdEnded)
    }

    /// Everybody is told at once; who has not read is shown it before an order (SAL-03).
    mutating func showBulletins(to staff: StaffID) {
        let unread = sales.unread(by: staff)
        guard unread > 0 else { return }
        emit(.bulletinsRead(staff, upTo: sales.bulletin, at: at))
        because(.shown(staff, unread))
    }
}
