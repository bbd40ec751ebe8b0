import Database
import HTTPTypes
import HouseRules

extension APIBody {
    /// A request for a hold.
    struct Hold: APIInput {
        var id: String?
        var staff: String
        /// The customer's number, as it was registered.
        var phone: String

        enum CodingKeys: CodingKey, CaseIterable { case id, staff, phone }
    }

    /// Money that finance has taken.
    struct ReceiptEntry: APIInput {
        var id: String?
        var kind: String
        /// In fen.
        var amount: Int64
        /// The number of the earnest money that is written off with it.
        var earnest: Int?

        enum CodingKeys: CodingKey, CaseIterable { case id, kind, amount, earnest }
    }

    /// A unit of a list.
    struct UnitLine: Encodable, Sendable {
        let unit: String
        let building: String
        let floor: Int
        let layout: String
        /// In hundredths of a square metre.
        let area: Int
        /// Of a square metre, in fen.
        let price: Int64
        let version: String
        let status: String
        /// Kept by an activity.
        let listed: Bool
    }

    /// All units.
    struct UnitList: Encodable, Sendable {
        let seq: Int
        let units: [UnitLine]
    }

    /// A unit with its totals.
    struct UnitView: Encodable, Sendable {
        /// What is paid by a way of paying.
        struct Total: Encodable, Sendable {
            let scheme: String
            /// In basis points of the list price.
            let discount: Int
            /// In fen.
            let total: Int64
        }

        let unit: UnitLine
        let totals: [Total]
        /// How many requests wait.
        let requests: Int
        /// The last second in time of the clock that runs, in milliseconds.
        let until: Int64?
    }

    /// An order; who buys is not told.
    struct OrderView: Encodable, Sendable {
        let order: String
        let unit: String
        let staff: String
        let stage: String
        let total: Int64
        let deposit: Int64
        let collected: Int64
        let outstanding: Int64
        let writtenAt: Int64
        let until: Int64?
        let stages: [String]
        let cancelling: String?
    }
}

/// Units, orders and money of the JSON interface.
struct SaleAPI: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/api/v1/units", access: .permission(.seeUnits), kind: .api, summary: "全部房源",
                handler: list),
            Route(
                .get, "/api/v1/units/{id}", access: .permission(.seeUnits), kind: .api,
                summary: "一套房，各付款方式的总价", handler: unit),
            Route(
                .post, "/api/v1/units/{id}/holds", access: .permission(.sellUnits), kind: .api,
                summary: "申请销控", handler: hold),
            Route(
                .get, "/api/v1/sales/{id}", access: .permission(.seeOrders), kind: .api,
                summary: "一份订单", handler: order),
            Route(
                .post, "/api/v1/sales/{id}/receipts", access: .permission(.takeMoney), kind: .api,
                summary: "收款开据", handler: receipt),
        ]
    }

    private func line(_ unit: UnitID, _ known: SalesUnit, _ state: SiteState) -> APIBody.UnitLine {
        APIBody.UnitLine(
            unit: unit.rawValue, building: known.row.building, floor: known.row.floor,
            layout: known.row.layout, area: known.row.area, price: known.row.unitPrice.fen,
            version: known.version.rawValue, status: known.status.rawValue,
            listed: state.selection.keeper(of: unit) != nil)
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let present = try await house.book(call).view(at: house.now(call))
        let units = present.state.sales.units.sorted { $0.key < $1.key }.map {
            line($0.key, $0.value, present.state)
        }
        return try .json(APIBody.UnitList(seq: present.seq, units: units))
    }

    @Sendable private func unit(_ call: Call) async throws -> Answer {
        let id = UnitID(try call.plainParameter("id"))
        let present = try await house.book(call).view(at: house.now(call))
        guard let known = present.state.sales.units[id] else { throw Problem.notFound }
        let sales = present.state.sales
        return try .json(
            APIBody.UnitView(
                unit: line(id, known, present.state),
                totals: sales.schemes.map {
                    .init(
                        scheme: $0.name, discount: $0.discount,
                        total: known.row.total(
                            discount: $0.discount, present.policy.sales.rounding
                        ).fen)
                },
                requests: sales.queues[id]?.count ?? 0,
                until: present.state.runsUntil(id)?.milliseconds))
    }

    @Sendable private func hold(_ call: Call) async throws -> Answer {
        let body = try call.input(APIBody.Hold.self)
        let id = try house.commandID(body.id, call)
        let phone = plainPhone(body.phone)
        guard isPhone(phone) else {
            throw Problem.badRequest("phone：\(phoneFault)")
        }
        let (account, staff) = (try house.account(call), try StaffID(sent: body.staff))
        guard account.role.permissions.contains(.knowBuyers) || staff == account.staff else {
            throw Problem.badRequest("staff：顾问只能替自己申请。")
        }
        let request = HoldRequest(
            SalesRequestID(id), of: UnitID(try call.plainParameter("id")),
            for: try await house.person(of: phone, call), by: staff)
        return try await house.decided(.sales(.askHold(request)), id: id, call)
    }

    @Sendable private func order(_ call: Call) async throws -> Answer {
        let id = OrderID(try call.plainParameter("id"))
        let account = try house.account(call)
        let state = try await house.book(call).view(at: house.now(call)).state
        guard let order = state.sales.orders[id],
            account.role.permissions.contains(.knowBuyers) || order.staff == account.staff
        else { throw Problem.notFound }
        return try .json(
            APIBody.OrderView(
                order: id.rawValue, unit: order.unit.rawValue, staff: order.staff.rawValue,
                stage: order.stage.rawValue, total: order.terms.total.fen,
                deposit: order.terms.deposit.fen, collected: order.collected.fen,
                outstanding: order.outstanding.fen, writtenAt: order.writtenAt.milliseconds,
                until: order.paidAt == nil
                    ? state.runsUntil(order.unit)?.milliseconds : nil,
                stages: order.stages.map(\.rawValue), cancelling: order.cancelling?.step.rawValue))
    }

    @Sendable private func receipt(_ call: Call) async throws -> Answer {
        let body = try call.input(APIBody.ReceiptEntry.self)
        guard let kind = ReceiptKind(rawValue: body.kind), kind != .earnest else {
            let words = ReceiptKind.allCases.filter { $0 != .earnest }.map(\.rawValue).listed
            throw Problem.badRequest("kind 要是 \(words)。")
        }
        guard (0...100_000_000_000).contains(body.amount) else {
            throw Problem.badRequest("amount 是分，0 到 100000000000。")
        }
        let money = MoneyIn(
            kind, Money(fen: body.amount), order: OrderID(try call.plainParameter("id")),
            earnest: body.earnest)
        return try await house.decided(.sales(.takeMoney(money)), id: body.id, call)
    }
}

extension House {
    /// Decides a command: the accepted decision, or the refusal as a problem with its clauses.
    func decided(_ command: Command, id: String?, _ call: Call) async throws -> Answer {
        try await answer(try await perform(command, id: id, call), call)
    }

    /// A decision as JSON.
    func answer(_ record: DecisionRecord, _ call: Call) async throws -> Answer {
        let directory = try await names.directory(try account(call).site)
        let view = DecisionView(record, directory)
        guard view.refusal == nil else { throw Problem(refused: view) }
        return try .json(view)
    }
}
