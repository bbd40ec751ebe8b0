import Testing

@testable import HouseRules

/// Tour groups that came without an order, and the order that comes later (REC-23).
@Suite struct `The order for a tour group` {
    private let order = TourOrder(assigner: "甲方", group: "团", size: 20)

    private func prove(_ visit: VisitID, _ house: inout House) -> Refusal? {
        house.refusal(.duty(.proveTour(visit, order)))
    }

    @Test func `gives back the turn that the group has used, once`() {
        var house = House(["A", "B"])
        house.arrival("甲", .tourGroup)
        #expect(prove("甲", &house) == nil)
        #expect(house.owed == ["A"])
        #expect(prove("甲", &house) == .duty(.nothingToProve("甲")))
        #expect(house.owed == ["A"])
    }

    @Test func `gives nothing back before the hours, when no turn is used`() {
        var house = House(["A", "B"])
        house.policy.duty.hoursFrom = TimeOfDay(9, 30)
        house.policy.duty.hoursTo = TimeOfDay(18, 0)
        house.arrival("甲", .tourGroup, at: TimeOfDay(9, 29, 59))
        #expect(house.visit("甲")?.effect == .notCounted)
        #expect(prove("甲", &house) == .duty(.nothingToProve("甲")))
        house.arrival("乙", .tourGroup, at: TimeOfDay(9, 30))
        #expect(house.visit("乙")?.effect == .counted)
        #expect(prove("乙", &house) == nil)
    }

    @Test func `gives the turn back to whoever used it, not to whoever refused the group`() {
        var house = House(["A", "B", "C"])
        house.arrival("甲", .tourGroup)
        house.must(.duty(.refuse("甲", "A", note: "n")))
        #expect(house.visit("甲")?.receptionist == "B")
        #expect(prove("甲", &house) == nil)
        #expect(house.owed == ["B"])
    }

    @Test func `gives the turn back to whoever used it, not to whoever never answered`() {
        var house = House(["A", "B", "C"])
        house.policy.duty.answerRequired = true
        house.arrival("甲", .tourGroup)
        house.now = house.now.adding(seconds: 61)
        house.must(.settleDue, as: .clock)
        #expect(prove("甲", &house) == nil)
        #expect(house.owed == ["B"])
    }

    @Test func `gives back nothing while nobody has taken the group over`() {
        var house = House(["A"])
        house.policy.duty.answerRequired = true
        house.arrival("甲", .tourGroup)
        house.now = house.now.adding(seconds: 61)
        house.must(.settleDue, as: .clock)
        #expect(house.visit("甲")?.receptionist == nil)
        #expect(prove("甲", &house) == .duty(.nothingToProve("甲")))
        house.comeBack("A")
        #expect(house.visit("甲")?.receptionist == "A")
        #expect(prove("甲", &house) == nil)
    }

    @Test func `stays with the turn of whoever had to leave on business`() {
        var house = House(["A", "B", "C"])
        house.arrival("甲", .tourGroup)
        house.must(.duty(.leaveReception("甲", .illness)))
        #expect(house.visit("甲")?.receptionist == "C")
        #expect(prove("甲", &house) == nil)
        #expect(house.owed == ["A"])
    }

    @Test func `does not give back again what a change of class has given back`() {
        var house = House(["A", "B"])
        house.arrival("甲", .tourGroup)
        house.must(.claims(.reclassify("甲", .owner, named: "A")), as: .salesManager)
        #expect(house.owed == ["A"])
        #expect(prove("甲", &house) == .duty(.nothingToProve("甲")))
    }

    @Test func `does not give back again what merging has given back`() {
        var house = House(["A", "B", "C"])
        house.arrival("甲")
        house.now = house.now.adding(seconds: 1)
        house.arrival("乙", .tourGroup)
        house.must(.claims(.merge("甲", "乙")), as: .salesManager)
        #expect(house.owed == ["B"])
        #expect(prove("乙", &house) == .duty(.nothingToProve("乙")))
        #expect(house.owed == ["B"])
    }

    @Test(arguments: [(23, 59, 59), (18, 0, 1)])
    func `is in time until midnight, also after the close`(hour: Int, minute: Int, second: Int) {
        var house = House(["A", "B"])
        house.arrival("甲", .tourGroup)
        house.finish("甲")
        house.closeDay()
        house.wait(until: hour, minute, second)
        #expect(prove("甲", &house) == nil)
        #expect(house.owed == ["A"])
        house.morning(of: ["A", "B"])
        house.arrival("乙")
        #expect(house.visit("乙")?.receptionist == "A")
        #expect(house.visit("乙")?.effect == .returnedUsed)
        #expect(house.pointer == "B")
    }

    @Test func `is too late at midnight`() {
        var house = House(["A", "B"])
        house.arrival("甲", .tourGroup)
        house.finish("甲")
        house.now = House.monday.adding(days: 1).start
        #expect(prove("甲", &house) == .duty(.proofTooLate))
        #expect(house.owed.isEmpty)
    }

    @Test(arguments: [1, 2])
    func `takes a tally's ticks back only once they were given`(perReception: Int) {
        var house = House(["A", "B"], policy: tally { $0.tickPerReception = perReception })
        house.arrival("甲", .tourGroup)
        #expect(prove("甲", &house) == nil)
        house.finish("甲")
        #expect(house.ticks("A") == [0])
        house.arrival("乙", .tourGroup)
        house.finish("乙")
        #expect(house.ticks("A", "B") == [perReception, 0])
        #expect(prove("乙", &house) == nil)
        #expect(house.ticks("A", "B") == [0, 0])
    }

    @Test(arguments: [
        TourOrder(assigner: "p", group: "", size: 1), TourOrder(assigner: "p", group: "g", size: 0),
        TourOrder(assigner: "p", group: "g", size: -1),
    ])
    func `says which group, and of how many`(order: TourOrder) {
        var house = House(["A"])
        house.arrival("甲", .tourGroup)
        #expect(house.refusal(.duty(.proveTour("甲", order))) == .duty(.factsMissing))
        #expect(house.owed.isEmpty)
    }
}
