import HouseRules
import Testing

@Suite struct `The front row` {
    @Test func `is told who is first now and who moves up`() {
        var house = House(["A", "B", "C", "D", "E"])
        house.arrival("甲")
        #expect(house.because.contains(.calledToFront(["B", "D"])))
        house.arrival("乙")
        #expect(house.because.contains(.calledToFront(["C", "E"])))
        house.arrival("丙")
        #expect(house.because.contains(.calledToFront(["D"])))
    }

    @Test(arguments: [nil, 1, 2, 5])
    func `is as long as the house says`(count: Int?) {
        var house = House(["A", "B", "C", "D"], policy: policy { $0.standbyCount = count })
        house.arrival("甲")
        let called = house.because.compactMap { reason -> [StaffID]? in
            if case .calledToFront(let staff) = reason { staff } else { nil }
        }
        #expect(called == (count.map { [$0 == 2 ? ["B", "C"] : ["B"]] } ?? []))
    }

    @Test func `is short after a minute with somebody gone without an order`() {
        var house = House(["A", "B", "C", "D", "E"])
        house.wait(until: 10, 0)
        house.arrival("甲")
        house.ownCustomer("乙", of: "E")
        #expect(house.state.rotation.shortSince == nil)
        house.away("C", .personal)
        #expect(house.state.rotation.shortSince == house.now)
        house.wait(until: 10, 1, 0)
        #expect(!isDue(house.state, under: house.policy, at: house.now))
        house.wait(until: 10, 1, 1)
        #expect(isDue(house.state, under: house.policy, at: house.now))
        house.must(.settleDue, as: .clock)
        #expect(house.because == [.frontShort(seconds: 61, onStand: 2, able: 3)])
        #expect(house.state.rotation.shortAlerted)
        #expect(!isDue(house.state, under: house.policy, at: house.now.adding(seconds: 600)))
    }

    @Test func `is not short of people on an errand`() {
        var house = House(["A", "B", "C"])
        house.away("C", .official)
        #expect(house.state.rotation.shortSince == nil)
        house.must(.settleDue, as: .clock)
        #expect(house.state.rotation.shortSince == nil)
    }

    @Test func `is short of people whose errand has run out`() {
        var house = House(["A", "B", "C"])
        house.away("C", .official, until: house.now.adding(seconds: 600))
        house.now = house.now.adding(seconds: 601)
        house.must(.settleDue, as: .clock)
        #expect(house.state.rotation.shortSince == house.now)
    }

    @Test func `is full again when they return, and may be short again`() {
        var house = House(["A", "B", "C"])
        house.away("C", .personal)
        house.now = house.now.adding(seconds: 61)
        house.must(.settleDue, as: .clock)
        house.comeBack("C")
        #expect(house.state.rotation.shortSince == nil)
        #expect(!house.state.rotation.shortAlerted)
        house.away("C", .personal)
        #expect(isDue(house.state, under: house.policy, at: house.now.adding(seconds: 61)))
    }

    @Test func `needs no more people than there are`() {
        var house = House(["A", "B"])
        #expect(house.state.rotation.shortSince == nil)
        house.away("B", .personal)
        #expect(house.state.rotation.shortSince == house.now)
    }

    @Test func `is nobody's matter after the close`() {
        var house = House(["A", "B", "C"])
        house.away("C", .personal)
        house.closeDay()
        #expect(house.state.rotation.shortSince == nil)
        #expect(!isDue(house.state, under: house.policy, at: house.now.adding(seconds: 600)))
    }

    @Test func `waits as long as the house says`() {
        var house = House(["A", "B", "C"], policy: policy { $0.standbySeconds = 0 })
        house.away("C", .personal)
        #expect(!isDue(house.state, under: house.policy, at: house.now))
        #expect(isDue(house.state, under: house.policy, at: house.now.adding(seconds: 1)))
    }
}
