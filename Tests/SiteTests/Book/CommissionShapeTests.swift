import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Every shape about pay` {
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
        try check(FrozenCommission.events, FrozenCommissionTexts.events)
        try check(FrozenCommission.commands, FrozenCommissionTexts.commands)
        try check(FrozenCommission.reasons, FrozenCommissionTexts.reasons)
        try check(FrozenCommission.refusals, FrozenCommissionTexts.refusals)
    }

    @Test func `has a sample, and a command a kind of its own`() {
        let events = Set(FrozenCommission.events.map(CommissionEventShape.init))
        #expect(events == Set(CommissionEventShape.allCases))
        let commands = Set(FrozenCommission.commands.map(CommissionCommandShape.init))
        #expect(commands == Set(CommissionCommandShape.allCases))
        let reasons = Set(FrozenCommission.reasons.map(CommissionReasonShape.init))
        #expect(reasons == Set(CommissionReasonShape.allCases))
        let refusals = Set(FrozenCommission.refusals.map(CommissionRefusalShape.init))
        #expect(refusals == Set(CommissionRefusalShape.allCases))
        let kinds = Set(FrozenCommission.commands.map(\.kind))
        #expect(kinds.count == CommissionCommandShape.allCases.count)
        #expect(kinds.filter { !$0.hasPrefix("commission.") }.isEmpty)
        let codes = FrozenCommission.refusals.map(\.code)
        #expect(Set(codes).count == CommissionRefusalShape.allCases.count)
    }

    @Test func `names a clause that has the house's own words`() {
        let clauses =
            FrozenCommission.reasons.map(\.clause) + FrozenCommission.refusals.map(\.clause)
        for clause in clauses {
            #expect(PolicyPackReader.ruledClauses.contains(clause.id), "\(clause)")
        }
        #expect(Set(clauses.map(\.number)) == Set([28, 36, 37, 38]))
    }

    @Test func `is told in sentences that end and hold no ASCII punctuation`() {
        for reason in FrozenCommission.reasons {
            let text = reason.sentence(names: houseName)
            #expect(text.hasSuffix("。") && text.count > 3, "\(reason)")
            #expect(!text.contains(/\p{Han}[,;:]|[,;:]\p{Han}/), "\(text)")
        }
        var sentences: Set<String> = []
        for refusal in FrozenCommission.refusals {
            let text = refusal.sentence(names: houseName)
            #expect(text.hasSuffix("。") && text.count > 6, "\(refusal)")
            #expect(!text.contains(/\p{Han}[,;:]|[,;:]\p{Han}/), "\(text)")
            sentences.insert(text)
        }
        #expect(sentences.count == FrozenCommission.refusals.count)
        for command in FrozenCommission.commands {
            let question = command.question(houseName)
            #expect(question.count >= 2 && !question.hasSuffix("。"), "\(command)")
        }
    }
}
