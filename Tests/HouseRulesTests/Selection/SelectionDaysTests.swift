@testable import HouseRules
import Testing

@Suite struct `Random selection days` {
    private func wish(_ world: SelectionWorld, _ random: inout SeededNumbers) -> SelectionCommand {
        let person = random.pick(world.buyers)
        let unit = random.pick(world.units)
        return switch random.below(24) {
        case 0, 1: .callGroup("e")
        case 2...5: .checkIn("e", person)
        case 6...8: .seat("e", person, desk: "1")
        case 9...15: .pick("e", person, unit)
        case 16, 17: .order("e", unit, reviewer: "A")
        case 18, 19: .pay("e", unit)
        case 20: .giveBack("e", unit)
        case 21: .pause("e", note: "n")
        case 22: .tell(unit, .cancelled)
        default: .resume("e")
        }
    }

    /// The clock jumps back a second now and then, as clocks of machines do.
    private mutating func goOn(_ world: inout SelectionWorld, _ random: inout SeededNumbers) {
        let ahead = random.below(random.below(6) == 0 ? 300_000 : 9000)
        let step = random.below(12) == 0 ? -1000 : ahead
        world.house.now.milliseconds += Int64(step)
    }

    @Test(arguments: [ActivityKind.onlineOpening, .unitSelection])
    mutating func `never sell a unit twice, whatever people do and whatever the clock does`(
        kind: ActivityKind
    ) {
        for seed in UInt64(1)...60 {
            var random = SeededNumbers(seed: seed)
            var world = SelectionWorld(kind, buyers: 6, units: 8)
            for _ in 0..<250 {
                goOn(&world, &random)
                let ruling = world.ask(wish(world, &random))
                let faults = world.faults()
                #expect(faults.isEmpty, "seed \(seed): \(faults) after \(ruling.reasons)")
                guard faults.isEmpty else { return }
            }
        }
    }

    @Test(arguments: [ActivityKind.onlineOpening, .unitSelection])
    mutating func `have nothing due once what is due was settled, and replay to the same`(
        kind: ActivityKind
    ) {
        for seed in UInt64(1)...40 {
            var random = SeededNumbers(seed: seed)
            var world = SelectionWorld(kind, buyers: 5, units: 6)
            for _ in 0..<150 {
                goOn(&world, &random)
                world.ask(wish(world, &random))
                let (state, policy, now) = (world.house.state, world.house.policy, world.house.now)
                let wasDue = isDue(state, under: policy, at: now)
                let ruling = world.house.ask(.settleDue, as: .clock)
                let stillDue = isDue(world.house.state, under: policy, at: now)
                #expect(wasDue || ruling.events.isEmpty, "seed \(seed)")
                #expect(!stillDue, "seed \(seed)")
            }
            var replayed = SiteState()
            for event in world.house.history { replayed.apply(event) }
            #expect(replayed.selection == world.house.state.selection, "seed \(seed)")
        }
    }

    @Test func `give the same answer with and without the clock's ticking`() {
        for seed in UInt64(1)...40 {
            var random = SeededNumbers(seed: seed)
            var ticked = SelectionWorld(buyers: 5, units: 4)
            var quiet = ticked
            for _ in 0..<120 {
                let step = Int64(random.below(random.below(5) == 0 ? 600_000 : 20_000))
                ticked.house.now.milliseconds += step
                quiet.house.now = ticked.house.now
                ticked.house.ask(.settleDue, as: .clock)
                let command = wish(ticked, &random)
                let (first, second) = (ticked.ask(command), quiet.ask(command))
                #expect(first.answer == second.answer, "seed \(seed): \(command)")
                #expect(first.refusal == second.refusal, "seed \(seed): \(command)")
            }
        }
    }
}

