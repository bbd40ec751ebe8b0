import Database
import HTTPTypes
import HouseRules

/// 订单: from the written order to the keys.
struct OrderRoutes: Sendable {
    let house: House
    private static let pageSize = 50

    var routes: [Route] {
        let read = Access.permission(.seeOrders)
        return [
            Route(.get, "/sales", access: read, kind: .page, summary: "订单", handler: list),
            Route(
                .get, "/sales.xlsx", access: .permission(.exportLists), kind: .page,
                summary: "订单，Excel 文件", handler: export),
            Route(
                .get, "/sales/{id}", access: read, kind: .page, summary: "一份订单", handler: show),
            Route(
                .get, "/sales/{id}/print", access: read, kind: .page,
                summary: "一份订单，可打印、可签字", handler: printed),
        ]
            + SaleAct.ofOrders.map { act in
                Route(
                    .post, "/sales/{id}/\(act.name)", access: .permission(act.access), kind: .form,
                    summary: "订单：\(act.title)"
                ) { call in try await settle(act, call) }
            }
    }

    /// Consultants see their own.
    private func isOwnOnly(_ account: Account) -> Bool {
        !account.role.permissions.contains(.knowBuyers)
    }

    private func rows(_ filter: OrderFilter, limit: Int, _ call: Call) async throws -> [OrderRow] {
        let site = try house.account(call).site
        return try await house.database.read { transaction in
            try transaction.rows(filter.query(at: site, limit: limit)).map(OrderRow.init)
        }
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let now = house.now(call)
        var filter = OrderFilter(try call.query(), now: now)
        if isOwnOnly(account) { filter.staff = account.staff }
        let rows = try await rows(filter, limit: Self.pageSize + 1, call)
        let sales = try await house.book(call).view(at: now).state.sales
        let page = OrderListPage(
            filter: filter, rows: Array(rows.prefix(Self.pageSize)),
            hasMore: rows.count > Self.pageSize,
            labels: try await house.buyerLabels(rows.map(\.person), call),
            names: try await house.names.directory(account.site),
            waiting: sales.waiting(for: account, isOwnOnly: isOwnOnly(account)),
            mayExport: account.role.permissions.contains(.exportLists),
            maySeeTemplates: account.role.permissions.contains(.carryDeals))
        return call.page("订单", current: "/sales", body: page.html)
    }

    @Sendable private func export(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let now = house.now(call)
        let rows = try await rows(
            OrderFilter(FormFields(), now: now), limit: ListFile.limit + 1, call)
        try ListFile.check(rows.count)
        let table = OrderListPage.table(
            rows, try await house.buyerLabels(rows.map(\.person), call),
            try await house.names.directory(account.site))
        return try .workbook(
            table.workbook(
                heading: "\(call.siteName) 订单，\(account.displayName) \(now.words) 导出，号码已遮盖"),
            named: "订单 \(now.day.text).xlsx")
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let id = OrderID(try call.plainParameter("id"))
        let account = try house.account(call)
        let now = house.now(call)
        let told = try await house.outcome(try call.query().text("decision"), call)
        let state = try await house.book(call).view(at: now).state
        let receipts = try await house.database.read { transaction in
            try transaction.rows(ReceiptRow.of(id, at: account.site)).map(ReceiptRow.init)
        }
        guard let order = state.sales.orders[id] else {
            return try await past(id, state.sales.voids[id], receipts, told, call)
        }
        guard try maySee(order, call) else { throw Problem.forbidden(nil) }
        let scene = try await house.saleScene(order.unit, order: order, call)
        let page = OrderPage(
            order: order, scene: scene, receipts: receipts, acts: try acts(scene, id, call),
            until: state.runsUntil(order.unit), now: now, told: told,
            contractFile: try contractFile(order, state.sales, call))
        return call.page("订单 \(id)", current: "/sales", body: page.html)
    }

