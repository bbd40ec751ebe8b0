import Database
import HouseRules

/// One decision as it stands in the journal, accepted or refused.
public struct Entry: Sendable, Hashable {
    /// Its place in the journal of the site, from 1 without gaps.
    public let seq: Int
    /// The id minted by whoever asked; a repeated command carries the same.
    public let id: DecisionID
    /// When it was decided; never earlier than the entry before.
    public let at: Moment
    /// Who asked.
    public let actor: Actor
    /// The revision of the rules that ruled; 0: the catalogue's defaults.
    public let policyRevision: Int
    /// What was asked.
    public let command: Command
    /// The answer; nil when refused.
    public let outcome: Outcome?
    /// Why, in the order in which it was settled.
    public let reasons: [Reason]
    /// What became true; of a refusal at most what fell due by itself.
    public let events: [SiteEvent]
    /// Keyed hash over the entry and the hash before it, in hexadecimal.
    public let hash: String

    /// The refusal, if this is one.
    public var refusal: Refusal? {
        guard outcome == nil, case .refused(let refusal) = reasons.last else { return nil }
        return refusal
    }

    /// The clauses that were applied, each once, in the order of the reasons.
    public var clauses: [Clause] {
        var clauses: [Clause] = []
        for reason in reasons where !clauses.contains(reason.clause) {
            clauses.append(reason.clause)
        }
        return clauses
    }
}

/// What a command leads to: the entry that records it, only ever handed out once it is durable.
public typealias DecisionRecord = Entry

/// The end of a journal: what the next entry links to, and what is printed on the evening sheet.
public struct JournalHead: Sendable, Hashable, Codable {
    /// Number of the last entry; 0 when there is none.
    public let seq: Int
    /// Its hash in hexadecimal.
    public let hash: String
    /// Its moment.
    public let at: Moment

    /// The end of a journal.
    public init(seq: Int, hash: String, at: Moment) {
        self.seq = seq
        self.hash = hash
        self.at = at
    }
}
