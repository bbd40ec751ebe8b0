import HouseRules

/// Requests over HTTP against the static answer of the same server, in rounds that take turns.
struct WebBench: Sendable {
    let site: BenchSite
    let isQuick: Bool

    private enum Kind: String, CaseIterable, Sendable {
        case still, visits, reception, board
    }

    private var rounds: Int { isQuick ? 3 : 7 }

    /// The figures; `database` names it, and visits must reach this ratio on it.
    func figures(database: String, visitsRatio: Double) async throws -> [BenchFigure] {
        let isMain = database == "SQLite"
        let kinds: [Kind] = isMain ? Kind.allCases : [.still, .visits]
        var results: [Kind: [LoadResult]] = [:]
        for round in 1...rounds {
            for kind in kinds {
                results[kind, default: []].append(try await measure(kind, round))
            }
        }
        let still = results[.still] ?? []
        var figures = [
            BenchFigure(
                "static-\(database)", "GET /healthz, 64 connections, server on \(database)",
                median(still.map(\.rate)) ?? 0, "1/s", ratio: 1, note: note(still))
        ]
        figures += visitFigures(results[.visits] ?? [], still, database, visitsRatio)
        if isMain {
            figures.append(page("reception", "GET /reception", results[.reception] ?? [], still))
            figures.append(page("board", "GET /board", results[.board] ?? [], still))
        }
        return figures
    }

    private func measure(_ kind: Kind, _ round: Int) async throws -> LoadResult {
        let request =
            switch kind {
            case .still: site.get("/healthz", signedIn: false)
            case .visits: site.post(round: "\(round)")
            case .reception: site.get("/reception", signedIn: true)
            case .board: site.get("/board", signedIn: true)
            }
        let plan = LoadPlan(
            port: site.port, seconds: isQuick ? 1 : 3, request: request,
            status: kind == .visits ? 303 : 200)
        guard kind == .visits else { return try await load(plan) }
        // Fewer groups on their way than consultants, so that none has to wait: a crowd that grows
        // without end is no picture of a desk.
        var visits = plan
        visits.connections = 32
        let departures = Task { await Departures(site: site).run() }
        let result = try await load(visits)
        departures.cancel()
        await departures.value
        try await site.receiveTwenty()
        return result
    }

    /// Runs a load and notes what it cost this process, the server.
    private func load(_ plan: LoadPlan) async throws -> LoadResult {
        let start = Stopwatch.processorTime()
        var result = try await Child.run(.load(plan), LoadResult.self)
        let spent = Double(Stopwatch.processorTime() - start) / 1000
        result.cost = spent / (result.rate * (plan.seconds + plan.warmUpSeconds))
        return result
    }

    private func visitFigures(
        _ visits: [LoadResult], _ still: [LoadResult], _ database: String, _ least: Double
    ) -> [BenchFigure] {
        let ratio = median(zip(visits, still).map { $0.rate / $1.rate }) ?? 0
        let slow = median(zip(visits, still).map { $0.p99 / $1.p99 }) ?? 0
        let p99 = (median(visits.map(\.p99)) ?? 0) / 1000
        return [
            BenchFigure(
                "visits-\(database)", "POST /visits, 32 connections, durable on \(database)",
                median(visits.map(\.rate)) ?? 0, "1/s", ratio: ratio,
                target: "≥ \(digits(least)) ×", isMet: ratio >= least,
                note: note(visits) + "; every visit is also finished within the server, uncounted"),
            BenchFigure(
                "visits-p99-\(database)", "the same, 99th percentile", p99, "ms", ratio: slow,
                target: "≤ 10 ×", isMet: slow <= 10),
        ]
    }

    private func page(
        _ name: String, _ title: String, _ results: [LoadResult], _ still: [LoadResult]
    ) -> BenchFigure {
        let ratio = median(zip(results, still).map { $0.rate / $1.rate }) ?? 0
        return BenchFigure(
            name, "\(title), 40 consultants", median(results.map(\.rate)) ?? 0, "1/s",
            ratio: ratio, target: "≥ 0.20 ×", isMet: ratio >= 0.2, note: note(results))
    }

    private func note(_ results: [LoadResult]) -> String {
        let p50 = (median(results.map(\.p50)) ?? 0) / 1000
        let p99 = (median(results.map(\.p99)) ?? 0) / 1000
        let cost = median(results.compactMap(\.cost)) ?? 0
        return "p50 \(digits(p50)) ms, p99 \(digits(p99)) ms, "
            + "\(digits(cost)) µs of the server's processors each, "
            + "middle of \(results.count) rounds"
    }
}
