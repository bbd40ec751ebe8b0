import HouseRules
import Testing

@Suite struct `The ring` {
    @Test func `gives groups out in order and moves on`() {
        var house = House(["A", "B", "C", "D"])
        #expect(receptionist(house.arrival("甲")) == "A")
        #expect(receptionist(house.arrival("乙")) == "B")
        #expect(receptionist(house.arrival("丙")) == "C")
        #expect(house.state.rotation.pointerStaff == "D")
    }

    @Test func `forfeits a private absence and a busy turn`() {
        var house = House(["A", "B", "C", "D"])
        for visit in ["甲", "乙", "丙"] { house.arrival(VisitID(visit)) }
        house.must(.presence(.leave("D", .personal, until: nil)))
        house.finish("乙", at: TimeOfDay(10, 9))
        #expect(receptionist(house.arrival("丁", at: TimeOfDay(10, 10))) == "B")
        #expect(house.effects(of: "D") == [.forfeited])
        #expect(house.effects(of: "A") == [.counted, .forfeited])
        #expect(house.state.rotation.pointerStaff == "C")
    }

    @Test func `owes a turn missed on an errand and redeems it first`() {
        var house = House(["A", "B", "C", "D"])
        for visit in ["甲", "乙", "丙"] { house.arrival(VisitID(visit)) }
        house.must(.presence(.leave("D", .official, until: nil)), as: .salesManager)
        house.finish("乙", at: TimeOfDay(10, 9))
        house.arrival("丁", at: TimeOfDay(10, 10))
        house.must(.presence(.comeBack("D")))
        #expect(house.arrival("戊") == .receptionist("D", .makeupUsed))
        #expect(house.state.rotation.pointerStaff == "C")
        #expect(house.state.rotation.makeups.isEmpty)
    }

    @Test func `spends advances lap by lap and notes everybody else once`() {
        var house = House(["A", "B", "C", "D"])
        house.arrival("甲", .referral, named: "B")
        house.must(.presence(.leave("C", .official, until: nil)), as: .salesManager)
        house.must(.presence(.goOff("D", .rest)))
        house.state.apply(.reception(.advanceTaken("A", count: 2)))
        house.state.apply(.reception(.owedCleared("B", makeups: 0, advances: 1)))
        #expect(house.arrival("乙") == .receptionist("A", .counted))
        #expect(house.effects(of: "A") == [.advanceSpent, .advanceSpent, .counted])
        #expect(house.effects(of: "B") == [.advance, .forfeited])
        #expect(house.effects(of: "C") == [.makeupGranted])
        #expect(house.effects(of: "D").isEmpty)
        #expect(house.state.rotation.pointerStaff == "B")
    }

    @Test func `locks a visit for the one due when everybody receives`() {
        var house = House(["A", "B", "C", "D"])
        for visit in ["甲", "乙", "丙", "丁"] { house.arrival(VisitID(visit)) }
        #expect(house.arrival("戊") == .cover(lockedFor: "A"))
        #expect(house.arrival("己") == .cover(lockedFor: "B"))
        house.finish("丙")
        #expect(house.state.rotation.visits["戊"]?.receptionist == nil)
        house.finish("甲")
        #expect(house.state.rotation.visits["戊"]?.receptionist == "A")
        #expect(house.effects(of: "A") == [.counted, .counted])
        #expect(house.state.rotation.pointerStaff == "C")
    }

    @Test func `calls back a private absence before locking past it`() {
        var policy = Policy()
        policy.rotation.standbyCount = nil
        var house = House(["A", "B"], policy: policy)
        house.must(.presence(.leave("A", .personal, until: nil)))
        house.arrival("甲", at: TimeOfDay(10, 50))
        #expect(house.effects(of: "A") == [.forfeited])
        house.state.apply(.reception(.pointerMoved(after: "B")))
        #expect(house.arrival("乙", at: TimeOfDay(11, 0)) == .cover(lockedFor: nil))
        house.now = House.monday.at(TimeOfDay(11, 1, 0))
        #expect(!isDue(house.state, under: house.policy, at: house.now))
        house.now = House.monday.at(TimeOfDay(11, 1, 1))
        #expect(isDue(house.state, under: house.policy, at: house.now))
        house.must(.settleDue, as: .clock)
        #expect(house.effects(of: "A") == [.forfeited, .forfeited])
        #expect(house.state.rotation.visits["乙"]?.lockedFor == "B")
    }

    @Test func `keeps the order from one day to the next`() {
        var house = House(["A", "B", "C", "D"])
        for visit in ["甲", "乙"] { house.arrival(VisitID(visit)) }
        house.finish("甲")
        house.finish("乙")
        house.must(.sheet(.close), as: .dutyOfficer)
        house.now = House.monday.adding(days: 1).at(TimeOfDay(8, 50))
        for staff in ["A", "B", "C", "D"] { house.must(.presence(.clockIn(StaffID(staff)))) }
        house.now = House.monday.adding(days: 1).at(TimeOfDay(9, 0))
        #expect(house.must(.sheet(.publish), as: .dutyOfficer) == .sheet(["C", "D", "A", "B"]))
        #expect(house.state.calls.order == ["B", "A", "D", "C"])
    }
}
