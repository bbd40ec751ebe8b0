@testable import HouseRules

/// Days of a sales office that nobody would plan: commands of every kind, in any order, to units
/// that stand anyhow, with time going by in between.
struct SalesDays {
    var house: House
    var random: SeededNumbers
    /// What the moves of the journal say of each unit.
    var standing: [UnitID: UnitStatus] = [:]
    var occupants: [UnitID: PersonID] = [:]
    /// Receipts less refunds of each order, as the journal tells.
    var collected: [OrderID: Int64] = [:]
    var numbers: [ReceiptKind: Int] = [:]
    var faults: [String] = []
    private var minted = 0
    private var written: [OrderID] = []
    private var asked: [SalesRequestID] = []

    static let units: [UnitID] = ["1", "2", "3"]
    static let people: [PersonID] = ["赵", "钱", "孙", "李"]
    static let staff: [StaffID] = ["A", "B", "C"]

    init(seed: UInt64) {
        random = SeededNumbers(seed: seed)
        var policy = Policy()
        policy.sales.locksBeforeDeposit = random.chance(60)
        policy.sales.reconfirmRequired = random.chance(30)
        if policy.sales.locksBeforeDeposit {
            policy.sales.paymentMinutes = 10
            policy.sales.payAfterMinutes = 60
        }
        house = House(Self.staff, policy: policy)
        put(.draftPrices(Self.list), .clericalStaff)
        put(.approvePrices("v1"), .salesManager)
        put(.release(Self.units), .salesManager)
    }

    static let list = PriceList(
        "v1", schemes: [PaymentScheme("一次性", discount: 9800)],
        rows: units.map {
            PriceRow(
                $0, building: "3", floor: 1, layout: "A", area: 10_000, unitPrice: .yuan(10_000))
        })

    /// Some minutes pass, then somebody wants something.
    mutating func step() {
        house.now = house.now.adding(seconds: random.within(0...random.pick([60, 120, 900])))
        house.now.milliseconds += Int64(random.below(1000))
        if random.chance(10) { settle() }
        let (command, role) = anything()
        put(command, role)
    }

    private mutating func anything() -> (SalesCommand, Role) {
        let unit = random.pick(Self.units)
        let open = house.state.sales.orders.keys.sorted()
        let order = open.isEmpty || random.chance(15) ? written.last ?? "none" : random.pick(open)
        switch random.below(18) {
        case 0, 1:
            minted += 1
            asked.append(SalesRequestID("q\(minted)"))
            return (
                .askHold(
                    HoldRequest(
                        SalesRequestID("q\(minted)"), of: unit, for: random.pick(Self.people),
                        by: random.pick(Self.staff))), .consultant
            )
        case 2, 3:
            let open = house.state.sales.requests.keys.sorted()
            let request = open.isEmpty ? asked.last ?? "q" : random.pick(open)
            return (.confirmHold(request, VerifyItem.allCases), .salesManager)
        case 4: return (.changeHold(unit, random.pick(HoldChange.allCases)), .salesManager)
        case 5, 6, 7: return (write(unit), .consultant)
        case 8: return (.reviewOrder(order, random.pick(Self.staff)), .consultant)
        case 9: return (.step(order, .sign), .consultant)
        case 10, 11: return pay(order)
        case 12: return (.step(order, random.pick([.giveUp, .sign, .beginSigning])), .consultant)
        case 13, 15, 16: return cancel(order)
        case 14: return developer(unit)
        default: return (.step(order, .checkIn), .cashier)
        }
    }

    private mutating func write(_ unit: UnitID) -> SalesCommand {
        minted += 1
        let id = OrderID("o\(minted)")
        written.append(id)
        let holding = house.state.sales.occupant(of: unit)
        let verified = house.state.sales.verified[unit]?.first
        return .writeOrder(
            OrderDraft(
                id, of: unit, for: holding?.person ?? verified?.person ?? random.pick(Self.people),
                by: holding?.staff ?? verified?.staff ?? random.pick(Self.staff), scheme: "一次性",
                deposit: .yuan(20_000)))
    }

