import HouseRules

/// The name of each shape. A new case does not compile until it has a name here, and a name without
/// a sample in `FrozenShapes` and a stored text in `FrozenTexts` turns the test red.
enum ReceptionEventShape: String, CaseIterable {
    case memberEnrolled, memberReleased, sheetPublished, sheetConfirmed, sheetJoined,
        dayClosed, visitRegistered, turnPassed, pointerMoved, visitAssigned, visitReassigned,
        coverTaken,
        visitLogged, receptionFinished, ticksSet, advanceTaken, owedCleared, turnAdjusted,
        standbyCalled, standbyShort, standbyAlerted, visitVoided

    init(_ value: ReceptionEvent) {
        switch value {
        case .memberEnrolled: self = .memberEnrolled
        case .memberReleased: self = .memberReleased
        case .sheetPublished: self = .sheetPublished
        case .sheetConfirmed: self = .sheetConfirmed
        case .sheetJoined: self = .sheetJoined
        case .dayClosed: self = .dayClosed
        case .visitRegistered: self = .visitRegistered
        case .turnPassed: self = .turnPassed
        case .pointerMoved: self = .pointerMoved
        case .visitAssigned: self = .visitAssigned
        case .visitReassigned: self = .visitReassigned
        case .coverTaken: self = .coverTaken
        case .visitLogged: self = .visitLogged
        case .receptionFinished: self = .receptionFinished
        case .ticksSet: self = .ticksSet
        case .advanceTaken: self = .advanceTaken
        case .owedCleared: self = .owedCleared
        case .turnAdjusted: self = .turnAdjusted
        case .standbyCalled: self = .standbyCalled
        case .standbyShort: self = .standbyShort
        case .standbyAlerted: self = .standbyAlerted
        case .visitVoided: self = .visitVoided
        }
    }
}

enum PresenceEventShape: String, CaseIterable {
    case moved, slotTaken

    init(_ value: PresenceEvent) {
        switch value {
        case .moved: self = .moved
        case .slotTaken: self = .slotTaken
        }
    }
}

enum CallEventShape: String, CaseIterable {
    case sheetPublished, joined, turnPassed, answered, callbackOpened, ended, lineHanded, rangOut,
        orderIssued, orderConfirmed

    init(_ value: CallEvent) {
        switch value {
        case .sheetPublished: self = .sheetPublished
        case .joined: self = .joined
        case .turnPassed: self = .turnPassed
        case .answered: self = .answered
        case .callbackOpened: self = .callbackOpened
        case .ended: self = .ended
        case .lineHanded: self = .lineHanded
        case .rangOut: self = .rangOut
        case .orderIssued: self = .orderIssued
        case .orderConfirmed: self = .orderConfirmed
        }
    }
}

enum ReceptionReasonShape: String, CaseIterable {
    case classified, passed, pointerAt, owedTurn, fewestTicks, absentTick, nextInLine,
        namedPresent, standsIn, lastOnStand, currentTurnUncounted, advanceAtPointer,
        takesAdvance, nobodyOnStand, lockedFor, firstToReturn, recalled, handedOver,
        nobodyOnDuty, sheetHead, carriedOver, owedExpired, closedByItself, joinsLate,
        ticked, caughtUp, returnsToPosition, waived, owedCleared, outsideStationHours,
        slot, calledToFront, frontShort, approvedAbsence, personalAbsence, adjusted,
        recorded, draftUnconfirmed, visitVoided, lossStruck

