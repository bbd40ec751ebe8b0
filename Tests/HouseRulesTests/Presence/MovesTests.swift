import HouseRules
import Testing

@Suite struct `Leaving the front desk` {
    @Test func `for an errand needs an order from management`() {
        var house = House(["A"])
        let leave = Command.presence(.leave("A", .official, until: nil))
        for role in Role.allCases where !role.isManagement {
            let refusal = house.refusal(leave, as: role)
            let mayMove = [.frontDeskSecretary, .dutyOfficer].contains(role)
            #expect(refusal == (mayMove ? .officialOrderRequired : .notPermitted(role)))
        }
        let end = house.now.adding(seconds: 3600)
        house.must(.presence(.leave("A", .official, until: end)), as: .salesSupervisor)
        #expect(house.because == [.approvedAbsence("A", .official, until: end)])
        #expect(house.state.rotation.member("A")?.until == end)
    }

    @Test func `for an errand is a matter of the desk where no order is asked for`() {
        var house = House(["A"], policy: policy { $0.officialOrderRequired = false })
        house.must(.presence(.leave("A", .official, until: nil)))
        #expect(house.presence("A") == .awayOfficial)
    }

    @Test(arguments: [
        (11, 59, 59, false), (12, 0, 0, true), (13, 0, 0, true), (13, 0, 1, false),
    ])
    func `for a meal is for the window`(hour: Int, minute: Int, second: Int, allowed: Bool) {
        var house = House(["A"])
        house.wait(until: hour, minute, second)
        let refusal = house.refusal(.presence(.leave("A", .meal, until: nil)))
        let window = Refusal.outsideMealWindow(from: TimeOfDay(12, 0), to: TimeOfDay(13, 0))
        #expect(refusal == (allowed ? nil : window))
        if allowed {
            #expect(house.state.rotation.member("A")?.until == House.monday.at(TimeOfDay(13, 0)))
        }
    }

    @Test(arguments: [(13, 0, 0, TurnEffect.makeupGranted), (13, 0, 1, .forfeited)])
    func `for a meal is excused up to the second of its end`(
        hour: Int, minute: Int, second: Int, effect: TurnEffect
    ) {
        var house = House(["A", "B"])
        house.wait(until: 12, 10)
        house.away("A", .meal)
        #expect(receptionist(house.arrival("甲", at: TimeOfDay(hour, minute, second))) == "B")
        #expect(house.effects(of: "A") == [effect])
    }

    @Test(arguments: [(0, TurnEffect.makeupGranted), (1, .forfeited)])
    func `for an errand is excused up to its end`(late: Int, effect: TurnEffect) {
        var house = House(["A", "B"])
        house.away("A", .official, until: house.now.adding(seconds: 1800))
        house.now = house.now.adding(seconds: 1800 + late)
        house.arrival("甲")
        #expect(house.effects(of: "A") == [effect])
    }

    @Test func `for private reasons is never excused`() {
        var house = House(["A", "B"])
        house.must(.presence(.leave("A", .personal, until: house.now.adding(seconds: 3600))))
        #expect(house.state.rotation.member("A")?.until == nil)
        #expect(house.because == [.personalAbsence("A")])
        house.arrival("甲")
        #expect(house.effects(of: "A") == [.forfeited])
        #expect(house.last?.reasons.contains { $0.clause == .rec(5) } == true)
    }

    @Test func `waits for the visit or call in hand`() {
        var house = House(["A", "B"])
        house.arrival("甲")
        house.must(.calls(.arrive("一", wanted: nil)))
        for staff in ["A", "B"] as [StaffID] {
            #expect(house.refusal(.presence(.leave(staff, .personal, until: nil))) == .busy(staff))
            #expect(house.refusal(.presence(.goOff(staff, .rest))) == .busy(staff))
        }
        #expect(house.refusal(.presence(.waive("A"))) == .wrongPresence("A", .receivingTurn))
    }

