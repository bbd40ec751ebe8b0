import Database
import Foundation
import HouseRules

/// How long it takes until a second screen shows what the desk was told, while twenty groups come
/// in every second: far more than any site has.
struct ScreenBench: Sendable {
    let site: BenchSite
    let isQuick: Bool

    private static let everyMilliseconds = 50

    /// From before the desk's request is sent until the board's new picture has come.
    func figures() async throws -> [BenchFigure] {
        let listeners = try Child(["bench-client"])
        let plan = LivePlan(
            port: site.port, listeners: 2, request: site.get("/events/board", signedIn: true),
            event: "board")
        listeners.say(try JSONEncoder().encode(BenchClient.Task.live(plan)))
        _ = try await listeners.line()
        let count = isQuick ? 40 : 400
        let departures = Task { await Departures(site: site).run() }
        let sent = try await Child.run(
            .paced(
                PacedPlan(
                    port: site.port, count: count, everyMilliseconds: Self.everyMilliseconds,
                    request: site.post(round: "s"), status: 303)), [UInt64].self)
        try await Task.sleep(for: .seconds(1))
        departures.cancel()
        await departures.value
        listeners.closeInput()
        let arrivals = try JSONDecoder().decode([LiveArrival].self, from: await listeners.rest())
        await listeners.end()
        let times = Self.delays(sent, try await site.entries(round: "s", count), arrivals)
        return [
            .atMost(
                300, "second-screen", "a visit shows on a second screen, 95th percentile",
                times.isEmpty ? .infinity : Double(Quantiles(times).at(0.95)) / 1e6, "ms",
                note: "20 visits a second, \(times.count) of them; p50 "
                    + "\(digits(Double(Quantiles(times).at(0.5)) / 1e6)) ms")
        ]
    }

    /// From each request to the first picture that has its entry in it.
    static func delays(
        _ sent: [UInt64], _ entries: [Int], _ arrivals: [LiveArrival]
    ) -> [UInt64] {
        zip(sent, entries).compactMap { sentAt, entry in
            arrivals.filter { $0.id >= entry }.map(\.at).min().map { $0 - sentAt }
        }
    }
}
