import HouseRules

/// The links between the pages of figures.
enum ReportPlace: CaseIterable {
    case figures, units, cash

    var path: String {
        switch self {
        case .figures: "/reports"
        case .units: "/reports/units"
        case .cash: "/reports/cash"
        }
    }

    var label: String {
        switch self {
        case .figures: "日报、周报、月报"
        case .units: "去化"
        case .cash: "回款日历"
        }
    }

    /// Links to the other places.
    static func links(but place: ReportPlace) -> HTML {
        let links: [HTML] = allCases.filter { $0 != place }.map {
            linkButton($0.label, to: $0.path, .quiet)
        }
        return "\(links)<button type=\"button\" class=\"button button-quiet\" data-print>"
            + "\(Icon.print.html)打印</button>"
    }
}

/// 日报、周报、月报: a period in figures, drawn and in tables.
struct ReportPage: Sendable {
    let report: Report
    /// Whose figures; nil: the site's.
    let person: String?
    let isWhole: Bool
    let today: BusinessDay
    let mayExport: Bool
    let names: @Sendable (StaffID) -> String
    /// What became of a press, and the form that keeps the figures of the day.
    var told: HTML?
    var keeping: HTML?

    private var period: ReportPeriod { report.period }

    var html: HTML {
        let whose = person.map { "\($0)的" } ?? ""
        return """
            <div class="page-head"><h1>\(whose)\(period.kind.label) \(period.words)</h1>
            <p class="actions">\(links)</p></div>
            \(told)\(form)\(unfinished)\(tiles)
            <div class="columns"><div>\(funnel)\(charts)</div><div>\(tables)\(meanings)</div></div>
            """
    }

    private var links: HTML {
        let export: HTML? =
            mayExport
            ? linkButton("导出 Excel", to: "/reports.xlsx?\(period.query)", .quiet) : nil
        return isWhole ? "\(export)\(ReportPlace.links(but: .figures))" : "\(export)"
    }

    private var form: HTML {
        let kinds = ReportPeriod.Kind.allCases.map { Choice(value: $0.rawValue, label: $0.label) }
        let kind = SelectField(
            name: "period", label: "哪一种", choices: kinds, selected: period.kind.rawValue)
        let later: HTML? =
            period.next.from <= today
            ? linkButton("后一期", to: "/reports?\(period.next.query)", .quiet) : nil
        return """
            <form class="filters" method="get" action="/reports">\(kind.html)
            \(TextField("day", "哪天所在的", type: "date", value: period.from.text).html)
            \(button("看", .plain))
            \(linkButton("前一期", to: "/reports?\(period.previous.query)", .quiet))\(later)</form>
            """
    }

    private var unfinished: HTML? {
        guard period.to >= today else { return nil }
        return notice(.calm, title: "还没过完", text: "数算到现在，台账每多一笔，这里就跟着变。")
    }

    private var tiles: HTML {
        let (now, before) = (report.total, report.before)
        let lines: [HTML] = ReportMetric.allCases.map {
            """
            <li><span>\($0.label)</span><strong>\($0.words(now))</strong>
            <span>上一期 \($0.words(before))</span></li>
            """
        }
        return "<ul class=\"report-tiles\" aria-label=\"这一期的数\">\(lines)</ul>"
    }

    private var funnel: HTML {
        let counts = report.total
        let bars = [
            BarChart.Bar(name: "来电", value: Int64(counts.calls), words: "\(counts.calls) 通"),
            .init(
                name: "来访客户", value: Int64(report.customers), words: "\(report.customers) 位"),
            .init(name: "认购", value: Int64(counts.subscribed), words: "\(counts.subscribed) 套"),
            .init(name: "签约", value: Int64(counts.contracted), words: "\(counts.contracted) 套"),
        ]
        var rates = [
            (
                name: "来电转来访",
                value: "\(shareWords(Int64(counts.visitsFromCalls), of: Int64(counts.calls)))，"
                    + "\(counts.visitsFromCalls) 组由来电到访"
            ),
            (
                name: "来访转认购",
                value: shareWords(Int64(counts.subscribed), of: Int64(report.customers))
            ),
            (
                name: "认购转签约",
                value: shareWords(Int64(counts.contracted), of: Int64(counts.subscribed))
            ),
        ]
        if let signings = report.signings {
            rates.append(
                (
                    name: "及时签约率，\(period.from.monthWords)（SAL-36）",
                    value: "\(shareWords(Int64(signings.onTime), of: Int64(signings.due)))，"
                        + "到期 \(signings.due) 单、按时 \(signings.onTime) 单"
                ))
        }
        return Site.card(
            "漏斗", body: "\(BarChart(title: "漏斗", bars: bars).html)\(facts(rates))")
    }

    private var charts: HTML {
        let steps = report.steps
        let axis = period.kind == .week ? "周一" : "日期"
        let drawn: [HTML] = [ReportMetric.visits, .calls, .subscribed, .collection].map { metric in
            ColumnChart(
                title: "\(metric.label)（\(metric.unit)）", axis: axis,
                columns: steps.map {
                    .init(
                        name: $0.name, value: metric.value($0.counts),
                        words: metric.words($0.counts))
                }
            ).html
        }
        let title: String
        switch period.kind {
        case .day: title = "近 14 天"
        case .week: title = "近 13 周"
        case .month: title = "逐日"
        }
        return Site.card(title, body: "<div class=\"chart-pair\">\(drawn)</div>")
    }

    private var tables: HTML {
        var parts = [
            table("按顾问", "谁", report.byStaff(names)),
            table("按来源", "来访类别", report.bySource), table("按户型", "户型", report.byLayout),
        ]
        if period.kind == .month { parts.append(table("按周", "哪几天", report.byWeek)) }
        return HTML(parts)
    }

    private func table(_ title: String, _ first: String, _ lines: [Report.Line]) -> HTML {
        let shown = ReportMetric.allCases.filter { metric in
            lines.contains { metric.value($0.counts) != 0 }
        }
        guard !shown.isEmpty else {
            return Site.card(title, body: emptyState("这一期没有", "有了来电、来访、认购或收款，这里自己出来。"))
        }
        let columns =
            [Column(title: first)]
            + shown.map { Column(title: $0.label, isNumber: true, isLabelled: true) }
        return Site.card(
            title,
            body: dataTable(
                caption: title, columns: columns,
                rows: lines.map { line in
                    ["\(line.name)"] + shown.map { "\($0.words(line.counts))" as HTML }
                }))
    }

    private var meanings: HTML {
        let lines: [HTML] = ReportMetric.allCases.map {
            "<dt>\($0.label)</dt><dd>\($0.meaning)</dd>"
        }
        return Site.card(
            "这些数怎么算",
            body: """
                <dl class="report-meanings">\(lines)
                <dt>来访客户</dt><dd>同一位客户在这一期只算一次，没留姓名的一组算一位；同行、参观团、\
                找开发公司办事、业主和成交后来办事的不算。</dd>
                <dt>来电转来访</dt><dd>登记为来电客户的到访组数除以来电通数。</dd>
                <dt>按来源</dt><dd>来访按这次的类别；认购、签约和收款按买房人第一次到访的类别。</dd></dl>
                <p class="muted">全部从台账算出来，没有一个数是手填的（SAL-37）。</p>\(keeping)
                """)
    }
}
