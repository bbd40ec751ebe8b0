@testable import HouseRules

/// One value of every shape about deals and quarrels that a journal may hold.
enum FrozenAdjudication {
    private static let moment = Moment(milliseconds: 1_748_827_800_000)
    private static let day = BusinessDay(number: 20_241)
    private static let slip = DealSlip(slip: "s", staff: "A", at: moment, note: "说明")
    private static let shares = Shares(
        performance: [Share("A", 10_000)], commission: [Share("A", 5000), Share(nil, 5000)])
    private static let poaching = PoachSlip(
        "s", by: "A", from: "B", "p", PoachAct.allCases, .dismiss, note: "经过")
    private static let leave = SickLeave("A", from: day, to: day.adding(days: 3), successor: "B")
    private static let order = DealOrder(
        "d", of: "p", by: "A", signedAt: moment, price: .yuan(2), commission: .yuan(1), owner: "B")

    private static var terms: DealTerms {
        var terms = DealTerms()
        terms.changeSplit = 5000
        return terms
    }

    private static let deal = DealFact(
        deal: "d", person: "p", staff: "A", at: moment, enteredAt: moment, price: .yuan(2),
        commission: .yuan(1), owner: "B", verifyUntil: moment, objectUntil: moment, terms: terms)

    static let steps: [AttributionStep] = [
        .closedBy("A"), .assisted("A", by: "B"), .proofFailed("A", to: "B"),
        .poached(by: "A", from: "B"), .sameDayClaim("A", points: 5000), .earliestRecord("A"),
        .sickLeave("A", days: 4, .half), .changed(from: "A", to: "B", points: 5000),
        .conflict(["A", "B"]), .nobodyLeft, .ruled("s"),
    ]

    static let losses: [LossReason] = [
        .lapsed(on: day), .later(began: day), .later(began: nil), .onlySameDay,
        .notNearKin(.sibling), .notDesignated, .notShown(until: moment), .assisted, .intruded,
        .proofFailed, .sickTooLong(days: 11), .ruled,
    ]

    private static let attribution = Attribution(
        shares: shares, isContested: true, path: steps,
        runnersUp: losses.map { RunnerUp(staff: "B", began: day, why: $0) },
        bookings: [Booking(staff: nil, side: .commission, amount: .yuan(-1), month: day)],
        ruling: "s", at: moment)

    private static let dispute = DisputeFile(
        slip: "s", matter: .deal("d"), parties: ["A", "B"], by: "A", note: "经过", at: moment,
        state: .filed)

    static let events: [AdjudicationEvent] = [
        .dealOrdered(deal), .sameDayClaimed("p", slip), .recordShown("d", slip),
        .objected("d", slip), .attributed("d", attribution),
        .awarded(["p"], CustomerAward(slip: "s", shares: shares, isDecided: true, at: moment)),
        .poached(poaching, at: moment), .sickLeaveTaken(leave, at: moment),
        .paidOut("d", at: moment), .quarrelled("s", ["A", "B"], note: "经过", at: moment),
        .disputeFiled(dispute),
        .disputeStepped("s", DisputeStep(state: .appealed, by: "A", at: moment, note: "不服")),
        .disputeRuled(
            "s",
            RulingSlip(
                shares: shares, inapplicable: "都不适用", why: "公平", by: "M", at: moment,
                appealUntil: moment)),
    ]

    static let commands: [AdjudicationCommand] = [
        .order(order), .claimSameDay("s", "p", "A", note: "说明"),
        .verify("s", "d", "A", designated: "B", note: "说明"),
        .settleCross("s", "p", designated: "A", note: "说明"), .poach(poaching),
        .approach("A", "p", .call, invited: true), .object("s", "d", "A", note: "说明"),
        .takeSickLeave(leave), .payOut("d"), .quarrel("s", ["A", "B"], note: "经过"),
        .contest("s", .customer("p"), "A", against: ["B"], note: "经过"),
        .negotiate("s", note: "约谈"), .agree("s", shares, note: "签字"), .escalate("s", note: "上交"),
        .award("s", shares, inapplicable: "都不适用", why: "公平"), .appeal("s", "A", note: "不服"),
    ]

    static let reasons: [AdjudicationReason] =
        steps.map { .step($0) }
        + losses.map { .lost(RunnerUp(staff: "B", began: day, why: $0)) } + [
            .split(shares), .unchanged, .mayClaim("A", until: moment), .mayShow(until: moment),
            .claimed("A", since: day), .earliest("A", began: day, until: day, decisive: day),
            .sameDay(["A", "B"]), .designated("A"), .returned(to: "A"),
            .clawback("A", .yuan(-1), month: day), .clawback(nil, .yuan(-1), month: day),
            .poaching("A", level: 2), .mayApproach("A"), .objected("A"),
            .sickLeave("A", days: 4), .handOverAll("A"), .dispute(.filed),
            .mayAppeal(until: moment), .final, .quarrelled(["A", "B"]), .paid,
        ]

    static let refusals: [AdjudicationRefusal] = [
        .dealExists("d"), .unknownDeal("d"), .slipExists("s"), .unknownDispute("s"),
        .sameDayClaimClosed, .proofFailed("A"), .noPriorRecord("A"), .forgotOnlySameDay,
        .laterRecord(than: "A", began: day), .noEarlierRecord("A"), .notNearKin(.friend),
        .recordLapsed("A", on: day), .verifyPeriodClosed(until: moment), .customerDesignated("A"),
        .noCross, .alreadyOrdered("d"), .notYourCustomer("A", of: "B"),
        .objectionClosed(until: moment), .noChange, .notAParty("A"), .dealContested("d"),
        .alreadyPaid("d"), .leaveBackwards, .groundsMissing, .sharesNotWhole,
        .disputeFinal("s"), .disputeOpen("s"), .wrongStep(.ruled), .appealClosed(until: moment),
        .twoQuarrel,
    ]
}
