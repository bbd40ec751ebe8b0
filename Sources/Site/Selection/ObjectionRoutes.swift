import HTTPTypes
import HouseRules

/// Objections on the day, and the end of an activity (SEL-09, SEL-10).
struct ObjectionRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let runs = Access.permission(.runOpenings)
        let rules = Access.permission(.giveRulings)
        return [
            Route(
                .get, "/openings/{id}/objections", access: runs, kind: .page, summary: "现场异议",
                handler: show),
            Route(
                .post, "/openings/{id}/objections", access: runs, kind: .form,
                summary: "登记现场异议", handler: object),
            Route(
                .post, "/openings/{id}/rulings", access: rules, kind: .form, summary: "处理现场异议"
            ) { call in
                let view = try await house.opening(call)
                let slip = try SlipID(sent: try call.form.needed("slip", "请选是哪一件。"))
                return try await house.perform(
                    .resolve(view.id, slip, note: call.form.text("note") ?? ""),
                    back: view.path + "/objections", call)
            },
            Route(
                .get, "/openings/{id}/closing", access: .permission(.planOpenings), kind: .page,
                summary: "归档：数字和逐套核对", handler: closing),
            Route(
                .get, "/openings/{id}/results.xlsx", access: .permission(.exportLists),
                kind: .page, summary: "选房结果，Excel 文件", handler: results),
            Route(
                .post, "/openings/{id}/closing", access: rules, kind: .form, summary: "归档活动",
                handler: close
            ).comingBack(to: closing),
        ].comingBack(to: show)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let persons = view.activity.objections.compactMap(\.person)
        let page = ObjectionPage(
            view: view, labels: try await house.labels(of: persons, call),
            mayRule: try house.account(call).role == view.activity.terms.resolveBy,
            forms: OpeningForms(call))
        return view.page(.objections, told: try await house.told(call), call, body: page.html)
    }

    @Sendable private func object(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let id = try house.commandID(call.form["id"], call)
        let person = try call.form.text("person").map { (id) throws(Problem) in
            try PersonID(sent: id)
        }
        let note = try call.form.needed("note", "请写说了什么。")
        let record = try await house.perform(
            .selection(.object(view.id, SlipID(id), person, note: note)), id: id, call)
        return .redirect(to: "\(view.path)/objections?decision=\(record.id)")
    }

    @Sendable private func closing(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let role = try house.account(call).role
        let page = ClosingPage(
            view: view, clashes: house.clashes.of(view.id), mayClose: role == .salesManager,
            mayExport: role.permissions.contains(.exportLists), forms: OpeningForms(call))
        return view.page(.closing, told: try await house.told(call), call, body: page.html)
    }

    /// Every unit with its buyer, as far as anybody has it.
    @Sendable private func results(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        let holds = view.activity.plan.map { ($0, view.state.hold(of: $0.unit)) }
        let labels = try await house.labels(of: holds.compactMap { $1?.person }, call)
        let table = RecordTable(
            title: "选房结果",
            headings: [
                .init(title: "房号", width: 12), .init(title: "户型", width: 10),
                .init(title: "楼栋", width: 8), .init(title: "楼层", width: 8),
                .init(title: "状态", width: 12), .init(title: "号", width: 8),
                .init(title: "买方", width: 22), .init(title: "认筹单", width: 14),
                .init(title: "占用时刻", width: 20),
            ],
            lines: holds.map { unit, hold in
                let buyer = hold.flatMap { view.activity.buyers[$0.person] }
                return RecordTable.Line(
                    href: view.path,
                    cells: [
                        unit.unit.rawValue, unit.layout, "\(unit.building)", "\(unit.floor)",
                        hold?.status.label ?? "可选", buyer?.number.map { "\($0)" } ?? "",
                        hold.flatMap { labels[$0.person] } ?? "", buyer?.ticket ?? "",
                        hold?.since.words ?? "",
                    ])
            })
        let account = try house.account(call)
        let heading =
            "\(call.siteName) \(view.activity.title) 选房结果，"
            + "\(account.displayName) \(view.now.words) 导出"
        return try .workbook(
            table.workbook(heading: heading), named: "选房结果 \(view.activity.title).xlsx")
    }

    /// What the office's own ledger says is set against the activity unit by unit.
    @Sendable private func close(_ call: Call) async throws -> Answer {
        let view = try await house.opening(call)
        var ledger: [UnitID: PickStatus] = [:]
        for line in (call.form.text("ledger") ?? "").split(whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            if words.isEmpty { continue }
            let status =
                words.count == 1
                ? PickStatus.subscribed : PickStatus.allCases.first { $0.label == words.last }
            guard let unit = words.first, words.count <= 2, let status else {
                throw Problem.fault("ledger", "台账一行一套：房号，或房号加“已签合同”。这一行看不懂：\(line.prefix(40))")
            }
            ledger[UnitID(unit)] = status
        }
        let count = ClosingCount(clashes: house.clashes.of(view.id), ledger: ledger)
        let record = try await house.perform(
            .selection(.close(view.id, count)), id: call.form["id"], call)
        let back = record.refusal == nil ? "/openings" : view.path + "/closing"
        return .redirect(to: "\(back)?decision=\(record.id)")
    }
}

