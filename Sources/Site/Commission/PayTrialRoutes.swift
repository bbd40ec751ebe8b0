import Database
import HTTPTypes
import HouseRules

/// 提成试算: a month's statements under a draft beside those in force, before anybody adopts it.
struct PayTrialRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let manager = Access.permission(.changePolicy)
        return [
            Route(
                .get, "/commission/{id}/trial", access: manager, kind: .page,
                summary: "试算一个月的提成", handler: show),
            Route(
                .post, "/commission/{id}/trial", access: manager, kind: .form,
                summary: "按草拟的方案试算", handler: run),
        ]
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let month = try SchemeForm.month(try call.parameter("id"))
        let state = await (try house.book(call)).view(at: house.now(call)).state
        let directory = try await house.names.directory(try house.account(call).site)
        let knobs = await (try house.book(call)).policy(at: house.now(call)).policy.commission
        guard let scheme = state.commission.scheme(of: month) else {
            return try await page(call, month, FormFields())
        }
        let isLocked = state.commission.lockedThrough.map { month <= $0 } ?? false
        var typed = SchemeFields.text(
            of: scheme, slip: String(scheme.slip.rawValue.prefix(17)) + "-改",
            from: isLocked ? house.now(call).day.firstOfMonth : month, directory.name
        ).pairs
        typed.append(.init(name: "variable", value: decimal(knobs.variablePoints)))
        typed.append(.init(name: "rest", value: knobs.rest.rawValue))
        return try await page(call, month, FormFields(typed))
    }

    @Sendable private func run(_ call: Call) async throws -> Answer {
        let month = try SchemeForm.month(try call.parameter("id"))
        let fault: String
        do {
            let trial = try await house.payTrial(month, try await draft(call), call)
            return try await page(call, month, call.form, trial: trial)
        } catch let problem as Problem where problem.status == .badRequest {
            fault = problem.detail
        }
        var answer = try await page(call, month, call.form, fault: fault)
        answer.status = .unprocessableContent
        return answer
    }

    private func draft(_ call: Call) async throws -> PayTrial.Draft {
        let directory = try await house.names.directory(try house.account(call).site)
        let scheme = try SchemeForm(call.form, directory).scheme
        var policy = await (try house.book(call)).policy(at: house.now(call)).policy.commission
        guard let points = hundredths(call.form.text("variable") ?? ""), points <= Shares.whole
        else { throw Problem.badRequest("按考评分发的部分写成零到一百，最多两位小数。") }
        guard let rest = FixedPay(rawValue: call.form.text("rest") ?? "") else {
            throw Problem.badRequest("请选不打分的部分什么时候发。")
        }
        (policy.variablePoints, policy.rest) = (points, rest)
        let score = try call.form.text("score").map { text throws(Problem) -> Int in
            guard let score = hundredths(text), score <= 10_000 else {
                throw .badRequest("考评分最多两位小数，在零到一百之间。")
            }
            return score
        }
        return PayTrial.Draft(scheme: scheme, policy: policy, score: score)
    }

    private func page(
        _ call: Call, _ month: BusinessDay, _ typed: FormFields, fault: String? = nil,
        trial: PayTrial? = nil
    ) async throws -> Answer {
        let site = try house.account(call).site
        let state = await (try house.book(call)).view(at: house.now(call)).state
        let deals = Set(trial?.people.flatMap(\.lines).compactMap { $0.either?.deal } ?? [])
        let orders = try await house.database.read {
            try SoldUnit.of(deals.sorted(), at: site, in: $0)
        }
        let page = PayTrialPage(
            month: month, current: state.commission.scheme(of: month), typed: typed, fault: fault,
            trial: trial, orders: orders, csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            names: try await house.names.directory(site).name)
        return call.page("提成试算", current: "/commission", body: page.html)
    }
}

extension House {
    /// A month's statements under the scheme in force and under a draft, by the rules that work the
    /// month out; nothing is written.
    func payTrial(
        _ month: BusinessDay, _ draft: PayTrial.Draft, _ call: Call
    ) async throws -> PayTrial {
        let (site, book, now) = (try account(call).site, try await book(call), now(call))
        let state = await book.view(at: now).state
        let names = try await names.directory(site)
        let policy = await book.policy(at: now).policy.commission
        do {
            guard let current = state.commission.scheme(of: month), month.civil.day == 1 else {
                throw Refusal.commission(.noScheme(month))
            }
            guard draft.scheme.isWhole else { throw Refusal.commission(.schemeNotWhole) }
            let others = state.movedDeals
            let (old, new) = try await database.read { transaction in
                let deals = CommissionDeals(site: site, month: month)
                return (
                    try deals.read(under: current, and: others, in: transaction),
                    try deals.read(under: draft.scheme, and: others, in: transaction)
                )
            }
            return PayTrial(
                before: try state.pay(
                    of: month, old, by: current, under: policy, assuming: draft.score),
                after: try state.pay(
                    of: month, new, by: draft.scheme, under: draft.policy, assuming: draft.score))
        } catch let refusal as Refusal {
            throw Problem.badRequest(refusal.sentence(names: names.name))
        }
    }
}
