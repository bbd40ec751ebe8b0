@testable import HouseRules
import Testing

@Suite struct `A selection day` {
    private func moment(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Moment {
        House.monday.at(TimeOfDay(hour, minute, second))
    }

    /// Everybody of the first group at a desk at 09:10.
    private func seated(_ policy: Policy = Policy()) -> SelectionWorld {
        var world = SelectionWorld(.unitSelection, buyers: 6, units: 6, policy: policy)
        world.house.now = moment(9, 5)
        world.must(.callGroup("e"))
        for person in called(world) {
            world.must(.checkIn("e", person))
        }
        world.house.now = moment(9, 10)
        for person in present(world) { world.must(.seat("e", person, desk: "1")) }
        return world
    }

    private func called(_ world: SelectionWorld) -> [PersonID] { people(world, .called) }

    private func present(_ world: SelectionWorld) -> [PersonID] { people(world, .present) }

    private func people(_ world: SelectionWorld, _ stage: BuyerStage) -> [PersonID] {
        (world.activity?.numbered ?? []).filter { world.activity?.buyers[$0]?.stage == stage }
    }

    @Test(arguments: [(299, true), (300, true), (301, false)])
    func `lets people check in for five minutes, the last second included`(
        late: Int, stands: Bool
    ) {
        var world = SelectionWorld(.unitSelection, buyers: 6, units: 6)
        world.must(.callGroup("e"))
        let person = called(world)[0]
        world.house.now.milliseconds += Int64(late) * 1000 + 999
        #expect((world.ask(.checkIn("e", person)).answer != nil) == stands)
        #expect(world.activity?.buyers[person]?.misses == (stands ? 0 : 1))
    }

    @Test(arguments: [(179, true), (180, true), (181, false)])
    func `lets people choose for three minutes, the last second included`(
        late: Int, stands: Bool
    ) {
        var world = seated()
        let person = people(world, .seated)[0]
        world.house.now.milliseconds += Int64(late) * 1000 + 999
        #expect((world.ask(.pick("e", person, world.units[0])).answer != nil) == stands)
        #expect(world.activity?.buyers[person]?.stage == (stands ? .chosen : .out))
    }

    @Test(arguments: [(599, true), (600, true), (601, false)])
    func `waits for the deposit for ten minutes, the last second included`(
        late: Int, stands: Bool
    ) {
        var world = seated()
        let person = people(world, .seated)[0]
        world.must(.pick("e", person, world.units[0]))
        world.must(.order("e", world.units[0], reviewer: "A"))
        world.house.now.milliseconds += Int64(late) * 1000 + 999
        #expect((world.ask(.pay("e", world.units[0])).answer != nil) == stands)
        #expect(world.house.state.selection.isTaken(world.units[0]) == stands)
        #expect(world.activity?.figures.lapsed == (stands ? 0 : 1))
    }

    @Test(arguments: [(3599, false), (3600, true)])
    func `is drawn an hour after the commitment, to the second`(seconds: Int, stands: Bool) {
        var world = SelectionWorld(buyers: 3, units: 3)
        world.must(.commit("e", SHA256.hex(of: "other")))
        world.house.now.milliseconds += Int64(seconds) * 1000
        let ruling = world.ask(.draw("e", seed: "other", publicPart: "p"))
        #expect((ruling.answer != nil) == stands)
    }

    @Test func `calls in the order drawn, and those who missed once more, the first first`() {
        var world = SelectionWorld(.unitSelection, buyers: 6, units: 6)
        let order = world.activity?.numbered ?? []
        #expect(order.count == 6 && order != world.buyers)
        world.must(.callGroup("e"))
        #expect(called(world) == Array(order[0..<4]))
        world.must(.checkIn("e", order[1]))
        world.house.now = moment(9, 6)
        world.must(.callGroup("e"))
        #expect(Set(called(world)) == [order[4], order[5], order[0], order[2]])
        #expect(world.activity?.waitingLine == [order[3]])
        world.house.now = moment(9, 12)
        world.must(.callGroup("e"))
        #expect(world.activity?.buyers[order[0]]?.stage == .out, "missed twice")
        #expect(Set(called(world)) == [order[3], order[4], order[5]], "their second call")
    }

    @Test func `changes a unit in one step, and the former one is free at once`() {
        var world = seated()
        let people = people(world, .seated)
        world.must(.pick("e", people[0], world.units[0]))
        let ruling = world.ask(.pick("e", people[0], world.units[1]))
        let moves = ruling.events.compactMap { event -> UnitMove? in
            if case .sales(.moved(let move)) = event { move } else { nil }
        }
        #expect(moves.map(\.unit) == [world.units[0], world.units[1]], "one ruling, first free")
        #expect(moves.map(\.to) == [.available, .held])
        world.must(.pick("e", people[1], world.units[0]))
        world.must(.order("e", world.units[1], reviewer: "A"))
        let late = world.ask(.pick("e", people[0], world.units[2]))
        #expect(late.refusal == .selection(.changeClosed(world.units[1])))
    }

    @Test func `stands still to the millisecond`() {
        for stop in [0, 1, 999, 100_000] {
            var world = seated()
            let person = people(world, .seated)[0]
            world.house.now.milliseconds += Int64(stop)
            world.must(.pause("e", note: "n"))
            world.house.now.milliseconds += 1_234_567
            let due = world.house.ask(.settleDue, as: .clock).events.contains {
                if case .selection = $0 { true } else { false }
            }
            #expect(!due)
            world.must(.resume("e"))
            let until = world.activity?.runningClocks.first { $0.person == person }?.until
            #expect(until?.milliseconds == moment(9, 13).milliseconds + 1_234_567)
        }
    }

    @Test func `takes nothing while it stands still, and money all the same`() {
        var world = seated()
        let people = people(world, .seated)
        world.must(.pick("e", people[0], world.units[0]))
        world.must(.order("e", world.units[0], reviewer: "A"))
        world.must(.pause("e", note: "n"))
        let refusal = Refusal.selection(.paused(since: world.house.now))
        #expect(world.ask(.pick("e", people[1], world.units[1])).refusal == refusal)
        #expect(world.ask(.callGroup("e")).refusal == refusal)
        world.house.now = moment(12, 0)
        world.must(.pay("e", world.units[0]))
    }

    @Test func `needs a reviewer whom the manager named`() {
        var world = seated()
        let person = people(world, .seated)[0]
        world.must(.pick("e", person, world.units[0]))
        let wrong = world.ask(.order("e", world.units[0], reviewer: "B"), as: .consultant)
        #expect(wrong.refusal == .selection(.reviewerNotAuthorized("B")))
        #expect(
            world.ask(.order("e", world.units[0], reviewer: "A"), as: .consultant).answer == .done)
    }

