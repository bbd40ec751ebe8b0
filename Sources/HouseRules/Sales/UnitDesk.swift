/// The price list, going on sale, and what the developer keeps (SAL-19, SAL-33).
extension Deliberation {
    mutating func draft(_ list: PriceList) throws(Refusal) {
        try allow(.clericalStaff)
        guard sales.drafts[list.version] == nil, sales.prices != list.version else {
            throw .sales(.numberUsed(list.version.rawValue))
        }
        var seen: Set<UnitID> = []
        for row in list.rows where !row.isSound || !seen.insert(row.unit).inserted {
            throw .sales(.unknownUnit(row.unit))
        }
        for scheme in list.schemes where !(1...10_000).contains(scheme.discount) {
            throw .sales(.unknownScheme(scheme.name))
        }
        emit(.pricesDrafted(list, at: at))
        because(.pricesDrafted(list.version, units: list.rows.count))
    }

    mutating func approvePrices(_ version: PriceVersion) throws(Refusal) {
        try allowChief()
        guard sales.drafts[version] != nil else { throw .sales(.unknownPrices(version)) }
        emit(.pricesApproved(version, at: at))
        because(.pricesApproved(version))
    }

    /// Only the manager puts units on sale (SAL-07).
    mutating func release(_ units: [UnitID]) throws(Refusal) {
        try allowChief()
        var seen: Set<UnitID> = []
        for id in units {
            let unit = try unit(id)
            guard unit.status == .unreleased, seen.insert(id).inserted else {
                throw .sales(
                    .illegalTransition(id, from: unit.status, to: .available))
            }
        }
        for id in units { try move(id, to: .available, .released, "") }
    }

    /// Kept for the developer by a paper with its number and who signed it; a paper that came after
    /// somebody's deposit changes nothing (SAL-06, SAL-33).
    mutating func reserve(_ id: UnitID, _ instruction: Instruction) throws(Refusal) {
        try allow(.clericalStaff)
        var paper = try checked(instruction)
        paper.issuedAt = paper.issuedAt ?? at
        let unit = try unit(id)
        if unit.status == .subscribed, let order = unit.holding?.order.flatMap({ sales.orders[$0] })
        {
            try giveWay(order, to: paper)
        } else {
            try requireFree(id, unit, as: .reserved)
        }
        try move(id, to: .reserved, .reserved, paper.number, instruction: paper)
    }

    private mutating func giveWay(_ order: SalesOrder, to paper: Instruction) throws(Refusal) {
        let paidAt = order.paidAt ?? order.writtenAt
        if salesKnobs.exceptionPrecedes, (paper.issuedAt ?? at) >= paidAt {
            throw .sales(.instructionTooLate(paidAt: paidAt))
        }
        because(.instructedEarlier(paper, than: order.order))
        try oust(order, .unitTaken)
    }

    mutating func unreserve(_ id: UnitID, _ instruction: Instruction) throws(Refusal) {
        try allow(.clericalStaff)
        let paper = try checked(instruction)
        guard try unit(id).status == .reserved else {
            throw .sales(
                .illegalTransition(id, from: try unit(id).status, to: .available))
        }
        try move(id, to: .available, .unreserved, paper.number)
    }

    /// A paper with its number and who signed it, not of the future.
    func checked(_ instruction: Instruction) throws(Refusal) -> Instruction {
        guard !instruction.number.isEmpty, !instruction.signer.isEmpty else {
            throw .sales(.instructionRequired)
        }
        if let issued = instruction.issuedAt, issued > at { throw .inTheFuture(issued) }
        return instruction
    }

    /// A deal that loses its unit to what came before it: all the way back, the money with it.
    mutating func oust(_ order: SalesOrder, _ cause: RefundCause) throws(Refusal) {
        var holding = sales.occupant(of: order.unit)
        holding?.before = .subscribed
        try move(
            order.unit, to: .cancelling, .outranked, order.order.rawValue, holding: holding)
        releaseBound(to: order.unit)
        try move(order.unit, to: .available, .outranked, order.order.rawValue)
        void(order, .unitTaken)
        oweRefund(order, order.collected, cause, isReceipted: true)
        undoPurchase(order.person)
    }
}
