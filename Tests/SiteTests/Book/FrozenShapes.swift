@testable import HouseRules

/// One value of every shape a journal may hold. The switches make the compiler ask for a new one
/// whenever a case is added; the stored texts in `Fixtures` keep the old ones readable for good.
enum FrozenShapes {
    private static let moment = Moment(milliseconds: 1_748_827_800_000)
    private static let day = BusinessDay(number: 20_241)

    static let events: [SiteEvent] =
        receptionEvents.map { .reception($0) }
        + [
            .presence(.moved("A", to: .awayMeal, at: moment, until: moment)),
            .presence(.slotTaken("A", 1)),
        ] + callEvents.map { .calls($0) } + RegisterShapes.events

    private static let receptionEvents: [ReceptionEvent] = [
        .memberEnrolled("A", at: moment), .memberReleased("A"), .sheetPublished(sheet),
        .sheetConfirmed(day), .sheetJoined("A", before: "B", ticks: 1),
        .dayClosed(day, head: "A", automatic: true), .visitRegistered(visit),
        .turnPassed("A", visit: "v", effect: .forfeited, why: .awayPersonal),
        .pointerMoved(after: "A"), .visitAssigned(assignment),
        .visitReassigned(
            ReassignmentFact(
                visit: "v", visitClass: .referral, named: "B", staff: "A", onBehalfOf: "B",
                effect: .notCounted, missed: .makeup, at: moment)),
        .coverTaken("v", lockedFor: "A", recallUntil: moment),
        .visitLogged("v", "A", ticks: 1, at: moment), .receptionFinished("v", "A", at: moment),
        .ticksSet("A", to: 2), .advanceTaken("A", count: 1),
        .owedCleared("A", makeups: 1, advances: 1),
        .turnAdjusted("A", effect: .returned, note: "误派"), .standbyCalled(["A"]),
        .standbyShort(since: moment), .standbyAlerted(at: moment),
        .visitVoided(
            VoidFact(
                visit: "v", staff: "A", person: "p",
                struck: [LostTurn(staff: "B", visit: "v", why: .busyWithTurn, day: day)],
                logged: true, note: "同一组登记了两次", by: "desk", at: moment)),
    ]

    private static let callEvents: [CallEvent] = [
        .sheetPublished(day, ["B", "A"]), .joined("A"),
        .turnPassed("A", call: "c", effect: .forfeited, why: .onTheLine),
        .answered("c", "A", way: .turn, at: moment),
        .callbackOpened("c", wanted: "A", at: moment), .ended("c", "A", at: moment),
    ]

    private static var sheet: SheetFact {
        var carried = Makeup("B", day: day)
        carried.carriedTo = day
        return SheetFact(
            day: day, mechanism: .ring, order: ["A", "B"], kept: [carried],
            expired: [Makeup("A", day: day, returned: true)],
            clearedAdvances: [AdvanceFact(staff: "A", count: 2)])
    }

    private static let visit = OpenVisit(
        visit: "v", visitClass: .referral, arrivedAt: moment, person: "p", named: "A", number: 1,
        receptionist: nil, lockedFor: nil, recallUntil: nil, effect: nil)
    private static let assignment = AssignmentFact(
        visit: "v", staff: "A", onBehalfOf: "B", effect: .notCounted, way: .assist,
        missed: .makeup, at: moment)

    static let commands: [Command] =
        [
            .roster(.enroll("A")), .roster(.release("A")),
            .roster(.adjust("A", .makeupGranted, note: "补")), .sheet(.publish), .sheet(.confirm),
            .sheet(.close), .presence(.clockIn("A")),
            .presence(.leave("A", .official, until: moment)), .presence(.comeBack("A")),
            .presence(.waive("A")), .presence(.goOff("A", .rest)), .presence(.takeSlot("A", 1)),
            .visits(
                .register(Arrival("v", .callNamed, arrivedAt: moment, named: "A", person: "p"))),
            .visits(.take("v", "A")), .visits(.log("v")), .visits(.finish("v", logged: true)),
            .visits(.void("v", note: "同一组登记了两次")),
            .calls(.arrive("c", wanted: "A")), .calls(.noteCallback("c")),
            .calls(.answer("c", "A")),
            .calls(.end("c")), .settleDue,
        ] + RegisterShapes.commands

