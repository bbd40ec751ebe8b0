import Testing

@testable import HouseRules

@Suite struct `A pool of any kind` {
    private struct Pool {
        var house: House
        var staff: [StaffID]
        var waiting: [PersonID]
    }

    /// So many customers; the last consultant of each is picked by the caller.
    private func pool(
        _ random: inout SeededNumbers, last: (inout SeededNumbers, [StaffID]) -> StaffID
    ) -> Pool {
        let staff = (0..<random.within(2...6)).map { StaffID("s\($0)") }
        var house = House(staff)
        let waiting = (0..<random.within(1...30)).map { PersonID("k\($0)") }
        for person in waiting {
            house.state.ownership.pool[person] = PoolEntry(
                last: last(&random, staff), since: House.monday.adding(days: -random.below(5)),
                why: .lapsedFreshness)
        }
        return Pool(house: house, staff: staff, waiting: waiting)
    }

    private func preview(_ pool: Pool) -> [CustomerAssignment] {
        previewRedistribution(in: pool.house.state, on: House.monday)
    }

    @Test(arguments: seeds) func `goes to all alike, by one at most`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let pool = pool(&random) { _, _ in "gone" }
        let preview = preview(pool)
        #expect(Set(preview.map(\.person)) == Set(pool.waiting))
        #expect(preview.count == pool.waiting.count)
        let counts = pool.staff.map { one in preview.count { $0.staff == one } }
        #expect(counts.max()! - counts.min()! <= 1, "seed \(seed): \(counts)")
    }

    @Test(arguments: seeds) func `never goes back to whoever lost it, and to the least else`(
        seed: UInt64
    ) {
        var random = SeededNumbers(seed: seed)
        var pool = pool(&random) { random, staff in random.pick(staff) }
        var counts: [StaffID: Int] = [:]
        for one in pool.staff { counts[one] = random.below(4) }
        pool.house.state.ownership.given = counts
        pool.house.state.ownership.givenMonth = 2025 * 12 + 6
        for one in preview(pool) {
            let last = pool.house.state.ownership.pool[one.person]?.last
            #expect(one.staff != last, "seed \(seed)")
            let least = pool.staff.filter { $0 != last }.compactMap { counts[$0] }.min()
            #expect(counts[one.staff] == least, "seed \(seed)")
            counts[one.staff, default: 0] += 1
        }
    }

    @Test(arguments: seeds) func `goes the same way however its state was built`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        var pool = pool(&random) { random, staff in random.pick(staff) }
        let before = preview(pool)
        let state = pool.house.state
        pool.house.state = state.stirred(&random)
        #expect(pool.house.state == state)
        #expect(preview(pool) == before, "seed \(seed)")
    }

    @Test func `leaves out whoever left`() {
        var random = SeededNumbers(seed: 7)
        var pool = pool(&random) { _, _ in "gone" }
        pool.house.must(.ownership(.depart("s0", .resigned)), as: .salesManager)
        #expect(!preview(pool).contains { $0.staff == "s0" })
        #expect(preview(pool).count == pool.waiting.count)
    }
}

@Suite struct `What was so on a day` {
    private struct Weeks {
        var house = House(["A", "B", "C"])
        var random: SeededNumbers
        /// Whose everybody was at the end of each day.
        var seen: [BusinessDay: [PersonID: StaffID]] = [:]
        let people: [PersonID] = ["k0", "k1", "k2", "k3"]

        mutating func run(_ steps: Int) {
            for _ in 0..<steps {
                house.now = house.now.adding(seconds: random.within(600...90_000))
                house.ask(wish(), as: .salesManager)
                for person in people {
                    seen[house.now.day, default: [:]][person] =
                        house.state.ownership.holder(of: person, on: house.now.day)
                }
            }
        }

        private mutating func wish() -> Command {
            let person = random.pick(people)
            let staff = random.pick(["A", "B", "C"] as [StaffID])
            switch random.below(10) {
            case 0..<4:
                return .claims(.note(CustomerFact(person, staff, .visit, occurred: house.now)))
            case 4..<7:
                return .ownership(.touch(Touch(person, by: staff, occurred: house.now)))
            case 7: return .ownership(.reassign(Reassignment(person, to: staff, .other)))
            case 8: return .ownership(.findTampering(person, staff, .phone))
            default: return .settleDue
            }
        }
    }

    @Test(arguments: seeds) func `stays so: at most one holder, and no lapse is undone`(
        seed: UInt64
    ) {
        var weeks = Weeks(random: SeededNumbers(seed: seed))
        weeks.run(150)
        let ownership = weeks.house.state.ownership
        for (day, holders) in weeks.seen {
            for person in weeks.people {
                let now = ownership.holder(of: person, on: day)
                #expect(now == holders[person], "seed \(seed): \(person) on \(day.text)")
            }
        }
    }

    @Test(arguments: seeds) func `is replayed from its events, in a state built otherwise`(
        seed: UInt64
    ) {
        var weeks = Weeks(random: SeededNumbers(seed: seed))
        weeks.run(80)
        var random = SeededNumbers(seed: seed)
        var replayed = SiteState()
        for event in weeks.house.history {
            replayed.apply(event)
            if random.chance(30) { replayed = replayed.stirred(&random) }
        }
        #expect(replayed == weeks.house.state, "seed \(seed)")
    }
}
