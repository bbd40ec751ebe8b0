import HouseRules
import Testing

@testable import Site

@Suite struct `Sentences of a reception` {
    struct Told: Sendable, CustomTestStringConvertible {
        let reason: ReceptionReason
        let sentence: String

        init(_ reason: ReceptionReason, _ sentence: String) {
            (self.reason, self.sentence) = (reason, sentence)
        }

        var testDescription: String { sentence }
    }

    static let friday = monday.adding(days: -3)

    static let classes = [
        Told(
            .classified(.newFirst, TurnRow(.currentTurn, .counted)), "首访：由当轮接，计轮。"),
        Told(
            .classified(.referral, TurnRow(.named, .advance)),
            "老带新：由指名的顾问接，预支一轮。"),
        Told(
            .classified(.peer, TurnRow(.lastInQueue, .notCounted)),
            "同行市调：由末位接，不计轮。"),
        Told(.namedPresent("A"), "客户要找的安然正在候位，由安然接。"),
        Told(
            .standsIn("B", insteadOf: "A", .awayMeal),
            "安然就餐，由白榆代接；客户仍是安然的，代接不计轮。"),
        Told(.lastOnStand("D"), "这类来访由候位的末位接，此刻末位是丁一。"),
        Told(.currentTurnUncounted("A"), "安然是当轮，由他接；这次不计轮，还是下一位。"),
        Told(.advanceAtPointer("A"), "正好轮到安然，直接用掉这一轮，不另记预支。"),
        Told(.takesAdvance("A", open: 2), "安然预支自己的下一轮，现在共预支 2 轮，轮到时越过。"),
    ]

    static let turns = [
        Told(.passed("A", .forfeited, .awayPersonal), "轮到安然，因私不在：这一轮轮空，不补。"),
        Told(.passed("A", .makeupGranted, .official), "轮到安然，在公干：记一个补轮，回来先补。"),
        Told(.passed("A", .advanceSpent, .advance), "轮到安然，有预支：抵掉一次预支，越过。"),
        Told(.passed("A", .notCounted, .selfWaived), "轮到安然，自己放弃：不计轮。"),
        Told(.pointerAt("A"), "轮到安然，正在候位，由他接。"),
        Told(
            .owedTurn("A", since: friday, returned: false),
            "安然有一个补轮（5月30日 周五记下），先补，由他接。"),
        Told(
            .owedTurn("A", since: friday, returned: true),
            "安然有一轮是退还的（5月30日 周五），排在最前，由他接。"),
        Told(
            .fewestTicks("A", ticks: 0), "候位的人里安然的 ∨ 最少（0 个）、次序在前，由他接。"),
        Told(.absentTick("A", ticks: 3), "按次序本该安然，因私不在：补记一个 ∨，现在 3 个。"),
        Told(.nextInLine(["B", "C", "D"]), "后面依次是白榆、岑山、丁一。"),
        Told(.nextInLine(["B"]), "后面依次是白榆。"),
    ]

    static let covers = [
        Told(.draftUnconfirmed, "今天的轮次表还没确认，先由管理人员接待；出表人一确认就派。"),
        Told(.nobodyOnStand, "此刻没有人候位，由管理人员先接。"),
        Told(.lockedFor("A"), "沿次序第一个正在接待的是安然，这一组等他接完交给他。"),
        Told(.firstToReturn, "谁先回到候位，就交给谁。"),
        Told(
            .recalled("A", until: mondayAt(10, 1)),
            "轮到安然，他没有派单就离开了：先催回，等到 10:01。"),
        Told(.handedOver("A"), "安然接完了，经理把等着的这一组交给他，计轮。"),
    ]

