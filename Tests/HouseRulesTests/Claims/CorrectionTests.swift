import Testing

@testable import HouseRules

/// Turns and ticks stay right however often a visit is corrected (REC-31, REC-32, REC-35, REC-36).
@Suite struct `A correction on a tally site` {
    private func house(logged: Bool) -> House {
        var house = House(["A", "B", "C"], policy: tally())
        house.wait(until: 10, 0)
        house.arrival("甲")
        if logged { house.must(.visits(.log("甲"))) }
        return house
    }

    private func turnInto(
        _ visitClass: VisitClass, named: StaffID? = nil, _ house: inout House
    ) {
        house.must(.claims(.reclassify("甲", visitClass, named: named)), as: .salesManager)
    }

    @Test(arguments: [false, true])
    func `takes the tick back once, however often the class changes`(logged: Bool) {
        var house = house(logged: logged)
        #expect(house.ticks("A") == [logged ? 1 : 0])
        turnInto(.owner, named: "A", &house)
        #expect(house.ticks("A") == [0])
        turnInto(.dealFollowup, named: "A", &house)
        turnInto(.owner, named: "A", &house)
        #expect(house.ticks("A") == [0])
    }

    @Test func `never takes the ticks of earlier groups along`() {
        var house = house(logged: true)
        house.finish("甲")
        for visit in ["乙", "丙", "丁"] as [VisitID] {
            house.arrival(visit)
            house.finish(visit)
        }
        #expect(house.ticks("A", "B", "C") == [2, 1, 1])
        turnInto(.owner, named: "A", &house)
        turnInto(.dealFollowup, named: "A", &house)
        #expect(house.ticks("A", "B", "C") == [1, 1, 1])
    }

    @Test(arguments: [false, true])
    func `there and back leaves the tick as it was`(logged: Bool) {
        var house = house(logged: logged)
        turnInto(.owner, named: "A", &house)
        turnInto(.newFirst, &house)
        house.must(.visits(.finish("甲", logged: true)))
        #expect(house.ticks("A") == [1])
        turnInto(.owner, named: "A", &house)
        #expect(house.ticks("A") == [0])
    }

    @Test(arguments: [false, true])
    func `by a claim leaves neither of the two a tick`(logged: Bool) {
        var house = house(logged: logged)
        let fact = CustomerFact("王", "B", .visit, occurred: House.monday.at(TimeOfDay(9, 0)))
        house.must(.claims(.note(fact)), as: .salesManager)
        house.must(.claims(.claim(Claim("甲", by: "B", person: "王"))))
        house.finish("甲")
        #expect(house.ticks("A", "B") == [0, 0])
        #expect(house.queue == ["A", "B", "C"])
    }

    @Test func `for a complaint leaves the tick with the first, also when it is corrected again`() {
        var house = house(logged: true)
        house.must(.claims(.change(ChangeSlip("甲", to: "B", .complaint))), as: .salesManager)
        #expect(house.ticks("A", "B") == [1, 0])
        turnInto(.dealFollowup, named: "B", &house)
        #expect(house.ticks("A", "B") == [1, 0])
    }
}

@Suite struct `A correction on a ring` {
    private func house() -> House {
        var house = House(["A", "B", "C", "D"])
        house.wait(until: 10, 0)
        house.arrival("甲")
        return house
    }

    @Test func `gives the turn back once, however often the class changes`() {
        var house = house()
        for visitClass in [VisitClass.owner, .dealFollowup, .ownedReturning] {
            house.must(.claims(.reclassify("甲", visitClass, named: "A")), as: .salesManager)
        }
        #expect(house.owed == ["A"])
        #expect(house.pointer == "B")
    }

    @Test func `into a referral of the same consultant costs one turn in all`() {
        var house = house()
        house.must(.claims(.reclassify("甲", .referral, named: "A")), as: .salesManager)
        #expect(house.owed == ["A"])
        #expect(house.state.rotation.member("A")?.advance == 1)
    }

