import Database
import HTTPTypes
import HouseRules
import Logging

/// A notice on somebody's phone page, until they say that they know or it is out of date.
struct PhoneNotice: Sendable, Equatable {
    let id: String
    let kind: MessageKind
    let sentence: String
    let at: Moment

    static func columns(for staff: StaffID, of site: SiteID, at now: Moment) -> SQL {
        """
        SELECT \(sql: MessageRow.columns) FROM message WHERE site = \(site) AND staff = \(staff)
        AND channel = 'app' AND seen_at IS NULL AND expires_at > \(now)
        AND created_at > \(now.milliseconds - 86_400_000) ORDER BY created_at DESC, id DESC LIMIT 3
        """
    }

    init(_ row: MessageRow, _ directory: StaffDirectory) {
        (id, kind, at) = (row.id, row.kind, row.createdAt)
        sentence = kind.sentence(row.facts, directory)
    }

    func html(_ csrf: HTML) -> HTML {
        let known: HTML = """
            <form method="post" action="\(url: "/notices/\(id)/seen")">\(csrf)
            \(button("知道了", .plain, icon: .check))</form>
            """
        let look: HTML? = kind == .customersLapse ? linkButton("看客户", to: "/customers") : nil
        return """
            <div data-vibrate="notice-\(id)">\
            \(notice(
                .warn, title: kind.label, text: "\(at.clockWords) \(sentence)",
                actions: "\(look)\(known)"))\
            </div>
            """
    }
}

/// Tells the phone pages that a notice has come for whoever holds them.
final class LiveNotices: Sendable {
    private let database: any Database
    private let hub: LiveHub
    private let surroundings: Surroundings

    init(database: any Database, hub: LiveHub, surroundings: Surroundings) {
        (self.database, self.hub, self.surroundings) = (database, hub, surroundings)
    }

    /// The topic of somebody's notices.
    static func topic(_ staff: StaffID, of site: SiteID) -> String {
        prefix(site) + staff.rawValue
    }

    private static func prefix(_ site: SiteID) -> String { "notices/\(site.rawValue)/" }

    /// Tells those who listen about what is new for them; listeners drop what they know.
    func send(_ site: SiteID) async {
        let prefix = Self.prefix(site)
        let listening = hub.topics(startingWith: prefix).map { String($0.dropFirst(prefix.count)) }
        guard !listening.isEmpty else { return }
        do {
            for (staff, newest) in try await newest(listening, of: site) {
                hub.publish(Self.event(newest), to: prefix + staff)
            }
        } catch {
            surroundings.log.warning("notices could not be sent", metadata: ["error": "\(error)"])
        }
    }

    private static func event(_ newest: Int64) -> LiveEvent {
        LiveEvent(name: "notices", id: newest, html: "\(newest)")
    }

    private func newest(_ staff: [String], of site: SiteID) async throws -> [(String, Int64)] {
        let since = surroundings.now() - 86_400_000
        return try await database.read { transaction in
            try transaction.rows(
                """
                SELECT staff, max(created_at) AS newest FROM message WHERE site = \(site)
                AND staff IN \(sql: .list(staff)) AND channel = 'app' AND created_at > \(since)
                GROUP BY staff
                """
            ).map { (try $0.text("staff"), try $0.int("newest")) }
        }
    }
}

/// The phone page's notices and its stream.
struct NoticeRoutes: Sendable {
    let house: House
    let live: LiveBoards

    var routes: [Route] {
        [
            Route(
                .get, "/me/notices", access: .permission(.standInTurn), kind: .page,
                summary: "我的：寄给我的通知"
            ) { call in .html(try await house.notices(call)) },
            Route(
                .get, "/events/me", access: .permission(.standInTurn), kind: .events,
                summary: "我的：实时变化", handler: stream),
            Route(
                .post, "/notices/{id}/seen", access: .permission(.standInTurn), kind: .form,
                summary: "知道了", handler: seen),
        ]
    }

    @Sendable private func stream(_ call: Call) async throws -> Answer {
        let book = try await house.book(call)
        let staff = try house.account(call).staff
        live.follow(book)
        let topics = [LiveBoards.topic(book.site), LiveNotices.topic(staff, of: book.site)]
        return try call.web.live.stream(call, topics: topics) {
            [live] in try await live.events(book)
        }
    }

    @Sendable private func seen(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let (id, now) = (try call.parameter("id"), house.now(call))
        guard id.utf8.count <= 100, !id.utf8.contains(0) else { throw Problem.notFound }
        let isMine = try await house.database.write { transaction in
            try transaction.execute(
                """
                UPDATE message SET seen_at = coalesce(seen_at, \(now)) WHERE site = \(account.site)
                AND id = \(id) AND staff = \(account.staff) AND channel = 'app'
                """) == 1
        }
        guard isMine else { throw Problem.notFound }
        return .redirect(to: "/me")
    }
}

extension House {
    /// The notices of whoever asks.
    func notices(_ call: Call) async throws -> HTML {
        let account = try account(call)
        let directory = try await names.directory(account.site)
        let now = now(call)
        let rows = try await database.read { transaction in
            try transaction.rows(
                PhoneNotice.columns(for: account.staff, of: account.site, at: now)
            ).map(MessageRow.init)
        }
        let csrf = call.csrfField
        return HTML(rows.map { PhoneNotice($0, directory).html(csrf) })
    }
}
