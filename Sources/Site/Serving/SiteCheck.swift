import Database
import HouseRules

/// Checks the journals of a database, as `anchang verify` does.
public struct SiteCheck: Sendable {
    /// What was found on one site.
    public struct Report: Sendable {
        /// One or two lines for people.
        public let text: String
        /// Whether everything holds.
        public let holds: Bool
    }

    private let database: any Database
    private let keys: BookKeys
    private let policies: String

    /// A check with the keys of the installation.
    public init(database: any Database, keys: BookKeys, policies: String) {
        self.database = database
        self.keys = keys
        self.policies = policies
    }

    /// Checks one site or all.
    /// - Throws: `DatabaseFailure`, ``UnknownSite``.
    public func run(
        site: SiteID?, noted: JournalHead?, replay: Bool
    ) async throws -> [Report] {
        let known = try await database.read { transaction in
            try transaction.rows("SELECT id FROM site ORDER BY id").map {
                SiteID(try $0.text("id"))
            }
        }
        if let site, !known.contains(site) { throw UnknownSite(site: site) }
        var reports: [Report] = []
        for id in known where site == nil || id == site {
            reports.append(try await check(id, noted: noted, replay: replay))
        }
        return reports
    }

    private func check(
        _ site: SiteID, noted: JournalHead?, replay: Bool
    ) async throws -> Report {
        let journal = Journal(site: site, key: keys.journal)
        let report = try await journal.verify(in: database, expecting: noted)
        if let fault = report.fault {
            return Report(
                text: "\(site): \(fault) \(report.checked) entries before it are good.",
                holds: false)
        }
        var text = "\(site): \(report.checked) entries, the chain holds."
        if let head = report.head { text += " Head \(head.seq):\(head.hash)" }
        guard replay else { return Report(text: text, holds: true) }
        let faults = try await ListCheck(database: database, journal: journal).faults()
        if faults.isEmpty {
            return Report(text: text + "\n\(site): lists equal replay.", holds: true)
        }
        return Report(
            text: text + "\n\(site): lists differ from replay: " + faults.listed, holds: false)
    }
}
