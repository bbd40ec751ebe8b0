import Foundation
import Logging
import Synchronization

/// The outside world a site needs: the clock, fresh identifiers and the log.
/// Handed in at the edge, so that rules and tests never look at a global.
public struct Surroundings: Sendable {
    /// Milliseconds since 1970-01-01 UTC.
    public var now: @Sendable () -> Int64
    /// A fresh identifier of at most 26 characters; later ones sort after earlier ones.
    public var newID: @Sendable () -> String
    /// Where the running system writes its log. Never give it personal data.
    public var log: Logger

    /// Builds surroundings from the three pieces.
    public init(
        now: @escaping @Sendable () -> Int64,
        newID: @escaping @Sendable () -> String,
        log: Logger
    ) {
        self.now = now
        self.newID = newID
        self.log = log
    }

    /// The real clock and random identifiers.
    public static func live(log: Logger = Logger(label: "anchang")) -> Surroundings {
        let maker = SortableIDs()
        return Surroundings(
            now: systemMilliseconds, newID: { maker.next(at: systemMilliseconds()) }, log: log)
    }

    /// The same with a clock that is so many seconds ahead; for demonstrations of another hour.
    public func ahead(seconds: Int) -> Surroundings {
        let (now, later) = (now, Int64(seconds) * 1000)
        return Surroundings(now: { now() + later }, newID: newID, log: log)
    }

    /// A clock that stands where `clock` points and identifiers `id-000001`, `id-000002`, ….
    public static func fixed(clock: StoppedClock) -> Surroundings {
        let counter = Mutex(0)
        var log = Logger(label: "anchang.test")
        log.logLevel = .critical
        return Surroundings(
            now: { clock.milliseconds },
            newID: {
                let number = counter.withLock {
                    $0 += 1
                    return $0
                }
                return "id-" + String(String(1_000_000 + number).dropFirst())
            },
            log: log)
    }
}

/// A clock that moves only when told to.
public final class StoppedClock: Sendable {
    private let hand: Mutex<Int64>

    /// Starts at `milliseconds` since 1970-01-01 UTC.
    public init(at milliseconds: Int64) { hand = Mutex(milliseconds) }

    /// Where the hand points, in milliseconds since 1970-01-01 UTC.
    public var milliseconds: Int64 { hand.withLock { $0 } }

    /// Moves the hand forward.
    public func advance(by duration: Duration) {
        hand.withLock { $0 += duration.wholeMilliseconds }
    }
}

extension Duration {
    /// The duration in whole milliseconds, rounded towards zero.
    var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}

/// The system clock in milliseconds since 1970-01-01 UTC.
@Sendable private func systemMilliseconds() -> Int64 {
    Int64(Date().timeIntervalSince1970 * 1000)
}
