import Testing

@testable import HouseRules

@Suite struct `Units that everybody wants` {
    @Test(arguments: seeds) func `belong to one at most, by legal steps, and their money adds up`(
        seed: UInt64
    ) {
        var days = SalesDays(seed: seed)
        for _ in 0..<400 { days.step() }
        #expect(days.faults.isEmpty, "seed \(seed)")
        var replayed = SiteState()
        for event in days.house.history { replayed.apply(event) }
        #expect(replayed.sales == days.house.state.sales, "seed \(seed)")
    }

    @Test func `are sold and cancelled often enough for that to mean something`() {
        var causes: Set<MoveCause> = []
        for seed in seeds {
            var days = SalesDays(seed: seed)
            for _ in 0..<400 { days.step() }
            for case .sales(.moved(let move)) in days.house.history { causes.insert(move.cause) }
        }
        let wanted: Set<MoveCause> = [
            .released, .confirmed, .lapsed, .signed, .paid, .givenUp, .withdrawn, .cancelling,
            .kept, .cancelled, .reserved, .unreserved, .outranked,
        ]
        #expect(wanted.subtracting(causes) == [])
    }

    @Test func `are sold twice by two that do not hear of each other`() {
        let days = SalesDays(seed: 1)
        var (one, other) = (days.house, days.house)
        one.policy.sales.locksBeforeDeposit = true
        other.policy.sales.locksBeforeDeposit = true
        for person in ["赵", "钱"] as [PersonID] {
            let request = HoldRequest("q", of: "1", for: person, by: "A")
            let confirm = SalesCommand.confirmHold("q", VerifyItem.allCases)
            if person == "赵" {
                one.must(.sales(.askHold(request)), as: .consultant)
                one.must(.sales(confirm), as: .salesManager)
            } else {
                other.must(.sales(.askHold(request)), as: .consultant)
                other.must(.sales(confirm), as: .salesManager)
            }
        }
        // The canary: without one journal both have it.
        #expect(one.state.sales.occupant(of: "1")?.person == "赵")
        #expect(other.state.sales.occupant(of: "1")?.person == "钱")
        // With one journal the second is refused and hears no word of the first one's customer.
        one.must(
            .sales(.askHold(HoldRequest("r", of: "2", for: "钱", by: "B"))), as: .consultant)
        let late = one.ask(
            .sales(.askHold(HoldRequest("s", of: "1", for: "钱", by: "B"))), as: .consultant)
        #expect(late.refusal == .sales(.unitTaken("1", .held, by: "A")))
        #expect(late.events.isEmpty)
    }
}

@Suite struct `A second order of one buyer for one unit` {
    /// Where only the deposit locks, somebody may be checked twice and sign twice.
    private func signed() -> House {
        var days = SalesDays(seed: 1)
        days.house.policy.sales.locksBeforeDeposit = false
        for (request, order) in [("q1", "o1"), ("q2", "o2")] {
            let hold = HoldRequest(SalesRequestID(request), of: "1", for: "赵", by: "A")
            let draft = OrderDraft(
                OrderID(order), of: "1", for: "赵", by: "A", scheme: "一次性",
                deposit: .yuan(20_000))
            days.put(.askHold(hold), .consultant)
            days.put(.confirmHold(hold.request, VerifyItem.allCases), .salesManager)
            days.put(.writeOrder(draft), .consultant)
            days.put(.reviewOrder(draft.order, "B"), .consultant)
            days.put(.step(draft.order, .sign), .consultant)
        }
        days.put(.takeMoney(MoneyIn(.deposit, .yuan(20_000), order: "o1")), .cashier)
        return days.house
    }

    @Test func `leaves the unit with the first when it is given up`() {
        var house = signed()
        #expect(house.state.sales.orders["o2"]?.stage == .signed)
        for step in [CancelStep.reported, .managerReviewed] {
            house.must(.sales(.cancel(CancelRequest("o1", step, cause: .other))), as: .salesManager)
        }
        house.must(.sales(.step("o2", .giveUp)), as: .consultant)
        #expect(house.state.sales.units["1"]?.status == .cancelling)
        #expect(house.state.sales.occupant(of: "1")?.order == "o1")
        #expect(house.state.sales.orders["o2"] == nil)
    }

    /// Both were checked while only money locked; since then the house locks before.
    @Test func `is not signed for a unit that is the first one's`() {
        var days = SalesDays(seed: 1)
        days.house.policy.sales.locksBeforeDeposit = false
        for number in 1...2 {
            let hold = HoldRequest(SalesRequestID("q\(number)"), of: "1", for: "赵", by: "A")
            let draft = OrderDraft(
                OrderID("o\(number)"), of: "1", for: "赵", by: "A", scheme: "一次性",
                deposit: .yuan(20_000))
            days.put(.askHold(hold), .consultant)
            days.put(.confirmHold(hold.request, VerifyItem.allCases), .salesManager)
            days.put(.writeOrder(draft), .consultant)
            days.put(.reviewOrder(draft.order, "B"), .consultant)
        }
        days.put(.step("o1", .sign), .consultant)
        days.put(.takeMoney(MoneyIn(.deposit, .yuan(20_000), order: "o1")), .cashier)
        days.house.policy.sales.locksBeforeDeposit = true
        #expect(days.house.state.sales.occupant(of: "1")?.order == "o1")
        let refused = days.house.ask(.sales(.step("o2", .sign)), as: .consultant)
        #expect(refused.refusal == .sales(.notHeldForCustomer("1")))
        #expect(days.house.state.sales.orders["o2"]?.stage == .reviewed)
    }
}

