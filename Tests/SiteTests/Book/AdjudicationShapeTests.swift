import HouseRules
import Testing

@testable import Site

enum AdjudicationEventShape: String, CaseIterable {
    case dealOrdered, sameDayClaimed, recordShown, objected, attributed, awarded, poached,
        sickLeaveTaken, paidOut, quarrelled, disputeFiled, disputeStepped, disputeRuled

    init(_ value: AdjudicationEvent) {
        switch value {
        case .dealOrdered: self = .dealOrdered
        case .sameDayClaimed: self = .sameDayClaimed
        case .recordShown: self = .recordShown
        case .objected: self = .objected
        case .attributed: self = .attributed
        case .awarded: self = .awarded
        case .poached: self = .poached
        case .sickLeaveTaken: self = .sickLeaveTaken
        case .paidOut: self = .paidOut
        case .quarrelled: self = .quarrelled
        case .disputeFiled: self = .disputeFiled
        case .disputeStepped: self = .disputeStepped
        case .disputeRuled: self = .disputeRuled
        }
    }
}

enum AdjudicationCommandShape: String, CaseIterable {
    case order, claimSameDay, verify, settleCross, poach, approach, object, takeSickLeave,
        payOut, quarrel, contest, negotiate, agree, escalate, award, appeal

    init(_ value: AdjudicationCommand) {
        switch value {
        case .order: self = .order
        case .claimSameDay: self = .claimSameDay
        case .verify: self = .verify
        case .settleCross: self = .settleCross
        case .poach: self = .poach
        case .approach: self = .approach
        case .object: self = .object
        case .takeSickLeave: self = .takeSickLeave
        case .payOut: self = .payOut
        case .quarrel: self = .quarrel
        case .contest: self = .contest
        case .negotiate: self = .negotiate
        case .agree: self = .agree
        case .escalate: self = .escalate
        case .award: self = .award
        case .appeal: self = .appeal
        }
    }
}

enum AdjudicationReasonShape: String, CaseIterable {
    case step, split, unchanged, mayClaim, mayShow, claimed, earliest, sameDay, designated,
        returned, clawback, lost, poaching, mayApproach, objected, sickLeave, handOverAll,
        dispute, mayAppeal, final, quarrelled, paid

    init(_ value: AdjudicationReason) {
        switch value {
        case .step: self = .step
        case .split: self = .split
        case .unchanged: self = .unchanged
        case .mayClaim: self = .mayClaim
        case .mayShow: self = .mayShow
        case .claimed: self = .claimed
        case .earliest: self = .earliest
        case .sameDay: self = .sameDay
        case .designated: self = .designated
        case .returned: self = .returned
        case .clawback: self = .clawback
        case .lost: self = .lost
        case .poaching: self = .poaching
        case .mayApproach: self = .mayApproach
        case .objected: self = .objected
        case .sickLeave: self = .sickLeave
        case .handOverAll: self = .handOverAll
        case .dispute: self = .dispute
        case .mayAppeal: self = .mayAppeal
        case .final: self = .final
        case .quarrelled: self = .quarrelled
        case .paid: self = .paid
        }
    }
}

enum AdjudicationRefusalShape: String, CaseIterable {
    case dealExists, unknownDeal, slipExists, unknownDispute, sameDayClaimClosed, proofFailed,
        noPriorRecord, forgotOnlySameDay, laterRecord, noEarlierRecord, notNearKin,
        recordLapsed, verifyPeriodClosed, customerDesignated, noCross, alreadyOrdered,
        notYourCustomer, objectionClosed, noChange, notAParty, dealContested, alreadyPaid,
        leaveBackwards, groundsMissing, sharesNotWhole, disputeFinal, disputeOpen, wrongStep,
        appealClosed, twoQuarrel

