import Database
import HouseRules

/// A replay is only ever written into an empty journal; nothing was written.
public struct ReplayJournalInUse: Error, Sendable, Hashable, CustomStringConvertible {
    /// The site whose journal has entries.
    public let site: SiteID

    /// One Chinese sentence.
    public var description: String {
        "案场“\(site)”的日志里已有记录，重放只写入空的日志：请换一个新文件。"
    }
}

extension CallReplay {
    /// Replays calls into the empty journal of a site, with its lists, and verifies the journal.
    ///
    /// The database has all tables. The site is set up by the name of its id if need be. The
    /// revision is the one under which `policy` is published there; 0: the catalogue's defaults.
    /// - Throws: ``ReplayJournalInUse``, `DatabaseFailure`.
    public static func run(
        _ records: [CallRecord], under policy: Policy, options: Options = Options(),
        into database: any Database, site: SiteID = "replay", key: HMACKey, revision: Int = 0
    ) async throws -> CallReplayReport {
        let journal = Journal(site: site, key: key)
        let start = try await database.read { try journal.head(in: $0) }
        guard start.seq == 0 else { throw ReplayJournalInUse(site: site) }
        var decisions: [ReplayedDecision] = []
        var report = try run(records, under: policy, options: options) {
            decisions.append($0)
        } chainFault: {
            nil
        }
        let opening = decisions.first?.at
        try await database.write { try setUp(site, at: opening, in: $0) }
        var head = start
        for first in stride(from: 0, to: decisions.count, by: 256) {
            let batch = Array(decisions[first..<min(first + 256, decisions.count)])
            head = try await database.write { [head] transaction in
                try write(batch, after: head, to: journal, revision: revision, in: transaction)
            }
        }
        let check = try await journal.verify(in: database, expecting: head)
        report.chainFault = check.fault == nil ? nil : check.checked + 1
        return report
    }

    private static func setUp(
        _ site: SiteID, at: Moment?, in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO site (id, name, time_zone, created_at)
            VALUES (\(site), \(site.rawValue), \(SiteRecord.timeZone), \(at?.milliseconds ?? 0))
            ON CONFLICT (id) DO NOTHING
            """)
    }

    /// Appends some decisions with their rows in the lists; returns the new end.
    private static func write(
        _ batch: [ReplayedDecision], after start: JournalHead, to journal: Journal, revision: Int,
        in transaction: any Transaction
    ) throws -> JournalHead {
        var head = start
        var statements: [SQL] = []
        for decision in batch {
            let question = Question(
                id: decision.id, command: decision.command, actor: decision.actor, alongside: [],
                at: decision.at)
            let stored = try StoredEntry(
                decision.ruling, of: question, at: decision.at, revision: revision, after: head,
                chain: journal.chain)
            let entry = Entry(
                seq: stored.seq, id: decision.id, at: decision.at, actor: decision.actor,
                policyRevision: revision, command: decision.command,
                outcome: decision.ruling.answer, reasons: decision.ruling.reasons,
                events: decision.ruling.events, hash: stored.hash)
            statements.append(stored.insertion(site: journal.site))
            statements += ListWriter.reception.flatMap { $0.write(entry, journal.site) }
            head = stored.head
        }
        try transaction.execute(batch: statements)
        return head
    }
}
