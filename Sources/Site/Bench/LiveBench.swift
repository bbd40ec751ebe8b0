import Foundation
import HouseRules

/// How long a change takes to reach everybody who watches a page.
struct LiveBench: Sendable {
    static let listeners = 1000
    let site: BenchSite
    let isQuick: Bool
    /// The stream they listen to, and the event of it that a change makes.
    let path: String
    let event: String
    /// How many events of that name one change makes.
    var eventsOfChange = 1

    /// The slowest listener over several changes, each of which `change` makes.
    func figure(
        _ key: String, _ title: String, change: (_ number: Int) async throws -> DecisionRecord
    ) async throws -> BenchFigure {
        let plan = LivePlan(
            port: site.port, listeners: Self.listeners,
            request: site.get(path, signedIn: true), event: event)
        let child = try Child(["bench-client"])
        child.say(try JSONEncoder().encode(BenchClient.Task.live(plan)))
        _ = try await child.line()
        var changes: [(seq: Int, at: UInt64)] = []
        let count = isQuick ? 5 : 20
        for number in 0..<count {
            let start = Stopwatch.now()
            changes.append((try await change(number).seq, start))
            try await Task.sleep(for: .milliseconds(700))
        }
        child.closeInput()
        let arrivals = try JSONDecoder().decode([LiveArrival].self, from: await child.rest())
        await child.end()
        let delays = Self.delays(
            of: changes, in: arrivals, listeners: Self.listeners * eventsOfChange)
        let times = Quantiles(delays.times)
        return .atMost(
            1000, key, title,
            delays.missing > 0 ? .infinity : Double(times.longest) / 1e6, "ms",
            note: "over \(count) changes; p50 \(digits(Double(times.at(0.5)) / 1e6)) ms, "
                + "p99 \(digits(Double(times.at(0.99)) / 1e6)) ms, "
                + "never arrived: \(delays.missing)")
    }

    /// A consultant goes on an errand and comes back; everybody watches the turn board.
    static func board(_ site: BenchSite, isQuick: Bool) async throws -> [BenchFigure] {
        let bench = LiveBench(site: site, isQuick: isQuick, path: "/events/board", event: "board")
        let staff = StaffID("bench-consultant-1")
        return [
            try await bench.figure(
                "live", "a change of the board reaches all of 1,000 listeners"
            ) { _ in
                let presence = await site.book.state.rotation.member(staff)?.presence
                let command: PresenceCommand =
                    presence == .awayOfficial
                    ? .comeBack(staff) : .leave(staff, .official, until: nil)
                return try await site.perform(.presence(command))
            }
        ]
    }

    /// From each change to each listener, and how many it never reached.
    static func delays(
        of changes: [(seq: Int, at: UInt64)], in arrivals: [LiveArrival],
        listeners: Int = Self.listeners
    ) -> (times: [UInt64], missing: Int) {
        var times: [UInt64] = []
        var missing = 0
        for change in changes {
            let reached = arrivals.filter { $0.id == change.seq }.map { $0.at - change.at }
            times += reached
            missing += max(0, listeners - reached.count)
        }
        return (times, missing)
    }
}
