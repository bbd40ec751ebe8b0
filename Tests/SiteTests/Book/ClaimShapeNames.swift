import HouseRules

/// The name of each shape about customers; see `ShapeNames`.
enum ClaimEventShape: String, CaseIterable {
    case entryOpen, entrySettled, tied, released, touchNoted, questionAnswered, lapseNamed,
        personLinked, claimed,
        merged, splitOff, slipWritten, changeAsked, changeRuled,
        proofAwaited, proofDue, proven, proofMissing,
        appointmentMade, appointmentReminded, appointmentKept, handoverOwed, handoverNoted,
        handoverRead, handoverOverdue, grouped, restDayMeeting, offsite, priceTalkBegan,
        staffReferralHeard

    init(_ value: ClaimEvent) {
        switch value {
        case .tied: self = .tied
        case .released: self = .released
        case .touchNoted: self = .touchNoted
        case .questionAnswered: self = .questionAnswered
        case .lapseNamed: self = .lapseNamed
        case .personLinked: self = .personLinked
        case .claimed: self = .claimed
        case .entryOpen: self = .entryOpen
        case .entrySettled: self = .entrySettled
        case .merged: self = .merged
        case .splitOff: self = .splitOff
        case .slipWritten: self = .slipWritten
        case .changeAsked: self = .changeAsked
        case .changeRuled: self = .changeRuled
        case .proofAwaited: self = .proofAwaited
        case .proofDue: self = .proofDue
        case .proven: self = .proven
        case .proofMissing: self = .proofMissing
        case .appointmentMade: self = .appointmentMade
        case .appointmentReminded: self = .appointmentReminded
        case .appointmentKept: self = .appointmentKept
        case .handoverOwed: self = .handoverOwed
        case .handoverNoted: self = .handoverNoted
        case .handoverRead: self = .handoverRead
        case .handoverOverdue: self = .handoverOverdue
        case .grouped: self = .grouped
        case .restDayMeeting: self = .restDayMeeting
        case .offsite: self = .offsite
        case .priceTalkBegan: self = .priceTalkBegan
        case .staffReferralHeard: self = .staffReferralHeard
        }
    }
}

enum ClaimCommandShape: String, CaseIterable {
    case note, linkCall, identify, claim, name, introduce, reclassify, prove, merge, split,
        change, askChange, ruleChange, appoint, noteHandover, readHandover, group,
        meetOnRestDay, offsite,
        beginPriceTalk, hearStaffReferral, handOver

    init(_ value: ClaimCommand) {
        switch value {
        case .note: self = .note
        case .linkCall: self = .linkCall
        case .identify: self = .identify
        case .claim: self = .claim
        case .name: self = .name
        case .introduce: self = .introduce
        case .reclassify: self = .reclassify
        case .prove: self = .prove
        case .merge: self = .merge
        case .split: self = .split
        case .change: self = .change
        case .appoint: self = .appoint
        case .noteHandover: self = .noteHandover
        case .readHandover: self = .readHandover
        case .group: self = .group
        case .meetOnRestDay: self = .meetOnRestDay
        case .offsite: self = .offsite
        case .beginPriceTalk: self = .beginPriceTalk
        case .hearStaffReferral: self = .hearStaffReferral
        case .handOver: self = .handOver
        case .askChange: self = .askChange
        case .ruleChange: self = .ruleChange
        }
    }
}

enum ClaimReasonShape: String, CaseIterable {
    case answered, purpose, foundAfter, designationIgnored, byTurns, ownResource, newCustomer,
        tied, entryOpen, touchVoid, touchAfterLapse, ownershipValid, ownershipExpired, introduced,
        namedNew, ambiguous, forgotten, lookedUp, notified, claimed, turnReturned, backInPlace,
        advanceReturned, turnKept, reclassified, callValid, namedTooLate, recognised,
        proofUntil, proven, proofMissing, turnCharged, merged, splitOff, changed, changeWaits,
        changeRefused,
        namedAfterExpiry, namedInstead, stillHeldBy, appointment, reminded, staysFor,
        handoverOwed, handoverOverdue, restDay, offsite, givenTo, priceTalk, recommended,
        recommendedNobody, textShown, naturalVisit, priorOwner, priorOwnerUnknown, recorded

