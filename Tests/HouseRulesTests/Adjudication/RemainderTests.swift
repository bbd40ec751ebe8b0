import HouseRules
import Testing

@Suite struct `What is left over in fen` {
    private func split(_ fen: Int64, _ points: [Int]) -> [Int64] {
        let shares = Shares(
            both: points.enumerated().map { Share(StaffID("s\($0.offset)"), $0.element) })
        return shares.amounts(.commission, of: Money(fen: fen)).map(\.amount.fen)
    }

    @Test(
        arguments: [
            (0, [5000, 5000], [0, 0]), (1, [5000, 5000], [1, 0]), (-1, [5000, 5000], [-1, 0]),
            (101, [5000, 5000], [51, 50]), (-101, [5000, 5000], [-51, -50]),
            (100, [3333, 3333, 3334], [33, 33, 34]), (1, [3333, 3333, 3334], [0, 0, 1]),
            (2, [3333, 3333, 3334], [1, 0, 1]), (3, [2500, 2500, 2500, 2500], [1, 1, 1, 0]),
            (1, [1, 9999], [0, 1]), (9_999, [1, 9999], [1, 9998]), (10_000, [1, 9999], [1, 9999]),
            (7, [10_000], [7]), (5, [6000, 4000], [3, 2]), (1, [4999, 5001], [0, 1]),
        ] as [(Int64, [Int], [Int64])])
    func `goes to the largest remainder, on a tie to the first`(row: (Int64, [Int], [Int64])) {
        #expect(split(row.0, row.1) == row.2)
    }

    @Test(arguments: seeds) func `never changes the whole, nor anybody by a fen`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        var points: [Int] = []
        var left = 10_000
        for _ in 0..<random.within(0...6) where left > 2 {
            let part = random.within(1...(left - 1))
            points.append(part)
            left -= part
        }
        points.append(left)
        #expect(points.reduce(0, +) == 10_000)
        let total = Int64(random.within(-2_000_000_000...2_000_000_000))
        let parts = split(total, points)
        #expect(parts.reduce(0, +) == total, "seed \(seed)")
        #expect(split(-total, points) == parts.map { -$0 }, "seed \(seed)")
        let lifted = zip(parts, points).map { abs($0) * 10_000 - abs(total) * Int64($1) }
        #expect(lifted.allSatisfy { abs($0) < 10_000 }, "seed \(seed)")
        // Nobody was rounded up whose remainder is smaller than that of somebody rounded down.
        let remainders = points.map { abs(total) * Int64($0) % 10_000 }
        let up = zip(remainders, lifted).filter { $0.1 > 0 }.map(\.0)
        let down = zip(remainders, lifted).filter { $0.1 < 0 }.map(\.0)
        if let least = up.min(), let most = down.max() {
            #expect(least >= most, "seed \(seed)")
        }
    }
}