    init(_ value: AdjudicationRefusal) {
        switch value {
        case .dealExists: self = .dealExists
        case .unknownDeal: self = .unknownDeal
        case .slipExists: self = .slipExists
        case .unknownDispute: self = .unknownDispute
        case .sameDayClaimClosed: self = .sameDayClaimClosed
        case .proofFailed: self = .proofFailed
        case .noPriorRecord: self = .noPriorRecord
        case .forgotOnlySameDay: self = .forgotOnlySameDay
        case .laterRecord: self = .laterRecord
        case .noEarlierRecord: self = .noEarlierRecord
        case .notNearKin: self = .notNearKin
        case .recordLapsed: self = .recordLapsed
        case .verifyPeriodClosed: self = .verifyPeriodClosed
        case .customerDesignated: self = .customerDesignated
        case .noCross: self = .noCross
        case .alreadyOrdered: self = .alreadyOrdered
        case .notYourCustomer: self = .notYourCustomer
        case .objectionClosed: self = .objectionClosed
        case .noChange: self = .noChange
        case .notAParty: self = .notAParty
        case .dealContested: self = .dealContested
        case .alreadyPaid: self = .alreadyPaid
        case .leaveBackwards: self = .leaveBackwards
        case .groundsMissing: self = .groundsMissing
        case .sharesNotWhole: self = .sharesNotWhole
        case .disputeFinal: self = .disputeFinal
        case .disputeOpen: self = .disputeOpen
        case .wrongStep: self = .wrongStep
        case .appealClosed: self = .appealClosed
        case .twoQuarrel: self = .twoQuarrel
        }
    }
}

@Suite struct `Every shape about deals` {
    @Test func `has a sample`() {
        #expect(
            Set(FrozenAdjudication.events.map(AdjudicationEventShape.init))
                == Set(AdjudicationEventShape.allCases))
        #expect(
            Set(FrozenAdjudication.commands.map(AdjudicationCommandShape.init))
                == Set(AdjudicationCommandShape.allCases))
        #expect(
            Set(FrozenAdjudication.reasons.map(AdjudicationReasonShape.init))
                == Set(AdjudicationReasonShape.allCases))
        #expect(
            Set(FrozenAdjudication.refusals.map(AdjudicationRefusalShape.init))
                == Set(AdjudicationRefusalShape.allCases))
    }

    private func check<Value: Codable & Hashable>(_ samples: [Value], _ texts: String) throws {
        let lines = texts.split(separator: "\n").map(String.init)
        let decoded = try lines.map { try JournalText.decode(Value.self, $0) }
        #expect(Set(decoded).count == lines.count)
        for sample in samples where !decoded.contains(sample) {
            Issue.record("no stored text for \(try JournalText.encode(sample))")
        }
    }

    @Test func `still decodes`() throws {
        try check(FrozenAdjudication.events, AdjudicationTexts.events)
        try check(FrozenAdjudication.commands, AdjudicationTexts.commands)
        try check(FrozenAdjudication.reasons, AdjudicationTexts.reasons)
        try check(FrozenAdjudication.refusals, AdjudicationTexts.refusals)
    }

    @Test func `has a sentence that ends like one and holds no ASCII punctuation`() {
        for reason in FrozenAdjudication.reasons {
            let text = reason.sentence(names: houseName)
            #expect(text.hasSuffix("。") && text.count > 3, "\(reason)")
            #expect(!text.contains(/\p{Han}[,;:]|[,;:]\p{Han}/), "\(text)")
        }
        let sentences = FrozenAdjudication.refusals.map { $0.sentence(names: houseName) }
        #expect(sentences.allSatisfy { $0.hasSuffix("。") && $0.count > 8 })
        #expect(Set(sentences).count == sentences.count)
        for command in FrozenAdjudication.commands {
            #expect(!command.question(houseName).isEmpty)
        }
    }

    @Test func `names a clause that has the house's own words`() {
        let others = ["OWN-01", "OWN-09", "OWN-27"]
        let clauses =
            FrozenAdjudication.reasons.map(\.clause.id)
            + FrozenAdjudication.refusals.map(\.clause.id)
        for clause in clauses where !others.contains(clause) {
            #expect(PolicyPackReader.ruledClauses.contains(clause), "\(clause)")
        }
    }

    @Test func `has a code and a kind of its own`() {
        let codes = FrozenAdjudication.refusals.map(\.code)
        #expect(Set(codes).count == codes.count)
        let kinds = FrozenAdjudication.commands.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
    }
}
