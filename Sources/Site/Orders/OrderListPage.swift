import Database
import HouseRules

/// Which orders a list shows.
struct OrderFilter: Sendable {
    /// How far; `void`: only those that no longer stand.
    enum Kind: String, CaseIterable, Sendable {
        case written, reviewed, signed, subscribed, contracted, void

        var label: String {
            self == .void ? "已作废" : OrderStage(rawValue: rawValue)?.label ?? ""
        }
    }

    var text = ""
    var kind: Kind?
    /// Only those of somebody.
    var staff: StaffID?
    /// Only those written before.
    var before: Moment

    init(_ query: FormFields, now: Moment) {
        text = query.text("text") ?? ""
        kind = query.text("kind").flatMap(Kind.init)
        before = query.int("before").flatMap { Moment(sent: $0) } ?? now.adding(seconds: 1)
    }

    func query(at site: SiteID, limit: Int) -> SQL {
        var sql: SQL = """
            SELECT orders, unit, person, staff, stage, void, total, collected, written_at, due, \
            agreed FROM order_row WHERE site = \(site) AND written_at < \(before)
            """
        if !text.isEmpty {
            let part = SQL.containing(text)
            sql = sql + " AND (orders LIKE \(part) ESCAPE '!' OR unit LIKE \(part) ESCAPE '!')"
        }
        if let staff { sql = sql + " AND staff = \(staff)" }
        switch kind {
        case .void: sql = sql + " AND void IS NOT NULL"
        case let kind?: sql = sql + " AND void IS NULL AND stage = \(kind.rawValue)"
        case nil: break
        }
        return sql + " ORDER BY written_at DESC, orders DESC LIMIT \(limit)"
    }

    /// The same as fields of an address, further back.
    func address(before moment: Moment) -> String {
        "/sales?before=\(moment.milliseconds)&text=\(percentEncode(text))"
            + (kind.map { "&kind=\($0.rawValue)" } ?? "")
    }
}

/// 订单: the orders of the site, the newest first.
struct OrderListPage: Sendable {
    let filter: OrderFilter
    let rows: [OrderRow]
    let hasMore: Bool
    let labels: [PersonID: String]
    let names: StaffDirectory
    /// Orders that wait for the step of whoever looks, with what it is.
    let waiting: [(order: OrderID, words: String)]
    let mayExport: Bool
    let maySeeTemplates: Bool

    var html: HTML {
        let export: HTML? = mayExport ? linkButton("导出", to: "/sales.xlsx", .quiet) : nil
        let templates: HTML? =
            maySeeTemplates ? linkButton("合同范本", to: "/templates", .quiet) : nil
        return """
            <div class="page-head"><h1>订单</h1><p class="actions">\(templates)\(export)</p></div>
            \(waitingCard)\(filters)\(list)
            """
    }

    private var waitingCard: HTML? {
        guard !waiting.isEmpty else { return nil }
        let lines: [HTML] = waiting.map {
            "<li><a href=\"\(url: orderPath($0.order))\">\($0.order)</a> \($0.words)</li>"
        }
        return Site.card(
            "等着办的", aside: badge("\(waiting.count) 件", .warn),
            body: "<ul class=\"plain\">\(lines)</ul>")
    }

    private var filters: HTML {
        let kind = SelectField(
            name: "kind", label: "状态",
            choices: OrderFilter.Kind.allCases.map { Choice(value: $0.rawValue, label: $0.label) },
            selected: filter.kind?.rawValue)
        return """
            <form method="get" action="/sales" class="filters">
            \(TextField("text", "订单号或房号", value: filter.text, maxLength: 40).html)
            \(kind.html)\(button("找", .plain))</form>
            """
    }

    private var list: HTML {
        guard !rows.isEmpty else {
            return emptyState(
                "没有这样的订单", "在销控图上选一套已销控的房，就能写订单。",
                action: linkButton("销控图", to: "/units", .primary))
        }
        let more: HTML? = rows.last.flatMap { last in
            hasMore
                ? linkButton("更早的", to: filter.address(before: last.writtenAt), .plain) : nil
        }
        return "\(table.html)<p class=\"actions\">\(more)</p>"
    }

    private var table: RecordTable { Self.table(rows, labels, names) }

    /// The list as the page and a file show it.
    static func table(
        _ rows: [OrderRow], _ labels: [PersonID: String], _ names: StaffDirectory
    ) -> RecordTable {
        RecordTable(
            title: "订单",
            headings: [
                .init(title: "编号", width: 16), .init(title: "房源", width: 14),
                .init(title: "买房人", width: 26), .init(title: "写单", width: 12),
                .init(title: "状态", width: 20), .init(title: "总价", width: 18),
                .init(title: "已收", width: 18), .init(title: "写于", width: 20),
            ],
            lines: rows.map { row in
                .init(
                    href: orderPath(row.order),
                    cells: [
                        row.order.rawValue, row.unit.rawValue, labels[row.person] ?? "别人的客户",
                        names.name(row.staff), row.void.map { "作废：\($0.label)" } ?? row.stage.label,
                        row.total.text, row.collected.text, row.writtenAt.words,
                    ])
            })
    }
}

extension Sales {
    /// What waits for somebody of a role, in words; the first written first.
    func waiting(
        for account: Account, isOwnOnly: Bool
    ) -> [(order: OrderID, words: String)] {
        orders.values.filter { !isOwnOnly || $0.staff == account.staff || $0.stage == .written }
            .sorted { ($0.writtenAt, $0.order) < ($1.writtenAt, $1.order) }
            .compactMap { order in step(of: order, for: account).map { (order.order, $0) } }
    }

    private func step(of order: SalesOrder, for account: Account) -> String? {
        if let file = order.cancelling { return cancelStep(file, for: account.role) }
        switch account.role {
        case .cashier: return order.stage == .signed ? "已签字，等交款" : nil
        case .titleClerk:
            guard order.stage == .contracted else { return nil }
            return order.nextStages.first { $0.track == .filing }.map { "下一步：\($0.label)" }
        default: return sellingStep(of: order, for: account.staff)
        }
    }

    private func sellingStep(of order: SalesOrder, for staff: StaffID) -> String? {
        switch order.stage {
        case .written: order.staff == staff ? "等别人复核" : "等您复核"
        case .reviewed: "等双方签字"
        case .signed: "等客户交款"
        case .subscribed:
            order.agreed == nil
                ? "等约定签约" : order.noticedAt == nil ? "等告知客户签约" : "等签买卖合同"
        case .contracted: nil
        }
    }

    private func cancelStep(_ file: CancelFile, for role: Role) -> String? {
        switch (file.step, role) {
        case (.reported, .salesManager): "退定退房：等您审核"
        case (.managerReviewed, .salesManager), (.submitted, .salesManager): "退定退房：等批准"
        case (.approved, .cashier): "退定退房已批准，等退款"
        default: nil
        }
    }
}
