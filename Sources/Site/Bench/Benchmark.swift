import Database
import Foundation
import HouseRules

/// Measures this build on this machine: every promise of the product beside what it reaches.
public struct Benchmark: Sendable {
    /// A group of figures that can be measured alone.
    public enum Part: String, Sendable, CaseIterable {
        /// Decisions without anything around them.
        case decisions
        /// Requests on SQLite.
        case web
        /// Requests on PostgreSQL.
        case postgres
        /// A change reaching everybody who watches.
        case live
        /// A change reaching a second screen while many groups come in.
        case screen
        /// The unit board of a big site.
        case units
        /// An opening online with many more buyers than units.
        case rush
        /// Pages about customers at a site that has very many.
        case customers
        /// The replay of calls.
        case calls
        /// Opening a site with a long history.
        case opening
        /// Memory of a fresh demonstration.
        case memory
        /// Taking over an old ledger from a spreadsheet.
        case ledger
    }

    /// What is to be measured, and with what.
    public struct Options: Sendable {
        /// The parts, in any order.
        public var parts: [Part] = Part.allCases
        /// Shorter rounds and a history of a tenth: to see whether it runs, not to quote.
        public var isQuick = false
        /// A PostgreSQL to use; left out when nil.
        public var postgres: String?
        /// A file of past calls; left out when nil.
        public var calls: String?
        /// The folder with `policies`.
        public var home: String

        /// Everything that needs nothing else.
        public init(home: String) { self.home = home }

        var policies: String { home + "/policies" }
    }

    private let options: Options
    private let folder: URL

    /// A measurement.
    public init(_ options: Options) {
        self.options = options
        folder = FileManager.default.temporaryDirectory
            .appending(path: "anchang-bench-\(UUID().uuidString)")
    }

    /// Measures, and says of each part that it begins.
    /// - Throws: when something that is measured fails.
    public func run(saying say: @Sendable (String) -> Void) async throws -> BenchReport {
        Wire.raiseLimit()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var machine = MachineFact.all(at: Date().formatted(.iso8601))
        let writes = try synchronousWrites(in: folder, for: 0.3)
        machine.append(
            MachineFact(name: "Synchronous writes of the disk", value: "\(digits(writes))/s"))
        var figures: [BenchFigure] = []
        for part in Part.allCases where options.parts.contains(part) {
            say("Measuring \(part.rawValue)")
            figures += try await measure(part)
        }
        return BenchReport(machine: machine, figures: figures)
    }

    private func measure(_ part: Part) async throws -> [BenchFigure] {
        switch part {
        case .decisions:
            DecisionBench(isQuick: options.isQuick).figures()
                + (try ResolutionBench(isQuick: options.isQuick).figures())
                + PayBench().figures()
        case .web: try await web()
        case .postgres: try await postgres()
        case .live: try await live()
        case .screen: try await screen()
        case .units: try await units()
        case .rush: try await rush()
        case .customers: try await customers()
        case .calls: try calls()
        case .opening:
            try await OpeningBench(
                folder: folder, entries: options.isQuick ? 100_000 : 1_000_000
            ).figures()
        case .memory: try await MemoryBench(folder: folder, home: options.home).figures()
        case .ledger:
            try await PastBench(
                folder: folder, customers: options.isQuick ? 10_000 : 100_000,
                policies: options.policies
            ).figures()
        }
    }

    private func web() async throws -> [BenchFigure] {
        let path = folder.appending(path: "web.sqlite").path
        return try await BenchSite.serve(database: path, policies: options.policies) { site in
            try await WebBench(site: site, isQuick: options.isQuick)
                .figures(database: "SQLite", visitsRatio: 0.3)
        }
    }

    private func live() async throws -> [BenchFigure] {
        let path = folder.appending(path: "live.sqlite").path
        return try await BenchSite.serve(database: path, policies: options.policies) { site in
            try await LiveBench.board(site, isQuick: options.isQuick)
        }
    }

    private func screen() async throws -> [BenchFigure] {
        let path = folder.appending(path: "screen.sqlite").path
        return try await BenchSite.serve(database: path, policies: options.policies) { site in
            try await ScreenBench(site: site, isQuick: options.isQuick).figures()
        }
    }

    private func units() async throws -> [BenchFigure] {
        let path = folder.appending(path: "units.sqlite").path
        return try await BenchSite.serve(database: path, policies: options.policies) { site in
            try await UnitBench(site: site, isQuick: options.isQuick).figures()
        }
    }

    private func rush() async throws -> [BenchFigure] {
        let path = folder.appending(path: "rush.sqlite").path
        return try await BenchSite.serve(database: path, policies: options.policies) { site in
            try await RushBench(site: site, isQuick: options.isQuick).figures()
        }
    }

    private func customers() async throws -> [BenchFigure] {
        let path = folder.appending(path: "customers.sqlite").path
        let past = BenchLedger(
            folder: folder, customers: options.isQuick ? 1000 : 100_000, rounds: 10)
        return try await BenchSite.serve(
            database: path, policies: options.policies, after: past
        ) { site in
            try await CustomerBench(site: site, isQuick: options.isQuick).figures()
        }
    }

    /// In a schema of its own, which is dropped afterwards.
    private func postgres() async throws -> [BenchFigure] {
        guard let url = options.postgres else { return [] }
        let schema = "bench" + UUID().uuidString.lowercased().replacing("-", with: "")
        let server = try await openDatabase(url)
        try await server.write { try $0.script("CREATE SCHEMA \(schema)") }
        let place = "\(url)\(url.contains("?") ? "&" : "?")options=-csearch_path%3D\(schema)"
        let result: Result<[BenchFigure], any Error>
        do {
            result = .success(
                try await BenchSite.serve(database: place, policies: options.policies) { site in
                    try await WebBench(site: site, isQuick: options.isQuick)
                        .figures(database: "PostgreSQL", visitsRatio: 0.12)
                })
        } catch {
            result = .failure(error)
        }
        try await server.write { try $0.script("DROP SCHEMA \(schema) CASCADE") }
        try await server.close()
        return try result.get()
    }

    private func calls() throws -> [BenchFigure] {
        guard let file = options.calls else { return [] }
        let policy = try PolicyFolder(options.policies).pack("P001").revisions.last!.policy
        let start = Stopwatch.now()
        let answer = try CallReplay.run(file: URL(fileURLWithPath: file), under: policy)
        let seconds = Double(Stopwatch.now() - start) / 1e9
        let holds = answer.replay.isBalanced && answer.replay.chainFault == nil
        return [
            .atMost(
                2, "calls", "a month of real calls replayed", holds ? seconds : .infinity, "s",
                note: "read, decided, chained and verified: \(answer.read.accepted) calls")
        ]
    }
}
