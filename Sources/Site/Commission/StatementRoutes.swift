import Database
import HTTPTypes
import HouseRules

/// 提成单: what somebody gets for a month, line by line, so that it adds up by hand (SAT-37).
struct StatementRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/statements", access: .permission(.seeOwnPay), kind: .page,
                summary: "我的提成单", handler: own),
            Route(
                .get, "/statements/{id}", access: .permission(.seeOwnPay), kind: .page,
                summary: "一张提成单，逐行算给人看", handler: show),
        ]
    }

    @Sendable private func own(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let rows = try await house.database.read {
            try $0.rows(StatementRow.newest(of: account.staff, at: account.site))
                .map(StatementRow.init)
        }
        return call.page(
            "我的提成", current: "/statements", body: StatementListPage(rows: rows).html)
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let (row, statement, policy) = try await asked(call)
        let orders = try await house.database.read { transaction in
            try SoldUnit.of(statement.lines.compactMap(\.deal), at: account.site, in: transaction)
        }
        let directory = try await house.names.directory(account.site)
        let page = StatementPage(
            statement: statement, status: row.status, decision: row.decision, policy: policy,
            orders: orders, names: directory.name)
        return call.page("提成单", current: "/statements", body: page.html)
    }

    /// The statement that the address asks for, and the rules it was worked out under: without
    /// `staff` one's own; whoever reads all pay may ask for anybody's, with an empty one for the
    /// bonus pool's.
    func asked(
        _ call: Call
    ) async throws -> (row: StatementRow, statement: Statement, policy: CommissionPolicy) {
        let account = try house.account(call)
        let month = try SchemeForm.month(try call.parameter("id"))
        let asked = try call.query()["staff"]
        let staff = asked.map { $0.isEmpty ? nil : StaffID($0) } ?? account.staff
        guard account.role.permissions.contains(.readPay) || staff == account.staff else {
            throw Problem.forbidden(.readPay)
        }
        let months = CommissionRoutes(house: house)
        let rows = try await months.rows(of: month, at: account.site)
        guard let row = rows.first(where: { $0.staff == staff }) else { throw Problem.notFound }
        let (statements, policy) = try await months.statements(row.decision, call)
        guard let statement = statements.first(where: { $0.staff == staff }) else {
            throw Problem.notFound
        }
        return (row, statement, policy)
    }
}

/// What a deal was about, for the lines of a statement.
struct SoldUnit: Sendable, Hashable {
    let unit: String
    let total: Money

    /// The units of orders, as many as are known.
    static func of(
        _ deals: [DealID], at site: SiteID, in transaction: any Transaction
    ) throws -> [DealID: SoldUnit] {
        guard !deals.isEmpty else { return [:] }
        let rows = try transaction.rows(
            """
            SELECT orders, unit, total FROM order_row WHERE site = \(site) \
            AND orders IN \(sql: SQL.list(Set(deals).map(\.rawValue).sorted()))
            """)
        var units: [DealID: SoldUnit] = [:]
        for row in rows {
            units[DealID(try row.text("orders"))] = SoldUnit(
                unit: try row.text("unit"), total: Money(fen: try row.int("total")))
        }
        return units
    }
}
