import Database
import HouseRules

extension ListWriter {
    /// `change_row`: every customer who wants another consultant, with what came of it (REC-36).
    static let changes = ListWriter(
        name: "change_row",
        clear: { ["DELETE FROM change_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.compactMap { event in
                switch event {
                case .claims(.changeAsked(let request)): return asked(request, entry, site)
                case .claims(.changeRuled(let decision)): return ruled(decision, entry, site)
                default: return nil
                }
            }
        })

    private static func asked(_ request: ChangeRequest, _ entry: Entry, _ site: SiteID) -> SQL {
        """
        INSERT INTO change_row (site, slip, person, staff, wants, cause, note, asked_by, asked_at, \
        due_at, decision) VALUES (\(site), \(request.wish.slip), \(request.wish.person), \
        \(request.from), \(request.wish.wants), \(request.wish.cause.rawValue), \
        \(request.wish.note), \(request.by), \(request.at), \(request.due), \(entry.id)) \
        ON CONFLICT (site, slip) DO UPDATE SET person = excluded.person, staff = excluded.staff, \
        wants = excluded.wants, cause = excluded.cause, note = excluded.note, \
        asked_by = excluded.asked_by, asked_at = excluded.asked_at, due_at = excluded.due_at, \
        granted_to = NULL, ruling = NULL, ruling_note = NULL, ruled_by = NULL, ruled_at = NULL, \
        decision = excluded.decision
        """
    }

    private static func ruled(_ decision: ChangeDecision, _ entry: Entry, _ site: SiteID) -> SQL {
        """
        UPDATE change_row SET ruling = \(decision.ruling.code), \
        granted_to = \(decision.ruling.staff), ruling_note = \(decision.note), \
        ruled_by = \(decision.by), ruled_at = \(decision.at), decision = \(entry.id) \
        WHERE site = \(site) AND slip = \(decision.request.wish.slip)
        """
    }
}

extension ChangeRuling {
    /// The word of it in lists.
    fileprivate var code: String {
        switch self {
        case .granted: "granted"
        case .refused: "refused"
        }
    }

    /// Who gets the customer.
    fileprivate var staff: StaffID? { if case .granted(let staff) = self { staff } else { nil } }
}

/// One customer who wants another consultant (REC-36).
struct ChangeRow: Sendable, Hashable {
    let slip: SlipID
    let person: PersonID
    /// Whose customer it was.
    let from: StaffID
    let wants: StaffID?
    let cause: ChangeCause
    let note: String
    let askedBy: StaffID
    let askedAt: Moment
    let due: Moment
    /// Who got the customer; nil: nobody, or not decided.
    let grantedTo: StaffID?
    let rulingNote: String?
    let ruledBy: StaffID?
    let ruledAt: Moment?
    let decision: DecisionID

    /// Those that nobody has decided on, the first due first; then the others, the latest first.
    static func all(at site: SiteID, limit: Int) -> SQL {
        """
        SELECT slip, person, staff, wants, cause, note, asked_by, asked_at, due_at, granted_to, \
        ruling_note, ruled_by, ruled_at, decision FROM change_row WHERE site = \(site) \
        ORDER BY ruled_at IS NOT NULL, CASE WHEN ruled_at IS NULL THEN due_at ELSE 0 END, \
        ruled_at DESC, slip LIMIT \(limit)
        """
    }

    init(_ row: Row) throws {
        slip = SlipID(try row.text("slip"))
        person = PersonID(try row.text("person"))
        from = StaffID(try row.text("staff"))
        wants = try row.optionalText("wants").map { StaffID($0) }
        cause = try row.code("cause")
        note = try row.text("note")
        askedBy = StaffID(try row.text("asked_by"))
        askedAt = Moment(milliseconds: try row.int("asked_at"))
        due = Moment(milliseconds: try row.int("due_at"))
        grantedTo = try row.optionalText("granted_to").map { StaffID($0) }
        rulingNote = try row.optionalText("ruling_note")
        ruledBy = try row.optionalText("ruled_by").map { StaffID($0) }
        ruledAt = try row.optionalMoment("ruled_at")
        decision = DecisionID(try row.text("decision"))
    }
}
