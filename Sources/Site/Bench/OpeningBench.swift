import Database
import Foundation
import HouseRules

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
            $0.state == written.result.state && $0.head == written.result.head
        }
        try await database.close()
        let count = digits(Double(entries))
        return [
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

    /// As many entries as a server may have written since its last snapshot.
    private static let tail = 900

    private func setting(_ database: any Database) -> BookSetting {
        BookSetting(
            database: database, key: Self.key, surroundings: BenchSite.surroundings(),
            readPolicy: { _ in Policy() })
    }

    private static var key: HMACKey { HMACKey([UInt8](repeating: 9, count: 32)) }

    /// Decides, chains and appends as the book does it, without the lists; keeps a snapshot on the
    /// way. Gives the end.
    private func write(to path: String) async throws -> Replay {
        let database = try await openDatabase(path)
        _ = try await SiteMigrations.all().apply(to: database)
        let journal = Journal(site: Self.site, key: Self.key)
        var history = BenchHistory(journal: journal)
        for end in [entries - Self.tail, entries] {
            while history.head.seq < end {
                let batch = try history.next(min(5000, end - history.head.seq))
                try await database.write { try journal.append(batch, in: $0) }
            }
            guard end < entries else { break }
            try await SnapshotShelf(journal: journal).keep(
                history.state, head: history.head, at: history.head.at, in: database)
        }
        try await database.close()
        return Replay(state: history.state, head: history.head)
    }
}

extension SiteBook {
    fileprivate var end: Replay { Replay(state: state, head: head) }
}
