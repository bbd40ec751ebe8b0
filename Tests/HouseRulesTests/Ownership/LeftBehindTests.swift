import Testing

@testable import HouseRules

@Suite struct `Customers left behind` {
    private static let boss = Actor("boss", .salesManager)
    private static let staff: [StaffID] = ["A", "B", "C"]
    private static let first = BusinessDay(year: 2025, month: 6, day: 2)!

    private func site() -> SiteState {
        var state = SiteState()
        for staff in Self.staff { rule(.roster(.enroll(staff)), in: &state, at: Self.first.start) }
        return state
    }

    @discardableResult
    private func rule(
        _ command: Command, in state: inout SiteState, under policy: Policy = Policy(),
        by actor: Actor = boss, at moment: Moment
    ) -> Ruling {
        state.rule(on: command, by: actor, under: policy, at: moment)
    }

    /// A site on which everybody received some customers within a few days.
    private func busySite(_ seed: Int) -> SiteState {
        var state = site()
        for index in 0..<20 {
            let day = Self.first.adding(days: index / 7)
            let staff = Self.staff[(index * (seed + 1) + index / 3) % Self.staff.count]
            let fact = CustomerFact(
                PersonID("p\((index * 7 + seed) % 15)"), staff, .visit,
                occurred: day.at(TimeOfDay(10, 0)))
            rule(.claims(.note(fact)), in: &state, at: day.at(TimeOfDay(10, 0)))
        }
        return state
    }

    @Test(arguments: 0..<20)
    func `wait in the pool when somebody is dismissed, all of them and nobody else's`(seed: Int) {
        var state = busySite(seed)
        let day = Self.first.adding(days: 4)
        let before = state.ownership.dossiers.keys.reduce(into: [PersonID: StaffID]()) {
            $0[$1] = state.ownership.holder(of: $1, on: day)
        }
        let ruling = rule(
            .ownership(.depart("A", .dismissed)), in: &state, at: day.at(TimeOfDay(9, 0)))
        #expect(ruling.answer != nil)
        for (person, holder) in before {
            let now = state.ownership.holder(of: person, on: day)
            if holder == "A" {
                #expect((now == nil) == (state.ownership.pool[person] != nil), "seed \(seed)")
                #expect(now != "A")
            } else {
                #expect(now == holder && state.ownership.pool[person] == nil, "seed \(seed)")
            }
        }
    }

    @Test(arguments: 0..<20)
    func `are handed out from the pool and leave it`(seed: Int) {
        var state = busySite(seed)
        let day = Self.first.adding(days: 4)
        let at = day.at(TimeOfDay(9, 0))
        rule(.ownership(.depart("A", .dismissed)), in: &state, at: at)
        let plan = previewRedistribution(in: state, on: day)
        #expect(Set(plan.map(\.person)) == Set(state.ownership.pool.keys))
        #expect(plan.allSatisfy { $0.staff != "A" })
        guard !plan.isEmpty else { return }
        rule(.ownership(.handOut("h1", plan)), in: &state, at: at)
        #expect(state.ownership.pool.isEmpty)
        for one in plan {
            #expect(state.ownership.holder(of: one.person, on: day) == one.staff)
        }
    }

    @Test func `who resigned stay until management gives them to somebody`() {
        var state = site()
        let at = Self.first.at(TimeOfDay(10, 0))
        let fact = CustomerFact("p", "A", .visit, occurred: at)
        rule(.claims(.note(fact)), in: &state, at: at)
        rule(.ownership(.depart("A", .resigned)), in: &state, at: at.adding(seconds: 60))
        #expect(state.ownership.pool.isEmpty)
        #expect(state.ownership.holder(of: "p", on: Self.first) == "A")
        let slip: SlipID = "h1"
        let given = rule(
            .ownership(.handOut(slip, [CustomerAssignment("p", to: "B")])), in: &state,
            at: at.adding(seconds: 120))
        #expect(given.answer != nil)
        #expect(state.ownership.holder(of: "p", on: Self.first) == "B")
    }
}
