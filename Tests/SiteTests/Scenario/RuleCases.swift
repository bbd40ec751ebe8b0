import Foundation
import HouseRules
import Testing

@testable import Site

/// Where the files of the checkout are.
enum Checkout {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path(percentEncoded: false)
    static let packs = PolicyFolder(root + "policies")
    static let rulePages = root + "docs/rules"
}

/// A case of a page of rules, named by its file and title.
struct RuleCase: CustomTestStringConvertible, Sendable {
    let scenario: Scenario

    var testDescription: String {
        "\(scenario.file) \(scenario.rule ?? "") \(scenario.title)"
    }

    /// Every case of docs/rules; a page that cannot be read yields none and its own failure.
    static let all: [RuleCase] = {
        let pages = (try? RuleIndex.pages(in: Checkout.rulePages, packs: Checkout.packs)) ?? []
        return pages.flatMap(\.sections).flatMap(\.cases).map { RuleCase(scenario: $0) }
    }()
}

@Suite struct RuleCases {
    @Test func `every page of rules can be read`() throws {
        do {
            let pages = try RuleIndex.pages(in: Checkout.rulePages, packs: Checkout.packs)
            #expect(!pages.isEmpty)
        } catch let faults as SourceFaults {
            Issue.record(Comment(rawValue: faults.text))
        }
    }

    @Test(arguments: RuleCase.all)
    func `a case of the rules comes out as written`(ruleCase: RuleCase) {
        let report = ruleCase.scenario.run()
        #expect(report.failures.isEmpty, Comment(rawValue: report.text))
    }
}
