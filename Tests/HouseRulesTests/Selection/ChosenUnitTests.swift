import Testing

@testable import HouseRules

/// Units that are priced, listed by an activity and sold by orders all at once.
private struct ChosenWorld {
    var world: SelectionWorld

    init(_ kind: ActivityKind = .unitSelection, policy: Policy = Policy()) {
        world = SelectionWorld(kind, buyers: 4, units: 6, policy: policy)
        let rows = world.units.map {
            PriceRow(
                $0, building: "1", floor: 1, layout: "a", area: 10_000, unitPrice: .yuan(10_000))
        }
        let schemes = [PaymentScheme("一次性", discount: 9800)]
        sell(.draftPrices(PriceList("v1", schemes: schemes, rows: rows)), .clericalStaff)
        sell(.approvePrices("v1"), .salesManager)
    }

    @discardableResult
    mutating func sell(_ command: SalesCommand, _ role: Role) -> Ruling {
        world.house.ask(.sales(command), as: role)
    }

    /// The first of the order sits at a desk and chooses the first unit.
    mutating func choose() -> PersonID {
        world.must(.callGroup("e"))
        let person = world.activity!.numbered[0]
        world.must(.checkIn("e", person))
        world.must(.seat("e", person, desk: "1"))
        world.must(.pick("e", person, unit))
        return person
    }

    /// What was chosen goes as far as a signed order.
    mutating func order(_ person: PersonID) {
        let draft = OrderDraft(
            "o", of: unit, for: person, by: "B", scheme: "一次性", deposit: .yuan(20_000))
        sell(.writeOrder(draft), .consultant)
        sell(.reviewOrder("o", "A"), .salesManager)
        sell(.step("o", .sign), .consultant)
    }

    mutating func pay() -> Ruling {
        sell(.takeMoney(MoneyIn(.deposit, .yuan(20_000), order: "o")), .cashier)
    }

    /// The unit that is chosen.
    var unit: UnitID { world.units[0] }

    var status: UnitStatus? { world.house.state.sales.units[unit]?.status }
}

@Suite struct `A unit of an activity` {
    @Test func `is held in sales by the pick, and cannot be asked for outside`() {
        var chosen = ChosenWorld()
        let other = chosen.world.units[1]
        let asked = HoldRequest("q", of: other, for: "赵", by: "A")
        let refusal = chosen.sell(.askHold(asked), .consultant).refusal
        #expect(refusal == .selection(.unitTaken(other, since: nil, nearest: [])))
        let person = chosen.choose()
        #expect(chosen.status == .held)
        #expect(chosen.world.house.state.sales.occupant(of: chosen.unit)?.person == person)
        #expect(chosen.world.house.state.sales.units(of: person) == [chosen.unit])
    }

    @Test func `goes on with an order form by the clock of the activity`() {
        var chosen = ChosenWorld()
        let person = chosen.choose()
        chosen.order(person)
        #expect(chosen.status == .orderedUnpaid)
        let until = chosen.world.house.now.adding(seconds: 600)
        #expect(chosen.world.activity?.payUntil(chosen.unit) == until)
        #expect(chosen.world.house.state.sales.occupant(of: chosen.unit)?.until == nil)
        #expect(chosen.world.ask(.pay("e", chosen.unit)).refusal != nil)
        chosen.world.house.now = until
        #expect(chosen.pay().answer == .done)
        #expect(chosen.status == .subscribed)
        #expect(chosen.world.activity?.payUntil(chosen.unit) == nil)
        #expect(chosen.world.faults().isEmpty)
    }

    @Test func `is free one second late, its order void and the money on its way back`() {
        var chosen = ChosenWorld()
        chosen.order(chosen.choose())
        chosen.world.house.now = chosen.world.house.now.adding(seconds: 601)
        #expect(chosen.pay().answer == .done)
        #expect(chosen.status == .available)
        #expect(chosen.world.house.state.sales.voids["o"]?.cause == .unpaid)
        #expect(chosen.world.house.state.sales.refunds.values.map(\.cause) == [.late])
        #expect(chosen.world.faults().isEmpty)
    }

