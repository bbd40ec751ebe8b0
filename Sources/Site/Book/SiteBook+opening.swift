import Database
import HouseRules
import Logging

/// What was read to open a book.
struct OpenedBook: Sendable {
    let state: SiteState
    let head: JournalHead
    let policies: PolicyShelf
    let snapshotSeq: Int
}

extension SiteBook {
    /// Opens the book of a site: the newest valid snapshot and the journal after it.
    ///
    /// - Parameter snapshot: False to replay the journal from its first entry.
    /// - Throws: `DatabaseFailure`, ``JournalBroken``, ``PolicyChanged``, what reading a policy
    ///   throws.
    public static func open(
        _ site: SiteID, _ setting: BookSetting, snapshot: Bool = true
    ) async throws -> SiteBook {
        let journal = Journal(site: site, key: setting.key)
        let shelf = SnapshotShelf(journal: journal)
        let (found, passedOver, revisions) = try await setting.database.read { transaction in
            let (found, passedOver) = snapshot ? try shelf.newest(in: transaction) : (nil, [])
            return (
                found, passedOver,
                try PolicyShelf.revisions(of: site, after: 0, in: transaction)
            )
        }
        for seq in passedOver {
            setting.surroundings.log.warning(
                "a snapshot is not valid and was passed over",
                metadata: ["site": "\(site)", "seq": "\(seq)"])
        }
        var policies = PolicyShelf()
        try policies.add(revisions, read: setting.readPolicy, chain: journal.chain)
        let start = found ?? Replay(state: SiteState(), head: journal.chain.start)
        let replay = try await journal.replay(from: start, in: setting.database)
        return SiteBook(
            site: site, setting: setting,
            opened: OpenedBook(
                state: replay.state, head: replay.head, policies: policies,
                snapshotSeq: start.head.seq))
    }
}

extension Journal {
    /// The state of the site as the fold of all its entries, without any snapshot.
    /// - Throws: `DatabaseFailure`, ``JournalBroken``.
    public func replay(in database: any Database) async throws -> (SiteState, JournalHead) {
        let replay = try await replay(
            from: Replay(state: SiteState(), head: chain.start), in: database)
        return (replay.state, replay.head)
    }

    /// Reads the next page while the last one is decoded.
    func replay(
        from start: Replay, in database: any Database, page: Int = 5000
    ) async throws -> Replay {
        var replay = start
        var steps = try await steps(after: start.head.seq, limit: page, in: database)
        while let last = steps.last {
            let isLast = steps.count < page
            async let next =
                isLast
                ? [] : self.steps(after: last.seq, limit: page, in: database)
            replay = try await replay.adding(steps)
            steps = try await next
        }
        return replay
    }

    private func steps(
        after seq: Int, limit: Int, in database: any Database
    ) async throws -> [ReplayStep] {
        try await database.read { try self.steps(after: seq, limit: limit, in: $0) }
    }
}
