import Database
import HTTPTypes
import HouseRules

/// 公布: every change of a unit, announced to everybody, and who has read how far (SAL-03).
struct BulletinRoutes: Sendable {
    let house: House
    private static let pageSize = 50

    var routes: [Route] {
        [
            Route(
                .get, "/bulletins", access: .permission(.seeUnits), kind: .page, summary: "销控公布",
                handler: show),
            Route(
                .post, "/bulletins/reading", access: .permission(.sellUnits), kind: .form,
                summary: "公布已看"
            ) { call in
                let staff = try house.account(call).staff
                let record = try await house.perform(
                    .sales(.readBulletins(staff)), id: call.form["id"], call)
                return .redirect(to: "/bulletins?decision=\(record.id)")
            },
        ]
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let state = try await house.book(call).view(at: house.now(call)).state
        let before = try call.query().int("before").map { Int(clamping: $0) } ?? .max
        let rows = try await house.database.read { transaction in
            try transaction.rows(
                UnitMoveRow.before(before, at: account.site, limit: Self.pageSize + 1)
            ).map(UnitMoveRow.init)
        }
        let readers = state.rotation.members.filter { !$0.released }.map {
            ($0.staff, state.sales.unread(by: $0.staff))
        }
        let page = BulletinPage(
            rows: Array(rows.prefix(Self.pageSize)), hasMore: rows.count > Self.pageSize,
            unread: readers.first { $0.0 == account.staff }?.1,
            readers: account.role.permissions.contains(.controlUnits) ? readers : [],
            names: try await house.names.directory(account.site), csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            told: try await house.outcome(try call.query().text("decision"), call))
        return call.page("销控公布", current: "/units", body: page.html)
    }
}

/// The announcements, the newest first.
struct BulletinPage: Sendable {
    let rows: [UnitMoveRow]
    let hasMore: Bool
    /// How many the viewer has not read; nil: nobody waits for it.
    let unread: Int?
    /// How many everybody has not read; empty for those who need not know.
    let readers: [(staff: StaffID, unread: Int)]
    let names: StaffDirectory
    let csrf: HTML
    let decisionID: String
    let told: HTML?

    var html: HTML {
        """
        <p><a href="/units">← 销控图</a></p>
        <h1>销控公布</h1>
        \(told)
        <div class="columns"><div>\(list)</div><div class="side">\(mine)\(everybody)</div></div>
        """
    }

    private var list: HTML {
        guard !rows.isEmpty else { return emptyState("还没有公布", "房源一有变动就公布给全体。") }
        let lines: [HTML] = rows.map { row in
            """
            <li>第 \(row.number) 号 <a href="\(url: unitPath(row.unit))">\(row.unit)</a> \
            \(row.to.label)，\(row.cause.label)，\(row.at.words)</li>
            """
        }
        let more: HTML? = rows.last.flatMap {
            hasMore ? linkButton("更早的", to: "/bulletins?before=\($0.number)", .plain) : nil
        }
        return "<ul class=\"plain card\">\(lines)</ul><p class=\"actions\">\(more)</p>"
    }

    private var mine: HTML? {
        guard let unread else { return nil }
        guard unread > 0 else {
            return Site.card("我看到哪里", body: "<p>\(badge("都看过了", .good))</p>")
        }
        return Site.card(
            "我看到哪里",
            body: """
                <p>\(badge("\(unread) 条没看", .warn))</p>
                <form method="post" action="/bulletins/reading">\(csrf)
                <input type="hidden" name="id" value="\(decisionID)">
                \(button("以上都看过了", .primary))</form>
                """)
    }

    private var everybody: HTML? {
        guard !readers.isEmpty else { return nil }
        let lines: [HTML] = readers.map { staff, unread in
            let state = unread == 0 ? badge("都看过", .good) : badge("\(unread) 条没看", .warn)
            return "<li>\(names.name(staff)) \(state)</li>"
        }
        return Site.card("谁看到哪里", body: "<ul class=\"plain\">\(lines)</ul>")
    }
}
