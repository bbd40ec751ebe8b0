import Database
import Foundation
import HouseRules

/// Reads a period of a site's journal for a what-if: the state at its beginning, then every entry.
struct WhatIfReader: Sendable {
    let journal: Journal
    let database: any Database

    /// Entries of one page.
    private static let page = 5000

    /// How far it is.
    struct Progress: Sendable, Hashable {
        /// Entries read, of those before the end of the period.
        var read: Int
        var total: Int
    }

    /// Decides a period again; both days are included.
    /// - Throws: `DatabaseFailure`, ``JournalBroken``, `CancellationError`.
    func run(
        from: BusinessDay, to: BusinessDay, under policy: Policy,
        progress: @Sendable (Progress) async -> Void
    ) async throws -> WhatIf {
        let first = try await number(at: from.start)
        let end = try await number(at: to.adding(days: 1).start)
        let state = try await state(before: first, end: end, progress)
        var whatIf = WhatIf(from: state, under: policy)
        var next = first
        var rows = try await stored(from: next, before: end)
        while !rows.isEmpty {
            try Task.checkCancellation()
            next += rows.count
            let start = next
            async let following = stored(from: start, before: end)
            for entry in try await Self.decode(rows) { whatIf.add(entry) }
            await progress(Progress(read: next - 1, total: end - 1))
            rows = try await following
        }
        return whatIf
    }

    /// The number of the first entry at a moment or later; moments never go backwards.
    private func number(at moment: Moment) async throws -> Int {
        try await database.read { transaction in
            var low = 1
            var high = try journal.head(in: transaction).seq + 1
            while low < high {
                let middle = (low + high) / 2
                let row = try transaction.row(
                    "SELECT at FROM journal WHERE site = \(journal.site) AND seq = \(middle)")
                guard let row else { throw JournalBroken(seq: middle) }
                if try row.int(0) < moment.milliseconds { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// The fold of everything before an entry.
    private func state(
        before first: Int, end: Int, _ progress: @Sendable (Progress) async -> Void
    ) async throws -> SiteState {
        var replay = Replay(state: SiteState(), head: journal.chain.start)
        while replay.head.seq < first - 1 {
            try Task.checkCancellation()
            let from = replay.head.seq
            let limit = min(Self.page, first - 1 - from)
            let steps = try await database.read {
                try journal.steps(after: from, limit: limit, in: $0)
            }
            guard !steps.isEmpty else { throw JournalBroken(seq: from + 1) }
            replay = try await replay.adding(steps)
            await progress(Progress(read: replay.head.seq, total: end - 1))
        }
        return replay.state
    }

    private func stored(from first: Int, before end: Int) async throws -> [StoredEntry] {
        let limit = min(Self.page, end - first)
        guard limit > 0 else { return [] }
        return try await database.read {
            try journal.stored(after: first - 1, limit: limit, in: $0)
        }
    }

    /// Decodes in parallel, in order.
    private static func decode(_ rows: [StoredEntry]) async throws -> [WhatIfStep] {
        let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let size = max(64, (rows.count + cores - 1) / cores)
        return try await withThrowingTaskGroup(of: (Int, [WhatIfStep]).self) { group in
            for (index, start) in stride(from: 0, to: rows.count, by: size).enumerated() {
                let chunk = rows[start..<min(start + size, rows.count)]
                group.addTask { (index, try decodeChunk(chunk)) }
            }
            var parts: [Int: [WhatIfStep]] = [:]
            for try await (index, entries) in group { parts[index] = entries }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }

    private static func refusal(_ row: StoredEntry) throws -> Refusal? {
        let reasons = try JournalText.decode([Reason].self, row.reasons)
        guard case .refused(let refusal) = reasons.last else { return nil }
        return refusal
    }

    /// Reasons are only read of refusals: nothing else of them is compared.
    private static func decodeChunk(_ rows: ArraySlice<StoredEntry>) throws -> [WhatIfStep] {
        let events = try JournalText.decode(each: [SiteEvent].self, rows.map(\.events))
        let commands = try JournalText.decode(each: Command.self, rows.map(\.command))
        guard events.count == rows.count, commands.count == rows.count else {
            throw JournalBroken(seq: rows.first?.seq ?? 0)
        }
        return try zip(rows, zip(commands, events)).map { row, decoded in
            guard let role = Role(rawValue: row.role) else { throw JournalBroken(seq: row.seq) }
            return WhatIfStep(
                id: DecisionID(row.id), at: Moment(milliseconds: row.at),
                actor: Actor(StaffID(row.actor), role), command: decoded.0,
                refusal: row.outcome == nil ? try refusal(row) : nil, events: decoded.1)
        }
    }
}
