import Testing

@testable import HouseRules

@Suite struct `Weeks of customers` {
    @Test(arguments: seeds) func `never revive a lapse, and replay as they were`(seed: UInt64) {
        var days = OwnershipDays(seed: seed, term: seed.isMultiple(of: 4) ? 3 : nil)
        days.run(decisions: 120)
        #expect(days.faults.isEmpty, "seed \(seed): \(days.faults)")
    }

    @Test func `reach nearly everything that may become true of a customer`() {
        var reached: Set<String> = []
        let wanted: Set<String> = [
            "related", "stretched", "contacted", "ended", "lapsed", "reminded", "clocksRead",
            "phasesSet", "circleReported", "introduced", "noticed", "cancelled", "changeRequested",
            "changeSigned", "tamperingFound", "lackFound", "renewalEntered", "assistantNamed",
            "listed", "departed", "pooled", "handedOut", "takenBack", "reassigned", "persons",
            "personsApart", "peeked", "caseExpected", "caseTold", "caseOverdue",
        ]
        for seed in UInt64(1)...20 where !wanted.isSubset(of: reached) {
            var days = OwnershipDays(seed: seed, term: seed.isMultiple(of: 4) ? 3 : nil)
            days.reached = []
            days.run(decisions: 250)
            reached.formUnion(days.reached ?? [])
        }
        #expect(wanted.subtracting(reached).sorted() == [])
    }
}

@Suite struct `A stretch` {
    private func house(_ facts: [(CustomerFact.Kind, StaffID, Int)]) -> House {
        var house = House(["A", "B", "C"])
        for (kind, staff, day) in facts {
            house.now = House.monday.adding(days: day).at(TimeOfDay(10, 0))
            house.must(
                .claims(.note(CustomerFact("k", staff, kind, occurred: house.now))),
                as: .salesManager)
        }
        return house
    }

    private func records(_ house: House) -> [OwnershipRecord] {
        house.state.ownership.records(of: "k")
    }

    @Test func `goes on with a second visit while it holds, and begins anew after it`() {
        let house = house([
            (.visit, "A", 0), (.touch, "A", 9), (.visit, "A", 18), (.visit, "A", 40),
        ])
        let records = records(house)
        #expect(records.map(\.clock.began) == [0, 40].map { House.monday.adding(days: $0) })
        #expect(records[0].until == House.monday.adding(days: 28))
        #expect(records[0].touches == 1)
        #expect(records[0].status(on: House.monday.adding(days: 27)) == .active)
        #expect(records[0].status(on: House.monday.adding(days: 28)) == .lapsedFreshness)
    }