    init(_ value: ClaimReason) {
        switch value {
        case .answered: self = .answered
        case .purpose: self = .purpose
        case .foundAfter: self = .foundAfter
        case .designationIgnored: self = .designationIgnored
        case .byTurns: self = .byTurns
        case .ownResource: self = .ownResource
        case .newCustomer: self = .newCustomer
        case .tied: self = .tied
        case .touchVoid: self = .touchVoid
        case .touchAfterLapse: self = .touchAfterLapse
        case .ownershipValid: self = .ownershipValid
        case .ownershipExpired: self = .ownershipExpired
        case .introduced: self = .introduced
        case .namedNew: self = .namedNew
        case .ambiguous: self = .ambiguous
        case .forgotten: self = .forgotten
        case .lookedUp: self = .lookedUp
        case .notified: self = .notified
        case .claimed: self = .claimed
        case .entryOpen: self = .entryOpen
        case .turnReturned: self = .turnReturned
        case .backInPlace: self = .backInPlace
        case .advanceReturned: self = .advanceReturned
        case .turnKept: self = .turnKept
        case .reclassified: self = .reclassified
        case .callValid: self = .callValid
        case .namedTooLate: self = .namedTooLate
        case .recognised: self = .recognised
        case .proofUntil: self = .proofUntil
        case .proven: self = .proven
        case .proofMissing: self = .proofMissing
        case .turnCharged: self = .turnCharged
        case .merged: self = .merged
        case .splitOff: self = .splitOff
        case .changed: self = .changed
        case .changeWaits: self = .changeWaits
        case .changeRefused: self = .changeRefused
        case .namedAfterExpiry: self = .namedAfterExpiry
        case .namedInstead: self = .namedInstead
        case .stillHeldBy: self = .stillHeldBy
        case .appointment: self = .appointment
        case .reminded: self = .reminded
        case .staysFor: self = .staysFor
        case .handoverOwed: self = .handoverOwed
        case .handoverOverdue: self = .handoverOverdue
        case .restDay: self = .restDay
        case .offsite: self = .offsite
        case .givenTo: self = .givenTo
        case .priceTalk: self = .priceTalk
        case .recommended: self = .recommended
        case .recommendedNobody: self = .recommendedNobody
        case .textShown: self = .textShown
        case .naturalVisit: self = .naturalVisit
        case .priorOwner: self = .priorOwner
        case .priorOwnerUnknown: self = .priorOwnerUnknown
        case .recorded: self = .recorded
        }
    }
}

enum ClaimRefusalShape: String, CaseIterable {
    case firstQuestionMissing, surname, notAcknowledged, notOwned, designated, windowClosed,
        alreadyClaimed, introducedTooLate, introducerNotValid, firstVisitStands,
        reclassWindowClosed, namingWindowClosed, nothingOpen, substituteRequired,
        notYourCustomer, uniformRequired, priceTalkBegan, changeReasonMissing, changeWaits,
        nobodysCustomer, alreadyTheirs, noSuchChange

    init(_ value: ClaimRefusal) {
        switch value {
        case .firstQuestionMissing: self = .firstQuestionMissing
        case .surname: self = .surname
        case .notAcknowledged: self = .notAcknowledged
        case .notOwned: self = .notOwned
        case .designated: self = .designated
        case .windowClosed: self = .windowClosed
        case .alreadyClaimed: self = .alreadyClaimed
        case .introducedTooLate: self = .introducedTooLate
        case .introducerNotValid: self = .introducerNotValid
        case .firstVisitStands: self = .firstVisitStands
        case .reclassWindowClosed: self = .reclassWindowClosed
        case .namingWindowClosed: self = .namingWindowClosed
        case .nothingOpen: self = .nothingOpen
        case .changeReasonMissing: self = .changeReasonMissing
        case .changeWaits: self = .changeWaits
        case .nobodysCustomer: self = .nobodysCustomer
        case .alreadyTheirs: self = .alreadyTheirs
        case .noSuchChange: self = .noSuchChange
        case .substituteRequired: self = .substituteRequired
        case .notYourCustomer: self = .notYourCustomer
        case .uniformRequired: self = .uniformRequired
        case .priceTalkBegan: self = .priceTalkBegan
        }
    }
}
