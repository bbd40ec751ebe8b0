import Database
import HouseRules

/// The append-only record of one site: the truth from which everything else is rebuilt.
public struct Journal: Sendable {
    /// The site.
    public let site: SiteID
    let chain: Chain

    /// The journal of a site; `key` makes its hash chain (ANCHANG_JOURNAL_KEY).
    public init(site: SiteID, key: HMACKey) {
        self.site = site
        chain = Chain(key: key, site: site)
    }

    /// Adds entries in a running transaction.
    /// - Throws: `DatabaseFailure.uniqueViolation` of `journal` when somebody else was first.
    func append(_ entries: [StoredEntry], in transaction: any Transaction) throws {
        try transaction.execute(batch: entries.map { $0.insertion(site: site) })
    }

    /// The end of the journal as it is stored.
    /// - Throws: `DatabaseFailure`.
    public func head(in transaction: any Transaction) throws -> JournalHead {
        let row = try transaction.row(
            """
            SELECT seq, hash, at FROM journal WHERE site = \(site) ORDER BY seq DESC LIMIT 1
            """)
        guard let row else { return chain.start }
        return JournalHead(
            seq: Int(try row.int(0)), hash: try row.text(1),
            at: Moment(milliseconds: try row.int(2)))
    }

    /// The entries after a number, oldest first, at most `limit`.
    /// - Throws: `DatabaseFailure`.
    public func tail(
        after seq: Int, limit: Int, in transaction: any Transaction
    ) throws -> [Entry] {
        try stored(after: seq, limit: limit, in: transaction).map { try $0.entry() }
    }

    /// The entry of a decision.
    /// - Throws: `DatabaseFailure`.
    public func entry(id: DecisionID, in transaction: any Transaction) throws -> Entry? {
        try stored(ids: [id], in: transaction).first?.entry()
    }

    /// The entry of a number.
    /// - Throws: `DatabaseFailure`.
    public func entry(seq: Int, in transaction: any Transaction) throws -> Entry? {
        try stored(after: seq - 1, limit: 1, in: transaction).first { $0.seq == seq }?.entry()
    }

    func stored(
        after seq: Int, limit: Int, in transaction: any Transaction
    ) throws -> [StoredEntry] {
        try transaction.rows(
            """
            SELECT \(sql: StoredEntry.columns) FROM journal
            WHERE site = \(site) AND seq > \(seq) ORDER BY seq LIMIT \(limit)
            """
        ).map(StoredEntry.init)
    }

    func stored(ids: [DecisionID], in transaction: any Transaction) throws -> [StoredEntry] {
        try transaction.rows(
            """
            SELECT \(sql: StoredEntry.columns) FROM journal
            WHERE site = \(site) AND id IN \(sql: SQL.list(ids)) ORDER BY seq
            """
        ).map(StoredEntry.init)
    }

    /// What replay needs of the entries after a number, and nothing more.
    func steps(
        after seq: Int, limit: Int, in transaction: any Transaction
    ) throws -> [ReplayStep] {
        try transaction.rows(
            """
            SELECT seq, at, events, previous_hash, hash FROM journal
            WHERE site = \(site) AND seq > \(seq) ORDER BY seq LIMIT \(limit)
            """
        ).map(ReplayStep.init)
    }
}

/// What replay needs of an entry.
struct ReplayStep: Sendable {
    let seq: Int
    let at: Int64
    let events: String
    let previousHash: String
    let hash: String

    init(_ row: Row) throws {
        seq = Int(try row.int(0))
        at = try row.int(1)
        events = try row.text(2)
        previousHash = try row.text(3)
        hash = try row.text(4)
    }

    var head: JournalHead { JournalHead(seq: seq, hash: hash, at: Moment(milliseconds: at)) }
}
