import Database
import HouseRules

extension ListWriter {
    /// `order_row`: every order and how far it is; a void one stays.
    static let orders = ListWriter(
        name: "order_row",
        clear: { ["DELETE FROM order_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.flatMap { event -> [SQL] in
                guard case .sales(let event) = event else { return [] }
                return order(event, site)
            }
        })

    /// `receipt_row`: every receipt; its numbers have no gaps.
    static let receipts = ListWriter(
        name: "receipt_row",
        clear: { ["DELETE FROM receipt_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.compactMap { event in
                guard case .sales(.moneyTaken(let receipt)) = event else { return nil }
                return """
                    INSERT INTO receipt_row (site, kind, number, orders, person, amount, \
                    received_at, staff, at) VALUES (\(site), \(receipt.number.kind.rawValue), \
                    \(receipt.number.number), \(receipt.order), \(receipt.person), \
                    \(receipt.amount.fen), \(receipt.receivedAt), \(receipt.by), \(receipt.at))
                    """
            }
        })

    private static func order(_ event: SalesEvent, _ site: SiteID) -> [SQL] {
        switch event {
        case .orderWritten(let order): [written(order, site)]
        case .orderReviewed(let order, _, _): [stage(.reviewed, of: order, site)]
        case .orderStepped(let order, let step, let at): stepped(order, step, at, site)
        case .orderVoided(let void):
            [
                """
                UPDATE order_row SET void = \(void.cause.rawValue), due = NULL, \
                cancelled_at = \(void.cause == .cancelled ? void.at : nil) \
                WHERE site = \(site) AND orders = \(void.order)
                """
            ]
        case .moved(let move): moved(move, site)
        case .payAtWindow(let unit, let until, _):
            [
                """
                UPDATE order_row SET due = \(until) WHERE site = \(site) AND unit = \(unit) \
                AND stage = 'signed' AND void IS NULL
                """
            ]
        case .moneyTaken(let receipt):
            [
                collected(receipt.order, receipt.amount.fen, site),
                """
                UPDATE order_row SET completed_at = \(receipt.receivedAt) WHERE site = \(site) \
                AND orders = \(receipt.order) AND completed_at IS NULL AND collected >= total
                """,
            ]
        case .refunded(let slip, _) where slip.isReceipted:
            [
                collected(slip.order, -slip.amount.fen, site),
                """
                UPDATE order_row SET completed_at = NULL WHERE site = \(site) \
                AND orders = \(slip.order) AND cancelled_at IS NULL AND collected < total
                """,
            ]
        case .signingAgreed(let order, let moment, _):
            [
                """
                UPDATE order_row SET agreed = \(moment) \
                WHERE site = \(site) AND orders = \(order)
                """
            ]
        case .staged(let slip, _, _):
            [
                """
                UPDATE order_row SET last_step = \(slip.stage.rawValue) \
                WHERE site = \(site) AND orders = \(slip.order)
                """
            ]
        case .changeApproved(let change, let terms, _, let at): changed(change, terms, at, site)
        default: []
        }
    }

    private static func written(_ order: SalesOrder, _ site: SiteID) -> SQL {
        """
        INSERT INTO order_row (site, orders, unit, person, staff, stage, total, deposit, \
        collected, written_at) VALUES (\(site), \(order.order), \(order.unit), \(order.person), \
        \(order.staff), \(order.stage.rawValue), \(order.terms.total.fen), \
        \(order.terms.deposit.fen), 0, \(order.writtenAt))
        """
    }

    private static func stage(_ stage: OrderStage, of order: OrderID, _ site: SiteID) -> SQL {
        """
        UPDATE order_row SET stage = \(stage.rawValue) \
        WHERE site = \(site) AND orders = \(order)
        """
    }

