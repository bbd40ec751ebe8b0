import HouseRules
import Testing

@testable import Site

@Suite struct `Sentences of a refusal` {
    struct Told: Sendable, CustomTestStringConvertible {
        let refusal: Refusal
        let sentence: String

        init(_ refusal: Refusal, _ sentence: String) {
            (self.refusal, self.sentence) = (refusal, sentence)
        }

        var testDescription: String { refusal.code }
    }

    static let turns = [
        Told(
            .slotOccupied(slot: 1, by: "A"),
            "第 1 接待位已由安然站着，一个位次只站一人。请选别的位次。"),
        Told(
            .notOnSheet("A"), "安然不在今天的轮序表里，不能站位。请先打卡上岗，由出表人排进次序。"),
        Told(
            .notYourTurn(due: "A"),
            "这一组该安然接，置业顾问不能自选客户。有异议请找销售经理或主管改判。"),
        Told(
            .notYourTurn(due: nil),
            "这一组等着按次序派，置业顾问不能自选客户。有异议请找销售经理或主管改判。"),
        Told(
            .visitLogMissing("v7"),
            "上一组还没登记来访，登记完才能回站位。由接那一组的人在“来客”里打开它，点“填来访登记”；"
                + "要改登记办法，找销售经理在“制度”REC-04 里改。"),
        Told(
            .waiverMinTime(earliest: mondayAt(14, 30)),
            "弃站还没到最短时长，最早 14:30 可以，到时再点“回位”。"
                + "这个时长只有销售经理能改，在“制度”REC-08 里。"),
        Told(.waiverNotInUse, "本站的规矩里没有弃站。要离开请点“离台”，轮到时按轮空。"),
        Told(
            .managerCoverNotAllowed("A"),
            "安然能接这一组，管理人员此刻不能代接。全员都在接待时才由经理先接。"),
        Told(
            .officialOrderRequired,
            "公干要由销售经理或主管派单。请他们登记派单，或改选因私离开（轮到不补）。"),
        Told(
            .outsideMealWindow(from: TimeOfDay(12, 0), to: TimeOfDay(13, 0)),
            "就餐只在 12:00 到 13:00。此刻离开请选因私，轮到不补。"),
    ]

    static let entries = [
        Told(.consultantsOnly, "售楼热线只有置业顾问能接。请登记成待回拨，由顾问回拨。"),
        Told(
            .namedConsultantMissing(.callNamed),
            "“来电客户，指名”要填客户找的是哪位顾问。客户说不出来，就改选“忘了谁接待过”或按首访登记。"),
        Told(
            .classNotInTable(.staffReferral),
            "本站的计轮判定表里没有“员工推荐”。请改选别的类别，或请销售经理补进制度包。"),
        Told(.unknownStaff("A"), "没有安然这个人，或已离岗。请核对姓名，新人请先办上岗。"),
        Told(.alreadyEnrolled("A"), "安然已经在轮次环里，不用再加。"),
        Told(
            .unknownVisit("v7"),
            "没有正在接待的这一组：可能已经送走，或还没交给顾问。请刷新看板再看。"),
        Told(.unknownCall("c7"), "没有这一通来电，或已经结束。请刷新再看。"),
        Told(.alreadyRegistered, "这一条已经登记过，不用再登。"),
        Told(.inTheFuture(mondayAt(18, 0)), "填的时刻 6月2日 周一 18:00 还没到。请核对时刻。"),
        Told(
            .tooOld(mondayAt(8, 0, 1)),
            "填的时刻 6月2日 周一 08:00:01 不是今天，不能当今天的来客派。请按补登处理。"),
    ]

    static let states = [
        Told(.offDuty("A"), "安然不在岗。请先打卡上岗。"),
        Told(.busy("A"), "安然正在接客或通话，请先结束手上的这一组。"),
        Told(
            .wrongPresence("A", .awayMeal), "安然此刻是“就餐”，不能这样操作。请刷新看板再看。"),
        Told(.dayNotOpen, "今天还没出表，或已经收工。请出表人先出表；收工后的来客明天再排。"),
        Told(.sheetExists, "今天的轮次表已经出过。要调整请由管理人员改判并写明原因。"),
        Told(.notPermitted(.consultant), "置业顾问不能做这一步。请找销售经理或主管。"),
    ]

    static let all = turns + entries + states

    @Test(arguments: all) func `are these`(told: Told) {
        #expect(told.refusal.sentence(names: houseName) == told.sentence)
        #expect(Reason.refused(told.refusal).sentence(names: houseName) == told.sentence)
    }

    @Test func `every code has its sentence, and none is told twice`() {
        #expect(Set(Self.all.map(\.refusal.code)).count == 25)
        #expect(Set(Self.all.map(\.sentence)).count == Self.all.count)
    }

    @Test func `a refusal goes by its code among the steps`() {
        for told in Self.all { #expect(Reason.refused(told.refusal).name == told.refusal.code) }
    }

    @Test func `every refusal says what to do or that nothing is to be done`() {
        for told in Self.all {
            let says = told.sentence.contains(/请|最早|才能|不用再|时才由|改选/)
            #expect(says, "\(told.sentence)")
        }
    }
}
