import HouseRules

/// When a message is tried again: after 5 s, 10 s, 20 s, … at most 10 minutes, a fifth more or
/// less, so that what failed together does not come back together.
struct Backoff: Sendable {
    /// Between -1 and 1.
    let jitter: @Sendable () -> Double
    static let longestAsked = 3600

    /// The milliseconds to wait after so many attempts; never less than the other side asked for.
    func wait(afterTries tries: Int, asked: Int?) -> Int64 {
        let seconds = min(600, 5 * (1 << min(max(0, tries - 1), 10)))
        let own = Double(seconds * 1000) * (1 + 0.2 * jitter())
        return max(Int64(own), Int64(min(asked ?? 0, Self.longestAsked)) * 1000)
    }
}

extension [SendLimit] {
    /// Until when nothing more may be sent, after attempts at these moments; nil: now.
    func freeAt(_ attempts: [Moment], now: Moment) -> Moment? {
        let newest = attempts.sorted(by: >)
        let waits = compactMap { limit -> Moment? in
            guard newest.count >= limit.count else { return nil }
            let free = newest[limit.count - 1].milliseconds + limit.milliseconds
            return free > now.milliseconds ? Moment(milliseconds: free) : nil
        }
        return waits.max()
    }
}
