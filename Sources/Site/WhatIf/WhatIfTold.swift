import Database
import Foundation
import HouseRules

/// A what-if on the command line, as `anchang replay --site` tells it. Nothing is written but the
/// file that was asked for.
public struct WhatIfTold: Sendable {
    private let database: any Database
    private let keys: BookKeys

    /// What-ifs of a database.
    public init(database: any Database, keys: BookKeys) {
        self.database = database
        self.keys = keys
    }

    /// Decides a period of a site's journal again.
    ///
    /// - Parameters:
    ///   - from: The first day; nil: the day of the site's first entry.
    ///   - to: The last day; nil: the day of its last one.
    ///   - file: Where the list of differences goes as .xlsx; nil: nowhere.
    ///   - progress: Told how many entries of how many have been read.
    /// - Returns: What came out, in words; nil when there is no such site.
    /// - Throws: `DatabaseFailure`, ``JournalBroken``, what writing the file throws.
    public func text(
        of site: SiteID, from: BusinessDay?, to: BusinessDay?, under policy: Policy,
        named title: String, file: String?, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> String? {
        let journal = Journal(site: site, key: keys.journal)
        guard let bounds = try await bounds(journal) else { return nil }
        let first = from ?? bounds.first
        let days = try DaySpan(checking: first, max(first, to ?? bounds.last))
        let whatIf = try await WhatIfReader(journal: journal, database: database)
            .run(from: days.from, to: days.to, under: policy) { progress($0.read, $0.total) }
        let report = WhatIfReport(whatIf, days: days)
        let names = try await StaffNames(database: database, surroundings: .live()).directory(site)
        if let file {
            let heading = "\(site) 试算 \(title) \(days.words)"
            let table = report.table(.differences, names).workbook(heading: heading)
            try Data(try table.bytes()).write(to: URL(fileURLWithPath: file))
        }
        return report.text(names)
    }

    /// The first and the last day of a journal; nil when it has no entry.
    private func bounds(
        _ journal: Journal
    ) async throws -> (first: BusinessDay, last: BusinessDay)? {
        try await database.read { transaction in
            let row = try transaction.row(
                """
                SELECT min(at) AS first, max(at) AS last FROM journal WHERE site = \(journal.site)
                """)
            guard let row, let first = try row.optionalInt("first"),
                let last = try row.optionalInt("last")
            else { return nil }
            return (Moment(milliseconds: first).day, Moment(milliseconds: last).day)
        }
    }
}
