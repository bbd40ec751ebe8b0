import Database
import HouseRules

extension ListWriter {
    /// `call_row`: every call with who answered and how far it is.
    static let calls = ListWriter(
        name: "call_row",
        clear: { ["DELETE FROM call_row WHERE site = \($0)"] },
        write: { entry, site in
            entry.events.compactMap { event in
                guard case .calls(let event) = event else { return nil }
                return callStatement(event, entry, site)
            }
        })

    private static func callStatement(_ event: CallEvent, _ entry: Entry, _ site: SiteID) -> SQL? {
        switch event {
        case .answered(let call, let staff, let way, let at):
            return """
                INSERT INTO call_row (site, call, day, at, answerer, way, status, answered_at, \
                decision) VALUES (\(site), \(call), \(at.day), \(at), \(staff), \
                \(way.rawValue), 'talking', \(at), \(entry.id)) \
                ON CONFLICT (site, call) DO UPDATE SET answerer = excluded.answerer, \
                way = excluded.way, status = excluded.status, \
                answered_at = excluded.answered_at, ended_at = NULL, decision = excluded.decision
                """
        case .callbackOpened(let call, let wanted, let at):
            return """
                INSERT INTO call_row (site, call, day, at, wanted, status, decision) \
                VALUES (\(site), \(call), \(at.day), \(at), \(wanted), 'callback', \
                \(entry.id)) ON CONFLICT (site, call) DO UPDATE SET wanted = excluded.wanted, \
                status = excluded.status, decision = excluded.decision
                """
        case .ended(let call, _, let at):
            return """
                UPDATE call_row SET status = 'ended', ended_at = \(at) \
                WHERE site = \(site) AND call = \(call)
                """
        case .sheetPublished, .joined, .turnPassed, .lineHanded, .rangOut, .orderIssued,
            .orderConfirmed:
            return nil
        }
    }
}

/// How far a call is.
public enum CallStatus: String, Sendable, CaseIterable {
    /// To be called back.
    case callback
    /// Somebody is on the line.
    case talking
    /// Ended.
    case ended
}

/// One call as lists show it.
public struct CallRow: Sendable, Hashable {
    /// The call.
    public let call: CallID
    /// When it came in.
    public let at: Moment
    /// Whom the caller asked for, when that person could not answer.
    public let wanted: StaffID?
    /// Who answered.
    public let answerer: StaffID?
    /// How it came to them.
    public let way: CallWay?
    /// How far it is.
    public let status: CallStatus
    /// When it ended.
    public let endedAt: Moment?
    /// The decision that gave it to whoever answers.
    public let decision: DecisionID

    /// The calls of a day, newest first.
    public static func ofDay(_ day: BusinessDay, at site: SiteID, limit: Int = 200) -> SQL {
        """
        SELECT call, at, wanted, answerer, way, status, ended_at, decision FROM call_row
        WHERE site = \(site) AND day = \(day) ORDER BY at DESC, call LIMIT \(limit)
        """
    }

    /// Reads a row of the query above.
    public init(_ row: Row) throws {
        call = CallID(try row.text("call"))
        at = Moment(milliseconds: try row.int("at"))
        wanted = try row.optionalText("wanted").map { StaffID($0) }
        answerer = try row.optionalText("answerer").map { StaffID($0) }
        way = try row.optionalCode("way")
        status = try row.code("status")
        endedAt = try row.optionalMoment("ended_at")
        decision = DecisionID(try row.text("decision"))
    }
}
