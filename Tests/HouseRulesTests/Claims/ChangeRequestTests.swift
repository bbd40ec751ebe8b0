import Testing

@testable import HouseRules

/// Customers who want another consultant (REC-36).
@Suite struct `A request for another consultant` {
    private func house(_ change: (inout Policy) -> Void = { _ in }) -> House {
        var policy = Policy()
        change(&policy)
        var house = House(["A", "B", "C", "D"], policy: policy)
        house.must(
            .claims(.note(CustomerFact("李", "B", .visit, occurred: house.now))),
            as: .salesManager)
        house.wait(until: 10, 0)
        return house
    }

    private func ask(_ cause: ChangeCause = .wish, wants: StaffID? = "D") -> Command {
        .claims(.askChange(ChangeWish("换", of: "李", wants: wants, cause, note: "客户说的")))
    }

    private func rule(_ ruling: ChangeRuling) -> Command {
        .claims(.ruleChange("换", ruling, note: "核实过"))
    }

    private func holder(_ house: House) -> StaffID? {
        house.state.ownership.holder(of: "李", on: house.now.day)
    }

    @Test func `has until so many hours later`() {
        var house = house { $0.claims.changeHours = 2 }
        house.must(ask())
        let request = house.state.customers.requests["换"]
        #expect(request?.from == "B")
        #expect(request?.due == house.now.adding(seconds: 7200))
        #expect(holder(house) == "B")
    }

    @Test(arguments: [ChangeCause.complaint, .wish])
    func `gives the customer from that day on to whom management says`(cause: ChangeCause) {
        var house = house()
        house.must(ask(cause, wants: nil))
        house.wait(until: 15, 0)
        house.must(rule(.granted(to: "C")), as: .salesSupervisor)
        #expect(holder(house) == "C")
        let records = house.state.ownership.records(of: "李")
        #expect(records.first?.ended == (cause == .complaint ? .voidByRuling : .released))
        #expect(records.last?.clock.began == House.monday)
        #expect(house.state.adjudication.changes["李"] == ConsultantChange(from: "B", to: "C"))
        #expect(house.state.customers.requests.isEmpty)
        #expect(house.owed.isEmpty)
    }

    @Test func `that is refused changes nothing, and another may be asked for`() {
        var house = house()
        house.must(ask())
        house.must(rule(.refused), as: .salesManager)
        #expect(holder(house) == "B")
        #expect(house.state.adjudication.changes["李"] == nil)
        #expect(house.ask(ask()).answer == .done)
    }

    @Test func `of a customer who is here is the slip of that visit`() {
        var house = house()
        house.must(
            .visits(.register(Arrival("甲", .forgotConsultant, person: "李"))))
        #expect(house.visit("甲")?.receptionist == "A")
        house.must(ask())
        let outcome = house.must(rule(.granted(to: "D")), as: .salesManager)
        #expect(outcome == .receptionist("D", .notCounted))
        #expect(house.owed == ["A"])
        #expect(holder(house) == "D")
    }

    @Test func `is not for whoever has the customer`() {
        var house = house()
        #expect(house.refusal(ask(wants: "B")) == .claims(.alreadyTheirs("B")))
        house.must(ask())
        let again = house.refusal(rule(.granted(to: "B")), as: .salesManager)
        #expect(again == .claims(.alreadyTheirs("B")))
        #expect(house.state.customers.requests["换"] != nil)
    }
}
