import Database
import HTTPTypes
import HouseRules

/// 选房和开盘: which activities there are, planning one, and how far one is.
struct OpeningRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let plans = Access.permission(.planOpenings)
        let rules = Access.permission(.giveRulings)
        return [
            Route(
                .get, "/openings", access: .permission(.seeBoard), kind: .page,
                summary: "选房和开盘活动", handler: list),
            Route(
                .post, "/openings", access: plans, kind: .upload, summary: "建立活动",
                bodyLimit: 4 << 20, handler: plan
            ).comingBack(to: list),
            Route(
                .get, "/openings/units.xlsx", access: plans, kind: .page,
                summary: "房源清单的模板，Excel 文件"
            ) { _ in
                try .workbook(.template("房源清单", UnitColumn.self), named: "房源清单模板.xlsx")
            },
            Route(
                .get, "/openings/{id}", access: .permission(.seeBoard), kind: .page,
                summary: "一次活动的概况", handler: show),
            Route(
                .post, "/openings/{id}/pause", access: rules, kind: .form, summary: "暂停活动"
            ) { call in
                let note = call.form.text("note") ?? ""
                return try await order(.pause(try activity(call), note: note), call)
            },
            Route(
                .post, "/openings/{id}/resumption", access: rules, kind: .form,
                summary: "恢复活动"
            ) { call in try await order(.resume(try activity(call)), call) },
            Route(
                .get, "/openings/{id}/heat", access: .permission(.seeBoard), kind: .page,
                summary: "收藏和公测的热度", handler: heat),
        ].comingBack(to: show)
    }

    private func activity(_ call: Call) throws -> ActivityID {
        ActivityID(try call.plainParameter("id"))
    }

    private func order(_ command: SelectionCommand, _ call: Call) async throws -> Answer {
        let id = try call.plainParameter("id")
        return try await house.perform(command, back: "/openings/\(percentEncode(id))", call)
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let book = try await house.book(call)
        let now = house.now(call)
        let present = await book.view(at: now)
        let views = present.state.selection.activities.keys.compactMap {
            OpeningView($0, present.state, seq: present.seq, at: now)
        }.sorted { ($0.activity.opensAt, $0.id) < ($1.activity.opensAt, $1.id) }
        let closed = try await house.database.read { transaction in
            try transaction.rows(
                """
                SELECT id, at FROM decision_row WHERE site = \(book.site)
                AND kind = 'selection.close' AND refusal IS NULL ORDER BY seq DESC LIMIT 20
                """
            ).map { (id: try $0.text("id"), at: Moment(milliseconds: try $0.int("at"))) }
        }
        let page = OpeningListPage(
            views: views, closed: closed,
            mayPlan: call.session?.account.role == .salesManager, forms: OpeningForms(call),
            now: now, told: try await house.told(call))
        return call.page("选房和开盘", current: "/openings", body: page.html)
    }

    @Sendable private func plan(_ call: Call) async throws -> Answer {
        let id = try house.commandID(call.form["id"], call)
        let form = try PlanForm(call, id: id)
        return try await house.perform(.plan(form.plan), back: "/openings", call)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let account = try house.account(call)
        let page = OpeningPage(
            view: view, mayRule: account.role == .salesManager, forms: OpeningForms(call),
            siteName: call.siteName)
        return view.page(.overview, told: try await house.told(call), call, body: page.html)
    }

    @Sendable private func heat(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        return view.page(.heat, told: nil, call, body: HeatMap(view: view).html)
    }
}

/// The activities of a site, and the form that plans one.
struct OpeningListPage: Sendable {
    let views: [OpeningView]
    let closed: [(id: String, at: Moment)]
    let mayPlan: Bool
    let forms: OpeningForms
    let now: Moment
    let told: HTML?

    var html: HTML {
        """
        <h1>选房和开盘</h1>
        \(told)
        <div class="columns"><div>\(list)\(closedList)</div>
        \(mayPlan ? "<div class=\"side no-print\">\(planCard)</div>" : nil as HTML?)</div>
        """
    }

    private var list: HTML {
        guard !views.isEmpty else {
            return emptyState("没有进行中的活动", "由经理建立活动，再导入名单、摇号、核对准备、批准就绪。")
        }
        return dataTable(
            caption: "进行中的活动",
            columns: ["活动", "类型", "开始", "名单", "房源", "状态"].enumerated().map {
                Column(title: $1, isLabelled: (1...4).contains($0))
            },
            rows: views.map { view in
                [
                    "<a href=\"\(url: view.path)\">\(view.activity.title)</a>",
                    "\(view.activity.kind.label)", "\(view.activity.opensAt.words)",
                    "\(view.activity.roster.count) 人",
                    "\(view.takenCount) / \(view.activity.units.count) 套",
                    badge(view.progress.label, view.progress.tone),
                ]
            })
    }

    private var closedList: HTML? {
        guard !closed.isEmpty else { return nil }
        let lines: [HTML] = closed.map {
            """
            <li><a class="button button-quiet" href="\(url: "/decisions/\($0.id)")">\
            \($0.at.words) 归档的活动</a></li>
            """
        }
        return card("已归档", body: "<ul class=\"plain-list\">\(lines)</ul>")
    }

    private var planCard: HTML {
        let kinds = ChoiceChips(
            name: "kind", label: "类型",
            choices: ActivityKind.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
            isRequired: true)
        let opens = TextField(
            "opens", "开始", type: "datetime-local", value: now.localText,
            hint: "线上开盘在这一刻之前谁也选不到。", isRequired: true)
        let follows = SelectField(
            name: "follows", label: "沿用哪次活动的顺序",
            choices: views.map { Choice(value: $0.id.rawValue, label: $0.activity.title) },
            hint: "储藏室、车位分配可以与选房同序（SEL-07）。")
        let units = TextArea(
            name: "units", label: "房源清单", hint: "一行一套：房号 户型 楼栋 楼层，例如 1-1201 A 1 12。",
            rows: 6, maxLength: 200_000)
        return card(
            "建立活动",
            body: """
                <form method="post" action="/openings" class="form" \
                enctype="multipart/form-data" data-draft="opening">\(forms.csrf)
                <input type="hidden" name="id" value="\(forms.id)">
                \(TextField("title", "活动名称", isRequired: true, maxLength: 40).html)
                \(kinds.html)\(opens.html)\(follows.html)\(units.html)
                \(ListField(label: "或者选房源文件", template: "/openings/units.xlsx").html)
                <p class="actions">\(button("建立活动", .primary))</p></form>
                """)
    }
}

/// A file with a list.
struct ListField: Sendable {
    let label: String
    /// Where its template is.
    let template: String
    var isRequired = false

    var html: HTML {
        let mark: HTML? = isRequired ? nil : "<span class=\"optional\">（可不填）</span>"
        return """
            <div class="field"><label for="field-file">\(label)\(mark)</label>
            <input type="file" id="field-file" name="file" accept=".xlsx,.csv"\
            \(flag: "required", isRequired) aria-describedby="field-file-hint">
            <p class="hint" id="field-file-hint">.xlsx 或 .csv，第一行是列名。\
            \(linkButton("下载模板", to: template, .quiet))</p></div>
            """
    }
}
