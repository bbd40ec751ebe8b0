import Database
import HouseRules
import Logging

/// Stored states of a site, so that a start need not read the whole journal. Disposable: a bad one
/// is passed over, and with none the journal is replayed from the first entry. The text of a state
/// is kept packed and in parts: a large site's is hundreds of times as long as anything else that
/// is written.
struct SnapshotShelf: Sendable {
    /// Raised whenever the shape or the meaning of `SiteState` changes.
    static let format = 8
    /// How many are kept.
    static let kept = 3

    let journal: Journal

    /// Keeps a state; what is older than the last few is dropped.
    func keep(
        _ state: SiteState, head: JournalHead, at moment: Moment, in database: any Database
    ) async throws {
        let parts = try JournalEncoder.packed(state)
        let seal = seal(format: Self.format, head, parts)
        let site = journal.site
        try await database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO site_snapshot (site, seq, format, head_hash, head_at, hash, at)
                VALUES (\(site), \(head.seq), \(Self.format), \(head.hash), \(head.at),
                    \(seal), \(moment))
                ON CONFLICT (site, seq) DO UPDATE SET format = excluded.format,
                    head_hash = excluded.head_hash, head_at = excluded.head_at,
                    hash = excluded.hash, at = excluded.at
                """)
            try transaction.execute(
                """
                DELETE FROM site_snapshot WHERE site = \(site) AND seq NOT IN (
                    SELECT seq FROM site_snapshot WHERE site = \(site)
                    ORDER BY seq DESC LIMIT \(Self.kept))
                """)
            try transaction.execute(
                """
                DELETE FROM site_snapshot_part WHERE site = \(site) AND (seq = \(head.seq)
                OR seq NOT IN (SELECT seq FROM site_snapshot WHERE site = \(site)))
                """)
            for (part, text) in parts.enumerated() {
                try transaction.execute(
                    """
                    INSERT INTO site_snapshot_part (site, seq, part, text)
                    VALUES (\(site), \(head.seq), \(part), \(text))
                    """)
            }
        }
    }

    /// The newest one that is genuine and fits the journal, and the numbers of those passed over.
    func newest(
        in transaction: any Transaction
    ) throws -> (found: Replay?, passedOver: [Int]) {
        let numbers = try transaction.rows(
            "SELECT seq FROM site_snapshot WHERE site = \(journal.site) ORDER BY seq DESC"
        ).map { try $0.int("seq") }
        var passedOver: [Int] = []
        // One at a time: each is as large as the site.
        for number in numbers {
            let row = try transaction.row(
                """
                SELECT seq, format, head_hash, head_at, hash FROM site_snapshot
                WHERE site = \(journal.site) AND seq = \(number)
                """)
            if let row, let replay = try read(row, in: transaction) { return (replay, passedOver) }
            passedOver.append(Int(number))
        }
        return (nil, passedOver)
    }

    private func read(_ row: Row, in transaction: any Transaction) throws -> Replay? {
        let head = JournalHead(
            seq: Int(try row.int("seq")), hash: try row.text("head_hash"),
            at: Moment(milliseconds: try row.int("head_at")))
        let format = Int(try row.int("format"))
        guard format == Self.format else { return nil }
        let parts = try transaction.rows(
            """
            SELECT text FROM site_snapshot_part WHERE site = \(journal.site)
            AND seq = \(head.seq) ORDER BY part
            """
        ).map { try $0.text("text") }
        guard try row.text("hash") == seal(format: format, head, parts),
            let bytes = PackedText.unpacked(parts),
            let state = try? JournalDecoder.decode(SiteState.self, from: bytes),
            try stillInJournal(head, transaction)
        else { return nil }
        return Replay(state: state, head: head)
    }

    private func stillInJournal(
        _ head: JournalHead, _ transaction: any Transaction
    ) throws -> Bool {
        try transaction.row(
            """
            SELECT hash FROM journal WHERE site = \(journal.site) AND seq = \(head.seq)
            """
        )?.text("hash") == head.hash
    }

    private func seal(format: Int, _ head: JournalHead, _ parts: [String]) -> String {
        journal.chain.seal(
            "snapshot", journal.chain.genesis, "\(format)", "\(head.seq)", head.hash,
            "\(head.at.milliseconds)", parts.map { hex(sha256($0)) }.joined())
    }
}

extension SiteBook {
    /// Takes a snapshot in the background when enough entries came since the last.
    func snapshotIfDue() {
        guard head.seq - lastSnapshot >= setting.snapshotEvery, snapshotTask == nil else { return }
        snapshotTask = Task {
            await takeSnapshot()
            snapshotTask = nil
        }
    }

    /// Takes a snapshot now; a failure is only logged, for it can be taken again at any time.
    public func takeSnapshot() async {
        guard head.seq > lastSnapshot else { return }
        let (state, head) = (state, head)
        do {
            try await snapshots.keep(
                state, head: head, at: Moment(milliseconds: setting.surroundings.now()),
                in: setting.database)
            lastSnapshot = max(lastSnapshot, head.seq)
        } catch {
            lastSnapshot = head.seq
            setting.surroundings.log.warning(
                "no snapshot was taken", metadata: ["site": "\(site)", "error": "\(error)"])
        }
    }
}
