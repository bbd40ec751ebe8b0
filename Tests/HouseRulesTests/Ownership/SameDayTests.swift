import Testing

@testable import HouseRules

/// Facts of one moment: whichever was entered first decides, and it is said.
@Suite struct `What is entered of one moment` {
    private typealias Fact = (kind: CustomerFact.Kind, staff: StaffID)

    /// Who has the customer afterwards, and who was told that another one was first.
    private func entered(_ facts: [Fact]) -> (owner: StaffID?, told: Set<StaffID>) {
        var house = House(["A", "B", "C"])
        house.now = House.monday.at(TimeOfDay(10, 0))
        var told: Set<StaffID> = []
        for fact in facts {
            let note = CustomerFact("k", fact.staff, fact.kind, occurred: house.now)
            for case .ownership(.runnerUp(let staff, .sameDay, _))
                in house.ask(.claims(.note(note)), as: .salesManager).reasons
            {
                told.insert(staff)
            }
        }
        return (house.state.ownership.holder(of: "k", on: House.monday.adding(days: 1)), told)
    }

    @Test(arguments: seeds) func `makes an owner by its order only when that is said`(
        seed: UInt64
    ) {
        var random = SeededNumbers(seed: seed)
        let facts: [Fact] = (0..<random.within(2...5)).map { _ in
            (random.pick([.visit, .visit, .touch, .call]), random.pick(["A", "B", "C"]))
        }
        let first = entered(facts)
        for _ in 0..<8 {
            let other = entered(facts.shuffled(using: &random))
            guard other.owner != first.owner else { continue }
            // Each of both is told where the other one was first.
            #expect(first.owner.map(other.told.contains) == true, "seed \(seed)")
            #expect(other.owner.map(first.told.contains) == true, "seed \(seed)")
        }
    }

    @Test func `differs by its order at all, so that something has to be said`() {
        let (one, other) = (
            entered([(.visit, "A"), (.visit, "B")]),
            entered([(.visit, "B"), (.visit, "A")])
        )
        #expect(one.owner == "A" && one.told == ["B"])
        #expect(other.owner == "B" && other.told == ["A"])
    }

    @Test func `says nothing where nobody else was first`() {
        #expect(entered([(.visit, "A"), (.visit, "A"), (.call, "B")]).told == [])
    }
}
