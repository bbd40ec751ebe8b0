import Database
import Foundation
import HouseRules
import Synchronization

/// How long a site with a long history takes to open, from a snapshot and without one.
struct OpeningBench: Sendable {
    let folder: URL
    let entries: Int

    private static let site: SiteID = "long"

    /// The times, and whether both ways lead to the same state.
    func figures() async throws -> [BenchFigure] {
        let path = folder.appending(path: "long.sqlite").path
        let written = try await Stopwatch.seconds { try await write(to: path) }
        let database = try await openDatabase(path)
        let setting = setting(database)
        let opened = try await Stopwatch.seconds { try await SiteBook.open(Self.site, setting) }
        let rebuilt = try await Stopwatch.seconds {
            try await SiteBook.open(Self.site, setting, snapshot: false)
        }
        let ends = await [opened.result.end, rebuilt.result.end]
        let isEqual = ends.allSatisfy {
            $0.state == written.result.end.state && $0.head == written.result.end.head
        }
        try await database.close()
        let count = digits(Double(entries))
        let whatIf = try await whatIf(written.result.facts, path)
        return whatIf + [
            .atMost(
                2, "open-snapshot", "start-up with \(count) entries, by snapshot", opened.seconds,
                "s", note: "the snapshot lies \(Self.tail) entries back"),
            BenchFigure(
                "open-rebuild", "the same, rebuilt from the first entry", rebuilt.seconds, "s",
                target: "≤ 60 s, equal", isMet: rebuilt.seconds <= 60 && isEqual,
                note: (isEqual ? "state and head are equal" : "STATE OR HEAD DIFFER")
                    + "; the journal was written in \(digits(written.seconds)) s"),
        ]
    }

    /// The facts of a what-if.
    private static let million = 1_000_000

    /// A what-if over the first million facts, under another window for claims.
    private func whatIf(
        _ facts: (count: Int, by: BusinessDay), _ path: String
    ) async throws -> [BenchFigure] {
        let database = try await openDatabase(path)
        let reader = WhatIfReader(
            journal: Journal(site: Self.site, key: Self.key), database: database)
        let first = BusinessDay(year: 2021, month: 1, day: 1)!
        let start = Stopwatch.now()
        let firstWord = Mutex<Double?>(nil)
        var policy = Policy()
        policy.rotation.busyWithTurn = .returnToPosition
        let whatIf = try await reader.run(from: first, to: facts.by, under: policy) { _ in
            firstWord.withLock { $0 = $0 ?? Double(Stopwatch.now() - start) / 1e9 }
        }
        let otherwise = whatIf.differences.count
        let seconds = Double(Stopwatch.now() - start) / 1e9
        try await database.close()
        return [
            .atMost(
                10, "what-if", "\(digits(Double(facts.count))) facts decided again", seconds, "s",
                note: "\(whatIf.decided) decisions, \(otherwise) of them otherwise"),
            .atMost(
                1, "what-if-progress", "its first word of progress",
                firstWord.withLock { $0 } ?? .infinity, "s"),
        ]
    }

    /// As many entries as a server may have written since its last snapshot.
    private static let tail = 900

    private func setting(_ database: any Database) -> BookSetting {
        BookSetting(
            database: database, key: Self.key, surroundings: BenchSite.surroundings(),
            readPolicy: { _ in Policy() })
    }

    private static var key: HMACKey { HMACKey([UInt8](repeating: 9, count: 32)) }

    /// Decides, chains and appends as the book does it, without the lists; keeps a snapshot on the
    /// way. Gives the end, and the day by which a million facts had been written.
    private func write(
        to path: String
    ) async throws -> (end: Replay, facts: (count: Int, by: BusinessDay)) {
        let database = try await openDatabase(path)
        _ = try await SiteMigrations.all().apply(to: database)
        let journal = Journal(site: Self.site, key: Self.key)
        var history = BenchHistory(journal: journal)
        var facts = (count: 0, by: BusinessDay(year: 2021, month: 1, day: 4)!)
        for end in [entries - Self.tail, entries] {
            while history.head.seq < end {
                let batch = try history.next(min(5000, end - history.head.seq))
                try await database.write { try journal.append(batch, in: $0) }
                if facts.count < Self.million { facts = (history.facts, history.head.at.day) }
            }
            guard end < entries else { break }
            try await SnapshotShelf(journal: journal).keep(
                history.state, head: history.head, at: history.head.at, in: database)
        }
        try await database.close()
        return (Replay(state: history.state, head: history.head), facts)
    }
}

extension SiteBook {
    fileprivate var end: Replay { Replay(state: state, head: head) }
}
