import HouseRules
import Testing

@Suite struct `Somebody who leaves the site` {
    @Test func `is out of the day's order, and whoever stood behind is due`() {
        var house = House(["A", "B", "C"])
        house.must(.roster(.release("A")), as: .salesManager)
        #expect(house.pointer == "B")
        #expect(house.arrival("甲") == .receptionist("B", .counted))
        #expect(house.arrival("乙") == .receptionist("C", .counted))
        #expect(house.queue.isEmpty)
        #expect(house.state.rotation.order.count == 2)
    }

    @Test func `leaves the pointer where it is when they stood before it`() {
        var house = House(["A", "B", "C"])
        house.arrival("甲")
        house.finish("甲")
        house.must(.roster(.release("A")), as: .salesManager)
        #expect(house.pointer == "B")
        house.must(.roster(.release("C")), as: .salesManager)
        #expect(house.pointer == "B")
    }

    @Test func `hands the pointer round to the first when they stood last`() {
        var house = House(["A", "B", "C"])
        for visit in ["甲", "乙"] {
            house.arrival(VisitID(visit))
            house.finish(VisitID(visit))
        }
        #expect(house.pointer == "C")
        house.must(.roster(.release("C")), as: .salesManager)
        #expect(house.pointer == "A")
        #expect(receptionist(house.arrival("丙")) == "A")
    }

    @Test func `does not keep a group from the manager when nobody else is there`() {
        var house = House(["A"])
        house.must(.roster(.release("A")), as: .salesManager)
        #expect(house.pointer == nil)
        #expect(house.arrival("甲") == .cover(lockedFor: nil))
    }

    @Test func `takes what is owed along`() {
        var house = House(["A", "B"])
        house.must(.roster(.adjust("A", .makeupGranted, note: "")), as: .salesManager)
        house.must(.roster(.release("A")), as: .salesManager)
        #expect(house.because.contains(.owedCleared("A", makeups: 1, advances: 0)))
        #expect(house.owed.isEmpty)
    }

    @Test func `passes the head of tomorrow's sheet on along the ring`() {
        var house = House(["A", "B", "C"])
        house.arrival("甲")
        house.finish("甲")
        house.closeDay()
        #expect(house.state.rotation.nextHead == "B")
        house.must(.roster(.release("B")), as: .salesManager)
        #expect(house.state.rotation.nextHead == "C")
        #expect(house.morning(of: ["A", "C"]) == .sheet(["C", "A"]))
    }

    @Test func `passes the head round the end of the ring`() {
        var house = House(["A", "B"])
        house.arrival("甲")
        house.finish("甲")
        house.closeDay()
        house.must(.roster(.release("B")), as: .salesManager)
        #expect(house.state.rotation.nextHead == "A")
        house.must(.roster(.release("A")), as: .salesManager)
        #expect(house.state.rotation.nextHead == nil)
    }

    @Test func `may come back on the same day, as the last of the ring`() {
        var house = House(["A", "B", "C"])
        house.must(.roster(.release("A")), as: .salesManager)
        house.must(.roster(.enroll("A")), as: .salesManager)
        house.must(.presence(.clockIn("A")))
        #expect(house.queue == ["B", "C", "A"])
        for (visit, staff) in [("甲", "B"), ("乙", "C"), ("丙", "A")] {
            #expect(receptionist(house.arrival(VisitID(visit)))?.rawValue == staff)
            house.finish(VisitID(visit))
        }
        #expect(house.pointer == "B")
        house.closeDay()
        #expect(house.morning(of: ["A", "B", "C"]) == .sheet(["B", "C", "A"]))
    }

    @Test func `is not twice in the order of calls after coming back`() {
        var house = House(["A", "B"])
        house.must(.roster(.release("A")), as: .salesManager)
        house.must(.roster(.enroll("A")), as: .salesManager)
        house.must(.presence(.clockIn("A")))
        #expect(house.state.calls.order == ["B", "A"])
    }

    @Test func `gets no more calls`() {
        var house = House(["A", "B"])
        house.must(.roster(.release("B")), as: .salesManager)
        #expect(house.must(.calls(.arrive("一", wanted: nil))) == .answerer("A"))
        #expect(house.refusal(.calls(.arrive("二", wanted: "B"))) == .unknownStaff("B"))
        #expect(house.refusal(.calls(.answer("一", "B"))) == .consultantsOnly)
    }

    @Test func `finishes the visit or call in hand first`() {
        var house = House(["A", "B"])
        house.arrival("甲")
        #expect(house.refusal(.roster(.release("A")), as: .salesManager) == .busy("A"))
        house.must(.calls(.arrive("一", wanted: nil)))
        #expect(house.refusal(.roster(.release("B")), as: .salesManager) == .busy("B"))
    }

    @Test func `is unknown from then on`() {
        var house = House(["A", "B"])
        house.must(.roster(.release("A")), as: .salesManager)
        #expect(house.refusal(.presence(.comeBack("A"))) == .unknownStaff("A"))
        #expect(house.refusal(.roster(.release("A")), as: .salesManager) == .unknownStaff("A"))
    }

    @Test func `is no longer among the fewest ticks`() {
        var house = House(["A", "B"], policy: tally())
        house.must(.roster(.release("A")), as: .salesManager)
        #expect(receptionist(house.arrival("甲")) == "B")
        #expect(house.arrival("乙") == .cover(lockedFor: nil))
    }
}
