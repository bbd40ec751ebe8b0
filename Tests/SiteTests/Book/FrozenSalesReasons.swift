@testable import HouseRules

extension FrozenSales {
    static let reasons: [SalesReason] = [
        .pricesDrafted("v1", units: 2), .pricesApproved("v1"), .moved("u", .held, .confirmed),
        .announced(number: 3), .shown("A", 2), .queued(ahead: 1), .verified([.area]),
        .onlyVerified("u"), .sentBack("q", "B"), .heldUntil(moment), .reconfirmed(until: moment),
        .delegated("S", until: moment), .remarkIsNoHold("u"), .unauthorized("o"),
        .priced("u", discount: 9800, yuan), .stepped("o", .signed), .payUntil(moment),
        .clockStopped(payUntil: moment), .financeDelay("o"), .voided("o", .unpaid),
        .returnOriginal("o", remind: moment), .originalBack("o"),
        .received(ReceiptNumber(.deposit, 1), yuan), .earnestIsNoDeal, .converted(1, yuan),
        .shortOfDeposit(yuan), .dealt("o", day), .paidEarlier("o", than: "w"),
        .instructedEarlier(paper, than: "o"), .refundOwed(1, yuan, .late), .refunded(1),
        .approved("s", .discount), .byApproval("s"), .otherDiscount(before: 9700, now: 9800),
        .promised(.rename), .offended(.soldHeld, "A"), .commissionHeld("o"),
        .leaked("A", yuan, from: yuan, to: yuan, .fine), .cancelStepped(.approved),
        .noWaitingList("u"), .changed("s", isApproved: true), .signingAgreed(moment),
        .noticed(short: true), .noticeIncomplete([.time], isReceipted: false),
        .noticeMissing("A"), .marked(["c"]), .contract("o"),
        .templateKept("t", since: day), .templateRetired("t"),
        .contractProduced("o", template: "t", hash: "cd"), .staged(.loanApplied),
        .skipped(.docsReady, note: "n"), .scheduled(2), .papers(inHand: 1),
        .filed(isLate: true, missing: [.contract]), .tied("A", isDeclared: false),
        .tieListed("A"), .tieClosed("A", .dismiss), .priceLists("A", 2), .priceListsLost("A", 1),
        .figuresKept(day), .reminded(.original("o")), .reminded(.unit("u")),
        .reminded(.dealFile("o")), .reminded(.instalment("o", day, ahead: -1)),
        .reminded(.stage("o", .loanSubmitted)), .reminded(.document("o", "A")),
        .staged(.keysHanded), .offended(.earlyLock, "A"), .offended(.sheetError, "A"),
        .offended(.privateCollect, "A"), .refundOwed(1, yuan, .cancelled),
    ]

    static let refusals: [SalesRefusal] = [
        .unitTaken("u", .held, by: "A"), .illegalTransition("u", from: .filed, to: .held),
        .unknownUnit("u"), .unknownRequest("q"), .unknownOrder("o"), .unknownSlip("s"),
        .unknownPrices("v1"), .numberUsed("o"), .approverRequired, .verifyIncomplete([.area]),
        .extensionUsed("u"), .reconfirmRequired("u", since: moment), .notHeldForCustomer("u"),
        .heldNoRecommend("u", .held), .reviewerSamePerson("A"), .clauseLocked(["c"]),
        .financeOnly, .discountNotApproved(standard: 9800), .noSource,
        .templateNotApproved(["c"]), .templateNotInForce("t"), .priceComputed(yuan), .pricesOutdated("v1"),
        .unknownScheme("分期"), .wrongStep("o", .written),
        .stageOutOfOrder(.presaleFiled, first: .docsReady), .attachmentMissing(.docsReady),
        .notSettled(yuan), .cancelNotApproved("o"), .wrongCancelStep(.reported),
        .instructionRequired, .instructionTooLate(paidAt: moment), .wrongAmount(yuan),
        .postponeTooLate(day), .papersDiffer(expected: 1, counted: 0),
        .figuresDiffer(SalesFigures()), .outOfRange(yuan, yuan),
    ]
}
