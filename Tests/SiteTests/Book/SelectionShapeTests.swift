import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Every shape about selection days` {
    private func check<Value: Codable & Hashable>(
        _ samples: [Value], _ texts: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let lines = texts.split(separator: "\n").map(String.init)
        let decoded = Set(try lines.map { try JournalText.decode(Value.self, $0) })
        #expect(decoded.count == lines.count, sourceLocation: sourceLocation)
        #expect(decoded.isSuperset(of: samples), sourceLocation: sourceLocation)
        for sample in samples {
            let again = try JournalText.decode(Value.self, try JournalText.encode(sample))
            #expect(again == sample, sourceLocation: sourceLocation)
        }
    }

    @Test func `still decodes`() throws {
        try check(FrozenSelection.events, FrozenSelectionTexts.events)
        try check(FrozenSelection.commands, FrozenSelectionTexts.commands)
        try check(FrozenSelection.reasons, FrozenSelectionTexts.reasons)
        try check(FrozenSelection.refusals, FrozenSelectionTexts.refusals)
    }

    @Test func `has a sample, and a command a kind of its own`() {
        let events = Set(FrozenSelection.events.map(SelectionEventShape.init))
        #expect(events == Set(SelectionEventShape.allCases))
        let commands = Set(FrozenSelection.commands.map(SelectionCommandShape.init))
        #expect(commands == Set(SelectionCommandShape.allCases))
        let reasons = Set(FrozenSelection.reasons.map(SelectionReasonShape.init))
        #expect(reasons == Set(SelectionReasonShape.allCases))
        let refusals = Set(FrozenSelection.refusals.map(SelectionRefusalShape.init))
        #expect(refusals == Set(SelectionRefusalShape.allCases))
        let kinds = Set(FrozenSelection.commands.map(\.kind))
        #expect(kinds.count == SelectionCommandShape.allCases.count)
        #expect(kinds.filter { !$0.hasPrefix("selection.") }.isEmpty)
        let codes = FrozenSelection.refusals.map(\.code)
        #expect(Set(codes).count == SelectionRefusalShape.allCases.count)
    }

    @Test func `names a clause that has the house's own words`() {
        let clauses =
            FrozenSelection.reasons.map(\.clause) + FrozenSelection.refusals.map(\.clause)
        for clause in clauses {
            #expect(PolicyPackReader.ruledClauses.contains(clause.id), "\(clause)")
        }
        #expect(Set(clauses.map(\.number)) == Set(1...10))
    }

    @Test func `is told in sentences that end and hold no ASCII punctuation`() {
        for reason in FrozenSelection.reasons {
            let text = reason.sentence(names: houseName)
            #expect(text.hasSuffix("。") && text.count > 3, "\(reason)")
            #expect(!text.contains(/\p{Han}[,;:]|[,;:]\p{Han}/), "\(text)")
        }
        var sentences: Set<String> = []
        for refusal in FrozenSelection.refusals {
            let text = refusal.sentence(names: houseName)
            #expect(text.hasSuffix("。") && text.count > 6, "\(refusal)")
            #expect(!text.contains(/\p{Han}[,;:]|[,;:]\p{Han}/), "\(text)")
            sentences.insert(text)
        }
        #expect(sentences.count == FrozenSelection.refusals.count)
        for command in FrozenSelection.commands {
            let question = command.question(houseName)
            #expect(question.count >= 2 && !question.hasSuffix("。"), "\(command)")
        }
    }
}
