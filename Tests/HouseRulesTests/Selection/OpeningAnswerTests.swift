@testable import HouseRules
import Testing

/// What is answered without being written, and what screens read of an activity.
@Suite struct `Answers about an opening` {
    private func wish(_ world: SelectionWorld, _ random: inout SeededNumbers) -> SelectionCommand {
        let person = random.pick(world.buyers)
        let unit = random.pick(world.units)
        return switch random.below(20) {
        case 0, 1: .callGroup("e")
        case 2...4: .checkIn("e", person)
        case 5...7: .seat("e", person, desk: "1")
        case 8...13: .pick("e", person, unit)
        case 14: .order("e", unit, reviewer: "A")
        case 15: .pay("e", unit)
        case 16: .giveBack("e", unit)
        case 17: .pause("e", note: "n")
        default: .resume("e")
        }
    }

    /// A day in progress, somewhere in the middle.
    private func day(_ kind: ActivityKind, _ seed: UInt64, _ random: inout SeededNumbers)
        -> SelectionWorld
    {
        var world = SelectionWorld(kind, buyers: 6, units: 7)
        for _ in 0..<random.below(120) {
            world.house.now.milliseconds += Int64(random.below(60_000))
            world.ask(wish(world, &random))
        }
        world.house.now.milliseconds += Int64(random.below(300_000))
        return world
    }

    @Test(arguments: [ActivityKind.onlineOpening, .unitSelection])
    func `given from memory are those of the rules, and nothing would be written`(
        kind: ActivityKind
    ) {
        var idle = 0
        for seed in UInt64(1)...80 {
            var random = SeededNumbers(seed: seed)
            let world = day(kind, seed, &random)
            for person in world.buyers + ["stranger"] {
                for unit in world.units + ["9-9"] {
                    var (state, asked) = (world.house.state, world)
                    let told = state.idlePick(
                        unit, for: person, in: "e", under: world.house.policy,
                        at: world.house.now)
                    #expect(state == world.house.state, "seed \(seed)")
                    guard let told else { continue }
                    idle += 1
                    let ruling = asked.house.ask(.selection(.pick("e", person, unit)), as: .clock)
                    #expect(told.answer == ruling.answer, "seed \(seed)")
                    #expect(told.reasons == ruling.reasons, "seed \(seed)")
                    #expect(ruling.events.isEmpty, "seed \(seed): \(ruling.reasons)")
                    #expect(asked.house.state == world.house.state, "seed \(seed)")
                }
            }
        }
        #expect(idle > 1000, "\(idle) picks could be answered from memory")
    }

    @Test func `are given from memory for everything that is taken while nothing is due`() {
        for seed in UInt64(1)...40 {
            var random = SeededNumbers(seed: seed)
            var world = day(.onlineOpening, seed, &random)
            world.house.ask(.settleDue, as: .clock)
            let state = world.house.state
            for unit in world.units where state.hold(of: unit) != nil {
                for person in world.buyers {
                    #expect(
                        state.isPickIdle(unit, for: person, in: "e", at: world.house.now),
                        "seed \(seed)")
                }
            }
        }
    }

    @Test func `are never given from memory once a hold has run out`() {
        var world = SelectionWorld(buyers: 2, units: 2)
        let (one, unit) = (world.buyers[0], world.units[0])
        world.must(.pick("e", one, unit))
        let held = world.house.now
        func idle(_ seconds: Int) -> Bool {
            world.house.state.isPickIdle(
                unit, for: world.buyers[1], in: "e", at: held.adding(seconds: seconds))
        }
        #expect(idle(899) && idle(900) && !idle(901))
    }

    @Test func `before the opening hold to the last millisecond`() {
        let world = SelectionWorld(buyers: 1, units: 1)
        func idle(_ milliseconds: Int64) -> Bool {
            var at = House.monday.at(TimeOfDay(9, 0))
            at.milliseconds += milliseconds
            return world.house.state.isPickIdle(
                world.units[0], for: world.buyers[0], in: "e", at: at)
        }
        #expect(idle(-1) && !idle(0))
    }

    @Test func `about an activity that nobody knows or approved wait for somebody's word`() {
        let state = SiteState()
        #expect(state.isPickIdle("1", for: "p", in: "none", at: House.monday.start))
        #expect(state.awaitsWord(for: "none"))
        #expect(state.hold(of: "1") == nil)
        #expect(!state.has("1", "p", in: "none", at: House.monday.start))
    }

    @Test(arguments: [ActivityKind.onlineOpening, .unitSelection])
    func `whether a buyer has a unit are as if the clock had ticked`(kind: ActivityKind) {
        for seed in UInt64(1)...60 {
            var random = SeededNumbers(seed: seed)
            let world = day(kind, seed, &random)
            var ticked = world
            ticked.house.ask(.settleDue, as: .clock)
            for person in world.buyers {
                for unit in world.units {
                    let has = world.house.state.has(unit, person, in: "e", at: world.house.now)
                    #expect(
                        has == (ticked.house.state.hold(of: unit)?.person == person),
                        "seed \(seed): \(unit) of \(person)")
                }
            }
        }
    }
}