    @Test func `shows the heat of a unit from three marks on`() {
        var heat = Heat()
        heat.marks = [.favourite: 1, .rehearsalPick: 1]
        #expect(heat.shown(by: HeatWeights()) == nil)
        heat.marks = [.favourite: 8, .rehearsalPick: 5, .visitIntent: 2]
        #expect(heat.shown(by: HeatWeights()) == 27)
    }

    @Test func `rounds its figures half up`() {
        var figures = ActivityFigures()
        #expect(figures.attendance == nil && figures.averageSeconds == nil)
        figures.invited = 12
        figures.came = 11
        figures.choices = 2
        figures.choosingTime = 61_000
        #expect(figures.attendance == 9167 && figures.averageSeconds == 31)
        figures.listed = ["a": 3, "b": 1]
        figures.sold = ["a": 2]
        #expect(figures.sellThrough == 5000 && figures.sellThrough(of: "a") == 6667)
        #expect(figures.sellThrough(of: "b") == 0 && figures.sellThrough(of: "c") == nil)
    }

    @Test func `names a repeated row once, by the first it repeats`() {
        func row(_ person: PersonID, _ paper: String?, _ phone: String?) -> RosterRow {
            RosterRow(RosterEntry(person, ticket: "t"), paper: paper, phone: phone)
        }
        let rows = [
            row("a", "1", "x"), row("b", nil, nil), row("c", nil, nil), row("d", "1", "y"),
            row("e", "2", "y"), row("f", "3", "x"), row("b", "4", "z"), row("g", "5", "w"),
        ]
        let faults = RosterFault.faults(in: rows) { $0 == "g" }
        #expect(faults.map(\.line) == [4, 6, 7, 8])
        #expect(faults.map(\.of) == [1, 1, 2, nil])
        #expect(faults.map(\.field) == [.paper, .phone, .person, .person])
    }
}
