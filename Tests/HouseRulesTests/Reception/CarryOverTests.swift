import HouseRules
import Testing

@Suite struct `A turn owed overnight` {
    /// B is owed a turn at the close, the pointer stands at C.
    private func owedToB(_ policy: Policy = Policy()) -> House {
        var house = House(["A", "B", "C"], policy: policy)
        house.arrival("甲")
        house.away("B", .official)
        house.arrival("乙")
        #expect(house.owed == ["B"])
        house.closeDay()
        return house
    }

    @Test func `is redeemed on the next day on duty, before the head of the sheet`() {
        var house = owedToB()
        #expect(house.morning(of: ["A", "B", "C"]) == .sheet(["A", "B", "C"]))
        #expect(house.because.contains(.carriedOver("B")))
        #expect(house.arrival("丙") == .receptionist("B", .makeupUsed))
        #expect(house.pointer == "A")
    }

    @Test func `lapses when that day ends`() {
        var house = owedToB()
        house.morning(of: ["A", "B", "C"])
        house.closeDay()
        house.morning(of: ["A", "B", "C"])
        #expect(house.because.contains(.owedExpired("B")))
        #expect(house.owed.isEmpty)
    }

    @Test func `waits while its owner is off duty`() {
        var house = owedToB()
        house.morning(of: ["A", "C"])
        #expect(house.owed == ["B"])
        #expect(!house.because.contains(.carriedOver("B")))
        house.closeDay()
        house.morning(of: ["A", "B", "C"])
        #expect(house.because.contains(.carriedOver("B")))
        #expect(house.arrival("丙") == .receptionist("B", .makeupUsed))
    }

    @Test func `counts a day that its owner joins late`() {
        var house = owedToB()
        house.morning(of: ["A", "C"])
        house.wait(until: 14, 0)
        house.must(.presence(.clockIn("B")))
        #expect(house.owed == ["B"])
        #expect(house.state.rotation.makeups.first?.carriedTo == house.now.day)
        house.closeDay()
        house.morning(of: ["A", "B", "C"])
        #expect(house.owed.isEmpty)
    }

    @Test func `of the same day is not carried yet when its owner joins late`() {
        var house = House(["A"])
        house.must(.roster(.enroll("B")), as: .salesManager)
        house.must(.roster(.adjust("B", .makeupGranted, note: "")), as: .salesManager)
        house.must(.presence(.clockIn("B")))
        #expect(house.state.rotation.makeups.first?.carriedTo == nil)
    }

    @Test func `lapses at once where the house carries nothing over`() {
        var house = owedToB(policy { $0.makeupCarry = .none })
        house.morning(of: ["A", "B", "C"])
        #expect(house.because.contains(.owedExpired("B")))
        #expect(house.arrival("丙") == .receptionist("A", .counted))
    }

    @Test func `lapses with leave, not with rest`() {
        var house = House(["A", "B"])
        house.must(.roster(.adjust("A", .makeupGranted, note: "")), as: .salesManager)
        house.must(.roster(.adjust("B", .makeupGranted, note: "")), as: .salesManager)
        house.state.apply(.reception(.advanceTaken("B", count: 3)))
        house.must(.presence(.goOff("A", .rest)))
        house.must(.presence(.goOff("B", .leave)))
        #expect(house.because.contains(.owedCleared("B", makeups: 1, advances: 3)))
        #expect(house.owed == ["A"])
        #expect(house.state.rotation.member("B")?.advance == 0)
    }

    @Test func `is one at a time where make-ups do not add up`() {
        var house = House(["A", "B", "C"], policy: policy { $0.makeupAccumulates = false })
        house.away("A", .official)
        for number in 0..<4 {
            house.arrival(VisitID("v\(number)"))
            house.finish(VisitID("v\(number)"))
        }
        #expect(house.effects(of: "A") == [.makeupGranted, .forfeited])
        #expect(house.owed == ["A"])
    }

    @Test func `adds up by default`() {
        var house = House(["A", "B", "C"])
        house.away("A", .official)
        for number in 0..<4 {
            house.arrival(VisitID("v\(number)"))
            house.finish(VisitID("v\(number)"))
        }
        #expect(house.owed == ["A", "A"])
        house.comeBack("A")
        #expect(house.arrival("甲") == .receptionist("A", .makeupUsed))
        #expect(house.owed == ["A"])
    }

    @Test func `is not lost to whoever was busy, where the house keeps their place`() {
        var house = House(["A", "B"], policy: policy { $0.busyWithTurn = .returnToPosition })
        house.arrival("甲")
        house.arrival("乙")
        house.finish("乙")
        #expect(receptionist(house.arrival("丙")) == "B")
        #expect(house.owed == ["A"])
        house.finish("甲")
        #expect(house.arrival("丁") == .receptionist("A", .makeupUsed))
    }
}

