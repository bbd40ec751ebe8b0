import Database
import HTTPTypes
import HouseRules

extension APIBody {
    /// Other rates to try for a month; whoever leads whom and the fixed parts stay as they are.
    struct PayDraft: APIInput {
        /// A rate from an amount of the person's own sales on.
        struct Rate: Decodable {
            var product: String
            /// In fen.
            var from: Int64
            /// Parts of a million of the price.
            var rate: Int
        }

        var basis: String
        var rates: [Rate]
        /// Parts of a million; as it is when left out.
        var override: Int?
        /// In basis points; as it is when left out.
        var variable: Int?
        /// As it is when left out.
        var rest: String?
        /// In hundredths, for whoever has none.
        var score: Int?

        enum CodingKeys: CodingKey, CaseIterable {
            case basis, rates, override, variable, rest, score
        }
    }

    /// A month in sums; amounts in fen.
    struct PayMonth: Encodable, Sendable {
        let month: String
        let status: String
        let people: Int
        let payable: Int64
    }

    /// The months, the newest first.
    struct PayMonthList: Encodable, Sendable {
        let months: [PayMonth]
    }

    /// What somebody gets for a month; the bonus pool has no `staff`.
    struct PayLine: Encodable, Sendable {
        let staff: String?
        let gross: Int64
        /// In hundredths.
        let score: Int?
        let payable: Int64
        let carried: Int64
    }

    /// Everybody's pay of a month.
    struct PayView: Encodable, Sendable {
        let month: String
        let status: String
        let people: [PayLine]
    }

    /// A line of a statement, with its clause.
    struct StatementLine: Encodable, Sendable {
        let deal: String?
        let clause: String
        let base: Int64
        /// Parts of a million.
        let rate: Int
        let amount: Int64
        let paid: Int64
        let deferred: Int64
        let words: String
    }

    /// A statement.
    struct StatementView: Encodable, Sendable {
        let month: String
        let staff: String?
        let status: String
        let decision: String
        let lines: [StatementLine]
        let gross: Int64
        let fixed: Int64
        let base: Int64
        let score: Int?
        let variable: Int64
        let deferred: Int64
        let adjustments: Int64
        let payable: Int64
        let carried: Int64
    }

    /// Somebody's pay under the scheme in force and under the draft.
    struct PayTrialLine: Encodable, Sendable {
        let staff: String?
        let before: Int64
        let after: Int64
        let difference: Int64
        let clauses: [String]
    }

    /// A month under both.
    struct PayTrialView: Encodable, Sendable {
        let month: String
        let before: Int64
        let after: Int64
        let difference: Int64
        let people: [PayTrialLine]
    }
}