    @Test func `needs the reviewer whom the plan names`() {
        var chosen = ChosenWorld()
        let person = chosen.choose()
        let draft = OrderDraft(
            "o", of: chosen.unit, for: person, by: "A", scheme: "一次性", deposit: .yuan(20_000))
        chosen.sell(.writeOrder(draft), .consultant)
        let refusal = chosen.sell(.reviewOrder("o", "B"), .consultant).refusal
        #expect(refusal == .selection(.reviewerNotAuthorized("B")))
    }

    @Test func `that was paid online gets its order and its receipt afterwards`() {
        var chosen = ChosenWorld(.onlineOpening)
        chosen.world.must(.pick("e", "p0", chosen.unit))
        chosen.world.must(.pay("e", chosen.unit))
        #expect(chosen.status == .subscribed)
        chosen.order("p0")
        #expect(chosen.pay().answer == .done)
        let order = chosen.world.house.state.sales.orders["o"]
        #expect(order?.stage == .subscribed && order?.collected == .yuan(20_000))
        #expect(chosen.status == .subscribed)
    }

    @Test func `given free by the manager can be chosen by the next`() {
        var chosen = ChosenWorld()
        _ = chosen.choose()
        chosen.sell(.changeHold(chosen.unit, .withdraw), .salesManager)
        #expect(chosen.status == .available)
        #expect(chosen.world.activity?.isFree(chosen.unit) == true)
        #expect(chosen.world.faults().isEmpty)
    }

    @Test func `takes its parking with it when the cancellation is approved`() {
        var chosen = ChosenWorld()
        let person = chosen.choose()
        chosen.order(person)
        _ = chosen.pay()
        let listed = [ListedUnit("P1", layout: "p", building: 9, floor: 0)]
        chosen.world.must(
            .plan(
                ActivityPlan(
                    "p", title: "p", kind: .allotment, units: listed,
                    opensAt: chosen.world.house.now, follows: "e")))
        chosen.world.must(.lock("p"))
        chosen.world.must(.approve("p", note: "n"))
        chosen.world.must(.callGroup("p"))
        chosen.world.must(.checkIn("p", person))
        chosen.world.must(.seat("p", person, desk: "1"))
        chosen.world.must(.pick("p", person, "P1"))
        for step in [CancelStep.reported, .managerReviewed, .submitted] {
            chosen.sell(.cancel(CancelRequest("o", step, cause: .other)), .salesManager)
            #expect(chosen.world.house.state.sales.occupant(of: "P1") != nil)
        }
        chosen.sell(.cancel(CancelRequest("o", .approved, document: "K")), .salesManager)
        #expect(chosen.world.house.state.sales.occupant(of: "P1") == nil)
        #expect(chosen.status == .cancelling)
        chosen.sell(.cancel(CancelRequest("o", .executed)), .cashier)
        #expect(chosen.status == .available)
    }
}

@Suite struct `What a buyer has` {
    private func paid() -> (ChosenWorld, PersonID) {
        var chosen = ChosenWorld()
        let person = chosen.choose()
        chosen.order(person)
        _ = chosen.pay()
        return (chosen, person)
    }

