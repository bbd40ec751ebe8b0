import Database
import HTTPTypes
import HouseRules

/// The texts after first calls: which are due, late or missing (REC-60, REC-61).
struct TextRoutes: Sendable {
    let house: House
    static let pageSize = 50

    var routes: [Route] {
        [
            Route(
                .get, "/texts", access: .permission(.keepRegisters), kind: .page,
                summary: "首次来电的短信", handler: show)
        ]
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let query = try call.query()
        let today = house.now(call).day
        let filter = try RegisterFilter(query, today: today)
        let status = query.text("status").flatMap(TextStatus.init)
        let number = query.page
        var condition: SQL = """
            c.site = \(account.site) AND t.call IS NOT NULL AND t.day >= \(filter.days.from) \
            AND t.day <= \(filter.days.to)
            """
        let mine = account.role == .consultant ? account.staff : filter.staff
        if let mine { condition = condition + " AND t.staff = \(mine)" }
        if let status { condition = condition + " AND t.status = \(status.rawValue)" }
        let found = condition
        let rows = try await house.database.read { transaction in
            try transaction.rows(
                CallRegisterRow.page(
                    found, limit: Self.pageSize + 1, offset: (number - 1) * Self.pageSize)
            ).map(CallRegisterRow.init)
        }
        let directory = try await house.names.directory(account.site)
        let page = TextPage(
            filter: filter, status: status, rows: Array(rows.prefix(Self.pageSize)),
            names: directory, page: number, isLast: rows.count <= Self.pageSize,
            people: account.role == .consultant ? [] : directory.consultants)
        return call.page("短信", current: "/texts", body: page.html)
    }
}

extension StaffDirectory {
    /// The consultants, to choose from.
    var consultants: [Choice] {
        people.filter { $0.role == .consultant }.map {
            Choice(value: $0.staff.rawValue, label: $0.name)
        }
    }
}

/// The list of texts.
struct TextPage: Sendable {
    let filter: RegisterFilter
    let status: TextStatus?
    let rows: [CallRegisterRow]
    let names: StaffDirectory
    let page: Int
    let isLast: Bool
    let people: [Choice]

    var html: HTML {
        """
        <h1>首次来电的短信</h1>
        \(form)
        \(rows.isEmpty ? empty : list)
        """
    }

    private var form: HTML {
        let states = TextStatus.allCases.map { Choice(value: $0.rawValue, label: $0.label) }
        let who: HTML? =
            people.isEmpty
            ? nil
            : SelectField(
                name: "staff", label: "谁的", choices: people,
                selected: filter.staff?.rawValue
            ).html
        return """
            <form class="filters" method="get" action="/texts">\(filter.days.fields)\(who)
            \(SelectField(
                name: "status", label: "状态", choices: states, selected: status?.rawValue).html)
            \(button("筛选", .plain, icon: .search))</form>
            """
    }

    private var empty: HTML {
        emptyState("这几天没有要发的短信", "登记来电时勾了“第一次来电”，挂断后这里就会出现，并显示最晚什么时候发。")
    }

    private var list: HTML {
        let table = dataTable(
            caption: "短信",
            columns: [
                Column(title: "来电"), Column(title: "顾问"), Column(title: "状态"),
                Column(title: "时限"), Column(title: "抽查"), Column(title: "办理"),
            ],
            rows: rows.map { row in
                [
                    "\(row.at.words)", "\(row.answerer.map(names.name) ?? "—")",
                    row.textBadge ?? "", deadline(row), review(row),
                    """
                    <a href="\(url: "/calls/\(row.call)")">\
                    \(row.text == .pending ? "去发" : "看")</a>
                    """,
                ]
            })
        let pages = isLast ? page : page + 1
        return "\(table)\(pager(page: page, of: pages) { "/texts?\(address)&page=\($0)" })"
    }

    private var address: String {
        filter.query + (status.map { "&status=\($0.rawValue)" } ?? "")
    }

    private func deadline(_ row: CallRegisterRow) -> HTML {
        if let sent = row.textSent { return "\(sent.clockWords) 发出" }
        guard let end = row.textDue ?? row.textCloses else { return "—" }
        guard row.text == .pending else { return "\(end.words)" }
        return "\(countdown(to: end.milliseconds, fallback: end.words))（\(end.words)）"
    }

    private func review(_ row: CallRegisterRow) -> HTML {
        switch row.passed {
        case true?: badge("通过", .good)
        case false?: badge("不通过", .stop)
        case nil: "<span class=\"muted\">未查</span>"
        }
    }
}
