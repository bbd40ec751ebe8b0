import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Every shape of ownership` {
    private func check<Value: Codable & Hashable>(_ samples: [Value], _ texts: String) throws {
        let lines = texts.split(separator: "\n").map(String.init)
        let decoded = try lines.map { try JournalText.decode(Value.self, $0) }
        #expect(Set(decoded).count == lines.count)
        for sample in samples where !decoded.contains(sample) {
            Issue.record("no stored text for \(try JournalText.encode(sample))")
        }
    }

    @Test func `still decodes`() throws {
        try check(OwnershipShapes.events, OwnershipTexts.events)
        try check(OwnershipShapes.commands, OwnershipTexts.commands)
        try check(OwnershipShapes.reasons, OwnershipTexts.reasons)
    }

    @Test func `has a sample`() {
        let events = OwnershipShapes.ownershipEvents.map(OwnershipEventShape.init)
        #expect(Set(events) == Set(OwnershipEventShape.allCases))
        let commands = OwnershipShapes.ownershipCommands.map(OwnershipCommandShape.init)
        #expect(Set(commands) == Set(OwnershipCommandShape.allCases))
        let reasons = OwnershipShapes.ownershipReasons.map(OwnershipReasonShape.init)
        #expect(Set(reasons) == Set(OwnershipReasonShape.allCases))
        let refusals = OwnershipShapes.refusals.map(OwnershipRefusalShape.init)
        #expect(Set(refusals) == Set(OwnershipRefusalShape.allCases))
    }

    @Test func `has a sentence of its own that ends like one`() {
        let name: Names = { "顾问" + $0.rawValue }
        let sentences = OwnershipShapes.reasons.map { $0.sentence(names: name) }
        for sentence in sentences { #expect(sentence.hasSuffix("。"), "\(sentence)") }
        #expect(Set(sentences).count == sentences.count)
        #expect(!sentences.contains("已记下。"))
    }

    @Test func `asks in words and has a kind of its own`() {
        let name: Names = { "顾问" + $0.rawValue }
        for command in OwnershipShapes.commands { #expect(!command.question(name).isEmpty) }
        let kinds = OwnershipShapes.commands.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
    }

    @Test func `names a clause that has the house's own words`() {
        for reason in OwnershipShapes.reasons {
            #expect(PolicyPackReader.ruledClauses.contains(reason.clause.id), "\(reason)")
        }
    }

    @Test func `has a code of its own when it refuses`() {
        let codes = OwnershipShapes.refusals.map(\.code)
        #expect(Set(codes).count == codes.count)
    }

    /// Not a test of anything: prints the texts to store when a new case was added.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["ANCHANG_PRINT_SHAPES"] != nil))
    func `can be printed`() throws {
        print("== own events")
        for event in OwnershipShapes.events { print(try JournalText.encode(event)) }
        print("== own commands")
        for command in OwnershipShapes.commands { print(try JournalText.encode(command)) }
        print("== own reasons")
        for reason in OwnershipShapes.reasons { print(try JournalText.encode(reason)) }
        print("== end")
    }
}
