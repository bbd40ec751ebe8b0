import Database
import HTTPTypes
import HouseRules

/// The registers of visits and calls, their daily closing and their files (REC-48, REC-59, REC-62).
struct RegisterRoutes: Sendable {
    let house: House
    static let pageSize = 50

    var routes: [Route] {
        [
            Route(
                .get, "/registers", access: .permission(.seeAllCustomers), kind: .page,
                summary: "来访和来电登记表", handler: show),
            Route(
                .get, "/registers.xlsx", access: .permission(.exportLists), kind: .page,
                summary: "登记表，Excel 文件", handler: export),
            Route(
                .post, "/registers/closing", access: .permission(.seeAllCustomers), kind: .form,
                summary: "登记表日结", handler: close),
        ].comingBack(to: show)
    }

    @Sendable private func close(_ call: Call) async throws -> Answer {
        guard let day = call.form.text("day").flatMap({ BusinessDay($0) }) else {
            throw Problem.fault("day", "请填日期。")
        }
        guard let visits = call.form.int("visits"), (0...9999).contains(visits) else {
            throw Problem.fault("visits", "请填纸质来访的份数，0 到 9999。")
        }
        guard let calls = call.form.int("calls"), (0...9999).contains(calls) else {
            throw Problem.fault("calls", "请填纸质来电的份数，0 到 9999。")
        }
        let record = try await house.perform(
            .registers(.collect(day, visits: Int(visits), calls: Int(calls))),
            id: call.form["id"], call)
        return .redirect(to: "/registers?from=\(day.text)&to=\(day.text)&decision=\(record.id)")
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let query = try call.query()
        let filter = try RegisterFilter(query, today: house.now(call).day)
        let kind = query.text("kind").flatMap(RegisterKind.init) ?? .visits
        let number = query.page
        let reader = RegisterReader(site: account.site, filter: filter, kind: kind, house: house)
        let lines = try await reader.lines(
            limit: Self.pageSize + 1, offset: (number - 1) * Self.pageSize)
        let directory = try await house.names.directory(account.site)
        let state = try await house.book(call).state
        let open = state.registers.counts.sorted { $0.key < $1.key }
        let page = RegisterPage(
            filter: filter, kind: kind, lines: Array(lines.prefix(Self.pageSize)), page: number,
            isLast: lines.count <= Self.pageSize, people: directory.consultants,
            closings: try await reader.closings(open.map { ($0.key, $0.value) }, directory),
            mayExport: account.role.permissions.contains(.exportLists),
            csrf: call.csrfField,
            decisionID: call.web.surroundings.newID(),
            notice: try await house.notice(of: query.text("decision"), call))
        return call.page("登记表", current: "/registers", body: page.html)
    }

    @Sendable private func export(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let query = try call.query()
        let filter = try RegisterFilter(query, today: house.now(call).day)
        let kind = query.text("kind").flatMap(RegisterKind.init) ?? .visits
        let reader = RegisterReader(site: account.site, filter: filter, kind: kind, house: house)
        let lines = try await reader.lines(limit: ListFile.limit + 1, offset: 0)
        try ListFile.check(lines.count)
        let file = ListFile(kind.label, filter.days)
        let workbook = Workbook(
            sheet: kind.label,
            heading: file.heading(by: account, at: house.now(call), call) + "，号码已遮盖",
            columns: RegisterPage.columns.map { .init(title: $0, width: 16) },
            rows: lines.map { line in line.cells.map { .text($0) } })
        return try .workbook(workbook, named: file.name)
    }
}
