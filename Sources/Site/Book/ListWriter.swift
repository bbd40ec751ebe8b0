import Database
import HouseRules

/// Keeps one list that people read: rows written in the transaction of the entry they come from.
///
/// Rows depend on the entries alone, so a list can be dropped and written anew at any time.
public struct ListWriter: Sendable {
    /// The name of the list, for messages.
    public let name: String
    /// Removes the rows of a site.
    public let clear: @Sendable (SiteID) -> [SQL]
    /// Writes what an entry adds or changes.
    public let write: @Sendable (Entry, SiteID) -> [SQL]

    /// A list.
    public init(
        name: String, clear: @escaping @Sendable (SiteID) -> [SQL],
        write: @escaping @Sendable (Entry, SiteID) -> [SQL]
    ) {
        self.name = name
        self.clear = clear
        self.write = write
    }
}

extension Journal {
    /// Drops the rows of the site and writes them anew from the journal, all or nothing.
    ///
    /// Entries that are added meanwhile wait on SQLite; on PostgreSQL the lists are rebuilt while
    /// the site is closed.
    /// - Throws: `DatabaseFailure`.
    public func rebuild(
        _ lists: [ListWriter], in database: any Database, page: Int = 1000
    ) async throws {
        try await database.write { transaction in
            for list in lists { try transaction.execute(batch: list.clear(site)) }
            var after = 0
            while true {
                let entries = try tail(after: after, limit: page, in: transaction)
                try transaction.execute(
                    batch: entries.flatMap { entry in lists.flatMap { $0.write(entry, site) } })
                guard let last = entries.last, entries.count == page else { return }
                after = last.seq
            }
        }
    }
}
