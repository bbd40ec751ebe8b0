import Database
import HouseRules

/// One suspension (REC-12).
struct SuspensionRow: Sendable, Hashable {
    let staff: StaffID
    let incident: String
    let misconduct: Misconduct
    let facts: String
    let finder: StaffID
    let role: Role
    let days: [BusinessDay]
    let issuedAt: Moment
    let decision: DecisionID

    /// Those issued in a stretch of days, newest first.
    static func issued(_ span: DaySpan, at site: SiteID, limit: Int) -> SQL {
        """
        SELECT staff, incident, misconduct, facts, finder, role, days, issued_at, decision
        FROM suspension_row WHERE site = \(site) AND day >= \(span.from) AND day <= \(span.to)
        ORDER BY issued_at DESC, staff, incident LIMIT \(limit)
        """
    }

    init(_ row: Row) throws {
        staff = StaffID(try row.text("staff"))
        incident = try row.text("incident")
        misconduct = try row.code("misconduct")
        facts = try row.text("facts")
        finder = StaffID(try row.text("finder"))
        role = try row.code("role")
        days = try row.text("days").split(separator: " ").compactMap { BusinessDay($0) }
        issuedAt = Moment(milliseconds: try row.int("issued_at"))
        decision = DecisionID(try row.text("decision"))
    }
}

extension SuspensionRow {
    /// Those whose last day is not over, the first to end first.
    static func running(
        on today: BusinessDay, at site: SiteID, in transaction: any Transaction
    ) throws -> [SuspensionRow] {
        let span = try DaySpan(checking: today.adding(days: 1 - DaySpan.longest), today)
        return try transaction.rows(issued(span, at: site, limit: ListFile.limit))
            .map(SuspensionRow.init)
            .filter { ($0.until ?? today.adding(days: -1)) >= today }
            .sorted { ($0.until ?? today, $0.staff) < ($1.until ?? today, $1.staff) }
    }

    /// The last day, which still counts.
    var until: BusinessDay? { days.max() }

    /// Where it stands on a day.
    func standing(on today: BusinessDay) -> String {
        guard let first = days.min(), let last = until else { return "—" }
        if today < first { return "还没开始" }
        return today > last ? "已满" : "停接中"
    }
}

/// One penalty that a rule proposed: only ever a draft.
struct PenaltyRow: Sendable, Hashable {
    let at: Moment
    let staff: StaffID
    let article: String
    let amount: Money
    let about: String
    let decision: DecisionID

    /// Those of a stretch of days, newest first.
    static func drafted(_ span: DaySpan, at site: SiteID, limit: Int) -> SQL {
        """
        SELECT at, staff, article, fen, about, decision FROM penalty_row
        WHERE site = \(site) AND day >= \(span.from) AND day <= \(span.to)
        ORDER BY seq DESC, ordinal DESC LIMIT \(limit)
        """
    }

    init(_ row: Row) throws {
        at = Moment(milliseconds: try row.int("at"))
        staff = StaffID(try row.text("staff"))
        article = try row.text("article")
        amount = Money(fen: try row.int("fen"))
        about = try row.text("about")
        decision = DecisionID(try row.text("decision"))
    }

    /// The amount, or that people decide on it.
    var amountWords: String { amount > Money(fen: 0) ? amount.text : "由经理裁量" }
}