    @Test func `is for people on duty who have not given up the stand`() {
        var house = House(["A", "B"], policy: tally())
        house.must(.presence(.goOff("A", .rest)))
        #expect(house.refusal(.presence(.leave("A", .personal, until: nil))) == .offDuty("A"))
        #expect(house.refusal(.presence(.goOff("A", .rest))) == .wrongPresence("A", .offDuty))
        house.must(.presence(.waive("B")))
        #expect(
            house.refusal(.presence(.leave("B", .personal, until: nil)))
                == .wrongPresence("B", .waived))
        house.must(.presence(.goOff("B", .rest)))
    }

    @Test func `may turn from one reason into another`() {
        var house = House(["A", "B"])
        house.must(.presence(.leave("A", .personal, until: nil)))
        house.away("A", .official)
        #expect(house.presence("A") == .awayOfficial)
    }

    @Test func `is one's own affair, the desk's, the duty officer's or management's`() {
        let house = House(["A", "B"])
        func allowed(_ staff: StaffID, _ role: Role) -> Bool {
            decide(
                .presence(.leave("A", .personal, until: nil)), by: Actor(staff, role),
                in: house.state, under: house.policy, at: house.now
            ).answer != nil
        }
        #expect(allowed("A", .consultant))
        #expect(!allowed("B", .consultant))
        #expect(!allowed("x", .clericalStaff))
        #expect(allowed("x", .dutyOfficer))
        #expect(allowed("x", .salesSupervisor))
    }
}

@Suite struct `Coming to the stand` {
    @Test func `is for people who are away`() {
        var house = House(["A"])
        #expect(house.refusal(.presence(.comeBack("A"))) == .wrongPresence("A", .onStand))
        #expect(house.refusal(.presence(.clockIn("A"))) == .wrongPresence("A", .onStand))
        house.arrival("甲")
        #expect(house.refusal(.presence(.comeBack("A"))) == .wrongPresence("A", .receivingTurn))
        #expect(house.refusal(.presence(.clockIn("X"))) == .unknownStaff("X"))
    }

    @Test func `late means last from now on, just before the pointer`() {
        var house = House(["A", "C", "D"])
        house.must(.roster(.enroll("B")), as: .salesManager)
        house.arrival("甲")
        house.arrival("乙")
        house.must(.presence(.clockIn("B")))
        #expect(house.because.contains(.joinsLate("B", before: "D")))
        #expect(house.pointer == "D")
        for visit in ["甲", "乙"] { house.finish(VisitID(visit)) }
        #expect(house.queue == ["D", "A", "C", "B"])
    }

    @Test func `late before the first turn of the day means last, too`() {
        var house = House(["A", "B"])
        house.must(.roster(.enroll("C")), as: .salesManager)
        house.must(.presence(.clockIn("C")))
        #expect(house.pointer == "A")
        #expect(house.queue == ["A", "B", "C"])
    }

    @Test func `late among one means after that one`() {
        var house = House(["A"])
        house.must(.roster(.enroll("B")), as: .salesManager)
        house.must(.presence(.clockIn("B")))
        #expect(house.queue == ["A", "B"])
    }

    @Test func `alone means to be due`() {
        var house = House([])
        house.must(.roster(.enroll("A")), as: .salesManager)
        house.must(.presence(.clockIn("A")))
        #expect(house.pointer == "A")
        #expect(receptionist(house.arrival("甲")) == "A")
    }

    @Test func `late may mean the end of the written sheet`() {
        var house = House(["A", "C", "D"], policy: policy { $0.lateJoiner = .endOfSheet })
        house.must(.roster(.enroll("B")), as: .salesManager)
        house.arrival("甲")
        house.must(.presence(.clockIn("B")))
        house.finish("甲")
        #expect(house.queue == ["C", "D", "B", "A"])
    }

    @Test func `late on a tally site means the fewest ticks and the last place`() {
        var house = House(["A", "B"], policy: tally())
        house.must(.roster(.enroll("C")), as: .salesManager)
        house.state.apply(.reception(.ticksSet("A", to: 3)))
        house.state.apply(.reception(.ticksSet("B", to: 2)))
        house.must(.presence(.clockIn("C")))
        #expect(house.ticks("C") == [2])
        #expect(house.queue == ["B", "C", "A"])
    }

    @Test func `again on the same day comes last, so that going off saves nobody a turn`() {
        var house = House(["A", "B", "C"])
        house.must(.presence(.goOff("B", .rest)))
        house.must(.presence(.clockIn("B")))
        #expect(house.because.first == .joinsLate("B", before: "A"))
        #expect(house.queue == ["A", "C", "B"])
    }

    @Test func `again on the same day has as many ticks as the fewest on a tally site`() {
        var house = House(["A", "B"], policy: tally())
        house.must(.presence(.goOff("B", .rest)))
        house.state.apply(.reception(.ticksSet("A", to: 4)))
        house.must(.presence(.clockIn("B")))
        #expect(house.ticks("B") == [4])
        #expect(house.because.contains(.joinsLate("B", before: nil)))
    }

