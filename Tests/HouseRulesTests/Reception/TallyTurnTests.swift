import HouseRules
import Testing

@Suite struct `The tally` {
    static var policy: Policy {
        var policy = Policy()
        policy.rotation.mechanism = .tally
        policy.rotation.officialOrderRequired = false
        return policy
    }

    @Test func `sends the one with the fewest ticks`() {
        var house = House(["A", "B", "C", "D"], policy: Self.policy)
        #expect(receptionist(house.arrival("甲")) == "A")
        #expect(receptionist(house.arrival("乙")) == "B")
        house.finish("甲")
        #expect(house.state.rotation.member("A")?.ticks == 1)
        #expect(receptionist(house.arrival("丙")) == "C")
    }

    @Test func `brings a long absence back one below the others`() {
        var house = House(["A", "B", "C", "D"], policy: Self.policy)
        house.must(.presence(.leave("A", .official, until: nil)))
        for (visit, time) in [("甲", 9), ("乙", 10), ("丙", 11), ("丁", 12), ("戊", 13), ("己", 14)] {
            house.arrival(VisitID(visit), at: TimeOfDay(time, 0))
            house.finish(VisitID(visit), at: TimeOfDay(time, 30))
        }
        house.must(.presence(.comeBack("A")))
        #expect(house.state.rotation.member("A")?.ticks == 1)
        #expect(house.queue == ["A", "B", "C", "D"])
    }

    @Test func `wants the register before the stand`() {
        var house = House(["A", "B"], policy: Self.policy)
        house.arrival("甲")
        let ruling = house.ask(.visits(.finish("甲", logged: false)))
        #expect(ruling.refusal == .visitLogMissing("甲"))
        #expect(ruling.events.isEmpty)
    }

    @Test func `prices a waiver and keeps its half hour`() {
        var house = House(["A", "B"], policy: Self.policy)
        house.now = House.monday.at(TimeOfDay(10, 0))
        house.must(.presence(.waive("A")))
        #expect(house.state.rotation.member("A")?.ticks == 2)
        house.now = House.monday.at(TimeOfDay(10, 29, 59))
        let earliest = House.monday.at(TimeOfDay(10, 30))
        #expect(house.ask(.presence(.comeBack("A"))).refusal == .waiverMinTime(earliest: earliest))
        house.now = earliest
        house.must(.presence(.comeBack("A")))
    }
}
