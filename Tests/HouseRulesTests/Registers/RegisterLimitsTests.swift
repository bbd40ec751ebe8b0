import Testing

@testable import HouseRules

/// Both sides of every deadline of the registers, to the second.
@Suite struct `The last second` {
    private func at(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Moment {
        House.monday.at(TimeOfDay(hour, minute, second))
    }

    private func reasons(_ house: inout House, at moment: Moment) -> [RegisterReason] {
        house.now = moment
        house.must(.settleDue, as: .clock)
        return house.aboutRegisters
    }

    /// A first call that ended at a moment of the day.
    private func firstCall(_ minutes: Int?, endedAt end: Moment) -> House {
        var house = House(["A"])
        house.policy.registers.textMinutes = minutes
        house.now = end.adding(seconds: -60)
        house.must(.calls(.arrive("一", wanted: nil)))
        house.must(.registers(.enterCall(CallEntry("一", filled: [.name], isFirst: true))))
        house.now = end
        house.must(.calls(.end("一")))
        return house
    }

    @Test(arguments: [(300, TextStatus.sent), (301, .late)])
    func `of a text is five minutes after the call`(seconds: Int, status: TextStatus) {
        var house = firstCall(5, endedAt: at(10, 0))
        house.now = at(10, 0).adding(seconds: seconds)
        house.must(.registers(.sendText("一", with: TextElement.allCases)))
        #expect(house.state.registers.texts["一"]?.status == status)
    }

    @Test(arguments: [(299, TextStatus.sent), (300, .sent), (301, .missing)])
    func `of a text may lie after midnight`(seconds: Int, status: TextStatus) {
        var house = firstCall(5, endedAt: at(23, 58))
        #expect(
            reasons(&house, at: House.monday.adding(days: 1).start).contains(
                .textMissing("一", "A")) == false)
        house.now = at(23, 58).adding(seconds: seconds)
        house.must(.registers(.sendText("一", with: TextElement.allCases)))
        #expect(house.state.registers.texts["一"]?.status == status)
        #expect(house.state.registers.texts["一"]?.day == House.monday)
    }

    @Test func `of a text that may take all day is the last of the day`() {
        var house = firstCall(nil, endedAt: at(23, 58))
        #expect(reasons(&house, at: at(23, 59, 59)).isEmpty)
        let midnight = House.monday.adding(days: 1).start
        #expect(reasons(&house, at: midnight).contains(.textMissing("一", "A")))
    }

    @Test(arguments: [(59, 59, false), (60, 0, true)])
    func `before a reminder of a promise is an hour ahead`(
        minutes: Int, seconds: Int, reminded: Bool
    ) {
        var house = House(["A"])
        house.now = at(10, 0)
        house.must(.registers(.promise("单", "A", department: "d", due: at(12, 0))))
        let found = reasons(&house, at: at(10, 0).adding(seconds: minutes * 60 + seconds))
        #expect(found == (reminded ? [.promiseSoon("单", "A", due: at(12, 0))] : []))
    }

    @Test func `of a promise is still in time, and the next is not`() {
        var house = House(["A"])
        house.now = at(10, 0)
        house.must(.registers(.promise("单", "A", department: "d", due: at(12, 0))))
        var late = house
        house.now = at(12, 0)
        house.must(.registers(.answerPromise("单")))
        #expect(house.aboutRegisters.contains(.promiseAnswered("A", late: false)))
        late.now = at(12, 0, 1)
        late.must(.registers(.answerPromise("单")))
        #expect(late.aboutRegisters.contains(.promiseOverdue("单", "A")))
        #expect(late.aboutRegisters.contains(.promiseAnswered("A", late: true)))
        #expect(late.state.registers.promises.isEmpty)
    }

    @Test func `of a message is an hour later and reminds once`() {
        var house = House(["A", "B"])
        house.now = at(10, 0)
        house.must(.registers(.leaveMessage("单", for: "B")))
        #expect(reasons(&house, at: at(10, 59, 59)).isEmpty)
        #expect(reasons(&house, at: at(11, 0)) == [.messageOpen("单", "B")])
        #expect(reasons(&house, at: at(11, 0, 1)).isEmpty)
        #expect(house.state.registers.messages["单"] == "B")
    }

    @Test func `of a table is five minutes after the group left`() {
        var house = House(["A"])
        house.arrival("甲")
        house.finish("甲", at: TimeOfDay(10, 0))
        #expect(reasons(&house, at: at(10, 5)).isEmpty)
        var inTime = house
        inTime.must(.registers(.resetTable("甲")))
        #expect(inTime.state.registers.tables.isEmpty)
        #expect(reasons(&house, at: at(10, 5, 1)) == [.tableLeft("甲", "A")])
        #expect(house.state.registers.tablesLeft == ["甲"])
    }

