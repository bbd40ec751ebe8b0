import Database
import HouseRules
import Testing

@testable import Site

@Suite struct `Words of the list of decisions` {
    /// The kinds under which decisions are listed, from the commands themselves.
    static let kinds = `A decision in words`.questions.map(\.command.kind)

    @Test(arguments: [
        ("roster.enroll", "进入轮次"), ("roster.release", "退出轮次"), ("roster.adjust", "调整轮次"),
        ("sheet.publish", "出轮次表"), ("sheet.confirm", "确认轮次表"), ("sheet.close", "收工"),
        ("presence.clockIn", "到岗"), ("presence.leave", "离台"), ("presence.comeBack", "回位"),
        ("presence.waive", "弃站"), ("presence.goOff", "下班或请假"), ("presence.takeSlot", "站位"),
        ("visits.register", "来客"), ("visits.take", "要求接待"), ("visits.log", "登记来访"),
        ("visits.finish", "送客"), ("calls.arrive", "来电"), ("calls.noteCallback", "待回拨"),
        ("calls.answer", "接起或回拨"), ("calls.end", "通话结束"), ("settleDue", "到时自动处理"),
    ])
    func `a kind has its word`(kind: String, word: String) { #expect(words(kind: kind) == word) }

    @Test func `every command that can be asked has one`() {
        #expect(Set(Self.kinds).count == 21)
        for kind in Self.kinds { #expect(words(kind: kind) != kind, "\(kind)") }
    }

    @Test(arguments: [
        (Outcome.receptionist("A", .counted) as Outcome?, "派客"),
        (.cover(lockedFor: nil), "管理人员先接"), (.answerer("A"), "接听"), (.callback(nil), "待回拨"),
        (.sheet([]), "次序"), (.done, "已办"), (nil, "没有办成"),
    ])
    func `an outcome has its word`(outcome: Outcome?, word: String) async throws {
        try await withBookWorld { world in
            let entry = madeEntry(
                .settleDue, outcome, reasons: outcome == nil ? [.refused(.sheetExists)] : [])
            let statements = ListWriter.reception.flatMap { $0.write(entry, BookWorld.site) }
            try await world.database.write { try $0.execute(batch: statements) }
            let row = try await world.database.read {
                try $0.row("SELECT outcome FROM decision_row")?.text("outcome")
            }
            #expect(words(outcome: try #require(row)) == word)
        }
    }

    @Test func `what has no word keeps its name`() {
        #expect(words(kind: "moon.rise") == "moon.rise" && words(outcome: "odd") == "odd")
    }
}
