import Testing

@testable import HouseRules

/// A unit that 赵 bought of A at ten on the second of June.
private struct BoughtWorld {
    var house: House

    init(_ change: (inout SalesPolicy) -> Void = { _ in }) {
        var policy = Policy()
        change(&policy.sales)
        house = House(["A", "B"], policy: policy, sheet: false)
        house.wait(until: 10, 0)
        sell(.draftPrices(SalesDays.list), .clericalStaff)
        sell(.approvePrices("v1"), .salesManager)
        sell(.release(["1"]), .salesManager)
        sell(.askHold(HoldRequest("q", of: "1", for: "赵", by: "A")), .consultant)
        sell(.confirmHold("q", VerifyItem.allCases), .salesManager)
        let draft = OrderDraft(
            "o", of: "1", for: "赵", by: "A", scheme: "一次性", deposit: .yuan(20_000))
        sell(.writeOrder(draft), .consultant)
        sell(.reviewOrder("o", "B"), .consultant)
        sell(.step("o", .sign), .consultant)
        sell(.takeMoney(MoneyIn(.deposit, .yuan(20_000), order: "o")), .cashier)
    }

    /// Nobody is reminded of its file any more.
    mutating func file() { sell(.fileDeal("o", DealPaper.allCases), .consultant) }

    @discardableResult
    mutating func sell(_ command: SalesCommand, _ role: Role) -> [SalesReason] {
        house.must(.sales(command), as: role)
        return reasons
    }

    /// What sales said last.
    var reasons: [SalesReason] {
        (house.last?.reasons ?? []).compactMap {
            if case .sales(let reason) = $0 { reason } else { nil }
        }
    }

    /// What falls due by a moment, the clock ticking once.
    mutating func due(by moment: Moment) -> [SalesReason] {
        house.now = moment
        house.ask(.settleDue, as: .clock)
        return reasons
    }

    static func day(_ day: Int, _ hour: Int, _ minute: Int = 0, _ second: Int = 0) -> Moment {
        BusinessDay(year: 2025, month: 6, day: day)!.at(TimeOfDay(hour, minute, second))
    }
}

@Suite struct `A notice before the signing` {
    @Test(arguments: [
        (BoughtWorld.day(9, 13, 59, 59), false), (BoughtWorld.day(9, 14, 0, 0), false),
        (BoughtWorld.day(9, 14, 0, 1), true),
    ])
    func `is short from the second on that less than a day is left`(at: Moment, isShort: Bool) {
        var world = BoughtWorld()
        world.file()
        world.sell(.agreeSigning("o", BoughtWorld.day(10, 14)), .consultant)
        world.house.now = at
        let told = world.sell(
            .giveNotice("o", NoticeItem.allCases, isReceipted: true), .consultant)
        #expect(told == [.noticed(short: isShort)])
    }

    @Test func `counts the hours that the site wants`() {
        var world = BoughtWorld { $0.noticeHours = 48 }
        world.file()
        world.sell(.agreeSigning("o", BoughtWorld.day(10, 14)), .consultant)
        world.house.now = BoughtWorld.day(8, 14, 0, 1)
        let told = world.sell(
            .giveNotice("o", NoticeItem.allCases, isReceipted: true), .consultant)
        #expect(told == [.noticed(short: true)])
    }
}

@Suite struct `The file of a deal` {
    @Test(arguments: [(2, 23, 59, 59, false), (3, 0, 0, 0, true), (3, 8, 59, 59, true)])
    func `is late from midnight on`(
        day: Int, hour: Int, minute: Int, second: Int, isLate: Bool
    ) {
        var world = BoughtWorld()
        world.house.now = BoughtWorld.day(day, hour, minute, second)
        let told = world.sell(.fileDeal("o", DealPaper.allCases), .consultant)
        #expect(told == [.filed(isLate: isLate, missing: [])])
        #expect(world.due(by: BoughtWorld.day(3, 12)) == [], "nobody is reminded of what is there")
    }

    @Test func `is asked for once, at nine, and not again`() {
        var world = BoughtWorld()
        #expect(world.due(by: BoughtWorld.day(3, 8, 59, 59)) == [])
        #expect(world.due(by: BoughtWorld.day(3, 9)).count == 1)
        #expect(world.due(by: BoughtWorld.day(3, 9, 0, 1)) == [])
        #expect(world.due(by: BoughtWorld.day(9, 9)) == [])
    }

    @Test func `with papers that are never there at once still waits for the contract`() {
        var world = BoughtWorld()
        let told = world.sell(.fileDeal("o", [.order]), .consultant)
        guard case .filed(_, let missing) = told.first else {
            Issue.record("not filed")
            return
        }
        #expect(!missing.contains(.order) && missing.contains(where: \.isThereAtOnce))
        #expect(world.due(by: BoughtWorld.day(3, 9)).count == 1, "it is not complete")
    }
}

@Suite struct `Reminders that a site does not want` {
    @Test func `do not come, whatever day it gets`() {
        var world = BoughtWorld {
            $0.loanDays = nil
            $0.remindDays = []
            $0.escalateDays = []
        }
        world.file()
        world.sell(.advance(StageSlip("o", .loanApplied, attachments: 1)), .titleClerk)
        let part = Instalment(due: BoughtWorld.day(10, 9).day, total: .yuan(100_000))
        world.sell(.schedule("o", [part]), .consultant)
        for day in 3...30 { #expect(world.due(by: BoughtWorld.day(day, 23, 59, 59)) == []) }
    }

    @Test func `stop when the money is there, and start anew with a new plan`() {
        var world = BoughtWorld { $0.remindDays = [1] }
        world.file()
        let part = Instalment(due: BoughtWorld.day(10, 9).day, total: .yuan(100_000))
        world.sell(.schedule("o", [part]), .consultant)
        world.sell(.takeMoney(MoneyIn(.payment, .yuan(80_000), order: "o")), .cashier)
        #expect(world.due(by: BoughtWorld.day(12, 9)) == [])
        let next = Instalment(due: BoughtWorld.day(20, 9).day, total: .yuan(100_001))
        world.sell(.schedule("o", [next]), .consultant)
        #expect(world.due(by: BoughtWorld.day(18, 23, 59, 59)) == [])
        #expect(world.due(by: BoughtWorld.day(19, 0)).count == 1)
    }

    @Test func `are gone with the order that was given up`() {
        var world = BoughtWorld { $0.cancelNeeds = [.salesManager] }
        world.sell(.advance(StageSlip("o", .loanApplied, attachments: 1)), .titleClerk)
        for step in [CancelStep.reported, .managerReviewed, .approved] {
            world.sell(.cancel(CancelRequest("o", step, cause: .product)), .salesManager)
        }
        world.sell(.cancel(CancelRequest("o", .executed)), .cashier)
        world.sell(.step("o", .returnOriginal), .clericalStaff)
        for day in 3...30 { #expect(world.due(by: BoughtWorld.day(day, 23, 59, 59)) == []) }
    }
}
