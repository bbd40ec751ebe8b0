import Testing

@testable import HouseRules

@Suite struct `The last visit of a customer` {
    /// The numbers of the day begin anew with the sheet: both visits have the first.
    private func house() -> House {
        var policy = Policy()
        policy.duty.hoursFrom = TimeOfDay(9, 0)
        policy.duty.hoursTo = TimeOfDay(18, 0)
        var house = House(["A", "B"], policy: policy, sheet: false)
        house.wait(until: 8, 40)
        house.must(.visits(.register(Arrival("早", .newFirst, person: "李"))))
        house.wait(until: 9, 0)
        house.must(.sheet(.publish), as: .dutyOfficer)
        house.must(.visits(.finish("早", logged: true)))
        house.wait(until: 10, 0)
        house.must(.visits(.register(Arrival("晚", .newFirst, person: "李"))))
        return house
    }

    @Test func `is the one that came last, not the one with the number`() {
        let customers = house().state.customers
        #expect(customers.traces.values.map(\.number) == [1, 1])
        let last = customers.lastTrace { $0.person == "李" }
        #expect(last == customers.traces["晚"])
        #expect(customers.lastTrace { $0.finishedAt != nil } == customers.traces["早"])
        #expect(customers.lastTrace { $0.person == "赵" } == nil)
    }

    @Test(arguments: seeds) func `is the same however the state was built`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let customers = house().state.stirred(&random).customers
        #expect(customers.lastTrace { _ in true } == customers.traces["晚"])
    }
}
