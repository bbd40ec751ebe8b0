import HouseRules

/// 去化: what was put on sale, and what of it is sold.
struct SellThroughPage: Sendable {
    let found: SellThrough
    /// Subscriptions of the last thirteen weeks.
    let weeks: Report
    let mayExport: Bool

    var html: HTML {
        let export: HTML? =
            mayExport
            ? linkButton("导出 Excel", to: "/reports/units.xlsx", .quiet) : nil
        return """
            <div class="page-head"><h1>去化</h1>
            <p class="actions">\(export)\(ReportPlace.links(but: .units))</p></div>
            \(found.total.listed.units == 0 ? empty : content)
            """
    }

    private var empty: HTML {
        emptyState(
            "还没有放盘的房源", "价目批准、放盘以后，这里按楼栋、户型和周算去化。",
            action: linkButton("价目", to: "/prices", .primary))
    }

    private var content: HTML {
        """
        \(tiles)
        <div class="columns"><div>\(bars("按户型", found.byLayout))\(weekCard)</div>
        <div>\(table("按楼栋", found.byBuilding))\(table("按户型", found.byLayout))
        \(meanings)</div></div>
        """
    }

    private var tiles: HTML {
        let total = found.total
        let tiles = [
            ("已放盘", "\(total.listed.units) 套"), ("已售", "\(total.sold.units) 套"),
            ("套数去化率", total.unitShare), ("面积去化率", total.areaShare),
            ("货值去化率", total.listShare), ("成交总价", Money(fen: total.turnover).text),
        ]
        let lines: [HTML] = tiles.map { "<li><span>\($0.0)</span><strong>\($0.1)</strong></li>" }
        return "<ul class=\"report-tiles\" aria-label=\"去化合计\">\(lines)</ul>"
    }

    private func bars(_ title: String, _ lines: [SellThrough.Line]) -> HTML {
        let chart = BarChart(
            title: "\(title)的套数去化率",
            bars: lines.map {
                .init(
                    name: $0.name,
                    value: Int64($0.sold.units) * 1000 / Int64(max(1, $0.listed.units)),
                    words: "\($0.unitShare)，\($0.sold.units)/\($0.listed.units) 套")
            }, whole: 1000)
        return Site.card("\(title)卖掉几成", body: chart.html)
    }

    private var weekCard: HTML {
        let chart = ColumnChart(
            title: "每周认购（套）", axis: "周一",
            columns: weeks.steps.map {
                .init(
                    name: $0.name, value: Int64($0.counts.subscribed),
                    words: "\($0.counts.subscribed)")
            })
        return Site.card("近 13 周", body: chart.html)
    }

    private func table(_ title: String, _ lines: [SellThrough.Line]) -> HTML {
        Site.card(
            title,
            body: dataTable(
                caption: title,
                columns: SellThrough.Line.headings.enumerated().map {
                    Column(title: $1, isNumber: $0 > 0, isLabelled: $0 > 0)
                },
                rows: (lines + [found.total]).map { $0.cells.map { "\($0)" as HTML } }))
    }

    private var meanings: HTML {
        Site.card(
            "这些数怎么算",
            body: """
                <dl class="report-meanings"><dt>已放盘</dt><dd>放过盘的全部房源，已售的也在内；未放盘和\
                开发商保留的不算。</dd>
                <dt>已售</dt><dd>定金收齐到交房的；退定退房没批准以前还算已售，已销控和等交款的不算。</dd>
                <dt>货值</dt><dd>单价乘面积的标价，不打折，按分四舍五入。</dd>
                <dt>成交总价</dt><dd>已售房源的订单总价。</dd>
                <dt>每周认购</dt><dd>那一周定金收齐的套数，以后退了不倒扣。</dd></dl>
                """)
    }
}

extension SellThrough.Line {
    var unitShare: String { shareWords(Int64(sold.units), of: Int64(listed.units)) }
    var areaShare: String { shareWords(sold.area, of: listed.area) }
    var listShare: String { shareWords(sold.list, of: listed.list) }

    /// What stands above the cells.
    static let headings = [
        "名称", "放盘套数", "已售套数", "套数去化率", "放盘面积", "已售面积", "面积去化率", "放盘货值",
        "已售货值", "货值去化率", "成交总价",
    ]

    /// The line as the page and the file show it.
    var cells: [String] {
        [
            name, "\(listed.units)", "\(sold.units)", unitShare, areaWords(Int(listed.area)),
            areaWords(Int(sold.area)), areaShare, Money(fen: listed.list).text,
            Money(fen: sold.list).text, listShare, Money(fen: turnover).text,
        ]
    }
}
