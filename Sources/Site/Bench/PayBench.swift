import HouseRules

/// A month's commission for 500 people and 5,000 deals, as the decision that works it out (SAT-37).
struct PayBench: Sendable {
    private static let people = (1...500).map { StaffID("consultant-\($0)") }
    private static let month = BusinessDay(year: 2025, month: 6, day: 1)!

    /// The middle of several rounds.
    func figures() -> [BenchFigure] {
        var state = SiteState()
        let noon = Self.month.adding(days: 30).at(TimeOfDay(12, 0))
        let manager = Actor("boss", .salesManager)
        func ask(_ command: Command) -> Ruling {
            state.rule(on: command, by: manager, under: Policy(), at: noon)
        }
        for person in Self.people {
            _ = ask(.roster(.enroll(person)))
            _ = ask(.commission(.publishScore(person, month: Self.month, score: 8300)))
        }
        _ = ask(.commission(.adopt(scheme)))
        var seconds: [Double] = []
        var paid = 0
        for _ in 0..<5 {
            let start = Stopwatch.processorTime()
            let ruling = ask(.commission(.workOut(month: Self.month, deals)))
            seconds.append(Double(Stopwatch.processorTime() - start) / 1e9)
            paid = ruling.refusal == nil ? state.commission.open[Self.month]!.statements.count : 0
        }
        return [
            .atMost(
                2, "commission", "a month's commission for 500 people and 5,000 deals",
                median(seconds) ?? 0, "s", note: "\(paid) statements; every second deal is split")
        ]
    }

    private var scheme: CommissionScheme {
        CommissionScheme(
            "one", from: Self.month,
            rates: [
                "unit": [
                    RateTier(from: Money(fen: 0), perMillion: 2000),
                    RateTier(from: .yuan(20_000_000), perMillion: 2500),
                ]
            ], overridePerMillion: 200,
            heads: Dictionary(
                uniqueKeysWithValues: Self.people.dropFirst().map { ($0, Self.people[0]) }))
    }

    private var deals: [CommissionDeal] {
        (0..<5000).map { number in
            let first = Self.people[number % 500]
            let second = Self.people[(number * 7 + 1) % 500]
            let shares =
                number % 2 == 0 || first == second
                ? Shares(all: first) : Shares(both: [Share(first, 5000), Share(second, 5000)])
            let day = Self.month.adding(days: number % 30)
            return CommissionDeal(
                DealID("deal-\(number)"), product: "unit",
                price: .yuan(2_000_000 + Int64(number)), shares: shares, signed: day, received: day)
        }
    }
}
