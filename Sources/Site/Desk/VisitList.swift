import Database
import HouseRules

/// The visits of a day, page by page.
enum VisitList {
    static let pageSize = 30

    /// One page of a day, latest first, and how many pages there are.
    static func page(
        _ page: Int, of site: SiteID, on day: BusinessDay, in transaction: any Transaction
    ) throws -> (rows: [VisitRow], pages: Int) {
        // Arrivals of a day are numbered from 1, so the last number is the count.
        let last = try transaction.row(
            """
            SELECT number FROM visit_row WHERE site = \(site) AND day = \(day)
            ORDER BY number DESC LIMIT 1
            """)
        let count = Int(try last?.int("number") ?? 0)
        let pages = max(1, (count + pageSize - 1) / pageSize)
        let top = count - (min(page, pages) - 1) * pageSize
        let rows = try transaction.rows(
            """
            SELECT \(sql: VisitRow.columns) FROM visit_row WHERE site = \(site)
            AND day = \(day) AND number <= \(top) ORDER BY number DESC LIMIT \(pageSize)
            """)
        return (try rows.map(VisitRow.init), pages)
    }
}
