import Database
import HouseRules

extension ListWriter {
    /// `unit_move`: every step of every unit in the order of the announcements (SAL-01, SAL-03).
    static let unitMoves = ListWriter(
        name: "unit_move",
        clear: { ["DELETE FROM unit_move WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.compactMap { event in
                guard case .sales(.moved(let move)) = event else { return nil }
                return """
                    INSERT INTO unit_move (site, number, unit, from_status, to_status, cause, \
                    document, staff, decision, at) SELECT \(site), COALESCE(MAX(number), 0) + 1, \
                    \(move.unit), \(move.from.rawValue), \(move.to.rawValue), \
                    \(move.cause.rawValue), \(move.document), \(move.by), \(entry.id), \
                    \(move.at) FROM unit_move WHERE site = \(site)
                    """
            }
        })
}

/// One step of a unit as lists show it.
struct UnitMoveRow: Sendable, Hashable {
    /// The number of its announcement.
    let number: Int
    let unit: UnitID
    let from: UnitStatus
    let to: UnitStatus
    let cause: MoveCause
    let document: String
    let staff: StaffID
    let decision: DecisionID
    let at: Moment

    /// The steps of a unit, the newest first.
    static func of(_ unit: UnitID, at site: SiteID, limit: Int = 100) -> SQL {
        """
        SELECT \(sql: columns) FROM unit_move WHERE site = \(site) AND unit = \(unit) \
        ORDER BY number DESC LIMIT \(limit)
        """
    }

    /// Steps before a number, the newest first.
    static func before(_ number: Int, at site: SiteID, limit: Int) -> SQL {
        """
        SELECT \(sql: columns) FROM unit_move WHERE site = \(site) AND number < \(number) \
        ORDER BY number DESC LIMIT \(limit)
        """
    }

    private static let columns: SQL =
        "number, unit, from_status, to_status, cause, document, staff, decision, at"

    init(_ row: Row) throws {
        number = Int(try row.int("number"))
        unit = UnitID(try row.text("unit"))
        from = try row.code("from_status")
        to = try row.code("to_status")
        cause = try row.code("cause")
        document = try row.text("document")
        staff = StaffID(try row.text("staff"))
        decision = DecisionID(try row.text("decision"))
        at = Moment(milliseconds: try row.int("at"))
    }
}
