import Database
import HouseRules

/// Which messages a list shows.
struct MessageFilter: Sendable, Equatable {
    var state: MessageState?
    var channel: MessageChannelName?
    var day: BusinessDay?

    init(_ query: FormFields) throws(Problem) {
        state = try Self.code(query, "state")
        channel = try Self.code(query, "channel")
        guard let text = query.text("day") else { return }
        guard let day = BusinessDay(text) else { throw .badRequest("day 要写成 2025-06-02。") }
        self.day = day
    }

    private static func code<Code: RawRepresentable & CaseIterable>(
        _ query: FormFields, _ name: String
    ) throws(Problem) -> Code? where Code.RawValue == String {
        guard let text = query.text(name) else { return nil }
        guard let code = Code(rawValue: text) else {
            let known = Code.allCases.map(\.rawValue).listed
            throw .badRequest("\(name) 只能是 \(known)。")
        }
        return code
    }

    /// The fields of an address that ask for the same list.
    var query: String {
        let parts = [
            state.map { "state=\($0.rawValue)" }, channel.map { "channel=\($0.rawValue)" },
            day.map { "day=\($0.text)" },
        ]
        return parts.compactMap(\.self).map { "&" + $0 }.joined()
    }
}

/// The messages of a site, page by page, and what management does with those that are stuck.
enum MessageList {
    static let pageSize = 50

    /// Where a page ends: the next begins after it.
    struct Mark: Sendable, Equatable {
        let at: Int64
        let id: String

        /// As it stands in addresses: `1748829600000-e-12-0`.
        var text: String { "\(at)-\(id)" }

        init?(_ text: String) {
            guard let end = text.firstIndex(of: "-"), let at = Int64(text[..<end]),
                (0..<4_102_416_000_000).contains(at)
            else { return nil }
            self.at = at
            id = String(text[text.index(after: end)...])
        }

        init(_ row: MessageRow) {
            at = row.createdAt.milliseconds
            id = row.id
        }
    }

    /// One page, newest first, and where it ends when there is more.
    static func page(
        after mark: Mark?, of site: SiteID, _ filter: MessageFilter,
        in transaction: any Transaction
    ) throws -> (rows: [MessageRow], next: Mark?) {
        var condition: SQL = "site = \(site)"
        if let mark {
            condition += " AND (created_at < \(mark.at) OR created_at = \(mark.at)"
            condition += " AND id < \(mark.id))"
        }
        if let state = filter.state { condition += " AND state = \(state.rawValue)" }
        if let channel = filter.channel { condition += " AND channel = \(channel.rawValue)" }
        if let day = filter.day {
            condition += " AND created_at >= \(day.start)"
            condition += " AND created_at < \(day.adding(days: 1).start)"
        }
        let rows = try transaction.rows(
            """
            SELECT \(sql: MessageRow.columns) FROM message WHERE \(sql: condition)
            ORDER BY created_at DESC, id DESC LIMIT \(pageSize + 1)
            """
        ).map(MessageRow.init)
        let shown = Array(rows.prefix(pageSize))
        return (shown, rows.count > pageSize ? shown.last.map(Mark.init) : nil)
    }

    /// One message; nil when the site has none of that id.
    static func one(
        _ id: String, of site: SiteID, in transaction: any Transaction
    ) throws -> MessageRow? {
        try transaction.row(
            """
            SELECT \(sql: MessageRow.columns) FROM message WHERE site = \(site) AND id = \(id)
            """
        ).map(MessageRow.init)
    }

    /// Puts a message that was given up back, with as long to live as it had at first.
    static func retry(
        _ row: MessageRow, by staff: StaffID, at now: Moment, in transaction: any Transaction
    ) throws -> Bool {
        let life = row.expiresAt.milliseconds - row.createdAt.milliseconds
        return try transaction.execute(
            """
            UPDATE message SET state = 'waiting', tries = 0, next_try = \(now), batch = NULL,
                expires_at = \(now.milliseconds + life), tended_by = \(staff), tended_at = \(now),
                note = NULL
            WHERE site = \(row.site) AND id = \(row.id) AND state = 'dead'
            """) == 1
    }

    /// Withdraws a message that was not sent, with the reason.
    static func withdraw(
        _ row: MessageRow, because note: String, by staff: StaffID, at now: Moment,
        in transaction: any Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE message SET state = 'void', sealed = NULL, note = \(note),
                tended_by = \(staff), tended_at = \(now)
            WHERE site = \(row.site) AND id = \(row.id) AND state IN ('dead', 'waiting')
            """) == 1
    }
}
