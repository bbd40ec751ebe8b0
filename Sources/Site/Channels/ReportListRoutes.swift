import Database
import HTTPTypes
import HouseRules

/// Reports of channels: to read, to take out, and to check a deal against.
struct ReportListRoutes: Sendable {
    let house: House

    private static let pageLimit = 200

    var routes: [Route] {
        [
            Route(
                .get, "/channels/reports", access: .permission(.seeAllCustomers), kind: .page,
                summary: "渠道报备单", handler: show),
            Route(
                .get, "/channels/reports.xlsx", access: .permission(.exportLists), kind: .page,
                summary: "渠道报备单，Excel 文件", handler: export),
            Route(
                .post, "/channels/deals", access: .permission(.seeAllCustomers), kind: .form,
                summary: "成交时核对渠道与推荐", handler: checkDeal),
            Route(
                .post, "/channels/surveys/{id}", access: .permission(.seeAllCustomers),
                kind: .form, summary: "回访渠道成交业主", handler: answerSurvey),
        ].comingBack(to: show)
    }

    private func rows(
        _ filter: ReportFilter, limit: Int, _ call: Call
    ) async throws -> [ReportRow] {
        let site = try house.account(call).site
        let people = People(site: site, key: house.personKey)
        let now = house.now(call)
        let visits = try await house.book(call).view(at: now).state.channels.visits.values
        let used = Set(visits.compactMap(\.winner))
        return try await house.database.read { transaction in
            try transaction.rows(filter.query(at: site, now: now, limit: limit)).map {
                try ReportRow($0, people, used: used, now: now, in: transaction)
            }
        }
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let filter = try ReportFilter(try call.query(), today: house.now(call).day)
        let rows = try await rows(filter, limit: Self.pageLimit + 1, call)
        let companies = try await house.database.read {
            try ChannelCompany.all(at: account.site, in: $0)
        }
        let present = try await house.book(call).view(at: house.now(call))
        let directory = try await house.names.directory(account.site)
        let page = ReportListPage(
            filter: filter, rows: Array(rows.prefix(Self.pageLimit)),
            hasMore: rows.count > Self.pageLimit, companies: companies,
            mayExport: account.role.permissions.contains(.exportLists), csrf: call.csrfField,
            surveys: present.state.channels.deals.filter(\.isListed).map { deal in
                (
                    deal.deal,
                    [deal.channel, deal.agent].compactMap { $0 }
                        .map { directory.name(StaffID($0)) }.joined(separator: " ")
                )
            },
            targets: present.policy.channels.surveyTargets,
            decisionID: call.web.surroundings.newID(),
            notice: try await house.notice(of: try call.query().text("decision"), call))
        return call.page("渠道报备单", current: "/channels", body: page.html)
    }

    @Sendable private func export(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let filter = try ReportFilter(try call.query(), today: house.now(call).day)
        let rows = try await rows(filter, limit: ListFile.limit + 1, call)
        try ListFile.check(rows.count)
        let file = ListFile("渠道报备单", filter.days)
        return try .workbook(
            ReportRow.table(rows).workbook(
                heading: file.heading(by: account, at: house.now(call), call)),
            named: file.name)
    }

    @Sendable private func answerSurvey(_ call: Call) async throws -> Answer {
        var marks: [SurveyTarget: Int] = [:]
        for target in SurveyTarget.allCases {
            marks[target] = call.form.text(target.rawValue).flatMap { Int($0) }
        }
        guard let brought = call.form.text("brought") else {
            throw Problem.fault("brought", "请问清楚是不是渠道带来的。")
        }
        let survey = ChannelSurvey(
            try DealID(sent: try call.parameter("id")), isBrought: brought == "1", marks: marks)
        let record = try await house.perform(
            .channels(.answerSurvey(survey)), id: call.form["id"], call)
        return .redirect(to: "/channels/reports?decision=\(record.id)")
    }

