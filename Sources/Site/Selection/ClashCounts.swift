import HouseRules
import Synchronization

/// How often somebody wanted a unit that was taken (SEL-10). Answers from memory leave no fact
/// behind, so they are counted here, since this process began.
final class ClashCounts: Sendable {
    private let counts = Mutex<[ActivityID: Int]>([:])

    /// One more.
    func count(_ activity: ActivityID) { counts.withLock { $0[activity, default: 0] += 1 } }

    /// So many up to now.
    func of(_ activity: ActivityID) -> Int { counts.withLock { $0[activity] ?? 0 } }
}