    init(_ value: ReceptionReason) {
        switch value {
        case .classified: self = .classified
        case .passed: self = .passed
        case .pointerAt: self = .pointerAt
        case .owedTurn: self = .owedTurn
        case .fewestTicks: self = .fewestTicks
        case .absentTick: self = .absentTick
        case .nextInLine: self = .nextInLine
        case .namedPresent: self = .namedPresent
        case .standsIn: self = .standsIn
        case .lastOnStand: self = .lastOnStand
        case .currentTurnUncounted: self = .currentTurnUncounted
        case .advanceAtPointer: self = .advanceAtPointer
        case .takesAdvance: self = .takesAdvance
        case .nobodyOnStand: self = .nobodyOnStand
        case .lockedFor: self = .lockedFor
        case .firstToReturn: self = .firstToReturn
        case .recalled: self = .recalled
        case .handedOver: self = .handedOver
        case .nobodyOnDuty: self = .nobodyOnDuty
        case .sheetHead: self = .sheetHead
        case .carriedOver: self = .carriedOver
        case .owedExpired: self = .owedExpired
        case .closedByItself: self = .closedByItself
        case .joinsLate: self = .joinsLate
        case .ticked: self = .ticked
        case .caughtUp: self = .caughtUp
        case .returnsToPosition: self = .returnsToPosition
        case .waived: self = .waived
        case .owedCleared: self = .owedCleared
        case .outsideStationHours: self = .outsideStationHours
        case .slot: self = .slot
        case .calledToFront: self = .calledToFront
        case .frontShort: self = .frontShort
        case .approvedAbsence: self = .approvedAbsence
        case .personalAbsence: self = .personalAbsence
        case .adjusted: self = .adjusted
        case .recorded: self = .recorded
        case .draftUnconfirmed: self = .draftUnconfirmed
        case .visitVoided: self = .visitVoided
        case .lossStruck: self = .lossStruck
        }
    }
}

enum CallReasonShape: String, CaseIterable {
    case order, pointerAt, keepsLine, passed, owedCall, asked, askedUnavailable, nobodyFree,
        notAConsultant, belongsTo, ended, missed, inTime, gaveUp, lineHanded, keepsFor,
        secondLine, issued, confirmed

    init(_ value: CallReason) {
        switch value {
        case .order: self = .order
        case .pointerAt: self = .pointerAt
        case .keepsLine: self = .keepsLine
        case .passed: self = .passed
        case .owedCall: self = .owedCall
        case .asked: self = .asked
        case .askedUnavailable: self = .askedUnavailable
        case .nobodyFree: self = .nobodyFree
        case .notAConsultant: self = .notAConsultant
        case .belongsTo: self = .belongsTo
        case .ended: self = .ended
        case .missed: self = .missed
        case .inTime: self = .inTime
        case .gaveUp: self = .gaveUp
        case .lineHanded: self = .lineHanded
        case .keepsFor: self = .keepsFor
        case .secondLine: self = .secondLine
        case .issued: self = .issued
        case .confirmed: self = .confirmed
        }
    }
}

enum RefusalShape: String, CaseIterable {
    case slotOccupied, notOnSheet, notYourTurn, visitLogMissing, waiverMinTime,
        waiverNotInUse, managerCoverNotAllowed, officialOrderRequired, outsideMealWindow,
        consultantsOnly, namedConsultantMissing, classNotInTable, unknownStaff,
        alreadyEnrolled, unknownVisit, unknownCall, alreadyRegistered, inTheFuture, tooOld,
        offDuty, busy, wrongPresence, dayNotOpen, sheetExists, notPermitted, void

    /// Nil: a topic with shapes of its own.
    init?(_ value: Refusal) {
        switch value {
        case .duty, .claims, .registers, .ownership, .adjudication, .channels, .sales,
            .selection, .commission:
            return nil
        case .slotOccupied: self = .slotOccupied
        case .notOnSheet: self = .notOnSheet
        case .notYourTurn: self = .notYourTurn
        case .visitLogMissing: self = .visitLogMissing
        case .waiverMinTime: self = .waiverMinTime
        case .waiverNotInUse: self = .waiverNotInUse
        case .managerCoverNotAllowed: self = .managerCoverNotAllowed
        case .officialOrderRequired: self = .officialOrderRequired
        case .outsideMealWindow: self = .outsideMealWindow
        case .consultantsOnly: self = .consultantsOnly
        case .namedConsultantMissing: self = .namedConsultantMissing
        case .classNotInTable: self = .classNotInTable
        case .unknownStaff: self = .unknownStaff
        case .alreadyEnrolled: self = .alreadyEnrolled
        case .unknownVisit: self = .unknownVisit
        case .unknownCall: self = .unknownCall
        case .alreadyRegistered: self = .alreadyRegistered
        case .inTheFuture: self = .inTheFuture
        case .tooOld: self = .tooOld
        case .offDuty: self = .offDuty
        case .busy: self = .busy
        case .wrongPresence: self = .wrongPresence
        case .dayNotOpen: self = .dayNotOpen
        case .sheetExists: self = .sheetExists
        case .notPermitted: self = .notPermitted
        case .void: self = .void
        }
    }
}
