import Database
import HouseRules

/// A visit as lists show it.
struct VisitRow: Sendable {
    let visit: String
    let number: Int64
    let visitClass: VisitClass?
    let arrivedAt: Moment
    let receptionist: StaffID?
    let onBehalfOf: StaffID?
    let effect: TurnEffect?
    let status: String
    let decision: String
}

/// The visits of a day.
enum VisitList {
    static let pageSize = 30

    /// One page of a day, latest first, and how many pages there are.
    static func page(
        _ page: Int, of site: SiteID, on day: BusinessDay, in transaction: any Transaction
    ) throws -> (rows: [VisitRow], pages: Int) {
        // Arrivals are numbered from 1, so the last number is the count.
        let last = try transaction.row(
            """
            SELECT number FROM visit_row WHERE site = \(site.rawValue) AND day = \(day.number)
            ORDER BY number DESC LIMIT 1
            """)
        let count = Int(try last?.int("number") ?? 0)
        let pages = max(1, (count + pageSize - 1) / pageSize)
        let top = count - (min(page, pages) - 1) * pageSize
        let rows = try transaction.rows(
            """
            SELECT visit, number, class, arrived_at, receptionist, on_behalf_of, effect, status,
                decision
            FROM visit_row WHERE site = \(site.rawValue) AND day = \(day.number)
                AND number <= \(top) ORDER BY number DESC LIMIT \(pageSize)
            """)
        return (try rows.map(row), pages)
    }

    private static func row(_ row: Row) throws -> VisitRow {
        VisitRow(
            visit: try row.text("visit"), number: try row.int("number"),
            visitClass: VisitClass(rawValue: try row.text("class")),
            arrivedAt: Moment(milliseconds: try row.int("arrived_at")),
            receptionist: try row.optionalText("receptionist").map { StaffID($0) },
            onBehalfOf: try row.optionalText("on_behalf_of").map { StaffID($0) },
            effect: try row.optionalText("effect").flatMap { TurnEffect(rawValue: $0) },
            status: try row.text("status"), decision: try row.text("decision"))
    }
}
