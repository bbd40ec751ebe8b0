import Database
import HouseRules

extension ListWriter {
    /// The lists of the registers.
    static let registers: [ListWriter] = [texts, penalties, slips, registerEntries]

    private static func writer(
        _ table: String, _ statement: @escaping @Sendable (RegisterEvent, Entry, SiteID) -> SQL?
    ) -> ListWriter {
        ListWriter(
            name: table,
            clear: { [SQL(literal: "DELETE FROM \(table) WHERE site = ") + "\($0)"] },
            write: { entry, site in
                entry.events.compactMap { event in
                    guard case .registers(let event) = event else { return nil }
                    return statement(event, entry, site)
                }
            })
    }

    /// `penalty_row`: every penalty a rule proposed.
    static let penalties = ListWriter(
        name: "penalty_row",
        clear: { ["DELETE FROM penalty_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.enumerated().compactMap { ordinal, event in
                guard case .registers(.penaltyDrafted(let draft, let at)) = event else {
                    return nil
                }
                return """
                    INSERT INTO penalty_row (site, seq, ordinal, day, at, staff, article, fen, \
                    about, decision) VALUES (\(site), \(entry.seq), \(ordinal), \(at.day), \(at), \
                    \(draft.staff), \(draft.article), \(draft.amount.fen), \(draft.about), \
                    \(entry.id))
                    """
            }
        })

    /// `text_row`: every text after a first call with how far it is.
    static let texts = writer("text_row") { event, entry, site in
        switch event {
        case .textDue(let call, let staff, let by, let closes):
            return """
                INSERT INTO text_row (site, call, staff, day, due_at, closes_at, status, decision) \
                VALUES (\(site), \(call), \(staff), \(closes.day.adding(days: -1)), \(by), \
                \(closes), 'pending', \(entry.id)) ON CONFLICT (site, call) DO NOTHING
                """
        case .textSent(let call, _, let late, let at):
            return """
                UPDATE text_row SET sent_at = \(at), status = CASE WHEN status = 'missing' \
                THEN 'missing' ELSE \(late ? "late" : "sent") END \
                WHERE site = \(site) AND call = \(call)
                """
        case .textDeclined(let call, _, _): return status("declined", of: call, site)
        case .textLate(let call, _, _): return status("late", of: call, site)
        case .textMissing(let call, _, _): return status("missing", of: call, site)
        case .textReviewed(let call, _, let passed, _):
            return """
                UPDATE text_row SET passed = \(passed ? 1 : 0) \
                WHERE site = \(site) AND call = \(call)
                """
        default: return nil
        }
    }

    private static func status(_ status: String, of call: CallID, _ site: SiteID) -> SQL {
        """
        UPDATE text_row SET status = \(status) WHERE site = \(site) AND call = \(call) \
        AND status <> 'missing'
        """
    }

    /// `slip_row`: messages, promises, inspections and visits of leaders.
    static let slips = writer("slip_row") { event, entry, site in
        switch event {
        case .messageLeft(let slip, let staff, let remind, _):
            return open(Slip(slip, "message", staff, due: remind), entry, site)
        case .messageReminded(let slip, _, _):
            return close(slip, "message", "overdue", nil, site)
        case .messageHandled(let slip, _, let at):
            return close(slip, "message", "done", at, site)
        case .promised(let fact, _), .promiseAmended(let fact, _, _):
            return open(Slip(fact.slip, "promise", fact.staff, due: fact.due), entry, site)
        case .promiseOverdue(let slip, _, _):
            return close(slip, "promise", "overdue", nil, site)
        case .promiseAnswered(let slip, _, let late, let at):
            return close(slip, "promise", late ? "late" : "done", at, site)
        case .leaderPlanned(let slip, let visit, _):
            return open(Slip(slip, "leader", nil, due: visit), entry, site)
        case .leaderAnnounced(let slip, let at):
            return close(slip, "leader", "done", at, site)
        case .inspected(let inspection, _, let closes, _):
            var slip = Slip(inspection.slip, "inspection", inspection.staff, due: closes)
            slip.inspection = inspection
            return open(slip, entry, site)
        case .rechecked(let slip, let failing, _, let at):
            let status = failing.isEmpty ? "done" : "failed"
            return close(slip, "inspection", status, at, site)
        case .recheckOverdue(let slip, _, let at):
            return close(slip, "inspection", "overdue", at, site)
        default: return nil
        }
    }

