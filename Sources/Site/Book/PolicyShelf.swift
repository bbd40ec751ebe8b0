import Database
import HouseRules

/// One dated revision of a site's rules; never changed, only followed by another.
public struct PolicyRevision: Sendable, Hashable {
    /// Its number, from 1.
    public let revision: Int
    /// From when it governs.
    public let effectiveFrom: Moment
    /// Who published it.
    public let author: String
    /// Why.
    public let note: String
    /// The pack as it was published (YAML).
    public let body: String
    /// When it was published.
    public let createdAt: Moment
    /// Keyed hash over all of it, in hexadecimal.
    public let hash: String

    init(_ row: Row) throws {
        revision = Int(try row.int("revision"))
        effectiveFrom = Moment(milliseconds: try row.int("effective_from"))
        author = try row.text("author")
        note = try row.text("note")
        body = try row.text("body")
        createdAt = Moment(milliseconds: try row.int("created_at"))
        hash = try row.text("hash")
    }

    init(_ draft: PolicyDraft, revision: Int, createdAt: Moment, chain: Chain) {
        self.revision = revision
        effectiveFrom = draft.effectiveFrom
        author = draft.author
        note = draft.note
        body = draft.body
        self.createdAt = createdAt
        hash = Self.hash(draft, revision: revision, createdAt: createdAt, chain: chain)
    }

    /// Whether it is as it was published with this key.
    func isGenuine(_ chain: Chain) -> Bool {
        let draft = PolicyDraft(
            body: body, effectiveFrom: effectiveFrom, author: author, note: note)
        return hash == Self.hash(draft, revision: revision, createdAt: createdAt, chain: chain)
    }

    private static func hash(
        _ draft: PolicyDraft, revision: Int, createdAt: Moment, chain: Chain
    ) -> String {
        chain.seal(
            "policy", chain.genesis, "\(revision)", "\(draft.effectiveFrom.milliseconds)",
            draft.author, draft.note, draft.body, "\(createdAt.milliseconds)")
    }
}

/// A revision that is to be published.
public struct PolicyDraft: Sendable, Hashable {
    /// The pack (YAML).
    public let body: String
    /// From when it is to govern.
    public let effectiveFrom: Moment
    /// Who publishes it.
    public let author: String
    /// Why.
    public let note: String

    /// A draft of a revision.
    public init(body: String, effectiveFrom: Moment, author: String, note: String) {
        self.body = body
        self.effectiveFrom = effectiveFrom
        self.author = author
        self.note = note
    }
}

/// A stored policy revision is not as it was published.
public struct PolicyChanged: Error, Sendable, Hashable, CustomStringConvertible {
    /// The revision.
    public let revision: Int

    /// One English sentence.
    public var description: String {
        "Policy revision \(revision) was changed after it was published, or the key is another."
    }
}

/// All revisions of a site's rules, read and ready to rule.
public struct PolicyShelf: Sendable {
    /// The revisions in the order of their numbers.
    public private(set) var revisions: [PolicyRevision] = []
    /// The policies of ``revisions``, sorted by the day they take effect, then by number.
    private var byEffect: [(from: Moment, revision: Int, policy: Policy)] = []

    init() {}

    /// The greatest number; 0 when there is none.
    var newestRevision: Int { revisions.last?.revision ?? 0 }

    /// The rules in force at a moment: the latest to take effect by then, and of those of one
    /// moment the one published last. Revision 0, the catalogue's defaults, when there is none.
    /// - Parameter newest: Revisions with a greater number do not count, as for somebody who has
    ///   not seen them.
    public func policy(
        at moment: Moment, upTo newest: Int = .max
    ) -> (revision: Int, policy: Policy) {
        let found = byEffect.last { $0.from <= moment && $0.revision <= newest }
        guard let found else {
            return (0, Policy())
        }
        return (found.revision, found.policy)
    }

    /// The rules of a revision, to explain a past decision; nil when there is no such revision.
    public func policy(revision: Int) -> Policy? {
        revision == 0 ? Policy() : byEffect.first { $0.revision == revision }?.policy
    }

