import Synchronization

/// Slows down whoever reports without an account: so many tries of one kind in ten minutes.
final class ReportThrottle: Sendable {
    /// What is counted.
    enum Kind: String, Sendable {
        /// Reports by one address of an agent.
        case agent
        /// Reports from one place, whoever sends them.
        case place
        /// Addresses that do not exist, from one place.
        case miss

        fileprivate var limit: Int {
            switch self {
            case .agent: 20
            case .place: 60
            case .miss: 20
            }
        }
    }

    private struct Tries {
        var count = 0
        var windowEnds: Int64
    }

    private static let window: Int64 = 10 * 60 * 1000

    private let tries = Mutex(BoundedTable<String, Tries>(limit: 20_000))

    /// Counts a try; gives the seconds to wait when there were too many.
    func count(_ kind: Kind, _ key: String, at now: Int64) -> Int? {
        tries.withLock { table in
            let name = kind.rawValue + " " + key
            var tries = table[name] ?? Tries(windowEnds: now + Self.window)
            if now >= tries.windowEnds { tries = Tries(windowEnds: now + Self.window) }
            guard tries.count < kind.limit else {
                return Int((tries.windowEnds - now + 999) / 1000)
            }
            tries.count += 1
            table[name] = tries
            return nil
        }
    }
}
