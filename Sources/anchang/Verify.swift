import ArgumentParser
import Database
import Foundation
import HouseRules
import Site

/// `anchang verify`.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Checks the chain of every journal; exits with 1 at the first entry that does not fit.")

    @OptionGroup var place: Place

    @Option(help: "Only this site.")
    var site: String?

    @Option(help: "An end noted off the machine, as NUMBER:HASH; needs --site.")
    var head: String?

    @Flag(help: "Also folds the journal from its beginning and compares lists and state.")
    var replay = false

    func run() async throws {
        let keys = try place.keys()
        let database = try await place.openExisting()
        let noted = try notedHead()
        let reports = try await orFail {
            try await SiteCheck(database: database, keys: keys, policies: place.policies)
                .run(site: site.map { SiteID($0) }, noted: noted, replay: replay)
        }
        try await database.close()
        if reports.isEmpty { throw failure("There is no site to verify.") }
        for report in reports { print(report.text) }
        if reports.contains(where: { !report($0) }) { throw ExitCode(1) }
    }

    private func report(_ report: SiteCheck.Report) -> Bool { report.holds }

    private func notedHead() throws -> JournalHead? {
        guard let head else { return nil }
        let parts = head.split(separator: ":")
        guard parts.count == 2, let seq = Int(parts[0]), site != nil else {
            throw ValidationError("--head takes NUMBER:HASH and needs --site.")
        }
        return JournalHead(seq: seq, hash: String(parts[1]), at: Moment(milliseconds: 0))
    }
}

/// `anchang explain`.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows a decision with its clauses and reasons.")

    @OptionGroup var place: Place

    @Argument(help: "Id of the decision, or its number in the journal with --site.")
    var decision: String

    @Option(help: "The site.")
    var site: String?

    @Flag(help: "As JSON.")
    var json = false

    func run() async throws {
        let keys = try place.keys()
        let database = try await place.openExisting()
        let text = try await orFail {
            try await DecisionExplained(database: database, keys: keys)
                .text(of: decision, site: site.map { SiteID($0) }, json: json)
        }
        try await database.close()
        guard let text else {
            complain("There is no decision \(decision).")
            throw ExitCode(1)
        }
        print(text)
    }
}
