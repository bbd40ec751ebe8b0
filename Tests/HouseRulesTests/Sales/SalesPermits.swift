import Testing

@testable import HouseRules

private let sellers = management.union([.consultant, .clericalStaff])
private let clerks = management.union([.clericalStaff])
private let manager: Set<Role> = [.salesManager]
private let finance: Set<Role> = [.cashier]

/// One command of sales and who may ask for it.
struct SalesPermit: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var command: SalesCommand
    var roles: Set<Role>
}

private let permits: [SalesPermit] = [
    SalesPermit(
        testDescription: "draw prices up",
        command: .draftPrices(PriceList("v2", schemes: [], rows: [])), roles: clerks),
    SalesPermit(testDescription: "approve prices", command: .approvePrices("v9"), roles: manager),
    SalesPermit(testDescription: "release", command: .release([]), roles: manager),
    SalesPermit(
        testDescription: "keep a unit", command: .reserve("3", Instruction("K", signer: "章")),
        roles: clerks),
    SalesPermit(
        testDescription: "name a deputy",
        command: .delegate("S", until: Moment(milliseconds: 0)), roles: manager),
    SalesPermit(
        testDescription: "ask for a hold",
        command: .askHold(HoldRequest("q9", of: "3", for: "赵", by: "A")), roles: sellers),
    SalesPermit(
        testDescription: "confirm a hold", command: .confirmHold("q1", VerifyItem.allCases),
        roles: manager),
    SalesPermit(
        testDescription: "take earnest money",
        command: .takeMoney(MoneyIn(.earnest, .yuan(1), person: "赵")), roles: finance),
    SalesPermit(testDescription: "give back", command: .payRefund(1), roles: finance),
    SalesPermit(
        testDescription: "approve", command: .approve(SalesApproval("s", .promise, for: "赵")),
        roles: manager),
    SalesPermit(
        testDescription: "report an offence",
        command: .reportOffence(OffenceSlip("s", .process, by: "A", note: "")), roles: clerks),
    SalesPermit(
        testDescription: "report a leak",
        command: .reportLeak(LeakSlip("s", by: "A", items: 1, isAdverse: true, evidence: "e")),
        roles: management),
    SalesPermit(
        testDescription: "bring a template",
        command: .keepTemplate(
            ContractTemplate("t1", hash: "h", fields: [], since: House.monday)),
        roles: [.salesManager, .titleClerk]),
    SalesPermit(
        testDescription: "withdraw a template", command: .retireTemplate("t0"),
        roles: [.salesManager, .titleClerk]),
    SalesPermit(
        testDescription: "hand price lists out", command: .movePriceLists("A", 1), roles: clerks),
    SalesPermit(
        testDescription: "keep a report",
        command: .archiveFigures(House.monday, SalesFigures()), roles: clerks),
]

@Suite struct `Whoever may not ask about sales` {
    private func house() -> House {
        var house = SalesDays(seed: 1).house
        house.policy.sales.locksBeforeDeposit = true
        house.must(
            .sales(.draftPrices(PriceList("v9", schemes: [], rows: []))), as: .clericalStaff)
        house.must(
            .sales(.askHold(HoldRequest("q1", of: "1", for: "赵", by: "A"))), as: .consultant)
        house.must(
            .sales(
                .writeOrder(
                    OrderDraft(
                        "o", of: "2", for: "钱", by: "B", scheme: "一次性", deposit: .yuan(1)))),
            as: .consultant)
        house.must(.sales(.takeMoney(MoneyIn(.deposit, .yuan(1), order: "o"))), as: .cashier)
        house.must(
            .sales(
                .keepTemplate(
                    ContractTemplate("t0", hash: "h", fields: [], since: House.monday))),
            as: .titleClerk)
        return house
    }

    @Test(arguments: permits, Role.allCases)
    func `is refused and leaves no trace, and whoever may gets an answer`(
        permit: SalesPermit, role: Role
    ) {
        var house = house()
        let before = house.state
        let ruling = house.ask(.sales(permit.command), as: role)
        guard !permit.roles.contains(role) else {
            // The prices of v2 have no way of paying, v9 is there once.
            #expect(ruling.answer != nil, "\(ruling.reasons)")
            return
        }
        let known: [Refusal] = [
            .notPermitted(role), .sales(.financeOnly), .sales(.approverRequired),
        ]
        #expect(ruling.refusal.map(known.contains) == true)
        #expect(ruling.events.isEmpty)
        #expect(house.state == before)
    }
}
