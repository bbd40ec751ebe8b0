import HouseRules

/// The unit board of a big site: how quickly it renders, and how quickly a change of one unit
/// reaches everybody who watches.
struct UnitBench: Sendable {
    let site: BenchSite
    let isQuick: Bool

    private var count: Int { isQuick ? 200 : 2000 }
    private var units: [UnitID] { (0..<count).map { UnitID("\($0 / 100 + 1)-\($0 % 100)") } }

    /// The ratio of the page, and the slowest listener.
    func figures() async throws -> [BenchFigure] {
        try await release()
        let boss = try await site.signedIn(BenchSite.boss)
        let live = LiveBench(
            site: boss, isQuick: isQuick, path: "/events/units", event: "unit",
            // The cell and the totals.
            eventsOfChange: 2)
        return [try await page(boss)] + [
            try await live.figure(
                "units-live",
                "a change of one of \(digits(Double(count))) units reaches all of "
                    + "1,000 listeners"
            ) { number in
                let paper = Instruction("K\(number)", signer: "bench")
                return try await perform(.reserve(units[number], paper))
            }
        ]
    }

    private func page(_ boss: BenchSite) async throws -> BenchFigure {
        var ratios: [Double] = []
        var rates: [Double] = []
        for _ in 0..<(isQuick ? 1 : 5) {
            let still = try await load(site.get("/healthz", signedIn: false))
            let board = try await load(boss.get("/units", signedIn: true))
            ratios.append(board.rate / still.rate)
            rates.append(board.rate)
        }
        let ratio = median(ratios) ?? 0
        return BenchFigure(
            "units", "GET /units with \(digits(Double(count))) units", median(rates) ?? 0, "1/s",
            ratio: ratio, target: "≥ 0.03 ×", isMet: ratio >= 0.03)
    }

    private func load(_ request: String) async throws -> LoadResult {
        let plan = LoadPlan(
            port: site.port, seconds: isQuick ? 1 : 3, request: request, status: 200)
        return try await Child.run(.load(plan), LoadResult.self)
    }

    /// Every unit has a price and is on sale.
    private func release() async throws {
        let rows = units.enumerated().map { index, unit in
            PriceRow(
                unit, building: "\(index / 100 + 1)", floor: index % 100 / 4 + 1,
                layout: "\(index % 4)", area: 10_000, unitPrice: .yuan(10_000))
        }
        let list = PriceList(
            "bench", schemes: [PaymentScheme("一次性", discount: 9800)], rows: rows)
        for command in [.draftPrices(list), .approvePrices("bench"), .release(units)]
            as [SalesCommand]
        {
            _ = try await perform(command)
        }
    }

    private func perform(_ command: SalesCommand) async throws -> DecisionRecord {
        let record = try await site.perform(.sales(command))
        guard let refusal = record.refusal else { return record }
        throw Child.Fault(description: "a unit could not be changed: \(refusal.code)")
    }
}
