import Synchronization

/// Gives every session a bucket of requests that refills at a steady rate.
final class RequestLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: Int64
    }

    private let rate: RequestRate
    private let buckets = Mutex(BoundedTable<[UInt8], Bucket>(limit: 20_000))

    init(rate: RequestRate) { self.rate = rate }

    /// Takes one request out of the bucket; gives the seconds to wait when it is empty.
    func take(_ key: [UInt8], at now: Int64) -> Int? {
        guard rate.perSecond > 0 else { return nil }
        return buckets.withLock { table in
            var bucket = table[key] ?? Bucket(tokens: rate.burst, filledAt: now)
            let seconds = Double(max(0, now - bucket.filledAt)) / 1000
            bucket.tokens = min(rate.burst, bucket.tokens + seconds * rate.perSecond)
            bucket.filledAt = now
            let isFull = bucket.tokens >= 1
            if isFull { bucket.tokens -= 1 }
            table[key] = bucket
            return isFull ? nil : max(1, Int(((1 - bucket.tokens) / rate.perSecond).rounded(.up)))
        }
    }
}
