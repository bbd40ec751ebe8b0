import HouseRules
import Testing

@Suite struct `Management covers` {
    /// A, B, C and D receive from 10:50 on, the pointer stands at A.
    private func everybodyReceives(_ policy: Policy = Policy()) -> House {
        var house = House(["A", "B", "C", "D"], policy: policy)
        house.wait(until: 10, 50)
        for visit in ["甲", "乙", "丙", "丁"] { house.arrival(VisitID(visit)) }
        return house
    }

    @Test func `for the one the pointer stands at, whoever is ready first`() {
        var house = everybodyReceives()
        #expect(house.arrival("戊", at: TimeOfDay(11, 0)) == .cover(lockedFor: "A"))
        #expect(house.because.contains(.nobodyOnStand))
        #expect(house.because.contains(.lockedFor("A")))
        #expect(house.pointer == "B")
        house.finish("丙", at: TimeOfDay(11, 8))
        #expect(house.visit("戊")?.receptionist == nil)
        house.finish("甲", at: TimeOfDay(11, 10))
        #expect(house.visit("戊")?.receptionist == "A")
        #expect(house.visit("戊")?.effect == .counted)
        #expect(house.because.contains(.handedOver("A")))
        #expect(house.pointer == "B")
        #expect(house.effects(of: "B") == [.counted])
    }

    @Test func `steps over an errand and owes a turn for it`() {
        var house = House(["A", "B", "C"])
        house.away("A", .official)
        for visit in ["甲", "乙"] { house.ownCustomer(VisitID(visit), of: visit == "甲" ? "B" : "C") }
        #expect(house.arrival("丙") == .cover(lockedFor: "B"))
        #expect(house.owed == ["A"])
        house.comeBack("A")
        #expect(house.visit("丙")?.receptionist == nil)
        #expect(house.arrival("丁") == .receptionist("A", .makeupUsed))
        house.finish("甲")
        #expect(house.visit("丙")?.receptionist == "B")
    }

    @Test func `steps over an advance and spends it`() {
        var house = House(["A", "B"])
        house.arrival("甲", .referral, named: "B")
        house.ownCustomer("乙", of: "A")
        house.state.apply(.reception(.pointerMoved(after: "A")))
        #expect(house.pointer == "B")
        #expect(house.arrival("丙") == .cover(lockedFor: "A"))
        #expect(house.effects(of: "B") == [.advance, .advanceSpent])
        #expect(house.pointer == "B")
    }

    @Test func `steps over somebody who stands in for a colleague, the first time round`() {
        var house = House(["A", "B"])
        house.must(.presence(.goOff("B", .rest)))
        house.arrival("甲", .ownedReturning, named: "B")
        #expect(house.presence("A") == .receivingExisting)
        #expect(house.arrival("乙") == .cover(lockedFor: "A"))
        #expect(house.effects(of: "A") == [.notCounted, .makeupGranted])
    }

    @Test func `notes nothing while nobody receives`() {
        var house = House(["A", "B", "C", "D"])
        for staff in ["A", "B"] { house.away(StaffID(staff), .official) }
        house.wait(until: 12, 10)
        for staff in ["C", "D"] { house.away(StaffID(staff), .meal) }
        #expect(house.arrival("甲") == .cover(lockedFor: nil))
        #expect(house.because.contains(.firstToReturn))
        #expect(house.owed.isEmpty)
        #expect(house.pointer == "A")
        house.wait(until: 12, 20)
        house.comeBack("C")
        #expect(house.visit("甲")?.receptionist == "C")
        #expect(house.owed == ["A", "B"])
        #expect(house.pointer == "D")
    }

    @Test func `notes nothing either when somebody away cannot be called back`() {
        var house = House(["A", "B"], policy: policy { $0.standbyCount = nil })
        house.away("A", .personal)
        house.away("B", .official)
        #expect(house.arrival("甲") == .cover(lockedFor: nil))
        #expect(!isDue(house.state, under: house.policy, at: house.now.adding(seconds: 3600)))
        #expect(house.effects(of: "A").isEmpty)
    }

    @Test func `calls back to the second, then locks the next`() {
        var house = House(["A", "B"])
        house.away("A", .personal)
        house.ownCustomer("乙", of: "B")
        house.wait(until: 11, 0)
        let until = house.now.adding(seconds: 60)
        #expect(house.arrival("甲") == .cover(lockedFor: nil))
        #expect(house.because.contains(.recalled("A", until: until)))
        #expect(house.visit("甲")?.recallUntil == until)
        house.now = Moment(milliseconds: until.milliseconds + 999)
        house.must(.settleDue, as: .clock)
        #expect(house.effects(of: "A").isEmpty)
        house.now = until.adding(seconds: 1)
        house.must(.settleDue, as: .clock)
        #expect(house.effects(of: "A") == [.forfeited])
        #expect(house.visit("甲")?.lockedFor == "B")
        house.comeBack("A")
        #expect(house.visit("甲")?.receptionist == nil)
        house.finish("乙")
        #expect(house.visit("甲")?.receptionist == "B")
    }

