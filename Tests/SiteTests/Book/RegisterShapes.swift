@testable import HouseRules

/// One value of every shape of the registers and of keeping the line (see `FrozenShapes`).
enum RegisterShapes {
    private static let moment = Moment(milliseconds: 1_748_827_800_000)
    private static let day = BusinessDay(number: 20_241)
    private static let entry = CallEntry(
        "c", filled: [.needs], numberRefused: true, isFirst: true, isSuspect: true,
        invitation: .booked, appointment: moment, person: "p")
    private static let line = CallLine(entry: entry, staff: "A", missing: [.sourceChannel])
    private static let visitEntry = VisitEntry(
        visit: "v", staff: "A", filled: [.name], missing: [.phone])
    private static let tour = TourSheet(
        "v", approval: "r", approvedAt: moment, customers: 3, escorts: 1, helmets: 4)
    private static let promise = PromiseFact(
        slip: "s", staff: "A", department: "d", due: moment, remind: moment)
    private static let inspection = Inspection(
        "s", .station, of: "A", about: "v", [ItemResult("posture", .fail, fact: "f")])

    private static let file = SignedPaper.caseFile("D", edition: 2)
    private static let party = SigningPlace(.party, "A")
    private static let signatures = [
        PaperSignature(file, party, .drawn, text: "t", content: "c"),
        PaperSignature(
            .slip("d", .confirmation), SigningPlace(.customer), .typed, text: "t", content: "c"),
    ]

    static let events: [SiteEvent] =
        callEvents.map { .calls($0) } + registerEvents.map { .registers($0) }
    static let commands: [Command] =
        callCommands.map { .calls($0) } + registerCommands.map { .registers($0) }
    static let reasons: [Reason] =
        callReasons.map { .calls($0) } + registerReasons.map { .registers($0) }
        + refusals.map { .refused(.registers($0)) }

    static let callEvents: [CallEvent] = [
        .lineHanded("A", to: "B", at: moment),
        .rangOut("c", rings: 4, accountable: "A", at: moment),
        .orderIssued(day, confirmBy: moment, at: moment), .orderConfirmed(day, at: moment),
    ]

    static let registerEvents: [RegisterEvent] = [
        .penaltyDrafted(PenaltyDraft("A", "F17", .yuan(50), about: "c"), at: moment),
        .visitEntered(visitEntry, closes: moment, late: true, at: moment),
        .visitSeenOff("v", "A", closes: moment, at: moment),
        .visitEntryLapsed("v", "A", missing: [.phone], at: moment),
        .stepMarked("v", .seeOff, at: moment), .tableReset("v", at: moment),
        .tableLeft("v", "A", at: moment), .kitChecked("A", short: ["a"], at: moment),
        .tourDeparted(tour, at: moment), .tourReturned("v", short: 1, at: moment),
        .leaderPlanned("s", visit: moment, notice: moment), .leaderAnnounced("s", at: moment),
        .stageFinished("v", .seal, at: moment),
        .callEntered(line, closes: moment, late: false, at: moment),
        .callEntryLapsed("c", "A", missing: [.needs], at: moment),
        .callbackOverdue("c", at: moment), .callbackMissed("c", at: moment),
        .textDue("c", "A", by: moment, closes: moment),
        .textSent("c", "A", late: true, at: moment), .textDeclined("c", "A", at: moment),
        .textLate("c", "A", at: moment), .textMissing("c", "A", at: moment),
        .eveningEnded(day, at: moment), .textReviewed("c", "A", passed: true, at: moment),
        .registersCollected(day, visits: 1, calls: 2, at: moment),
        .collectionReminded(day, at: moment), .confirmationReminded(day, at: moment),
        .messageLeft("s", "A", remind: moment, at: moment),
        .messageReminded("s", "A", at: moment), .messageHandled("s", "A", at: moment),
        .promised(promise, at: moment), .promiseAmended(promise, note: "n", at: moment),
        .promiseReminded("s", "A", at: moment), .promiseOverdue("s", "A", at: moment),
        .promiseAnswered("s", "A", late: true, at: moment),
        .inspected(inspection, by: "B", closes: moment, at: moment),
        .rechecked("s", stillFailing: ["a"], by: "B", at: moment),
        .recheckOverdue("s", by: "B", at: moment),
        .signed(signatures[0], by: "A", at: moment),
        .signed(signatures[1], by: "B", at: moment),
    ]