@Suite struct `Screens of an activity` {
    @Test func `show who is called, there, seated and to be called again`() throws {
        var world = SelectionWorld(.unitSelection, buyers: 6, units: 6)
        world.must(.callGroup("e"))
        let order = try #require(world.activity?.numbered)
        #expect(world.activity?.called == Array(order.prefix(4)))
        world.must(.checkIn("e", order[0]))
        world.must(.checkIn("e", order[1]))
        world.must(.seat("e", order[0], desk: "1"))
        #expect(world.activity?.present == [order[1]] && world.activity?.seated == [order[0]])
        world.house.now = world.house.now.adding(seconds: 301)
        world.house.ask(.settleDue, as: .clock)
        #expect(world.activity?.missed == [order[2], order[3]])
        #expect(world.activity?.waitingLine == Array(order[4...]) + [order[2], order[3]])
    }

    @Test func `show each buyer the clock that runs out first`() throws {
        var world = SelectionWorld(.unitSelection, buyers: 4, units: 6)
        world.must(.callGroup("e"))
        let one = try #require(world.activity?.numbered.first)
        let called = world.house.now
        #expect(world.activity?.clock(of: one)?.kind == .checkin)
        #expect(world.activity?.clock(of: one)?.until == called.adding(seconds: 300))
        world.must(.checkIn("e", one))
        #expect(world.activity?.clock(of: one) == nil)
        world.must(.seat("e", one, desk: "1"))
        #expect(world.activity?.clock(of: one)?.kind == .choose)
        let unit = world.units[2]
        world.must(.pick("e", one, unit))
        #expect(world.activity?.clock(of: one) == nil)
        world.must(.order("e", unit, reviewer: "A"))
        let until = world.house.now.adding(seconds: 600)
        #expect(world.activity?.clock(of: one)?.until == until)
        #expect(world.activity?.paymentUntil(of: unit) == until)
        world.must(.pay("e", unit))
        #expect(world.activity?.paymentUntil(of: unit) == nil)
        #expect(world.activity?.clock(of: "stranger") == nil)
    }

    @Test func `lay units out by building from the top floor down`() {
        let world = SelectionWorld(buyers: 1, units: 18)
        let plan = world.activity?.plan ?? []
        #expect(plan.count == 18)
        for (before, after) in zip(plan, plan.dropFirst()) {
            let isOrdered =
                before.building < after.building
                || (before.building == after.building && before.floor >= after.floor)
            #expect(isOrdered, "\(before.unit) before \(after.unit)")
        }
    }

    @Test func `show the marks of a buyer, and figures that closing writes down`() throws {
        var world = SelectionWorld(buyers: 3, units: 3)
        let (one, unit) = (world.buyers[0], world.units[0])
        world.must(.like("e", one, unit, .favourite, isOn: true))
        #expect(world.activity?.marks(of: one, .favourite) == [unit])
        #expect(world.activity?.marks(of: one, .rehearsalPick) == [])
        world.must(.pick("e", one, unit))
        world.must(.pay("e", unit))
        let figures = try #require(world.activity?.figures(clashes: 7, sold: [unit]))
        let ruling = world.ask(.close("e", ClosingCount(clashes: 7, ledger: [unit: .subscribed])))
        #expect(ruling.reasons == [.selection(.closed(figures))])
    }
}