/// Objections, the open ones first.
struct ObjectionPage: Sendable {
    let view: OpeningView
    let labels: [PersonID: String]
    let mayRule: Bool
    let forms: OpeningForms

    var html: HTML {
        let all = view.activity.objections
        let sorted = all.filter { $0.answer == nil } + all.filter { $0.answer != nil }
        let cards: [HTML] = sorted.enumerated().map(item)
        let note = TextArea(name: "note", label: "说了什么", isRequired: true, maxLength: 500)
        return """
            <div class="columns"><div>\(cards.isEmpty ? empty : HTML(cards))</div>
            <div class="side no-print">\(card(
                "登记异议",
                body: """
                <p class="muted">登记以后其他人照常进行（SEL-09）。</p>
                \(view.form("/objections", "n", forms, note.html, "登记"))
                """))</div></div>
            """
    }

    private var empty: HTML { emptyState("没有异议", "现场有人提出，就登记在这里，由经理处理。") }

    private func item(_ index: Int, _ objection: Objection) -> HTML {
        let who = objection.person.map { labels[$0] ?? "已删除的买方" } ?? "现场"
        let number = objection.slip.rawValue
        let slip: HTML = "<input type=\"hidden\" name=\"slip\" value=\"\(number)\">"
        let note = TextField("note", "怎么处理", isRequired: true, suffix: "-\(index)")
        let form: HTML? =
            objection.answer == nil && mayRule
            ? view.form("/rulings", "u\(index)", forms, "\(slip)\(note.html)", "处理") : nil
        return card(
            "\(objection.at.words) \(who)",
            aside: badge(
                objection.answer == nil ? "待处理" : "已处理", objection.answer == nil ? .warn : .good),
            body: "<p>\(objection.note)</p>\(objection.answer.map { "<p>处理：\($0)</p>" })\(form)")
    }
}

/// The figures of an activity and the comparison of every unit (SEL-10).
struct ClosingPage: Sendable {
    let view: OpeningView
    let clashes: Int
    let mayClose: Bool
    let mayExport: Bool
    let forms: OpeningForms

    var html: HTML {
        """
        <div class="columns"><div>\(figures)\(units)</div>
        <div class="side no-print">\(closeCard)</div></div>
        """
    }

    /// As they will be written down, but of now.
    private var now: ActivityFigures {
        view.activity.figures(
            clashes: clashes,
            sold: Set(
                view.activity.units.keys.filter {
                    (view.status(of: $0) ?? .held) >= .subscribed
                }))
    }

    private var figures: HTML {
        let now = now
        func share(_ points: Int?) -> String { points.map { decimal($0) + "%" } ?? "—" }
        let pairs: [(String, String)] = [
            ("名单", "\(now.invited) 人，到 \(now.came) 人"), ("到场率", share(now.attendance)),
            ("弃号", "\(now.gaveUp)"),
            ("平均选房时长", now.averageSeconds.map { "\($0) 秒" } ?? "—"),
            ("去化率", share(now.sellThrough)), ("撞房", "\(now.clashes) 次"),
            ("超时释放", "\(now.lapsed) 次"), ("异议", "\(now.objections.count) 件"),
        ]
        let layouts: [[HTML]] = now.listed.keys.sorted().map {
            [
                "\($0)", "\(now.sold[$0] ?? 0) / \(now.listed[$0] ?? 0)",
                "\(share(now.sellThrough(of: $0)))",
            ]
        }
        return """
            \(card("到此刻的数字", body: facts(pairs.map { (name: $0.0, value: $0.1) })))
            \(dataTable(
                caption: "各户型去化",
                columns: [
                    Column(title: "户型"), Column(title: "已售", isLabelled: true),
                    Column(title: "去化率", isNumber: true, isLabelled: true),
                ], rows: layouts))
            """
    }

    private var units: HTML {
        let rows: [[HTML]] = view.activity.plan.compactMap { unit in
            view.status(of: unit.unit).map { status in
                [
                    "\(unit.unit.rawValue)", "\(unit.layout)",
                    badge(status.label, status >= .subscribed ? .good : .warn),
                ]
            }
        }
        guard !rows.isEmpty else { return emptyState("还没有选定的房源", "选定以后逐套列在这里。") }
        let file: HTML? =
            mayExport ? linkButton("导出 Excel", to: view.path + "/results.xlsx", .quiet) : nil
        let table = dataTable(
            caption: "活动里选定的房源",
            columns: [
                Column(title: "房号"), Column(title: "户型", isLabelled: true),
                Column(title: "状态"),
            ], rows: rows)
        return "<p class=\"actions no-print\">\(file)</p>\(table)"
    }

    private var closeCard: HTML? {
        guard mayClose else { return nil }
        let ledger = TextArea(
            name: "ledger", label: "财务台账上已交定金的房号",
            hint: "一行一套；已签合同的在房号后写“已签合同”。差一套不能归档。", rows: 8,
            maxLength: 200_000)
        return card(
            "逐套核对，归档",
            body: """
                \(view.form("/closing", "z", forms, ledger.html, "核对并归档"))
                <p><a class="clause-id" href="/clauses/SEL-10">SEL-10</a></p>
                """)
    }
}
