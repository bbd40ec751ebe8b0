import Database
import HouseRules

/// What happens to a flat that somebody takes: told so far ahead that every step finds its day.
struct DemoSale: Sendable {
    let order: OrderID
    let unit: UnitID
    /// The day of the deposit, counted from the first one of the story.
    let day: Int
    /// What becomes of it.
    let fate: Fate

    /// How a sale goes on.
    enum Fate: Sendable {
        /// Signed and paid as agreed.
        case smooth
        /// Signed a day late, and the first part of the price never came.
        case late
        /// Given back a week later.
        case cancelled
    }

    private static let plan: [(unit: String, day: Int, fate: Fate)] = [
        ("2-301", 1, .smooth), ("1-403", 3, .smooth), ("2-502", 5, .cancelled),
        ("1-604", 8, .smooth), ("2-703", 10, .late), ("1-901", 12, .smooth),
        ("2-1002", 15, .smooth), ("1-1003", 18, .late), ("2-202", 20, .smooth),
        ("1-204", 22, .smooth), ("2-804", 24, .smooth), ("1-504", 27, .smooth),
    ]

    /// A month of them; the flats are others than those of the present day.
    static let month: [DemoSale] = plan.enumerated().map { index, sale in
        DemoSale(
            order: OrderID("past-\(index + 1)"), unit: UnitID(sale.unit), day: sale.day,
            fate: sale.fate)
    }
}

/// Flats that were sold in the month behind the demonstration.
extension DemoStory {
    /// The prices hold and the flats are for sale from the first morning on.
    mutating func openSales() {
        guard site.id == DemoWorld.cloud.id else { return }
        let at = day.at(TimeOfDay(8, 30))
        ask("prices", .sales(.draftPrices(DemoUnits.list)), manager, at)
        ask("prices-approved", .sales(.approvePrices(DemoUnits.version)), manager, at)
        ask("released", .sales(.release(DemoUnits.released)), manager, at)
    }

    /// What is sold, signed, paid or given back on the n-th day.
    mutating func tellSales(_ number: Int) {
        guard site.id == DemoWorld.cloud.id else { return }
        for sale in DemoSale.month {
            switch number - sale.day {
            case 0: sell(sale)
            case 4 where sale.fate == .smooth: sign(sale.order)
            case 5 where sale.fate == .late: sign(sale.order)
            case 6 where sale.fate == .smooth: payPart(sale.order)
            case 7 where sale.fate == .cancelled: giveBack(sale)
            default: break
            }
        }
    }

    private var evening: Moment { day.at(TimeOfDay(19, 20)) }

    /// From the request to the deposit, when the floor is quiet.
    private mutating func sell(_ sale: DemoSale) {
        let taken = state.sales.orders.values.map(\.person)
        let buyer = customers.last {
            $0.hasVisited && $0.owner != nil && !taken.contains($0.person)
        }
        guard let buyer, let staff = buyer.owner, let reviewer = other(than: staff) else { return }
        let (order, seller, at) = (sale.order, consultant(staff), evening)
        let request = HoldRequest(
            SalesRequestID(order.rawValue), of: sale.unit, for: buyer.person, by: staff)
        ask("hold", .sales(.askHold(request)), seller, at)
        let confirmation = SalesCommand.confirmHold(request.request, VerifyItem.allCases)
        ask("hold-confirmed", .sales(confirmation), manager, at)
        let draft = OrderDraft(
            order, of: sale.unit, for: buyer.person, by: staff, scheme: "按揭",
            deposit: DemoUnits.deposit)
        ask("order", .sales(.writeOrder(draft)), seller, at)
        ask("order-reviewed", .sales(.reviewOrder(order, reviewer)), seller, at)
        ask("order-signed", .sales(.step(order, .sign)), seller, at)
        let money = MoneyIn(.deposit, DemoUnits.deposit, order: order)
        ask("deposit", .sales(.takeMoney(money)), actor(.cashier), at)
        let agreed = day.adding(days: 4).at(TimeOfDay(20, 0))
        ask("signing", .sales(.agreeSigning(order, agreed)), manager, at)
        guard let total = state.sales.orders[order]?.terms.total else { return }
        let parts = [
            Instalment(due: day.adding(days: 7), total: part(of: total)),
            Instalment(due: day.adding(days: 40), total: total),
        ]
        ask("instalments", .sales(.schedule(order, parts)), seller, at)
    }

    /// Three tenths, in whole yuan.
    private func part(of total: Money) -> Money { .yuan(total.fen * 3 / 1000) }

    private func other(than staff: StaffID) -> StaffID? {
        site.consultants.map(site.staff).first { $0 != staff }
    }

    private mutating func sign(_ order: OrderID) {
        guard let found = state.sales.orders[order], let reviewer = other(than: found.staff)
        else { return }
        let notice = SalesCommand.giveNotice(order, NoticeItem.allCases, isReceipted: true)
        ask("notice", .sales(notice), manager, evening)
        let draft = ContractDraft(order, template: DemoUnits.template, by: found.staff)
        ask("contract", .sales(.prepareContract(draft)), manager, evening)
        ask("contract-reviewed", .sales(.reviewContract(order, reviewer)), manager, evening)
        ask("contract-signed", .sales(.step(order, .signContract)), manager, evening)
    }

    private mutating func payPart(_ order: OrderID) {
        guard let found = state.sales.orders[order], let part = found.instalments.first else {
            return
        }
        let money = MoneyIn(.payment, part.total - found.collected, order: order)
        ask("part-paid", .sales(.takeMoney(money)), actor(.cashier), evening)
    }

    private mutating func giveBack(_ sale: DemoSale) {
        let order = sale.order
        let steps: [(CancelRequest, Role)] = [
            (CancelRequest(order, .reported), .salesManager),
            (CancelRequest(order, .managerReviewed, cause: .other), .salesManager),
            (CancelRequest(order, .submitted), .clericalStaff),
            (CancelRequest(order, .approved, document: "开发函 退 1"), .salesManager),
            (CancelRequest(order, .executed), .cashier),
        ]
        for (request, role) in steps {
            let name = "cancel-\(request.step.rawValue)"
            ask(name, .sales(.cancel(request)), actor(role), evening)
        }
    }
}
