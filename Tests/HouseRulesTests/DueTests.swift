import HouseRules
import Testing

@Suite struct `What falls due by itself` {
    @Test(arguments: [(8, 59, 59, false), (9, 0, 0, true), (23, 59, 59, true)])
    func `is the draft of the day, to the second`(
        hour: Int, minute: Int, second: Int, due: Bool
    ) {
        var house = House(["A"], sheet: false)
        house.wait(until: hour, minute, second)
        #expect(isDue(house.state, under: house.policy, at: house.now) == due)
        house.must(.settleDue, as: .clock)
        #expect(house.state.rotation.isOpen == due)
        #expect(!isDue(house.state, under: house.policy, at: house.now))
    }

    @Test func `is no draft while nobody is on duty`() {
        var house = House(["A"], sheet: false)
        house.must(.presence(.goOff("A", .rest)))
        house.wait(until: 9, 0)
        #expect(!isDue(house.state, under: house.policy, at: house.now))
        house.must(.settleDue, as: .clock)
        #expect(house.state.rotation.day == nil)
    }

    @Test func `is the close at midnight and nothing else on an idle site`() {
        var house = House(["A"])
        house.now = House.monday.adding(days: 1).start
        house.now.milliseconds -= 1
        #expect(!isDue(house.state, under: house.policy, at: house.now))
        house.now.milliseconds += 1
        #expect(isDue(house.state, under: house.policy, at: house.now))
        house.must(.settleDue, as: .clock)
        #expect(house.because == [.closedByItself(House.monday)])
        #expect(!isDue(house.state, under: house.policy, at: house.now))
        house.wait(until: 12, 0)
        #expect(!isDue(house.state, under: house.policy, at: house.now))
    }

    @Test func `is written down once`() {
        var house = House(["A"], sheet: false)
        house.wait(until: 9, 0)
        #expect(house.ask(.settleDue, as: .clock).events.count == 2)
        #expect(house.ask(.settleDue, as: .clock).events.isEmpty)
    }

    @Test func `is written down by whatever happens first`() {
        var house = House(["A"])
        house.now = House.monday.adding(days: 3).at(TimeOfDay(8, 0))
        let ruling = house.ask(.presence(.clockIn("A")))
        #expect(
            ruling.events.first
                == .reception(
                    .dayClosed(House.monday, head: "A", automatic: true)))
        #expect(ruling.answer == .done)
    }

    @Test func `comes first even when the command is refused`() {
        var house = House(["A"])
        house.now = House.monday.adding(days: 1).at(TimeOfDay(8, 0))
        let ruling = house.ask(.presence(.comeBack("A")))
        #expect(ruling.refusal == .wrongPresence("A", .offDuty))
        #expect(ruling.events.count == 1)
        #expect(ruling.reasons.first == .reception(.closedByItself(House.monday)))
    }

    @Test(arguments: [(0, false), (1, true)])
    func `is a front that runs short when a meal is over`(second: Int, due: Bool) {
        var house = House(["A", "B", "C"])
        house.wait(until: 12, 30)
        house.must(.presence(.leave("A", .meal, until: nil)))
        house.wait(until: 13, 0, second)
        #expect(isDue(house.state, under: house.policy, at: house.now) == due)
        #expect(house.ask(.settleDue, as: .clock).events.isEmpty != due)
        #expect((house.state.rotation.shortSince == house.now) == due)
    }

    @Test(arguments: [(1, false), (2, true)])
    func `counts from the end of the meal, whoever acts first`(second: Int, alerted: Bool) {
        var house = House(["A", "B", "C"])
        house.wait(until: 12, 30)
        house.must(.presence(.leave("A", .meal, until: nil)))
        house.wait(until: 13, 0, 40)
        #expect(house.refusal(.visits(.log("none"))) != nil)
        #expect(house.state.rotation.shortSince == House.monday.at(TimeOfDay(13, 0, 1)))
        house.wait(until: 13, 1, second)
        house.must(.settleDue, as: .clock)
        #expect(house.state.rotation.shortAlerted == alerted)
    }

    @Test(arguments: [(300, false), (301, true)])
    func `is a customer whom nobody claimed in the window`(seconds: Int, due: Bool) {
        var house = House(["A", "B"])
        let fact = CustomerFact("郑", "B", .visit, occurred: house.now)
        house.must(.claims(.note(fact)), as: .clock)
        house.must(.visits(.register(Arrival("甲", .forgotConsultant, person: "郑"))))
        house.must(.visits(.log("甲")))
        house.now = house.now.adding(seconds: seconds)
        #expect(isDue(house.state, under: house.policy, at: house.now) == due)
        house.must(.settleDue, as: .clock)
        #expect(house.state.customers.holder(of: "郑", on: house.now.day) == (due ? "A" : "B"))
        #expect(house.state.customers.entries.isEmpty == due)
    }

    @Test func `is nothing on a site before its first event`() {
        #expect(!isDue(SiteState(), under: Policy(), at: House.monday.at(TimeOfDay(12, 0))))
    }
}
