import Database
import HouseRules

extension ListWriter {
    /// The lists of order on the floor: disputes, suspensions, items of inspections.
    static let floor: [ListWriter] = [disputes, suspensions, inspectionItems]

    /// `dispute_row`: every dispute about a lost turn, with its ruling once there is one (REC-15).
    static let disputes = ListWriter(
        name: "dispute_row",
        clear: { ["DELETE FROM dispute_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.compactMap { event in
                switch event {
                case .duty(.disputeFiled(let dispute)):
                    return """
                        INSERT INTO dispute_row (site, dispute, staff, visit, why, note, filed_by, \
                        filed_at, day, decision) VALUES (\(site), \(dispute.id), \
                        \(dispute.turn.staff), \(dispute.turn.visit), \
                        \(dispute.turn.why.rawValue), \(dispute.note), \(dispute.filedBy), \
                        \(dispute.at), \(dispute.at.day), \(entry.id)) \
                        ON CONFLICT (site, dispute) DO UPDATE SET staff = excluded.staff, \
                        visit = excluded.visit, why = excluded.why, note = excluded.note, \
                        filed_by = excluded.filed_by, filed_at = excluded.filed_at, \
                        day = excluded.day, ruling = NULL, ruling_note = NULL, ruled_by = NULL, \
                        ruled_at = NULL, decision = excluded.decision
                        """
                case .duty(.disputeRuled(let dispute, let ruling, let note, let staff, let at)):
                    return """
                        UPDATE dispute_row SET ruling = \(ruling.rawValue), \
                        ruling_note = \(note), ruled_by = \(staff), ruled_at = \(at), \
                        decision = \(entry.id) WHERE site = \(site) AND dispute = \(dispute.id)
                        """
                default: return nil
                }
            }
        })

    /// `suspension_row`: every suspension; the graver finding of one incident replaces the other.
    static let suspensions = ListWriter(
        name: "suspension_row",
        clear: { ["DELETE FROM suspension_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.compactMap { event in
                guard case .duty(.suspended(let slip)) = event else { return nil }
                let days = slip.days.map(\.text).joined(separator: " ")
                return """
                    INSERT INTO suspension_row (site, staff, incident, misconduct, facts, finder, \
                    role, days, issued_at, day, decision) VALUES (\(site), \(slip.staff), \
                    \(slip.incident), \(slip.misconduct.rawValue), \(slip.facts), \
                    \(slip.finder), \(slip.role.rawValue), \(days), \(slip.at), \(slip.at.day), \
                    \(entry.id)) ON CONFLICT (site, staff, incident) DO UPDATE SET \
                    misconduct = excluded.misconduct, facts = excluded.facts, \
                    finder = excluded.finder, role = excluded.role, days = excluded.days, \
                    issued_at = excluded.issued_at, day = excluded.day, \
                    decision = excluded.decision
                    """
            }
        })

    /// `inspection_item`: every item with what was seen, and whether it failed again.
    static let inspectionItems = ListWriter(
        name: "inspection_item",
        clear: { ["DELETE FROM inspection_item WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.flatMap { event -> [SQL] in
                switch event {
                case .registers(.inspected(let inspection, _, _, _)):
                    return inspected(inspection, site)
                case .registers(.rechecked(let slip, let failing, _, _)):
                    return [rechecked(slip, failing, site)]
                default: return []
                }
            }
        })

    private static func inspected(_ inspection: Inspection, _ site: SiteID) -> [SQL] {
        let slip = inspection.slip
        let before: SQL = "DELETE FROM inspection_item WHERE site = \(site) AND slip = \(slip)"
        return [before]
            + inspection.results.enumerated().map { position, result in
                """
                INSERT INTO inspection_item (site, slip, position, item, verdict, fact) \
                VALUES (\(site), \(slip), \(position), \(result.item), \
                \(result.verdict.rawValue), \(result.fact))
                """
            }
    }

    private static func rechecked(_ slip: SlipID, _ failing: [String], _ site: SiteID) -> SQL {
        let again: SQL =
            failing.isEmpty ? "0" : "CASE WHEN item IN \(sql: SQL.list(failing)) THEN 1 ELSE 0 END"
        return """
            UPDATE inspection_item SET still_failing = \(sql: again) WHERE site = \(site) \
            AND slip = \(slip) AND verdict = 'fail'
            """
    }
}

/// One dispute about a lost turn (REC-15).
struct DisputeRow: Sendable, Hashable {
    let id: String
    let staff: StaffID
    let visit: VisitID
    let why: PassReason
    let note: String
    let filedBy: StaffID
    let filedAt: Moment
    let ruling: DisputeRuling?
    let rulingNote: String?
    let ruledBy: StaffID?
    let ruledAt: Moment?
    /// The last decision about it: the filing, or the ruling.
    let decision: DecisionID
    /// Number of the visit in the register of its day.
    let number: Int?
    /// When that group came in.
    let arrivedAt: Moment?

    private static let columns: SQL = """
        d.dispute, d.staff, d.visit, d.why, d.note, d.filed_by, d.filed_at, d.ruling, \
        d.ruling_note, d.ruled_by, d.ruled_at, d.decision, v.number, v.arrived_at
        """
    private static let tables: SQL =
        "dispute_row d LEFT JOIN visit_row v ON v.site = d.site AND v.visit = d.visit"

    /// One dispute.
    static func one(_ id: String, at site: SiteID) -> SQL {
        """
        SELECT \(sql: columns) FROM \(sql: tables) WHERE d.site = \(site) AND d.dispute = \(id)
        """
    }

    /// Those filed in a stretch of days, newest first.
    static func filed(_ span: DaySpan, at site: SiteID, limit: Int) -> SQL {
        """
        SELECT \(sql: columns) FROM \(sql: tables) WHERE d.site = \(site)
        AND d.day >= \(span.from) AND d.day <= \(span.to)
        ORDER BY d.filed_at DESC, d.dispute LIMIT \(limit)
        """
    }

    /// Those nobody has ruled on, the oldest first.
    static func open(_ ids: [String], at site: SiteID) -> SQL {
        """
        SELECT \(sql: columns) FROM \(sql: tables) WHERE d.site = \(site)
        AND d.dispute IN \(sql: SQL.list(ids)) ORDER BY d.filed_at, d.dispute
        """
    }

    init(_ row: Row) throws {
        id = try row.text("dispute")
        staff = StaffID(try row.text("staff"))
        visit = VisitID(try row.text("visit"))
        why = try row.code("why")
        note = try row.text("note")
        filedBy = StaffID(try row.text("filed_by"))
        filedAt = Moment(milliseconds: try row.int("filed_at"))
        ruling = try row.optionalCode("ruling")
        rulingNote = try row.optionalText("ruling_note")
        ruledBy = try row.optionalText("ruled_by").map { StaffID($0) }
        ruledAt = try row.optionalMoment("ruled_at")
        decision = DecisionID(try row.text("decision"))
        number = try row.optionalInt("number").map { Int($0) }
        arrivedAt = try row.optionalMoment("arrived_at")
    }

    /// The visit as people say it.
    var visitWords: String {
        guard let number, let arrivedAt else { return visit.rawValue }
        return "\(arrivedAt.day.words)第 \(number) 组（\(arrivedAt.shortWords) 到）"
    }
}
