import Testing

@testable import HouseRules

/// A suspension begins as soon as the hands of the person are free, whatever frees them (REC-12).
@Suite struct `Somebody suspended with work in hand` {
    /// A receives 甲 and is suspended meanwhile.
    private func house(_ change: (inout Policy) -> Void = { _ in }) -> House {
        var policy = Policy()
        change(&policy)
        var house = House(["A", "B", "C", "D"], policy: policy)
        house.wait(until: 10, 0)
        house.arrival("甲")
        suspend("A", &house)
        #expect(house.presence("A")?.isReceiving == true)
        return house
    }

    private func suspend(_ staff: StaffID, _ house: inout House) {
        house.must(
            .duty(.suspend(staff, .refusal, incident: "i", facts: "f")), as: .salesManager)
    }

    @Test func `is off the floor once the group has left`() {
        var house = house()
        house.finish("甲")
        #expect(house.presence("A") == .suspended)
    }

    @Test func `is off the floor once a colleague has claimed the group`() {
        var house = house()
        let fact = CustomerFact("王", "B", .visit, occurred: house.now)
        house.must(.claims(.note(fact)), as: .salesManager)
        house.must(.claims(.claim(Claim("甲", by: "B", person: "王"))))
        #expect(house.presence("A") == .suspended)
        #expect(house.presence("B") == .receivingExisting)
    }

    @Test func `is off the floor once the customer has got somebody else`() {
        var house = house()
        house.must(.claims(.change(ChangeSlip("甲", to: "C", .complaint))), as: .salesManager)
        #expect(house.presence("A") == .suspended)
    }

    @Test func `is off the floor once the group is part of another`() {
        var house = house()
        house.wait(until: 10, 1)
        house.arrival("乙")
        suspend("B", &house)
        house.must(.claims(.merge("甲", "乙")), as: .salesManager)
        #expect(house.presence("B") == .suspended)
        #expect(house.presence("A") == .receivingTurn)
    }

    @Test func `is off the floor after refusing the group, and gets no other`() {
        var house = house()
        house.must(.duty(.refuse("甲", "A", note: "n")))
        #expect(house.presence("A") == .suspended)
        #expect(house.visit("甲")?.receptionist == "B")
    }

    @Test func `is off the floor when nobody answers for them in time`() {
        var house = house { $0.duty.answerRequired = true }
        house.now = house.now.adding(seconds: 60)
        house.must(.settleDue, as: .clock)
        #expect(house.presence("A") == .receivingTurn)
        house.now = house.now.adding(seconds: 1)
        house.must(.settleDue, as: .clock)
        #expect(house.presence("A") == .suspended)
        #expect(house.visit("甲")?.receptionist == "B")
    }

    @Test func `may still answer within the minute and receives to the end`() {
        var house = house { $0.duty.answerRequired = true }
        house.now = house.now.adding(seconds: 60)
        house.must(.duty(.answer("甲", "A")))
        #expect(house.presence("A") == .receivingTurn)
        house.finish("甲")
        #expect(house.presence("A") == .suspended)
    }

    @Test(arguments: [MidLeave.official, .personal])
    func `is off the floor after leaving in the middle of it`(kind: MidLeave) {
        var house = house()
        house.must(.duty(.leaveReception("甲", kind)))
        #expect(house.presence("A") == .suspended)
        #expect(house.refusal(.presence(.comeBack("A"))) == .wrongPresence("A", .suspended))
    }

    @Test func `is off the floor once the call has ended`() {
        var house = House(["A", "B"])
        #expect(house.must(.calls(.arrive("一", wanted: "A"))) == .answerer("A"))
        suspend("A", &house)
        #expect(house.presence("A") == .onStand)
        house.must(.calls(.end("一")))
        #expect(house.presence("A") == .suspended)
    }

    @Test func `gets no group that waited for somebody to come free`() {
        var house = house()
        for visit in ["乙", "丙", "丁"] as [VisitID] { house.arrival(visit) }
        house.arrival("戊")
        #expect(house.visit("戊")?.lockedFor == "A")
        house.finish("甲")
        #expect(house.presence("A") == .suspended)
        #expect(house.visit("戊")?.receptionist == nil)
        house.finish("丙")
        #expect(house.visit("戊")?.receptionist == "C")
    }