    @Sendable private func checkDeal(_ call: Call) async throws -> Answer {
        let deal = try DealID(sent: try call.form.needed("deal", "请写成交单号。"))
        let name = try call.form.needed("name", "请写成交单上的姓名。")
        let phone = try call.form.needed("phone", "请写成交单上的电话。")
        let mark = house.personKey.mark(
            CustomerWords(name: name, phone: phone), site: try house.account(call).site)
        let record = try await house.perform(
            .channels(.checkDeal(deal, mark)), id: call.form["id"], call)
        return .redirect(to: "/channels/reports?decision=\(record.id)")
    }
}

/// Which reports are shown.
struct ReportFilter: Sendable {
    let days: DaySpan
    let company: String?
    let isWaiting: Bool

    init(_ query: FormFields, today: BusinessDay) throws(Problem) {
        days = try DaySpan(query, today: today, usual: 7)
        company = query.text("company")
        isWaiting = query["waiting"] == "1"
    }

    func query(at site: SiteID, now: Moment, limit: Int) -> SQL {
        var sql: SQL = """
            SELECT r.slip, r.person, r.code, r.expected_at, r.sent_at, r.opens_at,
                c.name AS company_name, a.name AS agent_name
            FROM channel_report r
            JOIN channel_company c ON c.site = r.site AND c.company = r.company
            JOIN channel_agent a ON a.site = r.site AND a.agent = r.agent
            WHERE r.site = \(site) AND r.sent_at >= \(days.from.start)
            AND r.sent_at < \(days.to.adding(days: 1).start)
            """
        if let company { sql = sql + " AND r.company = \(company)" }
        if isWaiting { sql = sql + " AND r.opens_at > \(now)" }
        return sql + " ORDER BY r.sent_at DESC, r.slip DESC LIMIT \(limit)"
    }

    /// The same as fields of an address.
    var address: String {
        days.query + (company.map { "&company=" + percentEncode($0) } ?? "")
            + (isWaiting ? "&waiting=1" : "")
    }
}

/// A report as lists show it.
struct ReportRow: Sendable {
    let slip: String
    let customer: String
    let code: String
    let company: String
    let agent: String
    let sentAt: Moment
    let opensAt: Moment
    let expectedAt: Moment?
    let state: String

    init(
        _ row: Row, _ people: People, used: Set<SlipID>, now: Moment,
        in transaction: any Transaction
    ) throws {
        slip = try row.text("slip")
        customer = try people.label(PersonID(try row.text("person")), in: transaction)
        code = try row.text("code")
        company = try row.text("company_name")
        agent = try row.text("agent_name")
        sentAt = Moment(milliseconds: try row.int("sent_at"))
        opensAt = Moment(milliseconds: try row.int("opens_at"))
        expectedAt = try row.optionalMoment("expected_at")
        state = used.contains(SlipID(slip)) ? "已带到" : opensAt <= now ? "已生效" : "等着生效"
    }

    /// The list as a page and a file show it.
    static func table(_ rows: [ReportRow]) -> RecordTable {
        RecordTable(
            title: "渠道报备单",
            headings: [
                .init(title: "报备时刻", width: 18), .init(title: "公司", width: 16),
                .init(title: "人员", width: 10), .init(title: "客户", width: 22),
                .init(title: "生效时刻", width: 18), .init(title: "预计到访", width: 18),
                .init(title: "到访凭证", width: 12), .init(title: "状态", width: 10),
            ],
            lines: rows.map { row in
                RecordTable.Line(
                    href: "/decisions/\(row.slip)",
                    cells: [
                        row.sentAt.words, row.company, row.agent, row.customer, row.opensAt.words,
                        row.expectedAt?.words ?? "—", row.code, row.state,
                    ])
            })
    }
}

/// 渠道报备单: a list with its filters, and the check of a deal.
struct ReportListPage: Sendable {
    let filter: ReportFilter
    let rows: [ReportRow]
    let hasMore: Bool
    let companies: [ChannelCompany]
    let mayExport: Bool
    let csrf: HTML
    /// Deals whose buyers are to be called, and who brought them.
    let surveys: [(deal: DealID, who: String)]
    let targets: [SurveyTarget]
    let decisionID: String
    let notice: HTML?

