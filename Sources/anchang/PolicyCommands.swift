import ArgumentParser
import Foundation
import HouseRules
import Site

/// `anchang policy`.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Checks and publishes rule packs.",
        subcommands: [PolicyCheckCommand.self, PolicyPublish.self, PolicyList.self])
}

/// `anchang policy check`.
struct PolicyCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads a rule pack and says, line by line, what is wrong with it.")

    @OptionGroup var place: Place

    @Argument(help: "The pack, a YAML file.")
    var file: String

    func run() throws {
        let report = PolicyCheck.report(file: file, folder: PolicyFolder(place.policies))
        print(report.text)
        if report.exitCode != 0 { throw ExitCode(report.exitCode) }
    }
}

/// `anchang policy publish`.
struct PolicyPublish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publishes a pack as a new dated revision; nothing is overwritten.")

    @OptionGroup var place: Place

    @Argument(help: "The pack, a YAML file.")
    var file: String

    @Option(help: "The site.")
    var site: String

    @Option(help: "First day on which it rules, such as 2025-07-01; today when left out.")
    var from: String?

    @Option(help: "Who publishes it.")
    var author: String

    @Option(help: "Why.")
    var note: String

    func run() async throws {
        let report = PolicyCheck.report(file: file, folder: PolicyFolder(place.policies))
        guard report.exitCode == 0 else {
            print(report.text)
            throw ExitCode(report.exitCode)
        }
        let now = Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        var effective = now
        if let from {
            guard let day = BusinessDay(from) else {
                throw ValidationError("--from takes a date such as 2025-07-01.")
            }
            effective = day.start
        }
        guard effective >= now.day.start else {
            throw ValidationError(
                "--from may not lie in the past: past decisions keep their rules.")
        }
        let server = try await place.existingServer()
        try await orFail {
            let book = try await server.shelf.book(SiteID(site))
            let text = try SourceText.read(path: file, shown: file)
            let revision = try await book.publish(
                PolicyDraft(body: text, effectiveFrom: effective, author: author, note: note))
            print("Revision \(revision.revision) is published; its hash is \(revision.hash).")
            await server.close()
        }
    }
}

/// `anchang policy list`.
struct PolicyList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the revisions of a site's rules.")

    @OptionGroup var place: Place

    @Option(help: "The site.")
    var site: String

    func run() async throws {
        let server = try await place.existingServer()
        try await orFail {
            for revision in await (try server.shelf.book(SiteID(site))).policyRevisions {
                print(
                    "\(revision.revision)\t\(revision.effectiveFrom.day.text)\t"
                        + "\(revision.author)\t\(revision.note)\t\(revision.hash)")
            }
            await server.close()
        }
    }
}
