import ArgumentParser
import Foundation
import Site

/// `anchang bench`.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures this build on this machine, as ratios within one run.",
        discussion: """
            Everything is measured in temporary folders; the site's own data are not touched. The \
            load comes from a second process of the same machine and shares its processors. With \
            --postgres (ANCHANG_TEST_POSTGRES) the same is measured on PostgreSQL in a schema of \
            its own; with --calls a file of past calls is replayed.
            """)

    @Option(help: "Folder with policies/ (ANCHANG_HOME); the current folder when not set.")
    var home: String?

    @Flag(help: "As JSON.")
    var json = false

    @Option(
        parsing: .upToNextOption,
        help: "Only these: \(Benchmark.Part.allCases.map(\.rawValue).joined(separator: ", ")).")
    var only: [Benchmark.Part] = []

    @Flag(help: "Short rounds and a tenth of the history: to see whether it runs, not to quote.")
    var quick = false

    @Option(help: "A postgres:// address (ANCHANG_TEST_POSTGRES).")
    var postgres: String?

    @Option(help: "A file of past calls (CSV).")
    var calls: String?

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        var options = Benchmark.Options(home: home ?? environment["ANCHANG_HOME"] ?? ".")
        if !only.isEmpty { options.parts = only }
        options.isQuick = quick
        options.postgres = postgres ?? environment["ANCHANG_TEST_POSTGRES"]
        options.calls = calls
        let ready = options
        let report = try await orFail {
            try await Benchmark(ready).run { complain("\($0) …") }
        }
        print(json ? try report.json() : report.text)
    }
}

extension Benchmark.Part: ExpressibleByArgument {}

/// `anchang bench-client`: the process from which the load comes.
struct BenchClientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-client", abstract: "Makes the load for anchang bench.",
        shouldDisplay: false)

    func run() throws {
        try orFail { try BenchClient.run() }
    }
}
