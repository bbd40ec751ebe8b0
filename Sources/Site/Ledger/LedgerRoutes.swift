import Database
import HTTPTypes
import HouseRules

/// The ledger of turns, to read and to take out.
struct LedgerRoutes: Sendable {
    let house: House

    static let pageSize = 100

    var routes: [Route] {
        [
            Route(
                .get, "/ledger", access: .permission(.readDecisions), kind: .page,
                summary: "轮次台账", handler: show),
            Route(
                .get, "/ledger.xlsx", access: .permission(.exportLists), kind: .page,
                summary: "轮次台账，Excel 文件", handler: export),
        ]
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let query = try call.query()
        let filter = try LedgerFilter(query, today: house.now(call).day)
        let place = query.text("before").flatMap { LedgerPlace($0) }
        let found = try await house.database.read { transaction in
            (
                try transaction.rows(
                    LedgerRow.page(
                        filter, before: place, at: account.site, limit: Self.pageSize + 1)
                ).map(LedgerRow.init),
                try LedgerSum.read(
                    transaction.rows(LedgerSum.query(filter, at: account.site)))
            )
        }
        let directory = try await house.names.directory(account.site)
        let shown = found.0.prefix(Self.pageSize)
        let older =
            found.0.count > Self.pageSize
            ? shown.last.map { LedgerPlace(seq: $0.seq, ordinal: $0.ordinal) } : nil
        let page = LedgerPage(
            filter: filter, lines: shown.map { .init($0, directory) },
            sums: found.1.map {
                .init(
                    person: directory.name($0.staff), isCall: $0.isCall, effects: $0.effects)
            },
            older: older,
            people: directory.consultants,
            mayExport: account.role.permissions.contains(.exportLists))
        return call.page("轮次台账", current: "/ledger", body: page.html)
    }

    @Sendable private func export(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let filter = try LedgerFilter(try call.query(), today: house.now(call).day)
        let rows = try await house.database.read { transaction in
            try transaction.rows(
                LedgerRow.page(filter, before: nil, at: account.site, limit: ListFile.limit + 1)
            ).map(LedgerRow.init)
        }
        try ListFile.check(rows.count)
        let directory = try await house.names.directory(account.site)
        let file = ListFile("轮次台账", filter.days)
        let workbook = Workbook(
            sheet: "轮次台账",
            heading: file.heading(by: account, at: house.now(call), call),
            columns: [
                .init(title: "日期", width: 12), .init(title: "时刻", width: 10),
                .init(title: "姓名", width: 12), .init(title: "哪一类", width: 8),
                .init(title: "结果", width: 12),
                .init(title: "数", width: 6), .init(title: "缘由", width: 30),
                .init(title: "依据", width: 30),
            ],
            rows: rows.map { row in
                [
                    .text(row.at.day.text), .text(row.at.clockWords),
                    .text(directory.name(row.staff)), .text(row.matter), .text(row.effect.label),
                    .number(row.amount), .text(row.reason), .text(row.decision.rawValue),
                ]
            })
        return try .workbook(workbook, named: file.name)
    }
}
