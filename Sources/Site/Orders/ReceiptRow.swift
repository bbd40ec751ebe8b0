import Database
import HouseRules

/// A receipt as lists show it.
struct ReceiptRow: Sendable, Hashable {
    let kind: ReceiptKind
    let number: Int
    let order: OrderID?
    let person: PersonID
    let amount: Money
    let receivedAt: Moment
    let staff: StaffID
    let at: Moment

    private static let columns: SQL =
        "kind, number, orders, person, amount, received_at, staff, at"

    /// Those of an order, the first first.
    static func of(_ order: OrderID, at site: SiteID) -> SQL {
        """
        SELECT \(sql: columns) FROM receipt_row WHERE site = \(site) AND orders = \(order) \
        ORDER BY at, kind, number LIMIT 500
        """
    }

    /// Those entered on some days, the newest first.
    static func entered(_ days: DaySpan, at site: SiteID, limit: Int) -> SQL {
        """
        SELECT \(sql: columns) FROM receipt_row WHERE site = \(site) \
        AND at >= \(days.from.start) AND at < \(days.to.adding(days: 1).start) \
        ORDER BY at DESC, kind, number DESC LIMIT \(limit)
        """
    }

    init(_ row: Row) throws {
        kind = try row.code("kind")
        number = Int(try row.int("number"))
        order = try row.optionalText("orders").map { OrderID($0) }
        person = PersonID(try row.text("person"))
        amount = Money(fen: try row.int("amount"))
        receivedAt = Moment(milliseconds: try row.int("received_at"))
        staff = StaffID(try row.text("staff"))
        at = Moment(milliseconds: try row.int("at"))
    }

    /// Number, sum and hour of each.
    static func table(_ rows: [ReceiptRow], _ scene: SaleScene) -> HTML {
        dataTable(
            caption: "收据",
            columns: [
                Column(title: "票据"), Column(title: "金额", isNumber: true, isLabelled: true),
                Column(title: "收到", isLabelled: true), Column(title: "经手", isLabelled: true),
            ],
            rows: rows.map {
                [
                    "\($0.kind.label) 第 \($0.number) 号", "\($0.amount.text)",
                    "\($0.receivedAt.words)", "\(scene.names.name($0.staff))",
                ]
            })
    }
}
