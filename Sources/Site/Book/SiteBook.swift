import Database
import HouseRules

/// The rules as the book needs them; tests put simpler ones in their place.
public struct SiteRules: Sendable {
    /// Decides one command and makes its events true in the state.
    public var rule: @Sendable (inout SiteState, Command, Actor, Policy, Moment) -> Ruling
    /// Whether `settleDue` would have something to do.
    public var isDue: @Sendable (SiteState, Policy, Moment) -> Bool

    /// Rules from two functions.
    public init(
        rule: @escaping @Sendable (inout SiteState, Command, Actor, Policy, Moment) -> Ruling,
        isDue: @escaping @Sendable (SiteState, Policy, Moment) -> Bool
    ) {
        self.rule = rule
        self.isDue = isDue
    }

    /// The rules of the house.
    public static let house = SiteRules(
        rule: { $0.rule(on: $1, by: $2, under: $3, at: $4) },
        isDue: { HouseRules.isDue($0, under: $1, at: $2) })
}

/// Everything a book works with.
public struct BookSetting: Sendable {
    /// Where the journal is.
    public var database: any Database
    /// The key of the hash chain.
    public var key: HMACKey
    /// Clock, ids and log.
    public var surroundings: Surroundings
    /// The lists written beside each entry.
    public var lists: [ListWriter]
    /// The rules.
    public var rules: SiteRules
    /// Reads the body of a policy revision.
    public var readPolicy: @Sendable (String) throws -> Policy
    /// Most commands in one transaction.
    public var batchLimit = 256
    /// Most commands waiting; beyond it ``SiteBusy`` is thrown.
    public var waitingLimit = 4096
    /// A snapshot is taken after so many entries: writing one takes as long as a few hundred
    /// decisions, reading so many entries again at the start takes a fifth of a second.
    public var snapshotEvery = 10_000

    /// The setting of a book.
    public init(
        database: any Database, key: HMACKey, surroundings: Surroundings,
        lists: [ListWriter] = ListWriter.reception, rules: SiteRules = .house,
        readPolicy: @escaping @Sendable (String) throws -> Policy
    ) {
        self.database = database
        self.key = key
        self.surroundings = surroundings
        self.lists = lists
        self.rules = rules
        self.readPolicy = readPolicy
    }
}

/// The one way to change a site: decides each command on the very latest state, writes it down and
/// answers when it is durable. Its state is a fold of the journal and never ahead of the database.
public actor SiteBook {
    /// The site.
    public nonisolated let site: SiteID
    /// Its journal.
    public nonisolated let journal: Journal
    let setting: BookSetting
    let snapshots: SnapshotShelf

    /// What the site knows, as of ``seq``.
    public internal(set) var state: SiteState
    /// ``state`` with the batch in hand: decided on in storage of its own, for a dictionary that
    /// two states share is copied as a whole at the first change, which grows with the site.
    var drafted: SiteState
    /// The end of the journal as far as it was read or written here.
    public internal(set) var head: JournalHead
    var policies: PolicyShelf

    var waiting: [Waiting] = []
    var isAtWork = false
    var catchUpWaiters: [CheckedContinuation<Void, any Error>] = []
    var drainWaiters: [CheckedContinuation<Void, Never>] = []
    var subscribers: [Int: AsyncStream<Int>.Continuation] = [:]
    var lastTicket = 0
    var lastUse: Moment
    var lastSnapshot: Int
    var snapshotTask: Task<Void, Never>?
    var background: [Task<Void, Never>] = []

    init(site: SiteID, setting: BookSetting, opened: OpenedBook) {
        self.site = site
        self.setting = setting
        journal = Journal(site: site, key: setting.key)
        snapshots = SnapshotShelf(journal: journal)
        state = opened.state
        drafted = opened.state
        head = opened.head
        policies = opened.policies
        lastSnapshot = opened.snapshotSeq
        lastUse = Moment(milliseconds: setting.surroundings.now())
    }

    /// Number of the last entry in ``state``; 0 for a new site.
    public var seq: Int { head.seq }

    /// The rules in force at a moment, with the number of their revision (0: the defaults).
    public func policy(at moment: Moment) -> (revision: Int, policy: Policy) {
        policies.policy(at: moment)
    }

    /// State and policy of one instant, for pages: with several calls something may come between.
    public func view(at moment: Moment) -> (seq: Int, state: SiteState, policy: Policy) {
        lastUse = max(lastUse, moment)
        return (head.seq, state, policies.policy(at: moment).policy)
    }

    /// Decides a command and writes it down; answers when that is durable.
    ///
    /// - Parameters:
    ///   - command: What somebody wants to happen.
    ///   - id: Minted by whoever asks. The same id again is answered with the first record.
    ///   - actor: Who asks.
    ///   - alongside: Further statements of the same transaction, such as a new person's row. They
    ///     do not run when the command is refused or the id was used before.
    ///   - moment: Instead of the clock, for imports; never earlier than the last entry.
    /// - Throws: ``DecisionIDReused``, ``SiteBusy``, `DatabaseFailure` (nothing was written, unless
    ///   the answer to a commit was lost: ask again with the same id), `CancellationError` when the
    ///   task was cancelled before the command's turn came.
    public func perform(
        _ command: Command, id: DecisionID, by actor: Actor, alongside: [SQL] = [],
        at moment: Moment? = nil
    ) async throws -> DecisionRecord {
        let now = Moment(milliseconds: setting.surroundings.now())
        let question = Question(
            id: id, command: command, actor: actor, alongside: alongside, at: moment ?? now)
        lastUse = max(lastUse, now)
        guard waiting.count < setting.waitingLimit else {
            throw SiteBusy(description: "\(waiting.count) commands are waiting for site \(site).")
        }
        lastTicket += 1
        let ticket = lastTicket
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard !Task.isCancelled else {
                    return continuation.resume(throwing: CancellationError())
                }
                waiting.append(Waiting(ticket, question, Reply { continuation.resume(with: $0) }))
                startWork()
            }
        } onCancel: {
            Task { await self.withdraw(ticket) }
        }
    }

    /// A command that waits can still be withdrawn; one that is being written is answered.
    private func withdraw(_ ticket: Int) {
        guard let index = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
        waiting.remove(at: index).continuation.resume(throwing: CancellationError())
    }

    /// Numbers of the entries as they become known here, also those of other processes.
    ///
    /// Only the newest number waits for a slow reader, so read ``state`` or the lists after it.
    public func subscribe() -> AsyncStream<Int> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Int.self, bufferingPolicy: .bufferingNewest(1))
        lastTicket += 1
        let ticket = lastTicket
        subscribers[ticket] = continuation
        continuation.onTermination = { _ in Task { await self.unsubscribe(ticket) } }
        return stream
    }

    private func unsubscribe(_ ticket: Int) {
        subscribers[ticket] = nil
    }
}

/// A command on its way to a decision.
struct Question: Sendable {
    let id: DecisionID
    let command: Command
    let actor: Actor
    let alongside: [SQL]
    let at: Moment
}

/// A caller that waits for the answer.
struct Waiting: Sendable {
    let ticket: Int
    let question: Question
    let continuation: Reply

    init(_ ticket: Int, _ question: Question, _ continuation: Reply) {
        self.ticket = ticket
        self.question = question
        self.continuation = continuation
    }
}
