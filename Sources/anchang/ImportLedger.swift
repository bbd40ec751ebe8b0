import ArgumentParser
import Foundation
import HouseRules
import Site

/// `anchang import-ledger`.
struct ImportLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-ledger",
        abstract: "Takes over customers, visits, calls and follow-ups from .xlsx or CSV.",
        discussion: """
            Lines are decided in the order of their days, as if they had been entered then; the \
            report says line by line where the rules do not allow it. A file with a wrong row \
            changes nothing, and importing it again changes nothing either. The template is on the \
            page of customers.
            """)

    @OptionGroup var options: StaffPlace

    @Argument(help: "The file.")
    var file: String

    @Option(help: "In whose name: the id of a manager or a clerk.")
    var by: String

    @Flag(help: "Reads, decides and reports only.")
    var dryRun = false

    @Option(help: "At most so many lines one by one.")
    var lines = 20

    func validate() throws {
        guard (0...100_000).contains(lines) else {
            throw ValidationError("--lines takes 0 to 100000.")
        }
    }

    func run() async throws {
        let server = try await options.place.existingServer()
        let report = try await orFail {
            let report = try await PastImport(server, site: SiteID(options.site)).run(
                URL(fileURLWithPath: file), by: StaffID(by), isDryRun: dryRun
            ) { done, all in complain("\(done) / \(all)") }
            await server.close()
            return report
        }
        print(report.text(limit: lines), terminator: "")
        if report.rows.refused > 0 { throw ExitCode(1) }
    }
}
