import HouseRules
import Testing

/// Every refusal with its code and clause.
let allRefusals: [(refusal: Refusal, code: String, clause: Int)] = [
    (.slotOccupied(slot: 1, by: "A"), "SLOT_OCCUPIED", 2),
    (.notOnSheet("A"), "NOT_ON_SHEET", 2),
    (.notYourTurn(due: "A"), "NOT_YOUR_TURN", 3),
    (.visitLogMissing("甲"), "VISIT_LOG_MISSING", 4),
    (.waiverMinTime(earliest: House.monday.start), "WAIVER_MIN_TIME", 8),
    (.waiverNotInUse, "WAIVER_NOT_IN_USE", 8),
    (.managerCoverNotAllowed("A"), "MANAGER_COVER_NOT_ALLOWED", 13),
    (.officialOrderRequired, "OFFICIAL_ORDER_REQUIRED", 6),
    (.outsideMealWindow(from: TimeOfDay(12, 0), to: TimeOfDay(13, 0)), "OUTSIDE_MEAL_WINDOW", 6),
    (.consultantsOnly, "CONSULTANTS_ONLY", 56),
    (.namedConsultantMissing(.owner), "NAMED_CONSULTANT_MISSING", 18),
    (.classNotInTable(.owner), "CLASS_NOT_IN_TABLE", 18),
    (.unknownStaff("A"), "UNKNOWN_STAFF", 1),
    (.alreadyEnrolled("A"), "ALREADY_ENROLLED", 1),
    (.unknownVisit("甲"), "UNKNOWN_VISIT", 15),
    (.unknownCall("一"), "UNKNOWN_CALL", 56),
    (.alreadyRegistered, "ALREADY_REGISTERED", 15),
    (.inTheFuture(House.monday.start), "IN_THE_FUTURE", 15),
    (.tooOld(House.monday.start), "TOO_OLD", 15),
    (.offDuty("A"), "OFF_DUTY", 3),
    (.busy("A"), "BUSY", 3),
    (.wrongPresence("A", .waived), "WRONG_PRESENCE", 3),
    (.dayNotOpen, "DAY_NOT_OPEN", 1),
    (.sheetExists, "SHEET_EXISTS", 1),
    (.notPermitted(.auditor), "NOT_PERMITTED", 15),
]

@Suite struct `A refusal` {
    @Test(arguments: allRefusals.indices)
    func `has its code and its clause, and survives coding`(index: Int) throws {
        let (refusal, code, clause) = allRefusals[index]
        #expect(refusal.code == code)
        #expect(refusal.clause == .rec(clause))
        #expect(Reason.refused(refusal).clause == .rec(clause))
        #expect(try throughJSON(refusal) == refusal)
    }

    @Test func `has a code of its own`() {
        #expect(Set(allRefusals.map(\.code)).count == allRefusals.count)
    }

    @Test func `is a decision without an answer`() {
        var house = House(["A"])
        let ruling = house.ask(.presence(.comeBack("X")))
        #expect(ruling.answer == nil)
        #expect(ruling.reasons == [.refused(.unknownStaff("X"))])
        #expect(ruling.events.isEmpty)
        #expect(house.ask(.settleDue).refusal == nil)
    }

    @Test func `leaves the state as it was`() {
        let house = House(["A", "B"])
        var state = house.state
        let wishes: [Command] = [
            .roster(.enroll("A")), .roster(.release("X")), .sheet(.publish),
            .presence(.clockIn("A")), .presence(.waive("A")), .presence(.comeBack("A")),
            .visits(.register(Arrival("甲", .owner))), .visits(.log("甲")),
            .visits(.finish("甲", logged: true)), .visits(.take("甲", "A")),
            .calls(.end("一")), .calls(.answer("一", "A")), .calls(.arrive("一", wanted: "X")),
        ]
        for wish in wishes {
            let ruling = state.rule(
                on: wish, by: Actor("x", .salesManager), under: house.policy, at: house.now)
            #expect(ruling.refusal != nil, "\(wish)")
            #expect(state == house.state, "\(wish)")
        }
    }
}
