/// Units, orders and money (SAL-01 … SAL-37).
extension Deliberation {
    var salesKnobs: SalesPolicy { policy.sales }

    mutating func carryOut(_ command: SalesCommand) throws(Refusal) -> Outcome {
        lapseSales()
        settleSelection()
        switch command {
        case .draftPrices, .approvePrices, .release, .reserve, .unreserve, .remark:
            try carryOutUnits(command)
        case .delegate, .askHold, .confirmHold, .rejectHold, .changeHold, .readBulletins:
            try carryOutHold(command)
        case .writeOrder(let draft): try write(draft)
        case .reviewOrder(let order, let staff): try review(order, staff)
        case .step(let order, let step): try take(step, of: order)
        case .takeMoney(let money): try take(money)
        case .payRefund(let number): try payRefund(number)
        case .approve, .quote, .promise, .reportOffence, .reportLeak:
            try carryOutSlips(command)
        case .cancel(let request): try cancel(request)
        case .askChange(let change): try ask(change)
        case .approveChange(let slip, let document): try approve(slip, document)
        case .agreeSigning, .giveNotice, .prepareContract, .reviewContract, .keepTemplate,
            .retireTemplate, .produceContract, .advance, .schedule:
            try carryOutDeal(command)
        case .movePapers, .countPapers, .fileDeal, .noteTie, .closeTie, .movePriceLists,
            .countPriceLists, .archiveFigures:
            try carryOutOffice(command)
        }
        return .done
    }

    private mutating func carryOutUnits(_ command: SalesCommand) throws(Refusal) {
        switch command {
        case .draftPrices(let list): try draft(list)
        case .approvePrices(let version): try approvePrices(version)
        case .release(let units): try release(units)
        case .reserve(let unit, let instruction): try reserve(unit, instruction)
        case .unreserve(let unit, let instruction): try unreserve(unit, instruction)
        case .remark(let unit, let staff):
            _ = try self.unit(unit)
            _ = try known(staff)
            because(.remarkIsNoHold(unit))
        default: break
        }
    }

    private mutating func carryOutHold(_ command: SalesCommand) throws(Refusal) {
        switch command {
        case .delegate(let staff, let until): try delegate(staff, until: until)
        case .askHold(let request): try askHold(request)
        case .confirmHold(let request, let items): try confirmHold(request, items)
        case .rejectHold(let request): try rejectHold(request)
        case .changeHold(let unit, let change): try changeHold(unit, change)
        case .readBulletins(let staff):
            _ = try known(staff)
            showBulletins(to: staff)
        default: break
        }
    }

    private mutating func carryOutSlips(_ command: SalesCommand) throws(Refusal) {
        switch command {
        case .approve(let approval): try approve(approval)
        case .quote(let draft): try quote(draft)
        case .promise(let promise): try self.promise(promise)
        case .reportOffence(let slip): try report(slip)
        case .reportLeak(let slip): try report(slip)
        default: break
        }
    }

    private mutating func carryOutDeal(_ command: SalesCommand) throws(Refusal) {
        switch command {
        case .agreeSigning(let order, let moment): try agreeSigning(order, moment)
        case .giveNotice(let order, let items, let isReceipted):
            try giveNotice(order, items, isReceipted)
        case .prepareContract(let draft): try prepare(draft)
        case .reviewContract(let order, let staff): try reviewContract(order, staff)
        case .keepTemplate(let template): try keep(template)
        case .retireTemplate(let version): try retireTemplate(version)
        case .produceContract(let file): try produce(file)
        case .advance(let slip): try advance(slip)
        case .schedule(let order, let parts): try schedule(order, parts)
        default: break
        }
    }

    private mutating func carryOutOffice(_ command: SalesCommand) throws(Refusal) {
        switch command {
        case .movePapers(let order, let move, let count, let staff):
            try movePapers(order, move, count, staff)
        case .countPapers(let order, let count): try countPapers(order, count)
        case .fileDeal(let order, let papers): try fileDeal(order, papers)
        case .noteTie(let tie): try note(tie)
        case .closeTie(let person, let isGuilty): try closeTie(person, isGuilty)
        case .movePriceLists(let staff, let count): try movePriceLists(staff, count)
        case .countPriceLists(let staff, let count): try countPriceLists(staff, count)
        case .archiveFigures(let day, let figures): try archive(day, figures)
        default: break
        }
    }

    // MARK: What every step needs

    /// The unit, or a refusal that names it.
    func unit(_ id: UnitID) throws(Refusal) -> SalesUnit {
        guard let unit = sales.units[id] else { throw .sales(.unknownUnit(id)) }
        return unit
    }

    /// The order, or a refusal that names it.
    func order(_ id: OrderID) throws(Refusal) -> SalesOrder {
        guard let order = sales.orders[id] else { throw .sales(.unknownOrder(id)) }
        return order
    }

    /// Only the manager: no supervisor and no deputy (SAL-07).
    func allowChief() throws(Refusal) {
        guard actor.role == .salesManager else { throw .notPermitted(actor.role) }
    }

    /// Whoever sells: consultants, clerks and management.
    func allowSellers() throws(Refusal) { try allow(.consultant, .clericalStaff) }

    /// Only finance, not even management (SAL-13).
    func allowFinance() throws(Refusal) {
        guard actor.role == .cashier else { throw .sales(.financeOnly) }
    }

    /// The manager, or the supervisor whom the manager has named for the time (SAL-02).
    func allowApprover() throws(Refusal) {
        if actor.role == .salesManager { return }
        if actor.role == .salesSupervisor {
            if salesKnobs.approver == .salesSupervisor { return }
            if let until = sales.delegates[actor.staff], at.wholeSecond <= until { return }
        }
        throw .sales(.approverRequired)
    }

    /// Moves a unit along the table of legal transitions, and tells everybody (SAL-01, SAL-03).
    mutating func move(
        _ id: UnitID, to status: UnitStatus, _ cause: MoveCause, _ document: String,
        holding: Holding? = nil, instruction: Instruction? = nil
    ) throws(Refusal) {
        let unit = try unit(id)
        guard unit.status.next.contains(status) else {
            throw .sales(.illegalTransition(id, from: unit.status, to: status))
        }
        emit(
            .moved(
                UnitMove(
                    unit: id, from: unit.status, to: status, by: actor.staff, cause: cause,
                    document: document, at: at, holding: holding, instruction: instruction)))
        because(.moved(id, status, cause))
        because(.announced(number: sales.bulletin))
    }

    /// Refuses what somebody has, or what the developer keeps; no word of their customer (SAL-01).
    func requireFree(_ id: UnitID, _ unit: SalesUnit, as status: UnitStatus) throws(Refusal) {
        if unit.status.isOccupied || unit.status == .reserved {
            throw .sales(.unitTaken(id, unit.status, by: unit.holding?.staff))
        }
        try requireUnlisted(id)
        guard unit.status.next.contains(status) else {
            throw .sales(.illegalTransition(id, from: unit.status, to: status))
        }
    }

    /// A draft of a penalty, where the site fines for it.
    mutating func propose(
        _ staff: StaffID, _ article: String, _ amount: Money?, _ about: String
    ) {
        guard let amount else { return }
        propose(PenaltyDraft(staff, article, amount, about: about))
    }
}
