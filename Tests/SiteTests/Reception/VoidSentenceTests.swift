import HouseRules
import Testing

@testable import Site

@Suite struct `Sentences of a void visit` {
    private static let refusals: [VoidRefusal] = [
        .reasonMissing, .alreadyVoid, .otherDay(monday), .bound(.merged(into: "w")),
        .bound(.split("w")), .bound(.slip("A")), .bound(.left("A")), .bound(.unproven("A")),
        .laterVisit("w", at: mondayAt(10, 20)), .onSiteTour, .unitHeld("3-1-502"), .ordered("D1"),
        .paid(7), .dealt("d"), .movedOn(to: "B"), .movedOn(to: nil),
    ]

    @Test(arguments: refusals)
    func `say what hangs on it and where to go`(refusal: VoidRefusal) {
        let sentence = Refusal.void(refusal).sentence(names: houseName)
        #expect(sentence.hasSuffix("。") && sentence.contains("。") && sentence.count > 12)
        #expect(!sentence.contains("w") && !sentence.contains("VOID"))
    }

    @Test func `name people, places and times`() {
        func told(_ refusal: VoidRefusal) -> String {
            Refusal.void(refusal).sentence(names: houseName)
        }
        #expect(
            told(.otherDay(monday))
                == "这一组是 6月2日 周一 登记的，过了当天不能作废。"
                + "轮次有不对的，请经理在“轮次”里改判；客户归属请经理裁定。")
        #expect(told(.laterVisit("w", at: mondayAt(10, 20))).contains("10:20 又登记了一组"))
        #expect(told(.movedOn(to: "B")).contains("已经改归白榆"))
        #expect(told(.bound(.slip("A"))).contains("给了安然"))
        #expect(told(.unitHeld("3-1-502")).contains("3-1-502"))
    }

    @Test func `tell what was done`() {
        #expect(
            ReceptionReason.visitVoided("A").sentence(names: houseName)
                == "这一组登记有误，作废，当作没有来过。安然不再接这一组。")
        #expect(
            ReceptionReason.lossStruck("B", .busyWithTurn).sentence(names: houseName)
                .hasSuffix("不算，退还一轮。"))
    }
}
