import Database
import HouseRules

/// The text after a first call of the day, as management goes through it (REC-61).
struct TextLine: Sendable {
    let call: CallID
    let staff: StaffID
    let calledAt: Moment?
    let status: TextStatus
    let due: Moment?
    let sentAt: Moment?
    let passed: Bool?

    /// Those of a day, in the order of their deadlines.
    static func ofDay(_ day: BusinessDay, at site: SiteID) -> SQL {
        """
        SELECT t.call, t.staff, t.status, t.due_at, t.sent_at, t.passed, c.at FROM text_row t
        LEFT JOIN call_row c ON c.site = t.site AND c.call = t.call
        WHERE t.site = \(site) AND t.day = \(day) ORDER BY t.closes_at, t.call LIMIT 200
        """
    }

    init(_ row: Row) throws {
        call = CallID(try row.text("call"))
        staff = StaffID(try row.text("staff"))
        calledAt = try row.optionalMoment("at")
        status = try row.code("status")
        due = try row.optionalMoment("due_at")
        sentAt = try row.optionalMoment("sent_at")
        passed = try row.optionalInt("passed").map { $0 == 1 }
    }

    /// Something to do about it: late, missing, or to be gone through.
    func waits(afterEvening: Bool) -> Bool {
        if status == .late && sentAt == nil || status == .missing && passed == nil { return true }
        return afterEvening && passed == nil
    }

    /// The line of 今日.
    func line(_ names: StaffDirectory, afterEvening: Bool) -> TodayView.Line {
        let when = calledAt.map { "\($0.shortWords) 的首次来电" } ?? "首次来电"
        let sent = sentAt.map { "，\($0.clockWords) 发出" } ?? ""
        var line = TodayView.Line(
            title: "\(names.name(staff)) · \(when)", text: "短信\(status.label)\(sent)。",
            link: ("这一通", "/calls/\(percentEncode(call.rawValue))"))
        guard afterEvening, passed == nil else { return line }
        let path = "/text-reviews/\(percentEncode(call.rawValue))"
        line.presses = [
            .init(label: "通过", path: path, fields: [("passed", "1")]),
            .init(label: "不通过", path: path, fields: [("passed", "0")], style: .danger),
        ]
        return line
    }
}