    private struct Slip {
        var slip: SlipID
        var kind: String
        var staff: StaffID?
        var due: Moment
        var inspection: Inspection?

        init(_ slip: SlipID, _ kind: String, _ staff: StaffID?, due: Moment) {
            self.slip = slip
            self.kind = kind
            self.staff = staff
            self.due = due
        }
    }

    private static func open(_ slip: Slip, _ entry: Entry, _ site: SiteID) -> SQL {
        let isDone = slip.inspection?.failed.isEmpty ?? false
        return """
            INSERT INTO slip_row (site, slip, kind, staff, opened_at, due_at, status, list, \
            passed, counted, decision) VALUES (\(site), \(slip.slip), \(slip.kind), \(slip.staff), \
            \(entry.at), \(slip.due), \(isDone ? "done" : "open"), \
            \(slip.inspection?.list.rawValue), \(slip.inspection?.passed), \
            \(slip.inspection?.counted), \(entry.id)) ON CONFLICT (site, kind, slip) \
            DO UPDATE SET staff = excluded.staff, due_at = excluded.due_at, \
            status = excluded.status, closed_at = NULL, list = excluded.list, \
            passed = excluded.passed, counted = excluded.counted, decision = excluded.decision
            """
    }

    private static func close(
        _ slip: SlipID, _ kind: String, _ status: String, _ closed: Moment?, _ site: SiteID
    ) -> SQL {
        """
        UPDATE slip_row SET status = \(status), closed_at = \(closed) \
        WHERE site = \(site) AND kind = \(kind) AND slip = \(slip)
        """
    }

    /// `entry_row`: lines of the visit and the call register with what is missing in them.
    static let registerEntries = writer("entry_row") { event, entry, site in
        switch event {
        case .visitEntered(let line, let closes, let late, let at):
            let row = EntryLine(
                kind: "visit", about: line.visit.rawValue, staff: line.staff,
                missing: line.missing.map(\.rawValue), closes: closes, late: late, at: at)
            return write(row, entry, site)
        case .visitEntryLapsed(let visit, let staff, let missing, let at):
            let row = EntryLine(
                kind: "visit", about: visit.rawValue, staff: staff,
                missing: missing.map(\.rawValue), closes: at, late: true, at: at)
            return write(row, entry, site)
        case .callEntered(let line, let closes, let late, let at):
            let row = EntryLine(
                kind: "call", about: line.entry.call.rawValue, staff: line.staff,
                missing: line.missing.map(\.rawValue), closes: closes, late: late, at: at,
                appointment: line.entry.appointment)
            return write(row, entry, site)
        case .callEntryLapsed(let call, _, _, _):
            return """
                UPDATE entry_row SET status = 'void' \
                WHERE site = \(site) AND kind = 'call' AND about = \(call)
                """
        default: return nil
        }
    }

    private struct EntryLine {
        var kind: String
        var about: String
        var staff: StaffID
        var missing: [String]
        var closes: Moment
        var late: Bool
        var at: Moment
        var appointment: Moment?
    }

    private static func write(_ row: EntryLine, _ entry: Entry, _ site: SiteID) -> SQL {
        let status = row.late ? "void" : row.missing.isEmpty ? "complete" : "open"
        return """
            INSERT INTO entry_row (site, kind, about, staff, missing, closes_at, status, \
            appointment_at, entered_at, decision) VALUES (\(site), \(row.kind), \(row.about), \
            \(row.staff), \(row.missing.joined(separator: " ")), \(row.closes), \(status), \
            \(row.appointment), \(row.at), \(entry.id)) ON CONFLICT (site, kind, about) \
            DO UPDATE SET missing = excluded.missing, status = excluded.status, \
            appointment_at = excluded.appointment_at, entered_at = excluded.entered_at, \
            decision = excluded.decision
            """
    }
}
