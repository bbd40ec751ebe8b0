import HouseRules

/// 回款日历: the money of a month by its days.
struct CashCalendarPage: Sendable {
    let calendar: CashCalendar
    /// What is overdue on all orders, whenever it was due.
    let arrears: (orders: Int, amount: Int64)
    let names: @Sendable (StaffID) -> String
    let mayExport: Bool

    var html: HTML {
        let month = calendar.month
        let export: HTML? =
            mayExport
            ? linkButton("导出 Excel", to: "/reports/cash.xlsx?day=\(month.from.text)", .quiet)
            : nil
        return """
            <div class="page-head"><h1>回款日历 \(month.words)</h1>
            <p class="actions">\(export)\(ReportPlace.links(but: .cash))</p></div>
            <p class="actions">\(link("上个月", month.previous))\(link("下个月", month.next))</p>
            \(tiles)
            <div class="columns"><div>\(dayCard)\(partCard)</div><div>\(chart)\(monthCard)\
            \(meanings)</div></div>
            """
    }

    private func link(_ label: String, _ month: ReportPeriod) -> HTML {
        linkButton(label, to: "/reports/cash?day=\(month.from.text)", .quiet)
    }

    private var tiles: HTML {
        let total = calendar.total
        let tiles =
            [
                ("收款", total.received), ("退款", total.refunded),
                ("回款", total.received - total.refunded), ("本月应收", total.due),
                ("其中逾期", total.overdue),
            ].map { ($0.0, Money(fen: $0.1).text) } + [
                ("全部逾期", "\(Money(fen: arrears.amount).text)，\(arrears.orders) 单")
            ]
        let lines: [HTML] = tiles.map { "<li><span>\($0.0)</span><strong>\($0.1)</strong></li>" }
        return "<ul class=\"report-tiles\" aria-label=\"本月的钱\">\(lines)</ul>"
    }

    private var dayCard: HTML {
        guard !calendar.days.isEmpty else {
            return Site.card(
                "逐日", body: emptyState("这个月没有收款，也没有应收", "出纳收款、排了应收款以后，这里按天列出来。"))
        }
        return Site.card(
            "逐日",
            body: dataTable(
                caption: "逐日", columns: CashCalendar.columns("日期"),
                rows: calendar.days.map { day in
                    ["\(day.day.words)"]
                        + day.sums.cells.map { "\($0)" as HTML }
                }))
    }

    private var partCard: HTML? {
        guard !calendar.parts.isEmpty else { return nil }
        let rows: [[HTML]] = calendar.parts.map { part in
            [
                "<a href=\"\(url: orderPath(part.order))\">\(part.order)</a>", "\(part.unit)",
                "\(names(part.staff))", "\(part.day.text)", "\(Money(fen: part.amount).text)",
                "\(Money(fen: part.unpaid).text)", badge(part, on: calendar.today),
            ]
        }
        return Site.card(
            "本月应收款",
            body: dataTable(
                caption: "本月应收款",
                columns: ["订单", "房源", "写单", "应收日", "应收", "还差", "状态"].enumerated().map {
                    Column(title: $1, isNumber: $0 == 4 || $0 == 5, isLabelled: $0 > 0)
                }, rows: rows))
    }

    private func badge(_ part: CashCalendar.Due, on today: BusinessDay) -> HTML {
        if part.unpaid == 0 { return Site.badge("收齐", .good) }
        return part.day < today ? Site.badge("逾期", .stop) : Site.badge("没到期", .calm)
    }

    private var chart: HTML {
        let days = calendar.month.steps
        let sums = Dictionary(uniqueKeysWithValues: calendar.days.map { ($0.day, $0.sums) })
        let drawn: [HTML] = [("收款（元）", \CashCalendar.Sums.received), ("应收（元）", \.due)].map {
            title, part in
            ColumnChart(
                title: title, axis: "日期",
                columns: days.map { day in
                    let fen = sums[day.from]?[keyPath: part] ?? 0
                    return .init(name: day.shortWords, value: fen, words: Money(fen: fen).text)
                }
            ).html
        }
        return Site.card("收款和应收", body: HTML(drawn))
    }

    private var monthCard: HTML {
        Site.card(
            "按月",
            body: dataTable(
                caption: "按月", columns: CashCalendar.columns("月份"),
                rows: calendar.months.map { line in
                    ["\(line.name)"] + line.sums.cells.map { "\($0)" as HTML }
                }))
    }

    private var meanings: HTML {
        Site.card(
            "这些数怎么算",
            body: """
                <dl class="report-meanings"><dt>收款</dt><dd>\(ReportMetric.received.meaning)</dd>
                <dt>退款</dt><dd>\(ReportMetric.refunded.meaning)</dd>
                <dt>应收</dt><dd>订单排的应收款里这一天新增的部分（SAL-23），作废的订单不算；没排的不在内。</dd>
                <dt>逾期</dt><dd>应收日过了还没收到的部分，当天收到的不算逾期；收来的钱先抵早到期的。</dd></dl>
                """)
    }
}

extension CashCalendar {
    static let headings = ["收款", "退款", "应收", "其中逾期"]

    /// The columns of the days and the months.
    static func columns(_ first: String) -> [Column] {
        [Column(title: first)]
            + headings.map { Column(title: $0, isNumber: true, isLabelled: true) }
    }
}

extension CashCalendar.Sums {
    /// In the order of the headings.
    var cells: [String] { [received, refunded, due, overdue].map { Money(fen: $0).text } }
}
