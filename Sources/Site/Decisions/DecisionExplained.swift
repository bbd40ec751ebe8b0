import Database
import Foundation
import HouseRules

/// A decision on the command line, as `anchang explain` shows it.
public struct DecisionExplained: Sendable {
    private let database: any Database
    private let keys: BookKeys

    /// Explains decisions of a database.
    public init(database: any Database, keys: BookKeys) {
        self.database = database
        self.keys = keys
    }

    /// The decision of an id (or of a journal's number) in words or JSON; nil when there is none.
    /// - Throws: `DatabaseFailure`.
    public func text(of decision: String, site: SiteID?, json: Bool) async throws -> String? {
        let sites = try await database.read { transaction in
            try transaction.rows("SELECT id FROM site ORDER BY id").map {
                SiteID(try $0.text("id"))
            }
        }
        let names = StaffNames(database: database, surroundings: .live())
        for id in sites where site == nil || id == site {
            let journal = Journal(site: id, key: keys.journal)
            let entry = try await database.read { transaction in
                try journal.entry(id: DecisionID(decision), in: transaction)
                    ?? Int(decision).flatMap { try journal.entry(seq: $0, in: transaction) }
            }
            guard let entry else { continue }
            let view = DecisionView(entry, try await names.directory(id))
            return try json ? encoded(view) : lines(view)
        }
        return nil
    }

    private func encoded(_ view: DecisionView) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(view), as: UTF8.self)
    }

    private func lines(_ view: DecisionView) -> String {
        let head = [
            "第 \(view.seq) 条  \(view.decidedAt)  \(view.actor)（\(view.actorRole)）  "
                + "制度第 \(view.policyRevision) 版",
            "事项：\(view.question)",
            "结果：\(view.sentence)" + (view.effect.map { "（\($0)）" } ?? ""),
        ]
        return (head + view.steps.map { "  \($0.clause)  \($0.sentence)" }).joined(separator: "\n")
    }
}
