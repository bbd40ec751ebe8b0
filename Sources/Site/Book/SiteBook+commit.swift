import Database
import HouseRules
import Logging

extension SiteBook {
    /// Starts the one worker of this book unless it is at work. Everything that changes `state`
    /// runs in it, so nothing can come between a decision and its entry.
    func startWork() {
        guard !isAtWork else { return }
        isAtWork = true
        Task { await work() }
    }

    private func work() async {
        while !waiting.isEmpty || !catchUpWaiters.isEmpty {
            if !catchUpWaiters.isEmpty { await answerCatchUps() }
            let batch = Array(waiting.prefix(setting.batchLimit))
            waiting.removeFirst(batch.count)
            if !batch.isEmpty { await settle(batch) }
            snapshotIfDue()
        }
        isAtWork = false
        for waiter in drainWaiters { waiter.resume() }
        drainWaiters = []
    }

    /// Reads what other processes wrote, in turn with the commands.
    /// - Throws: `DatabaseFailure`, ``JournalBroken``.
    public func refresh() async throws {
        try await withCheckedThrowingContinuation { continuation in
            catchUpWaiters.append(continuation)
            startWork()
        }
    }

    private func answerCatchUps() async {
        let waiters = catchUpWaiters
        catchUpWaiters = []
        let result: Result<Void, any Error>
        do {
            try await catchUp()
            result = .success(())
        } catch {
            result = .failure(error)
        }
        for waiter in waiters { waiter.resume(with: result) }
    }

    /// Decides and writes a batch in one transaction; answers every caller of it.
    private func settle(_ batch: [Waiting]) async {
        let (first, repeated) = withoutRepeats(batch)
        var open = first
        for _ in 1...Self.attempts where !open.isEmpty {
            do {
                let draft = try draft(open.map(\.question))
                try await write(draft)
                absorb(draft)
                for (caller, entry) in zip(open, draft.entries) {
                    caller.continuation.resume(returning: entry)
                }
                open = []
            } catch let failure as DatabaseFailure where failure.isLostRace {
                drafted = state
                open = await openAfterLostRace(open)
            } catch let failure as DatabaseFailure
                where failure.mayBeOneStatement && open.count > 1
            {
                drafted = state
                for caller in open { await settle([caller]) }
                open = []
            } catch {
                drafted = state
                for caller in open { caller.continuation.resume(throwing: error) }
                open = []
            }
        }
        let busy = SiteBusy(description: "Other processes were first \(Self.attempts) times.")
        for caller in open { caller.continuation.resume(throwing: busy) }
        if !repeated.isEmpty { await settle(repeated) }
    }

    /// How often a batch is decided anew because another process was first.
    private static var attempts: Int { 50 }

    /// The first of each id, and the rest, which are answered from the journal afterwards.
    private func withoutRepeats(_ batch: [Waiting]) -> (first: [Waiting], repeated: [Waiting]) {
        var seen: Set<DecisionID> = []
        var first: [Waiting] = []
        var repeated: [Waiting] = []
        for caller in batch {
            if seen.insert(caller.question.id).inserted {
                first.append(caller)
            } else {
                repeated.append(caller)
            }
        }
        return (first, repeated)
    }

    /// Decides one after another on `drafted`; `state` itself does not change. Whoever cannot
    /// write the draft puts `drafted` back.
    private func draft(_ questions: [Question]) throws -> BatchDraft {
        var draft = BatchDraft(head: head)
        for question in questions {
            let at = moment(of: question, after: draft.head)
            let (revision, policy) = policies.policy(at: at)
            let ruling = setting.rules.rule(
                &drafted, question.command, question.actor, policy, at)
            let stored = try StoredEntry(
                ruling, of: question, at: at, revision: revision, after: draft.head,
                chain: journal.chain)
            let entry = Entry(stored, question, ruling)
            draft.head = stored.head
            draft.entries.append(entry)
            draft.statements.append(stored.insertion(site: site))
            if ruling.answer != nil { draft.statements += question.alongside }
            for list in setting.lists { draft.statements += list.write(entry, site) }
        }
        return draft
    }

    /// Moments of a journal never go backwards, even when the clock does.
    private func moment(of question: Question, after head: JournalHead) -> Moment {
        guard question.at < head.at else { return question.at }
        let behind = head.at.milliseconds - question.at.milliseconds
        if behind >= 1000 {
            setting.surroundings.log.notice(
                "the clock is behind the journal; its last moment is used",
                metadata: ["site": "\(site)", "milliseconds": "\(behind)"])
        }
        return head.at
    }

    private func write(_ draft: BatchDraft) async throws {
        let statements = draft.statements
        try await setting.database.write { transaction in
            try transaction.execute(batch: statements)
        }
    }

    /// Makes true in `state` what is durable now, as reading it from the journal would.
    private func absorb(_ draft: BatchDraft) {
        for entry in draft.entries {
            for event in entry.events { state.apply(event) }
        }
        advance(to: draft.head)
    }

    private func advance(to newHead: JournalHead) {
        head = newHead
        for subscriber in subscribers.values { subscriber.yield(newHead.seq) }
    }

    /// Somebody else was first: reads what they wrote and answers ids that are in the journal.
    /// The rest is to be decided again.
    private func openAfterLostRace(_ batch: [Waiting]) async -> [Waiting] {
        do {
            try await catchUp()
            let ids = batch.map(\.question.id)
            let known = try await setting.database.read { [journal] transaction in
                try journal.stored(ids: ids, in: transaction).map { try $0.entry() }
            }
            let records = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0) })
            return batch.filter { caller in
                guard let record = records[caller.question.id] else { return true }
                caller.continuation.resume(with: caller.question.answer(from: record))
                return false
            }
        } catch {
            for caller in batch { caller.continuation.resume(throwing: error) }
            return []
        }
    }

    /// Absorbs the entries and policy revisions that other processes wrote.
    private func catchUp() async throws {
        let page = 2000
        while true {
            let after = head.seq
            let known = policies.newestRevision
            let (steps, revisions) = try await setting.database.read { [journal] transaction in
                (
                    try journal.steps(after: after, limit: page, in: transaction),
                    try PolicyShelf.revisions(of: journal.site, after: known, in: transaction)
                )
            }
            try policies.add(revisions, read: setting.readPolicy, chain: journal.chain)
            let replayed = try await Replay(state: state, head: head).adding(steps)
            if replayed.head.seq > head.seq {
                state = replayed.state
                drafted = replayed.state
                advance(to: replayed.head)
            }
            if steps.count < page { return }
        }
    }
}

/// Decisions made but not yet written.
private struct BatchDraft {
    var head: JournalHead
    var entries: [Entry] = []
    var statements: [SQL] = []
}

extension Entry {
    fileprivate init(_ stored: StoredEntry, _ question: Question, _ ruling: Ruling) {
        self.init(
            seq: stored.seq, id: question.id, at: Moment(milliseconds: stored.at),
            actor: question.actor, policyRevision: stored.policyRevision,
            command: question.command, outcome: ruling.answer, reasons: ruling.reasons,
            events: ruling.events, hash: stored.hash)
    }
}

extension Question {
    /// The record of the same command, if it is the same.
    fileprivate func answer(from record: DecisionRecord) -> Result<DecisionRecord, any Error> {
        guard record.command == command, record.actor.staff == actor.staff else {
            return .failure(DecisionIDReused(id: id))
        }
        return .success(record)
    }
}
