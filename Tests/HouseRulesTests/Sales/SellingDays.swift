@testable import HouseRules

/// Days on which an activity and the sales office sell the same units at once, changes and
/// cancellations included, and the cash of it all as the journal tells it.
struct SellingDays {
    var world: SelectionWorld
    var random: SeededNumbers
    /// What came in less what went out again.
    var cash: Int64 = 0
    /// Everything that was ever written, and what ended how.
    var written: Set<OrderID> = []
    var voided: Set<OrderID> = []
    var archived: Set<OrderID> = []
    var kept: Int64 = 0
    var faults: [String] = []
    private var minted = 0
    /// How much of the journal is booked.
    var booked = 0

    static let outside: [UnitID] = ["x1", "x2", "x3"]
    static let staff: [StaffID] = ["A", "B"]
    static let price: Int64 = 98_000_000

    init(seed: UInt64) {
        random = SeededNumbers(seed: seed)
        var policy = Policy()
        policy.sales.locksBeforeDeposit = random.chance(50)
        policy.sales.paymentMinutes = random.pick([nil, 10])
        policy.sales.payAfterMinutes = random.pick([nil, 30])
        policy.sales.dualReview = random.chance(70)
        policy.selection.paymentMinutes = random.pick([nil, 10])
        policy.selection.exclusive = random.chance(80)
        policy.selection.maxUnits = random.pick([1, 2])
        world = SelectionWorld(
            random.chance(50) ? .onlineOpening : .unitSelection, buyers: 4, units: 5,
            policy: policy)
        let rows = (world.units + Self.outside).map {
            PriceRow(
                $0, building: "1", floor: 1, layout: "a", area: 10_000, unitPrice: .yuan(10_000))
        }
        let schemes = [PaymentScheme("一次性", discount: 9800)]
        sell(.draftPrices(PriceList("v1", schemes: schemes, rows: rows)), .clericalStaff)
        sell(.approvePrices("v1"), .salesManager)
        sell(.release(Self.outside), .salesManager)
    }

    var sales: Sales { world.house.state.sales }

    private var people: [PersonID] { world.buyers + ["外"] }

    private var units: [UnitID] { world.units + Self.outside }

    mutating func step() {
        let most = random.pick([60, 60, 60, 400, 1500])
        world.house.now.milliseconds += Int64(random.within(0...most) * 1000 + random.below(999))
        switch random.below(20) {
        case 0: world.house.ask(.settleDue, as: .clock)
        case 1...6: choose()
        default: business()
        }
        watch()
    }

    private mutating func choose() {
        let (person, unit) = (random.pick(world.buyers), random.pick(world.units))
        let command: SelectionCommand =
            switch random.below(16) {
            case 0: .callGroup("e")
            case 1, 2: .checkIn("e", person)
            case 3, 4: .seat("e", person, desk: "1")
            case 5...9: .pick("e", person, unit)
            case 10: .order("e", unit, reviewer: "A")
            case 11: .pay("e", unit)
            case 12: .giveBack("e", unit)
            case 13: .pause("e", note: "n")
            case 14: .tell(unit, random.pick([.contracted, .cancelled]))
            default: .resume("e")
            }
        world.ask(command)
    }

    private mutating func business() {
        let gone = random.chance(10) ? voided.sorted() : []
        let open = gone.isEmpty ? sales.orders.keys.sorted() : gone
        let order = open.isEmpty ? "none" : random.pick(open)
        switch random.below(16) {
        case 0, 1: hold()
        case 2, 3, 4: write()
        case 5: sell(.reviewOrder(order, random.pick(Self.staff)), .salesManager)
        case 6, 7:
            sell(.step(order, random.pick([.sign, .sign, .checkIn, .giveUp])), .salesManager)
        case 8, 9, 10: pay(order)
        case 11: cancel(order)
        case 12: change(order)
        case 13: carry(sales.orders.filter { $0.value.paidAt != nil }.keys.min() ?? order)
        case 14: sell(.payRefund(sales.refunds.keys.min() ?? 0), .cashier)
        default: developer()
        }
    }

    private mutating func hold() {
        minted += 1
        let request = HoldRequest(
            SalesRequestID("q\(minted)"), of: random.pick(units), for: random.pick(people),
            by: random.pick(Self.staff))
        sell(.askHold(request), .consultant)
        if random.chance(80) {
            sell(.confirmHold(request.request, VerifyItem.allCases), .salesManager)
        } else if random.chance(30) {
            sell(.changeHold(random.pick(units), .withdraw), .salesManager)
        }
    }

