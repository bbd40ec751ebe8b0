import Database
import HouseRules

/// Counts of one day, one person, one source and one layout.
struct ReportCell: Sendable, Hashable {
    let day: BusinessDay
    /// Who received, answered or sold; nil: nobody yet.
    var staff: StaffID?
    /// The class of the visit, or of the buyer's first visit; nil: none is known.
    var source: VisitClass?
    /// Of the unit; nil where the figure belongs to no unit.
    var layout: String?
    var counts: ReportCounts
}

/// Reads the counts of some days from the lists; nothing outside these days is looked at.
struct ReportReader: Sendable {
    let site: SiteID
    let from: BusinessDay
    let to: BusinessDay
    /// Only what is this person's; nil: everybody's.
    var staff: StaffID?

    /// Visitors who are no customers: colleagues of other houses, tours, owners and errands.
    static let strangers: [VisitClass] = [
        .peer, .developerBusiness, .owner, .tourGroup, .dealFollowup,
    ]
    private static let afterCall: [VisitClass] = [.callNamed, .callUnnamed]

    private var start: Moment { from.start }
    private var end: Moment { to.adding(days: 1).start }

    private func of(_ column: SQL) -> SQL {
        staff.map { " AND \(sql: column) = \($0)" } ?? ""
    }

    /// Every cell in which something was counted.
    func cells(in transaction: any Transaction) throws -> [ReportCell] {
        try visits(transaction) + calls(transaction) + subscribed(transaction)
            + ended("signed_at", transaction) { $0.contracted += 1 }
            + ended("cancelled_at", transaction) { $0.cancelled += 1 }
            + moneyCells(in: transaction)
    }

    /// Every cell in which money came or went back.
    func moneyCells(in transaction: any Transaction) throws -> [ReportCell] {
        try money("receipt_row", "AND m.kind <> 'earnest'", transaction) { $0.received += $1 }
            + money("refund_row", "AND m.is_receipted = 1", transaction) { $0.refunded += $1 }
    }

    /// Customers who came in a period, each once; someone without a name is counted each time.
    func customers(in transaction: any Transaction) throws -> Int {
        let row = try transaction.row(
            """
            SELECT count(DISTINCT coalesce(person, visit)) AS total FROM visit_row
            WHERE site = \(site) AND day >= \(from) AND day <= \(to) \(sql: of("receptionist"))
            AND status <> 'void' AND class NOT IN \(sql: SQL.list(Self.strangers.map(\.rawValue)))
            """)
        return Int(try row?.int("total") ?? 0)
    }

    private func visits(_ transaction: any Transaction) throws -> [ReportCell] {
        try transaction.rows(
            """
            SELECT day, receptionist, class, count(*) AS total FROM visit_row
            WHERE site = \(site) AND day >= \(from) AND day <= \(to) \(sql: of("receptionist"))
            AND status <> 'void' GROUP BY day, receptionist, class
            ORDER BY day, receptionist IS NULL, receptionist, class
            """
        ).map { row in
            let visitClass: VisitClass = try row.code("class")
            var counts = ReportCounts()
            counts.visits = Int(try row.int("total"))
            if Self.afterCall.contains(visitClass) { counts.visitsFromCalls = counts.visits }
            return ReportCell(
                day: BusinessDay(number: Int(try row.int("day"))),
                staff: try row.optionalText("receptionist").map { StaffID($0) },
                source: visitClass, counts: counts)
        }
    }

    private func calls(_ transaction: any Transaction) throws -> [ReportCell] {
        try transaction.rows(
            """
            SELECT day, answerer, count(*) AS total FROM call_row
            WHERE site = \(site) AND day >= \(from) AND day <= \(to) \(sql: of("answerer"))
            GROUP BY day, answerer ORDER BY day, answerer IS NULL, answerer
            """
        ).map { row in
            var counts = ReportCounts()
            counts.calls = Int(try row.int("total"))
            return ReportCell(
                day: BusinessDay(number: Int(try row.int("day"))),
                staff: try row.optionalText("answerer").map { StaffID($0) }, counts: counts)
        }
    }

    /// What every query about an order tells of it, and where from.
    private static let order: SQL = """
        o.staff, o.total, (SELECT u.layout FROM unit_row u WHERE u.site = o.site \
        AND u.unit = o.unit) AS layout, (SELECT v.class FROM visit_row v WHERE v.site = o.site \
        AND v.person = o.person AND v.status <> 'void' ORDER BY v.day, v.number LIMIT 1) AS source
        """

    private func subscribed(_ transaction: any Transaction) throws -> [ReportCell] {
        try transaction.rows(
            """
            SELECT m.at AS at, \(sql: Self.order) FROM unit_move m
            JOIN order_row o ON o.site = m.site AND o.orders = m.document
            WHERE m.site = \(site) AND m.at >= \(start) AND m.at < \(end)
            AND m.to_status = 'subscribed' AND m.cause = 'paid' \(sql: of("o.staff"))
            ORDER BY m.number
            """
        ).map { row in
            var counts = ReportCounts()
            counts.subscribed = 1
            counts.amount = try row.int("total")
            return try cell(row, counts)
        }
    }

    private func ended(
        _ column: SQL, _ transaction: any Transaction, _ count: (inout ReportCounts) -> Void
    ) throws -> [ReportCell] {
        var counts = ReportCounts()
        count(&counts)
        return try transaction.rows(
            """
            SELECT o.\(sql: column) AS at, \(sql: Self.order) FROM order_row o
            WHERE o.site = \(site) AND o.\(sql: column) >= \(start) AND o.\(sql: column) < \(end)
            \(sql: of("o.staff")) ORDER BY o.\(sql: column), o.orders
            """
        ).map { try cell($0, counts) }
    }

    private func money(
        _ table: SQL, _ condition: SQL, _ transaction: any Transaction,
        _ add: (inout ReportCounts, Int64) -> Void
    ) throws -> [ReportCell] {
        try transaction.rows(
            """
            SELECT m.at AS at, m.amount AS amount, \(sql: Self.order) FROM \(sql: table) m
            JOIN order_row o ON o.site = m.site AND o.orders = m.orders
            WHERE m.site = \(site) AND m.at >= \(start) AND m.at < \(end) \(sql: condition)
            \(sql: of("o.staff")) ORDER BY m.at, m.number
            """
        ).map { row in
            var counts = ReportCounts()
            add(&counts, try row.int("amount"))
            return try cell(row, counts)
        }
    }

    private func cell(_ row: Row, _ counts: ReportCounts) throws -> ReportCell {
        ReportCell(
            day: Moment(milliseconds: try row.int("at")).day,
            staff: StaffID(try row.text("staff")), source: try row.optionalCode("source"),
            layout: try row.optionalText("layout"), counts: counts)
    }
}
