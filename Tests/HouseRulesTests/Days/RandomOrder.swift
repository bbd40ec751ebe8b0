import HouseRules

/// What people ask of the order on the floor.
extension RandomDays {
    mutating func order() -> DutyCommand {
        switch random.below(15) {
        case 0: .handFront(anybody(.onStand), to: anybody(.onStand))
        case 1:
            .leaveFront(
                anybody(.onStand, .receivingTurn), random.pick(LeaveKind.allCases),
                told: random.pick([nil, .nextInLine]), until: nil)
        case 2: .reportAbsent(anybody(.onStand))
        case 3..<6: answer()
        case 6: .refuse(receiving(), anybody(.receivingTurn, .receivingExisting), note: "n")
        case 7: .leaveReception(receiving(), random.pick(MidLeave.allCases))
        case 8:
            .setRestDays(anybody(), [now.day, now.day.adding(days: random.within(1...3))])
        case 9:
            .suspend(
                anybody(), random.pick(Misconduct.allCases),
                incident: "i\(random.below(6))", facts: "n")
        case 10: file()
        case 11:
            .ruleDispute(
                state.duty.disputes.keys.sorted().first ?? "d0",
                random.pick(DisputeRuling.allCases), note: "n")
        case 12: .callBack(anybody(.awayMeal))
        case 13:
            .orderErrand(
                anybody(.onStand, .awayMeal), until: now.adding(seconds: random.within(0...3600)),
                note: "n")
        default:
            .proveTour(
                state.duty.tours.keys.sorted().first ?? "v1",
                TourOrder(assigner: "p", group: "g", size: 9))
        }
    }

    private mutating func answer() -> DutyCommand {
        let awaited = state.duty.awaited.keys.sorted()
        guard !awaited.isEmpty else { return .answer("v1", anybody()) }
        let visit = random.pick(awaited)
        let staff = random.chance(80) ? state.duty.awaited[visit]?.staff : nil
        return .answer(visit, staff ?? anybody())
    }

    private mutating func file() -> DutyCommand {
        disputes += 1
        guard let turn = state.duty.lost.first else {
            return .fileDispute("d\(disputes)", anybody(), visit: "v1", note: "n")
        }
        return .fileDispute("d\(disputes)", turn.staff, visit: turn.visit, note: "n")
    }
}
