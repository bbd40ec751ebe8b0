@testable import HouseRules
import Testing

@Suite struct `The commission of a month` {
    private let june = BusinessDay(year: 2025, month: 6, day: 1)!
    private let july = BusinessDay(year: 2025, month: 7, day: 1)!
    private let scheme = CommissionScheme(
        "s", from: BusinessDay(year: 2025, month: 1, day: 1)!,
        rates: ["flat": [RateTier(from: Money(fen: 0), perMillion: 2000)]])

    private func deal(
        _ id: DealID, _ price: Int64, _ shares: Shares, received: Int = 10, cancelled: Int? = nil
    ) -> CommissionDeal {
        CommissionDeal(
            id, product: "flat", price: Money(fen: price), shares: shares, signed: june,
            received: june.adding(days: received - 1),
            cancelled: cancelled.map { june.adding(days: $0 - 1) })
    }

    private func split(_ parts: (StaffID?, Int)...) -> Shares {
        Shares(both: parts.map { Share($0.0, $0.1) })
    }

    private func pay(_ month: CommissionMonth, _ staff: StaffID?) -> Statement? {
        month.statements.first { $0.staff == staff }
    }

    /// The month that everybody must be able to add up by hand: A and B share one deal by halves, A
    /// was sick and keeps half of another one's commission (the rest to the pool), one deal is
    /// cancelled, and the score is 83.
    @Test func `adds up by hand`() throws {
        let sick = Shares(
            performance: [Share("A", 10_000)], commission: [Share("A", 5000), Share(nil, 5000)])
        let month = CommissionMonth(
            june,
            deals: [
                deal("1", 120_000_001, split(("A", 5000), ("B", 5000))),
                deal("2", 90_000_000, sick),
                deal("3", 50_000_000, Shares(all: "A"), cancelled: 20),
            ], scheme: scheme, scores: ["A": 8300, "B": 10_000],
            paid: [PaidCommission("0", "A", month: june.adding(days: -31), paid: Money(fen: 1))])
        let a = try #require(pay(month, "A"))
        // Deal 1: 240,000 of 120,000,001 at 2‰, halved. Deal 2: 180,000, halved.
        #expect(a.lines.map(\.amount.fen) == [120_000, 90_000])
        #expect(a.lines.map(\.base.fen) == [60_000_001, 45_000_000])
        #expect(a.gross.fen == 210_000 && a.fixed.fen == 63_000 && a.base.fen == 147_000)
        #expect(a.variable.fen == 122_010)
        #expect(a.payable.fen == 185_010)
        #expect(a.lines.map(\.paid.fen) == [105_720, 79_290])
        #expect(a.lines.map(\.kind.clause) == [.own(38), .own(38)])
        #expect(try #require(pay(month, "B")).payable.fen == 120_000)
        #expect(try #require(pay(month, nil)).payable.fen == 90_000, "the pool has no score")
        #expect(month.statements.map(\.staff) == ["A", "B", nil])
    }

    @Test(
        arguments: [
            (2_000_000, 8829, 1_836_060), (2_000_000, 10_000, 2_000_000), (2_000_000, 0, 600_000),
            (2_000_000, 8999, 1_859_860), (2_000_000, 9000, 1_860_000),
            (1_333_333, 9237, 1_262_120), (5, 0, 2), (5, 10_000, 5),
        ])
    func `pays seventy percent by the score, without steps`(
        gross: Int64, score: Int, payable: Int64
    ) throws {
        let month = CommissionMonth(
            june, deals: [deal("1", gross * 500, Shares(all: "A"))], scheme: scheme,
            scores: ["A": score])
        let statement = try #require(pay(month, "A"))
        #expect(statement.gross.fen == gross)
        #expect(statement.payable.fen == payable)
        #expect(statement.fixed + statement.base == statement.gross)
    }

    @Test func `counts what the money arrived for, or what was signed`() {
        let late = deal("1", 100_000_000, Shares(all: "A"), received: 31)
        func gross(_ month: BusinessDay, _ basis: CommissionBasis) -> Int64? {
            var scheme = scheme
            scheme.basis = basis
            return CommissionMonth(month, deals: [late], scheme: scheme, scores: ["A": 0])
                .statements.first?.gross.fen
        }
        #expect(gross(june, .receipt) == nil && gross(july, .receipt) == 200_000)
        #expect(gross(june, .signing) == 200_000 && gross(july, .signing) == nil)
        let never = CommissionDeal(
            "2", product: "flat", price: .yuan(1), shares: Shares(all: "A"), signed: june)
        let nothing = CommissionMonth(june, deals: [never], scheme: scheme, scores: [:])
        #expect(nothing.statements.isEmpty)
    }

