import HouseRules
import Testing

@Suite struct `A visit held by management` {
    /// Everybody receives; one more group waits until the next morning.
    private func overnight(_ staff: [StaffID] = ["A", "B"], _ policy: Policy = Policy()) -> House {
        var house = House(staff, policy: policy)
        for number in staff.indices { house.arrival(VisitID("v\(number)")) }
        house.arrival("夜")
        house.closeDay()
        return house
    }

    @Test func `goes to the head of the next sheet, not to whoever clocks in first`() {
        var house = overnight()
        #expect(house.state.rotation.nextHead == "B")
        house.now = house.now.day.adding(days: 1).at(TimeOfDay(8, 30))
        house.must(.presence(.clockIn("A")))
        house.must(.presence(.clockIn("B")))
        #expect(house.state.rotation.held == ["夜"])
        house.wait(until: 9, 0)
        house.must(.sheet(.publish), as: .salesManager)
        #expect(house.visit("夜")?.receptionist == "B")
        #expect(house.visit("夜")?.effect == .counted)
        #expect(house.pointer == "A")
    }

    @Test func `comes before the first arrival of the next day`() {
        var house = overnight()
        house.now = house.now.day.adding(days: 1).at(TimeOfDay(8, 40))
        for staff in ["A", "B"] { house.must(.presence(.clockIn(StaffID(staff)))) }
        #expect(receptionist(house.arrival("早")) == "A")
        #expect(house.visit("夜")?.receptionist == "B")
    }

    @Test func `comes before the first call of the next day`() {
        var house = overnight()
        house.now = house.now.day.adding(days: 1).at(TimeOfDay(8, 40))
        for staff in ["A", "B"] { house.must(.presence(.clockIn(StaffID(staff)))) }
        #expect(house.must(.calls(.arrive("一", wanted: nil))) == .answerer("A"))
        #expect(house.visit("夜")?.receptionist == "B")
    }

    @Test func `is given out when the clock drafts the sheet`() {
        var house = overnight()
        house.now = house.now.day.adding(days: 1).at(TimeOfDay(8, 40))
        for staff in ["A", "B"] { house.must(.presence(.clockIn(StaffID(staff)))) }
        house.wait(until: 9, 0)
        house.must(.settleDue, as: .clock)
        #expect(house.visit("夜")?.receptionist == "B")
    }

    @Test func `stays held over a day without anybody`() {
        var house = overnight()
        house.now = house.now.day.adding(days: 1).at(TimeOfDay(10, 0))
        #expect(house.arrival("晨") == .cover(lockedFor: nil))
        #expect(house.state.rotation.held == ["夜", "晨"])
        house.closeDay()
        #expect(house.morning(of: ["A", "B"]) == .sheet(["B", "A"]))
        #expect(house.visit("夜")?.receptionist == "B")
        #expect(house.visit("晨")?.receptionist == "A")
    }

    @Test func `loses its lock with the day`() {
        var house = House(["A"])
        house.arrival("甲")
        house.arrival("乙")
        #expect(house.visit("乙")?.lockedFor == "A")
        house.closeDay()
        #expect(house.visit("乙")?.lockedFor == nil)
        #expect(house.visit("甲") == nil)
    }

    @Test func `finds somebody when the consultant it asks for has left the site`() {
        var house = House(["A", "B"])
        house.must(.presence(.goOff("A", .rest)))
        house.away("B", .personal)
        #expect(house.arrival("甲", .ownedReturning, named: "A") == .cover(lockedFor: nil))
        house.must(.roster(.release("A")), as: .salesManager)
        house.comeBack("B")
        #expect(house.visit("甲")?.receptionist == "B")
        #expect(house.because.contains(.standsIn("B", insteadOf: "A", .offDuty)))
        #expect(house.visit("甲")?.effect == .notCounted)
    }

    @Test func `leaves no advance on somebody who has left the site`() {
        var house = House(["A", "B"])
        house.must(.presence(.goOff("A", .rest)))
        house.away("B", .personal)
        house.arrival("甲", .referral, named: "A")
        house.must(.roster(.release("A")), as: .salesManager)
        let before = house.history.count
        house.comeBack("B")
        let taken = house.history[before...].contains {
            if case .reception(.advanceTaken) = $0 { true } else { false }
        }
        #expect(!taken)
    }

    @Test func `goes by turn when its class leaves the table meanwhile`() {
        var house = House(["A"])
        house.away("A", .personal)
        #expect(house.arrival("甲", .channel) == .cover(lockedFor: nil))
        house.policy.rotation.turnTable[.channel] = nil
        house.comeBack("A")
        #expect(house.visit("甲")?.receptionist == "A")
        #expect(house.visit("甲")?.effect == .counted)
    }

    @Test func `goes by turn when its row asks for a name that nobody said`() {
        var house = House(["A"])
        house.away("A", .personal)
        house.arrival("甲", .channel)
        house.policy.rotation.turnTable[.channel] = TurnRow(.named, .notCounted)
        house.comeBack("A")
        #expect(house.visit("甲")?.receptionist == "A")
    }

    @Test func `is handed out in the order of arrival`() {
        var house = House(["A", "B"], policy: tally())
        for visit in ["甲", "乙", "丙", "丁"] { house.arrival(VisitID(visit)) }
        #expect(house.state.rotation.held == ["丙", "丁"])
        house.finish("乙")
        #expect(house.visit("丙")?.receptionist == "B")
        house.finish("甲")
        #expect(house.visit("丁")?.receptionist == "A")
    }

    @Test func `waits for its own receiver while others come back`() {
        var house = House(["A", "B"])
        for visit in ["甲", "乙", "丙"] { house.arrival(VisitID(visit)) }
        house.finish("乙")
        #expect(house.state.rotation.held == ["丙"])
        #expect(receptionist(house.arrival("丁")) == "B")
        house.finish("甲")
        #expect(house.visit("丙")?.receptionist == "A")
    }

    @Test func `is not given to anybody before the sheet is confirmed where that is the rule`() {
        var house = House(["A", "B"], policy: policy { $0.draftEffectiveUnconfirmed = false })
        #expect(house.arrival("甲") == .cover(lockedFor: nil))
        #expect(house.because.contains(.draftUnconfirmed))
        #expect(!house.because.contains(.nobodyOnStand))
        house.away("A", .personal)
        house.comeBack("A")
        #expect(house.state.rotation.held == ["甲"])
        house.must(.sheet(.confirm), as: .dutyOfficer)
        #expect(house.visit("甲")?.receptionist == "A")
        #expect(house.pointer == "B")
    }
}