    private mutating func write() {
        minted += 1
        let wanted = units.filter {
            sales.verified[$0] != nil || (sales.occupant(of: $0).map { $0.order == nil } ?? false)
        }
        let unit = random.pick(wanted.isEmpty || random.chance(20) ? units : wanted)
        let (held, asked) = (sales.occupant(of: unit), sales.verified[unit]?.first)
        sell(
            .writeOrder(
                OrderDraft(
                    OrderID("o\(minted)"), of: unit,
                    for: held?.person ?? asked?.person ?? random.pick(people),
                    by: held.map { $0.activity == nil ? $0.staff : "B" } ?? asked?.staff ?? "B",
                    scheme: "一次性", deposit: .yuan(20_000))), .consultant)
        let order = OrderID("o\(minted)")
        let other: StaffID = sales.orders[order]?.staff == "A" ? "B" : "A"
        if random.chance(80) { sell(.reviewOrder(order, other), .salesManager) }
        if random.chance(80) { sell(.step(order, .sign), .salesManager) }
    }

    private mutating func pay(_ order: OrderID) {
        let person = sales.orders[order]?.person ?? random.pick(people)
        if random.chance(15) {
            return sell(.takeMoney(MoneyIn(.earnest, .yuan(1000), person: person)), .cashier)
        }
        let slip = sales.earnest.first { $0.value.person == person }?.key
        let early = world.house.now.adding(seconds: -random.within(0...3000))
        let rest = sales.orders[order].map { $0.outstanding } ?? .yuan(20_000)
        let amount: Money = random.pick([.yuan(20_000), .yuan(20_000), .yuan(7000), rest])
        sell(
            .takeMoney(
                MoneyIn(
                    .deposit, amount, order: order, receivedAt: random.chance(30) ? early : nil,
                    earnest: random.chance(50) ? slip : nil)), .cashier)
    }

    private mutating func cancel(_ order: OrderID) {
        let now = sales.orders[order]?.cancelling?.step
        let next = CancelStep.allCases.firstIndex { $0 == now }.map { $0 + 1 } ?? 0
        let steps = CancelStep.allCases
        let step = random.chance(15) ? random.pick(steps) : steps[min(next, steps.count - 1)]
        sell(
            .cancel(CancelRequest(order, step, cause: .other, document: "K")),
            step == .executed ? .cashier : .salesManager)
    }

    private mutating func change(_ order: OrderID) {
        minted += 1
        let kind: ChangeKind = random.pick([
            .rename(random.pick(people)), .swap(random.pick(units)),
            .swap(random.pick(Self.outside)), .handOn("A"),
        ])
        let slip = SlipID("c\(minted)")
        sell(.askChange(OrderChange(slip, of: order, kind, by: "B")), .consultant)
        sell(.approveChange(slip, document: "K"), .salesManager)
    }

    /// Contract, filing and delivery, one step or many.
    private mutating func carry(_ order: OrderID) {
        if let rest = sales.orders[order]?.outstanding, random.chance(80) {
            sell(.takeMoney(MoneyIn(.payment, rest, order: order)), .cashier)
        }
        sell(.prepareContract(ContractDraft(order, template: "t", by: "B")), .titleClerk)
        sell(.reviewContract(order, "A"), .titleClerk)
        sell(.step(order, .signContract), .titleClerk)
        let done = sales.orders[order]?.stages.count ?? 0
        let stages = DealStage.all(of: .filing) + DealStage.all(of: .delivery)
        for stage in stages.dropFirst(done).prefix(random.pick([1, 4, 12])) {
            let collected = sales.orders[order]?.collected.fen ?? 0
            let slip = StageSlip(order, stage, attachments: 1)
            sell(.advance(slip), .titleClerk)
            if stage == .archived, sales.orders[order] == nil, !voided.contains(order),
                written.contains(order)
            {
                archived.insert(order)
                kept += collected
            }
        }
    }

    private mutating func developer() {
        let paper = Instruction(
            "K", signer: "章", issuedAt: world.house.now.adding(seconds: -random.within(0...9000)))
        let unit = random.pick(units)
        sell(random.chance(50) ? .reserve(unit, paper) : .unreserve(unit, paper), .salesManager)
    }

    mutating func sell(_ command: SalesCommand, _ role: Role) {
        world.house.ask(.sales(command), as: role)
    }
}
