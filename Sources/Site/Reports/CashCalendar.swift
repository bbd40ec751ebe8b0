import Database
import HouseRules

/// Money of a month day by day: what came, what went back, what is due and what is overdue.
struct CashCalendar: Sendable {
    /// A part of a price that is due on a day.
    struct Due: Sendable, Hashable {
        let order: OrderID
        let unit: UnitID
        let staff: StaffID
        let day: BusinessDay
        /// What this part adds to the ones before.
        let amount: Int64
        /// What of it is still to come.
        let unpaid: Int64
    }

    /// Sums in fen.
    struct Sums: Sendable, Hashable {
        var received: Int64 = 0
        var refunded: Int64 = 0
        var due: Int64 = 0
        var overdue: Int64 = 0

        var isEmpty: Bool { self == Sums() }
    }

    /// One day or one month.
    struct Line: Sendable, Hashable {
        let name: String
        let sums: Sums
    }

    let month: ReportPeriod
    let today: BusinessDay
    let days: [(day: BusinessDay, sums: Sums)]
    let parts: [Due]
    /// Twelve months, the present one among them.
    let months: [Line]

    var total: Sums {
        days.reduce(into: Sums()) { total, day in
            total.received += day.sums.received
            total.refunded += day.sums.refunded
            total.due += day.sums.due
            total.overdue += day.sums.overdue
        }
    }

    /// Reads a month, and the sums of the eight before it and the three after it.
    static func read(
        _ month: ReportPeriod, today: BusinessDay, of site: SiteID,
        in transaction: any Transaction
    ) throws -> CashCalendar {
        let cells = try ReportReader(site: site, from: month.from, to: month.to)
            .moneyCells(in: transaction)
        let parts = try due(month, of: site, transaction)
        var days: [BusinessDay: Sums] = [:]
        for cell in cells {
            days[cell.day, default: Sums()].received += cell.counts.received
            days[cell.day, default: Sums()].refunded += cell.counts.refunded
        }
        for part in parts {
            days[part.day, default: Sums()].due += part.amount
            if part.day < today { days[part.day, default: Sums()].overdue += part.unpaid }
        }
        var first = month
        for _ in 0..<8 { first = first.previous }
        var months: [Line] = []
        for _ in 0..<12 {
            months.append(try line(first, today: today, of: site, transaction))
            first = first.next
        }
        return CashCalendar(
            month: month, today: today,
            days: days.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
                .map { ($0.key, $0.value) },
            parts: parts, months: months)
    }

    private static func due(
        _ month: ReportPeriod, of site: SiteID, _ transaction: any Transaction
    ) throws -> [Due] {
        try transaction.rows(
            """
            SELECT i.orders, o.unit, o.staff, i.due, i.total - i.earlier AS amount, i.total,
            o.collected FROM instalment_row i
            JOIN order_row o ON o.site = i.site AND o.orders = i.orders
            WHERE i.site = \(site) AND i.due >= \(month.from) AND i.due <= \(month.to)
            AND o.void IS NULL ORDER BY i.due, i.orders
            """
        ).map { row in
            let amount = try row.int("amount")
            let rest = try row.int("total") - row.int("collected")
            return Due(
                order: OrderID(try row.text("orders")), unit: UnitID(try row.text("unit")),
                staff: StaffID(try row.text("staff")),
                day: BusinessDay(number: Int(try row.int("due"))), amount: amount,
                unpaid: max(0, min(amount, rest)))
        }
    }

    /// The sums of a month without its days.
    private static func line(
        _ month: ReportPeriod, today: BusinessDay, of site: SiteID,
        _ transaction: any Transaction
    ) throws -> Line {
        let (start, end) = (month.from.start, month.to.adding(days: 1).start)
        func sum(_ query: SQL) throws -> Int64 { try transaction.row(query)?.int("total") ?? 0 }
        let received = try sum(
            """
            SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) AS total FROM receipt_row
            WHERE site = \(site) AND at >= \(start) AND at < \(end) AND kind <> 'earnest'
            """)
        let refunded = try sum(
            """
            SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) AS total FROM refund_row
            WHERE site = \(site) AND at >= \(start) AND at < \(end) AND is_receipted = 1
            """)
        let parts = try due(month, of: site, transaction)
        return Line(
            name: month.words,
            sums: Sums(
                received: received, refunded: refunded,
                due: parts.reduce(0) { $0 + $1.amount },
                overdue: parts.reduce(0) { $0 + ($1.day < today ? $1.unpaid : 0) }))
    }
}

extension Sales {
    /// What should have been paid before a day and was not, over all orders (SAL-23).
    func arrears(on day: BusinessDay) -> (orders: Int, amount: Int64) {
        let late = orders.values.compactMap { order in
            order.overdue(on: day).map { ($0.total - order.collected).fen }.max()
        }
        return (late.count, late.reduce(0, +))
    }
}
