import Database
import Foundation
import HouseRules

/// Compares the lists of a site with what its journal gives when they are written anew elsewhere.
struct ListCheck: Sendable {
    let database: any Database
    let journal: Journal

    private static let tables = [
        "decision_row": "seq", "visit_row": "visit", "turn_ledger": "seq, ordinal",
        "call_row": "call", "day_row": "day", "sheet_row": "day, kind, position",
        "text_row": "call", "penalty_row": "seq, ordinal", "slip_row": "kind, slip",
        "entry_row": "kind, about", "dispute_row": "dispute",
        "suspension_row": "staff, incident", "inspection_item": "slip, position",
    ]

    /// The lists that differ; empty when all are as they should be.
    func faults() async throws -> [String] {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "anchang-check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let fresh = try await openDatabase(folder.appending(path: "lists.sqlite").path)
        _ = try await SiteMigrations.all().apply(to: fresh)
        try await write(to: fresh)
        var faults: [String] = []
        for (table, key) in Self.tables.sorted(by: { $0.key < $1.key }) {
            let there = try await rows(of: table, by: key, in: database)
            let here = try await rows(of: table, by: key, in: fresh)
            if there != here { faults.append(table) }
        }
        try await fresh.close()
        return faults
    }

    private func write(to fresh: any Database, page: Int = 1000) async throws {
        var after = 0
        while true {
            let from = after
            let entries = try await database.read { [journal] transaction in
                try journal.tail(after: from, limit: page, in: transaction)
            }
            try await fresh.write { [journal] transaction in
                for entry in entries {
                    let statements = ListWriter.reception.flatMap { $0.write(entry, journal.site) }
                    try transaction.execute(batch: statements)
                }
            }
            guard let last = entries.last, entries.count == page else { return }
            after = last.seq
        }
    }

    private func rows(
        of table: String, by key: String, in database: any Database
    ) async throws -> [[SQLValue]] {
        try await database.read { [journal] transaction in
            let select = SQL(literal: "SELECT * FROM \(table) WHERE site = ")
            let order = SQL(literal: " ORDER BY \(key)")
            return try transaction.rows(select + "\(journal.site)" + order).map(\.values)
        }
    }
}
