import Testing

@testable import HouseRules

@Suite struct `An entry of a visit that is over` {
    private func house(_ visit: VisitID = "甲", at hour: Int, _ minute: Int = 0) -> House {
        var house = House(["A", "B"])
        house.wait(until: hour, minute)
        house.must(.visits(.register(Arrival(visit, .newFirst, person: "李"))))
        return house
    }

    private func enter(_ visit: VisitID = "甲") -> Command {
        .registers(.enterVisit(visit, filled: VisitColumn.allCases))
    }

    private func holder(_ house: House) -> StaffID? {
        house.state.ownership.holder(of: "李", on: house.now.day)
    }

    @Test func `counts however many groups have left since`() {
        var house = house(at: 9)
        house.must(.visits(.finish("甲", logged: false)))
        for number in 0...Customers.rememberedVisits {
            house.now = house.now.adding(seconds: 60)
            house.arrival(VisitID("v\(number)"))
            house.finish(VisitID("v\(number)"))
        }
        #expect(house.state.customers.traces["甲"] == nil)
        house.wait(until: 23, 59, 59)
        house.must(enter())
        #expect(holder(house) == "A")
    }

    @Test func `counts after the next sheet for a group that stayed past midnight`() {
        var house = house(at: 23, 40)
        house.now = House.monday.adding(days: 1).at(TimeOfDay(0, 20))
        house.must(.visits(.finish("甲", logged: false)))
        house.morning(of: ["A", "B"], after: 0)
        var late = house
        house.wait(until: 23, 59, 59)
        house.must(enter())
        #expect(holder(house) == "A")
        #expect(house.state.ownership.records(of: "李").map(\.clock.began) == [House.monday])
        late.now = House.monday.adding(days: 2).start
        late.must(enter())
        #expect(holder(late) == nil && late.penalties == 1)
        #expect(late.state.ownership.records(of: "李").map(\.ended) == [.voidIncomplete])
    }

    @Test func `is taken for one more day as history, and then not at all`() {
        var house = house(at: 10)
        house.must(.visits(.finish("甲", logged: false)))
        house.morning(of: ["A", "B"])
        var later = house
        house.must(enter())
        #expect(house.state.ownership.records(of: "李").map(\.ended) == [.voidIncomplete])
        later.closeDay()
        later.morning(of: ["A", "B"])
        #expect(later.refusal(enter()) == .registers(.noSuchVisit("甲")))
        #expect(later.state.customers.unlogged.isEmpty)
    }

    @Test func `makes the customer somebody's also when the number is known only afterwards`() {
        var house = House(["A", "B"])
        house.arrival("甲")
        house.must(.visits(.finish("甲", logged: false)))
        var blank = house
        house.must(enter())
        #expect(holder(house) == nil)
        for var one in [house, blank] {
            one.must(.claims(.identify("甲", "李")))
            #expect(holder(one) == (one.state.registers.visits.isEmpty ? "A" : nil))
        }
        blank.must(.claims(.identify("甲", "李")))
        blank.must(enter())
        #expect(holder(blank) == "A")
    }

    @Test func `beside somebody else's customer leaves its day, as an entry in time does`() {
        for logged in [true, false] {
            var house = House(["A", "B"])
            house.must(
                .claims(.note(CustomerFact("李", "B", .visit, occurred: house.now))),
                as: .salesManager)
            house.must(.visits(.register(Arrival("甲", .newFirst, person: "李"))))
            house.must(.visits(.finish("甲", logged: logged)))
            if !logged { house.must(enter()) }
            #expect(house.state.adjudication.beside["李"] == ["A": House.monday])
        }
    }

    @Test func `lapses once, also when the group is seen off days later`() {
        var house = house(at: 17)
        house.closeDay()
        house.now = House.monday.adding(days: 2).start
        house.must(.settleDue, as: .clock)
        #expect(house.penalties == 1)
        house.wait(until: 1, 0)
        house.must(.visits(.finish("甲", logged: false)))
        #expect(
            house.last?.reasons.contains {
                if case .registers(.visitTooLate("甲", _)) = $0 { true } else { false }
            } == true)
        #expect(house.state.registers.agenda.deadlines.isEmpty)
        house.morning(of: ["A", "B"], after: 2)
        house.must(.settleDue, as: .clock)
        #expect(house.penalties == 1)
        #expect(house.state.registers.visits.isEmpty)
        var replayed = SiteState()
        for event in house.history { replayed.apply(event) }
        #expect(replayed == house.state)
    }
}
