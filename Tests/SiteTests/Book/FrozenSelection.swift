@testable import HouseRules

/// One value of every shape about selection days that a journal may hold.
enum FrozenSelection {
    private static let moment = Moment(milliseconds: 1_748_827_800_000)
    private static let plan = ActivityPlan(
        "e", title: "一期", kind: .allotment,
        units: [ListedUnit("1-1201", layout: "三房", building: 1, floor: 12)], opensAt: moment,
        follows: "f")
    private static let entry = RosterEntry("p", ticket: "R***1")
    private static let fault = RosterFault(line: 7, of: 3, field: .paper)
    private static let sheet = DrawSheet(
        roster: [entry], hash: "h", commitment: "c", committedAt: moment, drawnAt: moment,
        seed: "s", publicPart: "6", order: ["p"])
    private static let gaps: [ReadinessGap] = [
        .role(.review), .material("号牌", short: 3), .paper(.route), .rehearsal(1),
    ]
    private static let preparations: [Preparation] = [
        .role(.review, "A"), .material("号牌", needed: 12, there: 9), .paper(.contingency),
        .rehearsal(signed: ["叫号": "A"]),
    ]
    private static let pick = Pick(
        person: "p", unit: "1-1201", former: "1-1301", until: moment, at: moment)
    private static let objection = Objection(
        slip: "s", person: "p", note: "顺序", at: moment, answer: nil)
    private static var figures: ActivityFigures {
        var figures = ActivityFigures()
        figures.invited = 12
        figures.came = 11
        figures.gaveUp = 1
        figures.choices = 9
        figures.choosingTime = 540_000
        figures.listed = ["三房": 10]
        figures.sold = ["三房": 9]
        figures.clashes = 2
        figures.lapsed = 1
        figures.objections = [objection]
        return figures
    }
    private static let difference = LedgerDifference(unit: "1-1201", here: .subscribed, ledger: nil)

    static let events: [SelectionEvent] =
        [
            .planned(plan, SelectionPolicy(), at: moment), .entered("e", [entry]),
            .locked("e", hash: "h", at: moment),
            .amended("e", .add(entry), hash: "h", note: "漏登", by: "m", at: moment),
            .amended("e", .remove("p"), hash: "h", note: "退出", by: "m", at: moment),
            .committed("e", Commitment(hash: "c", at: moment)), .drawn("e", sheet),
            .followed("e", [entry]), .approved("e", gaps, note: "急", at: moment),
            .called("e", ["p"], until: moment), .missed("e", "p", isOut: true, at: moment),
            .checkedIn("e", "p", chooseUntil: moment, at: moment),
            .seated("e", "p", desk: "1", until: moment, at: moment),
            .timedOut("e", "p", at: moment), .picked("e", pick),
            .ordered("e", "1-1201", reviewer: "A", until: moment, at: moment),
            .paid("e", "1-1201", at: moment),
            .liked("e", "p", "1-1201", .favourite, isOn: true), .objected("e", objection),
            .resolved("e", "s", note: "已核", by: "m", at: moment),
            .paused("e", note: "停", at: moment), .resumed("e", at: moment),
            .contracted("1-1201", at: moment),
            .bound(["9-0101"], to: "1-1201", at: moment), .closed("e", figures, at: moment),
        ]
        + preparations.map { .prepared("e", $0, at: moment) }
        + ReleaseCause.allCases.map { .released("e", "1-1201", $0, at: moment) }

    static let commands: [SelectionCommand] =
        [
            .plan(plan),
            .enter("e", [RosterRow(entry, paper: "z", phone: "d")], isTrial: true), .lock("e"),
            .amend("e", .remove("p"), note: "退出"), .commit("e", "c"),
            .draw("e", seed: "s", publicPart: "6"), .approve("e", note: "急"), .callGroup("e"),
            .checkIn("e", "p"), .seat("e", "p", desk: "1"), .pick("e", "p", "1-1201"),
            .order("e", "1-1201", reviewer: "A"), .pay("e", "1-1201"), .giveBack("e", "1-1201"),
            .object("e", "s", "p", note: "顺序"), .resolve("e", "s", note: "已核"),
            .pause("e", note: "停"), .resume("e"), .ask("1-1201"),
            .close("e", ClosingCount(clashes: 2, ledger: ["1-1201": .orderedUnpaid])),
        ]
        + preparations.map { .prepare("e", $0) }
        + HeatKind.allCases.map { .like("e", "p", "1-1201", $0, isOn: false) }
        + UnitProgress.allCases.map { .tell("1-1201", $0) }

    static let reasons: [SelectionReason] = [
        .planned(units: 1), .rowRefused(fault), .accepted(11, isTrial: true),
        .locked(hash: "h", count: 12), .amended(hash: "h"), .drawFrom(moment),
        .drawn(first: "p"), .sameOrder("f"), .missing(gaps), .ready, .letThrough(gaps),
        .called(["p"], until: moment), .toTheEnd("p"), .out("p"), .present("p"),
        .mayChoose(until: moment), .timedOut("p"), .taken("1-1201", until: moment),
        .exchanged("1-1301", for: "1-1201"), .alreadyYours("1-1201"), .rehearsed("1-1201"),
        .ordered("1-1201", until: nil), .paid("1-1201"), .released("1-1201", .unpaid),
        .released("1-1201", .boundCancelled), .liked("1-1201", isOn: true), .objected("s"),
        .resolved("s"), .paused, .resumed(later: 600_000), .notBound("1-1201"),
        .contracted("1-1201"), .bound(["9-0101"], to: "1-1201"), .closed(figures),
    ]

    static let refusals: [SelectionRefusal] = [
        .unknownActivity("e"), .numberTaken("e"), .unitListed("1-1201", by: "e"),
        .unitNotListed("1-1201"), .rosterLocked, .rosterOpen, .noteMissing, .notOnRoster("p"),
        .commitmentMissing, .commitmentTooLate(from: moment), .seedMismatch, .seedIncomplete,
        .alreadyDrawn, .notDrawn, .nobodyLeft, .notReady(gaps), .approverRequired,
        .wrongStage("p", .present), .officerRequired,
        .unitTaken("1-1201", since: moment, nearest: ["1-1101"]), .alreadyHolds("1-1201"),
        .notHeld("1-1201"), .changeClosed("1-1201"), .reviewerNotAuthorized("C"),
        .notOpen(seconds: 1), .rehearsalOver, .tooManyFavourites(10),
        .prerequisiteNotMet(.subscribed), .paused(since: moment), .notPaused,
        .unknownObjection("s"), .objectionsOpen(1), .unpaidLeft(1),
        .notReconciled([difference]),
    ]
}
