import Testing

@testable import Site

@Suite struct `Figures of a distribution` {
    @Test func `of a hundred samples the 99th percentile is the 99th`() {
        let quantiles = Quantiles((1...100).reversed().map { UInt64($0) })
        #expect(quantiles.at(0.5) == 50)
        #expect(quantiles.at(0.99) == 99)
        #expect(quantiles.at(1) == 100)
        #expect(quantiles.at(0) == 1)
        #expect(quantiles.longest == 100)
    }

    @Test func `one slow answer of fifty shows in the 99th percentile`() {
        let quantiles = Quantiles([UInt64](repeating: 1, count: 49) + [900])
        #expect(quantiles.at(0.5) == 1)
        #expect(quantiles.at(0.98) == 1)
        #expect(quantiles.at(0.99) == 900)
    }

    @Test func `of no samples are nought`() {
        #expect(Quantiles([]).at(0.99) == 0)
        #expect(Quantiles([]).longest == 0)
    }

    @Test func `the median is the middle, or the mean of the two in the middle`() {
        #expect(median([3, 1, 2]) == 2)
        #expect(median([4, 1, 3, 2]) == 2.5)
        #expect(median([7]) == 7)
        #expect(median([]) == nil)
    }
}
