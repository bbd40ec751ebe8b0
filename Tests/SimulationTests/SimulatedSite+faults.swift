import Database
import HouseRules

@testable import Site

/// What must hold of any simulated site, whoever is on it.
extension SimulatedSite {
    /// All that was decided.
    func allEntries() async throws -> [Entry] {
        try await databases[0].real.read { [journal] in
            try journal.tail(after: 0, limit: .max, in: $0)
        }
    }

    /// What must hold of a day at the front desk.
    func deskFaults() async throws -> [String] {
        let (replayed, _) = try await journal.replay(in: databases[0].real)
        return DayInvariants(
            entries: try await allEntries(), state: replayed, policy: policy
        ).faults
    }

    /// Live, replayed and listed are the same, and what was answered is in the journal.
    func faults() async throws -> [String] {
        let database = databases[0].real
        let states = try await states()
        let (replayed, _) = try await journal.replay(in: database)
        var faults: [String] = []
        if states.contains(where: { $0 != replayed }) {
            faults.append("a state in memory is not the fold of the journal")
        }
        if let fault = try await journal.verify(in: database).fault {
            faults.append("the chain: \(fault)")
        }
        let stored = Dictionary(uniqueKeysWithValues: try await allEntries().map { ($0.id, $0) })
        for (id, record) in answered where stored[id] != record {
            faults.append("the answered decision \(id) is not in the journal")
        }
        let before = try await lists(in: database)
        try await journal.rebuild(ListWriter.reception, in: database)
        if try await lists(in: database) != before {
            faults.append("the lists are not what the journal says")
        }
        return faults
    }

    /// Every row of every list that is written beside the journal.
    private func lists(in database: any Database) async throws -> [String] {
        let clearing = ListWriter.reception.flatMap { $0.clear(Self.site) }
        let tables = clearing.compactMap { sql -> Substring? in
            let words = sql.text.split(separator: " ")
            return words.starts(with: ["DELETE", "FROM"]) ? words[2] : nil
        }
        return try await database.read { transaction in
            try tables.flatMap { table in
                try transaction.rows(SQL(literal: "SELECT * FROM \(table)"))
                    .map { "\(table) \($0.values)" }.sorted()
            }
        }
    }
}
