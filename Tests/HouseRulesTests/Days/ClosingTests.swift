import Testing

@testable import HouseRules

/// State stays small: what is over leaves nothing behind once the next sheet is out.
@Suite struct `A day that is over` {
    /// A day with something of everything, some of it left undone.
    private func busyDay(_ mechanism: Mechanism) -> House {
        var policy = Policy()
        policy.rotation.mechanism = mechanism
        policy.duty.answerRequired = true
        policy.duty.peakGroups = 1
        policy.duty.hoursFrom = TimeOfDay(9, 0)
        policy.duty.hoursTo = TimeOfDay(18, 0)
        policy.registers.textMinutes = 5
        var house = House(["A", "B", "C", "D"], policy: policy)
        house.wait(until: 10, 0)
        onTheFloor(&house)
        withCustomers(&house)
        inTheRegisters(&house)
        return house
    }

    private func onTheFloor(_ house: inout House) {
        house.must(.presence(.takeSlot("A", 1)))
        house.must(.duty(.handFront("A", to: "B")))
        house.must(.duty(.reportAbsent("D")))
        house.arrival("甲", .tourGroup)
        house.must(.duty(.answer("甲", "A")))
        house.arrival("乙")
        house.must(.duty(.refuse("乙", "B", note: "n")))
        house.must(
            .duty(.suspend("D", .refusal, incident: "i", facts: "f")), as: .salesManager)
    }

    private func withCustomers(_ house: inout House) {
        house.must(
            .claims(
                .appoint(
                    Appointment("赵", with: "A", at: House.monday.at(TimeOfDay(15, 0))))))
        var answers = FirstQuestion()
        answers.firstVisit = false
        answers.known = .forgotten
        answers.recognisedBy = "B"
        house.must(.visits(.register(Arrival("丙", .newFirst, person: "冯", answers: answers))))
        house.arrival("丁")
    }

    private func inTheRegisters(_ house: inout House) {
        house.must(.registers(.markStep("甲", .greet)))
        house.must(.registers(.checkKit("A", has: [.pen], sheets: [:])))
        house.must(.calls(.noteCallback("一")))
        house.must(.calls(.rang("二", .rings(2), by: "C")))
        house.must(.registers(.enterCall(CallEntry("二", filled: [.name], isFirst: true))))
        house.must(.calls(.end("二")))
        house.must(
            .registers(.planLeader("访", at: House.monday.at(TimeOfDay(14, 0)))))
    }

    @Test(arguments: Mechanism.allCases)
    func `leaves no desk with anything on it`(mechanism: Mechanism) {
        var house = busyDay(mechanism)
        house.closeDay()
        #expect(house.state.duty.rush == nil && house.state.duty.awaited.isEmpty)
        house.morning(of: ["A", "B", "C"])
        house.must(.settleDue, as: .clock)
        let duty = house.state.duty
        #expect(duty.handed.isEmpty && duty.vacancy == nil)
        #expect(duty.absent.isEmpty && duty.restDayWorkers.isEmpty)
        #expect(duty.lost.isEmpty && duty.disputes.isEmpty && duty.tours.isEmpty)
        #expect(duty.offHours == nil && duty.suspensions.isEmpty)
        #expect(house.state.customers.finished.isEmpty)
        #expect(house.state.customers.appointments.isEmpty)
        #expect(house.state.customers.proofs.isEmpty)
        #expect(house.state.registers.kits.isEmpty)
    }

    @Test(arguments: Mechanism.allCases)
    func `is forgotten in the registers two days later`(mechanism: Mechanism) {
        var house = busyDay(mechanism)
        house.closeDay()
        for _ in 0..<3 {
            house.morning(of: ["A", "B", "C"])
            house.must(.settleDue, as: .clock)
            house.closeDay()
        }
        house.morning(of: ["A", "B", "C"])
        let registers = house.state.registers
        #expect(registers.visits.isEmpty && registers.steps.isEmpty && registers.tables.isEmpty)
        #expect(registers.calls.isEmpty && registers.finished.isEmpty && registers.texts.isEmpty)
        #expect(registers.agenda.deadlines.isEmpty)
        #expect(house.state.customers.handovers.isEmpty)
        let open = Set(house.state.rotation.visits.keys)
        #expect(Set(house.state.customers.traces.keys) == open)
    }

    @Test(arguments: Mechanism.allCases)
    func `reads the same from its record and from its events`(mechanism: Mechanism) throws {
        let house = busyDay(mechanism)
        #expect(try throughJSON(house.state) == house.state)
        #expect(try throughJSON(house.history) == house.history)
        var again = SiteState()
        for event in house.history { again.apply(event) }
        #expect(again == house.state)
    }

    @Test func `keeps an open dispute and the turn it is about, and nothing else`() {
        var house = House(["A", "B", "C"])
        house.away("A", .personal)
        house.away("B", .personal)
        house.arrival("甲")
        house.must(.duty(.fileDispute("d", "A", visit: "甲", note: "n")))
        #expect(house.state.duty.lost.map(\.staff) == ["A", "B"])
        house.closeDay()
        house.morning(of: ["A", "B", "C"])
        #expect(house.state.duty.lost.map(\.staff) == ["A"])
        house.must(.duty(.ruleDispute("d", .returned, note: "n")), as: .salesManager)
        #expect(house.owed == ["A"])
        #expect(house.state.duty.lost.isEmpty)
    }
}
