import Database
import HTTPTypes
import HouseRules

/// Slips to print: dispute, suspension, change of consultant, tour order, building site.
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
        let book = try await house.book(call)
        let id = DecisionID(try call.plainParameter("id"))
        let found = try await house.database.read { transaction in
            let entry = try book.journal.entry(id: id, in: transaction)
            return (entry, try entry.map { try visits($0, book.site, transaction) } ?? [:])
        }
        let directory = try await house.names.directory(book.site)
        guard let entry = found.0,
            let text = SlipText(entry, directory.name, visits: { found.1[$0] ?? $0.rawValue })
        else { throw Problem.notFound }
        let view = DecisionView(entry, directory)
        let page = SignedSlipPage(
            title: text.title, siteName: call.siteName,
            seq: view.seq, rows: text.rows,
            clauses: view.steps.map {
                .init(id: $0.clause, text: $0.sentence, href: "/clauses/\($0.clause)")
            },
            signers: text.signers, decision: view.id, hash: view.hash)
        return call.page(text.title, current: "/decisions", body: page.html)
    }

    /// The visits that an entry is about, in words.
    private func visits(
        _ entry: Entry, _ site: SiteID, _ transaction: any Transaction
    ) throws -> [VisitID: String] {
        var named = entry.command.subject.visit.map { [$0] } ?? []
        for case .duty(.disputeRuled(let dispute, _, _, _, _)) in entry.events {
            named.append(dispute.turn.visit)
        }
        var words: [VisitID: String] = [:]
        for visit in named {
            guard let row = try transaction.row(VisitRow.one(visit, at: site)) else { continue }
            words[visit] = try VisitRow(row).words
        }
        return words
    }
}

extension VisitRow {
    /// The visit as people say it.
    var words: String { "\(day.words)第 \(number) 组（\(arrivedAt.shortWords) 到，\(visitClass.label)）" }
}
