import Database
import HTTPTypes
import HouseRules

/// One visit: what is known of it, what may still be done, and doing it.
struct VisitRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/visits/{id}", access: .permission(.readDecisions), kind: .page,
                summary: "一组来客的办理页", handler: show)
        ]
            + VisitAction.allCases.map { action in
                Route(
                    .post, action.path("{id}"), access: .permission(action.permission),
                    kind: .form, summary: action.label
                ) { call in try await perform(action, call) }
            }
    }

    private func perform(_ action: VisitAction, _ call: Call) async throws -> Answer {
        let visit = VisitID(try call.parameter("id"))
        let asked: Asked
        do { asked = try await action.asked(visit, call, house) } catch let problem as Problem
            where !problem.fields.isEmpty
        {
            return try await page(call, faulty: action, problem)
        }
        let record = try await house.perform(
            asked.command, id: call.form["id"], call, alongside: asked.alongside)
        let page = "/visits/\(percentEncode(visit.rawValue))"
        let back = call.form["back"].flatMap(localPath) ?? page
        return .redirect(to: "\(back)?decision=\(record.id)")
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        try await page(call)
    }

    /// The page of a visit; with a form that came back, as it was typed.
    private func page(
        _ call: Call, faulty: VisitAction? = nil, _ problem: Problem? = nil
    ) async throws -> Answer {
        let visit = VisitID(try call.parameter("id"))
        let book = try await house.book(call)
        let found = try await house.database.read { transaction in
            (
                row: try transaction.row(VisitRow.one(visit, at: book.site)).map(VisitRow.init),
                decisions: try transaction.rows(DecisionRow.about(visit, at: book.site))
                    .map(DecisionRow.init)
            )
        }
        guard let row = found.row else { throw Problem.notFound }
        let now = house.now(call)
        let present = await book.view(at: now)
        let directory = try await house.names.directory(book.site)
        let view = try await house.view(of: try call.query().text("decision"), call)
        let pack = view == nil ? nil : await house.clauses.pack(of: book)
        let facts = VisitFacts(
            row: row, state: present.state, policy: present.policy, at: now, names: directory)
        let account = try house.account(call)
        var page = VisitPage(facts)
        page.decisions = found.decisions.map { DecisionListPage.Line($0, directory) }
        page.card = view.map { DecisionCard($0, pack: pack) }
        page.customer = try await customer(facts.person, call)
        var forms = VisitForms(
            facts, csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(), staff: account.staff, role: account.role,
            consultants: consultantChoices(present.state, directory))
        if let faulty, let problem {
            forms.returned = .init(action: faulty, typed: call.form, faults: problem.fields)
            page.refusal = notice(.stop, title: problem.title, text: problem.detail)
        }
        page.forms = forms
        var answer = call.page("第 \(row.number) 组", current: "/reception", body: page.html)
        if problem != nil { answer.status = .unprocessableContent }
        return answer
    }

    /// What the customer is called, with a masked number; those who only receive see the name.
    private func customer(_ person: PersonID?, _ call: Call) async throws -> String? {
        guard let person else { return nil }
        let account = try house.account(call)
        guard account.role.permissions.contains(.endReceptions) else { return "已登记" }
        let people = People(site: account.site, key: house.personKey)
        return try await house.database.read { try people.label(person, in: $0) }
    }
}