    @Sendable private func printed(_ call: Call) async throws -> Answer {
        let id = OrderID(try call.plainParameter("id"))
        let state = try await house.book(call).view(at: house.now(call)).state
        guard let order = state.sales.orders[id] else { throw Problem.notFound }
        guard try maySee(order, call) else { throw Problem.forbidden(nil) }
        let sheet = OrderSheet(
            order: order, scene: try await house.saleScene(order.unit, order: order, call),
            siteName: call.siteName)
        return call.page("订单 \(id)", current: "/sales", body: sheet.html)
    }

    /// Once the contract is prepared by a template that is here, until it is signed (SAL-18).
    private func contractFile(
        _ order: SalesOrder, _ sales: Sales, _ call: Call
    ) throws -> ContractFileForm? {
        let account = try house.account(call)
        guard account.role.permissions.contains(.carryDeals), order.mayPrepare,
            !isOwnOnly(account) || order.staff == account.staff,
            let version = order.contract?.template, sales.templates[version] != nil
        else { return nil }
        return ContractFileForm(
            order: order.order, hasOffice: house.office.path != nil, csrf: call.csrfField,
            decisionID: call.web.surroundings.newID())
    }

    /// Consultants see their own orders, and those that wait to be checked by another.
    private func maySee(_ order: SalesOrder, _ call: Call) throws -> Bool {
        let account = try house.account(call)
        return !isOwnOnly(account) || order.staff == account.staff || order.stage == .written
            || order.reviewer == account.staff
    }

    /// Consultants carry their own orders on; those of others they only check.
    private func mayTake(_ act: SaleAct, _ scene: SaleScene, _ account: Account) -> Bool {
        guard isOwnOnly(account) else { return true }
        return (scene.order?.staff ?? scene.void?.staff) == account.staff
            || SaleAct.checks.contains(act.name)
    }

    private func past(
        _ id: OrderID, _ void: VoidOrder?, _ receipts: [ReceiptRow], _ told: HTML?, _ call: Call
    ) async throws -> Answer {
        let account = try house.account(call)
        let found = try await house.database.read { transaction in
            try transaction.row(OrderRow.named(id, at: account.site)).map(OrderRow.init)
        }
        guard let row = found else { throw Problem.notFound }
        guard !isOwnOnly(account) || row.staff == account.staff else {
            throw Problem.forbidden(nil)
        }
        let scene = try await house.saleScene(row.unit, void: void, call)
        let page = PastOrderPage(
            row: row, scene: scene, receipts: receipts, acts: try acts(scene, id, call), told: told)
        return call.page("订单 \(id)", current: "/sales", body: page.html)
    }

    private func acts(_ scene: SaleScene, _ id: OrderID, _ call: Call) throws -> SaleActCards {
        let account = try house.account(call)
        let permissions = account.role.permissions
        return SaleActCards(
            acts: SaleAct.ofOrders.filter {
                permissions.contains($0.access) && $0.isOffered(scene)
                    && mayTake($0, scene, account)
            },
            scene: scene, path: orderPath(id), viewer: account.staff, now: house.now(call),
            csrf: call.csrfField, decisionID: call.web.surroundings.newID())
    }

    private func settle(_ act: SaleAct, _ call: Call) async throws -> Answer {
        let id = OrderID(try call.plainParameter("id"))
        let sales = try await house.book(call).view(at: house.now(call)).state.sales
        let order = sales.orders[id]
        let void = sales.voids[id]
        guard let unit = order?.unit ?? void?.unit else { throw Problem.notFound }
        if let order { guard try maySee(order, call) else { throw Problem.forbidden(nil) } }
        let account = try house.account(call)
        let scene = try await house.saleScene(unit, order: order, void: void, call)
        guard mayTake(act, scene, account) else { throw Problem.forbidden(nil) }
        let form = try await house.matterForm(call)
        let command = try act.command(scene, form)
        try act.requireOwnName(scene, form, account)
        let record = try await house.perform(.sales(command), id: form.slip.rawValue, call)
        return .redirect(to: "\(orderPath(id))?decision=\(record.id)")
    }
}

extension OrderRow {
    /// One order.
    static func named(_ order: OrderID, at site: SiteID) -> SQL {
        """
        SELECT orders, unit, person, staff, stage, void, total, collected, written_at, due, \
        agreed FROM order_row WHERE site = \(site) AND orders = \(order)
        """
    }
}