    private static func stepped(
        _ order: OrderID, _ step: OrderStep, _ at: Moment, _ site: SiteID
    ) -> [SQL] {
        let last: SQL = """
            UPDATE order_row SET last_step = \(step.rawValue) \
            WHERE site = \(site) AND orders = \(order)
            """
        switch step {
        case .sign: return [stage(.signed, of: order, site), last]
        case .signContract:
            return [
                stage(.contracted, of: order, site), last,
                """
                UPDATE order_row SET signed_at = \(at) \
                WHERE site = \(site) AND orders = \(order)
                """,
            ]
        case .financeDelay:
            return [
                last,
                """
                UPDATE order_row SET due = NULL WHERE site = \(site) AND orders = \(order)
                """,
            ]
        case .giveUp, .checkIn, .returnOriginal, .beginSigning: return [last]
        }
    }

    private static func moved(_ move: UnitMove, _ site: SiteID) -> [SQL] {
        guard let holding = move.holding, let order = holding.order else { return [] }
        switch (move.to, move.cause) {
        case (.orderedUnpaid, _):
            return [
                """
                UPDATE order_row SET due = \(holding.until) \
                WHERE site = \(site) AND orders = \(order)
                """
            ]
        case (.subscribed, .paid):
            return [
                """
                UPDATE order_row SET stage = 'subscribed', paid_at = \(holding.since), \
                due = NULL WHERE site = \(site) AND orders = \(order)
                """
            ]
        default: return []
        }
    }

    private static func collected(_ order: OrderID?, _ fen: Int64, _ site: SiteID) -> SQL {
        """
        UPDATE order_row SET collected = collected + \(fen) \
        WHERE site = \(site) AND orders = \(order)
        """
    }

    private static func changed(
        _ change: OrderChange, _ terms: OrderTerms, _ at: Moment, _ site: SiteID
    ) -> [SQL] {
        switch change.kind {
        case .rename(let person):
            [
                """
                UPDATE order_row SET person = \(person) \
                WHERE site = \(site) AND orders = \(change.order)
                """
            ]
        case .handOn(let staff):
            [
                """
                UPDATE order_row SET staff = \(staff) \
                WHERE site = \(site) AND orders = \(change.order)
                """
            ]
        case .swap(let unit):
            [
                """
                UPDATE order_row SET unit = \(unit), total = \(terms.total.fen), \
                completed_at = CASE WHEN collected >= \(terms.total.fen) \
                THEN COALESCE(completed_at, \(at)) END \
                WHERE site = \(site) AND orders = \(change.order)
                """
            ]
        }
    }
}

/// One order as lists show it.
public struct OrderRow: Sendable, Hashable {
    /// The order.
    public let order: OrderID
    /// The unit.
    public let unit: UnitID
    /// The buyer.
    public let person: PersonID
    /// Who wrote it.
    public let staff: StaffID
    /// How far it is.
    public let stage: OrderStage
    /// Why it is void; nil: it stands.
    public let void: VoidCause?
    /// The total.
    public let total: Money
    /// Receipts less refunds.
    public let collected: Money
    /// When it was written.
    public let writtenAt: Moment
    /// The last second to pay.
    public let due: Moment?
    /// When the contract is to be signed.
    public let agreed: Moment?

    /// Orders before a moment, the newest first; `text` is looked for in their numbers and units.
    public static func before(
        _ moment: Moment, containing text: String = "", at site: SiteID, limit: Int = 50
    ) -> SQL {
        let part = SQL.containing(text)
        return """
            SELECT orders, unit, person, staff, stage, void, total, collected, written_at, due, \
            agreed FROM order_row WHERE site = \(site) AND written_at < \(moment) \
            AND (\(text) = '' OR orders LIKE \(part) ESCAPE '!' OR unit LIKE \(part) ESCAPE '!') \
            ORDER BY written_at DESC, orders DESC LIMIT \(limit)
            """
    }

    /// Reads a row of the query above.
    public init(_ row: Row) throws {
        order = OrderID(try row.text("orders"))
        unit = UnitID(try row.text("unit"))
        person = PersonID(try row.text("person"))
        staff = StaffID(try row.text("staff"))
        stage = try row.code("stage")
        void = try row.optionalCode("void")
        total = Money(fen: try row.int("total"))
        collected = Money(fen: try row.int("collected"))
        writtenAt = Moment(milliseconds: try row.int("written_at"))
        due = try row.optionalMoment("due")
        agreed = try row.optionalMoment("agreed")
    }
}
