import Database
import HouseRules

/// Which decisions a list shows.
struct DecisionFilter: Sendable, Equatable {
    var refusedOnly = false
    var day: BusinessDay?
}

/// The decisions of a site, page by page.
enum DecisionList {
    static let pageSize = 50

    /// One page, newest first, and whether there are more behind it.
    ///
    /// Pages go on by the journal's numbers and count nothing, so that the first page of a long
    /// history costs no more than that of a short one.
    static func page(
        before seq: Int, of site: SiteID, _ filter: DecisionFilter, in transaction: any Transaction
    ) throws -> (rows: [DecisionRow], hasMore: Bool) {
        var condition: SQL = "site = \(site) AND seq < \(seq)"
        if filter.refusedOnly { condition = condition + " AND refusal IS NOT NULL" }
        if let day = filter.day { condition = condition + " AND day = \(day)" }
        let rows = try transaction.rows(
            """
            SELECT \(sql: DecisionRow.columns) FROM decision_row WHERE \(sql: condition)
            ORDER BY seq DESC LIMIT \(pageSize + 1)
            """)
        return (try rows.prefix(pageSize).map(DecisionRow.init), rows.count > pageSize)
    }
}
