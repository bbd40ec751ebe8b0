import Database
import Foundation
import HouseRules

/// Compares the lists of a site with what its journal gives when they are written anew elsewhere.
struct ListCheck: Sendable {
    let database: any Database
    let journal: Journal

    private static let tables = [
        "account_row": "seq", "decision_row": "seq", "visit_row": "visit",
        "turn_ledger": "seq, ordinal",
        "call_row": "call", "day_row": "day", "sheet_row": "day, kind, position",
        "text_row": "call", "penalty_row": "seq, ordinal", "slip_row": "kind, slip",
        "entry_row": "kind, about", "change_row": "slip", "dispute_row": "dispute",
        "suspension_row": "staff, incident", "inspection_item": "slip, position",
        "stretch_row": "person, staff, began, owns", "contact_row": "seq, ordinal",
        "unit_occupancy": "unit", "unit_price": "version, unit", "unit_row": "unit",
        "order_row": "orders", "statement_row": "month, staff", "receipt_row": "kind, number",
        "unit_move": "number", "refund_row": "number", "instalment_row": "orders, position",
    ]

    /// The lists that differ; empty when all are as they should be.
    ///
    /// The house may decide while its lists are compared: what differs then is looked at again.
    func faults() async throws -> [String] {
        for _ in 0..<Self.attempts {
            let (faults, seq) = try await comparison()
            if faults.isEmpty { return [] }
            let goesOn = try await goesOn(after: seq)
            if !goesOn { return faults }
        }
        return try await comparison().faults
    }

    /// How often lists are compared anew because the journal went on meanwhile.
    private static let attempts = 5

    private func goesOn(after seq: Int) async throws -> Bool {
        try await database.read { [journal] transaction in
            try !journal.tail(after: seq, limit: 1, in: transaction).isEmpty
        }
    }

    /// The lists that differ from the journal up to the number that is told with them.
    private func comparison() async throws -> (faults: [String], seq: Int) {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "anchang-check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let fresh = try await openDatabase(folder.appending(path: "lists.sqlite").path)
        _ = try await SiteMigrations.all().apply(to: fresh)
        let seq = try await write(to: fresh)
        var faults: [String] = []
        for (table, key) in Self.tables.sorted(by: { $0.key < $1.key }) {
            let there = try await rows(of: table, by: key, in: database)
            let here = try await rows(of: table, by: key, in: fresh)
            if there != here { faults.append(table) }
        }
        try await fresh.close()
        return (faults, seq)
    }

    private func write(to fresh: any Database, page: Int = 1000) async throws -> Int {
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
            after = entries.last?.seq ?? after
            if entries.count < page { return after }
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
