import Database
import HouseRules

/// The deals that may count in a month, from the orders of the house (SAT-37).
struct CommissionDeals: Sendable {
    let site: SiteID
    let month: BusinessDay

    /// The word of a scheme for everything that it does not name by its layout.
    static let other = "房"

    /// Deals that were signed, paid in full or cancelled in the month; whose they are is known to
    /// the books, so the shares stay empty here.
    func read(
        under scheme: CommissionScheme, in transaction: any Transaction
    ) throws -> [CommissionDeal] {
        let (from, to) = (month.start, month.expire(afterMonths: 1).start)
        return try transaction.rows(
            """
            SELECT o.orders, o.total, o.signed_at, o.completed_at, o.cancelled_at, u.layout \
            FROM order_row o JOIN unit_row u ON u.site = o.site AND u.unit = o.unit \
            WHERE o.site = \(site) AND o.signed_at IS NOT NULL AND ( \
            (o.signed_at >= \(from) AND o.signed_at < \(to)) OR \
            (o.completed_at >= \(from) AND o.completed_at < \(to)) OR \
            (o.cancelled_at >= \(from) AND o.cancelled_at < \(to))) ORDER BY o.orders
            """
        ).map { row in
            let layout = try row.text("layout")
            return CommissionDeal(
                DealID(try row.text("orders")),
                product: scheme.rates[layout] == nil ? Self.other : layout,
                price: Money(fen: try row.int("total")),
                shares: Shares(performance: [], commission: []),
                signed: Moment(milliseconds: try row.int("signed_at")).day,
                received: try row.optionalMoment("completed_at")?.day,
                cancelled: try row.optionalMoment("cancelled_at")?.day)
        }
    }
}
