@testable import HouseRules
import Testing

@Suite struct `Days of claims` {
    @Test(arguments: Mechanism.allCases, seeds)
    func `never give one visit to two people, and the books of turns balance`(
        mechanism: Mechanism, seed: UInt64
    ) {
        var days = ClaimingDays(seed: seed, mechanism: mechanism, people: 2 + Int(seed % 5))
        days.run(decisions: 250)
        #expect(days.faults.isEmpty, "seed \(seed), \(mechanism): \(days.faults)")
    }

    @Test func `reach claims, merged groups, slips, proofs and notes`() {
        var reached: Set<String> = []
        let wanted: Set<String> = [
            "questionAnswered", "claimed", "merged", "splitOff",
            "slipWritten", "proofAwaited", "proofDue", "proofMissing", "handoverOwed",
            "appointmentMade", "appointmentReminded", "priceTalkBegan", "personLinked",
        ]
        for seed in UInt64(1)...40 where !wanted.isSubset(of: reached) {
            var days = ClaimingDays(seed: seed, mechanism: .ring, people: 4)
            days.reached = []
            days.run(decisions: 250)
            reached.formUnion(days.reached ?? [])
        }
        #expect(wanted.subtracting(reached).sorted() == [])
    }
}

@Suite struct `A claim` {
    /// A forgotten customer of B and C is received by A at ten.
    private func house(_ change: (inout Policy) -> Void = { _ in }) -> House {
        var policy = Policy()
        change(&policy)
        var house = House(["A", "B", "C", "D"], policy: policy)
        house.must(.claims(.note(fact("B", .visit))), as: .salesManager)
        house.must(.claims(.note(fact("C", .call))), as: .salesManager)
        house.wait(until: 10, 0)
        house.must(.visits(.register(Arrival("甲", .forgotConsultant, person: "郑"))))
        return house
    }

    private func fact(_ staff: StaffID, _ kind: CustomerFact.Kind) -> CustomerFact {
        CustomerFact("郑", staff, kind, occurred: House.monday.at(TimeOfDay(8, 0)))
    }

    private func claim(_ staff: StaffID) -> Command { .claims(.claim(Claim("甲", by: staff))) }

    @Test(arguments: seeds) func `stands up to the last second of its window and not after`(
        seed: UInt64
    ) {
        var random = SeededNumbers(seed: seed)
        let seconds = random.within(0...900)
        let started = House.monday.at(TimeOfDay(10, 0)).adding(seconds: seconds)
        let within = random.within(1...299)
        for (after, stands) in [(0, true), (within, true), (300, true), (301, false)] {
            var house = House(["A", "B"])
            house.must(.claims(.note(fact("B", .visit))), as: .salesManager)
            house.now = started
            house.now.milliseconds += Int64(random.below(1000))
            house.must(.visits(.register(Arrival("甲", .forgotConsultant, person: "郑"))))
            house.now = started.adding(seconds: after)
            house.now.milliseconds += Int64(random.below(1000))
            let ruling = house.ask(claim("B"))
            #expect((ruling.answer != nil) == stands, "seed \(seed), \(after) s")
            if !stands {
                #expect(
                    ruling.refusal == .claims(.windowClosed(until: started.adding(seconds: 300))))
            }
            #expect(house.owed == (stands ? ["A"] : []))
        }
    }

    @Test(arguments: [["B", "C"], ["C", "B"]])
    func `of different seconds is the earlier one's, whoever it is`(order: [StaffID]) {
        var house = house()
        house.wait(until: 10, 2, 10)
        #expect(receptionist(house.must(claim(order[0]))) == order[0])
        house.wait(until: 10, 2, 30)
        #expect(house.refusal(claim(order[1])) == .claims(.alreadyClaimed(order[0])))
        #expect(house.presence(order[0]) == .receivingExisting)
        #expect(house.presence("A") == .onStand)
        #expect(house.owed == ["A"])
    }

    @Test func `stands before make-ups and behind turns given back earlier`() {
        var house = house()
        house.must(.roster(.adjust("D", .makeupGranted, note: "n")), as: .salesManager)
        house.must(.roster(.adjust("C", .returned, note: "n")), as: .salesManager)
        house.must(claim("B"))
        #expect(house.owed == ["C", "A", "D"])
    }

    @Test func `of somebody off duty is refused`() {
        var house = house()
        house.must(.presence(.goOff("B", .rest)))
        #expect(house.refusal(claim("B")) == .offDuty("B"))
    }

    @Test func `of one's own reception, or of a visit that left, has nothing to claim`() {
        var house = house()
        #expect(house.refusal(claim("A")) == .unknownVisit("甲"))
        house.finish("甲", at: TimeOfDay(10, 2))
        #expect(house.refusal(claim("B")) == .unknownVisit("甲"))
    }

    @Test func `gives a visitor who waits to whoever is free again`() {
        var house = house()
        for (number, staff) in ["C", "D"].enumerated() {
            house.ownCustomer(VisitID("o\(number)"), of: StaffID(staff))
        }
        house.must(claim("B"))
        house.arrival("乙", at: TimeOfDay(10, 1))
        #expect(house.visit("乙")?.receptionist == "A")
    }

    @Test func `by the owner who came back takes over from the stand-in and returns nothing`() {
        var house = house()
        house.away("B", .official)
        house.arrival("丙", .ownedReturning, named: "B", at: TimeOfDay(10, 1))
        #expect(house.visit("丙")?.receptionist == "D")
        house.must(.claims(.identify("丙", "郑")))
        house.comeBack("B")
        house.must(.claims(.claim(Claim("丙", by: "B"))))
        #expect(house.visit("丙")?.receptionist == "B")
        #expect(house.owed.isEmpty)
    }
}