    static let outcomes: [Outcome] = [
        .receptionist("A", .counted), .cover(lockedFor: "A"), .answerer("A"), .callback("A"),
        .sheet(["A", "B"]), .done,
    ]

    static let reasons: [Reason] =
        receptionReasons.map { .reception($0) } + callReasons.map { .calls($0) }
        + refusals.map { .refused($0) } + RegisterShapes.reasons

    private static let receptionReasons: [ReceptionReason] = [
        .classified(.referral, TurnRow(.named, .advance)),
        .passed("A", .forfeited, .awayPersonal), .pointerAt("A"),
        .owedTurn("A", since: day, returned: true), .fewestTicks("A", ticks: 1),
        .absentTick("A", ticks: 1), .nextInLine(["A"]), .namedPresent("A"),
        .standsIn("A", insteadOf: "B", .awayOfficial), .lastOnStand("A"),
        .currentTurnUncounted("A"), .advanceAtPointer("A"), .takesAdvance("A", open: 1),
        .nobodyOnStand, .lockedFor("A"), .firstToReturn, .recalled("A", until: moment),
        .handedOver("A"), .nobodyOnDuty, .sheetHead("A", dueAtClose: "B"), .carriedOver("A"),
        .owedExpired("A"), .closedByItself(day), .joinsLate("A", before: "B"),
        .ticked("A", ticks: 1), .caughtUp("A", ticks: 1), .returnsToPosition("A", ticks: 1),
        .waived("A", ticks: 2, advances: 0, back: moment),
        .owedCleared("A", makeups: 1, advances: 1),
        .outsideStationHours(TimeOfDay(9, 0), TimeOfDay(18, 0)), .slot("A", 1),
        .calledToFront(["A"]), .frontShort(seconds: 60, onStand: 1, able: 2),
        .approvedAbsence("A", .meal, until: moment), .personalAbsence("A"),
        .adjusted("A", .returned, note: "误派"), .recorded("A"), .draftUnconfirmed,
        .visitVoided("A"), .lossStruck("B", .busyWithTurn),
    ]

    private static let callReasons: [CallReason] = [
        .order(.reverse, ["A"]), .pointerAt("A"),
        .keepsLine("A", from: TimeOfDay(9, 0), to: TimeOfDay(10, 0)),
        .passed("A", .forfeited, .onTheLine), .owedCall("A"), .asked("A", counts: true),
        .askedUnavailable("A", .offDuty), .nobodyFree, .notAConsultant, .belongsTo("A"),
        .ended("A"),
    ]

    private static let refusals: [Refusal] =
        [
            .slotOccupied(slot: 1, by: "A"), .notOnSheet("A"), .notYourTurn(due: "A"),
            .visitLogMissing("v"), .waiverMinTime(earliest: moment), .waiverNotInUse,
            .managerCoverNotAllowed("A"), .officialOrderRequired,
            .outsideMealWindow(from: TimeOfDay(12, 0), to: TimeOfDay(13, 0)), .consultantsOnly,
            .namedConsultantMissing(.callNamed), .classNotInTable(.peer), .unknownStaff("A"),
            .alreadyEnrolled("A"), .unknownVisit("v"), .unknownCall("c"), .alreadyRegistered,
            .inTheFuture(moment), .tooOld(moment), .offDuty("A"), .busy("A"),
            .wrongPresence("A", .waived), .dayNotOpen, .sheetExists, .notPermitted(.consultant),
        ] + voids.map { .void($0) }

    private static let voids: [VoidRefusal] = [
        .reasonMissing, .alreadyVoid, .otherDay(day), .bound(.merged(into: "w")),
        .bound(.split("w")), .bound(.slip("A")), .bound(.left("A")), .bound(.unproven("A")),
        .laterVisit("w", at: moment), .onSiteTour, .unitHeld("u"), .ordered("o"), .paid(7),
        .dealt("d"), .movedOn(to: "B"),
    ]
}
