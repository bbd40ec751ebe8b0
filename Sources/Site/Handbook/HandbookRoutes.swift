import HTTPTypes
import HouseRules

/// 制度: the clauses in force, and changing them by dated revisions.
struct HandbookRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/clauses", access: .permission(.readPolicy), kind: .page,
                summary: "本案场的条款、参数和修订", handler: list),
            Route(
                .get, "/policy/{rule}", access: .permission(.changePolicy), kind: .page,
                summary: "修改一条规矩的参数", handler: edit),
            Route(
                .post, "/policy/{rule}", access: .permission(.changePolicy), kind: .form,
                summary: "预览或发布一版修订", handler: change),
        ]
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let book = try await house.book(call)
        let view = try await view(of: book, call)
        let mayChange = try house.account(call).role.permissions.contains(.changePolicy)
        return call.page(
            "制度", current: "/clauses", body: HandbookPage(view: view, mayChange: mayChange).html)
    }

    private func view(of book: SiteBook, _ call: Call) async throws -> HandbookView {
        let revisions = await book.policyRevisions
        var policies: [Int: Policy] = [:]
        for revision in revisions {
            policies[revision.revision] = await book.policy(revision: revision.revision)
        }
        return HandbookView(
            pack: await house.clauses.pack(of: book), revisions: revisions, at: house.now(call)
        ) { policies[$0] }
    }

    @Sendable private func edit(_ call: Call) async throws -> Answer {
        let book = try await house.book(call)
        let rule = try rule(call)
        let now = house.now(call)
        let form = PolicyForm(
            rule: rule, clause: await house.clauses.pack(of: book)?.clauses[rule],
            policy: await book.policyInForce(at: now), typed: FormFields(), faults: [],
            differences: nil, seen: await book.policyRevisions.last?.revision ?? 0,
            earliest: now.day.adding(days: 1),
            csrf: call.csrfField)
        return call.page("修改 \(rule)", current: "/clauses", body: form.html)
    }

    private func rule(_ call: Call) throws -> String {
        let rule = try call.parameter("rule")
        guard !PolicyChange.parameters(of: rule).isEmpty else { throw Problem.notFound }
        return rule
    }

    @Sendable private func change(_ call: Call) async throws -> Answer {
        let book = try await house.book(call)
        let rule = try rule(call)
        let now = house.now(call)
        let days = await book.policies
        let seen = Int(call.form.int("seen") ?? -1)
        let change = PolicyChange(call.form, rule: rule, today: now.day) { day in
            days.policy(at: max(day.start, now), upTo: seen).policy
        }
        if call.form["step"] == "whatif", change.parametersAreRight {
            let days = try DaySpan(FormFields(), today: now.day, usual: 30)
            return try await house.startWhatIf("试改 \(rule)", change.policy, days, call)
        }
        var faults = change.faults
        if faults.isEmpty, let pack = await house.clauses.pack(of: book) {
            let draft = draft(change, pack, seen: seen, by: try house.account(call), now)
            do {
                _ = try house.clauses.read(draft.body)
                if call.form["step"] == "publish" {
                    return try await publish(draft, book, seen: seen)
                }
            } catch let error as SourceFaults {
                faults = error.faults.map { .init(name: "note", sentence: $0.sentence) }
            }
        }
        let form = PolicyForm(
            rule: rule, clause: await house.clauses.pack(of: book)?.clauses[rule],
            policy: change.policy, typed: call.form, faults: faults,
            differences: change.differences, seen: seen, earliest: now.day.adding(days: 1),
            csrf: call.csrfField)
        let page = call.page("修改 \(rule)", current: "/clauses", body: form.html)
        guard faults.isEmpty else {
            var refused = page
            refused.status = .unprocessableContent
            return refused
        }
        return page
    }

    private func draft(
        _ change: PolicyChange, _ pack: PolicyPack, seen: Int, by account: Account, _ now: Moment
    ) -> PolicyDraft {
        let text = PackText(
            pack: pack, policy: change.policy, revision: seen + 1,
            effectiveFrom: change.effectiveFrom, author: account.displayName, note: change.note)
        // Other processes learn of a revision with their next look: give them a second.
        let from = max(change.effectiveFrom.start, now.wholeSecond.adding(seconds: 2))
        return PolicyDraft(
            body: text.yaml, effectiveFrom: from, author: account.displayName, note: change.note)
    }

    private func publish(_ draft: PolicyDraft, _ book: SiteBook, seen: Int) async throws -> Answer {
        if let newest = await book.policyRevisions.last, newest.revision == seen + 1,
            newest.body == draft.body
        {
            return .redirect(to: "/clauses")
        }
        guard try await book.publish(draft, onTopOf: seen) != nil else {
            throw Problem(
                status: .conflict, title: "别人刚发布过一版",
                detail: "您打开这一页以后，制度又发布过一版，这次没有保存。请回到制度页看过新的一版再改。")
        }
        return .redirect(to: "/clauses")
    }
}
