import Foundation
import HouseRules
import Testing

@testable import Site

@Suite struct `A decision in words` {
    struct Asked: Sendable, CustomTestStringConvertible {
        let command: Command
        let question: String

        init(_ command: Command, _ question: String) {
            (self.command, self.question) = (command, question)
        }

        var testDescription: String { question }
    }

    static let questions = [
        Asked(.roster(.enroll("A")), "安然 上岗，进入轮次"),
        Asked(.roster(.release("A")), "安然 离岗，退出轮次"),
        Asked(.roster(.adjust("A", .makeupGranted, note: "公司安排")), "安然 记补轮：公司安排"),
        Asked(.sheet(.publish), "出当日轮次表"), Asked(.sheet(.confirm), "确认当日轮次表"),
        Asked(.sheet(.close), "收工"),
        Asked(.presence(.clockIn("A")), "安然 到岗"),
        Asked(.presence(.leave("A", .official, until: mondayAt(15, 0))), "安然 离台（公干）"),
        Asked(.presence(.leave("A", .meal, until: nil)), "安然 离台（就餐）"),
        Asked(.presence(.leave("A", .personal, until: nil)), "安然 离台（因私）"),
        Asked(.presence(.comeBack("A")), "安然 回位"), Asked(.presence(.waive("A")), "安然 弃站"),
        Asked(.presence(.goOff("A", .rest)), "安然 轮休或下班"),
        Asked(.presence(.goOff("A", .leave)), "安然 请假"),
        Asked(.presence(.takeSlot("A", 2)), "安然 站第 2 位"),
        Asked(.visits(.register(Arrival("v", .newFirst))), "来客 · 首访"),
        Asked(
            .visits(.register(Arrival("v", .ownedReturning, named: "B"))),
            "来客 · 有效期内老客户 · 指名 白榆"),
        Asked(.visits(.take("v", "A")), "安然 要接这组客户"), Asked(.visits(.log("v")), "登记来访"),
        Asked(.visits(.finish("v", logged: true)), "登记来访并送客"),
        Asked(.visits(.finish("v", logged: false)), "送客"),
        Asked(.calls(.arrive("c", wanted: nil)), "来电"),
        Asked(.calls(.arrive("c", wanted: "C")), "来电 · 找 岑山"),
        Asked(.calls(.noteCallback("c")), "非顾问接起来电"),
        Asked(.calls(.answer("c", "C")), "岑山 接起或回拨"), Asked(.calls(.end("c")), "通话结束"),
        Asked(.settleDue, "到时自动处理"),
    ]

    @Test(arguments: questions) func `every command is told as a question`(asked: Asked) {
        #expect(asked.command.question(houseName) == asked.question)
        #expect(madeView(asked.command).question == asked.question)
    }

    @Test(arguments: [
        (Outcome.receptionist("A", .counted), "请 安然 接待。"),
        (.cover(lockedFor: "A"), "人都在接待，请经理先接住；安然 接完后马上交给他。"),
        (.cover(lockedFor: nil), "此刻没有人候位，请管理人员先招呼；谁先回到候位就交给谁。"),
        (.answerer("B"), "请 白榆 接听。"), (.callback(nil), "没有人能接听，已开待回拨单。"),
        (.callback("B"), "没有人能接听，已开待回拨单（客户要找 白榆）。"), (.sheet([]), "今天还没有人在岗。"),
        (.sheet(["A", "B"]), "次序：安然、白榆"), (.done, "已记下。"),
    ])
    func `every answer is told in one line`(outcome: Outcome, sentence: String) {
        let view = madeView(.settleDue, outcome)
        #expect(view.sentence == sentence)
        #expect(view.outcome == "accepted" && view.refusal == nil)
    }

    @Test(arguments: [
        (Outcome.receptionist("A", .counted), "安然" as String?), (.cover(lockedFor: "B"), "白榆"),
        (.cover(lockedFor: nil), nil), (.answerer("C"), "岑山"), (.callback("D"), "丁一"),
        (.callback(nil), nil), (.sheet(["A"]), nil), (.done, nil),
    ])
    func `the person is whom the answer names`(outcome: Outcome, name: String?) {
        #expect(madeView(.settleDue, outcome).person == name)
    }

    @Test(arguments: TurnEffect.allCases)
    func `the effect is told for people and for programs`(effect: TurnEffect) {
        let view = madeView(.settleDue, .receptionist("A", effect))
        #expect(view.effect == effect.label && view.effectName == effect.rawValue)
        #expect(view.personID == "A")
        #expect(madeView(.settleDue, .answerer("A")).effect == nil)
    }

    @Test func `a refusal has its code, its sentence and nobody`() {
        let refusal = Refusal.offDuty("A")
        let view = madeView(.presence(.waive("A")), nil, reasons: [.refused(refusal)])
        #expect(view.outcome == "refused" && view.refusal == "OFF_DUTY")
        #expect(view.sentence == "安然不在岗。请先打卡上岗。")
        #expect(view.person == nil && view.personID == nil && view.effect == nil)
        #expect(view.steps.map(\.clause) == ["REC-03"] && view.steps[0].name == "OFF_DUTY")
    }

    @Test func `the steps stand in order, each with clause, name and sentence`() {
        let view = madeView(
            .visits(.register(Arrival("v", .newFirst))), .receptionist("B", .counted),
            reasons: [
                .reception(.classified(.newFirst, TurnRow(.currentTurn, .counted))),
                .reception(.passed("A", .forfeited, .awayPersonal)),
                .reception(.pointerAt("B")), .reception(.nextInLine(["C", "D"])),
            ])
        #expect(view.steps.map(\.clause) == ["REC-18", "REC-05", "REC-03", "REC-03"])
        #expect(view.steps.map(\.name) == ["classified", "passed", "pointerAt", "nextInLine"])
        #expect(view.steps[2].sentence == "轮到白榆，正在候位，由他接。")
        #expect(view.next == ["岑山", "丁一"])
        #expect(view.clauses == ["REC-18", "REC-05", "REC-03"])
    }

    @Test func `who decided when under what is told`() {
        let view = madeView(by: Actor("D", .salesManager))
        #expect(view.id == "d-12" && view.seq == 12 && view.policyRevision == 3)
        #expect(view.decidedAt == "6月2日 周一 10:00:05")
        #expect(view.decidedAtMilliseconds == mondayAt(10, 0, 5).milliseconds)
        #expect(view.actor == "丁一" && view.actorRole == "销售经理" && view.hash == "beef")
    }

    @Test func `the clock is called the system, strangers by their id`() {
        #expect(madeView(by: .clock).actor == "系统" && madeView(by: .clock).actorRole == "系统")
        #expect(madeView(by: Actor("X-9", .auditor)).actor == "X-9")
    }

    @Test func `programs get the same words`() throws {
        let view = madeView(.sheet(.close), .done)
        let json = String(decoding: try JSONEncoder().encode(view), as: UTF8.self)
        #expect(json.contains("\"question\":\"收工\"") && json.contains("\"policyRevision\":3"))
        #expect(json.contains("\"steps\":[]") && !json.contains("\"refusal\""))
    }
}
