@testable import HouseRules

/// What must hold at every moment of such a day.
extension SellingDays {
    /// Books everything that the journal told since the last time.
    private mutating func book() {
        for case .sales(let event) in world.house.history[booked...] {
            switch event {
            case .moneyTaken(let receipt): cash += receipt.amount.fen - receipt.converted.fen
            case .refundOwed(let slip) where !slip.isReceipted: cash += slip.amount.fen
            case .refunded(let slip, _): cash -= slip.amount.fen
            case .orderWritten(let order):
                if !written.insert(order.order).inserted { faults.append("written twice") }
            case .orderVoided(let void):
                if !voided.insert(void.order).inserted { faults.append("voided twice") }
            default: break
            }
        }
        booked = world.house.history.count
    }

    mutating func watch() {
        book()
        watchMoney()
        watchOrders()
        watchUnits()
    }

    /// The drawer holds what the orders, the earnest slips and the refunds that wait say it holds.
    private mutating func watchMoney() {
        let orders = sales.orders.values.map(\.collected.fen).reduce(0, +)
        let earnest = sales.earnest.values.map(\.amount.fen).reduce(0, +)
        let waiting = sales.refunds.values.map(\.amount.fen).reduce(0, +)
        if cash != orders + earnest + waiting + kept {
            faults.append("\(cash) is not \(orders) + \(earnest) + \(waiting) + \(kept)")
        }
        for order in sales.orders.values where order.collected > order.terms.total {
            faults.append("\(order.order) has paid more than it costs")
        }
    }

    private mutating func watchOrders() {
        let standing = Set(sales.orders.keys)
        if !standing.isDisjoint(with: voided) { faults.append("stands and is void") }
        if !standing.isDisjoint(with: archived) { faults.append("stands and is done") }
        if !voided.isDisjoint(with: archived) { faults.append("is void and done") }
        if written != standing.union(voided).union(archived) { faults.append("an order is lost") }
        for order in sales.orders.values where order.paidAt != nil {
            let holding = sales.occupant(of: order.unit)
            if holding?.order != order.order || holding?.person != order.person {
                faults.append("\(order.order) is paid and \(order.unit) is not for its buyer")
            }
        }
    }

    private mutating func watchUnits() {
        for (id, unit) in sales.units {
            if unit.status.isOccupied != (unit.holding != nil) { faults.append("\(id) is odd") }
            guard let holding = unit.holding else { continue }
            if let order = holding.order, let known = sales.orders[order], known.unit != id {
                faults.append("\(id) is held by an order for \(known.unit)")
            }
            if let order = holding.order, voided.contains(order) {
                faults.append("\(id) is held by a void order")
            }
        }
        let activity = world.activity
        for (person, buyer) in activity?.buyers ?? [:] {
            for unit in buyer.units where sales.occupant(of: unit)?.person != person {
                faults.append("\(person) is told of \(unit), which is not theirs")
            }
        }
        let free = Set(activity?.free.values.flatMap(\.values).flatMap { $0 } ?? [])
        let open = world.units.filter { sales.units[$0]?.status == .available }
        if free != Set(open) { faults.append("free are not those that are") }
    }
}
