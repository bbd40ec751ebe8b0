import Database
import HTTPTypes
import HouseRules

/// 公共池: customers who are nobody's, who would get them fairly, and handing them out with one
/// press (OWN-14, OWN-37).
struct PoolRoutes: Sendable {
    let house: House

    /// So many are handed out at once.
    static let batch = 100

    var routes: [Route] {
        let access = Access.permission(.giveRulings)
        return [
            Route(
                .get, "/customers/pool", access: access, kind: .page,
                summary: "公共池和分配预览", handler: show),
            Route(
                .post, "/customers/pool/handings", access: access, kind: .form,
                summary: "按预览分配", handler: handOut),
            Route(
                .post, "/customers/pool/handings/{id}/undo", access: access, kind: .form,
                summary: "收回一次分配", handler: takeBack),
        ].comingBack(to: show)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let now = house.now(call)
        let state = try await house.book(call).view(at: now).state
        let directory = try await house.names.directory(account.site)
        let preview = previewRedistribution(in: state, on: now.day).prefix(Self.batch)
        let people = People(site: account.site, key: house.personKey)
        let lines = try await house.database.read { transaction in
            preview.map { one in
                let entry = state.ownership.pool[one.person]
                return PoolPage.Line(
                    person: one.person, staff: one.staff,
                    words: (try? people.label(one.person, in: transaction)) ?? "已登记的客户",
                    last: entry.map { directory.name($0.last) } ?? "—",
                    since: entry?.since.fullWords ?? "—", why: entry?.why.label ?? "—",
                    to: directory.name(one.staff))
            }
        }
        let handings = state.ownership.handings.sorted { $0.key < $1.key }.map {
            PoolPage.Past(
                slip: $0.key, day: $0.value.day.fullWords, count: $0.value.assignments.count)
        }
        let page = PoolPage(
            lines: lines, total: state.ownership.pool.count, handings: handings,
            csrf: call.csrfField, decisionID: call.web.surroundings.newID(),
            notice: try await house.notice(of: try call.query().text("decision"), call))
        return call.page("公共池", current: "/customers", body: page.html)
    }

    /// The pairs of the preview, as the form brings them back: what was seen is what is done.
    @Sendable private func handOut(_ call: Call) async throws -> Answer {
        let pairs = call.form.all("give")
        guard !pairs.isEmpty else { throw Problem.badRequest("没有要分配的客户。请刷新公共池再看。") }
        guard pairs.count <= Self.batch else {
            throw Problem.badRequest("一次最多分配 \(Self.batch) 位。")
        }
        var assignments: [CustomerAssignment] = []
        for pair in pairs {
            let parts = pair.split(separator: ">", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw Problem.badRequest("分配单不完整，请刷新公共池再看。") }
            assignments.append(
                CustomerAssignment(
                    try PersonID(sent: parts[0]), to: try StaffID(sent: parts[1])))
        }
        let id = try house.commandID(call.form["id"], call)
        let record = try await house.perform(
            .ownership(.handOut(SlipID(id), assignments)), id: id, call)
        return .redirect(to: "/customers/pool?decision=\(record.id)")
    }

    @Sendable private func takeBack(_ call: Call) async throws -> Answer {
        guard let note = call.form.text("note"), note.count <= 200 else {
            throw Problem.fault("note", "请写为什么收回，最多 200 个字。")
        }
        let slip = try SlipID(sent: try call.parameter("id"))
        let record = try await house.perform(
            .ownership(.takeBack(slip, note: note)), id: call.form["id"], call)
        return .redirect(to: "/customers/pool?decision=\(record.id)")
    }
}

/// The pool with the fair handing-out that would follow.
struct PoolPage: Sendable {
    /// One customer, and who would get them.
    struct Line: Sendable {
        let person: PersonID
        let staff: StaffID
        let words: String
        let last: String
        let since: String
        let why: String
        let to: String
    }

    /// A handing-out that can still be taken back.
    struct Past: Sendable {
        let slip: SlipID
        let day: String
        let count: Int
    }

    let lines: [Line]
    let total: Int
    let handings: [Past]
    let csrf: HTML
    let decisionID: String
    let notice: HTML?

    var html: HTML {
        """
        <p><a href="/customers">← 客户</a></p>
        <h1>公共池</h1>
        \(notice)
        <p class="muted">到期没人跟进的、离职和除名的顾问留下的客户在这里，共 \(total) 位。\
        本月分得少的先分，一样多按轮次；不分回给断档的人，除非没有别人。</p>
        \(lines.isEmpty ? emptyState("池里没有客户", "客户失效当天 0:00 会自动进来。") : preview)
        \(past)
        """
    }

    private var preview: HTML {
        let pairs: [HTML] = lines.map {
            """
            <input type="hidden" name="give" value="\($0.person.rawValue)>\($0.staff.rawValue)">
            """
        }
        return """
            \(dataTable(
                caption: "分配预览",
                columns: ["客户", "原来归", "从哪天", "为什么", "分给"].enumerated().map {
                    Column(title: $1, isLabelled: $0 > 0)
                },
                rows: lines.map {
                    ["\($0.words)", "\($0.last)", "\($0.since)", "\($0.why)", "\($0.to)"]
                }))
            <form method="post" action="/customers/pool/handings" class="actions">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)">\(pairs)
            \(button("按这张表分配 \(lines.count) 位", .primary))</form>
            """
    }

    private var past: HTML? {
        guard !handings.isEmpty else { return nil }
        let rows: [HTML] = handings.enumerated().map { index, one in
            """
            <li>\(one.day) 分配 \(one.count) 位\
            <form method="post" class="filters" \
            action="\(url: "/customers/pool/handings/\(one.slip.rawValue)/undo")">\(csrf)\
            <input type="hidden" name="id" value="\(decisionID)-\(index)">\
            \(TextField("note", "为什么收回", isRequired: true, suffix: "-\(index)").html)\
            \(button("收回还没跟进的", .danger))</form></li>
            """
        }
        return Site.card("分配过的", body: "<ul class=\"plain\">\(rows)</ul>")
    }
}
