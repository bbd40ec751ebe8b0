import Database
import HouseRules
import Synchronization

/// One command of a series whose order is fixed beforehand.
public struct BookStep: Sendable {
    /// Names the decision.
    public var id: DecisionID
    /// What is asked.
    public var command: Command
    /// Who asks.
    public var actor: Actor
    /// When; never earlier than the entry before.
    public var at: Moment
    /// Further statements of the same transaction.
    public var alongside: [SQL]

    /// A step.
    public init(
        _ id: DecisionID, _ command: Command, by actor: Actor, at: Moment, alongside: [SQL] = []
    ) {
        (self.id, self.command, self.actor) = (id, command, actor)
        (self.at, self.alongside) = (at, alongside)
    }
}

extension SiteBook {
    /// Performs commands in their order, many in one transaction; answers when all are durable.
    /// - Throws: What ``perform(_:id:by:alongside:at:)`` throws, for the first that fails; those
    ///   before it stand.
    public func perform(inOrder steps: [BookStep]) async throws {
        for start in stride(from: 0, to: steps.count, by: setting.batchLimit) {
            try await performAtOnce(steps[start..<min(start + setting.batchLimit, steps.count)])
        }
    }

    private func performAtOnce(_ steps: ArraySlice<BookStep>) async throws {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            let answers = SeriesAnswers(awaited: steps.count, done: done)
            for step in steps {
                lastTicket += 1
                let question = Question(
                    id: step.id, command: step.command, actor: step.actor,
                    alongside: step.alongside, at: step.at)
                waiting.append(Waiting(lastTicket, question, Reply { answers.add($0) }))
            }
            startWork()
        }
    }
}

/// Where the answer to a command goes.
struct Reply: Sendable {
    private let send: @Sendable (Result<DecisionRecord, any Error>) -> Void

    init(_ send: @escaping @Sendable (Result<DecisionRecord, any Error>) -> Void) {
        self.send = send
    }

    func resume(returning record: DecisionRecord) { send(.success(record)) }
    func resume(throwing error: any Error) { send(.failure(error)) }
    func resume(with result: Result<DecisionRecord, any Error>) { send(result) }
}

/// Collects the answers to a series and goes on with the first failure, or when all are there.
private final class SeriesAnswers: Sendable {
    private struct Count {
        var awaited: Int
        var failure: (any Error)?
    }

    private let count: Mutex<Count>
    private let done: CheckedContinuation<Void, any Error>

    init(awaited: Int, done: CheckedContinuation<Void, any Error>) {
        count = Mutex(Count(awaited: awaited))
        self.done = done
    }

    func add(_ answer: Result<DecisionRecord, any Error>) {
        let failure: (any Error)?? = count.withLock { count in
            if case .failure(let error) = answer, count.failure == nil { count.failure = error }
            count.awaited -= 1
            return count.awaited == 0 ? .some(count.failure) : nil
        }
        guard let failure else { return }
        if let failure { done.resume(throwing: failure) } else { done.resume() }
    }
}
