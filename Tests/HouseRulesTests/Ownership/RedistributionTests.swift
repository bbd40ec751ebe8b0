import Testing

@testable import HouseRules

@Suite struct `Handing out the pool` {
    /// So many customers of these consultants who have all lapsed.
    private func house(_ lost: [StaffID], policy: Policy = Policy()) -> House {
        var house = House(["A", "B", "C", "D"], policy: policy)
        for (number, staff) in lost.enumerated() {
            house.must(
                .claims(
                    .note(
                        CustomerFact(
                            PersonID("k\(number)"), staff, .visit, occurred: house.now))),
                as: .salesManager)
        }
        house.now = House.monday.adding(days: 10).at(TimeOfDay(0, 0))
        house.must(.settleDue, as: .clock)
        return house
    }

    private func preview(_ house: House, among staff: [StaffID]? = nil) -> [CustomerAssignment] {
        previewRedistribution(among: staff, in: house.state, on: house.now.day)
    }

    @Test func `gives everybody as many, and nobody what they lost`() {
        let house = house(Array(repeating: "A", count: 9))
        let preview = preview(house)
        #expect(preview.count == 9)
        #expect(!preview.contains { $0.staff == "A" })
        for staff in ["B", "C", "D"] as [StaffID] {
            #expect(preview.count { $0.staff == staff } == 3)
        }
    }

    @Test func `gives it back where nobody else is there`() {
        #expect(preview(house(["A"]), among: ["A"]) == [CustomerAssignment("k0", to: "A")])
        #expect(preview(house(["A"]), among: []) == [])
    }

    @Test func `is the same however often it is asked, and changes nothing`() {
        let house = house(["A", "B", "C", "D", "A"])
        let before = house.state
        #expect(preview(house) == preview(house))
        #expect(house.state == before)
    }

    @Test func `counts what was given before in the month`() {
        var house = house(["A", "A", "A"])
        house.must(
            .ownership(.handOut("s", [CustomerAssignment("k0", to: "B")])), as: .salesManager)
        #expect(preview(house).map(\.staff) == ["C", "D"])
        house.now = BusinessDay(year: 2025, month: 7, day: 1)!.start
        #expect(preview(house).map(\.staff) == ["B", "C"])
    }

    @Test func `names nobody twice and nobody who is somebody's`() {
        var house = house(["A", "B"])
        let twice = [CustomerAssignment("k0", to: "C"), CustomerAssignment("k0", to: "D")]
        #expect(
            house.refusal(.ownership(.handOut("s", twice)), as: .salesManager)
                == .ownership(.twice))
        house.must(
            .ownership(.handOut("s", [CustomerAssignment("k0", to: "C")])), as: .salesManager)
        #expect(
            house.refusal(
                .ownership(.handOut("t", [CustomerAssignment("k0", to: "D")])), as: .salesManager)
                == .ownership(.notInPool("k0")))
        #expect(
            house.refusal(.ownership(.handOut("u", [])), as: .salesManager)
                == .ownership(.nothingToHandOut))
    }

    @Test func `can be taken back for a week`() {
        var house = house(["A", "B"])
        house.must(.ownership(.handOut("s", preview(house))), as: .salesManager)
        #expect(house.state.ownership.pool.isEmpty)
        house.must(.ownership(.takeBack("s", note: "n")), as: .salesManager)
        #expect(house.state.ownership.pool.keys.sorted() == ["k0", "k1"])
        #expect(house.state.ownership.given.values.allSatisfy { $0 == 0 })
        house.must(.ownership(.handOut("t", preview(house))), as: .salesManager)
        house.now = House.monday.adding(days: 18).start
        house.must(.settleDue, as: .clock)
        #expect(
            house.refusal(.ownership(.takeBack("t", note: "n")), as: .salesManager)
                == .ownership(.noSuchSlip("t")))
    }

    @Test func `takes whoever lapsed this morning although no clock has ticked`() {
        var house = House(["A", "B"])
        house.must(
            .claims(.note(CustomerFact("k", "A", .visit, occurred: house.now))), as: .salesManager)
        house.now = House.monday.adding(days: 10).start
        house.must(
            .ownership(.handOut("s", [CustomerAssignment("k", to: "B")])), as: .salesManager)
        #expect(house.state.ownership.holder(of: "k", on: house.now.day) == "B")
    }
}

@Suite struct `Whose customer it is` {
    private func house() -> House {
        var house = House(["A", "B", "C"])
        for (staff, kind, day) in [
            ("C", .visit, -14), ("B", .visit, -2), ("A", .call, -1),
        ] as [(StaffID, CustomerFact.Kind, Int)] {
            let occurred = House.monday.adding(days: day).at(TimeOfDay(10, 0))
            let fact = CustomerFact("k", staff, kind, occurred: occurred, entered: occurred)
            house.must(.claims(.note(fact)), as: .salesManager)
        }
        return house
    }

    private func answers(_ known: Acquaintance) -> FirstQuestion {
        var answers = FirstQuestion()
        answers.firstVisit = false
        answers.known = known
        return answers
    }

    private func resolution(_ house: House, _ answers: FirstQuestion?) throws -> Resolution {
        try resolve("k", answers, in: house.state, under: house.policy, at: house.now)
    }

    @Test func `is told with the evidence, and why the others have it not`() throws {
        let house = house()
        let resolution = try resolution(house, answers(.named(["B"])))
        #expect(resolution.staff == "B")
        #expect(resolution.holder == "B")
        #expect(resolution.step == .threeInOne)
        #expect(resolution.visitClass == .ownedReturning)
        #expect(resolution.evidence.map(\.record.staff) == ["C", "B", "A"])
        #expect(resolution.evidence.map(\.whyNot) == [.notFresh, nil, .onlyCall])
        #expect(resolution.evidence[0].lights == [.paperRegister, .systemRecord])
        #expect(resolution.evidence[1].lights == ThreeInOne.allCases)
        #expect(resolution.path.contains(.own(9)) && resolution.path.contains(.own(1)))
        #expect(resolution.at == house.now)
    }

    @Test func `is what reception decides`() throws {
        for known in [
            Acquaintance.nobody, .forgotten, .named(["A"]), .named(["B"]), .named(["C"]),
        ] {
            var house = house()
            let asked = answers(known)
            let resolution = try resolution(house, asked)
            let outcome = house.must(
                .visits(.register(Arrival("v", .newFirst, person: "k", answers: asked))))
            #expect(house.visit("v")?.visitClass == resolution.visitClass, "\(known)")
            #expect(receptionist(outcome) == resolution.staff ?? "A", "\(known)")
        }
    }

    @Test func `changes nothing by being asked`() throws {
        let house = house()
        let before = house.state
        _ = try resolution(house, answers(.forgotten))
        #expect(house.state == before)
    }

    @Test func `is the register's word while nobody has asked the customer`() throws {
        let resolution = try resolution(house(), nil)
        #expect(resolution.staff == "B" && resolution.step == .threeInOne)
    }

    @Test func `says what the first question lacks`() {
        #expect(throws: Refusal.claims(.firstQuestionMissing([.firstVisit, .knownConsultant]))) {
            try resolution(house(), FirstQuestion())
        }
    }

    @Test func `is nobody's for a stranger`() throws {
        let house = house()
        let resolution = try resolve(
            "x", answers(.nobody), in: house.state, under: house.policy, at: house.now)
        #expect(resolution.staff == nil && resolution.step == .rotation)
        #expect(resolution.evidence.isEmpty && resolution.holder == nil)
    }
}
