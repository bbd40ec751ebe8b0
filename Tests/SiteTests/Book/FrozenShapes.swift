import HouseRules

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
        ] + callEvents.map { .calls($0) }

    private static let receptionEvents: [ReceptionEvent] = [
        .memberEnrolled("A", at: moment), .memberReleased("A"), .sheetPublished(sheet),
        .sheetConfirmed(day), .sheetJoined("A", before: "B", ticks: 1),
        .dayClosed(day, head: "A", automatic: true), .visitRegistered(visit),
        .turnPassed("A", visit: "v", effect: .forfeited, why: .awayPersonal),
        .pointerMoved(after: "A"), .visitAssigned(assignment),
        .coverTaken("v", lockedFor: "A", recallUntil: moment),
        .visitLogged("v", "A", ticks: 1, at: moment), .receptionFinished("v", "A", at: moment),
        .ticksSet("A", to: 2), .advanceTaken("A", count: 1),
        .owedCleared("A", makeups: 1, advances: 1),
        .turnAdjusted("A", effect: .returned, note: "误派"), .standbyCalled(["A"]),
        .standbyShort(since: moment), .standbyAlerted(at: moment),
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

    private static let visit = JournalVisit.open
    private static let assignment = AssignmentFact(
        visit: "v", staff: "A", onBehalfOf: "B", effect: .notCounted, way: .assist,
        missed: .makeup, at: moment)

    static let commands: [Command] = [
        .roster(.enroll("A")), .roster(.release("A")),
        .roster(.adjust("A", .makeupGranted, note: "补")), .sheet(.publish), .sheet(.confirm),
        .sheet(.close), .presence(.clockIn("A")),
        .presence(.leave("A", .official, until: moment)), .presence(.comeBack("A")),
        .presence(.waive("A")), .presence(.goOff("A", .rest)), .presence(.takeSlot("A", 1)),
        .visits(
            .register(Arrival("v", .callNamed, arrivedAt: moment, named: "A", person: "p"))),
        .visits(.take("v", "A")), .visits(.log("v")), .visits(.finish("v", logged: true)),
        .calls(.arrive("c", wanted: "A")), .calls(.noteCallback("c")), .calls(.answer("c", "A")),
        .calls(.end("c")), .settleDue,
    ]

    static let outcomes: [Outcome] = [
        .receptionist("A", .counted), .cover(lockedFor: "A"), .answerer("A"), .callback("A"),
        .sheet(["A", "B"]), .done,
    ]
}
