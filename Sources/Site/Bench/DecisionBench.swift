import HouseRules

/// Decisions of reception without anything around them: no journal, no database, no network.
struct DecisionBench: Sendable {
    let isQuick: Bool

    /// Ring and tally, each the middle of several rounds.
    func figures() -> [BenchFigure] {
        [(Mechanism.ring, "ring"), (.tally, "tally")].map { mechanism, name in
            let rounds = (0..<5).map { _ in rate(of: mechanism) }
            return .atLeast(
                300_000, "decisions-\(name)",
                "reception decisions, one core, 40 consultants, \(name)", median(rounds) ?? 0,
                "1/s", note: "arrivals and departures in turn, by processor time of one thread")
        }
    }

    private func rate(of mechanism: Mechanism) -> Double {
        var day = BenchDay(mechanism)
        let count = isQuick ? 40_000 : 200_000
        for _ in 0..<2_000 { day.receiveOne() }
        let start = Stopwatch.processorTime()
        for _ in 0..<count { day.receiveOne() }
        let seconds = Double(Stopwatch.processorTime() - start) / 1e9
        return Double(2 * count) / seconds
    }
}

/// A day on which twenty groups are always being received.
struct BenchDay {
    private(set) var state = SiteState()
    private var policy = Policy()
    private var now = BusinessDay(year: 2025, month: 6, day: 2)!.at(TimeOfDay(9, 30))
    private let visits = (0..<64).map { VisitID("01jwqgz2c0000000000000000\($0 + 10)") }
    private var arrived = 0
    private static let desk = Actor("desk", .frontDeskSecretary)
    private static let boss = Actor("boss", .salesManager)
    private static let inHand = 20

    init(_ mechanism: Mechanism) {
        policy.rotation.mechanism = mechanism
        for number in 1...BenchSite.consultants {
            let staff = StaffID("consultant-\(number)")
            decide(.roster(.enroll(staff)), Self.boss)
            decide(.presence(.clockIn(staff)), Self.boss)
        }
        decide(.sheet(.publish), Self.boss)
        for _ in 0..<Self.inHand { arrive() }
    }

    /// One group comes and another leaves: two decisions.
    mutating func receiveOne() {
        arrive()
        let leaving = visits[(arrived - Self.inHand - 1) % visits.count]
        decide(.visits(.finish(leaving, logged: true)), Self.desk)
    }

    private mutating func arrive() {
        decide(.visits(.register(Arrival(visits[arrived % visits.count], .newFirst))), Self.desk)
        arrived += 1
    }

    private mutating func decide(_ command: Command, _ actor: Actor) {
        now = Moment(milliseconds: now.milliseconds + 1)
        let ruling = state.rule(on: command, by: actor, under: policy, at: now)
        precondition(ruling.answer != nil, "every command of this day stands")
    }
}
