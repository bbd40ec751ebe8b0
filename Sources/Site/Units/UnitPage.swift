import HouseRules

/// A unit: its prices by each way of paying, who waits for it, what became of it, what may be done.
struct UnitPage: Sendable {
    let scene: SaleScene
    let history: [UnitMoveRow]
    let acts: SaleActCards
    /// The last second in time of whatever runs.
    let until: Moment?
    let isListed: Bool
    let told: HTML?

    private var unit: UnitID { scene.unit }

    var html: HTML {
        """
        <p><a href="/units">← 销控图</a></p>
        <div class="page-head"><h1>\(unit.rawValue)</h1>\(status)</div>
        \(told)
        <div class="columns"><div>\(summary)\(prices)\(queue)\(log)</div>
        <div class="side no-print">\(acts.html)</div></div>
        """
    }

    private var status: HTML {
        let shown = scene.status
        return badge(isListed ? "活动房源" : shown.label, shown.tone)
    }

    private var summary: HTML {
        guard let known = scene.known else { return "" }
        let row = known.row
        var pairs: [(name: String, value: String)] = [
            ("楼栋", row.building), ("楼层", "\(row.floor)"), ("户型", row.layout),
        ]
        if row.area > 0 { pairs.append(("面积", areaWords(row.area))) }
        if row.unitPrice.fen > 0 {
            pairs.append(("单价", row.unitPrice.text + " 每平方米"))
            pairs.append(("价目版本", known.version.rawValue))
        }
        if let holding = known.holding {
            let whose = scene.names.name(holding.staff) + "的客户"
            pairs.append(("归谁", holding.activity.map { "选房活动 \($0)" } ?? whose))
            pairs.append(("客户", scene.label(holding.person)))
            pairs.append(("从何时起", holding.since.words))
        }
        if let paper = known.reservation {
            pairs.append(("保留依据", "\(paper.number)，\(paper.signer)签"))
        }
        let clock: HTML? = until.map {
            """
            <p class="until">\(Icon.clock.html)到 \($0.exactWords) 为止，\
            \(countdown(to: $0.milliseconds + 999, fallback: $0.exactWords))</p>
            """
        }
        let order: HTML? = known.holding?.order.map {
            linkButton("看订单 \($0)", to: orderPath($0), .quiet)
        }
        return Site.card("房源", body: "\(facts(pairs))\(clock)\(order)")
    }

    private var prices: HTML? {
        guard let row = scene.known?.row, row.unitPrice.fen > 0 else { return nil }
        let rounding = scene.policy.sales.rounding
        let lines = scene.sales.schemes.map { scheme -> [HTML] in
            [
                "\(scheme.name)", "\(discountLabel(scheme.discount))",
                "\(row.total(discount: scheme.discount, rounding).text)",
            ]
        }
        return Site.card(
            "价格",
            aside: linkButton("置业计划", to: "\(unitPath(unit))/quotation", .quiet, icon: .print),
            body: """
                \(dataTable(
                    caption: "各付款方式的总价",
                    columns: [
                        Column(title: "付款方式"), Column(title: "折扣", isLabelled: true),
                        Column(title: "总价", isNumber: true, isLabelled: true),
                    ],
                    rows: [["标价", "原价", "\(row.total(discount: 10_000, rounding).text)"]] + lines))
                <p class="hint">面积 × 单价 × 折扣，\(rounding.label)；不手填（SAL-19）。</p>
                """)
    }

    private var queue: HTML? {
        let waiting = scene.sales.queues[unit] ?? []
        guard !waiting.isEmpty else { return nil }
        let lines: [HTML] = waiting.map {
            """
            <li>\($0.at.words) \(scene.names.name($0.staff))为\(scene.label($0.person))申请</li>
            """
        }
        return Site.card("等确认的申请", body: "<ol>\(lines)</ol>")
    }

    private var log: HTML {
        guard !history.isEmpty else {
            return Site.card("经过", body: emptyState("还没有变动", "放盘、销控、签约、退房，每一步都会记在这里。"))
        }
        let lines: [HTML] = history.map { move in
            let paper: HTML? = move.document.isEmpty ? nil : "（\(move.document)）"
            return """
                <li>\(move.at.words) \(move.from.label) → \(move.to.label)，\(move.cause.label)\
                \(paper)，\(scene.names.name(move.staff)) \
                <a href="\(url: "/decisions/\(move.decision)")">依据</a></li>
                """
        }
        return Site.card("经过", body: "<ul>\(lines)</ul>")
    }
}

/// 置业计划: a unit with its prices on a sheet to take along.
struct QuotationPage: Sendable {
    let scene: SaleScene
    let siteName: String
    let now: Moment

    var html: HTML {
        let row = scene.known?.row
        let rounding = scene.policy.sales.rounding
        let lines = scene.sales.schemes.map { scheme -> [HTML] in
            [
                "\(scheme.name)", "\(discountLabel(scheme.discount))",
                "\(row?.total(discount: scheme.discount, rounding).text ?? "")",
            ]
        }
        return """
            <article class="card slip"><h1>置业计划 \(scene.unit.rawValue)</h1>
            <p class="muted">\(siteName) · \(now.words)</p>
            \(facts([
                ("楼栋", row?.building ?? ""), ("楼层", "\(row?.floor ?? 0)"),
                ("户型", row?.layout ?? ""), ("面积", areaWords(row?.area ?? 0)),
                ("单价", (row?.unitPrice.text ?? "") + " 每平方米"),
                ("价目版本", scene.known?.version.rawValue ?? ""),
            ]))
            \(dataTable(
                caption: "总价",
                columns: [
                    Column(title: "付款方式"), Column(title: "折扣", isLabelled: true),
                    Column(title: "总价", isNumber: true, isLabelled: true),
                ], rows: lines))
            <p class="muted">价格按当日生效的价目计算，以订单为准；房源没有经理确认以前不作保留。</p>
            <p>置业顾问：<span class="sign-line"></span></p></article>
            <p class="actions no-print">\(linkButton("回到房源", to: unitPath(scene.unit), .quiet))
            <span class="muted">用浏览器的打印（Ctrl+P）即可，一页 A4 纸。</span></p>
            """
    }
}
