import HouseRules
import Testing

@testable import Site

enum RegisterEventShape: String, CaseIterable {
    case penaltyDrafted, visitEntered, visitSeenOff, visitEntryLapsed, stepMarked, tableReset,
        tableLeft, kitChecked, tourDeparted, tourReturned, leaderPlanned, leaderAnnounced,
        stageFinished, callEntered, callEntryLapsed, callbackOverdue, callbackMissed, textDue,
        textSent,
        textDeclined, textLate, textMissing, eveningEnded, textReviewed, registersCollected,
        collectionReminded, confirmationReminded, messageLeft, messageReminded, messageHandled,
        promised, promiseAmended, promiseReminded, promiseOverdue, promiseAnswered, inspected,
        rechecked, recheckOverdue, signed

    init(_ value: RegisterEvent) {
        switch value {
        case .penaltyDrafted: self = .penaltyDrafted
        case .visitEntered: self = .visitEntered
        case .visitSeenOff: self = .visitSeenOff
        case .visitEntryLapsed: self = .visitEntryLapsed
        case .stepMarked: self = .stepMarked
        case .tableReset: self = .tableReset
        case .tableLeft: self = .tableLeft
        case .kitChecked: self = .kitChecked
        case .tourDeparted: self = .tourDeparted
        case .tourReturned: self = .tourReturned
        case .leaderPlanned: self = .leaderPlanned
        case .leaderAnnounced: self = .leaderAnnounced
        case .stageFinished: self = .stageFinished
        case .callEntered: self = .callEntered
        case .callEntryLapsed: self = .callEntryLapsed
        case .callbackOverdue: self = .callbackOverdue
        case .callbackMissed: self = .callbackMissed
        case .textDue: self = .textDue
        case .textSent: self = .textSent
        case .textDeclined: self = .textDeclined
        case .textLate: self = .textLate
        case .textMissing: self = .textMissing
        case .eveningEnded: self = .eveningEnded
        case .textReviewed: self = .textReviewed
        case .registersCollected: self = .registersCollected
        case .collectionReminded: self = .collectionReminded
        case .confirmationReminded: self = .confirmationReminded
        case .messageLeft: self = .messageLeft
        case .messageReminded: self = .messageReminded
        case .messageHandled: self = .messageHandled
        case .promised: self = .promised
        case .promiseAmended: self = .promiseAmended
        case .promiseReminded: self = .promiseReminded
        case .promiseOverdue: self = .promiseOverdue
        case .promiseAnswered: self = .promiseAnswered
        case .inspected: self = .inspected
        case .rechecked: self = .rechecked
        case .recheckOverdue: self = .recheckOverdue
        case .signed: self = .signed
        }
    }
}

enum RegisterCommandShape: String, CaseIterable {
    case proposePenalty, enterVisit, markStep, resetTable, checkKit, departTour, returnTour,
        planLeader, finishStage, enterCall, sendText, declineText, endEvening, reviewText,
        collect, leaveMessage, handleMessage, promise, amendPromise, answerPromise, inspect,
        recheck, sign

    init(_ value: RegisterCommand) {
        switch value {
        case .proposePenalty: self = .proposePenalty
        case .enterVisit: self = .enterVisit
        case .markStep: self = .markStep
        case .resetTable: self = .resetTable
        case .checkKit: self = .checkKit
        case .departTour: self = .departTour
        case .returnTour: self = .returnTour
        case .planLeader: self = .planLeader
        case .finishStage: self = .finishStage
        case .enterCall: self = .enterCall
        case .sendText: self = .sendText
        case .declineText: self = .declineText
        case .endEvening: self = .endEvening
        case .reviewText: self = .reviewText
        case .collect: self = .collect
        case .leaveMessage: self = .leaveMessage
        case .handleMessage: self = .handleMessage
        case .promise: self = .promise
        case .amendPromise: self = .amendPromise
        case .answerPromise: self = .answerPromise
        case .inspect: self = .inspect
        case .recheck: self = .recheck
        case .sign: self = .sign
        }
    }
}

enum RegisterReasonShape: String, CaseIterable {
    case penaltyDrafted, visitEntered, visitIncomplete, visitTooLate, stepsMissing, stepsComplete,
        tableReset, tableLeft, kitReady, kitShort, tourCleared, tourBack, leaderComing, stageDone,
        callEntered, callIncomplete, callBlanks, enteredLate, suspect, appointment, overlong,
        callBackBy, callbackOverdue, callbackMissed, textDue, textSent, textDeclined, textLate,
        textMissing,
        textList, textReviewed, collected, notCollected, orderUnconfirmed, messageLeft,
        messageOpen, messageHandled, promised, promiseSoon, promiseOverdue, promiseAnswered,
        scored, recheckBefore, rechecked, recheckOverdue, signed

