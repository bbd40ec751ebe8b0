import HouseRules
import Testing

@Suite struct `Shares of a deal` {
    @Test(arguments: seeds) func `in money sum to the whole, however odd`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let first = random.within(1...9998)
        let second = random.within(1...(9999 - first))
        let shares = Shares(both: [
            Share("A", first), Share("B", second), Share(nil, 10_000 - first - second),
        ])
        #expect(shares.isWhole)
        let total = Money(fen: Int64(random.within(0...1_000_000_007)))
        let parts = shares.amounts(.commission, of: total).map(\.amount.fen)
        #expect(parts.reduce(0, +) == total.fen)
        for (part, points) in zip(parts, [first, second, 10_000 - first - second]) {
            let exact = total.fen * Int64(points)
            #expect(abs(part * 10_000 - exact) < 10_000)
        }
    }

    @Test func `are whole only when each account sums to it, nobody twice, nobody with nothing`() {
        #expect(Shares(all: "A").isWhole)
        #expect(!Shares(both: [Share("A", 9999)]).isWhole)
        #expect(!Shares(both: [Share("A", 10_001)]).isWhole)
        #expect(!Shares(both: [Share("A", 5000), Share("A", 5000)]).isWhole)
        #expect(!Shares(both: [Share("A", 10_000), Share("B", 0)]).isWhole)
        #expect(!Shares(both: [Share("A", 11_000), Share("B", -1000)]).isWhole)
        #expect(!Shares(performance: [], commission: [Share("A", 10_000)]).isWhole)
    }

    @Test func `leave the customer with the largest performance, on a tie with the closer`() {
        let half = Shares(both: [Share("C", 5000), Share("A", 5000)])
        #expect(half.keeper(preferring: "A") == "A")
        #expect(half.keeper(preferring: "B") == "C")
        #expect(Shares(both: [Share("C", 6000), Share("A", 4000)]).keeper(preferring: "A") == "C")
    }
}
