import HouseRules
import Testing

@Suite struct `The sheet of the day` {
    @Test func `starts with whoever was due at the last close`() {
        var house = House(["A", "B", "C", "D"])
        for visit in ["甲", "乙"] { house.arrival(VisitID(visit)) }
        house.closeDay()
        #expect(house.morning(of: ["A", "B", "C", "D"]) == .sheet(["C", "D", "A", "B"]))
        #expect(house.because.contains(.sheetHead("C", dueAtClose: "C")))
        #expect(house.pointer == "C")
    }

    @Test func `passes over whoever is not there, without a trace`() {
        var house = House(["A", "B", "C", "D"])
        for visit in ["甲", "乙"] { house.arrival(VisitID(visit)) }
        house.closeDay()
        #expect(house.morning(of: ["A", "B", "D"]) == .sheet(["D", "A", "B"]))
        #expect(house.because.contains(.sheetHead("D", dueAtClose: "C")))
        #expect(house.owed.isEmpty)
    }

    @Test func `puts a newcomer at the tail of the ring`() {
        var house = House(["A", "B"])
        house.closeDay()
        house.must(.roster(.enroll("E")), as: .administrator)
        #expect(house.morning(of: ["E", "B", "A"]) == .sheet(["A", "B", "E"]))
    }

    @Test func `closes itself at midnight with the state of the books`() {
        var house = House(["A", "B", "C"])
        house.arrival("甲")
        house.now = house.now.day.adding(days: 1).at(TimeOfDay(8, 50))
        house.must(.presence(.clockIn("C")))
        #expect(house.because.contains(.closedByItself(House.monday)))
        #expect(house.presence("A") == .offDuty)
        #expect(house.state.rotation.nextHead == "B")
        #expect(house.visit("甲") == nil)
    }

    @Test func `keeps the head through a day on which nobody came`() {
        var house = House(["A", "B"])
        house.arrival("甲")
        house.closeDay()
        #expect(house.morning(of: []) == .sheet([]))
        #expect(house.because.contains(.nobodyOnDuty))
        house.closeDay()
        #expect(house.morning(of: ["A", "B"]) == .sheet(["B", "A"]))
    }

    @Test func `is published once`() {
        var house = House(["A"])
        #expect(house.refusal(.sheet(.publish), as: .dutyOfficer) == .sheetExists)
        house.closeDay()
        #expect(house.refusal(.sheet(.publish), as: .dutyOfficer) == .sheetExists)
    }

    @Test func `is neither confirmed nor closed while there is none`() {
        var house = House(["A"], sheet: false)
        #expect(house.refusal(.sheet(.confirm), as: .dutyOfficer) == .dayNotOpen)
        #expect(house.refusal(.sheet(.close), as: .dutyOfficer) == .dayNotOpen)
    }

    @Test func `is confirmed by its publisher, not by the desk`() {
        var house = House(["A"])
        #expect(house.refusal(.sheet(.confirm)) == .notPermitted(.frontDeskSecretary))
        #expect(!house.state.rotation.isConfirmed)
        house.must(.sheet(.confirm), as: .dutyOfficer)
        #expect(house.state.rotation.isConfirmed)
    }

    @Test(arguments: [Role.consultant, .clericalStaff, .auditor, .administrator])
    func `is not a matter for everybody`(role: Role) {
        var house = House(["A"], sheet: false)
        #expect(house.refusal(.sheet(.publish), as: role) == .notPermitted(role))
    }

    @Test func `follows another publisher where the house wants one`() {
        var house = House(["A"], policy: policy { $0.publisher = .clericalStaff }, sheet: false)
        #expect(house.refusal(.sheet(.publish), as: .dutyOfficer) == .notPermitted(.dutyOfficer))
        #expect(house.must(.sheet(.publish), as: .clericalStaff) == .sheet(["A"]))
    }

    @Test func `is drafted by the first arrival when nobody published it`() {
        var house = House(["A", "B"], sheet: false)
        #expect(receptionist(house.arrival("甲")) == "A")
        #expect(house.state.rotation.isOpen)
        #expect(house.because.first == .sheetHead("A", dueAtClose: nil))
    }

