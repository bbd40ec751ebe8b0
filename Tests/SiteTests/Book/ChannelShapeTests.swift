import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Every shape about channels` {
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
        try check(FrozenChannels.events, FrozenChannelTexts.events)
        try check(FrozenChannels.commands, FrozenChannelTexts.commands)
        try check(FrozenChannels.reasons, FrozenChannelTexts.reasons)
        try check(FrozenChannels.refusals, FrozenChannelTexts.refusals)
    }

    @Test func `has a sample, and a command a kind of its own`() {
        #expect(
            Set(FrozenChannels.events.map(ChannelEventShape.init))
                == Set(ChannelEventShape.allCases))
        #expect(
            Set(FrozenChannels.commands.map(ChannelCommandShape.init))
                == Set(ChannelCommandShape.allCases))
        #expect(
            Set(FrozenChannels.reasons.map(ChannelReasonShape.init))
                == Set(ChannelReasonShape.allCases))
        #expect(
            Set(FrozenChannels.refusals.map(ChannelRefusalShape.init))
                == Set(ChannelRefusalShape.allCases))
        let kinds = FrozenChannels.commands.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
        #expect(kinds.allSatisfy { $0.hasPrefix("channels.") })
        let codes = FrozenChannels.refusals.map(\.code)
        #expect(Set(codes).count == codes.count)
    }

    @Test func `names a clause that has the house's own words`() {
        let clauses = FrozenChannels.reasons.map(\.clause) + FrozenChannels.refusals.map(\.clause)
        for clause in clauses {
            #expect(PolicyPackReader.ruledClauses.contains(clause.id), "\(clause)")
        }
        #expect(Set(clauses.map(\.number)) == Set(44...53))
    }

    /// Not a test of anything: prints the texts to store when a new case was added.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["ANCHANG_PRINT_SHAPES"] != nil))
    func `can be printed`() throws {
        print("== channel events")
        for event in FrozenChannels.events { print(try JournalText.encode(event)) }
        print("== channel commands")
        for command in FrozenChannels.commands { print(try JournalText.encode(command)) }
        print("== channel reasons")
        for reason in FrozenChannels.reasons { print(try JournalText.encode(reason)) }
        print("== channel refusals")
        for refusal in FrozenChannels.refusals { print(try JournalText.encode(refusal)) }
        print("== end")
    }
}
