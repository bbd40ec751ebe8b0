import HouseRules
import Testing

@Suite struct `A visit for a certain consultant` {
    @Test func `goes to them without a turn, and the pointer stays`() {
        var house = House(["A", "B", "C"])
        #expect(
            house.arrival("甲", .ownedReturning, named: "B") == .receptionist("B", .notCounted))
        #expect(house.because.contains(.namedPresent("B")))
        #expect(house.pointer == "A")
        #expect(house.presence("B") == .receivingExisting)
    }

    @Test func `needs the name`() {
        var house = House(["A"])
        let visit = Command.visits(.register(Arrival("甲", .owner)))
        #expect(house.refusal(visit) == .namedConsultantMissing(.owner))
        #expect(house.last?.events.isEmpty == true)
        let stranger = Command.visits(.register(Arrival("甲", .owner, named: "X")))
        #expect(house.refusal(stranger) == .unknownStaff("X"))
    }

    @Test func `is received by the last on stand when they are away`() {
        var house = House(["A", "B", "C", "D"])
        house.must(.presence(.goOff("C", .rest)))
        #expect(
            house.arrival("甲", .ownedReturning, named: "C") == .receptionist("D", .notCounted))
        #expect(house.because.contains(.standsIn("D", insteadOf: "C", .offDuty)))
        #expect(
            house.arrival("乙", .ownedReturning, named: "C") == .receptionist("B", .notCounted))
    }

    @Test func `owes a turn to whoever stood in when it passes meanwhile`() {
        var house = House(["A", "B", "C"])
        house.must(.presence(.goOff("C", .rest)))
        house.must(.presence(.goOff("B", .rest)))
        house.arrival("甲", .ownedReturning, named: "C")
        #expect(house.presence("A") == .receivingExisting)
        house.must(.presence(.clockIn("B")))
        #expect(receptionist(house.arrival("乙")) == "B")
        #expect(house.owed == ["A"])
        #expect(house.effects(of: "A") == [.notCounted, .makeupGranted])
    }

    @Test func `forfeits the turn of whoever receives their own customer`() {
        var house = House(["A", "B"])
        house.ownCustomer("甲", of: "A")
        #expect(receptionist(house.arrival("乙")) == "B")
        #expect(house.effects(of: "A") == [.notCounted, .forfeited])
    }

    @Test func `goes to whoever entered a visit last, where that is the rule`() {
        var house = House(["A", "B", "C", "D"], policy: tally { $0.substitute = .lastReceived })
        for (visit, minute) in [("甲", 10), ("乙", 20)] {
            house.arrival(VisitID(visit), at: TimeOfDay(10, minute))
            house.finish(VisitID(visit), at: TimeOfDay(10, minute + 5))
        }
        house.must(.presence(.goOff("C", .rest)))
        #expect(receptionist(house.arrival("丙", .ownedReturning, named: "C")) == "B")
        #expect(receptionist(house.arrival("丁", .ownedReturning, named: "C")) == "A")
        #expect(receptionist(house.arrival("戊", .ownedReturning, named: "C")) == "D")
    }

    @Test func `falls back on the last on stand when nobody entered one today`() {
        var house = House(["A", "B"], policy: policy { $0.substitute = .lastReceived })
        house.arrival("甲")
        house.finish("甲")
        house.closeDay()
        house.morning(of: ["A", "B"])
        house.must(.presence(.goOff("B", .rest)))
        #expect(receptionist(house.arrival("乙", .owner, named: "B")) == "A")
    }

    @Test func `waits for the first to return when nobody is on stand`() {
        var house = House(["A", "B"])
        house.must(.presence(.goOff("B", .rest)))
        house.away("A", .personal)
        #expect(house.arrival("甲", .owner, named: "B") == .cover(lockedFor: nil))
        house.comeBack("A")
        #expect(house.visit("甲")?.receptionist == "A")
        #expect(house.visit("甲")?.effect == .notCounted)
    }

    @Test func `waits for themselves when they are the first to return`() {
        var house = House(["A"])
        house.arrival("甲")
        #expect(house.arrival("乙", .owner, named: "A") == .cover(lockedFor: nil))
        house.finish("甲")
        #expect(house.because.contains(.namedPresent("A")))
        #expect(house.presence("A") == .receivingExisting)
    }

    @Test func `on a tour owes the turn that passes meanwhile`() {
        var house = House(["A", "B"])
        house.arrival("甲", .tourGroup, named: "A")
        #expect(receptionist(house.arrival("乙")) == "B")
        #expect(house.owed == ["A"])
    }
}

