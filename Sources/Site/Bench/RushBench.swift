import Database
import Foundation
import HouseRules

/// An opening online as a city sees it: many more buyers than units, all at once. Afterwards every
/// buyer's answer is compared with the journal.
struct RushBench: Sendable {
    let site: BenchSite
    let isQuick: Bool

    private var buyers: Int { isQuick ? 300 : 10_000 }
    private var units: Int { isQuick ? 30 : 1000 }
    private var rounds: Int { isQuick ? 1 : 3 }

    /// What one opening came to.
    struct Round: Sendable, Equatable {
        /// Answers a second, while the last unit was not taken yet, and after.
        var lasting: Double
        var soldOut: Double
        /// 99 of 100 accepted picks took no longer, in milliseconds.
        var p99: Double
        /// Units that two buyers got.
        var doubles: Int
        /// Answers that the journal does not know, and entries that nobody was told.
        var lost: Int
        /// Units that were taken.
        var sold: Int
        /// Answers a second of the static page, around it.
        var still: Double
    }

    /// The figures of the rounds.
    func figures() async throws -> [BenchFigure] {
        var all: [Round] = []
        for number in 1...rounds { all.append(try await round(number)) }
        func ratio(_ rate: (Round) -> Double) -> Double {
            median(all.map { rate($0) / $0.still }) ?? 0
        }
        let about = "\(buyers) buyers, \(units) units, three picks each"
        let (lasting, soldOut) = (ratio(\.lasting), ratio(\.soldOut))
        return [
            .atMost(
                0, "rush-double-sales", "double sales of an opening: \(about)",
                Double(all.reduce(0) { $0 + $1.doubles }), "units",
                note: "\(all.reduce(0) { $0 + $1.sold }) units taken in \(all.count) openings"),
            .atMost(
                0, "rush-lost", "answers that differ from the journal",
                Double(all.reduce(0) { $0 + $1.lost }), "answers"),
            BenchFigure(
                "rush-lasting", "picks while units last", median(all.map(\.lasting)) ?? 0, "1/s",
                ratio: lasting, target: "≥ 0.30 ×", isMet: lasting >= 0.3),
            BenchFigure(
                "rush-sold-out", "picks once everything is taken, answered from memory",
                median(all.map(\.soldOut)) ?? 0, "1/s", ratio: soldOut, target: "≥ 0.60 ×",
                isMet: soldOut >= 0.6),
            .atMost(
                250, "rush-p99", "an accepted pick, 99th percentile", all.map(\.p99).max() ?? 0,
                "ms"),
        ]
    }

    private func round(_ number: Int) async throws -> Round {
        let id = ActivityID("rush-\(number)")
        let people = (0..<buyers).map { PersonID("rush-buyer-\($0)") }
        let listed = (0..<units).map { index in
            ListedUnit(
                UnitID("\(number)-\(index)"), layout: "\(index % 4)", building: index / 100,
                floor: index % 100 / 4)
        }
        try await prepare(id, listed, people)
        let key = site.server.settings.keys.person
        let plan = RushPlan(
            port: site.port, activity: id.rawValue,
            codes: people.map {
                OrderCode(site: site.book.site, activity: id, person: $0).token(key)
            }, units: listed.map(\.unit.rawValue), picks: 3)
        let before = try await still()
        let from = await site.book.seq
        let answers = try await Child.run(.rush(plan), RushAnswers.self)
        let after = try await still()
        let taken = try await picks(after: from)
        return Self.judged(
            answers, plan, taken: taken.map { (people.firstIndex(of: $0.person), $0.unit) },
            still: (before + after) / 2)
    }

    /// Planned, with everybody on the roster, and ready.
    private func prepare(
        _ id: ActivityID, _ units: [ListedUnit], _ people: [PersonID]
    ) async throws {
        let now = Moment(milliseconds: site.server.surroundings.now())
        let rows = people.enumerated().map { RosterRow(RosterEntry($1, ticket: "R***\($0)")) }
        let plan = ActivityPlan(
            id, title: "开盘", kind: .onlineOpening, units: units, opensAt: now)
        let steps: [SelectionCommand] = [
            .plan(plan), .enter(id, rows, isTrial: false), .lock(id), .approve(id, note: "量一量"),
        ]
        for command in steps {
            let record = try await site.perform(.selection(command))
            guard record.outcome == .done else {
                throw Child.Fault(description: "the opening was not made ready")
            }
        }
    }

    private func still() async throws -> Double {
        let plan = LoadPlan(
            port: site.port, seconds: isQuick ? 0.5 : 2,
            request: site.get("/healthz", signedIn: false), status: 200)
        return try await Child.run(.load(plan), LoadResult.self).rate
    }

    /// Every pick that the journal holds after an entry, in its order.
    private func picks(after first: Int) async throws -> [Pick] {
        var picks: [Pick] = []
        var last = first
        while true {
            let after = last
            let entries = try await site.server.database.read { [journal = site.book.journal] in
                try journal.tail(after: after, limit: 2000, in: $0)
            }
            guard let end = entries.last else { return picks }
            last = end.seq
            for case .selection(.picked(_, let pick)) in entries.flatMap(\.events) {
                picks.append(pick)
            }
        }
    }

    /// Sets every answer beside the journal. Nothing is given back within a round, so a unit that
    /// is picked twice was sold twice.
    static func judged(
        _ answers: RushAnswers, _ plan: RushPlan, taken: [(buyer: Int?, unit: UnitID)],
        still: Double
    ) -> Round {
        let told = (0..<plan.count).filter { answers.statuses[$0] == 200 }.map {
            "\(plan.buyer(of: $0)) \(plan.units[plan.unit(of: $0)])"
        }
        let written = taken.map { "\($0.buyer ?? -1) \($0.unit)" }
        let lost = Set(told).symmetricDifference(Set(written)).count
        let sold = Set(taken.map(\.unit))
        let accepted = answers.statuses.indices.filter { answers.statuses[$0] == 200 }
        let end = accepted.map { answers.doneAt[$0] }.max() ?? 0
        let start = answers.sentAt.min() ?? 0
        let finish = answers.doneAt.max() ?? 0
        let lasting = answers.doneAt.count { $0 <= end }
        func rate(_ count: Int, _ time: UInt64) -> Double {
            time == 0 ? 0 : Double(count) / (Double(time) / 1e9)
        }
        let times = accepted.map { answers.doneAt[$0] - answers.sentAt[$0] }
        return Round(
            lasting: rate(lasting, end - min(start, end)),
            soldOut: rate(plan.count - lasting, finish - end),
            p99: Double(Quantiles(times).at(0.99)) / 1e6, doubles: taken.count - sold.count,
            lost: lost, sold: sold.count, still: still)
    }
}