    @Test func `of a call-back is thirty minutes`() {
        var house = House(["A"])
        house.now = at(10, 0)
        house.must(.calls(.noteCallback("一")))
        #expect(reasons(&house, at: at(10, 30)).isEmpty)
        #expect(reasons(&house, at: at(10, 30, 1)) == [.callbackOverdue("一")])
        house.must(.calls(.answer("一", "A")))
        #expect(house.state.registers.callbacksOverdue.isEmpty)
    }

    @Test func `before an uncollected day is told of is the next morning's`() {
        var house = House(["A"])
        house.arrival("甲")
        house.finish("甲")
        house.must(.registers(.resetTable("甲")))
        let morning = House.monday.adding(days: 1).at(TimeOfDay(9, 0))
        #expect(reasons(&house, at: morning.adding(seconds: -1)).isEmpty)
        #expect(reasons(&house, at: morning) == [.notCollected(House.monday)])
    }

    @Test(arguments: [(false, 2), (true, 1)])
    func `of an entry costs each blank, but a number refused is none`(
        refused: Bool, drafts: Int
    ) {
        var house = House(["A"])
        house.finishedCall("一")
        let filled = CallColumn.allCases.filter { $0 != .phone && $0 != .sourceChannel }
        house.must(
            .registers(.enterCall(CallEntry("一", filled: filled, numberRefused: refused))))
        #expect(reasons(&house, at: at(23, 59, 59)).isEmpty)
        let midnight = House.monday.adding(days: 1).start
        let found = reasons(&house, at: midnight)
        #expect(found.count { if case .penaltyDrafted = $0 { true } else { false } } == drafts)
        #expect(house.penalties == drafts)
    }

    @Test func `of a visit's entry is the day's, or that of the see-off after midnight`() {
        var house = House(["A"])
        house.arrival("甲", at: TimeOfDay(23, 40))
        house.now = House.monday.adding(days: 1).at(TimeOfDay(0, 20))
        house.must(.visits(.finish("甲", logged: false)))
        let next = House.monday.adding(days: 2).start
        #expect(!reasons(&house, at: next.adding(seconds: -1)).contains { isTooLate($0) })
        #expect(reasons(&house, at: next).contains { isTooLate($0) })
    }

    private func isTooLate(_ reason: RegisterReason) -> Bool {
        if case .visitTooLate = reason { true } else { false }
    }

    @Test(arguments: [(180, false), (181, true)])
    func `of a call that is not too long`(seconds: Int, isOverlong: Bool) {
        var house = House(["A"])
        house.policy.registers.callMinutes = 3
        house.must(.calls(.arrive("一", wanted: nil)))
        house.now = house.now.adding(seconds: seconds)
        house.must(.calls(.end("一")))
        let overlong = RegisterReason.overlong("A", seconds: seconds, limit: 180)
        #expect(house.aboutRegisters.contains(overlong) == isOverlong)
    }

    @Test func `before leaders are announced is ten minutes ahead`() {
        var house = House(["A"])
        house.now = at(10, 0)
        house.must(.registers(.planLeader("访", at: at(14, 0))))
        #expect(reasons(&house, at: at(13, 49, 59)).isEmpty)
        #expect(reasons(&house, at: at(13, 50)) == [.leaderComing("访", at: at(14, 0))])
        #expect(reasons(&house, at: at(13, 50, 1)).isEmpty)
    }
}

@Suite struct `The paper of a day` {
    @Test(arguments: [(0, 0, false), (1, 0, false), (2, 1, true), (2, 2, false), (3, 1, false)])
    func `is collected only when it is as much as the system has`(
        visits: Int, calls: Int, stands: Bool
    ) {
        var house = House(["A", "B"])
        house.arrival("甲")
        house.arrival("乙")
        house.finish("甲")
        house.must(.visits(.log("乙")))
        house.finishedCall("一")
        house.must(.registers(.enterCall(CallEntry("一", filled: [.name]))))
        let before = house.state
        let ask = Command.registers(.collect(House.monday, visits: visits, calls: calls))
        let refusal = house.refusal(ask, as: .clericalStaff)
        #expect((refusal == nil) == stands)
        guard !stands else { return #expect(house.state.registers.counts.isEmpty) }
        let differs = RegisterRefusal.countsDiffer(visits: visits - 2, calls: calls - 1)
        #expect(refusal == .registers(differs))
        #expect(house.state == before)
    }

    @Test func `counts a draft of an entry as a line, once`() {
        var house = House(["A"])
        house.finishedCall("一")
        for columns in [[CallColumn.name], [.needs], [.grade]] {
            house.must(.registers(.enterCall(CallEntry("一", filled: columns))))
        }
        #expect(house.state.registers.counts[House.monday]?.calls == 1)
    }
}
