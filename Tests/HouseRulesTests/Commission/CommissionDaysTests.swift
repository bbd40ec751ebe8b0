@testable import HouseRules
import Testing

@Suite struct `Random months of commission` {
    private let month = BusinessDay(year: 2025, month: 6, day: 1)!

    private func deals(
        _ random: inout SeededNumbers, _ count: Int, people: Int
    ) -> [CommissionDeal] {
        (0..<count).map { index in
            let first = StaffID("s\(random.below(people))")
            let second = StaffID("s\(random.below(people))")
            let points = 1 + random.below(9999)
            let shares =
                first == second
                ? Shares(all: first)
                : Shares(both: [Share(first, points), Share(second, 10_000 - points)])
            return CommissionDeal(
                DealID("d\(index)"), product: random.pick(["flat", "shop"]),
                price: Money(fen: Int64(random.below(900_000_000) + 1)), shares: shares,
                signed: month, received: month.adding(days: random.below(40)),
                cancelled: random.below(9) == 0 ? month.adding(days: random.below(50)) : nil)
        }
    }

    private func scheme(tiers: Bool) -> CommissionScheme {
        let low = RateTier(from: Money(fen: 0), perMillion: 1234)
        let high = RateTier(from: .yuan(5_000_000), perMillion: 2345)
        return CommissionScheme(
            "s", from: month,
            rates: ["flat": tiers ? [low, high] : [low], "shop": [low]],
            overridePerMillion: tiers ? 300 : 0, heads: tiers ? ["s0": "s1", "s2": "s1"] : [:],
            others: tiers ? [] : [Share(nil, 777), Share("x", 111)])
    }

    private func scores(_ random: inout SeededNumbers, _ people: Int) -> [StaffID: Int] {
        var scores: [StaffID: Int] = ["x": 10_000]
        for person in 0..<people { scores[StaffID("s\(person)")] = random.below(10_001) }
        return scores
    }

    @Test func `sum to the fen: lines to statements, and equal rates to the deal`() {
        for seed in UInt64(1)...60 {
            var random = SeededNumbers(seed: seed)
            let deals = deals(&random, 30, people: 6)
            let scheme = scheme(tiers: false)
            let result = CommissionMonth(
                month, deals: deals, scheme: scheme, scores: scores(&random, 6))
            for statement in result.statements {
                let paid = statement.lines.reduce(0) { $0 + $1.paid.fen }
                #expect(paid == statement.payable.fen + statement.carried.fen, "seed \(seed)")
                #expect(
                    statement.payable + statement.carried
                        == statement.fixed + statement.variable + statement.adjustments)
                #expect(
                    statement.gross.fen
                        == statement.lines.filter(\.kind.isScored).reduce(0) { $0 + $1.amount.fen })
            }
            for deal in deals {
                let lines = result.statements.flatMap(\.lines).filter { $0.deal == deal.deal }
                guard !lines.isEmpty else { continue }
                let whole = deal.price.times(1234, of: 1_000_000)
                #expect(lines.reduce(0) { $0 + $1.amount.fen } == whole.fen, "seed \(seed)")
                #expect(lines.reduce(0) { $0 + $1.base.fen } == deal.price.fen, "seed \(seed)")
            }
        }
    }

    @Test func `do not hang on the order in which anything comes`() {
        for seed in UInt64(1)...60 {
            var random = SeededNumbers(seed: seed)
            let deals = deals(&random, 25, people: 5)
            let scores = scores(&random, 5)
            let paid = deals.map {
                PaidCommission(
                    $0.deal, "s1", month: month.adding(days: -30), paid: Money(fen: 100))
            }
            let corrections = (0..<4).map {
                CommissionCorrection(
                    SlipID("c\($0)"), "s1", of: month, amount: Money(fen: Int64($0)), note: "n")
            }
            let scheme = scheme(tiers: true)
            let first = CommissionMonth(
                month, deals: deals, scheme: scheme, scores: scores, paid: paid,
                corrections: corrections)
            #expect(!first.performance.isEmpty)
            let second = CommissionMonth(
                month, deals: deals.shuffled(using: &random), scheme: scheme, scores: scores,
                paid: paid.shuffled(using: &random),
                corrections: corrections.shuffled(using: &random))
            #expect(first.statements == second.statements, "seed \(seed)")
            #expect(first.unscored == second.unscored && first.unrated == second.unrated)
        }
    }

    @Test func `move money when a deal is somebody else's, and make none`() {
        for seed in UInt64(1)...40 {
            var random = SeededNumbers(seed: seed)
            var deals = deals(&random, 12, people: 5)
            for index in deals.indices { deals[index].cancelled = nil }
            let scheme = scheme(tiers: true)
            let first = CommissionMonth(
                month, deals: deals, scheme: scheme, scores: scores(&random, 5))
            let paid = first.statements.flatMap(\.paidParts)
            for index in deals.indices {
                deals[index].shares = Shares(both: [Share("s0", 4000), Share("s4", 6000)])
            }
            let later = month.expire(afterMonths: 1)
            let second = CommissionMonth(
                later, deals: deals.filter { ($0.received ?? later) < later }, scheme: scheme,
                scores: [:], paid: paid.shuffled(using: &random))
            let moved = second.statements.flatMap(\.lines)
            #expect(moved.allSatisfy { $0.kind.clause == .own(28) })
            #expect(moved.reduce(0) { $0 + $1.amount.fen } == 0, "seed \(seed)")
            #expect(!moved.isEmpty)
        }
    }

    @Test func `of five hundred people and five thousand deals are quick`() {
        var random = SeededNumbers(seed: 1)
        let deals = deals(&random, 5000, people: 500)
        let scores = scores(&random, 500)
        let spent = ContinuousClock().measure {
            let result = CommissionMonth(
                month, deals: deals, scheme: scheme(tiers: true), scores: scores)
            #expect(result.statements.count > 490)
        }
        #expect(spent < .seconds(2), "\(spent) in a debug build")
    }
}
