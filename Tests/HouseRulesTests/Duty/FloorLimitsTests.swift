import Testing

@testable import HouseRules

/// Both sides of what the floor waits for (REC-10, REC-11, REC-14 … REC-16,
/// REC-19, REC-41).
@Suite struct `Order on the floor` {
    @Test(arguments: [(60, true), (61, false)])
    func `waits a minute for the answer, and not a second more`(seconds: Int, stands: Bool) {
        for tick in [false, true] {
            var house = House(["A", "B"])
            house.policy.duty.answerRequired = true
            house.arrival("甲", at: TimeOfDay(10, 0))
            house.now = house.now.adding(seconds: seconds)
            if tick { house.must(.settleDue, as: .clock) }
            let refusal = house.refusal(.duty(.answer("甲", "A")))
            #expect(refusal == (stands ? nil : .duty(.proxyForbidden(due: "B"))))
            #expect(house.visit("甲")?.receptionist == (stands ? "A" : "B"))
        }
    }

    @Test(arguments: [(60, false), (61, true)])
    func `reports a front that stands empty for more than a minute, once`(
        seconds: Int, isReported: Bool
    ) {
        var house = House(["A", "B"])
        house.must(.presence(.takeSlot("A", 1)))
        house.away("A", .personal)
        house.now = house.now.adding(seconds: seconds)
        #expect(isDue(house.state, under: house.policy, at: house.now) == isReported)
        house.must(.settleDue, as: .clock)
        #expect((house.state.duty.vacancy?.reported == true) == isReported)
        #expect(!isDue(house.state, under: house.policy, at: house.now))
    }

    @Test func `forgets an empty front when somebody stands there`() {
        var house = House(["A", "B"])
        house.must(.presence(.takeSlot("A", 1)))
        house.away("A", .personal)
        house.must(.presence(.takeSlot("B", 1)))
        #expect(house.state.duty.vacancy == nil)
        house.now = house.now.adding(seconds: 3600)
        house.must(.settleDue, as: .clock)
        #expect(
            !house.history.contains {
                if case .duty(.frontVacant) = $0 { true } else { false }
            })
    }

    @Test(arguments: [(9, 0, 0, true), (9, 0, 1, false)])
    func `lets somebody work a rest day from its beginning only`(
        hour: Int, minute: Int, second: Int, stands: Bool
    ) {
        var house = House(["A", "B"])
        house.must(.presence(.goOff("A", .rest)))
        house.must(.duty(.setRestDays("A", [House.monday])), as: .salesManager)
        house.wait(until: hour, minute, second)
        let refusal = house.refusal(.presence(.clockIn("A")))
        let until = TimeOfDay(9, 0)
        #expect(refusal == (stands ? nil : .duty(.restDayPartialJoin(until: until))))
        #expect(house.state.duty.restDayWorkers == (stands ? ["A"] : []))
    }

    @Test func `tells management of a rush again only when more groups wait`() {
        var house = House(["A"])
        house.policy.duty.peakGroups = 1
        house.arrival("甲")
        #expect(house.state.duty.rush == 0)
        house.arrival("乙")
        #expect(house.state.duty.rush == 1)
        house.ask(.duty(.callBack("A")), as: .salesManager)
        let alerts = house.history.count {
            if case .duty(.peakAlerted) = $0 { true } else { false }
        }
        #expect(alerts == 2)
        house.finish("甲")
        #expect(house.visit("乙")?.receptionist == "A")
        house.finish("乙")
        #expect(house.state.duty.rush == nil)
    }

    @Test(arguments: [
        (8, 59, 59, false), (9, 0, 0, true), (17, 59, 59, true), (18, 0, 0, false),
    ])
    func `has hours from their first second to before their end`(
        hour: Int, minute: Int, second: Int, isWithin: Bool
    ) {
        var house = House(["A", "B"])
        house.policy.duty.hoursFrom = TimeOfDay(9, 0)
        house.policy.duty.hoursTo = TimeOfDay(18, 0)
        house.arrival("甲", at: TimeOfDay(hour, minute, second))
        #expect(house.visit("甲")?.effect == (isWithin ? .counted : .notCounted))
        #expect(house.pointer == (isWithin ? "B" : "A"))
    }

    @Test func `owes a turn to whoever still receives an early group at nine`() {
        var house = House(["A", "B"])
        house.policy.duty.hoursFrom = TimeOfDay(9, 0)
        house.policy.duty.hoursTo = TimeOfDay(18, 0)
        house.arrival("甲", at: TimeOfDay(8, 59, 59))
        house.arrival("乙", at: TimeOfDay(9, 0))
        #expect(house.visit("乙")?.receptionist == "B")
        #expect(house.owed == ["A"])
        house.finish("甲")
        house.arrival("丙")
        #expect(house.visit("丙")?.effect == .makeupUsed)
    }

    @Test func `lets in again whoever was sent off the site, but only by management`() {
        var house = House(["A", "B"])
        house.must(.claims(.offsite("A", nil, to: nil, note: "n")), as: .salesManager)
        house.closeDay()
        house.now = House.monday.adding(days: 1).at(TimeOfDay(8, 30))
        for role in [Role.frontDeskSecretary, .dutyOfficer] {
            #expect(
                house.refusal(.presence(.clockIn("A")), as: role)
                    == .wrongPresence("A", .suspended))
        }
        house.must(.presence(.clockIn("A")), as: .salesSupervisor)
        #expect(house.presence("A") == .onStand)
    }

    @Test func `gives a dispute back what it was about, whatever came between`() {
        var house = House(["A", "B", "C"])
        house.away("A", .personal)
        house.arrival("甲")
        house.must(.roster(.adjust("A", .returned, note: "n")), as: .salesManager)
        house.must(.duty(.fileDispute("d", "A", visit: "甲", note: "n")))
        #expect(
            house.refusal(.duty(.fileDispute("e", "A", visit: "甲", note: "n")))
                == .duty(.noSuchLine))
        house.must(.duty(.ruleDispute("d", .makeup, note: "n")), as: .salesManager)
        #expect(house.state.rotation.makeups.map(\.returned) == [true, false])
        #expect(
            house.refusal(.duty(.ruleDispute("d", .makeup, note: "n")), as: .salesManager)
                == .duty(.noSuchDispute("d")))
    }

    @Test(arguments: DisputeRuling.allCases)
    func `changes nothing in the turns when a dispute is dismissed`(ruling: DisputeRuling) {
        var house = House(["A", "B"])
        house.away("A", .personal)
        house.arrival("甲")
        house.must(.duty(.fileDispute("d", "A", visit: "甲", note: "n")))
        let before = house.state.rotation
        house.must(.duty(.ruleDispute("d", ruling, note: "n")), as: .salesManager)
        #expect((house.state.rotation == before) == (ruling == .dismissed))
        #expect(house.state.duty.lost.isEmpty == (ruling != .dismissed))
    }
}
