import Database
import HTTPTypes
import HouseRules

/// 谁看过: the record of every look at personal data, to read and to take out.
struct LookRoutes: Sendable {
    let house: House
    static let pageSize = 50

    var routes: [Route] {
        [
            Route(
                .get, "/privacy/looks", access: .permission(.seeLooks), kind: .page,
                summary: "谁看过客户的资料", handler: show),
            Route(
                .get, "/privacy/looks.xlsx", access: .permission(.seeLooks), kind: .page,
                summary: "谁看过，Excel 文件", handler: export),
        ]
    }

    private func table(
        _ filter: LookFilter, limit: Int, offset: Int, _ call: Call
    ) async throws -> RecordTable {
        let site = try house.account(call).site
        let people = People(site: site, key: house.personKey)
        let names = try await house.names.directory(site)
        return try await house.database.read { transaction in
            let rows = try LookRow.page(
                filter, at: site, limit: limit, offset: offset, in: transaction)
            let customers = try Set(rows.map(\.person)).reduce(into: [:]) { words, person in
                words[person] = try people.veiled(person, in: transaction)
            }
            return .looks(rows, customers, names, filter)
        }
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let query = try call.query()
        let filter = try LookFilter(query, today: house.now(call).day)
        let number = query.page
        let table = try await table(
            filter, limit: Self.pageSize + 1, offset: (number - 1) * Self.pageSize, call)
        let people = People(site: account.site, key: house.personKey)
        let customer = try await house.database.read { transaction in
            try filter.person.map { try people.veiled($0, in: transaction) }
        }
        let directory = try await house.names.directory(account.site)
        let page = LookPage(
            filter: filter,
            table: RecordTable(
                title: table.title, headings: table.headings,
                lines: Array(table.lines.prefix(Self.pageSize))),
            people: directory.people.map { Choice(value: $0.staff.rawValue, label: $0.name) },
            customer: customer, page: number, isLast: table.lines.count <= Self.pageSize)
        return call.page("谁看过", current: "/privacy", body: page.html)
    }

    @Sendable private func export(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let filter = try LookFilter(try call.query(), today: house.now(call).day)
        let table = try await table(filter, limit: ListFile.limit + 1, offset: 0, call)
        try ListFile.check(table.lines.count)
        let file = ListFile("谁看过", filter.days)
        return try .workbook(
            table.workbook(heading: file.heading(by: account, at: house.now(call), call)),
            named: file.name)
    }
}