@Suite struct `An opening` {
    @Test func `gives each unit to the first that comes`() {
        var world = SelectionWorld(buyers: 40, units: 10)
        var winners: [UnitID: PersonID] = [:]
        for (index, buyer) in world.buyers.enumerated() {
            let unit = world.units[index % world.units.count]
            let ruling = world.ask(.pick("e", buyer, unit), as: .clock)
            if ruling.answer != nil { winners[unit] = buyer }
            #expect((ruling.answer != nil) == (index < 10))
        }
        #expect(winners.count == 10)
        #expect(world.units.allSatisfy { world.house.state.selection.isTaken($0) })
        #expect(world.activity?.nearest(to: world.units[0]) == [])
    }

    /// Sixteen times as long a list must not make a pick noticeably dearer.
    @Test func `costs the same for a pick however long the list is`() {
        func spent(_ count: Int) -> Duration {
            var world = SelectionWorld(buyers: count, units: count)
            let sample = 200
            let clock = ContinuousClock()
            var state = SiteState()
            swap(&state, &world.house.state)
            return clock.measure {
                for index in 0..<sample {
                    let place = index * count / sample
                    let command = SelectionCommand.pick(
                        "e", world.buyers[place], world.units[place])
                    let ruling = state.rule(
                        on: .selection(command), by: .clock, under: world.house.policy,
                        at: world.house.now)
                    precondition(ruling.answer != nil)
                }
            }
        }
        _ = spent(300)
        let (short, long) = (spent(300), spent(4800))
        #expect(long < short * 4, "\(short) for 300, \(long) for 4,800")
    }

    @Test func `offers what is nearest, and nothing of another layout`() throws {
        let world = SelectionWorld(buyers: 2, units: 60)
        let activity = try #require(world.activity)
        for unit in world.units {
            let listed = try #require(activity.units[unit])
            let offered = activity.nearest(to: unit).compactMap { activity.units[$0] }
            #expect(offered.count == 3)
            #expect(offered.allSatisfy { $0.layout == listed.layout && $0.unit != unit })
            let far = offered.map { abs($0.floor - listed.floor) }
            let farthest = try #require(far.max())
            let nearer = activity.units.values.filter {
                $0.layout == listed.layout && $0.building == listed.building && $0.unit != unit
                    && abs($0.floor - listed.floor) < farthest
            }
            #expect(nearer.allSatisfy { near in offered.contains { $0.unit == near.unit } })
        }
    }

    @Test(arguments: [(-1, 1), (-1000, 1), (-1001, 2), (0, nil)])
    func `opens at its millisecond`(early: Int, seconds: Int?) {
        var world = SelectionWorld(buyers: 1, units: 1)
        world.house.now.milliseconds += Int64(early)
        let ruling = world.ask(.pick("e", "p0", world.units[0]), as: .clock)
        #expect(ruling.refusal == seconds.map { .selection(.notOpen(seconds: $0)) })
    }

    @Test func `lets a buyer have one unit at a time that is not paid, however many are allowed`() {
        var policy = Policy()
        policy.selection.maxUnits = 2
        var world = SelectionWorld(buyers: 1, units: 3, policy: policy)
        let units = world.units
        world.must(.pick("e", "p0", units[0]))
        let second = world.ask(.pick("e", "p0", units[1]), as: .clock)
        #expect(second.refusal == .selection(.alreadyHolds(units[0])))
        world.must(.pay("e", units[0]))
        world.must(.pick("e", "p0", units[1]))
        world.must(.pay("e", units[1]))
        let third = world.ask(.pick("e", "p0", units[2]), as: .clock)
        #expect(third.refusal == .selection(.alreadyHolds(units[1])))
    }

    @Test func `tells everybody the same unit was taken and since when, and not by whom`() {
        var world = SelectionWorld(buyers: 3, units: 3)
        let since = world.house.now
        world.ask(.pick("e", "p0", world.units[0]), as: .clock)
        world.house.now = since.adding(seconds: 5)
        let ruling = world.ask(.pick("e", "p1", world.units[0]), as: .clock)
        guard case .selection(.unitTaken(let unit, let told, _)) = ruling.refusal else {
            Issue.record("not refused")
            return
        }
        #expect(unit == world.units[0] && told == since)
        #expect(ruling.events.isEmpty)
    }
}
