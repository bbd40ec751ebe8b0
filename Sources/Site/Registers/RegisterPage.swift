import HouseRules

/// 登记表: the two registers as lists, and the closing of the day (REC-62).
struct RegisterPage: Sendable {
    /// The heads of a list on the page and in the file.
    static let columns = ["日期", "时刻", "客户", "手机", "顾问", "类别", "登记"]

    let filter: RegisterFilter
    let kind: RegisterKind
    let lines: [RegisterLine]
    let page: Int
    let isLast: Bool
    let people: [Choice]
    let closings: [OpenClosing]
    let mayExport: Bool
    let csrf: HTML
    let decisionID: String
    let notice: HTML?

    var html: HTML {
        """
        <h1>登记表</h1>
        \(notice)
        \(closingCard)
        \(form)
        \(lines.isEmpty ? empty : list)
        """
    }

    private var closingCard: HTML {
        guard !closings.isEmpty else {
            return Site.card(
                "日结", body: emptyState("没有等着日结的登记表", "当天有了来访或来电登记，这里就能核对纸质份数、办日结。"))
        }
        return Site.card("日结：纸质与系统核对", body: "\(closings.enumerated().map(closing))")
    }

    private func closing(_ index: Int, _ day: OpenClosing) -> HTML {
        let gaps: [HTML] = day.missing.map { gap in
            "<li>\(gap.person)：来访缺 \(gap.visits)，来电缺 \(gap.calls)</li>"
        }
        let missing: HTML =
            gaps.isEmpty
            ? "<p>\(badge("没有缺登", .good))</p>"
            : "<p>\(badge("有缺登", .stop))</p><ul>\(gaps)</ul>"
        let late: HTML? = day.reminded ? badge("过了时限，已提醒经理", .warn) : nil
        let drafts: HTML? =
            day.drafts.count == 0
            ? nil
            : "<p class=\"muted\">漏填已拟扣款 \(day.drafts.count) 笔，"
                + "共 ¥\(day.drafts.fen / 100)，待经理审定。</p>"
        return """
            <div class="closing"><h3>\(day.day.words) \(late)</h3>
            <p>系统里：来访 <strong>\(day.visits)</strong> 条，来电 <strong>\(day.calls)</strong> 条</p>
            \(missing)\(drafts)
            <form method="post" action="/registers/closing" class="filters">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-\(index)">
            <input type="hidden" name="day" value="\(day.day.text)">
            \(count("visits", "纸质来访份数", index))\(count("calls", "纸质来电份数", index))
            \(button("日结", .primary, icon: .check))</form></div>
            """
    }

    private func count(_ name: String, _ label: String, _ index: Int) -> HTML {
        """
        <div class="field"><label for="\(name)-\(index)">\(label)</label>
        <input id="\(name)-\(index)" name="\(name)" type="number" min="0" max="9999" required \
        inputmode="numeric"></div>
        """
    }

    private var form: HTML {
        let kinds = RegisterKind.allCases.map { Choice(value: $0.rawValue, label: $0.label) }
        let export: HTML? =
            mayExport
            ? linkButton("导出 Excel", to: "/registers.xlsx?\(address)", .quiet) : nil
        return """
            <form class="filters" method="get" action="/registers">
            \(SelectField(
                name: "kind", label: "哪一本", choices: kinds, selected: kind.rawValue,
                isRequired: true).html)
            \(filter.days.fields)
            \(SelectField(
                name: "staff", label: "顾问", choices: people,
                selected: filter.staff?.rawValue).html)
            \(button("筛选", .plain, icon: .search))\(export)</form>
            """
    }

    private var address: String { "kind=\(kind.rawValue)&\(filter.query)" }

    private var empty: HTML {
        emptyState("这几天没有\(kind.label)", "换个日期或顾问再看。")
    }

    private var list: HTML {
        let table = dataTable(
            caption: kind.label, columns: Self.columns.map { Column(title: $0) },
            rows: lines.map { line in
                [
                    "\(line.day)", time(line), "\(line.customer)", "\(line.phone)",
                    "\(line.staff)", "\(line.what)", badge(line.state, line.tone),
                ]
            })
        let pages = isLast ? page : page + 1
        return "\(table)\(pager(page: page, of: pages) { "/registers?\(address)&page=\($0)" })"
    }

    private func time(_ line: RegisterLine) -> HTML {
        guard kind == .calls else { return "\(line.time)" }
        return "<a href=\"\(url: "/calls/\(line.id)")\">\(line.time)</a>"
    }
}
