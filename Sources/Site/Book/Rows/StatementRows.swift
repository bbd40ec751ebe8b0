import Database
import HouseRules

extension ListWriter {
    /// `statement_row`: the pay of each month as it was last worked out (SAT-37).
    static let statements = ListWriter(
        name: "statement_row",
        clear: { ["DELETE FROM statement_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.flatMap { event -> [SQL] in
                guard case .commission(let event) = event else { return [] }
                switch event {
                case .workedOut(let month, let statements, _):
                    return workedOut(month, statements, entry.id, site)
                case .approved(let month, _, _): return [set(.approved, month, site)]
                case .locked(let month, _): return [set(.locked, month, site)]
                case .adopted, .scorePublished, .corrected: return []
                }
            }
        })

    private static func workedOut(
        _ month: BusinessDay, _ statements: [Statement], _ decision: DecisionID, _ site: SiteID
    ) -> [SQL] {
        let before: SQL = "DELETE FROM statement_row WHERE site = \(site) AND month = \(month)"
        return [before]
            + statements.map { statement in
                """
                INSERT INTO statement_row (site, month, staff, status, gross, score, payable, \
                carried, decision) VALUES (\(site), \(month), \(statement.staff?.rawValue ?? ""), \
                \(PayStatus.draft.rawValue), \(statement.gross.fen), \(statement.score), \
                \(statement.payable.fen), \(statement.carried.fen), \(decision))
                """
            }
    }

    private static func set(_ status: PayStatus, _ month: BusinessDay, _ site: SiteID) -> SQL {
        """
        UPDATE statement_row SET status = \(status.rawValue) \
        WHERE site = \(site) AND month = \(month)
        """
    }
}

/// How far the pay of a month is.
enum PayStatus: String, Sendable, CaseIterable {
    /// Worked out; may be worked out again.
    case draft
    /// The manager approved of it.
    case approved
    /// Paid out; changes no more.
    case locked
}

/// The pay of somebody for a month, in sums.
struct StatementRow: Sendable, Hashable {
    let month: BusinessDay
    /// Nil: the bonus pool.
    let staff: StaffID?
    let status: PayStatus
    let gross: Money
    /// In hundredths.
    let score: Int?
    let payable: Money
    let carried: Money
    /// The decision whose entry has the lines.
    let decision: DecisionID

    private static let columns: SQL = """
        month, staff, status, gross, score, payable, carried, decision
        """

    /// Everybody's for a month, the pool last.
    static func of(_ month: BusinessDay, at site: SiteID) -> SQL {
        """
        SELECT \(sql: columns) FROM statement_row WHERE site = \(site) AND month = \(month) \
        ORDER BY CASE WHEN staff = '' THEN 1 ELSE 0 END, staff
        """
    }

    /// The newest of somebody.
    static func newest(of staff: StaffID, at site: SiteID, limit: Int = 24) -> SQL {
        """
        SELECT \(sql: columns) FROM statement_row WHERE site = \(site) AND staff = \(staff) \
        ORDER BY month DESC LIMIT \(limit)
        """
    }

    /// Reads a row of the queries above.
    init(_ row: Row) throws {
        month = BusinessDay(number: Int(try row.int("month")))
        let staff = try row.text("staff")
        self.staff = staff.isEmpty ? nil : StaffID(staff)
        status = try row.code("status")
        gross = Money(fen: try row.int("gross"))
        score = try row.optionalInt("score").map { Int($0) }
        payable = Money(fen: try row.int("payable"))
        carried = Money(fen: try row.int("carried"))
        decision = DecisionID(try row.text("decision"))
    }
}

/// A month in sums.
struct PayMonthRow: Sendable, Hashable {
    let month: BusinessDay
    let status: PayStatus
    let people: Int
    let payable: Money

    /// A month in which nobody gets any.
    init(month: BusinessDay, status: PayStatus) {
        (self.month, self.status) = (month, status)
        (people, payable) = (0, Money(fen: 0))
    }

    /// The newest months.
    static func newest(at site: SiteID, limit: Int = 36) -> SQL {
        """
        SELECT month, MIN(status) AS status, COUNT(*) AS people, \
        CAST(SUM(payable) AS BIGINT) AS payable FROM statement_row WHERE site = \(site) \
        GROUP BY month ORDER BY month DESC LIMIT \(limit)
        """
    }

    /// Reads a row of the query above.
    init(_ row: Row) throws {
        month = BusinessDay(number: Int(try row.int("month")))
        status = try row.code("status")
        people = Int(try row.int("people"))
        payable = Money(fen: try row.int("payable"))
    }
}
