import ArgumentParser
import Database
import Foundation
import HouseRules
import Site

/// `anchang import`.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes over past calls from a CSV file; importing it again changes nothing.")

    @OptionGroup var place: Place

    @Argument(help: "The file: UTF-8, GBK or UTF-16.")
    var file: String

    @Option(help: "The site that keeps the calls.")
    var site: String?

    @Option(help: "A column under another name, such as call_id=编号.")
    var map: [String] = []

    @Flag(help: "Reads and reports only.")
    var dryRun = false

    @Flag(help: "The report as JSON.")
    var json = false

    func validate() throws {
        guard dryRun || site != nil else {
            throw ValidationError("Name the site with --site, or try first with --dry-run.")
        }
    }

    func run() async throws {
        var options = ImportCalls.Options()
        options.mappings = map
        let ready = options
        let read = try orFail {
            try ImportCalls.run(file: URL(fileURLWithPath: file), options: ready)
        }
        print(json ? read.report.json() : read.report.text())
        guard !dryRun, let site else { return try end(read.report) }
        let database = try await place.openExisting()
        let added = try await orFail {
            try await CallArchive(database: database, site: SiteID(site)).add(read.records)
        }
        try await database.close()
        print("New: \(added). Known already: \(read.records.count - added).")
        try end(read.report)
    }

    private func end(_ report: ImportReport) throws {
        if report.refused > 0 { throw ExitCode(1) }
    }
}
