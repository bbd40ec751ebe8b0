import HouseRules

/// 提成: the months, the scheme in force, the scores of a month, and working it out.
struct CommissionPage {
    /// Somebody who is paid by score.
    struct Person: Sendable {
        let staff: StaffID
        let name: String
        /// In hundredths; nil: not published.
        let score: Int?
    }

    let months: [PayMonthRow]
    /// The month whose scores are shown.
    let month: BusinessDay
    let scheme: CommissionScheme?
    let people: [Person]
    let isLocked: Bool
    let mayKeep: Bool
    let mayAdopt: Bool
    let told: HTML?
    let csrf: HTML
    let decisionID: String
    let names: Names

    var html: HTML {
        """
        <h1>提成</h1>
        \(told)
        \(Site.card("各月", body: "\(monthList)\(mayKeep ? workOutForm : nil)"))
        \(Site.card("\(month.monthWords)考评分", aside: monthPicker, body: scores))
        \(Site.card("\(month.monthWords)执行的方案", body: schemeText))
        \(mayAdopt ? Site.card("录入新方案", aside: trialLink, body: schemeForm) : nil)
        """
    }

    private var monthList: HTML {
        guard !months.isEmpty else {
            return emptyState("还没有核算过", "先录入提成方案、公布考评分，再核算。成交和归属从订单与判客里取，不用再填。")
        }
        return dataTable(
            caption: "各月提成",
            columns: [
                Column(title: "月份"), Column(title: "人数", isNumber: true),
                Column(title: "实发合计", isNumber: true), Column(title: "状态"), Column(title: "查看"),
            ],
            rows: months.map { row in
                [
                    "\(row.month.monthWords)", "\(row.people)", "\(row.payable.text)",
                    badge(row.status.label, row.status.tone),
                    "<a href=\"\(url: "/commission/\(row.month.monthText)")\">逐人</a>",
                ]
            })
    }

    private var workOutForm: HTML {
        """
        <form method="post" action="/commission/months" class="form">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)-m">
        \(monthField("要核算的月份", suffix: "-months"))
        <p class="actions">\(button("核算", .primary))</p>
        <p class="hint">没锁定的月份可以反复核算；前面的月份要先锁定。</p></form>
        """
    }

    private func monthField(_ label: String, suffix: String) -> HTML {
        TextField(
            "month", label, value: month.monthText, hint: "写成 2025-06 这样。", isRequired: true,
            maxLength: 7, suffix: suffix
        ).html
    }

    private var monthPicker: HTML {
        """
        <p class="actions">\
        \(linkButton("上月", to: "/commission?month=\(month.lastMonth.monthText)", .quiet))\
        \(linkButton("下月", to: "/commission?month=\(month.nextMonth.monthText)", .quiet))</p>
        """
    }

    private var scores: HTML {
        guard !people.isEmpty else { return emptyState("没有置业顾问", "在册的置业顾问按考评分发提成。") }
        guard mayKeep, !isLocked else {
            return dataTable(
                caption: "考评分", columns: [Column(title: "姓名"), Column(title: "分", isNumber: true)],
                rows: people.map { ["\($0.name)", "\($0.score.map { decimal($0) } ?? "没公布")"] })
        }
        let fields: [HTML] = people.map { person in
            """
            <input type="hidden" name="staff" value="\(person.staff.rawValue)">\
            \(TextField(
                "score", person.name, value: person.score.map { decimal($0) } ?? "",
                inputMode: "decimal", maxLength: 6, suffix: "-" + person.staff.rawValue).html)
            """
        }
        return """
            <form method="post" action="/commission/scores" class="form">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-s">
            <input type="hidden" name="month" value="\(month.monthText)">
            <div class="form-grid">\(fields)</div>
            <p class="actions">\(button("公布", .plain))</p>
            <p class="hint">零到一百分，最多两位小数；空着的不公布。改分重新公布就行，锁定的月份不再改。</p></form>
            """
    }

    private var schemeText: HTML {
        guard let scheme else { return emptyState("还没有方案", "这个月没有提成方案，核算不了。") }
        let rates = scheme.rates.sorted { $0.key < $1.key }.flatMap { product, tiers in
            tiers.map { tier -> [HTML] in
                ["\(product)", "\(tier.from.text)", "千分之 \(decimal(tier.perMillion / 10))"]
            }
        }
        let heads = Dictionary(grouping: scheme.heads.keys, by: { scheme.heads[$0] })
            .compactMap { head, team in
                head.map { "\(names($0))带\(team.map(names).sorted().listed)" }
            }.sorted()
        let others = scheme.others.map { share in
            "\(share.staff.map(names) ?? "奖金池") \(decimal(share.points))%"
        }
        let table = dataTable(
            caption: "提成率",
            columns: [
                Column(title: "产品"), Column(title: "本人当月业绩从", isNumber: true),
                Column(title: "提成率", isNumber: true),
            ], rows: rates)
        let text = facts([
            ("编号", scheme.slip.rawValue), ("从哪个月起", scheme.from.monthWords),
            ("什么时候计", scheme.basis.label),
            (
                "带队提成",
                heads.isEmpty
                    ? "没有"
                    : "千分之 \(decimal(scheme.overridePerMillion / 10))："
                        + heads.joined(separator: "；")
            ),
            ("固定分成", others.isEmpty ? "没有" : others.listed),
        ])
        return "\(text)\(table)"
    }

    private var trialLink: HTML? {
        guard scheme != nil, !isLocked else { return nil }
        return linkButton(
            "先拿\(month.monthWords)试算", to: "/commission/\(month.monthText)/trial", .quiet)
    }

    private var schemeForm: HTML {
        """
        <form method="post" action="/commission/schemes" class="form" \
        data-draft="scheme">\(csrf)
        <input type="hidden" name="id" value="\(decisionID)-a">
        \(SchemeFields(typed: SchemeFields.blank(from: month.nextMonth)).html)
        <p class="actions">\(button("录入方案", .primary))</p></form>
        """
    }
}

extension PayStatus: Labelled {
    /// How far the pay of a month is.
    var label: String {
        switch self {
        case .draft: "已核算，待批准"
        case .approved: "已批准，待锁定"
        case .locked: "已锁定"
        }
    }

    var tone: Tone {
        switch self {
        case .draft: .warn
        case .approved: .busy
        case .locked: .good
        }
    }
}

extension BusinessDay {
    /// The first day of the month after.
    var nextMonth: BusinessDay { firstOfMonth.adding(days: 31).firstOfMonth }
}
