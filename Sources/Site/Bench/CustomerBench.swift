import Database
import Foundation
import HouseRules

/// The pages about customers at a site with 100,000 of them and a million follow-ups.
struct CustomerBench: Sendable {
    let site: BenchSite
    let isQuick: Bool

    private enum Kind: String, CaseIterable, Sendable {
        case still, list, search, file
    }

    /// Each page against the static answer, in rounds that take turns, and the file of a quarrel.
    func figures() async throws -> [BenchFigure] {
        let visitor = try await site.signedIn(BenchSite.consultant(1))
        let person = try await visitor.customer()
        var results: [Kind: [LoadResult]] = [:]
        for _ in 0..<(isQuick ? 1 : 5) {
            for kind in Kind.allCases {
                let plan = LoadPlan(
                    port: site.port, seconds: isQuick ? 1 : 3,
                    request: request(kind, visitor, person), status: 200)
                results[kind, default: []].append(try await Child.run(.load(plan), LoadResult.self))
            }
        }
        let still = results[.still] ?? []
        return [
            figures(.list, "GET /customers of a consultant", results, still),
            figures(.search, "POST /customers/searches by pinyin initials", results, still),
            figures(.file, "GET /customers/{id}", results, still),
        ].flatMap { $0 } + (try await quarrel(over: person))
    }

    private func request(_ kind: Kind, _ visitor: BenchSite, _ person: PersonID) -> String {
        switch kind {
        case .still: visitor.get("/healthz", signedIn: false)
        case .list: visitor.get("/customers", signedIn: true)
        case .search: visitor.post("/customers/searches", "q=kh40")
        case .file: visitor.get("/customers/\(person.rawValue)", signedIn: true)
        }
    }

    private func figures(
        _ kind: Kind, _ title: String, _ results: [Kind: [LoadResult]], _ still: [LoadResult]
    ) -> [BenchFigure] {
        let loads = results[kind] ?? []
        let ratio = median(zip(loads, still).map { $0.rate / $1.rate }) ?? 0
        let slow = median(zip(loads, still).map { $0.p99 / $1.p99 }) ?? 0
        return [
            BenchFigure(
                "customers-\(kind.rawValue)", title, median(loads.map(\.rate)) ?? 0, "1/s",
                ratio: ratio, target: "≥ 0.10 ×", isMet: ratio >= 0.1),
            BenchFigure(
                "customers-\(kind.rawValue)-p99", "its 99th percentile",
                (median(loads.map(\.p99)) ?? 0) / 1000, "ms", ratio: slow, target: "≤ 15 ×",
                isMet: slow <= 15),
        ]
    }

    /// One request at a time for the file of a quarrel about a deal of that customer.
    private func quarrel(over person: PersonID) async throws -> [BenchFigure] {
        let deal = try await site.quarrel(over: person)
        let visitor = try await site.signedIn(BenchSite.boss)
        let plan = LoadPlan(
            port: site.port, connections: 1, seconds: 2,
            request: visitor.get("/adjudications/\(deal)", signedIn: true), status: 200)
        let load = try await Child.run(.load(plan), LoadResult.self)
        return [
            .atMost(
                100, "quarrel", "GET /adjudications/{id}, one at a time, 99th percentile",
                load.p99 / 1000, "ms")
        ]
    }
}
