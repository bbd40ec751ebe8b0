import Database
import HTTPTypes
import HouseRules

/// 排班: rest days and groups, with who changed them.
struct RosterRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/roster", access: .permission(.seeBoard), kind: .page, summary: "排班",
                handler: show),
            Route(
                .get, "/roster/{id}", access: .permission(.planRest), kind: .page,
                summary: "一个人的轮休和分组"
            ) { call in try await person(call) },
            Route(
                .post, "/roster/{id}/rest-days", access: .permission(.planRest), kind: .form,
                summary: "改轮休", handler: rest),
            Route(
                .post, "/roster/{id}/group", access: .permission(.giveRulings), kind: .form,
                summary: "改分组", handler: group),
        ].comingBack { try await person($0) }
    }

    /// How many days can be planned on one page.
    private static let planned = 28

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let book = try await house.book(call)
        let (now, site) = (house.now(call), book.site)
        let names = try await house.names.directory(site)
        let query = try call.query()
        let day = query.text("week").flatMap { BusinessDay($0) } ?? now.day
        let changes = try await house.database.read { transaction in
            try transaction.rows(Self.changes(at: site)).map(DecisionRow.init)
        }
        let page = RosterPage(
            view: RosterView(
                await book.state, names, week: day.adding(days: 1 - day.weekday), at: now),
            changes: changes.map { row in
                .init(
                    at: row.at.words, actor: names.name(row.actor),
                    person: row.staff.map(names.name) ?? "—",
                    kind: row.kind == "claims.group" ? "分组" : "轮休", decision: row.id.rawValue)
            },
            mayPlan: account.role.permissions.contains(.planRest),
            told: try await house.outcome(query.text("decision"), call))
        return call.page("排班", current: "/roster", body: page.html)
    }

    private static func changes(at site: SiteID) -> SQL {
        """
        SELECT \(sql: DecisionRow.columns) FROM decision_row WHERE site = \(site)
        AND kind IN ('duty.setRestDays', 'claims.group') ORDER BY seq DESC LIMIT 20
        """
    }

    private func person(
        _ call: Call, told: HTML? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Answer {
        let account = try house.account(call)
        let book = try await house.book(call)
        let staff = StaffID(try call.plainParameter("id"))
        let state = await book.state
        guard state.rotation.place(of: staff) != nil else { throw Problem.notFound }
        let names = try await house.names.directory(book.site)
        let today = house.now(call).day
        let page = RosterPersonPage(
            staff: percentEncode(staff.rawValue), name: names.name(staff),
            days: (0..<Self.planned).map { today.adding(days: $0) }.map {
                (day: $0, isRest: state.duty.rests(staff, on: $0))
            },
            group: state.customers.groups[staff],
            mayGroup: account.role.permissions.contains(.giveRulings),
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(), told: told)
        var answer = call.page("排班", current: "/roster", body: page.html)
        if status != .ok { answer.status = status }
        return answer
    }

    /// The days of the page in place of those planned for it; later ones stay.
    @Sendable private func rest(_ call: Call) async throws -> Answer {
        let staff = StaffID(try call.plainParameter("id"))
        var days: [BusinessDay] = []
        for text in call.form.all("day") {
            guard let day = BusinessDay(text) else {
                throw Problem.fault("day", "日期要写成 2025-06-02。")
            }
            days.append(day)
        }
        let end = house.now(call).day.adding(days: Self.planned)
        let later = await (try house.book(call)).state.duty.restDays[staff] ?? []
        days = Array(Set(days).filter { $0 < end }.union(later.filter { $0 >= end })).sorted()
        return try await perform(.duty(.setRestDays(staff, days)), call)
    }

    @Sendable private func group(_ call: Call) async throws -> Answer {
        let staff = StaffID(try call.plainParameter("id"))
        let group = call.form.text("group")
        guard (group?.count ?? 0) <= 20 else { throw Problem.fault("group", "组名最多 20 个字。") }
        return try await perform(.claims(.group(staff, group)), call)
    }

    private func perform(_ command: Command, _ call: Call) async throws -> Answer {
        let record = try await house.perform(command, id: call.form["id"], call)
        guard record.refusal == nil else {
            let told = try await house.outcome(record.id.rawValue, call)
            return try await person(call, told: told, status: .conflict)
        }
        return .redirect(to: "/roster?decision=\(record.id)")
    }
}
