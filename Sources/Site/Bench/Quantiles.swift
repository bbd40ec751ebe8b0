/// Measured times in nanoseconds, asked for their quantiles.
struct Quantiles: Sendable {
    private let sorted: [UInt64]

    init(_ samples: [UInt64]) { sorted = samples.sorted() }

    /// How many were measured.
    var count: Int { sorted.count }

    /// The smallest sample that at least `share` of all samples do not exceed; 0 of no samples.
    func at(_ share: Double) -> UInt64 {
        guard !sorted.isEmpty else { return 0 }
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }

    /// The longest; 0 of no samples.
    var longest: UInt64 { sorted.last ?? 0 }
}

/// The middle one; of an even number the mean of the two in the middle; nil of none.
func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
