import ArgumentParser
import Site

/// The command line of a site.
@main
struct Anchang: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anchang",
        abstract: "Runs a sales site by its own handbook.",
        discussion: """
            Exit codes: 0 done; 1 something did not hold (a chain, an expectation); 2 a file or a \
            setting is wrong; 64 the command line is wrong.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, Init.self, Migrate.self, Staff.self, Token.self, Replay.self, Explain.self,
            Verify.self, PolicyCommand.self, Rules.self, Backup.self, Restore.self, Bench.self,
            BenchClientCommand.self,
            Import.self, ImportLedger.self, Draw.self,
        ])

    /// Runs what is asked for.
    static func main() async {
        MemoryArenas.limit(to: 2)
        await main(nil)
    }
}