    @Test(arguments: [0, 1, 2, 5])
    func `after a long absence catches up to so many below the others`(limit: Int) {
        var house = House(["A", "B", "C"], policy: tally { $0.catchUpLimit = limit })
        house.away("A", .official)
        for (staff, ticks) in [("B", 4), ("C", 3)] {
            house.state.apply(.reception(.ticksSet(StaffID(staff), to: ticks)))
        }
        house.comeBack("A")
        #expect(house.ticks("A") == [max(0, 3 - limit)])
    }

    @Test func `after an errand is back at the old place on a tally site`() {
        var house = House(["A", "B"], policy: tally())
        house.away("A", .official)
        #expect(receptionist(house.arrival("甲")) == "B")
        house.comeBack("A")
        #expect(house.because == [.returnsToPosition("A", ticks: 0)])
        #expect(house.queue == ["A"])
    }

    @Test func `never catches up with nobody, nor with people off duty`() {
        var house = House(["A", "B"], policy: tally())
        house.away("A", .official)
        house.state.apply(.reception(.ticksSet("B", to: 5)))
        house.must(.presence(.goOff("B", .rest)))
        house.comeBack("A")
        #expect(house.ticks("A") == [0])
    }

    @Test func `after being missed for private reasons costs a tick each time it was due`() {
        var house = House(["A", "B", "C"], policy: tally { $0.absentTick = 2 })
        house.must(.presence(.leave("A", .personal, until: nil)))
        #expect(receptionist(house.arrival("甲")) == "B")
        #expect(house.because.contains(.absentTick("A", ticks: 2)))
        #expect(house.ticks("A") == [2])
        #expect(receptionist(house.arrival("乙")) == "C")
        #expect(house.ticks("A") == [2])
        #expect(house.effects(of: "A") == [.forfeited])
    }
}

@Suite struct `A station slot` {
    private var stations: Policy {
        tally {
            $0.stationFrom = TimeOfDay(8, 30)
            $0.stationTo = TimeOfDay(17, 30)
        }
    }

    @Test func `holds one person`() {
        var house = House(["A", "B"], policy: stations)
        house.must(.presence(.takeSlot("A", 1)))
        #expect(house.because == [.slot("A", 1)])
        #expect(house.refusal(.presence(.takeSlot("B", 1))) == .slotOccupied(slot: 1, by: "A"))
        house.must(.presence(.takeSlot("A", 1)))
        house.must(.presence(.takeSlot("B", 2)))
    }

    @Test func `holds more where the house says so`() {
        var house = House(["A", "B", "C"], policy: tally { $0.personsPerSlot = 2 })
        house.must(.presence(.takeSlot("A", 1)))
        house.must(.presence(.takeSlot("B", 1)))
        #expect(house.refusal(.presence(.takeSlot("C", 1))) == .slotOccupied(slot: 1, by: "A"))
    }

    @Test func `is free again when its holder leaves or receives`() {
        var house = House(["A", "B", "C"], policy: stations)
        house.must(.presence(.takeSlot("A", 1)))
        house.arrival("甲")
        house.must(.presence(.takeSlot("B", 1)))
        house.must(.presence(.leave("B", .personal, until: nil)))
        house.must(.presence(.takeSlot("C", 1)))
        #expect(house.state.rotation.member("B")?.slot == nil)
    }

    @Test func `is for people on today's sheet who are on stand`() {
        var house = House(["A", "B"], policy: stations)
        house.must(.roster(.enroll("C")), as: .salesManager)
        #expect(house.refusal(.presence(.takeSlot("C", 1))) == .notOnSheet("C"))
        house.must(.presence(.leave("B", .personal, until: nil)))
        #expect(house.refusal(.presence(.takeSlot("B", 1))) == .wrongPresence("B", .awayPersonal))
        house.closeDay()
        #expect(house.refusal(.presence(.takeSlot("A", 1))) == .dayNotOpen)
    }

    @Test(arguments: [
        (8, 29, 59, false), (8, 30, 0, true), (17, 30, 0, true), (17, 30, 1, false),
    ])
    func `is kept during station hours`(hour: Int, minute: Int, second: Int, kept: Bool) {
        var house = House(["A"], policy: stations, sheet: false)
        house.wait(until: 8, 0)
        house.must(.sheet(.publish), as: .dutyOfficer)
        house.wait(until: hour, minute, second)
        house.must(.presence(.takeSlot("A", 1)))
        #expect(house.state.rotation.member("A")?.slot == (kept ? 1 : nil))
    }
}
