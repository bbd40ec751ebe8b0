import HouseRules

@testable import Site

/// A sales office and an opening that sell the same units at once, sensible people or not.
struct SellingCrowd: SimulatedCrowd {
    var dice: Dice
    let policy: Policy
    let pauses = [-1, 0, 0, 1, 20, 90, 400, 1500]
    private let kind: ActivityKind
    private var lastNumber = 0

    static let buyers = (0..<4).map { PersonID("p\($0)") }
    static let listed: [UnitID] = ["e1", "e2", "e3", "e4", "e5"]
    static let outside: [UnitID] = ["x1", "x2", "x3"]
    static let sellers: [StaffID] = ["c1", "c2"]

    private var people: [PersonID] { Self.buyers + ["q"] }
    private var units: [UnitID] { Self.listed + Self.outside }

    init(seed: UInt64) {
        dice = Dice(seed: seed)
        kind = dice.once(in: 2) ? .onlineOpening : .unitSelection
        var policy = Policy()
        policy.sales.locksBeforeDeposit = dice.once(in: 2)
        policy.sales.paymentMinutes = dice.pick([nil, 10])
        policy.sales.payAfterMinutes = dice.pick([nil, 30])
        policy.sales.dualReview = !dice.once(in: 3)
        policy.selection.paymentMinutes = dice.pick([nil, 10])
        policy.selection.exclusive = !dice.once(in: 5)
        policy.selection.maxUnits = dice.pick([1, 2])
        self.policy = policy
    }

    private mutating func next() -> Int {
        lastNumber += 1
        return lastNumber
    }

    private mutating func request(_ command: Command, _ role: Role) -> Request {
        Request(id: DecisionID("r\(next())"), command: command, actor: Actor("boss", role))
    }

    private mutating func sell(_ command: SalesCommand, _ role: Role = .salesManager) -> Request {
        request(.sales(command), role)
    }

    private mutating func choose(_ command: SelectionCommand) -> Request {
        request(.selection(command), .salesManager)
    }

    /// Prices and a plan; after half an hour the draw, and after an hour the doors open.
    mutating func beginnings() -> [[Request]] {
        let rows = units.map {
            PriceRow(
                $0, building: "1", floor: 1, layout: "a", area: 10_000, unitPrice: .yuan(10_000))
        }
        let prices = PriceList("v1", schemes: [PaymentScheme("一次性", discount: 9800)], rows: rows)
        let listed = Self.listed.map { ListedUnit($0, layout: "a", building: 1, floor: 1) }
        let opensAt = SimulatedSite.monday.at(TimeOfDay(9, 0))
        let roster = Self.buyers.map { RosterRow(RosterEntry($0, ticket: "t")) }
        return [
            Self.sellers.map { request(.roster(.enroll($0)), .salesManager) } + [
                sell(.draftPrices(prices), .clericalStaff), sell(.approvePrices("v1")),
                sell(.release(Self.outside)),
                choose(
                    .plan(
                        ActivityPlan(
                            "e", title: "e", kind: kind, units: listed, opensAt: opensAt))),
                choose(.enter("e", roster, isTrial: false)), choose(.lock("e")),
                choose(.commit("e", SHA256.hex(of: "seed"))),
            ],
            [],
            (kind == .onlineOpening
                ? [] : [choose(.draw("e", seed: "seed", publicPart: "public"))]) + [
                    choose(.prepare("e", .role(.review, "c1"))),
                    choose(.approve("e", note: "n")),
                ],
        ]
    }

    mutating func morning() -> [Request] { [] }

    mutating func request(seeing state: SiteState) -> Request {
        switch dice.number(0..<20) {
        case 0: request(.settleDue, .clock)
        case 1...6: choosing()
        default: business(state.sales)
        }
    }

    private mutating func choosing() -> Request {
        let (person, unit) = (dice.pick(Self.buyers), dice.pick(Self.listed))
        let command: SelectionCommand =
            switch dice.number(0..<16) {
            case 0: .callGroup("e")
            case 1, 2: .checkIn("e", person)
            case 3, 4: .seat("e", person, desk: "1")
            case 5...9: .pick("e", person, unit)
            case 10: .order("e", unit, reviewer: "c1")
            case 11: .pay("e", unit)
            case 12: .giveBack("e", unit)
            case 13: .pause("e", note: "n")
            case 14: .tell(unit, dice.pick([.contracted, .cancelled]))
            default: .resume("e")
            }
        return choose(command)
    }

    private mutating func business(_ sales: Sales) -> Request {
        let isOld = dice.once(in: 10)
        let known = (isOld ? Array(sales.voids.keys) : Array(sales.orders.keys)).sorted()
        let order = known.isEmpty ? "none" : dice.pick(known)
        switch dice.number(0..<18) {
        case 0, 1: return askHold()
        case 2, 3: return answerHold(sales)
        case 4, 5, 6: return write(sales)
        case 7: return sell(.reviewOrder(order, dice.pick(Self.sellers)))
        case 8, 9: return sell(.step(order, dice.pick([.sign, .sign, .checkIn, .giveUp])))
        case 10, 11, 12: return pay(order, sales)
        case 13: return cancel(order, sales)
        case 14: return change(order, sales)
        case 15: return carry(sales.orders.filter { $0.value.paidAt != nil }.keys.min(), sales)
        case 16: return sell(.payRefund(sales.refunds.keys.min() ?? 0), .cashier)
        default: return developer()
        }
    }

