import Database
import HTTPTypes
import HouseRules

/// Slips to print and to sign: dispute, suspension, change of consultant, tour order, site tour.
struct SignedSlipRoutes: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, "/decisions/{id}/slip", access: .permission(.readDecisions), kind: .page,
                summary: "可打印、可签字的单据", handler: show)
        ]
    }

    @Sendable private func show(_ call: Call) async throws -> Answer {
        let found = try await house.slipSheet(call)
        let account = try house.account(call)
        let names = try await house.names.directory(account.site)
        let mayOpen = account.role.permissions.contains(.signPapers)
        let page = SignedSlipPage(
            title: found.text.title, siteName: call.siteName, seq: found.view.seq,
            rows: found.text.rows,
            clauses: found.view.steps.map {
                .init(id: $0.clause, text: $0.sentence, href: "/clauses/\($0.clause)")
            },
            signatures: house.placed(
                found.sheet, try await house.given(found.sheet.paper, call), names,
                for: mayOpen ? account : nil),
            decision: found.view.id, hash: found.view.hash,
            told: try await house.outcome(try call.query().text("decision"), call))
        return call.page(found.text.title, current: "/decisions", body: page.html)
    }
}

extension VisitRow {
    /// The visit as people say it.
    var words: String { "\(day.words)第 \(number) 组（\(arrivedAt.shortWords) 到，\(visitClass.label)）" }
}