@Suite struct `A status of a unit` {
    @Test(arguments: UnitStatus.allCases) func `leads only where the table says`(
        status: UnitStatus
    ) {
        let steps: [UnitStatus: Set<UnitStatus>] = [
            .unreleased: [.available], .reserved: [.available],
            .available: [.reserved, .held, .subscribed], .held: [.orderedUnpaid, .available],
            .orderedUnpaid: [.subscribed, .available], .subscribed: [.contracted, .cancelling],
            .contracted: [.filed, .cancelling], .filed: [.delivered, .cancelling],
            .delivered: [], .cancelling: [.available, .subscribed, .contracted, .filed],
        ]
        #expect(Set(status.next) == steps[status])
        #expect(status.isOccupied == ![.unreleased, .reserved, .available].contains(status))
        #expect(status.isOffered == (status == .available))
    }
}

@Suite struct `A total` {
    private func total(
        _ area: Int, _ fen: Int64, _ discount: Int, _ rounding: PriceRounding
    ) -> Int64 {
        PriceRow(
            "u", building: "3", floor: 1, layout: "A", area: area, unitPrice: Money(fen: fen)
        ).total(discount: discount, rounding).fen
    }

    @Test func `is computed and rounded as the site says`() {
        #expect(total(10_520, 1_200_000, 9800, .fen) == 123_715_200)
        #expect(total(1, 50, 10_000, .fen) == 1)
        #expect(total(1, 49, 10_000, .fen) == 0)
        #expect(total(100, 149, 10_000, .yuan) == 100)
        #expect(total(100, 150, 10_000, .yuan) == 200)
        #expect(total(100, 199, 10_000, .yuanDown) == 100)
        #expect(total(1_000_000, 100_000_000, 10_000, .fen) == 1_000_000_000_000)
    }

    @Test(arguments: seeds) func `is never more than a fen from the exact one`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        for _ in 0..<200 {
            let area = random.within(1...1_000_000)
            let fen = Int64(random.within(0...100_000_000))
            let discount = random.within(1...10_000)
            let exact = Int64(area) * fen * Int64(discount)
            let twice = total(area, fen, discount, .fen) * 2_000_000 - exact * 2
            #expect(abs(twice) <= 1_000_000, "seed \(seed)")
        }
    }
}

@Suite struct `Deadlines of sales` {
    @Test(arguments: seeds) func `come in the order of their moments and can be dropped`(
        seed: UInt64
    ) {
        var random = SeededNumbers(seed: seed)
        var agenda = SalesAgenda()
        var oracle: [SalesDue: Moment] = [:]
        for _ in 0..<300 {
            let due = SalesDue.unit(UnitID("\(random.below(20))"))
            let from =
                random.chance(25)
                ? nil : Moment(milliseconds: Int64(random.within(0...9)) * 1000)
            agenda.set(due, from: from)
            oracle[due] = from
            #expect(agenda.count == oracle.count)
            #expect(agenda.first == oracle.values.min())
            #expect(agenda.time(of: due) == from)
        }
        var last = Moment(milliseconds: 0)
        while let due = agenda.next(by: Moment(milliseconds: 9000)) {
            #expect(oracle[due].map { $0 >= last } == true)
            last = oracle[due] ?? last
            agenda.set(due, from: nil)
        }
        #expect(agenda.count == 0)
    }

    @Test func `are a lapsed hold's very second`() {
        var days = SalesDays(seed: 2)
        days.house.policy.sales.locksBeforeDeposit = true
        days.house.wait(until: 10, 0)
        days.put(.askHold(HoldRequest("q", of: "1", for: "赵", by: "A")), .consultant)
        days.put(.confirmHold("q", VerifyItem.allCases), .salesManager)
        days.house.now = days.house.now.adding(seconds: 3600)
        days.house.now.milliseconds += 999
        #expect(!isDue(days.house.state, under: days.house.policy, at: days.house.now))
        #expect(days.house.state.sales.units["1"]?.status == .held)
        days.house.now.milliseconds += 1
        #expect(isDue(days.house.state, under: days.house.policy, at: days.house.now))
        days.put(.askHold(HoldRequest("r", of: "1", for: "钱", by: "B")), .consultant)
        #expect(days.house.state.sales.units["1"]?.status == .available)
        #expect(days.house.last?.answer != nil)
    }
}

@Suite struct `A leak` {
    @Test func `costs what the graver of the two articles says`() {
        let fines = SalesFines()
        #expect(fines.leakRange(items: 1, isAdverse: false) == .yuan(2000) ... .yuan(2000))
        #expect(fines.leakRange(items: 1, isAdverse: true) == .yuan(2000) ... .yuan(20_000))
        #expect(fines.leakRange(items: 10, isAdverse: true) == .yuan(20_000) ... .yuan(20_000))
        #expect(fines.leakRange(items: 11, isAdverse: true) == .yuan(22_000) ... .yuan(22_000))
    }
}

@Suite struct `Signings of a month` {
    @Test func `have a rate rounded half up, and none when nothing was due`() {
        #expect(SigningCount().rate == nil)
        var count = SigningCount()
        (count.due, count.onTime) = (9, 8)
        #expect(count.rate == 8889)
        (count.due, count.onTime) = (10, 9)
        #expect(count.rate == 9000)
    }
}