    @Test(arguments: [(300, true), (301, false)])
    func `is anybody's within the window and management's after it`(
        seconds: Int, stands: Bool
    ) {
        var house = house()
        house.now = house.now.adding(seconds: seconds)
        let ask = Command.claims(.reclassify("甲", .owner, named: "A"))
        let before = house.state
        let refusal = house.refusal(ask, as: .consultant)
        #expect((refusal == nil) == stands)
        guard !stands else { return }
        let end = House.monday.at(TimeOfDay(10, 5))
        #expect(refusal == .claims(.reclassWindowClosed(until: end)))
        #expect(house.state == before)
        house.must(ask, as: .salesManager)
        #expect(house.owed == ["A"])
    }

    @Test func `of a group that management holds gives the lock's turn back`() {
        var house = house()
        for visit in ["乙", "丙", "丁", "戊"] as [VisitID] { house.arrival(visit) }
        #expect(house.visit("戊")?.lockedFor == "A")
        #expect(house.pointer == "B")
        house.must(.claims(.reclassify("戊", .owner, named: "C")), as: .salesManager)
        #expect(house.visit("戊")?.lockedFor == nil)
        #expect(house.owed == ["A"])
        house.finish("丙")
        #expect(house.visit("戊")?.receptionist == "C")
        #expect(house.visit("戊")?.effect == .notCounted)
    }

    @Test func `cannot claim a group that management holds`() {
        var house = house()
        for visit in ["乙", "丙", "丁", "戊"] as [VisitID] { house.arrival(visit) }
        let fact = CustomerFact("王", "C", .visit, occurred: house.now)
        house.must(.claims(.note(fact)), as: .salesManager)
        let before = house.state
        #expect(
            house.refusal(.claims(.claim(Claim("戊", by: "C", person: "王"))))
                == .unknownVisit("戊"))
        #expect(house.state == before)
    }
}

@Suite struct `Groups that are one` {
    private func house(_ first: VisitClass, _ second: VisitClass) -> House {
        var house = House(["A", "B", "C"])
        house.wait(until: 10, 0)
        house.arrival("甲", first, named: first == .newFirst ? nil : "A")
        house.now = house.now.adding(seconds: 1)
        house.arrival("乙", second, named: second == .newFirst ? nil : "B")
        return house
    }

    @Test func `leave no line, no table and no fine for whoever gave theirs up`() {
        var house = house(.newFirst, .newFirst)
        house.must(.claims(.merge("甲", "乙")), as: .salesManager)
        #expect(house.state.registers.visits.isEmpty)
        #expect(house.state.registers.tables.isEmpty)
        house.finish("甲")
        #expect(house.state.registers.tables.map(\.visit) == ["甲"])
        house.now = House.monday.adding(days: 1).start
        house.must(.settleDue, as: .clock)
        #expect(house.penalties == 0)
    }

    @Test func `keep a counted turn when the other helped out a colleague`() {
        var house = House(["A", "B", "C"])
        house.away("C", .personal)
        house.arrival("甲")
        house.ownCustomer("乙", of: "C")
        #expect(house.visit("乙")?.receptionist == "B")
        house.must(.claims(.merge("乙", "甲")), as: .salesManager)
        #expect(house.visit("甲")?.receptionist == "A")
        #expect(house.presence("B") == .onStand)
        #expect(house.owed.isEmpty)
        #expect(house.pointer == "B")
    }

    @Test func `return the advance of a referral that was folded in`() {
        var house = House(["A", "B", "C"])
        house.arrival("甲")
        house.arrival("乙", .referral, named: "C")
        #expect(house.state.rotation.member("C")?.advance == 1)
        house.must(.claims(.merge("甲", "乙")), as: .salesManager)
        #expect(house.state.rotation.member("C")?.advance == 0)
        #expect(house.owed.isEmpty)
    }

    @Test func `free the other for what waits`() {
        var house = House(["A", "B"])
        for visit in ["甲", "乙", "丙"] as [VisitID] { house.arrival(visit) }
        #expect(house.visit("丙")?.lockedFor == "A")
        house.must(.claims(.merge("甲", "乙")), as: .salesManager)
        #expect(house.presence("B") == .onStand)
        #expect(house.owed == ["B"])
        #expect(house.visit("丙")?.lockedFor == "A")
    }

    @Test func `are two different visits`() {
        var house = house(.newFirst, .newFirst)
        let before = house.state
        #expect(house.refusal(.claims(.merge("甲", "甲")), as: .salesManager) != nil)
        #expect(house.refusal(.claims(.merge("甲", "无")), as: .salesManager) != nil)
        #expect(house.state == before)
    }
}
