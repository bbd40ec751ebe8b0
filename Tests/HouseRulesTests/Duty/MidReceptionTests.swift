import Testing

@testable import HouseRules

/// Leaving in the middle of a reception (REC-14): whose turn, whose line, whose customer.
@Suite struct `Somebody who walks away from a group` {
    private func house(_ policy: Policy = Policy()) -> House {
        var house = House(["A", "B", "C", "D"], policy: policy)
        house.wait(until: 10, 0)
        house.must(.visits(.register(Arrival("甲", .newFirst, person: "王"))))
        house.wait(until: 10, 20)
        return house
    }

    private func holder(_ house: House) -> StaffID? {
        house.state.ownership.holder(of: "王", on: House.monday)
    }

    @Test func `for private reasons loses the customer and has still used the turn`() {
        var house = house()
        house.must(.duty(.leaveReception("甲", .personal)))
        #expect(house.visit("甲")?.receptionist == "B")
        #expect(house.visit("甲")?.effect == .counted)
        #expect(house.owed.isEmpty)
        #expect(holder(house) == nil)
        house.finish("甲")
        #expect(holder(house) == "B")
    }

    @Test func `loses the customer also when the line was written already`() {
        var house = house()
        house.must(.visits(.log("甲")))
        #expect(holder(house) == "A")
        house.must(.duty(.leaveReception("甲", .personal)))
        #expect(holder(house) == nil)
        house.finish("甲")
        #expect(holder(house) == "B")
    }

    @Test(arguments: [MidLeave.official, .illness])
    func `with a reason keeps the customer and the turn`(kind: MidLeave) {
        var house = house()
        house.must(.duty(.leaveReception("甲", kind)))
        #expect(house.visit("甲")?.receptionist == "D")
        #expect(house.visit("甲")?.effect == .notCounted)
        #expect(house.presence("D") == .receivingExisting)
        house.finish("甲")
        #expect(holder(house) == "A")
        #expect(house.pointer == "B")
        #expect(house.presence("A") == (kind == .illness ? .offDuty : .awayOfficial))
    }

    @Test(arguments: [false, true])
    func `on a tally site costs both a tick, whenever the line was written`(logged: Bool) {
        var house = house(tally())
        if logged { house.must(.visits(.log("甲"))) }
        house.must(.duty(.leaveReception("甲", .personal)))
        #expect(house.ticks("A", "B") == [1, 0])
        house.finish("甲")
        #expect(house.ticks("A", "B") == [1, 1])
        #expect(holder(house) == "B")
    }

    @Test func `on a tally site with a reason costs the other no tick`() {
        var house = house(tally())
        house.must(.duty(.leaveReception("甲", .official)))
        #expect(house.ticks("A", "B", "C", "D") == [1, 0, 0, 0])
        house.finish("甲")
        #expect(house.ticks("A", "B", "C", "D") == [1, 0, 0, 0])
    }

    @Test func `keeps a customer that was theirs before`() {
        var house = House(["A", "B"])
        let fact = CustomerFact("王", "A", .visit, occurred: house.now)
        house.must(.claims(.note(fact)), as: .salesManager)
        house.must(.visits(.register(Arrival("甲", .ownedReturning, named: "A", person: "王"))))
        house.must(.duty(.leaveReception("甲", .personal)))
        #expect(house.visit("甲")?.effect == .notCounted)
        #expect(holder(house) == "A")
        #expect(house.pointer == "A")
    }

    @Test func `in the middle of a referral has spent the next turn all the same`() {
        var house = House(["A", "B", "C"])
        house.arrival("甲", .referral, named: "B")
        #expect(house.state.rotation.member("B")?.advance == 1)
        house.must(.duty(.leaveReception("甲", .personal)))
        #expect(house.visit("甲")?.receptionist == "A")
        #expect(house.visit("甲")?.effect == .counted)
        #expect(house.state.rotation.member("B")?.advance == 1)
    }

    @Test func `cannot when nobody is there, and nothing has changed`() {
        var house = House(["A", "B"])
        house.arrival("甲")
        house.away("B", .personal)
        let before = house.state
        for kind in MidLeave.allCases {
            #expect(
                house.refusal(.duty(.leaveReception("甲", kind))) == .duty(.nobodyToTakeOver))
        }
        #expect(house.state == before)
    }

    @Test func `cannot while on the phone, nor from a group that is held`() {
        var house = House(["A"])
        house.arrival("甲")
        house.arrival("乙")
        #expect(house.refusal(.duty(.leaveReception("乙", .personal))) == .unknownVisit("乙"))
        #expect(house.refusal(.duty(.leaveReception("无", .personal))) == .unknownVisit("无"))
    }
}