    mutating func add(
        _ found: [PolicyRevision], read: (String) throws -> Policy, chain: Chain
    ) throws {
        for revision in found where revision.revision > newestRevision {
            guard revision.isGenuine(chain) else {
                throw PolicyChanged(revision: revision.revision)
            }
            let policy = try read(revision.body)
            let place = byEffect.lastIndex { $0.from <= revision.effectiveFrom }.map { $0 + 1 }
            byEffect.insert(
                (revision.effectiveFrom, revision.revision, policy), at: place ?? 0)
            revisions.append(revision)
        }
    }

    static func revisions(
        of site: SiteID, after revision: Int, in transaction: any Transaction
    ) throws -> [PolicyRevision] {
        try transaction.rows(
            """
            SELECT revision, effective_from, author, note, hash, body, created_at
            FROM policy_revision WHERE site = \(site) AND revision > \(revision) ORDER BY revision
            """
        ).map(PolicyRevision.init)
    }

    /// Nil when another revision than `expected` is the newest.
    static func publish(
        _ draft: PolicyDraft, at moment: Moment, after expected: Int?, journal: Journal,
        in transaction: any Transaction
    ) throws -> PolicyRevision? {
        let row = try transaction.row(
            """
            SELECT max(revision) AS newest FROM policy_revision WHERE site = \(journal.site)
            """)
        let newest = Int(try row?.optionalInt("newest") ?? 0)
        if let expected, newest != expected { return nil }
        let revision = PolicyRevision(
            draft, revision: newest + 1, createdAt: moment, chain: journal.chain)
        try transaction.execute(
            """
            INSERT INTO policy_revision (site, revision, effective_from, author, note, hash, \
            body, created_at) VALUES (\(journal.site), \(revision.revision), \
            \(revision.effectiveFrom), \(revision.author), \(revision.note), \(revision.hash), \
            \(revision.body), \(revision.createdAt))
            """)
        return revision
    }
}

extension SiteBook {
    /// Publishes a revision of the rules; it governs from its moment on, and past decisions keep
    /// theirs. Other processes know of it with their next look at the journal, so let it take
    /// effect a second or more from now.
    /// - Throws: what reading the body throws, `DatabaseFailure`, ``SiteBusy``.
    @discardableResult
    public func publish(_ draft: PolicyDraft) async throws -> PolicyRevision {
        for _ in 1...5 {
            if let revision = try await publish(draft, after: nil) { return revision }
        }
        throw SiteBusy(description: "Others published revisions at the same time.")
    }

    /// Publishes the first revision of a site; where there is one already, nothing changes, whoever
    /// was first.
    /// - Throws: as ``publish(_:)``.
    public func publishFirst(_ draft: PolicyDraft) async throws {
        guard policyRevisions.isEmpty else { return }
        _ = try await publish(draft, after: 0)
    }

    /// Publishes a revision on top of the newest one that its author saw; nil when somebody else
    /// published in between.
    /// - Throws: as ``publish(_:)``.
    public func publish(_ draft: PolicyDraft, onTopOf seen: Int) async throws -> PolicyRevision? {
        try await publish(draft, after: seen)
    }

    /// Nil when somebody else published in between, or there is more than `expected`.
    private func publish(
        _ draft: PolicyDraft, after expected: Int?
    ) async throws -> PolicyRevision? {
        _ = try setting.readPolicy(draft.body)
        let now = Moment(milliseconds: setting.surroundings.now())
        var revision: PolicyRevision?
        do {
            revision = try await setting.database.write { [journal] transaction in
                try PolicyShelf.publish(
                    draft, at: now, after: expected, journal: journal, in: transaction)
            }
        } catch DatabaseFailure.uniqueViolation {
            revision = nil
        }
        try await refresh()
        return revision
    }

    /// All published revisions, oldest first.
    public var policyRevisions: [PolicyRevision] { policies.revisions }

    /// The rules in force at a moment.
    public func policyInForce(at moment: Moment) -> Policy { policies.policy(at: moment).policy }

    /// The rules of a revision, to explain a past decision; nil when there is no such revision.
    public func policy(revision: Int) -> Policy? { policies.policy(revision: revision) }
}
