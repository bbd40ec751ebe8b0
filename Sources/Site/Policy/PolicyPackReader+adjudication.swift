import HouseRules

extension PolicyPackReader {
    /// Clauses that the attribution of a deal names.
    static let adjudicated = [22, 23, 24, 25, 26, 28, 29, 30, 31, 34, 35, 38].map {
        Clause.own($0).id
    }
}
