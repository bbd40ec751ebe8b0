import Synchronization

/// Slows down guessing. Every try is counted before the password is looked at, so that many tries
/// at once gain nothing; a success clears the login's count.
final class SignInThrottle: Sendable {
    private struct Tries {
        var count = 0
        var windowEnds: Int64
    }

    /// Per login: few, because a person knows their password.
    private static let loginLimit = 6
    /// Per address: more, because a whole site may share one.
    private static let addressLimit = 40
    private static let window: Int64 = 10 * 60 * 1000

    private let tries = Mutex(BoundedTable<String, Tries>(limit: 20_000))

    /// Counts a try; gives the seconds to wait when there were too many.
    func count(login: String, address: String, at now: Int64) -> Int? {
        tries.withLock { table in
            let waits = [
                Self.wait(&table, "login " + login.prefix(200), limit: Self.loginLimit, now),
                Self.wait(&table, "address " + address, limit: Self.addressLimit, now),
            ]
            return waits.compactMap(\.self).max()
        }
    }

    /// Takes back the try of somebody whose password was right, and all others of that login.
    func clear(login: String, address: String) {
        tries.withLock { table in
            table["login " + login.prefix(200)] = nil
            table["address " + address]?.count -= 1
        }
    }

    private static func wait(
        _ table: inout BoundedTable<String, Tries>, _ key: String, limit: Int, _ now: Int64
    ) -> Int? {
        var tries = table[key] ?? Tries(windowEnds: now + window)
        if now >= tries.windowEnds { tries = Tries(windowEnds: now + window) }
        guard tries.count < limit else { return Int((tries.windowEnds - now + 999) / 1000) }
        tries.count += 1
        table[key] = tries
        return nil
    }
}