    static let sheets = [
        Told(.nobodyOnDuty, "当天没有人在岗，不出表；来客由管理人员先接。"),
        Told(.sheetHead("A", dueAtClose: nil), "第一次出表，按上岗先后从安然排起。"),
        Told(
            .sheetHead("A", dueAtClose: "A"), "上次收工时轮到安然还没接到客户，今天从安然排起。"),
        Told(
            .sheetHead("B", dueAtClose: "A"),
            "上次收工时轮到安然，安然今天不在岗，往下从白榆排起。"),
        Told(.carriedOver("A"), "安然上一个出勤日欠着的一轮带到今天，排在首位之前。"),
        Told(.owedExpired("A"), "安然欠着的一轮没有兑现，到期作废。"),
        Told(.closedByItself(friday), "5月30日 周五没有人点收工，按当天末态自动收工。"),
        Told(
            .joinsLate("A", before: "B"), "安然来得晚，排到白榆前面一位，也就是此刻的最后。"),
        Told(.joinsLate("A", before: nil), "安然来得晚，排在当日次序最后。"),
    ]

    static let presences = [
        Told(.ticked("A", ticks: 1), "来访已登记，给安然记 ∨，现在 1 个。"),
        Told(.caughtUp("A", ticks: 4), "安然离开太久，∨ 补到 4 个，免得连接几组。"),
        Told(.returnsToPosition("A", ticks: 2), "安然办完事回来，∨ 还是 2 个，排回原位。"),
        Told(
            .waived("A", ticks: 2, advances: 0, back: mondayAt(14, 30)),
            "安然弃站，记 2 个 ∨；最早 14:30 回站。"),
        Told(
            .waived("A", ticks: 0, advances: 1, back: mondayAt(14, 30, 5)),
            "安然弃站，折成预支 1 轮；最早 14:30:05 回站。"),
        Told(
            .owedCleared("A", makeups: 1, advances: 2),
            "安然请假或停接，手里的补轮 1 个、预支 2 个一并清掉。"),
        Told(
            .outsideStationHours(TimeOfDay(9, 0), TimeOfDay(18, 0)),
            "站位时段是 09:00 到 18:00，此刻不记站位。"),
        Told(.slot("A", 2), "安然站第 2 接待位。"),
        Told(.calledToFront(["A", "B"]), "请安然、白榆到前台候位。"),
        Told(
            .frontShort(seconds: 60, onStand: 1, able: 4),
            "能候位的有 4 人，前台只有 1 人，已经 60 秒，请值班人员叫人。"),
        Told(
            .approvedAbsence("A", .meal, until: mondayAt(13, 0)),
            "安然就餐离台，到 13:00 为止，其间轮到的照规矩补。"),
        Told(.approvedAbsence("A", .official, until: nil), "安然公干离台，其间轮到的照规矩补。"),
        Told(.personalAbsence("A"), "安然因私离台，其间轮到的作废，不补。"),
        Told(.adjusted("A", .makeupGranted, note: "公司安排"), "管理人员给安然记补轮：公司安排。"),
        Told(.adjusted("A", .returned, note: ""), "管理人员给安然退还一轮。"),
        Told(.recorded("A"), "已记下安然。"),
        Told(.recorded(nil), "已记下。"),
    ]

    static let all = classes + turns + covers + sheets + presences

    @Test(arguments: all) func `are these`(told: Told) {
        #expect(told.reason.sentence(names: houseName) == told.sentence)
        #expect(Reason.reception(told.reason).sentence(names: houseName) == told.sentence)
    }

    @Test func `there is one for every kind of reason`() {
        let kinds = Set(Self.all.map { Reason.reception($0.reason).name })
        #expect(kinds.count == 38)
        #expect(!kinds.contains { $0.contains("(") })
    }

    @Test func `every sentence ends, and holds no ASCII comma or colon of its own`() {
        for told in Self.all {
            let text = told.reason.sentence(names: houseName)
            #expect(text.hasSuffix("。"))
            #expect(!text.contains(/\p{Han}[,;:]|[,;:]\p{Han}/), "\(text)")
        }
    }

    @Test(arguments: PassReason.allCases)
    func `a passed turn says why, whatever the reason`(why: PassReason) {
        let text = ReceptionReason.passed("A", .forfeited, why).sentence(names: houseName)
        #expect(text == "轮到安然，\(why.label)：这一轮轮空，不补。")
    }

    @Test(arguments: Presence.allCases)
    func `whoever stands in is told with where the other is`(presence: Presence) {
        let text = ReceptionReason.standsIn("B", insteadOf: "A", presence)
            .sentence(names: houseName)
        #expect(text.hasPrefix("安然\(presence.label)，由白榆代接"))
    }
}