@Suite struct `A customer's standing` {
    private let first = House.monday

    private func customers(_ facts: [CustomerFact]) -> Ownership {
        var house = House(["A", "B"])
        house.now = first.adding(days: 60).at(TimeOfDay(9, 0))
        for fact in facts { house.must(.claims(.note(fact)), as: .salesManager) }
        return house.state.ownership
    }

    private func fact(_ kind: CustomerFact.Kind, day: Int) -> CustomerFact {
        let moment = first.adding(days: day).at(TimeOfDay(10, 0))
        return CustomerFact("k", "B", kind, occurred: moment, entered: moment)
    }

    @Test(arguments: [(0, 6, true), (0, 7, false)])
    func `by a call holds for seven days`(day: Int, asked: Int, holds: Bool) {
        let standing = customers([fact(.call, day: day)])
            .standing(of: "k", with: "B", on: first.adding(days: asked))
        #expect((standing.callUntil != nil) == holds)
        #expect((standing.lapsedOn == first.adding(days: 7)) == !holds)
        #expect(!standing.isOwned)
    }

    @Test(arguments: [(9, true), (10, false)])
    func `by a call ends after ten days however often it is followed up`(asked: Int, holds: Bool) {
        let known = customers([fact(.call, day: 0), fact(.touch, day: 5), fact(.call, day: 8)])
        let standing = known.standing(of: "k", with: "B", on: first.adding(days: asked))
        #expect((standing.callUntil != nil) == holds)
    }

    @Test func `by a call after the lapse is a new one`() {
        let known = customers([fact(.call, day: 0), fact(.call, day: 11)])
        #expect(
            known.standing(of: "k", with: "B", on: first.adding(days: 12)).callUntil
                == first.adding(days: 18))
    }

    @Test func `is not revived by a touch after a gap`() {
        let known = customers([fact(.visit, day: 0), fact(.touch, day: 14)])
        #expect(known.holder(of: "k", on: first.adding(days: 15)) == nil)
        #expect(
            known.standing(of: "k", with: "B", on: first.adding(days: 15)).lapsedOn
                == first.adding(days: 10))
    }

    @Test func `by a deal never ends`() {
        let known = customers([fact(.deal, day: 0)])
        #expect(known.holder(of: "k", on: first.adding(days: 3000)) == "B")
    }

    @Test func `is nothing for strangers`() {
        let known = customers([])
        #expect(known.standing(of: "k", with: "B", on: first) == CustomerStanding())
        #expect(known.standing(of: nil, with: "B", on: first) == CustomerStanding())
    }

    @Test func `keeps counting as it began when the days change`() {
        var house = House(["A", "B"])
        let began = House.monday.adding(days: -1).at(TimeOfDay(10, 0))
        let old = CustomerFact("k", "B", .visit, occurred: began, entered: began)
        house.must(.claims(.note(old)), as: .salesManager)
        house.policy.claims.visitDays = 3
        #expect(house.state.ownership.holder(of: "k", on: House.monday.adding(days: 8)) == "B")
        let touch = CustomerFact("k", "B", .touch, occurred: house.now)
        house.must(.claims(.note(touch)), as: .salesManager)
        #expect(house.state.ownership.holder(of: "k", on: House.monday.adding(days: 2)) == "B")
        #expect(house.state.ownership.holder(of: "k", on: House.monday.adding(days: 3)) == nil)
    }

    @Test func `may be entered late only by management, and never ahead`() {
        var house = House(["A", "B"])
        let fact = CustomerFact("k", "B", .call, occurred: house.now, entered: house.now)
        #expect(house.refusal(.claims(.note(fact)), as: .consultant) == .notPermitted(.consultant))
        let ahead = CustomerFact("k", "B", .call, occurred: house.now.adding(seconds: 1))
        #expect(house.refusal(.claims(.note(ahead))) == .inTheFuture(house.now.adding(seconds: 1)))
    }
}

@Suite struct `What claims remember` {
    @Test func `is no more than so many finished visits, and none after the next sheet`() {
        var house = House(["A"])
        for number in 0..<130 {
            house.now = house.now.adding(seconds: 60)
            house.arrival(VisitID("v\(number)"))
            house.finish(VisitID("v\(number)"))
        }
        #expect(house.state.customers.traces.count == Customers.rememberedVisits)
        #expect(house.state.customers.traces["v0"] == nil)
        house.closeDay()
        house.morning(of: ["A"])
        #expect(house.state.customers.traces.isEmpty && house.state.customers.finished.isEmpty)
    }

    @Test func `forgets a note once it is read or overdue`() {
        var house = House(["A", "B"])
        house.away("B", .official)
        house.arrival("甲", .ownedReturning, named: "B", at: TimeOfDay(10, 0))
        house.finish("甲", at: TimeOfDay(10, 30))
        #expect(house.state.customers.handovers["甲"]?.by == "A")
        house.now = House.monday.adding(days: 2).start
        house.now.milliseconds -= 1
        let until = house.state.customers.handovers["甲"]?.until
        #expect(until == house.now.wholeSecond)
        house.now.milliseconds += 1
        house.must(.settleDue, as: .clock)
        #expect(house.state.customers.handovers.isEmpty)
        #expect(!isDue(house.state, under: house.policy, at: house.now))
    }
}
