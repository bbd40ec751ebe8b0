@testable import HouseRules
import Testing

@Suite struct `The queue` {
    @Test func `starts at the pointer and goes round`() {
        var house = House(["A", "B", "C", "D"])
        for visit in ["甲", "乙"] { house.arrival(VisitID(visit)) }
        for visit in ["甲", "乙"] { house.finish(VisitID(visit)) }
        #expect(house.queue == ["C", "D", "A", "B"])
    }

    @Test func `has turns owed before everybody else, each person once`() {
        var house = House(["A", "B", "C", "D"])
        for staff in ["D", "C", "D"] {
            house.must(
                .roster(.adjust(StaffID(staff), .makeupGranted, note: "")), as: .salesManager)
        }
        #expect(house.queue == ["D", "C", "A", "B"])
        house.away("D", .personal)
        #expect(house.queue == ["C", "A", "B"])
    }

    @Test func `has turns given back before turns owed`() {
        var house = House(["A", "B", "C", "D"])
        for (staff, effect) in [
            ("D", TurnEffect.makeupGranted), ("A", .returned), ("B", .returned),
        ] {
            house.must(.roster(.adjust(StaffID(staff), effect, note: "")), as: .salesManager)
        }
        #expect(house.owed == ["A", "B", "D"])
        house.state.apply(.reception(.pointerMoved(after: "B")))
        for (visit, staff) in [("甲", "A"), ("乙", "B"), ("丙", "D")] {
            let effect: TurnEffect = staff == "D" ? .makeupUsed : .returnedUsed
            #expect(house.arrival(VisitID(visit)) == .receptionist(StaffID(staff), effect))
        }
        #expect(house.pointer == "C")
        #expect(house.owed.isEmpty)
    }

    @Test func `goes by ticks, then by the sheet, on a tally site`() {
        var house = House(["A", "B", "C", "D"], policy: tally())
        for (staff, ticks) in [("A", 2), ("B", 1), ("D", 1)] {
            house.state.apply(.reception(.ticksSet(StaffID(staff), to: ticks)))
        }
        #expect(house.queue == ["C", "B", "D", "A"])
    }

    @Test(arguments: seeds)
    func `begins with what its short form says`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let mechanism = random.pick(Mechanism.allCases)
        let people = (0..<random.within(1...9)).map { StaffID("P\($0)") }
        var standing = Standing(ring: people)
        standing.mechanism = mechanism
        standing.pointer = random.pick(people)
        for person in people {
            standing.ticks[person] = random.below(3)
            if random.chance(40) { standing.presence[person] = .awayPersonal }
            if random.chance(10), mechanism == .ring { standing.makeups.append(person) }
        }
        var state = SiteState()
        for event in standing.events(at: House.monday.at(TimeOfDay(10, 0))) { state.apply(event) }
        let rotation = state.rotation
        for limit in 0...10 {
            #expect(
                rotation.waiting(limit) == Array(rotation.queue.prefix(limit)), "seed \(seed)")
        }
        #expect(rotation.waiting(-1).isEmpty)
    }
}

@Suite struct `A standing written down` {
    private func state(_ standing: Standing) -> SiteState {
        var state = SiteState()
        for event in standing.events(at: House.monday.at(TimeOfDay(10, 0))) { state.apply(event) }
        return state
    }

    @Test func `becomes the facts that lead there`() {
        var standing = Standing(ring: ["A", "B", "C", "D"])
        standing.pointer = "C"
        standing.makeups = ["D"]
        standing.returned = ["A", "B"]
        standing.advances = ["C": 2]
        standing.presence = ["A": .receivingTurn, "B": .receivingExisting, "D": .awayOfficial]
        standing.callOrder = ["D", "C"]
        let state = state(standing)
        #expect(state.rotation.pointerStaff == "C")
        #expect(state.rotation.makeups.map(\.staff) == ["A", "B", "D"])
        #expect(state.rotation.makeups.map(\.returned) == [true, true, false])
        #expect(state.rotation.member("C")?.advance == 2)
        #expect(state.rotation.member("A")?.visit == Standing.visit(of: "A"))
        #expect(
            state.rotation.members.map(\.presence)
                == [.receivingTurn, .receivingExisting, .onStand, .awayOfficial])
        #expect(state.calls.order == ["D", "C"])
        #expect(siteFaults(state, Policy()).isEmpty)
    }

    @Test func `may lack a sheet, or have another order than the ring`() {
        var standing = Standing(ring: ["A", "B"], order: ["B"])
        #expect(state(standing).rotation.order == [1])
        standing.hasSheet = false
        #expect(!state(standing).rotation.isOpen)
        #expect(state(standing).rotation.order.isEmpty)
    }

    @Test func `bounds meals and nothing else`() {
        let noon = House.monday.at(TimeOfDay(13, 0))
        var standing = Standing(ring: ["A", "B"])
        standing.mealUntil = noon
        standing.presence = ["A": .awayMeal, "B": .awayOfficial]
        #expect(state(standing).rotation.members.map(\.until) == [noon, nil])
    }
}
