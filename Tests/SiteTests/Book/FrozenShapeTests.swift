import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `Every shape ever written` {
    private func check<Value: Codable & Hashable>(
        _ samples: [Value], _ texts: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let lines = texts.split(separator: "\n").map(String.init)
        let decoded = try lines.map { try JournalText.decode(Value.self, $0) }
        #expect(Set(decoded).count == lines.count, sourceLocation: sourceLocation)
        for sample in samples where !decoded.contains(sample) {
            let text = try JournalText.encode(sample)
            Issue.record("no stored text for \(text)", sourceLocation: sourceLocation)
        }
        for sample in samples {
            let text = try JournalText.encode(sample)
            let again = try JournalText.decode(Value.self, text)
            #expect(again == sample, sourceLocation: sourceLocation)
        }
    }

    @Test func `still decodes`() throws {
        try check(FrozenShapes.events, FrozenTexts.events + "\n" + RegisterTexts.events)
        try check(FrozenShapes.commands, FrozenTexts.commands + "\n" + RegisterTexts.commands)
        try check(FrozenShapes.outcomes, FrozenTexts.outcomes)
        try check(FrozenShapes.reasons, FrozenTexts.reasons + "\n" + RegisterTexts.reasons)
    }

    @Test func `about customers still decodes`() throws {
        try check(FrozenClaims.events, FrozenClaimTexts.events)
        try check(FrozenClaims.commands, FrozenClaimTexts.commands)
        try check(FrozenClaims.reasons, FrozenClaimTexts.reasons)
        try check(FrozenClaims.refusals, FrozenClaimTexts.refusals)
    }

    @Test func `about customers has a sample, and a command a kind of its own`() {
        #expect(
            Set(FrozenClaims.events.map(ClaimEventShape.init)) == Set(ClaimEventShape.allCases))
        #expect(
            Set(FrozenClaims.commands.map(ClaimCommandShape.init))
                == Set(ClaimCommandShape.allCases))
        #expect(
            Set(FrozenClaims.reasons.map(ClaimReasonShape.init)) == Set(ClaimReasonShape.allCases))
        #expect(
            Set(FrozenClaims.refusals.map(ClaimRefusalShape.init))
                == Set(ClaimRefusalShape.allCases))
        let kinds = FrozenClaims.commands.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
    }

    @Test func `of an event has a sample`() {
        var reception: Set<ReceptionEventShape> = []
        var presence: Set<PresenceEventShape> = []
        var calls: Set<CallEventShape> = []
        for event in FrozenShapes.events {
            switch event {
            case .reception(let event): reception.insert(ReceptionEventShape(event))
            case .presence(let event): presence.insert(PresenceEventShape(event))
            case .calls(let event): calls.insert(CallEventShape(event))
            case .duty, .claims, .registers, .ownership, .adjudication, .channels,
                .sales, .selection, .commission:
                break
            }
        }
        #expect(reception == Set(ReceptionEventShape.allCases))
        #expect(presence == Set(PresenceEventShape.allCases))
        #expect(calls == Set(CallEventShape.allCases))
    }

    @Test func `of a reason has a sample`() {
        var reception: Set<ReceptionReasonShape> = []
        var calls: Set<CallReasonShape> = []
        var refusals: Set<RefusalShape> = []
        for reason in FrozenShapes.reasons {
            switch reason {
            case .reception(let reason): reception.insert(ReceptionReasonShape(reason))
            case .calls(let reason): calls.insert(CallReasonShape(reason))
            case .duty, .claims, .registers, .ownership, .adjudication, .channels,
                .sales, .selection, .commission:
                break
            case .refused(let refusal):
                if let shape = RefusalShape(refusal) { refusals.insert(shape) }
            }
        }
        #expect(reception == Set(ReceptionReasonShape.allCases))
        #expect(calls == Set(CallReasonShape.allCases))
        #expect(refusals == Set(RefusalShape.allCases))
    }

    @Test func `of a command has a kind of its own, and so has an outcome a code`() {
        let kinds = FrozenShapes.commands.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
        let codes = FrozenShapes.outcomes.map(\.code)
        #expect(Set(codes).count == codes.count)
    }

    /// Not a test of anything: prints the texts to store when a new case was added.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["ANCHANG_PRINT_SHAPES"] != nil))
    func `can be printed`() throws {
        print("== events")
        for event in FrozenShapes.events { print(try JournalText.encode(event)) }
        print("== commands")
        for command in FrozenShapes.commands { print(try JournalText.encode(command)) }
        print("== outcomes")
        for outcome in FrozenShapes.outcomes { print(try JournalText.encode(outcome)) }
        print("== reasons")
        for reason in FrozenShapes.reasons { print(try JournalText.encode(reason)) }
        print("== claim events")
        for event in FrozenClaims.events { print(try JournalText.encode(event)) }
        print("== claim commands")
        for command in FrozenClaims.commands { print(try JournalText.encode(command)) }
        print("== claim reasons")
        for reason in FrozenClaims.reasons { print(try JournalText.encode(reason)) }
        print("== claim refusals")
        for refusal in FrozenClaims.refusals { print(try JournalText.encode(refusal)) }
    }
}
