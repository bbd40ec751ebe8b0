import HouseRules
import Testing

@testable import Site

/// One command of every shape, as the list of decisions may have to name it.
@Suite struct `Every kind of command` {
    private static let moment = ServedSite.now

    private static let duty: [DutyCommand] = [
        .handFront("A", to: "B"), .leaveFront("A", .meal, told: .nextInLine, until: nil),
        .reportAbsent("A"), .answer("v", "A"), .refuse("v", "A", note: "n"),
        .leaveReception("v", .illness), .setRestDays("A", [ServedSite.day]),
        .suspend("A", .evasion, incident: "i", facts: "f"),
        .fileDispute("d", "A", visit: "v", note: "n"), .ruleDispute("d", .makeup, note: "n"),
        .callBack("A"), .orderErrand("A", until: moment, note: "n"),
        .proveTour("v", TourOrder(assigner: "p", group: "g", size: 3)),
    ]

    /// A number for each shape; a new one does not compile until it has one here and a sample.
    private static func shape(_ command: DutyCommand) -> Int {
        switch command {
        case .handFront: 0
        case .leaveFront: 1
        case .reportAbsent: 2
        case .answer: 3
        case .refuse: 4
        case .leaveReception: 5
        case .setRestDays: 6
        case .suspend: 7
        case .fileDispute: 8
        case .ruleDispute: 9
        case .callBack: 10
        case .orderErrand: 11
        case .proveTour: 12
        }
    }

    private static let kinds: [String] =
        FrozenShapes.commands.map(\.kind) + FrozenClaims.commands.map { Command.claims($0).kind }
        + duty.map { Command.duty($0).kind }

    @Test func `of order on the floor has a sample here`() {
        #expect(Set(Self.duty.map(Self.shape)) == Set(0...12))
    }

    @Test func `has a word in the list of decisions`() {
        #expect(Set(Self.kinds).count == 26 + 13 + 20 + 26)
        for kind in Self.kinds { #expect(words(kind: kind) != kind, "\(kind)") }
    }

    private static let further =
        OwnershipShapes.commands.map(\.kind) + FrozenAdjudication.commands.map(\.kind)
        + FrozenChannels.commands.map(\.kind) + FrozenSales.commands.map(\.kind)
        + FrozenSelection.commands.map(\.kind) + FrozenCommission.commands.map(\.kind)

    @Test func `of customers, deals, channels, openings and pay has a word as well`() {
        #expect(Set(Self.further).count > 100)
        for kind in Self.further { #expect(words(kind: kind) != kind, "\(kind)") }
    }

    @Test func `has a word of its own, short, in Chinese`() {
        let all = Set(Self.kinds + Self.further).map(words(kind:))
        #expect(Set(all).count == all.count, "two kinds of one word cannot be told apart")
        for word in all {
            #expect((2...8).contains(word.count), "\(word)")
            #expect(word.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) })
        }
    }

    @Test(arguments: [
        ("duty.answer", "应答"), ("duty.fileDispute", "提出异议"), ("claims.claim", "认领客户"),
        ("claims.reclassify", "改判类别"), ("registers.resetTable", "谈判桌归位"),
        ("registers.markStep", "接待步骤"), ("calls.secondLine", "接第二线"),
    ])
    func `is named as people call it`(kind: String, word: String) {
        #expect(words(kind: kind) == word)
    }

    @Test func `reads as a word on the page of decisions`() async throws {
        try await withMorning { morning in
            try await morning.comes("v1")
            _ = try await morning.desk.post("/visits/v1/price-talk", ["id": "x1"])
            _ = try await morning.desk.post("/visits/v1/steps", ["id": "x2", "step": "greet"])
            let page = plainWords(try await morning.desk.page("/decisions"))
            #expect(page.contains("开始谈价") && page.contains("接待步骤"))
            #expect(!page.contains("claims.") && !page.contains("registers."))
        }
    }
}
