import Testing

@testable import HouseRules

/// A visit that was entered by mistake (REC-15).
@Suite struct `A visit declared void` {
    private func void(_ visit: VisitID) -> Command { .visits(.void(visit, note: "登记了两次")) }

    private func house(_ change: (inout Policy) -> Void = { _ in }) -> House {
        var policy = Policy()
        change(&policy)
        var house = House(["A", "B", "C", "D"], policy: policy)
        house.wait(until: 10, 0)
        return house
    }

    private func holder(_ house: House, _ person: PersonID = "郑") -> StaffID? {
        house.state.ownership.holder(of: person, on: house.now.day)
    }

    @discardableResult
    private func enter(
        _ house: inout House, _ visit: VisitID, _ visitClass: VisitClass = .newFirst,
        _ person: PersonID = "郑", named: StaffID? = nil
    ) -> Outcome? {
        house.must(
            .visits(.register(Arrival(visit, visitClass, named: named, person: person))))
    }

    @Test func `gives the turn back, and the consultant stands first again`() {
        var house = house()
        house.must(.presence(.takeSlot("A", 1)))
        house.arrival("甲")
        #expect(house.queue == ["B", "C", "D"])
        house.must(void("甲"))
        #expect(house.queue == ["A", "B", "C", "D"])
        #expect(house.presence("A") == .onStand)
        #expect(house.state.rotation.member("A")?.slot == 1)
        #expect(house.because.contains(.visitVoided("A")))
        #expect(house.arrival("乙") == .receptionist("A", .returnedUsed))
    }

    @Test func `leaves a station to whoever took it meanwhile`() {
        var house = house()
        house.must(.presence(.takeSlot("A", 1)))
        house.arrival("甲")
        house.must(.presence(.takeSlot("B", 1)))
        house.must(void("甲"))
        #expect(house.state.rotation.member("A")?.slot == nil)
        #expect(house.state.rotation.member("B")?.slot == 1)
    }

    @Test func `takes the tick off a tally, also after the entry`() {
        var house = House(["A", "B"], policy: tally())
        house.arrival("甲")
        house.finish("甲")
        #expect(house.ticks("A", "B") == [1, 0])
        house.must(void("甲"))
        #expect(house.ticks("A", "B") == [0, 0])
        #expect(house.queue == ["A", "B"])
    }

    @Test func `takes a tick off that was charged after the entry`() {
        var house = House(["A", "B"], policy: tally())
        house.must(.visits(.register(Arrival("甲", .peer))))
        house.must(.visits(.log("甲")), as: .salesManager)
        house.must(.claims(.reclassify("甲", .newFirst, named: nil)), as: .salesManager)
        #expect(house.ticks("A") == [1])
        house.must(void("甲"))
        #expect(house.ticks("A") == [0])
    }

    @Test func `does not take a tick off twice`() {
        var house = House(["A", "B"], policy: tally())
        house.arrival("零")
        house.finish("零")
        house.arrival("一")
        house.finish("一")
        house.arrival("甲")
        house.must(.visits(.log("甲")))
        house.must(.claims(.reclassify("甲", .owner, named: "A")), as: .salesManager)
        #expect(house.ticks("A", "B") == [1, 1])
        house.must(void("甲"))
        #expect(house.ticks("A", "B") == [1, 1])
    }

    @Test func `gives back what others lost for it, and closes their quarrel about it`() {
        var house = house()
        house.ownCustomer("子", of: "A")
        #expect(house.arrival("甲") == .receptionist("B", .counted))
        house.must(
            .duty(.fileDispute("争一", "A", visit: "甲", note: "这组没有来过")), as: .salesManager)
        house.must(void("甲"))
        #expect(house.owed == ["A", "B"])
        #expect(house.because.contains(.lossStruck("A", .receivingExisting)))
        #expect(house.state.duty.disputes.isEmpty)
        #expect(house.state.duty.lost.isEmpty)
        house.finish("子")
        #expect(house.arrival("乙") == .receptionist("A", .returnedUsed))
    }

    @Test func `that management held for somebody gives that turn back`() {
        var house = house()
        for (visit, staff) in zip(["一", "二", "三", "四"] as [VisitID], ["A", "B", "C", "D"]) {
            #expect(receptionist(house.arrival(visit)) == StaffID(staff))
        }
        #expect(house.arrival("甲") == .cover(lockedFor: "A"))
        #expect(house.pointer == "B")
        house.must(void("甲"))
        #expect(house.owed == ["A"])
        #expect(house.state.rotation.held.isEmpty)
    }