    var html: HTML {
        """
        <h1>渠道报备单</h1>
        \(notice)\(filters)
        <div class="columns"><div>\(list)</div>
        <div class="side no-print">\(dealForm)\(surveyForms)</div></div>
        """
    }

    private var filters: HTML {
        let company = SelectField(
            name: "company", label: "公司",
            choices: companies.map { Choice(value: $0.id, label: $0.name) },
            selected: filter.company)
        let file: HTML? =
            mayExport
            ? linkButton("导出 Excel", to: "/channels/reports.xlsx?\(filter.address)", .quiet) : nil
        return """
            <form class="filters" method="get" action="/channels/reports">
            \(filter.days.fields)\(company.html)
            <label class="check"><input type="checkbox" name="waiting" value="1"\
            \(flag: "checked", filter.isWaiting)> 只看还没生效的</label>
            \(button("筛选", .plain, icon: .search))\(file)</form>
            """
    }

    private var list: HTML {
        guard !rows.isEmpty else {
            return emptyState("没有报备", "渠道人员用自己的报备地址报备，报备会列在这里。")
        }
        let lines: [[HTML]] = rows.map { row in
            let opens: HTML =
                row.state == "等着生效"
                ? countdown(to: row.opensAt.milliseconds, fallback: row.opensAt.words)
                : "\(row.opensAt.words)"
            let tone: Tone = row.state == "已带到" ? .good : row.state == "已生效" ? .calm : .busy
            return [
                "<a href=\"\(url: "/decisions/\(row.slip)")\">\(row.sentAt.words)</a>",
                "\(row.company)", "\(row.agent)", "\(row.customer)", opens,
                "\(row.expectedAt?.words ?? "—")", "\(row.code)", badge(row.state, tone),
            ]
        }
        let more: HTML? = hasMore ? "<p class=\"muted\">只列出最近的 \(rows.count) 条。</p>" : nil
        let table = dataTable(
            caption: "渠道报备单",
            columns: ReportRow.table([]).headings.map { Column(title: $0.title) }, rows: lines)
        return "\(table)\(more)"
    }

    private var surveyForms: HTML? {
        guard !surveys.isEmpty else { return nil }
        let forms: [HTML] = surveys.enumerated().map { index, survey in
            let brought = SelectField(
                name: "brought", label: "是渠道带来的吗",
                choices: [Choice(value: "1", label: "是"), Choice(value: "0", label: "不是")],
                isRequired: true, suffix: "-\(index)")
            let marks: [HTML] = targets.map { target in
                SelectField(
                    name: target.rawValue, label: "对\(target.label)的满意度",
                    choices: (1...5).map { Choice(value: "\($0)", label: "\($0) 分") },
                    suffix: "-\(index)"
                ).html
            }
            return """
                <li><form method="post" action="\(url: "/channels/surveys/\(survey.deal)")" \
                class="form">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)-v\(index)">
                <p><strong>\(survey.deal.rawValue)</strong>，\(survey.who)</p>
                \(brought.html)\(marks)\(button("记下回访", .plain))</form></li>
                """
        }
        return card("待回访的业主", body: "<ul class=\"plain-list\">\(forms)</ul>")
    }

    private var dealForm: HTML {
        let deal = TextField("deal", "成交单号", isRequired: true, maxLength: 64)
        let name = TextField("name", "成交单上的姓名", isRequired: true, maxLength: 40)
        let phone = TextField(
            "phone", "成交单上的电话", type: "tel", isRequired: true, inputMode: "tel",
            maxLength: 20)
        return card(
            "成交核对",
            body: """
                <form method="post" action="/channels/deals" class="form">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)-d">
                \(deal.html)\(name.html)\(phone.html)
                <p class="actions">\(button("核对", .primary))
                <a class="clause-id" href="/clauses/OWN-49">OWN-49</a></p></form>
                """)
    }
}