@Suite struct `Turns taken in advance` {
    @Test func `are wiped with the day`() {
        var house = House(["A", "B"])
        house.arrival("甲", .referral, named: "B")
        house.closeDay()
        house.morning(of: ["A", "B"])
        #expect(house.state.rotation.member("B")?.advance == 0)
        #expect(receptionist(house.arrival("乙")) == "A")
        #expect(receptionist(house.arrival("丙")) == "B")
    }

    @Test func `are kept where the house says so`() {
        var house = House(["A", "B"], policy: policy { $0.advanceCarriesOver = true })
        house.arrival("甲", .referral, named: "B")
        house.closeDay()
        house.morning(of: ["A", "B"])
        #expect(house.state.rotation.member("B")?.advance == 1)
    }
}

@Suite struct `Another mechanism` {
    @Test func `begins with the next sheet, not before`() {
        var house = House(["A", "B"])
        house.policy.rotation.mechanism = .tally
        #expect(house.arrival("甲") == .receptionist("A", .counted))
        #expect(house.pointer == "B")
        house.finish("甲")
        #expect(house.ticks("A") == [0])
        house.closeDay()
        house.morning(of: ["A", "B"])
        #expect(house.state.rotation.mechanism == .tally)
    }

    @Test func `puts those who are owed a turn first, then the ring from the pointer`() {
        var house = House(["A", "B", "C", "D"])
        for visit in ["甲", "乙"] { house.arrival(VisitID(visit)) }
        house.must(.roster(.adjust("B", .makeupGranted, note: "")), as: .salesManager)
        house.state.apply(.reception(.advanceTaken("D", count: 1)))
        house.closeDay()
        house.policy.rotation.mechanism = .tally
        house.policy.rotation.advanceCarriesOver = true
        #expect(house.morning(of: ["A", "B", "C", "D"]) == .sheet(["B", "C", "D", "A"]))
        #expect(house.ticks("A", "B", "C", "D") == [0, 0, 0, 0])
        #expect(house.owed.isEmpty)
        #expect(house.state.rotation.member("D")?.advance == 0)
    }

    @Test func `puts turns given back before turns owed`() {
        var house = House(["A", "B", "C", "D"])
        house.must(.roster(.adjust("D", .makeupGranted, note: "")), as: .salesManager)
        house.must(.roster(.adjust("C", .returned, note: "")), as: .salesManager)
        house.must(.roster(.adjust("D", .makeupGranted, note: "")), as: .salesManager)
        house.closeDay()
        house.policy.rotation.mechanism = .tally
        #expect(house.morning(of: ["A", "B", "C", "D"]) == .sheet(["C", "D", "A", "B"]))
    }

    @Test func `leaves those out who are owed a turn and not there`() {
        var house = House(["A", "B", "C"])
        house.must(.roster(.adjust("C", .makeupGranted, note: "")), as: .salesManager)
        house.closeDay()
        house.policy.rotation.mechanism = .tally
        #expect(house.morning(of: ["A", "B"]) == .sheet(["A", "B"]))
    }

    @Test func `starts the ring with the first of the board`() {
        var house = House(["A", "B", "C"], policy: tally())
        for visit in ["甲", "乙"] {
            house.arrival(VisitID(visit))
            house.finish(VisitID(visit))
        }
        house.closeDay()
        house.policy.rotation.mechanism = .ring
        #expect(house.morning(of: ["A", "B", "C"]) == .sheet(["C", "A", "B"]))
        #expect(house.state.rotation.mechanism == .ring)
    }

    @Test func `starts the ring with the fewest ticks when the board is empty`() {
        var house = House(["A", "B"], policy: tally())
        house.state.apply(.reception(.ticksSet("A", to: 1)))
        house.arrival("甲")
        house.arrival("乙")
        house.closeDay()
        #expect(house.state.rotation.nextHead == "B")
    }

    @Test func `comes and goes without losing anybody`() {
        var house = House(["A", "B", "C"])
        for (number, mechanism) in [Mechanism.tally, .ring, .tally, .ring].enumerated() {
            house.arrival(VisitID("v\(number)"))
            house.closeDay()
            house.policy.rotation.mechanism = mechanism
            house.morning(of: ["A", "B", "C"])
            #expect(Set(house.queue) == ["A", "B", "C"])
            #expect(siteFaults(house.state, house.policy).isEmpty)
        }
        #expect(house.pointer == "B")
    }

    @Test func `lets management give back a tick, and grant none`() {
        var house = House(["A", "B"], policy: tally())
        house.state.apply(.reception(.ticksSet("A", to: 1)))
        house.must(.roster(.adjust("A", .makeupGranted, note: "")), as: .salesManager)
        #expect(house.ticks("A") == [1])
        house.must(.roster(.adjust("A", .returned, note: "")), as: .salesManager)
        house.must(.roster(.adjust("A", .returned, note: "")), as: .salesManager)
        #expect(house.ticks("A") == [0])
        #expect(house.owed.isEmpty)
    }
}
