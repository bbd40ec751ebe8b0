import ArgumentParser
import Database
import Foundation
import HouseRules
import Site

/// `anchang replay`.
struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Plays a scenario, past calls, or a period of a real journal, by a rule pack.",
        discussion: """
            A scenario prints one decision per fact; with `expect:` it is a test, and the exit \
            code is 1 when an expectation fails. docs/scenario.md tells every fact and field. With \
            --calls the calls of the file go through the site's call turns, and a report stands \
            beside what really happened. With --site a period of its real journal is decided \
            again, and the report tells what would have come out otherwise. Nothing is written to \
            a site.
            """)

    @OptionGroup var place: Place

    @Argument(help: "A scenario, a YAML file.")
    var scenario: String?

    @Option(help: "A file of past calls (CSV).")
    var calls: String?

    @Option(help: "The rule pack; the scenario's own, or P001, when left out.")
    var policy: String?

    @Flag(help: "As JSON.")
    var json = false

    @Option(help: "A site whose journal is decided again.")
    var site: String?

    @Option(help: "Where the list of differences goes (.xlsx); with --site.")
    var xlsx: String?

    @Option(help: "First day, such as 1999-02-01.")
    var from: String?

    @Option(help: "Last day.")
    var to: String?

    @Option(help: "A column under another name, such as call_id=编号.")
    var map: [String] = []

    func validate() throws {
        guard [scenario, calls, site].count(where: { $0 != nil }) == 1 else {
            throw ValidationError(
                "Name a scenario file, or a file of calls with --calls, or a site with --site.")
        }
        guard site == nil || policy != nil else {
            throw ValidationError("--site needs --policy: the pack that is to be tried.")
        }
    }

    func run() async throws {
        if let site { return try await tryOut(SiteID(site)) }
        let folder = PolicyFolder(place.policies)
        if let scenario {
            let report = try orFail {
                try ScenarioFile.report(path: scenario, folder: folder, policy: policy, json: json)
            }
            return try report.show()
        }
        guard let calls else { return }
        let pack = try orFail { () throws(SourceFaults) in try folder.pack(policy ?? "P001") }
        var options = CallReplay.Options()
        options.from = try day(from, "--from")
        options.to = try day(to, "--to")
        let rules = pack.revisions[pack.revisions.count - 1].policy
        let answer = try orFail {
            try CallReplay.run(
                file: URL(fileURLWithPath: calls), mappings: map, under: rules, options: options)
        }
        print(json ? answer.replay.json : answer.read.text() + answer.replay.text)
        if !answer.replay.isBalanced || answer.replay.chainFault != nil { throw ExitCode(1) }
    }

    /// The journal of a site under another pack: a name in the folder of packs, or a file.
    private func tryOut(_ site: SiteID) async throws {
        let folder = PolicyFolder(place.policies)
        let name = policy ?? ""
        let pack = try orFail { () throws(SourceFaults) in
            try name.hasSuffix(".yaml") ? folder.pack(file: name) : folder.pack(name)
        }
        let rules = pack.revisions[pack.revisions.count - 1].policy
        let (first, last) = (try day(from, "--from"), try day(to, "--to"))
        let keys = try place.keys()
        let database = try await place.openExisting()
        let text = try await orFail {
            try await WhatIfTold(database: database, keys: keys).text(
                of: site, from: first, to: last, under: rules, named: name, file: xlsx
            ) { read, total in
                complain("\(read) / \(total)")
            }
        }
        try await database.close()
        guard let text else { throw failure("There is no entry of site \(site).") }
        print(text)
    }

    private func day(_ text: String?, _ option: String) throws -> BusinessDay? {
        guard let text else { return nil }
        guard let day = BusinessDay(text) else {
            throw ValidationError("\(option) takes a date such as 1999-02-01.")
        }
        return day
    }
}

extension CommandReport {
    /// Prints the report and ends with its exit code.
    func show() throws {
        print(text)
        if !errors.isEmpty { complain(errors) }
        if exitCode != 0 { throw ExitCode(exitCode) }
    }
}

/// `anchang rules`.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists each rule with its type, its file and the number of cases that ran.")

    @OptionGroup var place: Place

    @Flag(help: "For machines: rule, type, file and cases, separated by tabs.")
    var tsv = false

    func run() throws {
        let rows = try orFail {
            try RuleIndex.rows(
                pages: place.homeFolder + "/docs/rules", packs: PolicyFolder(place.policies))
        }
        print(tsv ? RuleIndex.tsv(rows) : RuleIndex.text(rows))
        if rows.contains(where: { $0.failed > 0 }) { throw ExitCode(1) }
    }
}