    @Test func `takes no arrivals and no calls after the close`() {
        var house = House(["A"])
        house.closeDay()
        #expect(house.refusal(.visits(.register(Arrival("甲", .newFirst)))) == .dayNotOpen)
        #expect(house.refusal(.calls(.arrive("一", wanted: nil))) == .dayNotOpen)
        #expect(house.refusal(.calls(.noteCallback("一"))) == .dayNotOpen)
    }

    @Test func `closes at the very second of its end, not before`() {
        let early = policy { $0.autoCloseAt = TimeOfDay(18, 30) }
        var house = House(["A"], policy: early)
        house.wait(until: 18, 29, 59)
        #expect(!isDue(house.state, under: early, at: house.now))
        house.must(.settleDue, as: .clock)
        #expect(house.state.rotation.isOpen)
        house.wait(until: 18, 30)
        #expect(isDue(house.state, under: early, at: house.now))
        house.must(.settleDue, as: .clock)
        #expect(!house.state.rotation.isOpen)
    }

    @Test func `is not drafted any more after its own end`() {
        let early = policy { $0.autoCloseAt = TimeOfDay(18, 30) }
        var house = House(["A"], policy: early, sheet: false)
        house.wait(until: 18, 30)
        #expect(!isDue(house.state, under: early, at: house.now))
        #expect(house.refusal(.sheet(.publish), as: .dutyOfficer) == .dayNotOpen)
        #expect(house.refusal(.visits(.register(Arrival("甲", .newFirst)))) == .dayNotOpen)
        #expect(house.state.rotation.day == nil)
        house.wait(until: 18, 29, 59)
        #expect(receptionist(house.arrival("乙")) == "A")
    }

    @Test func `lets go of whoever is receiving when it closes by itself`() {
        var house = House(["A", "B"])
        house.arrival("甲")
        house.must(.calls(.arrive("一", wanted: nil)))
        house.now = house.now.day.adding(days: 1).start
        let ruling = house.ask(.visits(.finish("甲", logged: true)))
        #expect(ruling.answer == .done)
        #expect(
            ruling.events.first
                == .reception(.dayClosed(House.monday, head: "B", automatic: true)))
        #expect(house.state.registers.visits.isEmpty)
        #expect(house.presence("A") == .offDuty)
        #expect(house.refusal(.visits(.finish("甲", logged: true))) == .unknownVisit("甲"))
        #expect(house.state.rotation.member("B")?.call == nil)
        #expect(house.must(.calls(.end("一"))) == .done)
    }

    @Test(arguments: ["2025-01-31", "2025-12-31", "2024-02-28", "2024-02-29"])
    func `follows the calendar over the end of a month`(text: String) throws {
        var house = House(["A", "B"])
        house.closeDay()
        house.now = try #require(BusinessDay(text)).at(TimeOfDay(8, 0))
        house.morning(of: ["A", "B"], after: 0)
        house.arrival("甲")
        house.closeDay()
        #expect(house.morning(of: ["A", "B"]) == .sheet(["B", "A"]))
        #expect(house.state.rotation.day == BusinessDay(text)?.adding(days: 1))
    }
}

@Suite struct `The ring of members` {
    @Test func `knows everybody once`() {
        var house = House(["A"])
        let again = Command.roster(.enroll("A"))
        #expect(house.refusal(again, as: .administrator) == .alreadyEnrolled("A"))
    }

    @Test func `is kept by management and administrators`() {
        var house = House(["A"])
        #expect(house.refusal(.roster(.enroll("B"))) == .notPermitted(.frontDeskSecretary))
        house.must(.roster(.enroll("B")), as: .administrator)
        house.must(.roster(.enroll("C")), as: .salesSupervisor)
    }

    @Test func `is corrected by management alone, and only by turns given`() {
        var house = House(["A"])
        let grant = Command.roster(.adjust("A", .makeupGranted, note: "票"))
        #expect(house.refusal(grant, as: .administrator) == .notPermitted(.administrator))
        for effect in TurnEffect.allCases where effect != .makeupGranted && effect != .returned {
            let other = Command.roster(.adjust("A", effect, note: ""))
            #expect(house.refusal(other, as: .salesManager) == .notPermitted(.salesManager))
        }
        let stranger = Command.roster(.adjust("X", .returned, note: ""))
        #expect(house.refusal(stranger, as: .salesManager) == .unknownStaff("X"))
        house.must(grant, as: .salesManager)
        #expect(house.because == [.adjusted("A", .makeupGranted, note: "票")])
    }
}
