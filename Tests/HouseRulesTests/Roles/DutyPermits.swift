@testable import HouseRules

let dutyPermits: [Permitted] = [
    Permitted("declare a visit void", .visits(.void("甲", note: "登记了两次")), movers) {
        $0.arrival("甲")
    },
    Permitted("hand the front on", .duty(.handFront("A", to: "B")), movers),
    Permitted(
        "leave the front", .duty(.leaveFront("A", .personal, told: nil, until: nil)), movers),
    Permitted(
        "report somebody absent", .duty(.reportAbsent("A")), floor),
    Permitted("answer", .duty(.answer("甲", "A")), movers) {
        $0.policy.duty.answerRequired = true
        $0.arrival("甲")
    },
    Permitted("refuse a group", .duty(.refuse("甲", "A", note: "n")), movers) {
        $0.arrival("甲")
    },
    Permitted("leave a reception", .duty(.leaveReception("甲", .personal)), movers) {
        $0.arrival("甲")
    },
    Permitted(
        "set rest days", .duty(.setRestDays("A", [House.monday.adding(days: 1)])),
        management.union([.dutyOfficer, .clericalStaff])),
    Permitted(
        "suspend", .duty(.suspend("A", .evasion, incident: "i", facts: "f")), management),
    Permitted("dispute a turn", .duty(.fileDispute("d", "A", visit: "甲", note: "n")), movers) {
        loseTurn(&$0)
    },
    Permitted("rule on a dispute", .duty(.ruleDispute("d", .makeup, note: "n")), management) {
        loseTurn(&$0)
        $0.must(.duty(.fileDispute("d", "A", visit: "甲", note: "n")))
    },
    Permitted("call back", .duty(.callBack("A")), management),
    Permitted(
        "prove a tour",
        .duty(.proveTour("甲", TourOrder(assigner: "p", group: "g", size: 2))), movers
    ) {
        $0.arrival("甲", .tourGroup)
    },
]

/// A goes away and misses the turn for 甲.
private func loseTurn(_ house: inout House) {
    house.away("A", .personal)
    house.arrival("甲")
}