    @Test func `makes nobody an owner, and the pool has the customer again`() {
        var house = house()
        enter(&house, "甲")
        house.finish("甲")
        #expect(holder(house) == "A")
        house.must(void("甲"))
        #expect(holder(house) == nil)
        #expect(!house.state.ownership.knows("郑"))
        #expect(house.state.registers.counts[house.now.day]?.visits == 0)
        var answers = FirstQuestion()
        answers.firstVisit = false
        answers.known = .nobody
        answers.phonedBefore = false
        answers.smsReceived = false
        answers.referrer = .nobody
        answers.purpose = .viewing
        house.must(
            .visits(
                .register(Arrival("乙", .newFirst, person: "郑", answers: answers))))
        #expect(house.state.customers.traces["乙"]?.visitClass == .newUnregistered)
    }

    @Test func `lets the clock of an old customer go on as it was`() {
        var house = house()
        enter(&house, "甲")
        house.finish("甲")
        let until = house.state.ownership.records(of: "郑").first?.until
        house.closeDay()
        house.morning(of: ["A", "B", "C", "D"], after: 3)
        enter(&house, "乙", .ownedReturning, named: "A")
        house.finish("乙")
        #expect(house.state.ownership.records(of: "郑").first?.until != until)
        house.must(void("乙"))
        #expect(house.state.ownership.records(of: "郑").first?.until == until)
        #expect(holder(house) == "A")
    }

    @Test func `leaves what was followed up the same day`() {
        var house = house()
        enter(&house, "甲")
        house.finish("甲")
        house.closeDay()
        house.morning(of: ["A", "B", "C", "D"], after: 3)
        enter(&house, "乙", .ownedReturning, named: "A")
        house.finish("乙")
        house.must(.ownership(.touch(Touch("郑", by: "A", occurred: house.now))))
        let fresh = house.state.ownership.records(of: "郑").first?.clock.freshUntil
        house.must(void("乙"))
        let record = house.state.ownership.records(of: "郑").first
        #expect(record?.clock.freshUntil == fresh)
        #expect(
            record?.clock.validUntil == House.monday.expire(afterMonths: 1).adding(days: 1)
                || record?.clock.validUntil == House.monday.expire(afterMonths: 1))
    }

    @Test func `leaves the entry of another visit of the same day`() {
        var house = house()
        enter(&house, "甲")
        house.finish("甲")
        enter(&house, "乙", .ownedReturning, named: "A")
        house.finish("乙")
        house.must(void("乙"))
        #expect(holder(house) == "A")
    }

    @Test func `gives a customer back who had forgotten the name`() {
        var house = house()
        house.must(
            .claims(.note(CustomerFact("郑", "B", .visit, occurred: house.now))),
            as: .salesManager)
        enter(&house, "甲", .forgotConsultant)
        house.finish("甲")
        #expect(holder(house) == "A")
        house.must(void("甲"))
        #expect(holder(house) == "B")
        #expect(house.state.adjudication.forgotten.isEmpty)
    }

    @Test func `ends its windows and countdowns`() {
        var house = house { $0.duty.answerRequired = true }
        house.must(
            .claims(.note(CustomerFact("郑", "B", .visit, occurred: house.now))),
            as: .salesManager)
        enter(&house, "甲", .forgotConsultant)
        #expect(house.state.duty.awaited["甲"] != nil)
        house.must(.visits(.log("甲")))
        #expect(house.state.customers.entries["甲"] != nil)
        house.must(void("甲"))
        #expect(house.state.duty.awaited.isEmpty)
        #expect(house.state.customers.entries.isEmpty)
        house.wait(until: 10, 30)
        #expect(house.ask(.settleDue).events.isEmpty)
        #expect(holder(house) == "B")
        let late = house.ask(.claims(.claim(Claim("甲", by: "B"))), as: .salesManager)
        #expect(late.refusal == .unknownVisit("甲"))
    }

    @Test func `gives an appointment back that the real customer still has`() {
        var house = house()
        let appointment = Appointment("郑", with: "A", at: house.now.adding(seconds: 3600))
        house.must(.claims(.appoint(appointment)))
        enter(&house, "甲", .ownedReturning, named: "A")
        #expect(house.state.customers.appointments.isEmpty)
        house.must(void("甲"))
        #expect(house.state.customers.appointments.map(\.person) == ["郑"])
    }

    @Test func `hands a group that waits to whoever is free again`() {
        var house = House(["A"])
        house.arrival("甲")
        #expect(house.arrival("乙") == .cover(lockedFor: "A"))
        house.must(void("甲"))
        #expect(house.visit("乙")?.receptionist == "A")
    }
}
