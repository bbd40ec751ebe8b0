import HouseRules

/// A month's pay under the scheme in force and under a draft, person by person (SAT-37).
struct PayTrial: Sendable {
    /// What is tried instead of what holds.
    struct Draft: Sendable {
        let scheme: CommissionScheme
        /// How the score moves the pay.
        let policy: CommissionPolicy
        /// For whoever has no score yet, in hundredths.
        let score: Int?
    }

    /// One line of a statement under both; nil: not there.
    struct Line: Sendable {
        let before: CommissionLine?
        let after: CommissionLine?

        /// What it is about.
        var either: CommissionLine? { after ?? before }
    }

    /// What somebody gets under both.
    struct Person: Sendable {
        /// Nil: the bonus pool.
        let staff: StaffID?
        let before: Statement?
        let after: Statement?
        let lines: [Line]

        var beforePay: Money { before?.payable ?? Money(fen: 0) }
        var afterPay: Money { after?.payable ?? Money(fen: 0) }
        var difference: Money { afterPay - beforePay }

        /// The clauses on which the pay rests.
        var clauses: [String] {
            Set(lines.compactMap { $0.either?.kind.clause.id } + [Clause.sat(37).id]).sorted()
        }
    }

    let people: [Person]

    /// Pairs the statements of a month by person, and their lines by deal and kind.
    init(before: [Statement], after: [Statement]) {
        var staff = before.map(\.staff)
        staff += after.map(\.staff).filter { !staff.contains($0) }
        people = staff.map { staff in
            let old = before.first { $0.staff == staff }
            let new = after.first { $0.staff == staff }
            return Person(
                staff: staff, before: old, after: new,
                lines: Self.pairs(old?.lines ?? [], new?.lines ?? []))
        }.sorted { first, second in
            guard let one = first.staff else { return false }
            return second.staff.map { one < $0 } ?? true
        }
    }

    private static func pairs(_ old: [CommissionLine], _ new: [CommissionLine]) -> [Line] {
        var rest = new
        var pairs = old.map { line -> Line in
            let place = rest.firstIndex { $0.deal == line.deal && $0.kind == line.kind }
            return Line(before: line, after: place.map { rest.remove(at: $0) })
        }
        pairs += rest.map { Line(before: nil, after: $0) }
        return pairs
    }

    var beforePay: Money { people.reduce(Money(fen: 0)) { $0 + $1.beforePay } }
    var afterPay: Money { people.reduce(Money(fen: 0)) { $0 + $1.afterPay } }
    var difference: Money { afterPay - beforePay }
}