@Suite struct `A customer brought along by another` {
    @Test func `takes the next turn in advance`() {
        var house = House(["A", "B", "C", "D"])
        house.state.apply(.reception(.pointerMoved(after: "A")))
        #expect(house.arrival("甲", .referral, named: "C") == .receptionist("C", .advance))
        #expect(house.because.contains(.takesAdvance("C", open: 1)))
        #expect(house.presence("C") == .receivingTurn)
        house.finish("甲")
        for (visit, staff) in [("乙", "B"), ("丙", "D"), ("丁", "A")] {
            #expect(receptionist(house.arrival(VisitID(visit)))?.rawValue == staff)
        }
        #expect(house.effects(of: "C") == [.advance, .advanceSpent])
    }

    @Test func `uses the turn itself when the pointer stands there`() {
        var house = House(["A", "B"])
        #expect(house.arrival("甲", .referral, named: "A") == .receptionist("A", .counted))
        #expect(house.because.contains(.advanceAtPointer("A")))
        #expect(house.pointer == "B")
        #expect(house.state.rotation.member("A")?.advance == 0)
    }

    @Test func `takes one more in advance at the pointer when one is open already`() {
        var house = House(["A", "B"])
        house.state.apply(.reception(.advanceTaken("A", count: 1)))
        #expect(house.arrival("甲", .referral, named: "A") == .receptionist("A", .advance))
        #expect(house.state.rotation.member("A")?.advance == 2)
        #expect(house.pointer == "A")
    }

    @Test func `costs the owner although a colleague stands in`() {
        var house = House(["A", "B", "C"])
        house.ownCustomer("甲", of: "C")
        #expect(house.arrival("乙", .referral, named: "C") == .receptionist("B", .notCounted))
        #expect(house.state.rotation.member("C")?.advance == 1)
        #expect(house.state.rotation.member("B")?.advance == 0)
    }

    @Test(arguments: [0, 1, 2, 3])
    func `costs as many turns as the house says`(count: Int) {
        var house = House(["A", "B"], policy: policy { $0.advancePerGroup = count })
        house.arrival("甲", .referral, named: "B")
        #expect(house.state.rotation.member("B")?.advance == count)
    }

    @Test func `leaves make-ups alone`() {
        var house = House(["A", "B"])
        house.must(.roster(.adjust("B", .makeupGranted, note: "")), as: .salesManager)
        house.arrival("甲", .referral, named: "B")
        house.finish("甲")
        #expect(house.arrival("乙") == .receptionist("B", .makeupUsed))
        #expect(house.state.rotation.member("B")?.advance == 1)
    }

    @Test func `costs a tick on a tally site that counts it`() {
        let table = tally { $0.turnTable[.referral] = TurnRow(.named, .advance) }
        var house = House(["A", "B", "C"], policy: table)
        house.arrival("甲", .referral, named: "B")
        #expect(house.ticks("B") == [0])
        house.finish("甲")
        #expect(house.ticks("B") == [1])
        house.must(.presence(.leave("B", .official, until: nil)), as: .salesManager)
        #expect(house.arrival("乙", .referral, named: "B") == .receptionist("C", .notCounted))
        #expect(house.ticks("A", "B", "C") == [0, 2, 0])
        #expect(house.state.rotation.member("B")?.advance == 0)
        house.finish("乙")
        #expect(house.ticks("C") == [0])
    }
}