    @Test func `gives the group to whoever answers the call back in time`() {
        var house = House(["A", "B"])
        house.away("A", .personal)
        house.ownCustomer("乙", of: "B")
        house.arrival("甲")
        house.now = house.now.adding(seconds: 60)
        house.comeBack("A")
        #expect(house.visit("甲")?.receptionist == "A")
        #expect(house.effects(of: "A") == [.counted])
        #expect(!isDue(house.state, under: house.policy, at: house.now.adding(seconds: 600)))
    }

    @Test func `calls back for every group by itself`() {
        var house = House(["A", "B"])
        house.away("A", .personal)
        house.ownCustomer("乙", of: "B")
        house.wait(until: 11, 0, 0)
        house.arrival("甲")
        house.wait(until: 11, 0, 30)
        house.arrival("丙")
        house.wait(until: 11, 1, 1)
        house.must(.settleDue, as: .clock)
        #expect(house.visit("甲")?.lockedFor == "B")
        #expect(house.visit("丙")?.lockedFor == nil)
        house.wait(until: 11, 1, 31)
        house.must(.settleDue, as: .clock)
        #expect(house.visit("丙")?.lockedFor == "B")
        #expect(house.effects(of: "A") == [.forfeited, .forfeited])
    }

    @Test func `may not take over while somebody is called back`() {
        var house = House(["A", "B"])
        house.away("A", .personal)
        house.ownCustomer("乙", of: "B")
        house.wait(until: 11, 0)
        house.arrival("甲")
        let take = Command.visits(.take("甲", "boss"))
        house.wait(until: 11, 1)
        #expect(house.refusal(take, as: .salesManager) == .managerCoverNotAllowed("A"))
        house.wait(until: 11, 1, 1)
        house.must(.settleDue, as: .clock)
        #expect(house.must(take, as: .salesManager) == .cover(lockedFor: "B"))
    }

    @Test func `may not take over from whoever the house sends`() {
        var house = House(["A"])
        house.arrival("甲")
        let take = Command.visits(.take("甲", "boss"))
        #expect(house.refusal(take, as: .salesSupervisor) == .managerCoverNotAllowed("A"))
        #expect(house.must(take.by("A"), as: .salesManager) == .receptionist("A", .counted))
    }

    @Test func `locks several groups, each for its own receiver`() {
        var house = everybodyReceives()
        for (visit, staff) in [("戊", "A"), ("己", "B"), ("庚", "C"), ("辛", "D"), ("壬", "A")] {
            #expect(house.arrival(VisitID(visit)) == .cover(lockedFor: StaffID(staff)))
        }
        house.finish("甲")
        #expect(house.visit("戊")?.receptionist == "A")
        house.finish("戊")
        #expect(house.visit("壬")?.receptionist == "A")
    }

    @Test func `keeps a turn owed for the next group`() {
        var house = House(["A", "B"])
        house.must(.roster(.adjust("B", .makeupGranted, note: "")), as: .salesManager)
        house.arrival("甲")
        house.arrival("乙")
        #expect(house.presence("B") == .receivingTurn)
        house.must(.roster(.adjust("B", .makeupGranted, note: "")), as: .salesManager)
        #expect(house.arrival("丙") == .cover(lockedFor: "B"))
        #expect(house.owed == ["B"])
        house.finish("甲")
        #expect(house.visit("丙")?.effect == .counted)
        #expect(house.owed == ["B"])
    }

    @Test func `asks only for itself, on a ring of one`() {
        var house = House(["A"])
        house.arrival("甲")
        #expect(house.arrival("乙") == .cover(lockedFor: "A"))
        house.finish("甲")
        #expect(house.visit("乙")?.effect == .counted)
        #expect(house.pointer == "A")
    }

    @Test func `gives the group to the first to return on a tally site`() {
        var house = House(["A", "B"], policy: tally())
        house.arrival("甲")
        house.arrival("乙")
        #expect(house.arrival("丙") == .cover(lockedFor: nil))
        house.finish("乙")
        #expect(house.visit("丙")?.receptionist == "B")
        house.finish("丙")
        #expect(house.ticks("A", "B") == [0, 2])
    }
}

extension Command {
    /// The same wish for a visit, by somebody else.
    fileprivate func by(_ staff: StaffID) -> Command {
        guard case .visits(.take(let visit, _)) = self else { return self }
        return .visits(.take(visit, staff))
    }
}
