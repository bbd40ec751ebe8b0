import Database
import HTTPTypes
import HouseRules

/// Decisions and the clauses they rest on.
struct DecisionRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/decisions", access: .permission(.readDecisions), kind: .page,
                summary: "裁定列表", handler: list),
            Route(
                .get, "/decisions/{id}", access: .permission(.readDecisions), kind: .page,
                summary: "一次裁定和它的依据", handler: show),
            Route(
                .get, "/clauses/{id}", access: .permission(.readPolicy), kind: .page,
                summary: "一条条款", handler: clause),
        ]
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let book = try await house.book(call)
        let id = DecisionID(try call.parameter("id"))
        let entry = try await house.database.read { try book.journal.entry(id: id, in: $0) }
        guard let entry else { throw Problem.notFound }
        let view = DecisionView(entry, try await house.names.directory(book.site))
        let page = DecisionPage(
            card: DecisionCard(view, pack: await house.clauses.pack(of: book)), hash: view.hash)
        return call.page("裁定", current: "/decisions", body: page.html)
    }

    @Sendable private func list(_ call: Call) async throws -> Answer {
        let account = try house.account(call)
        let query = try call.query()
        let before = query.int("before").map { Int($0) } ?? .max
        let filter = DecisionFilter(
            refusedOnly: query["refused"] == "1", day: query.text("day").flatMap { BusinessDay($0) }
        )
        let found = try await house.database.read {
            try DecisionList.page(before: before, of: account.site, filter, in: $0)
        }
        let directory = try await house.names.directory(account.site)
        let body = DecisionListPage(
            rows: found.rows.map { DecisionListPage.Line($0, directory) },
            older: found.hasMore ? found.rows.last?.seq : nil, filter: filter)
        return call.page("裁定", current: "/decisions", body: body.html)
    }

    @Sendable private func clause(_ call: Call) async throws -> Answer {
        let pack = await house.clauses.pack(of: try await house.book(call))
        let id = try call.parameter("id")
        guard let text = pack?.clauses[id] else { throw Problem.notFound }
        return call.page(
            "\(id) \(text.title)", current: "/clauses",
            body: ClausePage(id: id, clause: text, pack: pack?.title ?? "").html)
    }
}
