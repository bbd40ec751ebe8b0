import Testing

@testable import Site

@Suite struct `The limit of requests` {
    private func limiter(_ perSecond: Double, _ burst: Double) -> RequestLimiter {
        RequestLimiter(rate: RequestRate(perSecond: perSecond, burst: burst))
    }

    @Test func `so many may come at once, the next waits`() {
        let limiter = limiter(1, 5)
        for _ in 0..<5 { #expect(limiter.take([1], at: 0) == nil) }
        #expect(limiter.take([1], at: 0) == 1)
    }

    @Test func `the bucket refills at its rate`() {
        let limiter = limiter(2, 2)
        for _ in 0..<2 { #expect(limiter.take([1], at: 0) == nil) }
        #expect(limiter.take([1], at: 499) != nil)
        #expect(limiter.take([1], at: 1000) == nil)
        #expect(limiter.take([1], at: 1000) != nil || limiter.take([1], at: 1000) != nil)
    }

    @Test func `it never holds more than the burst`() {
        let limiter = limiter(10, 3)
        for _ in 0..<3 { #expect(limiter.take([1], at: 0) == nil) }
        for _ in 0..<3 { #expect(limiter.take([1], at: 1_000_000) == nil) }
        #expect(limiter.take([1], at: 1_000_000) != nil)
    }

    @Test(arguments: [(0.1, 10), (0.5, 2), (1.0, 1), (50.0, 1)])
    func `who waits is told for how long, in whole seconds`(rate: Double, seconds: Int) {
        let limiter = limiter(rate, 1)
        #expect(limiter.take([1], at: 0) == nil)
        #expect(limiter.take([1], at: 0) == seconds)
        #expect(limiter.take([1], at: Int64(seconds) * 1000) == nil)
    }

    @Test func `everybody has a bucket of their own`() {
        let limiter = limiter(1, 1)
        #expect(limiter.take([1], at: 0) == nil && limiter.take([2], at: 0) == nil)
        #expect(limiter.take([1], at: 0) != nil && limiter.take([2], at: 0) != nil)
    }

    @Test func `a clock that goes back takes nothing away`() {
        let limiter = limiter(1, 2)
        #expect(limiter.take([1], at: 10_000) == nil)
        #expect(limiter.take([1], at: 0) == nil)
        #expect(limiter.take([1], at: 0) != nil)
    }

    @Test func `a rate of zero limits nobody`() {
        let limiter = limiter(0, 0)
        for _ in 0..<1000 { #expect(limiter.take([1], at: 0) == nil) }
    }
}

@Suite struct `A table that forgets` {
    @Test func `keeps at least half of what it may hold`() {
        var table = BoundedTable<Int, Int>(limit: 10)
        for key in 0..<100 {
            table[key] = key
            for near in max(0, key - 4)...key { #expect(table[near] == near) }
            #expect(table.count <= 10)
        }
    }

    @Test func `a key in the older half that is set again stays, once`() {
        var table = BoundedTable<String, Int>(limit: 4)
        for (key, value) in [("a", 1), ("b", 2), ("c", 3), ("a", 9)] { table[key] = value }
        #expect(table["a"] == 9 && table.count == 3)
        table["d"] = 4
        #expect(table["a"] == 9 && table["d"] == 4)
    }

    @Test func `even the smallest holds one`() {
        for limit in [0, 1] {
            var table = BoundedTable<Int, Int>(limit: limit)
            table[1] = 1
            #expect(table[1] == 1)
            table[2] = 2
            #expect(table[2] == 2)
        }
    }

    @Test func `taking out reaches both halves`() {
        var table = BoundedTable<Int, Int>(limit: 4)
        for key in 1...3 { table[key] = key }
        table[1] = nil
        table[3] = nil
        #expect(table[1] == nil && table[2] == 2 && table[3] == nil && table.count == 1)
    }
}
