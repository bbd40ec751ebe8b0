import HouseRules
import Testing

@testable import Site

@Suite struct `Sentences of a call` {
    struct Told: Sendable, CustomTestStringConvertible {
        let reason: CallReason
        let sentence: String

        init(_ reason: CallReason, _ sentence: String) {
            (self.reason, self.sentence) = (reason, sentence)
        }

        var testDescription: String { sentence }
    }

    static let all = [
        Told(
            .order(.reverse, ["D", "C", "A"]), "当天电话次序（接待次序倒过来）：丁一、岑山、安然。"),
        Told(.order(.same, ["A", "B"]), "当天电话次序（与接待次序相同）：安然、白榆。"),
        Told(.pointerAt("A"), "电话轮到安然，有空，由他接。"),
        Told(
            .keepsLine("A", from: TimeOfDay(9, 0), to: TimeOfDay(11, 15)),
            "09:00 到 11:15 由安然当班接电话。"),
        Told(
            .passed("A", .makeupGranted, .onTheLine), "电话轮到安然，在通话：记一通，有空先补。"),
        Told(.passed("A", .forfeited, .awayPersonal), "电话轮到安然，因私不在：往下找，不补。"),
        Told(.owedCall("A"), "安然欠着一通，先补，由他接。"),
        Told(.asked("A", counts: true), "客户点名找安然，转给他，算他一轮。"),
        Told(.asked("A", counts: false), "客户点名找安然，转给他，电话次序不动。"),
        Told(
            .askedUnavailable("A", .onStand), "客户点名找安然，他正在通话，按次序找人接。"),
        Told(.askedUnavailable("A", .awayMeal), "客户点名找安然，他就餐，按次序找人接。"),
        Told(.nobodyFree, "一圈下来没有人能接：开一张待回拨单，谁回拨归谁。"),
        Told(.notAConsultant, "售楼热线只有置业顾问能接：这通记成待回拨单，不产生归属。"),
        Told(.belongsTo("A"), "这通来电归实际接听或回拨的安然。"),
        Told(.ended("A"), "安然通话结束。"),
    ]

    @Test(arguments: all) func `are these`(told: Told) {
        #expect(told.reason.sentence(names: houseName) == told.sentence)
        #expect(Reason.calls(told.reason).sentence(names: houseName) == told.sentence)
    }

    @Test func `there is one for every kind of reason`() {
        #expect(Set(Self.all.map { Reason.calls($0.reason).name }).count == 11)
    }

    @Test func `no sentence mixes in ASCII punctuation`() {
        for told in Self.all {
            #expect(!told.reason.sentence(names: houseName).contains(/[,;]|\p{Han}:|:\p{Han}/))
        }
    }

    @Test(arguments: PassReason.allCases)
    func `a passed call says why`(why: PassReason) {
        let text = CallReason.passed("B", .forfeited, why).sentence(names: houseName)
        #expect(text == "电话轮到白榆，\(why.label)：往下找，不补。")
    }
}
