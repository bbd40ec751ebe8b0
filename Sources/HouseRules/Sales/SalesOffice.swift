/// Papers, files, price lists, kin and reports (SAL-22, SAL-25, SAL-30, SAL-31, SAL-37).
extension Deliberation {
    mutating func movePapers(
        _ id: OrderID, _ move: PaperMove, _ count: Int, _ staff: StaffID
    ) throws(Refusal) {
        try allow(.clericalStaff)
        let papers = try order(id).papers
        let has = move == .borrow ? papers.inHand : papers.lent[staff] ?? 0
        guard (1...1000).contains(count), move == .print || count <= has else {
            throw .sales(.papersDiffer(expected: has, counted: count))
        }
        let remind =
            move == .borrow
            ? at.day.lapse(afterDays: salesKnobs.returnDays).at(salesKnobs.remindAt) : nil
        emit(.papersMoved(id, move, count, staff, remind: remind, at: at))
        because(.papers(inHand: sales.orders[id]?.papers.inHand ?? 0))
    }

    mutating func countPapers(_ id: OrderID, _ counted: Int) throws(Refusal) {
        try allow(.clericalStaff)
        let expected = try order(id).papers.inHand
        guard counted == expected else {
            throw .sales(.papersDiffer(expected: expected, counted: counted))
        }
        because(.papers(inHand: counted))
    }

    /// The file of the deal: on the day of the deposit what can be there at once (SAL-25).
    mutating func fileDeal(_ id: OrderID, _ papers: [DealPaper]) throws(Refusal) {
        try allowSellers()
        let order = try order(id)
        guard let paidAt = order.paidAt else { throw .sales(.wrongStep(id, order.stage)) }
        let fresh = papers.filter { !order.filed.contains($0) }
        let there = order.filed + fresh
        let missing = salesKnobs.filePapers.filter { !there.contains($0) }
        let isComplete = !missing.contains(where: \.isThereAtOnce)
        emit(.dealFiled(id, fresh, isComplete: isComplete, at: at))
        because(.filed(isLate: at.day > paidAt.day, missing: missing))
    }

    /// Told by themselves before the purchase, or found by others (SAL-31).
    mutating func note(_ asked: StaffTie) throws(Refusal) {
        if !asked.isDeclared || actor.staff != asked.staff { try allow(.clericalStaff) }
        _ = try known(asked.staff)
        var tie = asked
        tie.at = at
        let hasBought = adjudication.dealsOf[asked.person] != nil
        if hasBought, sales.ties[asked.person] == nil { tie.isDeclared = false }
        emit(.tieNoted(tie))
        because(.tied(tie.staff, isDeclared: tie.isDeclared))
        if hasBought, let known = sales.ties[asked.person], !known.isDeclared { list(known) }
    }

    mutating func list(_ tie: StaffTie) {
        guard !sales.listed.contains(tie.person) else { return }
        emit(.tieListed(tie.person, tie.staff, at: at))
        because(.tieListed(tie.staff))
    }

    mutating func closeTie(_ person: PersonID, _ isGuilty: Bool) throws(Refusal) {
        try allow()
        guard sales.listed.contains(person), let tie = sales.ties[person] else {
            throw .sales(.unknownSlip(SlipID(person.rawValue)))
        }
        emit(.tieClosed(person, isGuilty: isGuilty, at: at))
        because(.tieClosed(tie.staff, isGuilty ? salesKnobs.privateDeal : nil))
    }

    mutating func movePriceLists(_ staff: StaffID, _ count: Int) throws(Refusal) {
        try allow(.clericalStaff)
        _ = try known(staff)
        let has = sales.lists[staff] ?? 0
        guard count != 0, (-1000...1000).contains(count), has + count >= 0 else {
            throw .sales(.papersDiffer(expected: has, counted: -count))
        }
        emit(.priceListsMoved(staff, count, at: at))
        because(.priceLists(staff, has + count))
    }

    /// Each one that is missing is a draft of its own (SAL-30).
    mutating func countPriceLists(_ staff: StaffID, _ counted: Int) throws(Refusal) {
        try allow(.clericalStaff)
        _ = try known(staff)
        let has = sales.lists[staff] ?? 0
        guard (0...has).contains(counted) else {
            throw .sales(.papersDiffer(expected: has, counted: counted))
        }
        because(.priceLists(staff, counted))
        guard counted < has else { return }
        emit(.priceListsMoved(staff, counted - has, at: at))
        because(.priceListsLost(staff, has - counted))
        for _ in counted..<has {
            propose(staff, "F36", salesKnobs.fines.priceList, at.day.text)
        }
    }

    /// A report is never typed: it is kept only when it says what the ledger says (SAL-37).
    mutating func archive(_ day: BusinessDay, _ figures: SalesFigures) throws(Refusal) {
        try allow(.clericalStaff)
        guard day <= at.day else { throw .inTheFuture(day.start) }
        let ledger = sales.figures[day] ?? SalesFigures()
        guard figures == ledger else { throw .sales(.figuresDiffer(ledger)) }
        emit(.figuresArchived(day, figures, at: at))
        because(.figuresKept(day))
    }

    // MARK: What falls due by itself

    /// Holds and orders whose time is over, and reminders; in the order of their moments.
    mutating func lapseSales() {
        while let due = sales.agenda.next(by: at.wholeSecond) {
            if case .unit(let id) = due { lapse(id) } else { remind(due) }
        }
    }

    /// The first second after the last one in time: free again, and everybody is told.
    private mutating func lapse(_ id: UnitID) {
        guard let unit = sales.units[id], let holding = unit.holding else { return }
        if let order = holding.order.flatMap({ sales.orders[$0] }) {
            let cause: VoidCause = unit.status == .held ? .holdEnded : .unpaid
            void(order, cause)
            if order.collected.fen > 0 {
                oweRefund(order, order.collected, .voided, isReceipted: true)
            }
        }
        emit(
            .moved(
                UnitMove(
                    unit: id, from: unit.status, to: .available, by: actor.staff, cause: .lapsed,
                    document: holding.order?.rawValue ?? "", at: at)))
        because(.moved(id, .available, .lapsed))
        because(.announced(number: sales.bulletin))
        because(.noWaitingList(id))
    }

    private mutating func remind(_ due: SalesDue) {
        emit(.fellDue(due, at: at))
        because(.reminded(due))
    }
}

/// Whether anything about units and orders falls due by itself.
func isSalesDue(_ sales: Sales, _ at: Moment) -> Bool {
    sales.agenda.next(by: at.wholeSecond) != nil
}
