@testable import HouseRules
@testable import Site

/// What must hold of units and money after any day, told from the journal alone; each check adds
/// sentences about what does not.
struct SalesInvariants {
    private(set) var faults: [String] = []
    private var state = SiteState()
    /// Receipts less refunds.
    private var cash: Int64 = 0
    /// What the orders that are done have paid.
    private var kept: Int64 = 0
    private var receipts: [ReceiptKind: Int] = [:]
    private var voided: Set<OrderID> = []

    init(_ entries: [Entry]) {
        for entry in entries {
            askedInTime(entry)
            let before = state.sales.orders
            for event in entry.events {
                if case .sales(let event) = event { book(event, entry) }
                state.apply(event)
            }
            let gone = before.filter { state.sales.orders[$0.key] == nil }
            for (order, known) in gone where !voided.contains(order) {
                kept += known.collected.fen
                if known.stages.last != .archived { fault(entry, "\(order) is lost") }
            }
            balance(entry)
            occupancy(entry)
        }
    }

    private mutating func fault(_ entry: Entry, _ text: String) {
        faults.append("entry \(entry.seq), \(entry.command): \(text)")
    }

    /// Nobody is refused a unit because of somebody whose time for it is over.
    private mutating func askedInTime(_ entry: Entry) {
        let unit: UnitID
        switch entry.refusal {
        case .sales(.unitTaken(let taken, _, _)): unit = taken
        // Without a moment it is nobody's: the activity keeps it to itself.
        case .selection(.unitTaken(let taken, .some, _)): unit = taken
        default: return
        }
        if let until = state.sales.occupant(of: unit)?.until,
            state.sales.units[unit]?.status == .held
                || state.sales.units[unit]?.status == .orderedUnpaid,
            entry.at.wholeSecond > until.wholeSecond
        {
            fault(entry, "\(unit) was refused though its hold had run out")
        }
        for activity in state.selection.activities.values {
            if let number = activity.payments[unit], activity.isOver(number, entry.at) {
                fault(entry, "\(unit) was refused though its time to pay had run out")
            }
        }
    }

    /// Each step of a unit goes on from the one before, on a way there is; receipts have no gaps.
    private mutating func book(_ event: SalesEvent, _ entry: Entry) {
        switch event {
        case .moved(let move):
            let from = state.sales.units[move.unit]?.status
            let holder = state.sales.occupant(of: move.unit)?.person
            if from != move.from { fault(entry, "\(move.unit) was not \(move.from)") }
            // A cancelled order's unit or one that another deposit outranks leaves its buyer first.
            if !move.from.next.contains(move.to), move.from != move.to {
                fault(entry, "\(move.unit) went from \(move.from) to \(move.to)")
            }
            if move.to.isOccupied != (move.holding != nil) {
                fault(entry, "\(move.unit) is \(move.to), and that of nobody")
            }
            if let next = move.holding?.person, let holder, next != holder {
                fault(entry, "\(move.unit) was sold to \(holder) and to \(next)")
            }
        case .moneyTaken(let receipt):
            cash += receipt.amount.fen - receipt.converted.fen
            let number = receipts[receipt.number.kind, default: 0] + 1
            if receipt.number.number != number { fault(entry, "no receipt \(number)") }
            receipts[receipt.number.kind] = receipt.number.number
        case .refundOwed(let slip) where !slip.isReceipted: cash += slip.amount.fen
        case .refunded(let slip, _): cash -= slip.amount.fen
        case .orderVoided(let void):
            if !voided.insert(void.order).inserted { fault(entry, "\(void.order) is void twice") }
        default: break
        }
    }

    /// The drawer holds what orders, earnest slips and refunds that wait say it holds.
    private mutating func balance(_ entry: Entry) {
        let orders = state.sales.orders.values.map(\.collected.fen).reduce(0, +)
        let earnest = state.sales.earnest.values.map(\.amount.fen).reduce(0, +)
        let waiting = state.sales.refunds.values.map(\.amount.fen).reduce(0, +)
        if cash != orders + earnest + waiting + kept {
            fault(entry, "\(cash) is not \(orders) + \(earnest) + \(waiting) + \(kept)")
        }
    }

    /// What is paid is its buyer's, and what a buyer of an opening is told of is theirs.
    private mutating func occupancy(_ entry: Entry) {
        let sales = state.sales
        for (unit, known) in sales.units where known.status.isOccupied != (known.holding != nil) {
            fault(entry, "\(unit) is \(known.status) and has a holder: \(known.holding != nil)")
        }
        for order in sales.orders.values where order.paidAt != nil {
            let holding = sales.occupant(of: order.unit)
            if holding?.order != order.order || holding?.person != order.person {
                fault(entry, "\(order.order) is paid and \(order.unit) is not for its buyer")
            }
        }
        for activity in state.selection.activities.values {
            for (person, buyer) in activity.buyers {
                for unit in buyer.units where sales.occupant(of: unit)?.person != person {
                    fault(entry, "\(person) is told of \(unit), which is not theirs")
                }
            }
        }
    }
}
