import Database
import HouseRules

/// The deals that may count in a month, from the orders of the house (SAT-37).
struct CommissionDeals: Sendable {
    let site: SiteID
    let month: BusinessDay

    /// The word of a scheme for everything that it does not name by its layout.
    static let other = "房"

    /// Deals that were signed, paid in full or cancelled in the month, and others that count in it;
    /// whose they are is known to the books, so the shares stay empty here.
    func read(
        under scheme: CommissionScheme, and others: [DealID] = [], in transaction: any Transaction
    ) throws -> [CommissionDeal] {
        let (from, to) = (month.start, month.expire(afterMonths: 1).start)
        return try transaction.rows(
            """
            SELECT o.orders, o.total, o.signed_at, o.completed_at, o.cancelled_at, u.layout \
            FROM order_row o JOIN unit_row u ON u.site = o.site AND u.unit = o.unit \
            WHERE o.site = \(site) AND o.signed_at IS NOT NULL AND ( \
            (o.signed_at >= \(from) AND o.signed_at < \(to)) OR \
            (o.completed_at >= \(from) AND o.completed_at < \(to)) OR \
            (o.cancelled_at >= \(from) AND o.cancelled_at < \(to)) OR \
            o.orders IN \(sql: SQL.list(others.map(\.rawValue)))) ORDER BY o.orders
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

extension SiteState {
    /// Deals that are somebody else's since their commission was paid: it is split anew (OWN-28).
    var movedDeals: [DealID] {
        commission.paid.compactMap { deal, parts in
            let paid = Set(parts.compactMap { part in part.points.map { Share(part.staff, $0) } })
            guard !paid.isEmpty, let file = adjudication.deals[deal],
                let shares = file.current?.shares.commission, Set(shares) != paid
            else { return nil }
            return deal
        }.sorted()
    }
}
