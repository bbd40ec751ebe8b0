import HTTPTypes
import Synchronization

/// What the web did since the process started: answers by route and status, and how long they took.
final class WebMetrics: Sendable {
    /// The upper edges of the buckets, in seconds.
    static let edges = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    /// Answers of one route with one status.
    struct Key: Hashable, Sendable {
        let method: String
        /// The route's own path, never the address: few, and without anybody's ids.
        let route: String
        let status: Int
    }

    /// How long the answers of a route took.
    struct Times: Sendable, Equatable {
        var counts = [Int](repeating: 0, count: WebMetrics.edges.count + 1)
        var sum = 0.0

        mutating func add(_ seconds: Double) {
            let place = WebMetrics.edges.firstIndex { seconds <= $0 } ?? WebMetrics.edges.count
            counts[place] += 1
            sum += seconds
        }
    }

    /// Everything counted so far.
    struct Figures: Sendable {
        var answers: [Key: Int] = [:]
        var times: [String: Times] = [:]
        /// Decisions asked for here, by `accepted` or `refused`.
        var decisions: [String: Int] = ["accepted": 0, "refused": 0]
    }

    private let figures = Mutex(Figures())

    /// What was counted until now.
    var now: Figures { figures.withLock { $0 } }

    /// Counts an answer; a stream's time is until it begins.
    func count(_ method: HTTPRequest.Method, _ route: String, _ status: Int, _ time: Duration) {
        let key = Key(method: method.rawValue, route: route, status: status)
        figures.withLock {
            $0.answers[key, default: 0] += 1
            $0.times[route, default: Times()].add(time / .seconds(1))
        }
    }

    /// Counts a decision that somebody asked for through the web.
    func count(decision accepted: Bool) {
        figures.withLock { $0.decisions[accepted ? "accepted" : "refused", default: 0] += 1 }
    }
}
