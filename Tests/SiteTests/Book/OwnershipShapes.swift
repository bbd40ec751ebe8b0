@testable import HouseRules

/// One value of every shape of ownership (see `FrozenShapes`).
enum OwnershipShapes {
    private static let moment = Moment(milliseconds: 1_748_827_800_000)
    private static let day = BusinessDay(number: 20_241)
    private static let days = DayRange(day, BusinessDay(number: 20_243))
    private static let stretch = StretchFact(
        person: "p", staff: "A", basis: .referral, owns: true,
        clock: TieClock(
            began: day, freshUntil: BusinessDay(number: 20_251),
            validUntil: BusinessDay(number: 20_271)),
        run: FreshnessRun(from: day, days: 10, remindAt: [8, 9], pauses: true), cause: .visit,
        day: day, introducer: "q")
    private static let first = StretchFact(
        person: "p", staff: "A", basis: .call, owns: true,
        clock: TieClock(
            began: day, freshUntil: BusinessDay(number: 20_251),
            validUntil: BusinessDay(number: 20_271)), cause: .call, day: day, contactAt: moment)
    private static let struck = StruckEntry(
        person: "p", staff: "A", began: day, day: BusinessDay(number: 20_243),
        back: ClockBefore(
            day: BusinessDay(number: 20_243), clock: stretch.clock, run: stretch.run),
        reopened: "B")
    private static let touch = Touch(
        "p", by: "A", .replied, .wechat, hasContent: false, occurred: moment, ended: moment,
        entered: moment)
    private static let entry = PoolEntry(last: "A", since: day, why: .lapsedFreshness)
    private static let handing = Handing(
        assignments: [CustomerAssignment("p", to: "B")], before: [entry], day: day)
    private static let change = RecordChange("p", by: "A", fields: [.name, .idNumber], note: "n")
    private static let slip = Reassignment("p", to: "B", .complaint, slip: "s", note: "n")
    private static let list = HandoverList(days: days, customers: ["p"])
    private static let notice = Notice(staff: "A", contacted: moment, reported: moment)
    private static let written = WrittenIntroduction(staff: "A", introducer: "q", at: moment)

    static let ownershipEvents: [OwnershipEvent] = [
        .related("p", other: "q", .spouse), .stretched(stretch), .stretched(first),
        .entryStruck(struck),
        .contacted(touch, .counts("A")), .contacted(touch, .void(.afterLapse)),
        .ended("p", "A", .voidTampered, on: day),
        .lapsed("p", "A", .visit, .lapsedValidity, on: day),
        .reminded("p", "A", .call, lapsesOn: day), .clocksRead(day), .phasesSet([days], on: day),
        .circleReported("p", "A", at: moment), .introduced("p", written), .noticed("p", notice),
        .cancelled("p", "A", on: day), .changeRequested("s", change),
        .changeSigned("s", by: "B", at: moment),
        .tamperingFound("p", "A", .phone, signed: true, at: moment),
        .lackFound("p", "A", .paperRegister, at: moment), .renewalEntered("p", "A", on: day),
        .assistantNamed("A", Assistance(by: "B", on: days)), .listed("A", list),
        .departed("A", Departure(kind: .resigned, day: day)), .pooled("p", entry),
        .handedOut("s", handing), .takenBack("s", note: "n"), .reassigned(slip),
        .persons("p", are: "q", note: "n"), .personsApart("p", note: "n"),
        .peeked("p", "A", at: moment), .caseExpected("p", "A", by: day),
        .caseTold("p", "A", at: moment), .caseOverdue("p", "A", on: day),
    ]

    static let ownershipCommands: [OwnershipCommand] = [
        .relate("p", other: "q", .child, proven: true), .touch(touch), .setPhases(stops: [days]),
        .findLack("p", "A", .systemRecord), .requestChange("s", change), .signChange("s"),
        .findTampering("p", "A", .name), .reserve("p", "A"),
        .handOut("s", [CustomerAssignment("p", to: "B")]), .takeBack("s", note: "n"),
        .introduceAhead("p", by: "q", occurred: moment), .notice("p", notice), .cancelDeal("p"),
        .reassign(slip), .list("A", list), .nameAssistant("A", Assistance(by: "B", on: days)),
        .depart("A", .dismissed), .claimRelative("v", "A"), .renew("p", "A"),
        .signRenewal("p", "A"), .merge("p", into: "q", note: "n"), .part("p", note: "n"),
        .peek("p", "A", as: .consultant), .tellCase("p"),
    ]

    static let ownershipReasons: [OwnershipReason] = [
        .related(.sibling, isNear: false), .theirs("A", since: day, until: day),
        .entryStruck("A", until: day), .runnerUp("A", .later, day),
        .runnerUp("A", .tampered, day), .oneCustomer, .twoCustomers,
        .incomplete("A", .systemRecord), .lackAllowed(.paperRegister),
        .lapsed("p", "A", .lapsedFreshness, on: day), .reminded("p", "A", lapsesOn: day),
        .phasesSet(count: 0), .phasesSet(count: 1), .touchFor("A", by: "B"),
        .touchWorthless("A", .notReached), .changeWaits("A"), .changeSigned, .changeStands("A"),
        .tampered("A", .idNumber), .awaitsSomebody(last: "A"), .handedOut("p", to: "A"),
        .takenBack("p", from: "A"), .keeps("p", "A"), .introductionWritten("A"), .noticed("A"),
        .noticeIncomplete("A"), .notAnnounced("A"), .cancelled("A"), .kinOf("A"),
        .reassigned("A", .complaint, from: day), .reassigned("A", .offsite, from: day),
        .reassigned("A", .departure, from: day), .listed("A", count: 2), .listMissing("A"),
        .helps("A", of: "B", until: day), .departed("A", .resigned, .managerReassigns),
        .firstContact("A"), .helpedOwner("A"), .relative("A"), .renewalWaits("A"),
        .renewed("A", until: day), .mayLook("A"), .notYours("A"), .caseTold("A"),
        .caseOverdue("A"),
    ]

    static let refusals: [OwnershipRefusal] = [
        .kinshipUnproven, .noOnSiteEvidence, .phasesOverlap, .noCallOwnership, .slipExists("s"),
        .noSuchSlip("s"), .noteMissing, .nothingToHandOut, .notInPool("p"), .twice,
        .callAfterVisit(moment), .nothingBought, .cannotHelp("A"), .relativeNotRecorded("A"),
        .noTerm, .renewalTooEarly, .nothingToSign, .heldByAnother("A"), .alreadyOne, .notOne,
    ]

    static let events: [SiteEvent] = ownershipEvents.map { .ownership($0) }
    static let commands: [Command] = ownershipCommands.map { .ownership($0) }
    static let reasons: [Reason] =
        ownershipReasons.map { .ownership($0) } + refusals.map { .refused(.ownership($0)) }
}
