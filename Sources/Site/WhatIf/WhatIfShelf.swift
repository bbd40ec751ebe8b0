import Database
import HouseRules

/// The what-ifs that were asked for while the server runs. They live in memory only: a what-if
/// leaves no trace on the site.
actor WhatIfShelf {
    /// How far one is.
    enum Stage: Sendable {
        case running(WhatIfReader.Progress)
        case done(WhatIfReport)
        case cancelled
        case failed
    }

    /// One what-if.
    struct Run: Sendable {
        let id: String
        let site: SiteID
        /// Which rules are tried, in words.
        let title: String
        let days: DaySpan
        let askedBy: String
        let askedAt: Moment
        var stage: Stage
    }

    /// So many of a site are kept.
    static let kept = 8

    private var runs: [Run] = []
    private var tasks: [String: Task<Void, Never>] = [:]

    /// Those of a site, the newest first.
    func runs(of site: SiteID) -> [Run] { runs.filter { $0.site == site }.reversed() }

    /// One of a site.
    func run(_ id: String, of site: SiteID) -> Run? {
        runs.first { $0.id == id && $0.site == site }
    }

    /// Begins one; nil while another of the same site runs.
    func start(_ run: Run, _ reader: WhatIfReader, under policy: Policy) -> Run? {
        guard !runs.contains(where: { $0.site == run.site && $0.isRunning }) else { return nil }
        let old = runs.filter { $0.site == run.site }.dropLast(Self.kept - 1).map(\.id)
        runs.removeAll { old.contains($0.id) }
        runs.append(run)
        tasks[run.id] = Task.detached(priority: .background) { [self] in
            let stage: Stage
            do {
                let whatIf = try await reader.run(
                    from: run.days.from, to: run.days.to, under: policy
                ) { await note(.running($0), of: run.id) }
                stage = .done(WhatIfReport(whatIf, days: run.days))
            } catch is CancellationError {
                stage = .cancelled
            } catch DatabaseFailure.cancelled {
                stage = .cancelled
            } catch {
                stage = .failed
            }
            await note(stage, of: run.id)
        }
        return run
    }

    /// Stops one that runs.
    func cancel(_ id: String, of site: SiteID) {
        guard run(id, of: site)?.isRunning == true else { return }
        tasks[id]?.cancel()
        note(.cancelled, of: id)
    }

    /// What is over stays as it is.
    private func note(_ stage: Stage, of id: String) {
        guard let index = runs.firstIndex(where: { $0.id == id }), runs[index].isRunning else {
            return
        }
        runs[index].stage = stage
        if !runs[index].isRunning { tasks[id] = nil }
    }
}

extension WhatIfShelf.Run {
    var isRunning: Bool { if case .running = stage { true } else { false } }
}