    @Test func `takes back what was paid for a deal that is cancelled later, whatever the score`()
        throws
    {
        var sold = deal("1", 100_000_000, Shares(all: "A"))
        let first = CommissionMonth(june, deals: [sold], scheme: scheme, scores: ["A": 8300])
        let paid = first.statements.flatMap(\.paidParts)
        #expect(paid.map(\.paid.fen) == [176_200])
        sold.cancelled = july
        let second = CommissionMonth(
            july, deals: [sold, deal("2", 50_000_000, Shares(all: "A"), received: 40)],
            scheme: scheme, scores: ["A": 10_000], paid: paid)
        let statement = try #require(pay(second, "A"))
        #expect(statement.adjustments.fen == -176_200)
        #expect(statement.payable.fen == 0 && statement.carried.fen == 100_000 - 176_200)
        #expect(statement.lines.map(\.kind) == [.clawback(of: june), .share(points: 10_000)])
        // Cancelled before the month is over: it was never paid.
        sold.cancelled = july.adding(days: -1)
        let before = CommissionMonth(june, deals: [sold], scheme: scheme, scores: [:])
        #expect(before.statements.isEmpty)
    }

    @Test func `goes by the tier that the own performance of the month reaches`() throws {
        var scheme = scheme
        scheme.rates["flat"] = [
            RateTier(from: .yuan(0), perMillion: 1000),
            RateTier(from: .yuan(1_000_000), perMillion: 3000),
        ]
        func rate(_ price: Int64) -> Int? {
            CommissionMonth(
                june, deals: [deal("1", price, Shares(all: "A"))], scheme: scheme,
                scores: ["A": 0]
            ).statements.first?.lines.first?.perMillion
        }
        #expect(rate(99_999_999) == 1000 && rate(100_000_000) == 3000)
    }

    @Test func `gives the head of a team a part of what the others sold`() throws {
        var scheme = scheme
        scheme.overridePerMillion = 500
        scheme.heads = ["A": "C", "B": "C"]
        let month = CommissionMonth(
            june, deals: [deal("1", 100_000_000, split(("A", 7000), ("B", 3000)))],
            scheme: scheme, scores: ["A": 10_000, "B": 10_000, "C": 10_000])
        let head = try #require(pay(month, "C"))
        #expect(head.lines.map(\.kind) == [.override(of: "A"), .override(of: "B")])
        #expect(head.lines.map(\.amount.fen) == [35_000, 15_000])
    }

    @Test func `gives fixed parts of every commission to others`() throws {
        var scheme = scheme
        scheme.others = [Share("D", 500), Share(nil, 500)]
        let month = CommissionMonth(
            june, deals: [deal("1", 100_000_050, split(("A", 5000), ("B", 5000)))],
            scheme: scheme, scores: ["A": 10_000, "B": 10_000, "D": 10_000])
        #expect(month.statements.map(\.gross.fen) == [90_000, 90_000, 10_000, 10_000])
    }

    @Test func `names who has no score and what has no rate`() {
        var strange = deal("2", 1_000_000, Shares(all: "B"))
        strange.product = "boat"
        let month = CommissionMonth(
            june, deals: [deal("1", 100_000_000, Shares(all: "A")), strange], scheme: scheme,
            scores: [:])
        #expect(month.unscored == ["A"] && month.unrated == ["2"])
    }

    @Test func `lets what is fixed stand on the books`() throws {
        var policy = CommissionPolicy()
        policy.rest = .deferred
        let month = CommissionMonth(
            june, deals: [deal("1", 1_000_000_000, Shares(all: "A"))], scheme: scheme,
            policy: policy, scores: ["A": 8829])
        let statement = try #require(pay(month, "A"))
        #expect(statement.payable.fen == 1_236_060 && statement.deferred.fen == 600_000)
    }

    @Test func `takes corrections of locked months as they are`() throws {
        let correction = CommissionCorrection(
            "c", "A", of: june.adding(days: -31), amount: Money(fen: -5), note: "n", deal: "9")
        let month = CommissionMonth(
            june, deals: [deal("1", 100_000_000, Shares(all: "A"))], scheme: scheme,
            scores: ["A": 10_000], corrections: [correction])
        #expect(try #require(pay(month, "A")).payable.fen == 199_995)
    }
}
