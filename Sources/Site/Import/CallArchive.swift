import Database
import HouseRules

/// Past calls that were taken over from elsewhere; they are no decisions and not in the journal.
public struct CallArchive: Sendable {
    private let database: any Database
    private let site: SiteID

    /// The archive of a site.
    public init(database: any Database, site: SiteID) {
        self.database = database
        self.site = site
    }

    /// Keeps the calls that are not there yet, all or none.
    /// - Returns: How many were new.
    /// - Throws: ``UnknownSite``, `DatabaseFailure`.
    public func add(_ records: [CallRecord]) async throws -> Int {
        try await database.write { [site] transaction in
            guard try transaction.row("SELECT id FROM site WHERE id = \(site)") != nil else {
                throw UnknownSite(site: site)
            }
            let before = try Self.count(site, in: transaction)
            try transaction.execute(batch: records.map { Self.statement($0, site) })
            return try Self.count(site, in: transaction) - before
        }
    }

    private static func count(_ site: SiteID, in transaction: any Transaction) throws -> Int {
        let row = try transaction.row(
            "SELECT count(*) AS n FROM call_record WHERE site = \(site)")
        return Int(try row?.int("n") ?? 0)
    }

    private static func statement(_ record: CallRecord, _ site: SiteID) -> SQL {
        """
        INSERT INTO call_record (site, call, kind, entered_at, queue_seconds, outcome,
            service_started_at, service_seconds, agent)
        VALUES (\(site), \(record.id), \(record.kind), \(record.enteredAt),
            \(record.queueSeconds), \(record.outcome.rawValue), \(record.serviceStart),
            \(record.serviceSeconds), \(record.agent))
        ON CONFLICT (site, call) DO NOTHING
        """
    }
}
