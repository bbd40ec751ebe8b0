import HouseRules
import Testing

@Suite struct `Random days` {
    @Test(arguments: seeds)
    func `keep the ring in order`(seed: UInt64) { check(seed, .ring) }

    @Test(arguments: seeds)
    func `keep the tally in order`(seed: UInt64) { check(seed, .tally) }

    @Test(arguments: seeds)
    func `keep the house in order when the mechanism changes`(seed: UInt64) {
        check(seed, seed.isMultiple(of: 2) ? .ring : .tally, switching: true)
    }

    private func check(_ seed: UInt64, _ mechanism: Mechanism, switching: Bool = false) {
        var days = WatchedDays(seed: seed, mechanism: mechanism, people: 1 + Int(seed % 6))
        days.run(decisions: 300, switching: switching)
        #expect(days.faults.isEmpty, "seed \(seed), \(mechanism): \(days.faults)")
    }
}

@Suite struct `A long run without absences` {
    @Test(arguments: Mechanism.allCases, seeds)
    func `gives everybody the same number of turns, give or take one`(
        mechanism: Mechanism, seed: UInt64
    ) {
        var random = SeededNumbers(seed: seed)
        var policy = Policy()
        policy.rotation.mechanism = mechanism
        let count = random.within(1...7)
        var house = House((0..<count).map { StaffID("P\($0)") }, policy: policy)
        var receiving: [VisitID] = []
        for number in 0..<random.within(50...150) {
            house.now = house.now.adding(seconds: random.within(1...200))
            while receiving.count >= count || (!receiving.isEmpty && random.chance(50)) {
                house.finish(receiving.removeFirst())
            }
            let visit = VisitID("v\(number)")
            house.arrival(visit)
            receiving.append(visit)
            let turns = (0..<count).map { place in
                house.effects(of: StaffID("P\(place)")).count { $0 == .counted }
            }
            #expect((turns.max() ?? 0) - (turns.min() ?? 0) <= 1, "seed \(seed): \(turns)")
        }
    }

    @Test(arguments: seeds)
    func `gives everybody the same number of calls, give or take one`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let count = random.within(1...7)
        var house = House((0..<count).map { StaffID("P\($0)") })
        var calls: [StaffID: Int] = [:]
        for number in 0..<100 {
            let call = CallID("c\(number)")
            guard case .answerer(let staff) = house.must(.calls(.arrive(call, wanted: nil))) else {
                Issue.record("nobody answers, seed \(seed)")
                return
            }
            calls[staff, default: 0] += 1
            house.must(.calls(.end(call)))
        }
        #expect(calls.count == count)
        #expect(
            (calls.values.max() ?? 0) - (calls.values.min() ?? 0) <= 1, "seed \(seed): \(calls)")
    }
}
