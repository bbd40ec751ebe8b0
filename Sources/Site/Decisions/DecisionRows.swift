import Database
import HouseRules

/// Which decisions a list shows.
struct DecisionFilter: Sendable, Equatable {
    var refusedOnly = false
    var day: BusinessDay?
}

/// Decisions as lists show them.
struct DecisionRow: Sendable {
    let id: String
    let seq: Int64
    let at: Moment
    let actor: StaffID
    let kind: String
    let outcome: String
    let staff: StaffID?
    let refusal: String?
}

/// The list of decisions.
enum DecisionRows {
    static let pageSize = 50

    /// One page, newest first, and how many pages there are.
    static func page(
        _ page: Int, of site: SiteID, _ filter: DecisionFilter, in transaction: any Transaction
    ) throws -> (rows: [DecisionRow], pages: Int) {
        var condition: SQL = "site = \(site.rawValue)"
        if filter.refusedOnly { condition = condition + " AND refusal IS NOT NULL" }
        if let day = filter.day { condition = condition + " AND day = \(day.number)" }
        let count = try transaction.row("SELECT count(*) AS n FROM decision_row WHERE \(condition)")
        let pages = max(1, (Int(try count?.int("n") ?? 0) + pageSize - 1) / pageSize)
        let offset = (min(page, pages) - 1) * pageSize
        let rows = try transaction.rows(
            """
            SELECT id, seq, at, actor, kind, outcome, staff, refusal FROM decision_row
            WHERE \(condition) ORDER BY seq DESC LIMIT \(pageSize) OFFSET \(offset)
            """)
        return (try rows.map(row), pages)
    }

    private static func row(_ row: Row) throws -> DecisionRow {
        DecisionRow(
            id: try row.text("id"), seq: try row.int("seq"),
            at: Moment(milliseconds: try row.int("at")), actor: StaffID(try row.text("actor")),
            kind: try row.text("kind"), outcome: try row.text("outcome"),
            staff: try row.optionalText("staff").map { StaffID($0) },
            refusal: try row.optionalText("refusal"))
    }
}
