import Foundation
import HouseRules

/// How long a change of the board takes to reach everybody who watches it.
struct LiveBench: Sendable {
    static let listeners = 1000
    let site: BenchSite
    let isQuick: Bool

    /// The slowest listener over several changes.
    func figures() async throws -> [BenchFigure] {
        let plan = LivePlan(
            port: site.port, listeners: Self.listeners,
            request: site.get("/events/board", signedIn: true), event: "board")
        let child = try Child(["bench-client"])
        child.say(try JSONEncoder().encode(BenchClient.Task.live(plan)))
        _ = try await child.line()
        var changes: [(seq: Int, at: UInt64)] = []
        let count = isQuick ? 5 : 20
        for _ in 0..<count { changes.append(try await change()) }
        child.closeInput()
        let arrivals = try JSONDecoder().decode([LiveArrival].self, from: await child.rest())
        await child.end()
        let delays = Self.delays(of: changes, in: arrivals)
        let times = Quantiles(delays.times)
        return [
            .atMost(
                1000, "live", "a change of the board reaches all of 1,000 listeners",
                delays.missing > 0 ? .infinity : Double(times.longest) / 1e6, "ms",
                note: "over \(count) changes; p50 \(digits(Double(times.at(0.5)) / 1e6)) ms, "
                    + "p99 \(digits(Double(times.at(0.99)) / 1e6)) ms, "
                    + "never arrived: \(delays.missing)")
        ]
    }

    /// A consultant goes to lunch or an errand; the time is from before the command was given.
    private func change() async throws -> (seq: Int, at: UInt64) {
        let staff = StaffID("bench-consultant-1")
        let isAway = await site.book.state.rotation.member(staff)?.presence == .awayOfficial
        let command: PresenceCommand =
            isAway ? .comeBack(staff) : .leave(staff, .official, until: nil)
        let start = Stopwatch.now()
        let record = try await site.perform(.presence(command))
        try await Task.sleep(for: .milliseconds(700))
        return (record.seq, start)
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