    @Test func `held on each of its days, whatever came later`() {
        var house = house([(.visit, "A", 0)])
        house.now = House.monday.adding(days: 5).at(TimeOfDay(10, 0))
        house.must(.ownership(.reassign(Reassignment("k", to: "B", .complaint))), as: .salesManager)
        let first = records(house)[0]
        for day in 0..<5 { #expect(first.holds(on: House.monday.adding(days: day))) }
        #expect(!first.holds(on: House.monday.adding(days: 5)))
        #expect(first.status(on: House.monday.adding(days: 5)) == .voidByRuling)
        #expect(house.state.ownership.holder(of: "k", on: House.monday.adding(days: 4)) == "A")
        #expect(house.state.ownership.holder(of: "k", on: House.monday.adding(days: 5)) == "B")
    }

    @Test func `that was incomplete never held`() {
        var house = house([(.visit, "A", 0)])
        house.now = House.monday.adding(days: 3).at(TimeOfDay(10, 0))
        house.must(.ownership(.findLack("k", "A", .paperRegister)), as: .clericalStaff)
        #expect(!records(house)[0].holds(on: House.monday))
        #expect(records(house)[0].status(on: House.monday.adding(days: 3)) == .voidIncomplete)
    }

    @Test func `lasts as long however late its entry is`() {
        var late = House(["A"])
        late.now = House.monday.adding(days: 8).at(TimeOfDay(10, 0))
        let occurred = House.monday.at(TimeOfDay(10, 0))
        late.must(
            .claims(.note(CustomerFact("k", "A", .visit, occurred: occurred, entered: occurred))),
            as: .salesManager)
        #expect(records(late)[0].clock == records(house([(.visit, "A", 0)]))[0].clock)
    }

    @Test(arguments: [["A", "B"], ["B", "A"]])
    func `that began first decides, in whatever order both are entered`(order: [StaffID]) {
        var house = House(["A", "B"])
        house.now = House.monday.adding(days: 3).at(TimeOfDay(10, 0))
        for staff in order {
            let occurred = House.monday.adding(days: staff == "A" ? 1 : 0).at(TimeOfDay(10, 0))
            let fact = CustomerFact("k", staff, .visit, occurred: occurred, entered: occurred)
            house.must(.claims(.note(fact)), as: .salesManager)
        }
        #expect(house.state.ownership.holder(of: "k", on: house.now.day) == "B")
        #expect(records(house).map(\.staff) == ["B", "A"])
    }

    @Test func `of a buyer has no end until the purchase is undone`() {
        var house = house([(.visit, "A", 0), (.deal, "A", 3)])
        #expect(house.state.ownership.holder(of: "k", on: House.monday.adding(days: 4000)) == "A")
        house.now = House.monday.adding(days: 50).at(TimeOfDay(10, 0))
        house.must(.ownership(.cancelDeal("k")), as: .clericalStaff)
        #expect(records(house).last?.until == House.monday.adding(days: 60))
        #expect(house.state.ownership.holder(of: "k", on: House.monday.adding(days: 60)) == nil)
    }

    @Test func `as journals told it before dossiers were kept still counts`() {
        var ownership = Ownership()
        let clock = TieClock(
            began: House.monday, freshUntil: House.monday.adding(days: 10),
            validUntil: House.monday.adding(days: 30))
        ownership.follow(.tied(TieFact(person: "k", staff: "A", kind: .visit, clock: clock)))
        ownership.follow(.tied(TieFact(person: "k", staff: "B", kind: .call, clock: clock)))
        ownership.follow(
            .tied(TieFact(person: "k", staff: "C", kind: .ownResource, clock: clock)))
        #expect(ownership.holder(of: "k", on: House.monday.adding(days: 9)) == "A")
        #expect(ownership.holder(of: "k", on: House.monday.adding(days: 10)) == nil)
        #expect(
            ownership.standing(of: "k", with: "B", on: House.monday).callUntil
                == House.monday.adding(days: 10))
        #expect(ownership.standing(of: "k", with: "C", on: House.monday).isOwnResource)
        let deal = TieClock(since: House.monday)
        ownership.follow(.tied(TieFact(person: "k", staff: "D", kind: .deal, clock: deal)))
        #expect(ownership.holder(of: "k", on: House.monday.adding(days: 400)) == "D")
        ownership.follow(.released("k", "A"))
        #expect(ownership.records(of: "k").map(\.staff) == ["B", "D"])
    }
}

@Suite struct `Days that do not count` {
    private let first = House.monday

    private func range(_ from: Int, _ to: Int) -> DayRange {
        DayRange(first.adding(days: from), first.adding(days: to))
    }

    @Test(arguments: [
        (0, 10, [(3, 9)], 17), (0, 10, [(10, 12)], 10), (0, 10, [(9, 9)], 11),
        (0, 10, [(-5, -1)], 10), (0, 10, [(-5, 0)], 11), (4, 10, [(3, 9)], 20),
        (0, 10, [(2, 3), (11, 11), (13, 20)], 13),
    ])
    func `move a count to behind them`(
        start: Int, days: Int, stops: [(Int, Int)], end: Int
    ) {
        let counted = first.adding(days: start).counting(
            days, without: stops.map { range($0.0, $0.1) })
        #expect(counted == first.adding(days: end))
    }

    @Test func `added later revive nothing that has lapsed`() {
        var house = House(["A"])
        house.must(
            .claims(.note(CustomerFact("k", "A", .visit, occurred: house.now))), as: .salesManager)
        house.now = first.adding(days: 11).at(TimeOfDay(10, 0))
        house.must(.ownership(.setPhases(stops: [range(3, 9)])), as: .salesManager)
        #expect(house.state.ownership.holder(of: "k", on: house.now.day) == nil)
    }

    @Test func `taken away let nothing lapse before today`() {
        var house = House(["A"])
        house.must(.ownership(.setPhases(stops: [range(3, 9)])), as: .salesManager)
        house.must(
            .claims(.note(CustomerFact("k", "A", .visit, occurred: house.now))), as: .salesManager)
        house.now = first.adding(days: 12).at(TimeOfDay(10, 0))
        house.must(.ownership(.setPhases(stops: [])), as: .salesManager)
        let record = house.state.ownership.records(of: "k").first
        #expect(record?.until == first.adding(days: 12))
        #expect(record?.holds(on: first.adding(days: 11)) == true)
    }
}
