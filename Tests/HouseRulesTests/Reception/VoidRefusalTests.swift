import Testing

@testable import HouseRules

/// What hangs on a visit keeps it (REC-15).
@Suite struct `A visit that cannot be declared void` {
    private func refused(_ house: inout House, _ visit: VisitID = "甲") -> VoidRefusal? {
        let before = house.state
        let ruling = house.ask(.visits(.void(visit, note: "登记了两次")), as: .salesManager)
        #expect(ruling.events.isEmpty)
        #expect(house.state == before)
        guard case .void(let refusal) = ruling.refusal else { return nil }
        return refusal
    }

    private func house(entered: Bool = true) -> House {
        var house = House(["A", "B", "C", "D"])
        house.wait(until: 10, 0)
        house.must(.visits(.register(Arrival("甲", .newFirst, person: "郑"))))
        if entered { house.must(.visits(.log("甲"))) }
        return house
    }

    @Test func `is told so without a reason, or a second time`() {
        var house = house()
        #expect(house.ask(.visits(.void("甲", note: ""))).refusal == .void(.reasonMissing))
        house.must(.visits(.void("甲", note: "重复")))
        #expect(refused(&house) == .alreadyVoid)
        #expect(house.ask(.visits(.void("无", note: "重复"))).refusal == .unknownVisit("无"))
    }

    @Test func `is one that the person who asks received`() {
        var house = house()
        let ruling = decide(
            .visits(.void("甲", note: "重复")), by: Actor("A", .dutyOfficer), in: house.state,
            under: house.policy, at: house.now)
        #expect(ruling.refusal == .notPermitted(.dutyOfficer))
        #expect(house.ask(.visits(.void("甲", note: "重复")), as: .dutyOfficer).answer == .done)
    }

    @Test func `is of another day`() {
        var house = house(entered: false)
        house.must(.visits(.finish("甲", logged: false)))
        house.closeDay()
        house.morning(of: ["A", "B", "C", "D"])
        #expect(refused(&house) == .otherDay(House.monday))
    }

    @Test func `may still be one after the close of its day`() {
        var house = house(entered: false)
        house.closeDay()
        #expect(house.ask(.visits(.void("甲", note: "重复"))).answer == .done)
        #expect(house.owed == ["A"])
    }

    @Test func `was put together with another or taken apart`() {
        var house = house()
        house.arrival("乙")
        house.must(.claims(.merge("甲", "乙")), as: .salesManager)
        #expect(refused(&house, "乙") == .bound(.merged(into: "甲")))
        house.must(.claims(.split("甲", Arrival("丙", .newFirst))), as: .salesManager)
        #expect(refused(&house) == .bound(.split("丙")))
        house.must(.visits(.void("丙", note: "拆错了")))
        #expect(house.ask(.visits(.void("甲", note: "重复"))).answer == .done)
    }

    @Test func `has a slip for another consultant`() {
        var house = house()
        house.must(.claims(.change(ChangeSlip("甲", to: "C", .wish))), as: .salesManager)
        #expect(refused(&house) == .bound(.slip("C")))
    }

    @Test func `is one that somebody left in the middle`() {
        var house = house(entered: false)
        house.must(.duty(.leaveReception("甲", .illness)), as: .salesManager)
        #expect(refused(&house) == .bound(.left("A")))
    }

    @Test func `is on the building site`() {
        var house = house()
        house.must(
            .registers(
                .departTour(
                    TourSheet(
                        "甲", approval: "函1", approvedAt: house.now, customers: 1, escorts: 1,
                        helmets: 2))), as: .salesManager)
        #expect(refused(&house) == .onSiteTour)
    }

    @Test func `is what a later visit of the same customer rests on`() {
        var house = house()
        house.wait(until: 10, 20)
        house.must(
            .visits(.register(Arrival("乙", .ownedReturning, named: "A", person: "郑"))))
        #expect(refused(&house) == .laterVisit("乙", at: house.now))
        house.must(.visits(.void("乙", note: "重复")))
        #expect(house.ask(.visits(.void("甲", note: "重复"))).answer == .done)
    }

    @Test func `brought a customer who is somebody else's by now`() {
        var house = house()
        house.must(.claims(.handOver("郑", to: "D", note: "n")), as: .salesManager)
        #expect(refused(&house) == .movedOn(to: "D"))
    }

    @Test func `came before a deal`() {
        var house = house()
        house.wait(until: 15, 0)
        house.must(
            .adjudication(
                .order(
                    DealOrder(
                        "成1", of: "郑", by: "A", price: .yuan(1_000_000),
                        commission: .yuan(5000)))), as: .clericalStaff)
        #expect(refused(&house) == .dealt("成1"))
    }
}
