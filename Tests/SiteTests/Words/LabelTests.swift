import HouseRules
import Testing

@testable import Site

/// Every word of an enumeration with its label, in the order of the cases.
private func labels<Word: CaseIterable & Labelled>(_ type: Word.Type) -> [String] {
    type.allCases.map(\.label)
}

@Suite struct `Labels` {
    @Test func `of classes of visits`() {
        #expect(
            labels(VisitClass.self) == [
                "首访", "来过没登记", "老客户已过期", "来电客户，指名", "来电客户，没指名", "有效期内老客户",
                "忘了谁接待过", "老带新", "顾问自身人脉", "关系户", "员工推荐", "渠道带访", "同行市调",
                "找开发公司办事", "已购业主", "参观团", "已成交客户办事",
            ])
    }

    @Test func `of presences`() {
        #expect(
            labels(Presence.self) == [
                "候位", "正在接新客户", "正在接老客户", "公干", "就餐", "因私离开", "弃站中", "停接",
                "不在岗",
            ])
    }

    @Test func `of leaves`() {
        #expect(labels(LeaveKind.self) == ["公干", "就餐", "因私"])
        #expect(labels(OffDutyKind.self) == ["轮休或下班", "请假"])
    }

    @Test func `of effects on a turn`() {
        #expect(
            labels(TurnEffect.self) == [
                "计轮", "不计轮", "预支一轮", "轮空", "记补轮", "用补轮", "用退还的轮", "预支已抵",
                "退还一轮", "弃站",
            ])
    }

    @Test func `of reasons why a turn passes`() {
        #expect(
            labels(PassReason.self) == [
                "有预支", "在公干", "在规定时段就餐", "在做不计轮的接待", "在接上一组新客户",
                "在接自己的老客户", "因私不在", "自己放弃", "没打招呼就离台", "事后补计", "在通话",
            ])
    }

    @Test func `of receivers and missed turns`() {
        #expect(labels(Receiver.self) == ["当轮", "指名的顾问", "末位"])
        #expect(labels(MissedTurn.self) == ["轮空不补", "补轮"])
    }

    @Test func `of roles`() {
        #expect(
            labels(Role.self) == [
                "销售经理", "销售主管", "值班人员", "导台", "置业顾问", "内业", "出纳", "权证专员", "集团稽核",
                "系统管理员", "系统",
            ])
    }

    @Test func `of the knobs of the rotation`() {
        #expect(labels(Mechanism.self) == ["环形指针", "∨ 台账"])
        #expect(labels(BusyTurn.self) == ["轮空不补", "接完回来排首位"])
        #expect(labels(WaiverTime.self) == ["弃站至少这么久", "站满这么久才能弃"])
        #expect(labels(MakeupCarry.self) == ["带到本人下一个出勤日", "当天作废"])
        #expect(labels(LateJoiner.self) == ["此刻次序的最后", "当日表末尾"])
        #expect(labels(Substitute.self) == ["候位的末位", "最近登记完来访的人", "同组候位的末位"])
    }

    @Test func `of the knobs of the telephone`() {
        #expect(labels(PhoneMode.self) == ["按通轮流", "按时段当班"])
        #expect(labels(PhoneOrder.self) == ["接待次序倒过来", "与接待次序相同"])
    }

    @Test func `of what management does from the board`() {
        #expect(
            BoardMove.allCases.map(\.label) == [
                "到岗", "派公干", "去就餐", "因私离开", "回位", "轮休或下班", "请假（补轮、预支清掉）",
            ])
    }

    @Test func `tell things of one kind apart`() {
        func areDistinct<Word: CaseIterable & Labelled>(_ type: Word.Type) -> Bool {
            Set(labels(type)).count == labels(type).count
        }
        #expect(areDistinct(VisitClass.self) && areDistinct(Presence.self))
        #expect(areDistinct(TurnEffect.self) && areDistinct(PassReason.self))
        #expect(areDistinct(Role.self) && areDistinct(Receiver.self))
    }
}
