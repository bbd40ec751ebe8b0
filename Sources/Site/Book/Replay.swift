import Foundation
import HouseRules

/// A state on its way from the journal: decodes in parallel, applies in order.
struct Replay: Sendable {
    private(set) var state: SiteState
    private(set) var head: JournalHead

    init(state: SiteState, head: JournalHead) {
        self.state = state
        self.head = head
    }

    /// The state after further steps.
    /// - Throws: ``JournalBroken`` when they do not link up, `DatabaseFailure.decoding`.
    func adding(_ steps: [ReplayStep]) async throws -> Replay {
        guard !steps.isEmpty else { return self }
        var next = self
        for (step, events) in zip(steps, try await Self.decode(steps)) {
            guard step.seq == next.head.seq + 1, step.previousHash == next.head.hash else {
                throw JournalBroken(seq: step.seq)
            }
            for event in events { next.state.apply(event) }
            next.head = step.head
        }
        return next
    }

    private static func decode(_ steps: [ReplayStep]) async throws -> [[SiteEvent]] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        guard steps.count > 64, cores > 1 else { return try decodeChunk(steps[...]) }
        let size = (steps.count + cores - 1) / cores
        let chunks = stride(from: 0, to: steps.count, by: size).map {
            steps[$0..<min($0 + size, steps.count)]
        }
        return try await withThrowingTaskGroup(of: (Int, [[SiteEvent]]).self) { group in
            for (index, chunk) in chunks.enumerated() {
                group.addTask { (index, try decodeChunk(chunk)) }
            }
            var decoded = [[[SiteEvent]]](repeating: [], count: chunks.count)
            for try await (index, events) in group { decoded[index] = events }
            return decoded.flatMap { $0 }
        }
    }

    private static func decodeChunk(_ steps: ArraySlice<ReplayStep>) throws -> [[SiteEvent]] {
        let events = try JournalText.decode(each: [SiteEvent].self, steps.map(\.events))
        guard events.count == steps.count else { throw JournalBroken(seq: steps.first?.seq ?? 0) }
        return events
    }
}
