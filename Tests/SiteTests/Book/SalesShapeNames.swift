import HouseRules

enum SalesEventShape: String, CaseIterable {
    case pricesDrafted, pricesApproved, moved, requested, requestClosed, holdChanged,
        payAtWindow, delegated, bulletinsRead, orderWritten, orderReviewed, orderStepped,
        orderVoided, moneyTaken, refundOwed, refunded, approved, quoted, promised, offended,
        leaked, cancelStepped, changeAsked, changeApproved, signingAgreed, noticed,
        contractPrepared, contractReviewed, templateKept, templateRetired, contractProduced,
        staged, scheduled, papersMoved, dealFiled,
        tieNoted, tieListed, tieClosed, priceListsMoved, figuresArchived, fellDue

    init(_ value: SalesEvent) {
        switch value {
        case .pricesDrafted: self = .pricesDrafted
        case .pricesApproved: self = .pricesApproved
        case .moved: self = .moved
        case .requested: self = .requested
        case .requestClosed: self = .requestClosed
        case .holdChanged: self = .holdChanged
        case .payAtWindow: self = .payAtWindow
        case .delegated: self = .delegated
        case .bulletinsRead: self = .bulletinsRead
        case .orderWritten: self = .orderWritten
        case .orderReviewed: self = .orderReviewed
        case .orderStepped: self = .orderStepped
        case .orderVoided: self = .orderVoided
        case .moneyTaken: self = .moneyTaken
        case .refundOwed: self = .refundOwed
        case .refunded: self = .refunded
        case .approved: self = .approved
        case .quoted: self = .quoted
        case .promised: self = .promised
        case .offended: self = .offended
        case .leaked: self = .leaked
        case .cancelStepped: self = .cancelStepped
        case .changeAsked: self = .changeAsked
        case .changeApproved: self = .changeApproved
        case .signingAgreed: self = .signingAgreed
        case .noticed: self = .noticed
        case .contractPrepared: self = .contractPrepared
        case .contractReviewed: self = .contractReviewed
        case .templateKept: self = .templateKept
        case .templateRetired: self = .templateRetired
        case .contractProduced: self = .contractProduced
        case .staged: self = .staged
        case .scheduled: self = .scheduled
        case .papersMoved: self = .papersMoved
        case .dealFiled: self = .dealFiled
        case .tieNoted: self = .tieNoted
        case .tieListed: self = .tieListed
        case .tieClosed: self = .tieClosed
        case .priceListsMoved: self = .priceListsMoved
        case .figuresArchived: self = .figuresArchived
        case .fellDue: self = .fellDue
        }
    }
}

enum SalesCommandShape: String, CaseIterable {
    case draftPrices, approvePrices, release, reserve, unreserve, remark, delegate, askHold,
        confirmHold, rejectHold, changeHold, readBulletins, writeOrder, reviewOrder, step,
        takeMoney, payRefund, approve, quote, promise, reportOffence, reportLeak, cancel,
        askChange, approveChange, agreeSigning, giveNotice, prepareContract, reviewContract,
        keepTemplate, retireTemplate, produceContract, advance, schedule, movePapers,
        countPapers, fileDeal, noteTie, closeTie,
        movePriceLists, countPriceLists, archiveFigures

