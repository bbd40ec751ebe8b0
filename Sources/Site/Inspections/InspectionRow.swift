import Database
import HouseRules

/// One inspection by a checklist, with its items (GLOSSARY §2.13).
struct InspectionRow: Sendable, Hashable {
    /// One item as it was found.
    struct Item: Sendable, Hashable {
        let item: String
        let verdict: Verdict
        let fact: String
        /// Failed again when it was looked at again; nil: not looked at.
        let stillFailing: Bool?
    }

    let slip: SlipID
    let list: Checklist
    let staff: StaffID
    let at: Moment
    /// Until when what failed is looked at again.
    let due: Moment
    let status: String
    let passed: Int
    let counted: Int
    let decision: DecisionID
    var items: [Item] = []

    private static let columns: SQL =
        "slip, list, staff, opened_at, due_at, status, passed, counted, decision"

    /// Those made in a stretch of days, newest first, with their items.
    static func made(
        _ span: DaySpan, at site: SiteID, limit: Int, in transaction: any Transaction
    ) throws -> [InspectionRow] {
        let (from, to) = (span.from.start, span.to.adding(days: 1).start)
        var rows = try transaction.rows(
            """
            SELECT \(sql: columns) FROM slip_row WHERE site = \(site) AND kind = 'inspection'
            AND opened_at >= \(from) AND opened_at < \(to)
            ORDER BY opened_at DESC, slip LIMIT \(limit)
            """
        ).map(InspectionRow.init)
        let items = try transaction.rows(
            """
            SELECT i.slip, i.item, i.verdict, i.fact, i.still_failing FROM inspection_item i
            JOIN slip_row s ON s.site = i.site AND s.slip = i.slip AND s.kind = 'inspection'
            WHERE i.site = \(site) AND s.opened_at >= \(from) AND s.opened_at < \(to)
            ORDER BY i.slip, i.position
            """)
        let bySlip = try Dictionary(grouping: items) { try $0.text("slip") }
        for index in rows.indices {
            rows[index].items = try (bySlip[rows[index].slip.rawValue] ?? []).map(Item.init)
        }
        return rows
    }

    /// One inspection.
    static func one(
        _ slip: SlipID, at site: SiteID, in transaction: any Transaction
    ) throws -> InspectionRow? {
        let row = try transaction.row(
            """
            SELECT \(sql: columns) FROM slip_row WHERE site = \(site) AND kind = 'inspection'
            AND slip = \(slip)
            """)
        guard var found = try row.map(InspectionRow.init) else { return nil }
        found.items = try transaction.rows(
            """
            SELECT item, verdict, fact, still_failing FROM inspection_item
            WHERE site = \(site) AND slip = \(slip) ORDER BY position
            """
        ).map(Item.init)
        return found
    }

    init(_ row: Row) throws {
        slip = SlipID(try row.text("slip"))
        list = try row.code("list")
        staff = StaffID(try row.text("staff"))
        at = Moment(milliseconds: try row.int("opened_at"))
        due = Moment(milliseconds: try row.int("due_at"))
        status = try row.text("status")
        passed = Int(try row.int("passed"))
        counted = Int(try row.int("counted"))
        decision = DecisionID(try row.text("decision"))
    }

    /// A serious item failed, which fails the whole (REC-49).
    var isVetoed: Bool {
        items.contains { $0.verdict == .fail && list.serious.contains($0.item) }
    }

    /// `5/6`, or `0/6` where a serious item failed.
    var scoreWords: String { "\(isVetoed ? 0 : passed)/\(counted)" }

    /// What became of it.
    var statusWords: String {
        switch status {
        case "open": "待复查"
        case "failed": "复查仍不合格"
        case "overdue": "没按时复查"
        default: items.contains { $0.verdict == .fail } ? "复查合格" : "全部合格"
        }
    }

    var tone: Tone {
        switch status {
        case "open": .warn
        case "failed", "overdue": .stop
        default: .good
        }
    }

    /// The failed items with what was seen.
    var failures: String {
        items.filter { $0.verdict == .fail }.map { "\(list.label(of: $0.item))：\($0.fact)" }
            .joined(separator: "；")
    }
}

extension InspectionRow.Item {
    init(_ row: Row) throws {
        item = try row.text("item")
        verdict = try row.code("verdict")
        fact = try row.text("fact")
        stillFailing = try row.optionalInt("still_failing").map { $0 == 1 }
    }
}