    static let callCommands: [CallCommand] = [
        .rang("c", .rings(4), by: "A"), .secondLine("c", "A"), .handLine("A", to: "B"),
        .issueOrder, .confirmOrder,
    ]

    static let registerCommands: [RegisterCommand] = [
        .proposePenalty(PenaltyDraft("A", "F17", .yuan(50), about: "c")),
        .enterVisit("v", filled: [.name]), .markStep("v", .seeOff), .resetTable("v"),
        .checkKit("A", has: [.pen], sheets: ["t": 2]), .departTour(tour),
        .returnTour("v", helmets: 4), .planLeader("s", at: moment), .finishStage("v", .seal),
        .enterCall(entry), .sendText("c", with: [.address]), .declineText("c"), .endEvening,
        .reviewText("c", passed: true), .collect(day, visits: 1, calls: 2),
        .leaveMessage("s", for: "A"), .handleMessage("s"),
        .promise("s", "A", department: "d", due: moment),
        .amendPromise("s", due: moment, note: "n"), .answerPromise("s"), .inspect(inspection),
        .recheck("s", stillFailing: ["a"]), .sign(signatures[0]),
    ]

    static let callReasons: [CallReason] = [
        .missed("A", rings: 4, limit: 3), .inTime("A", rings: 3), .gaveUp(rings: 2),
        .lineHanded("A", to: "B"), .keepsFor("A", of: "B"), .secondLine("A"),
        .issued(confirmBy: moment), .confirmed,
    ]

    static let registerReasons: [RegisterReason] = [
        .penaltyDrafted(PenaltyDraft("A", "F17", .yuan(50), about: "c")), .visitEntered("v"),
        .visitIncomplete("v", [.phone], closes: moment), .visitTooLate("v", [.phone]),
        .stepsMissing("v", [.seeOff]), .stepsComplete("v"), .tableReset("v"),
        .tableLeft("v", "A"), .kitReady("A"), .kitShort("A", ["pen"]),
        .tourCleared(people: 4, helmets: 4), .tourBack(short: 1), .leaderComing("s", at: moment),
        .stageDone(.seal), .callEntered("c"), .callIncomplete("c", [.phone], closes: moment),
        .callBlanks("c", "A", [.phone]), .enteredLate("c"), .suspect("c"), .appointment(moment),
        .overlong("A", seconds: 250, limit: 180), .callBackBy(moment), .callbackOverdue("c"),
        .callbackMissed("c"),
        .textDue("A", by: moment), .textSent("A", late: true), .textDeclined("A"),
        .textLate("c", "A"), .textMissing("c", "A"), .textList(count: 8, late: 2),
        .textReviewed("A", passed: false), .collected(day), .notCollected(day),
        .orderUnconfirmed(day), .messageLeft("A", remind: moment), .messageOpen("s", "A"),
        .messageHandled("A"), .promised("A", due: moment), .promiseSoon("s", "A", due: moment),
        .promiseOverdue("s", "A"), .promiseAnswered("A", late: false),
        .scored(.station, "A", passed: 5, counted: 6, vetoed: false),
        .recheckBefore(.station, moment), .rechecked(.station, stillFailing: ["a"]),
        .recheckOverdue(.station, "A"), .signed(signatures[0], by: "B"),
        .signed(signatures[1], by: "B"),
    ]

    static let refusals: [RegisterRefusal] = [
        .fieldsMissing(["a"]), .noSuchVisit("v"), .noSuchCall("c"), .noSuchSlip("s"),
        .slipExists("s"), .tourNotCleared([.helmets], helmetsNeeded: 4),
        .textIncomplete([.route]), .eveningNotOver, .countsDiffer(visits: 1, calls: -1),
        .notOnTheLine("A"), .inspectsSelf("A"), .factMissing(["a"]), .unknownItem("a"),
        .appointmentMissing, .notAhead(moment), .orderIssued, .orderNotIssued,
        .cannotKeepLine("A"), .alreadySigned(file, party), .noSuchPlace(file, party),
        .signsForAnother(file, SigningPlace(.manager)), .paperChanged(file),
        .paperUndecided(file),
    ]
}