    init(_ value: RegisterReason) {
        switch value {
        case .penaltyDrafted: self = .penaltyDrafted
        case .visitEntered: self = .visitEntered
        case .visitIncomplete: self = .visitIncomplete
        case .visitTooLate: self = .visitTooLate
        case .stepsMissing: self = .stepsMissing
        case .stepsComplete: self = .stepsComplete
        case .tableReset: self = .tableReset
        case .tableLeft: self = .tableLeft
        case .kitReady: self = .kitReady
        case .kitShort: self = .kitShort
        case .tourCleared: self = .tourCleared
        case .tourBack: self = .tourBack
        case .leaderComing: self = .leaderComing
        case .stageDone: self = .stageDone
        case .callEntered: self = .callEntered
        case .callIncomplete: self = .callIncomplete
        case .callBlanks: self = .callBlanks
        case .enteredLate: self = .enteredLate
        case .suspect: self = .suspect
        case .appointment: self = .appointment
        case .overlong: self = .overlong
        case .callBackBy: self = .callBackBy
        case .callbackOverdue: self = .callbackOverdue
        case .callbackMissed: self = .callbackMissed
        case .textDue: self = .textDue
        case .textSent: self = .textSent
        case .textDeclined: self = .textDeclined
        case .textLate: self = .textLate
        case .textMissing: self = .textMissing
        case .textList: self = .textList
        case .textReviewed: self = .textReviewed
        case .collected: self = .collected
        case .notCollected: self = .notCollected
        case .orderUnconfirmed: self = .orderUnconfirmed
        case .messageLeft: self = .messageLeft
        case .messageOpen: self = .messageOpen
        case .messageHandled: self = .messageHandled
        case .promised: self = .promised
        case .promiseSoon: self = .promiseSoon
        case .promiseOverdue: self = .promiseOverdue
        case .promiseAnswered: self = .promiseAnswered
        case .scored: self = .scored
        case .recheckBefore: self = .recheckBefore
        case .rechecked: self = .rechecked
        case .recheckOverdue: self = .recheckOverdue
        case .signed: self = .signed
        }
    }
}

enum RegisterRefusalShape: String, CaseIterable {
    case fieldsMissing, noSuchVisit, noSuchCall, noSuchSlip, slipExists, tourNotCleared,
        textIncomplete, eveningNotOver, countsDiffer, notOnTheLine, inspectsSelf, factMissing,
        unknownItem, appointmentMissing, notAhead, orderIssued, orderNotIssued, cannotKeepLine,
        alreadySigned, noSuchPlace, signsForAnother, paperChanged, paperUndecided

    init(_ value: RegisterRefusal) {
        switch value {
        case .fieldsMissing: self = .fieldsMissing
        case .noSuchVisit: self = .noSuchVisit
        case .noSuchCall: self = .noSuchCall
        case .noSuchSlip: self = .noSuchSlip
        case .slipExists: self = .slipExists
        case .tourNotCleared: self = .tourNotCleared
        case .textIncomplete: self = .textIncomplete
        case .eveningNotOver: self = .eveningNotOver
        case .countsDiffer: self = .countsDiffer
        case .notOnTheLine: self = .notOnTheLine
        case .inspectsSelf: self = .inspectsSelf
        case .factMissing: self = .factMissing
        case .unknownItem: self = .unknownItem
        case .appointmentMissing: self = .appointmentMissing
        case .notAhead: self = .notAhead
        case .orderIssued: self = .orderIssued
        case .orderNotIssued: self = .orderNotIssued
        case .cannotKeepLine: self = .cannotKeepLine
        case .alreadySigned: self = .alreadySigned
        case .noSuchPlace: self = .noSuchPlace
        case .signsForAnother: self = .signsForAnother
        case .paperChanged: self = .paperChanged
        case .paperUndecided: self = .paperUndecided
        }
    }
}

@Suite struct `Every shape of the registers` {
    @Test func `has a sample`() {
        let events = RegisterShapes.registerEvents.map(RegisterEventShape.init)
        #expect(Set(events) == Set(RegisterEventShape.allCases))
        let commands = RegisterShapes.registerCommands.map(RegisterCommandShape.init)
        #expect(Set(commands) == Set(RegisterCommandShape.allCases))
        let reasons = RegisterShapes.registerReasons.map(RegisterReasonShape.init)
        #expect(Set(reasons) == Set(RegisterReasonShape.allCases))
        let refusals = RegisterShapes.refusals.map(RegisterRefusalShape.init)
        #expect(Set(refusals) == Set(RegisterRefusalShape.allCases))
    }

    @Test func `has a sentence that ends like one`() {
        let name: Names = { "顾问" + $0.rawValue }
        for reason in RegisterShapes.reasons {
            let sentence = reason.sentence(names: name)
            #expect(sentence.hasSuffix("。"), "\(reason)")
        }
        for command in RegisterShapes.commands {
            #expect(!command.question(name).isEmpty)
        }
    }

    @Test func `names a clause that has the house's own words`() {
        for reason in RegisterShapes.reasons {
            #expect(PolicyPackReader.ruledClauses.contains(reason.clause.id), "\(reason)")
        }
    }

    @Test func `has a code of its own when it refuses`() {
        let codes = RegisterShapes.refusals.map(\.code)
        #expect(Set(codes).count == codes.count)
    }
}