    @Test func `is told with its activity, its status and since when`() {
        var chosen = ChosenWorld()
        #expect(chosen.world.house.state.sales.hold(of: chosen.unit) == nil)
        let person = chosen.choose()
        let now = chosen.world.house.now
        #expect(
            chosen.world.house.state.sales.hold(of: chosen.unit)
                == Hold(person: person, activity: "e", status: .held, since: now))
        chosen.order(person)
        #expect(chosen.world.house.state.sales.hold(of: chosen.unit)?.status == .orderedUnpaid)
        #expect(chosen.world.house.state.sales.hold(of: "none") == nil)
    }

    @Test func `goes with the order to another buyer`() {
        var (chosen, person) = paid()
        let change = OrderChange("c", of: "o", .rename("新主"), by: "A")
        chosen.sell(.askChange(change), .consultant)
        #expect(chosen.world.house.state.sales.units(of: person) == [chosen.unit])
        chosen.sell(.approveChange("c", document: "K"), .salesManager)
        #expect(chosen.world.house.state.sales.units(of: person).isEmpty)
        #expect(chosen.world.house.state.sales.units(of: "新主") == [chosen.unit])
        #expect(chosen.world.house.state.sales.hold(of: chosen.unit)?.person == "新主")
    }

    @Test func `is what they changed to, and the former one is free for the hall`() {
        var (chosen, person) = paid()
        let outside: UnitID = "X"
        let row = PriceRow(
            outside, building: "9", floor: 1, layout: "a", area: 9000, unitPrice: .yuan(9000))
        let schemes = [PaymentScheme("一次性", discount: 9800)]
        chosen.sell(.draftPrices(PriceList("v2", schemes: schemes, rows: [row])), .clericalStaff)
        chosen.sell(.approvePrices("v2"), .salesManager)
        chosen.sell(.release([outside]), .salesManager)
        chosen.sell(.askChange(OrderChange("c", of: "o", .swap(outside), by: "A")), .consultant)
        chosen.sell(.approveChange("c", document: "K"), .salesManager)
        #expect(chosen.world.house.state.sales.units(of: person) == [outside])
        #expect(chosen.status == .available)
        #expect(chosen.world.activity?.isFree(chosen.unit) == true)
        #expect(chosen.world.activity?.buyers[person]?.units == [])
    }

    @Test func `leaves nothing behind when it is given back`() {
        var chosen = ChosenWorld(.onlineOpening)
        chosen.world.must(.pick("e", "p0", chosen.unit))
        #expect(chosen.world.house.state.selection.isTaken(chosen.unit))
        chosen.world.must(.giveBack("e", chosen.unit))
        #expect(!chosen.world.house.state.selection.isTaken(chosen.unit))
        #expect(chosen.world.house.state.sales.had.isEmpty)
        #expect(!chosen.world.house.state.selection.isTaken("none"))
    }
}

@Suite struct `Sales and selection together` {
    private func wish(_ chosen: ChosenWorld, _ random: inout SeededNumbers) -> (Command, Role) {
        let (unit, person) = (random.pick(chosen.world.units), random.pick(chosen.world.buyers))
        let orders = chosen.world.house.state.sales.orders.keys.sorted()
        let order = orders.isEmpty ? "none" : random.pick(orders)
        switch random.below(16) {
        case 0...4: return (.selection(.pick("e", person, unit)), .clock)
        case 5: return (.selection(.pay("e", unit)), .clericalStaff)
        case 6: return (.selection(.giveBack("e", unit)), .consultant)
        case 7, 8: return (.sales(.writeOrder(draft(unit, person, &random))), .consultant)
        case 9: return (.sales(.reviewOrder(order, "A")), .salesManager)
        case 10: return (.sales(.step(order, .sign)), .consultant)
        case 11, 12:
            let money = MoneyIn(.deposit, .yuan(20_000), order: order)
            return (.sales(.takeMoney(money)), .cashier)
        case 13: return (.sales(.changeHold(unit, .withdraw)), .salesManager)
        case 14:
            let request = HoldRequest(
                SalesRequestID("q\(random.below(9000))"), of: unit, for: "赵", by: "A")
            return (.sales(.askHold(request)), .consultant)
        default:
            let paper = Instruction("K", signer: "章")
            return (.sales(.reserve(unit, paper)), .salesManager)
        }
    }

    private func draft(
        _ unit: UnitID, _ person: PersonID, _ random: inout SeededNumbers
    ) -> OrderDraft {
        OrderDraft(
            OrderID("o\(random.below(100_000))"), of: unit, for: person, by: "B", scheme: "一次性",
            deposit: .yuan(20_000))
    }

    @Test func `know one occupant of a unit, whoever comes from which side`() {
        var paths: Set<UnitStatus> = []
        for seed in UInt64(1)...60 {
            var random = SeededNumbers(seed: seed)
            var chosen = ChosenWorld(.onlineOpening)
            for _ in 0..<200 {
                chosen.world.house.now.milliseconds += Int64(random.below(200_000))
                let (command, role) = wish(chosen, &random)
                let ruling = chosen.world.house.ask(command, as: role)
                let faults = chosen.world.faults()
                #expect(faults.isEmpty, "seed \(seed): \(faults) after \(command)")
                guard faults.isEmpty else { return }
                for case .sales(.moved(let move)) in ruling.events { paths.insert(move.to) }
            }
            var replayed = SiteState()
            for event in chosen.world.house.history { replayed.apply(event) }
            #expect(replayed == chosen.world.house.state, "seed \(seed)")
        }
        #expect(paths.isSuperset(of: [.held, .orderedUnpaid, .subscribed, .available]))
    }
}