    init(_ value: SalesCommand) {
        switch value {
        case .draftPrices: self = .draftPrices
        case .approvePrices: self = .approvePrices
        case .release: self = .release
        case .reserve: self = .reserve
        case .unreserve: self = .unreserve
        case .remark: self = .remark
        case .delegate: self = .delegate
        case .askHold: self = .askHold
        case .confirmHold: self = .confirmHold
        case .rejectHold: self = .rejectHold
        case .changeHold: self = .changeHold
        case .readBulletins: self = .readBulletins
        case .writeOrder: self = .writeOrder
        case .reviewOrder: self = .reviewOrder
        case .step: self = .step
        case .takeMoney: self = .takeMoney
        case .payRefund: self = .payRefund
        case .approve: self = .approve
        case .quote: self = .quote
        case .promise: self = .promise
        case .reportOffence: self = .reportOffence
        case .reportLeak: self = .reportLeak
        case .cancel: self = .cancel
        case .askChange: self = .askChange
        case .approveChange: self = .approveChange
        case .agreeSigning: self = .agreeSigning
        case .giveNotice: self = .giveNotice
        case .prepareContract: self = .prepareContract
        case .reviewContract: self = .reviewContract
        case .keepTemplate: self = .keepTemplate
        case .retireTemplate: self = .retireTemplate
        case .produceContract: self = .produceContract
        case .advance: self = .advance
        case .schedule: self = .schedule
        case .movePapers: self = .movePapers
        case .countPapers: self = .countPapers
        case .fileDeal: self = .fileDeal
        case .noteTie: self = .noteTie
        case .closeTie: self = .closeTie
        case .movePriceLists: self = .movePriceLists
        case .countPriceLists: self = .countPriceLists
        case .archiveFigures: self = .archiveFigures
        }
    }
}

enum SalesReasonShape: String, CaseIterable {
    case pricesDrafted, pricesApproved, moved, announced, shown, queued, verified,
        onlyVerified, sentBack, heldUntil, reconfirmed, delegated, remarkIsNoHold,
        unauthorized, priced, stepped, payUntil, clockStopped, financeDelay, voided,
        returnOriginal, originalBack, received, earnestIsNoDeal, converted, shortOfDeposit,
        dealt, paidEarlier, instructedEarlier, refundOwed, refunded, approved, byApproval,
        otherDiscount, promised, offended, commissionHeld, leaked, cancelStepped,
        noWaitingList, changed, signingAgreed, noticed, noticeIncomplete, noticeMissing,
        marked, contract, templateKept, templateRetired, contractProduced, staged, skipped,
        scheduled, papers, filed, tied, tieListed,
        tieClosed, priceLists, priceListsLost, figuresKept, reminded

    init(_ value: SalesReason) {
        switch value {
        case .pricesDrafted: self = .pricesDrafted
        case .pricesApproved: self = .pricesApproved
        case .moved: self = .moved
        case .announced: self = .announced
        case .shown: self = .shown
        case .queued: self = .queued
        case .verified: self = .verified
        case .onlyVerified: self = .onlyVerified
        case .sentBack: self = .sentBack
        case .heldUntil: self = .heldUntil
        case .reconfirmed: self = .reconfirmed
        case .delegated: self = .delegated
        case .remarkIsNoHold: self = .remarkIsNoHold
        case .unauthorized: self = .unauthorized
        case .priced: self = .priced
        case .stepped: self = .stepped
        case .payUntil: self = .payUntil
        case .clockStopped: self = .clockStopped
        case .financeDelay: self = .financeDelay
        case .voided: self = .voided
        case .returnOriginal: self = .returnOriginal
        case .originalBack: self = .originalBack
        case .received: self = .received
        case .earnestIsNoDeal: self = .earnestIsNoDeal
        case .converted: self = .converted
        case .shortOfDeposit: self = .shortOfDeposit
        case .dealt: self = .dealt
        case .paidEarlier: self = .paidEarlier
        case .instructedEarlier: self = .instructedEarlier
        case .refundOwed: self = .refundOwed
        case .refunded: self = .refunded
        case .approved: self = .approved
        case .byApproval: self = .byApproval
        case .otherDiscount: self = .otherDiscount
        case .promised: self = .promised
        case .offended: self = .offended
        case .commissionHeld: self = .commissionHeld
        case .leaked: self = .leaked
        case .cancelStepped: self = .cancelStepped
        case .noWaitingList: self = .noWaitingList
        case .changed: self = .changed
        case .signingAgreed: self = .signingAgreed
        case .noticed: self = .noticed
        case .noticeIncomplete: self = .noticeIncomplete
        case .noticeMissing, .marked, .contract, .templateKept, .templateRetired,
            .contractProduced, .staged, .skipped, .scheduled, .papers,
            .filed, .tied, .tieListed, .tieClosed, .priceLists, .priceListsLost, .figuresKept,
            .reminded:
            self = Self.late(value)
        }
    }

