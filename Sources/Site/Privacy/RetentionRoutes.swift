import Database
import HTTPTypes
import HouseRules

/// The retention clock: whose data are kept too long, erased in batches by management's press.
struct RetentionRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let tend = Access.permission(.tendPrivacy)
        return [
            Route(
                .get, "/privacy/retention", access: tend, kind: .page, summary: "保留期届满的客户",
                handler: show),
            Route(
                .post, "/privacy/retention/erasures", access: tend, kind: .form,
                summary: "删除保留期届满的客户", handler: erase),
        ]
    }

    private func idle(
        among asked: [PersonID]? = nil, _ call: Call
    ) async throws -> [IdlePerson] {
        let account = try house.account(call)
        let people = People(site: account.site, key: house.personKey)
        let now = house.now(call)
        let state = try await house.book(call).view(at: now).state
        let terms = house.retention
        let clock = IdlePeople(people: people, before: terms.idleSince(now.day))
        return try await house.database.read { transaction in
            try clock.find(among: asked, limit: IdlePeople.batch, in: transaction)
                .compactMap { person, created in
                    let deals = state.adjudication.dealsOf[person] ?? []
                    let last = deals.compactMap { state.adjudication.deals[$0]?.deal.at.day }.max()
                    if let last, last >= clock.before { return nil }
                    return IdlePerson(
                        person: person, words: try people.veiled(person, in: transaction),
                        since: created.day,
                        obstacle: state.obstacle(toErasing: person, at: now, terms))
                }
        }
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let page = RetentionPage(
            people: try await idle(call), months: house.retention.idleMonths,
            before: house.retention.idleSince(house.now(call).day), csrf: call.csrfField,
            id: call.web.surroundings.newID(), erased: try call.query().int("erased"))
        return call.page("保留期届满", current: "/privacy", body: page.html)
    }

    /// Erases who stood in the preview and still may be erased; nobody else.
    @Sendable private func erase(_ call: Call) async throws -> Answer {
        let ruling = try call.reason("ruling")
        let asked = try call.form.all("person").map { (id) throws(Problem) in
            try PersonID(sent: id)
        }
        guard (1...IdlePeople.batch).contains(asked.count) else {
            throw Problem.badRequest("请勾选要删除的客户，一次最多 \(IdlePeople.batch) 位。")
        }
        let id = try house.commandID(call.form["id"], call)
        let erasures = try await house.erasures(call)
        let due = try await idle(among: asked, call).filter { $0.obstacle == nil }
        let unused = try await house.database.write { transaction in
            try due.enumerated().flatMap { index, one in
                try erasures.eraseIdle(
                    one.person, id: "\(id)-\(index)", ruling: ruling, in: transaction)
            }
        }
        unused.forEach(house.attachments.remove)
        return .redirect(to: "/privacy/retention?erased=\(due.count)")
    }
}

/// Whose data are kept too long, to look through before anything is erased.
struct RetentionPage: Sendable {
    let people: [IdlePerson]
    let months: Int
    let before: BusinessDay
    let csrf: HTML
    let id: String
    /// How many were erased just now.
    let erased: Int64?

    var html: HTML {
        let done: HTML? = erased.map {
            notice(.good, title: "删除了 \($0) 位", text: "姓名、号码和写过的话都打不开了；台账只剩编号。")
        }
        return """
            <p><a href="/privacy">← 隐私</a></p>
            <h1>保留期届满的客户</h1>
            \(done)
            <p class="muted">\(months) 个月（\(before.fullWords)以来）没有来访、来电、跟进、报备和成交的客户。\
            系统不会自己删除，由管理人员看过名单再按。</p>
            \(people.isEmpty
                ? emptyState("没有届满的客户", "满 \(months) 个月没有消息的客户会出现在这里。") : form)
            """
    }

    private var form: HTML {
        """
        <form method="post" class="form" action="/privacy/retention/erasures">\(csrf)
        <input type="hidden" name="id" value="\(id)">
        \(dataTable(
            caption: "届满名单",
            columns: ["客户", "建档", "能否删除"].enumerated().map {
                Column(title: $1, isLabelled: $0 > 0)
            },
            rows: people.map(cells)))
        \(TextField(
            "ruling", "删除的理由", hint: "例如：每季度清理。", isRequired: true).html)
        <p class="actions">\(button("删除勾选的客户", .danger))</p></form>
        """
    }

    private func cells(_ one: IdlePerson) -> [HTML] {
        let name: HTML =
            one.obstacle == nil
            ? """
            <label class="check"><input type="checkbox" name="person" \
            value="\(one.person.rawValue)">\(one.words)</label>
            """ : "\(one.words)"
        return [name, "\(one.since.fullWords)", "\(one.obstacle?.sentence ?? "可以")"]
    }
}
