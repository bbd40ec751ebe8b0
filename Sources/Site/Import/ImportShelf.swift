import Database
import Foundation
import HouseRules

/// Old ledgers that were brought to a page: tried first, and written when somebody says so.
///
/// A file is kept in memory and only until it is written or dropped: it is full of names and
/// numbers. What was written stands in the journal, line by line.
actor ImportShelf {
    /// How far one is.
    enum Stage: Sendable {
        case reading
        /// What it would do.
        case tried(PastReport)
        /// So many of so many lines are written.
        case writing(done: Int, all: Int)
        case done(PastReport)
        /// The sentence for whoever brought it.
        case failed(String)
        case dropped
    }

    /// One file.
    struct Run: Sendable {
        let id: String
        let site: SiteID
        let by: StaffID
        let at: Moment
        var stage: Stage
        fileprivate var bytes: [UInt8]
    }

    /// So many of a site are kept.
    static let kept = 8

    private var runs: [Run] = []

    /// Those of a site, the newest first.
    func runs(of site: SiteID) -> [Run] { runs.filter { $0.site == site }.reversed() }

    /// One of a site.
    func run(_ id: String, of site: SiteID) -> Run? {
        runs.first { $0.id == id && $0.site == site }
    }

    /// Takes a file in and tries it; false while another of the same site is read or written.
    func start(_ id: String, _ bytes: [UInt8], in place: PastImport, by staff: StaffID) -> Bool {
        let site = place.site
        guard !runs.contains(where: { $0.site == site && $0.isRunning }) else { return false }
        // A trial that nobody answered gives way to the next file.
        for index in runs.indices where runs[index].site == site && runs[index].isTried {
            drop(index)
        }
        let old = runs.filter { $0.site == site }.dropLast(Self.kept - 1).map(\.id)
        runs.removeAll { old.contains($0.id) }
        let now = Moment(milliseconds: place.surroundings.now())
        runs.append(Run(id: id, site: site, by: staff, at: now, stage: .reading, bytes: bytes))
        run(id, bytes, in: place, by: staff, isDryRun: true)
        return true
    }

    /// Writes one that was tried, in the name of whoever says so; false when it is not to be
    /// written: not tried, or with rows that are wrong.
    func write(_ id: String, in place: PastImport, by staff: StaffID) -> Bool {
        guard let index = runs.firstIndex(where: { $0.id == id && $0.site == place.site }),
            case .tried(let report) = runs[index].stage, report.isWritable
        else { return false }
        runs[index].stage = .writing(done: 0, all: report.rows.accepted)
        run(id, runs[index].bytes, in: place, by: staff, isDryRun: false)
        return true
    }

    /// Lets one go that was tried.
    func drop(_ id: String, of site: SiteID) {
        guard let index = runs.firstIndex(where: { $0.id == id && $0.site == site }),
            runs[index].isTried
        else { return }
        drop(index)
    }

    private func drop(_ index: Int) {
        runs[index].stage = .dropped
        runs[index].bytes = []
    }

    private func run(
        _ id: String, _ bytes: [UInt8], in place: PastImport, by staff: StaffID, isDryRun: Bool
    ) {
        Task.detached(priority: .utility) { [self] in
            let stage: Stage
            do {
                let file = try Self.laidOut(bytes)
                defer { try? FileManager.default.removeItem(at: file) }
                let report = try await place.run(file, by: staff, isDryRun: isDryRun) { done, all in
                    Task { await note(.writing(done: done, all: all), of: id) }
                }
                try await place.shelf.book(place.site).refresh()
                stage = report.rows.isDryRun ? .tried(report) : .done(report)
            } catch let fault as ImportFault {
                stage = .failed(fault.description)
            } catch {
                stage = .failed(Self.interrupted)
            }
            await note(stage, of: id)
        }
    }

    private static let interrupted =
        "没有导完：写入中途出错。已经写入的行都在，再导一次同一个文件，会从断处接着写，不会重复。"

    /// The file for the readers of files, for this server's eyes alone and as long as it is read.
    private static func laidOut(_ bytes: [UInt8]) throws -> URL {
        let isWorkbook = bytes.starts(with: Array("PK".utf8))
        let name = "anchang-import-\(UUID()).\(isWorkbook ? "xlsx" : "csv")"
        let file = FileManager.default.temporaryDirectory.appending(path: name)
        let isLaidOut = FileManager.default.createFile(
            atPath: file.path(percentEncoded: false), contents: Data(bytes),
            attributes: [.posixPermissions: 0o600])
        guard isLaidOut else { throw ImportFault.unreadable(name) }
        return file
    }

    /// What is over stays as it is, and progress goes forwards.
    private func note(_ stage: Stage, of id: String) {
        guard let index = runs.firstIndex(where: { $0.id == id }), runs[index].isRunning else {
            return
        }
        if case .writing(let done, _) = stage {
            guard case .writing(let before, _) = runs[index].stage, before < done else { return }
        }
        runs[index].stage = stage
        if !runs[index].isRunning, !runs[index].isTried { runs[index].bytes = [] }
    }
}

extension ImportShelf.Run {
    var isRunning: Bool {
        switch stage {
        case .reading, .writing: true
        case .tried, .done, .failed, .dropped: false
        }
    }

    var isTried: Bool { if case .tried = stage { true } else { false } }
}

extension PastReport {
    /// Every row is right, and something is new.
    var isWritable: Bool { rows.refused == 0 && rows.accepted > 0 }
}