    private static func late(_ value: SalesReason) -> Self {
        switch value {
        case .noticeMissing: .noticeMissing
        case .marked: .marked
        case .contract: .contract
        case .templateKept: .templateKept
        case .templateRetired: .templateRetired
        case .contractProduced: .contractProduced
        case .staged: .staged
        case .skipped: .skipped
        case .scheduled: .scheduled
        case .papers: .papers
        case .filed: .filed
        case .tied: .tied
        case .tieListed: .tieListed
        case .tieClosed: .tieClosed
        case .priceLists: .priceLists
        case .priceListsLost: .priceListsLost
        case .figuresKept: .figuresKept
        default: .reminded
        }
    }
}

enum SalesRefusalShape: String, CaseIterable {
    case unitTaken, illegalTransition, unknownUnit, unknownRequest, unknownOrder, unknownSlip,
        unknownPrices, numberUsed, approverRequired, verifyIncomplete, extensionUsed,
        reconfirmRequired, notHeldForCustomer, heldNoRecommend, reviewerSamePerson,
        clauseLocked, financeOnly, discountNotApproved, noSource, templateNotApproved,
        templateNotInForce,
        priceComputed, pricesOutdated, unknownScheme, wrongStep, stageOutOfOrder,
        attachmentMissing, notSettled, cancelNotApproved, wrongCancelStep, instructionRequired,
        instructionTooLate, wrongAmount, postponeTooLate, papersDiffer, figuresDiffer,
        outOfRange

    init(_ value: SalesRefusal) {
        switch value {
        case .unitTaken: self = .unitTaken
        case .illegalTransition: self = .illegalTransition
        case .unknownUnit: self = .unknownUnit
        case .unknownRequest: self = .unknownRequest
        case .unknownOrder: self = .unknownOrder
        case .unknownSlip: self = .unknownSlip
        case .unknownPrices: self = .unknownPrices
        case .numberUsed: self = .numberUsed
        case .approverRequired: self = .approverRequired
        case .verifyIncomplete: self = .verifyIncomplete
        case .extensionUsed: self = .extensionUsed
        case .reconfirmRequired: self = .reconfirmRequired
        case .notHeldForCustomer: self = .notHeldForCustomer
        case .heldNoRecommend: self = .heldNoRecommend
        case .reviewerSamePerson: self = .reviewerSamePerson
        case .clauseLocked: self = .clauseLocked
        case .financeOnly: self = .financeOnly
        case .discountNotApproved: self = .discountNotApproved
        case .noSource: self = .noSource
        case .templateNotApproved: self = .templateNotApproved
        case .templateNotInForce: self = .templateNotInForce
        case .priceComputed: self = .priceComputed
        case .pricesOutdated: self = .pricesOutdated
        case .unknownScheme: self = .unknownScheme
        case .wrongStep: self = .wrongStep
        case .stageOutOfOrder: self = .stageOutOfOrder
        case .attachmentMissing: self = .attachmentMissing
        case .notSettled: self = .notSettled
        case .cancelNotApproved: self = .cancelNotApproved
        case .wrongCancelStep: self = .wrongCancelStep
        case .instructionRequired: self = .instructionRequired
        case .instructionTooLate: self = .instructionTooLate
        case .wrongAmount: self = .wrongAmount
        case .postponeTooLate: self = .postponeTooLate
        case .papersDiffer: self = .papersDiffer
        case .figuresDiffer: self = .figuresDiffer
        case .outOfRange: self = .outOfRange
        }
    }
}
