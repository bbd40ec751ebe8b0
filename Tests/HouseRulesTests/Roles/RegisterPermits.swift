@testable import HouseRules

private let inspectors = movers.union([.clericalStaff])
private let tour = TourSheet(
    "甲", approval: "r", approvedAt: House.monday.at(TimeOfDay(9, 0)), customers: 1, escorts: 1,
    helmets: 2)
private let inspection = Inspection(
    "单", .station, of: "A", [ItemResult("posture", .fail, fact: "f")])

let registerPermits: [Permitted] = [
    Permitted(
        "propose a penalty",
        .registers(.proposePenalty(PenaltyDraft("A", "F17", .yuan(50), about: "甲"))),
        management.union([.clock])),
    Permitted("enter a visit", .registers(.enterVisit("甲", filled: [.name])), movers) {
        $0.arrival("甲")
    },
    Permitted("tick a step", .registers(.markStep("甲", .greet)), floor) { $0.arrival("甲") },
    Permitted("put a table in order", .registers(.resetTable("甲")), floor) {
        $0.arrival("甲")
        $0.finish("甲")
    },
    Permitted(
        "check the kit", .registers(.checkKit("A", has: KitItem.allCases, sheets: [:])), movers),
    Permitted("leave for the building site", .registers(.departTour(tour)), floor),
    Permitted("come back from the building site", .registers(.returnTour("甲", helmets: 2)), floor) {
        $0.must(.registers(.departTour(tour)))
    },
    Permitted(
        "plan a visit of leaders",
        .registers(.planLeader("单", at: House.monday.at(TimeOfDay(14, 0)))), inspectors),
    Permitted("finish a stage", .registers(.finishStage("甲", .seal)), floor),
    Permitted("enter a call", .registers(.enterCall(CallEntry("一"))), movers) {
        $0.finishedCall("一")
    },
    Permitted("send a text", .registers(.sendText("一", with: TextElement.allCases)), movers) {
        $0.finishedCall("一")
    },
    Permitted("decline a text", .registers(.declineText("一")), movers) { $0.finishedCall("一") },
    Permitted("end the evening", .registers(.endEvening), management.union([.dutyOfficer])),
    Permitted("go through a text", .registers(.reviewText("一", passed: true)), management) {
        $0.finishedCall("一")
        $0.must(.registers(.sendText("一", with: TextElement.allCases)))
        $0.must(.registers(.endEvening), as: .dutyOfficer)
    },
    Permitted(
        "collect the registers", .registers(.collect(House.monday, visits: 0, calls: 0)),
        management.union([.clericalStaff])),
    Permitted("leave a message", .registers(.leaveMessage("单", for: "A")), floor),
    Permitted("deal with a message", .registers(.handleMessage("单")), floor) {
        $0.must(.registers(.leaveMessage("单", for: "A")))
    },
    Permitted("promise", .registers(.promise("单", "A", department: "d", due: nil)), floor),
    Permitted(
        "change a promise",
        .registers(.amendPromise("单", due: House.monday.at(TimeOfDay(16, 0)), note: "n")), floor
    ) { promise(&$0) },
    Permitted("keep a promise", .registers(.answerPromise("单")), floor) { promise(&$0) },
    Permitted("inspect", .registers(.inspect(inspection)), inspectors),
    Permitted("look again", .registers(.recheck("单", stillFailing: [])), inspectors) {
        $0.must(.registers(.inspect(inspection)))
    },
]

private func promise(_ house: inout House) {
    house.must(.registers(.promise("单", "A", department: "d", due: nil)))
}