/// Pay of the JSON interface (SAT-37).
struct CommissionAPI: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/api/v1/commission", access: .permission(.readPay), kind: .api,
                summary: "各月提成", handler: months),
            Route(
                .get, "/api/v1/commission/{id}", access: .permission(.readPay), kind: .api,
                summary: "一个月的提成，逐人", handler: month),
            Route(
                .post, "/api/v1/commission/{id}/trials", access: .permission(.changePolicy),
                kind: .api, summary: "按别的提成率试算一个月", handler: trial),
            Route(
                .get, "/api/v1/statements/{id}", access: .permission(.seeOwnPay), kind: .api,
                summary: "一张提成单", handler: statement),
        ]
    }

    @Sendable private func months(_ call: Call) async throws -> Answer {
        let books = try await house.book(call).view(at: house.now(call)).state.commission
        let rows = try await CommissionRoutes(house: house)
            .months(books, at: try house.account(call).site)
        return try .json(
            APIBody.PayMonthList(
                months: rows.map {
                    APIBody.PayMonth(
                        month: $0.month.monthText, status: $0.status.rawValue, people: $0.people,
                        payable: $0.payable.fen)
                }))
    }

    @Sendable private func month(_ call: Call) async throws -> Answer {
        let month = try SchemeForm.month(try call.parameter("id"))
        let rows = try await CommissionRoutes(house: house)
            .rows(of: month, at: try house.account(call).site)
        // A month in which nobody gets anything was worked out all the same.
        let books = try await house.book(call).view(at: house.now(call)).state.commission
        guard let status = rows.first?.status ?? books.open[month]?.status else {
            throw Problem.notFound
        }
        return try .json(
            APIBody.PayView(
                month: month.monthText, status: status.rawValue,
                people: rows.map {
                    APIBody.PayLine(
                        staff: $0.staff?.rawValue, gross: $0.gross.fen, score: $0.score,
                        payable: $0.payable.fen, carried: $0.carried.fen)
                }))
    }

    @Sendable private func statement(_ call: Call) async throws -> Answer {
        let (row, statement, _) = try await StatementRoutes(house: house).asked(call)
        let names = try await house.names.directory(try house.account(call).site)
        return try .json(APIBody.StatementView(statement, row, names.name))
    }

    @Sendable private func trial(_ call: Call) async throws -> Answer {
        let body = try call.input(APIBody.PayDraft.self)
        let month = try SchemeForm.month(try call.parameter("id"))
        let (_, state, policy) = try await house.book(call).view(at: house.now(call))
        guard let current = state.commission.scheme(of: month) else {
            throw Problem.badRequest(
                Refusal.commission(.noScheme(month)).sentence(names: { $0.rawValue }))
        }
        let draft = try body.draft(from: current, policy.commission)
        let trial = try await house.payTrial(month, draft, call)
        return try .json(
            APIBody.PayTrialView(
                month: month.monthText, before: trial.beforePay.fen, after: trial.afterPay.fen,
                difference: trial.difference.fen,
                people: trial.people.map {
                    APIBody.PayTrialLine(
                        staff: $0.staff?.rawValue, before: $0.beforePay.fen,
                        after: $0.afterPay.fen, difference: $0.difference.fen,
                        clauses: $0.clauses)
                }))
    }
}

extension APIBody.PayDraft {
    /// The scheme in force with what the body says instead.
    func draft(
        from current: CommissionScheme, _ knobs: CommissionPolicy
    ) throws(Problem) -> PayTrial.Draft {
        guard let basis = CommissionBasis(rawValue: basis) else {
            throw .badRequest("basis 要是 \(CommissionBasis.allCases.map(\.rawValue).listed)。")
        }
        guard (1...200).contains(rates.count) else { throw .badRequest("rates 要有 1 到 200 档。") }
        var (scheme, policy) = (current, knobs)
        scheme.basis = basis
        scheme.rates = Dictionary(grouping: rates, by: \.product).mapValues { tiers in
            tiers.map { RateTier(from: Money(fen: $0.from), perMillion: $0.rate) }
        }
        scheme.overridePerMillion = override ?? current.overridePerMillion
        if let rest {
            guard let known = FixedPay(rawValue: rest) else {
                throw .badRequest("rest 要是 \(FixedPay.allCases.map(\.rawValue).listed)。")
            }
            policy.rest = known
        }
        policy.variablePoints = variable ?? knobs.variablePoints
        for (name, value) in [("variable", policy.variablePoints), ("score", score ?? 0)] {
            guard (0...10_000).contains(value) else {
                throw .badRequest("\(name) 在 0 到 10000 之间，一分或百分之一是 100。")
            }
        }
        return PayTrial.Draft(scheme: scheme, policy: policy, score: score)
    }
}

extension APIBody.StatementView {
    fileprivate init(_ statement: Statement, _ row: StatementRow, _ names: Names) {
        month = statement.month.monthText
        staff = statement.staff?.rawValue
        status = row.status.rawValue
        decision = row.decision.rawValue
        lines = statement.lines.map {
            APIBody.StatementLine(
                deal: $0.deal?.rawValue, clause: $0.kind.clause.id, base: $0.base.fen,
                rate: $0.perMillion, amount: $0.amount.fen, paid: $0.paid.fen,
                deferred: $0.deferred.fen, words: $0.sentence(names))
        }
        gross = statement.gross.fen
        fixed = statement.fixed.fen
        base = statement.base.fen
        score = statement.score
        variable = statement.variable.fen
        deferred = statement.deferred.fen
        adjustments = statement.adjustments.fen
        payable = statement.payable.fen
        carried = statement.carried.fen
    }
}
