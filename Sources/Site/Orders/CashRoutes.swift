import Database
import HTTPTypes
import HouseRules

/// 收银: what the cashier has to do, and every receipt.
struct CashRoutes: Sendable {
    let house: House

    var routes: [Route] {
        let access = Access.permission(.takeMoney)
        return [
            Route(.get, "/cash", access: access, kind: .page, summary: "收银", handler: show),
            Route(
                .post, "/cash/earnest", access: access, kind: .form, summary: "收诚意金"
            ) { call in
                let form = try await house.matterForm(call)
                let money = MoneyIn(
                    .earnest, try form.money("amount"), person: try form.customer())
                return try await perform(.takeMoney(money), call)
            },
            Route(
                .post, "/cash/refunds/{id}", access: access, kind: .form, summary: "退款"
            ) { call in
                guard let number = Int(try call.plainParameter("id")) else {
                    throw Problem.notFound
                }
                return try await perform(.payRefund(number), call)
            },
        ]
    }

    private func perform(_ command: SalesCommand, _ call: Call) async throws -> Answer {
        let record = try await house.perform(.sales(command), id: call.form["id"], call)
        return .redirect(to: "/cash?decision=\(record.id)")
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let now = house.now(call)
        let state = try await house.book(call).view(at: now).state
        let days = try DaySpan(try call.query(), today: now.day, usual: 1)
        let receipts = try await house.database.read { transaction in
            try transaction.rows(ReceiptRow.entered(days, at: account.site, limit: 500))
                .map(ReceiptRow.init)
        }
        let due = state.sales.orders.values.filter { $0.stage == .signed && $0.paidAt == nil }
        let refunds = state.sales.refunds.values.sorted { $0.number < $1.number }
        let people = due.map(\.person) + refunds.map(\.person) + receipts.map(\.person)
        let page = CashPage(
            due: due.map { ($0, state.runsUntil($0.unit)) }.sorted {
                ($0.1 ?? .distant, $0.0.order) < ($1.1 ?? .distant, $1.0.order)
            },
            refunds: refunds, earnest: state.sales.earnest.values.sorted { $0.at < $1.at },
            receipts: receipts, days: days,
            labels: try await house.buyerLabels(
                people + state.sales.earnest.values.map(\.person), call),
            names: try await house.names.directory(account.site), viewer: account.staff, now: now,
            csrf: call.csrfField, decisionID: call.web.surroundings.newID(),
            told: try await house.outcome(try call.query().text("decision"), call))
        return call.page("收银", current: "/cash", body: page.html)
    }
}

extension Moment {
    /// Later than whatever runs.
    fileprivate static let distant = Moment(milliseconds: .max)
}

/// The page of the cashier.
struct CashPage: Sendable {
    let due: [(order: SalesOrder, until: Moment?)]
    let refunds: [RefundSlip]
    let earnest: [Receipt]
    let receipts: [ReceiptRow]
    let days: DaySpan
    let labels: [PersonID: String]
    let names: StaffDirectory
    let viewer: StaffID
    let now: Moment
    let csrf: HTML
    let decisionID: String
    let told: HTML?

    var html: HTML {
        """
        <h1>收银</h1>
        \(told)
        <div class="columns"><div>\(waiting)\(back)\(list)</div>
        <div class="side">\(earnestForm)\(earnestList)</div></div>
        """
    }

    private func label(_ person: PersonID) -> String { labels[person] ?? "—" }

    private var waiting: HTML {
        guard !due.isEmpty else {
            return Site.card("等着交款", body: emptyState("现在没有等着交款的订单", "双方签字以后，订单就排到这里。"))
        }
        let lines: [HTML] = due.map { order, until in
            let clock: HTML? = until.map {
                """
                <span class="until">\(Icon.clock.html)到 \($0.exactWords)，\
                \(countdown(to: $0.milliseconds + 999, fallback: $0.exactWords))</span>
                """
            }
            return """
                <li><div class="waiting-what"><strong>\(order.order) · \(order.unit)</strong>
                <span>\(label(order.person))，定金 \(order.terms.deposit.text)，\
                已收 \(order.collected.text)</span>\(clock)</div>
                <div class="actions">\(
                    linkButton("收款", to: orderPath(order.order), .primary))</div></li>
                """
        }
        return Site.card(
            "等着交款", aside: badge("\(due.count) 件", .warn),
            body: "<ul class=\"waiting\">\(lines)</ul>")
    }

    private var back: HTML? {
        guard !refunds.isEmpty else { return nil }
        let lines: [HTML] = refunds.map { slip in
            """
            <li><div class="waiting-what"><strong>第 \(slip.number) 号 · \(slip.amount.text)</strong>
            <span>\(label(slip.person))，订单 \(slip.order)，\(slip.cause.label)</span></div>
            <form method="post" class="inline" \
            action="\(url: "/cash/refunds/\(slip.number)")">\(csrf)
            <input type="hidden" name="id" value="\(decisionID)-r\(slip.number)">
            \(button("已退款", .primary))</form></li>
            """
        }
        return Site.card(
            "等着退款", aside: badge("\(refunds.count) 件", .warn),
            body: "<ul class=\"waiting\">\(lines)</ul>")
    }

    private var list: HTML {
        let rows = receipts.map { row -> [HTML] in
            let order: HTML? = row.order.map { "<a href=\"\(url: orderPath($0))\">\($0)</a>" }
            return [
                "\(row.kind.label) 第 \(row.number) 号", order ?? "—", "\(label(row.person))",
                "\(row.amount.text)", "\(row.receivedAt.words)", "\(names.name(row.staff))",
            ]
        }
        let table: HTML =
            rows.isEmpty
            ? emptyState("这几天没有收款", "开出的每张收据都会列在这里。")
            : dataTable(
                caption: "收据",
                columns: [
                    Column(title: "票据"), Column(title: "订单", isLabelled: true),
                    Column(title: "客户", isLabelled: true),
                    Column(title: "金额", isNumber: true, isLabelled: true),
                    Column(title: "收到", isLabelled: true), Column(title: "经手", isLabelled: true),
                ], rows: rows)
        let sum = receipts.reduce(Money(fen: 0)) { $0 + $1.amount }
        return Site.card(
            "收据", aside: badge("合计 \(sum.text)", .calm),
            body: """
                <form method="get" action="/cash" class="filters">\(days.fields)
                \(button("看", .plain))</form>\(table)
                """)
    }

    private var earnestForm: HTML {
        let inputs = MatterInputs(names: names, viewer: viewer, now: now)
        let fields: [HTML] = [.customer, .money("amount", label: "金额")].map(inputs.html)
        return Site.card(
            "收诚意金",
            body: """
                <form method="post" action="/cash/earnest" class="form" data-act="earnest">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)-earnest">
                <p class="hint">诚意金不锁房、不算成交（SAL-11）。</p>\(fields)
                \(button("开缴纳单", .primary))</form>
                """)
    }

    private var earnestList: HTML? {
        guard !earnest.isEmpty else { return nil }
        let lines: [HTML] = earnest.map {
            "<li>第 \($0.number.number) 号 \(label($0.person)) \($0.amount.text)，\($0.at.words)</li>"
        }
        return Site.card("没有抵扣的诚意金", body: "<ul class=\"plain\">\(lines)</ul>")
    }
}
