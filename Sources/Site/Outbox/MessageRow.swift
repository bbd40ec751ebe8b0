import Database
import HouseRules

/// A message as it stands in the outbox.
struct MessageRow: Sendable {
    let site: SiteID
    let id: String
    let channel: MessageChannelName
    let kind: MessageKind
    let staff: StaffID?
    let facts: MessageFacts
    let sealed: String?
    let isUrgent: Bool
    let decision: DecisionID?
    let createdAt: Moment
    let expiresAt: Moment
    let state: MessageState
    let nextTry: Moment
    let tries: Int
    let sentAt: Moment?
    let sentBy: String?
    let fault: String?
    let tendedBy: StaffID?
    let tendedAt: Moment?
    let note: String?

    static let columns: SQL = """
        site, id, channel, kind, staff, facts, sealed, urgent, decision, created_at, expires_at, \
        state, next_try, tries, sent_at, sent_by, fault, tended_by, tended_at, note
        """

    init(_ row: Row) throws {
        site = SiteID(try row.text("site"))
        id = try row.text("id")
        channel = try row.code("channel")
        kind = try row.code("kind")
        staff = try row.optionalText("staff").map { StaffID($0) }
        facts = try JournalText.decode(MessageFacts.self, try row.text("facts"))
        sealed = try row.optionalText("sealed")
        isUrgent = try row.bool("urgent")
        decision = try row.optionalText("decision").map { DecisionID($0) }
        createdAt = Moment(milliseconds: try row.int("created_at"))
        expiresAt = Moment(milliseconds: try row.int("expires_at"))
        state = try row.code("state")
        nextTry = Moment(milliseconds: try row.int("next_try"))
        tries = Int(try row.int("tries"))
        sentAt = try row.optionalMoment("sent_at")
        sentBy = try row.optionalText("sent_by")
        fault = try row.optionalText("fault")
        tendedBy = try row.optionalText("tended_by").map { StaffID($0) }
        tendedAt = try row.optionalMoment("tended_at")
        note = try row.optionalText("note")
    }
}
