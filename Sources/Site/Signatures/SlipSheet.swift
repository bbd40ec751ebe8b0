import Database
import HouseRules

/// A slip of a decision as it is signed, with the entry it comes from.
struct SlipSheet: Sendable {
    let sheet: SigningSheet
    let text: SlipText
    let view: DecisionView
}

extension House {
    /// The slip of the decision in the address.
    func slipSheet(_ call: Call) async throws -> SlipSheet {
        let book = try await book(call)
        let id = DecisionID(try call.plainParameter("id"))
        let found = try await database.read { transaction in
            let entry = try book.journal.entry(id: id, in: transaction)
            return (entry, try entry.map { try visits($0, book.site, transaction) } ?? [:])
        }
        let directory = try await names.directory(book.site)
        guard let entry = found.0,
            let text = SlipText(entry, directory.name, visits: { found.1[$0] ?? $0.rawValue })
        else { throw Problem.notFound }
        let view = DecisionView(entry, directory)
        let base = PaperAddress.slip.base(percentEncode(id.rawValue))
        let sheet = SigningSheet(
            paper: .slip(id, text.kind), title: text.kind.label, siteName: call.siteName,
            rows: [(name: "记录", value: "第 \(entry.seq) 条，\(entry.at.words)")] + text.rows,
            lines: view.steps.map { "\($0.clause) \($0.sentence)" }, places: text.places,
            shelf: .slip(id), page: base, base: base)
        return SlipSheet(sheet: sheet, text: text, view: view)
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
