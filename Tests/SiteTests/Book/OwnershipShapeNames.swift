import HouseRules

enum OwnershipEventShape: String, CaseIterable {
    case related, stretched, contacted, ended, lapsed, reminded, clocksRead, phasesSet,
        circleReported, introduced, noticed, cancelled, changeRequested, changeSigned,
        tamperingFound, lackFound, renewalEntered, assistantNamed, listed, departed, pooled,
        handedOut, takenBack, reassigned, persons, personsApart, peeked, caseExpected, caseTold,
        caseOverdue, entryStruck

    init(_ value: OwnershipEvent) {
        switch value {
        case .related: self = .related
        case .stretched: self = .stretched
        case .entryStruck: self = .entryStruck
        case .contacted: self = .contacted
        case .ended: self = .ended
        case .lapsed: self = .lapsed
        case .reminded: self = .reminded
        case .clocksRead: self = .clocksRead
        case .phasesSet: self = .phasesSet
        case .circleReported: self = .circleReported
        case .introduced: self = .introduced
        case .noticed: self = .noticed
        case .cancelled: self = .cancelled
        case .changeRequested: self = .changeRequested
        case .changeSigned: self = .changeSigned
        case .tamperingFound: self = .tamperingFound
        case .lackFound: self = .lackFound
        case .renewalEntered: self = .renewalEntered
        case .assistantNamed: self = .assistantNamed
        case .listed: self = .listed
        case .departed: self = .departed
        case .pooled: self = .pooled
        case .handedOut: self = .handedOut
        case .takenBack: self = .takenBack
        case .reassigned: self = .reassigned
        case .persons: self = .persons
        case .personsApart: self = .personsApart
        case .peeked: self = .peeked
        case .caseExpected: self = .caseExpected
        case .caseTold: self = .caseTold
        case .caseOverdue: self = .caseOverdue
        }
    }
}

enum OwnershipCommandShape: String, CaseIterable {
    case relate, touch, setPhases, findLack, requestChange, signChange, findTampering, reserve,
        handOut, takeBack, introduceAhead, notice, cancelDeal, reassign, list, nameAssistant,
        depart, claimRelative, renew, signRenewal, merge, part, peek, tellCase

    init(_ value: OwnershipCommand) {
        switch value {
        case .relate: self = .relate
        case .touch: self = .touch
        case .setPhases: self = .setPhases
        case .findLack: self = .findLack
        case .requestChange: self = .requestChange
        case .signChange: self = .signChange
        case .findTampering: self = .findTampering
        case .reserve: self = .reserve
        case .handOut: self = .handOut
        case .takeBack: self = .takeBack
        case .introduceAhead: self = .introduceAhead
        case .notice: self = .notice
        case .cancelDeal: self = .cancelDeal
        case .reassign: self = .reassign
        case .list: self = .list
        case .nameAssistant: self = .nameAssistant
        case .depart: self = .depart
        case .claimRelative: self = .claimRelative
        case .renew: self = .renew
        case .signRenewal: self = .signRenewal
        case .merge: self = .merge
        case .part: self = .part
        case .peek: self = .peek
        case .tellCase: self = .tellCase
        }
    }
}

enum OwnershipReasonShape: String, CaseIterable {
    case entryStruck, related, theirs, runnerUp, oneCustomer, twoCustomers, incomplete,
        lackAllowed, lapsed, reminded, phasesSet, touchFor, touchWorthless,
        changeWaits, changeSigned, changeStands,
        tampered, awaitsSomebody, handedOut, takenBack, keeps, introductionWritten, noticed,
        noticeIncomplete, notAnnounced, cancelled, kinOf, reassigned, listed, listMissing, helps,
        departed, firstContact, helpedOwner, relative, renewalWaits, renewed, mayLook, notYours,
        caseTold, caseOverdue

    init(_ value: OwnershipReason) {
        switch value {
        case .related: self = .related
        case .theirs: self = .theirs
        case .entryStruck: self = .entryStruck
        case .runnerUp: self = .runnerUp
        case .oneCustomer: self = .oneCustomer
        case .twoCustomers: self = .twoCustomers
        case .incomplete: self = .incomplete
        case .lackAllowed: self = .lackAllowed
        case .lapsed: self = .lapsed
        case .reminded: self = .reminded
        case .phasesSet: self = .phasesSet
        case .touchFor: self = .touchFor
        case .touchWorthless: self = .touchWorthless
        case .changeWaits: self = .changeWaits
        case .changeSigned: self = .changeSigned
        case .changeStands: self = .changeStands
        case .tampered: self = .tampered
        case .awaitsSomebody: self = .awaitsSomebody
        case .handedOut: self = .handedOut
        case .takenBack: self = .takenBack
        case .keeps: self = .keeps
        case .introductionWritten: self = .introductionWritten
        case .noticed: self = .noticed
        case .noticeIncomplete: self = .noticeIncomplete
        case .notAnnounced: self = .notAnnounced
        case .cancelled: self = .cancelled
        case .kinOf: self = .kinOf
        case .reassigned: self = .reassigned
        case .listed: self = .listed
        case .listMissing: self = .listMissing
        case .helps: self = .helps
        case .departed: self = .departed
        case .firstContact: self = .firstContact
        case .helpedOwner: self = .helpedOwner
        case .relative: self = .relative
        case .renewalWaits: self = .renewalWaits
        case .renewed: self = .renewed
        case .mayLook: self = .mayLook
        case .notYours: self = .notYours
        case .caseTold: self = .caseTold
        case .caseOverdue: self = .caseOverdue
        }
    }
}

enum OwnershipRefusalShape: String, CaseIterable {
    case kinshipUnproven, noOnSiteEvidence, phasesOverlap, noCallOwnership, slipExists,
        noSuchSlip, noteMissing, nothingToHandOut, notInPool, twice, callAfterVisit,
        nothingBought, cannotHelp, relativeNotRecorded, noTerm, renewalTooEarly, nothingToSign,
        heldByAnother, alreadyOne, notOne

    init(_ value: OwnershipRefusal) {
        switch value {
        case .kinshipUnproven: self = .kinshipUnproven
        case .noOnSiteEvidence: self = .noOnSiteEvidence
        case .phasesOverlap: self = .phasesOverlap
        case .noCallOwnership: self = .noCallOwnership
        case .slipExists: self = .slipExists
        case .noSuchSlip: self = .noSuchSlip
        case .noteMissing: self = .noteMissing
        case .nothingToHandOut: self = .nothingToHandOut
        case .notInPool: self = .notInPool
        case .twice: self = .twice
        case .callAfterVisit: self = .callAfterVisit
        case .nothingBought: self = .nothingBought
        case .cannotHelp: self = .cannotHelp
        case .relativeNotRecorded: self = .relativeNotRecorded
        case .noTerm: self = .noTerm
        case .renewalTooEarly: self = .renewalTooEarly
        case .nothingToSign: self = .nothingToSign
        case .heldByAnother: self = .heldByAnother
        case .alreadyOne: self = .alreadyOne
        case .notOne: self = .notOne
        }
    }
}
