import Database
import HouseRules

/// A call with its line of the register and its text, as lists show them.
struct CallRegisterRow: Sendable {
    let call: CallID
    let at: Moment
    let answerer: StaffID?
    let status: CallStatus
    let endedAt: Moment?
    /// How far the entry is: `open`, `complete` or `void`; nil: nothing entered yet.
    let entry: String?
    let missing: [CallColumn]
    let closes: Moment?
    let appointment: Moment?
    let text: TextStatus?
    let textDue: Moment?
    let textCloses: Moment?
    let textSent: Moment?
    let passed: Bool?
    let answeredAt: Moment?
    let decision: DecisionID

    /// Seconds from picking up to hanging up.
    var seconds: Int? {
        guard let endedAt, let answeredAt else { return nil }
        return endedAt.seconds(since: answeredAt)
    }

    private static let columns: SQL = """
        SELECT c.call, c.at, c.answerer, c.status, c.ended_at, c.answered_at, c.decision, \
        e.status AS entry, e.missing, e.closes_at, e.appointment_at, t.status AS text_status, \
        t.due_at, t.closes_at AS text_closes, t.sent_at, t.passed
        FROM call_row c
        LEFT JOIN entry_row e ON e.site = c.site AND e.kind = 'call' AND e.about = c.call
        LEFT JOIN text_row t ON t.site = c.site AND t.call = c.call
        """

    static func one(_ call: CallID, at site: SiteID) -> SQL {
        "\(sql: columns) WHERE c.site = \(site) AND c.call = \(call)"
    }

    static func page(_ condition: SQL, limit: Int, offset: Int = 0) -> SQL {
        """
        \(sql: columns) WHERE \(sql: condition)
        ORDER BY c.at DESC, c.call LIMIT \(limit) OFFSET \(offset)
        """
    }

    init(_ row: Row) throws {
        call = CallID(try row.text("call"))
        at = Moment(milliseconds: try row.int("at"))
        answerer = try row.optionalText("answerer").map { StaffID($0) }
        status = try row.code("status")
        endedAt = try row.optionalMoment("ended_at")
        answeredAt = try row.optionalMoment("answered_at")
        entry = try row.optionalText("entry")
        missing = try (row.optionalText("missing") ?? "").split(separator: " ")
            .compactMap { CallColumn(rawValue: String($0)) }
        closes = try row.optionalMoment("closes_at")
        appointment = try row.optionalMoment("appointment_at")
        text = try row.optionalCode("text_status")
        textDue = try row.optionalMoment("due_at")
        textCloses = try row.optionalMoment("text_closes")
        textSent = try row.optionalMoment("sent_at")
        passed = try row.optionalInt("passed").map { $0 == 1 }
        decision = DecisionID(try row.text("decision"))
    }

    /// The entry in a word.
    var entryBadge: HTML {
        switch entry {
        case "complete": badge("已填全", .good)
        case "open": badge("缺 \(missing.map(\.label).listed)", .warn)
        case "void": badge("过时未填全", .stop)
        default: badge("未登记", .warn)
        }
    }

    /// The text in a word; nothing when none is due.
    var textBadge: HTML? { text.map { badge($0.label, $0.tone) } }
}

extension TextStatus {
    /// What its colour means.
    var tone: Tone {
        switch self {
        case .sent: .good
        case .declined: .off
        case .pending: .busy
        case .late: .warn
        case .missing: .stop
        }
    }
}