    private mutating func askHold() -> Request {
        sell(
            .askHold(
                HoldRequest(
                    SalesRequestID("q\(next())"), of: dice.pick(units), for: dice.pick(people),
                    by: dice.pick(Self.sellers))), .consultant)
    }

    private mutating func answerHold(_ sales: Sales) -> Request {
        let open = sales.requests.keys.sorted()
        guard !open.isEmpty, !dice.once(in: 8) else {
            return sell(.changeHold(dice.pick(units), dice.pick(HoldChange.allCases)))
        }
        return sell(.confirmHold(dice.pick(open), VerifyItem.allCases))
    }

    private mutating func write(_ sales: Sales) -> Request {
        let wanted = units.filter {
            sales.verified[$0] != nil || (sales.occupant(of: $0).map { $0.order == nil } ?? false)
        }
        let unit = dice.pick(wanted.isEmpty || dice.once(in: 5) ? units : wanted)
        let (held, asked) = (sales.occupant(of: unit), sales.verified[unit]?.first)
        let staff = held.map { $0.activity == nil ? $0.staff : "c2" } ?? asked?.staff ?? "c2"
        return sell(
            .writeOrder(
                OrderDraft(
                    OrderID("o\(next())"), of: unit,
                    for: held?.person ?? asked?.person ?? dice.pick(people), by: staff,
                    scheme: "一次性", deposit: .yuan(20_000))), .consultant)
    }
}

/// Money, changes and papers.
extension SellingCrowd {
    private mutating func pay(_ order: OrderID, _ sales: Sales) -> Request {
        let person = sales.orders[order]?.person ?? dice.pick(people)
        if dice.once(in: 7) {
            return sell(.takeMoney(MoneyIn(.earnest, .yuan(1000), person: person)), .cashier)
        }
        let slip = sales.earnest.first { $0.value.person == person }?.key
        let rest = sales.orders[order]?.outstanding ?? .yuan(20_000)
        let amount: Money = dice.pick([.yuan(20_000), .yuan(20_000), .yuan(7000), rest])
        return sell(
            .takeMoney(
                MoneyIn(.deposit, amount, order: order, earnest: dice.once(in: 2) ? slip : nil)),
            .cashier)
    }

    private mutating func cancel(_ order: OrderID, _ sales: Sales) -> Request {
        let steps = CancelStep.allCases
        let next =
            sales.orders[order]?.cancelling
            .flatMap { now in steps.firstIndex { $0 == now.step } }.map { $0 + 1 } ?? 0
        let step = dice.once(in: 7) ? dice.pick(steps) : steps[min(next, steps.count - 1)]
        return sell(
            .cancel(CancelRequest(order, step, cause: .other, document: "K")),
            step == .executed ? .cashier : .salesManager)
    }

    private mutating func change(_ order: OrderID, _ sales: Sales) -> Request {
        if let slip = sales.changes.keys.min(), dice.once(in: 2) {
            return sell(.approveChange(slip, document: "K"))
        }
        let kind: ChangeKind = dice.pick([
            .rename(dice.pick(people)), .swap(dice.pick(units)), .swap(dice.pick(Self.outside)),
            .handOn("c1"),
        ])
        return sell(.askChange(OrderChange(SlipID("c\(next())"), of: order, kind, by: "c2")))
    }

    /// Contract, filing and delivery, a step at a time.
    private mutating func carry(_ paid: OrderID?, _ sales: Sales) -> Request {
        guard let paid, let order = sales.orders[paid] else { return developer() }
        if order.outstanding.fen > 0, dice.once(in: 2) {
            return sell(
                .takeMoney(MoneyIn(.payment, order.outstanding, order: paid)), .cashier)
        }
        guard let contract = order.contract else {
            return sell(
                .prepareContract(ContractDraft(paid, template: "t", by: "c2")), .titleClerk)
        }
        if contract.signedAt == nil {
            return dice.once(in: 2)
                ? sell(.reviewContract(paid, "c1"), .titleClerk)
                : sell(.step(paid, .signContract), .titleClerk)
        }
        let stages = DealStage.all(of: .filing) + DealStage.all(of: .delivery)
        let stage = stages.dropFirst(order.stages.count).first ?? .archived
        return sell(.advance(StageSlip(paid, stage, attachments: 1)), .titleClerk)
    }

    private mutating func developer() -> Request {
        let paper = Instruction("K", signer: "章")
        let unit = dice.pick(units)
        return sell(dice.once(in: 2) ? .reserve(unit, paper) : .unreserve(unit, paper))
    }
}