    private mutating func pay(_ order: OrderID) -> (SalesCommand, Role) {
        let early = house.now.adding(seconds: -random.within(0...2000))
        let amount = Money.yuan(random.chance(80) ? 20_000 : 5000)
        return (
            .takeMoney(
                MoneyIn(.deposit, amount, order: order, receivedAt: random.chance(20) ? early : nil)
            ), .cashier
        )
    }

    private mutating func cancel(_ order: OrderID) -> (SalesCommand, Role) {
        let now = house.state.sales.orders[order]?.cancelling?.step
        let next = CancelStep.allCases.firstIndex { $0 == now }.map { $0 + 1 } ?? 0
        let step =
            random.chance(20)
            ? random.pick(CancelStep.allCases) : CancelStep.allCases[min(next, 5)]
        let role: Role = step == .executed ? .cashier : .salesManager
        return (.cancel(CancelRequest(order, step, cause: .other, document: "K")), role)
    }

    private mutating func developer(_ unit: UnitID) -> (SalesCommand, Role) {
        let issued = house.now.adding(seconds: -random.within(0...5000))
        let paper = Instruction("K", signer: "章", issuedAt: issued)
        return (random.chance(50) ? .reserve(unit, paper) : .unreserve(unit, paper), .salesManager)
    }

    /// The clock: it writes exactly when something is due, and never twice.
    mutating func settle() {
        let wasDue = isSalesDue(house.state.sales, house.now)
        let ruling = house.ask(.settleDue, as: .clock)
        let wrote = ruling.events.contains { if case .sales = $0 { true } else { false } }
        if wasDue != wrote { faults.append("due \(wasDue), wrote \(wrote)") }
        if isSalesDue(house.state.sales, house.now) { faults.append("still due") }
        watch(ruling)
    }

    mutating func put(_ command: SalesCommand, _ role: Role) {
        watch(house.ask(.sales(command), as: role))
    }

    private mutating func watch(_ ruling: Ruling) {
        for case .sales(let event) in ruling.events {
            switch event {
            case .moved(let move): follow(move)
            case .moneyTaken(let receipt): follow(receipt)
            case .refunded(let slip, _) where slip.isReceipted:
                collected[slip.order, default: 0] -= slip.amount.fen
            default: break
            }
        }
        let now = house.now.wholeSecond
        for (id, unit) in house.state.sales.units {
            let runs = unit.status == .held || unit.status == .orderedUnpaid
            if runs, let until = unit.holding?.until, until < now {
                faults.append("\(id) is taken after \(until)")
            }
            if unit.status.isOccupied != (unit.holding != nil) { faults.append("\(id) is odd") }
            if let status = standing[id], status != unit.status { faults.append("\(id) differs") }
        }
        for (id, order) in house.state.sales.orders {
            if order.collected.fen != collected[id, default: 0] { faults.append("\(id) money") }
            if order.collected.fen < 0 { faults.append("\(id) below nothing") }
        }
    }

    private mutating func follow(_ move: UnitMove) {
        let before = standing[move.unit] ?? .unreleased
        if before != move.from || !before.next.contains(move.to) {
            faults.append("\(move.unit): \(before) → \(move.to)")
        }
        standing[move.unit] = move.to
        let person = move.holding?.person
        if !before.isOccupied, occupants[move.unit] != nil { faults.append("two have a unit") }
        if before.isOccupied, move.to.isOccupied, occupants[move.unit] != person {
            faults.append("\(move.unit) changed hands")
        }
        occupants[move.unit] = person
    }

    private mutating func follow(_ receipt: Receipt) {
        let kind = receipt.number.kind
        if receipt.number.number != numbers[kind, default: 0] + 1 { faults.append("a gap") }
        numbers[kind] = receipt.number.number
        if let order = receipt.order { collected[order, default: 0] += receipt.amount.fen }
    }
}