    @Test func `is back the day after by clocking in, and not before`() {
        var house = house()
        house.finish("甲")
        #expect(
            house.refusal(.presence(.clockIn("A")), as: .salesManager)
                == .wrongPresence("A", .suspended))
        house.closeDay()
        house.morning(of: ["A", "B", "C", "D"])
        #expect(house.presence("A") == .onStand)
        #expect(house.state.duty.suspensions.isEmpty)
    }

    @Test func `is taken off whatever the role of the finder, once per incident`() {
        var house = House(["A", "B"])
        house.must(
            .duty(.suspend("A", .evasion, incident: "i", facts: "f")), as: .salesSupervisor)
        #expect(house.state.duty.suspensions.map(\.days.count) == [1])
        house.must(.duty(.suspend("A", .evasion, incident: "i", facts: "f")), as: .salesManager)
        #expect(house.state.duty.suspensions.map(\.days.count) == [3])
        for role in [Role.salesManager, .salesSupervisor] {
            let again = Command.duty(.suspend("A", .evasion, incident: "i", facts: "f"))
            #expect(house.refusal(again, as: role) == .duty(.incidentJudged("i")))
        }
    }
}

@Suite struct `The days of a suspension` {
    private func days(
        from: BusinessDay, count: Int, resting: [BusinessDay], twice: Bool = false
    ) -> [BusinessDay] {
        var house = House(["A", "B"])
        house.closeDay()
        house.now = from.at(TimeOfDay(8, 50))
        house.must(.presence(.clockIn("A")))
        house.must(.presence(.clockIn("B")))
        house.policy.duty.managerDays = count
        house.must(.duty(.setRestDays("A", resting)), as: .salesManager)
        for incident in twice ? ["i", "j"] : ["i"] {
            house.must(
                .duty(.suspend("A", .evasion, incident: incident, facts: "f")),
                as: .salesManager)
        }
        return house.state.duty.suspensions.last?.days ?? []
    }

    private func day(_ text: String) -> BusinessDay { BusinessDay(text)! }

    @Test func `run over the leap day`() {
        let found = days(from: day("2028-02-28"), count: 3, resting: [])
        #expect(found == [day("2028-02-28"), day("2028-02-29"), day("2028-03-01")])
    }

    @Test func `run over the end of a year and leave out days of rest`() {
        let found = days(from: day("2025-12-30"), count: 3, resting: [day("2025-12-31")])
        #expect(found == [day("2025-12-30"), day("2026-01-01"), day("2026-01-02")])
    }

    @Test func `follow those of another incident, however they fall`() {
        let found = days(
            from: day("2025-06-30"), count: 2, resting: [day("2025-07-02"), day("2025-07-03")],
            twice: true)
        #expect(found == [day("2025-07-04"), day("2025-07-05")])
    }

    @Test func `begin at midnight also for whoever came in after the close, clock or no clock`() {
        var house = House(["A", "B"])
        house.must(.presence(.goOff("A", .rest)))
        house.must(
            .duty(.suspend("A", .evasion, incident: "i", facts: "f")), as: .salesManager)
        house.closeDay()
        house.wait(until: 19, 0)
        house.must(.presence(.clockIn("A")))
        house.wait(until: 23, 59, 59)
        #expect(!isDue(house.state, under: house.policy, at: house.now))
        #expect(house.presence("A") == .onStand)
        house.now = House.monday.adding(days: 1).start
        #expect(isDue(house.state, under: house.policy, at: house.now))
        house.must(.settleDue, as: .clock)
        #expect(house.presence("A") == .suspended)
        #expect(!isDue(house.state, under: house.policy, at: house.now))
    }

    @Test(arguments: seeds) func `are as many as were given, in order, and none of rest`(
        seed: UInt64
    ) {
        var random = SeededNumbers(seed: seed)
        let from = House.monday.adding(days: random.within(1...700))
        let count = random.within(1...6)
        let resting = (0..<random.below(8)).map { _ in from.adding(days: random.within(1...9)) }
        let found = days(from: from, count: count, resting: resting)
        #expect(found.count == count)
        #expect(found == found.sorted())
        #expect(found.first == from)
        #expect(Set(found).isDisjoint(with: resting))
        let span = found[0].number..<(found[count - 1].number)
        let free = span.filter { number in !resting.contains { $0.number == number } }
        #expect(free.count == count - 1, "a day on duty was left out")
    }
}
