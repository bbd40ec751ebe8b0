import Testing

@testable import HouseRules

/// What people do with registers on a day, with a clock that ticks now and then or not at all.
private struct RegisterDay {
    var random: SeededNumbers
    var house: House
    private var steps: [(Moment, Command, Role)] = []

    init(seed: UInt64, tally isTally: Bool) {
        random = SeededNumbers(seed: seed)
        house = House(["A", "B", "C"], policy: isTally ? tally() : Policy())
        if random.chance(50) { house.policy.registers.textMinutes = random.within(1...30) }
        house.policy.registers.callbackMinutes = random.within(1...60)
        house.policy.registers.promiseReminder = random.within(0...90)
        plan()
    }

    private mutating func plan() {
        var now = house.now
        for number in 0..<40 {
            now = now.adding(seconds: random.within(1...2400))
            steps.append((now, wish(number, now), .salesManager))
        }
    }

    private mutating func wish(_ number: Int, _ now: Moment) -> Command {
        let call = CallID("c\(random.within(0...max(0, number)))")
        let visit = VisitID("v\(random.within(0...max(0, number)))")
        let slip = SlipID("s\(random.below(5))")
        return switch random.below(16) {
        case 0: .calls(.arrive(CallID("c\(number)"), wanted: nil))
        case 1: .calls(.end(call))
        case 2: .calls(.noteCallback(CallID("c\(number)")))
        case 3: .calls(.answer(call, "A"))
        case 4, 5:
            .registers(
                .enterCall(
                    CallEntry(
                        call, filled: random.chance(50) ? CallColumn.allCases : [.name],
                        isFirst: random.chance(60))))
        case 6: .registers(.sendText(call, with: TextElement.allCases))
        case 7: .registers(.leaveMessage(slip, for: "B"))
        case 8: .registers(.handleMessage(slip))
        case 9:
            .registers(
                .promise(
                    slip, "C", department: "", due: now.adding(seconds: random.within(60...9000))))
        case 10: .registers(.answerPromise(slip))
        case 11: .visits(.register(Arrival(VisitID("v\(number)"), .newFirst)))
        case 12: .visits(.finish(visit, logged: random.chance(50)))
        case 13: .registers(.enterVisit(visit, filled: VisitColumn.allCases))
        case 14: .registers(.resetTable(visit))
        default:
            .registers(
                .inspect(
                    Inspection(
                        slip, .station, of: "A", [ItemResult("posture", .fail, fact: "f")])))
        }
    }

    /// Runs the same day; `ticks`: the clock ticks every so many seconds, 0: never.
    func run(ticks: Int) -> (codes: [String], registers: Registers, penalties: Int) {
        var house = house
        var codes: [String] = []
        for (moment, command, role) in steps {
            while ticks > 0, house.now.adding(seconds: ticks) < moment {
                house.now = house.now.adding(seconds: ticks)
                house.ask(.settleDue, as: .clock)
            }
            house.now = moment
            let ruling = house.ask(command, as: role)
            codes.append(ruling.refusal?.code ?? "")
        }
        house.now = house.now.day.adding(days: 3).at(TimeOfDay(12, 0))
        house.ask(.settleDue, as: .clock)
        return (codes, house.state.registers, house.penalties)
    }
}

@Suite struct `Deadlines of the registers` {
    @Test(arguments: seeds, [false, true])
    func `do not depend on whether the clock ticked`(seed: UInt64, isTally: Bool) {
        let day = RegisterDay(seed: seed, tally: isTally)
        let without = day.run(ticks: 0)
        let with = day.run(ticks: 61)
        #expect(without.codes == with.codes, "seed \(seed)")
        #expect(without.penalties == with.penalties, "seed \(seed)")
        #expect(without.registers.texts == with.registers.texts, "seed \(seed)")
        #expect(without.registers.visits == with.registers.visits, "seed \(seed)")
        #expect(without.registers.calls == with.registers.calls, "seed \(seed)")
        #expect(without.registers.promises == with.registers.promises, "seed \(seed)")
    }

    @Test(arguments: seeds)
    func `are settled once, and the events alone give the same state`(seed: UInt64) {
        var house = House(["A", "B"])
        house.must(.calls(.arrive("c", wanted: nil)))
        house.must(.calls(.end("c")))
        house.must(
            .registers(.enterCall(CallEntry("c", filled: [.name], isFirst: true))),
            as: .salesManager)
        house.arrival("v")
        house.must(.visits(.finish("v", logged: false)))
        var random = SeededNumbers(seed: seed)
        house.now = house.now.adding(seconds: random.within(1...200_000))
        house.ask(.settleDue, as: .clock)
        #expect(!isDue(house.state, under: house.policy, at: house.now))
        #expect(house.ask(.settleDue, as: .clock).events.isEmpty)
        var again = SiteState()
        for event in house.history { again.apply(event) }
        #expect(again == house.state)
    }
}
