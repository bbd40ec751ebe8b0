import Database
import HouseRules

/// Visits and calls in sentences: the journal quotes them by their id, people by number and time.
struct QuotedIDs: Sendable {
    private let words: [String: String]

    /// What the ids between “ and ” in some texts are called on this site.
    /// - Throws: `DatabaseFailure`.
    init(in texts: [String], at site: SiteID, in transaction: any Transaction) throws {
        var found: [String: String] = [:]
        for id in Set(texts.flatMap(Self.quoted)) {
            let visit = try transaction.row(VisitRow.one(VisitID(id), at: site))
            if let visit = try visit.map(VisitRow.init) {
                found[id] = "\(visit.arrivedAt.day.words)第 \(visit.number) 组"
                continue
            }
            let call = try transaction.row(CallRegisterRow.one(CallID(id), at: site))
            if let call = try call.map(CallRegisterRow.init) {
                found[id] = "\(call.at.words) 的来电"
            }
        }
        words = found
    }

    /// A text as people read it.
    func said(_ text: String) -> String {
        words.reduce(text) { $0.replacing("“\($1.key)”", with: "“\($1.value)”") }
    }

    /// What stands between the marks, as far as it could be an id.
    static func quoted(_ text: String) -> [String] {
        text.split(separator: "“", omittingEmptySubsequences: false).dropFirst().compactMap {
            guard let end = $0.firstIndex(of: "”") else { return nil }
            let id = String($0[..<end])
            return id.utf8.count <= 64 && !id.isEmpty && !id.utf8.contains(0) ? id : nil
        }
    }
}

extension DecisionView {
    /// The texts that may quote a visit or a call.
    var texts: [String] { [question, sentence] + steps.map(\.sentence) }

    /// The same with visits and calls by number and time.
    func said(with ids: QuotedIDs) -> DecisionView {
        var view = self
        view.question = ids.said(question)
        view.sentence = ids.said(sentence)
        view.steps = steps.map {
            Step(clause: $0.clause, name: $0.name, sentence: ids.said($0.sentence))
        }
        return view
    }
}
