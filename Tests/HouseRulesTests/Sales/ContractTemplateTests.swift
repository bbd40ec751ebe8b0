import Testing

@testable import HouseRules

/// An order that is paid for, and a house that keeps its templates.
private struct TemplateHouse {
    var house: House
    static let day = House.monday

    init() {
        house = SalesDays(seed: 1).house
        house.policy.sales = SalesPolicy()
        house.policy.sales.locksBeforeDeposit = false
        must(.askHold(HoldRequest("q", of: "1", for: "赵", by: "A")), .consultant)
        must(.confirmHold("q", VerifyItem.allCases), .salesManager)
        must(
            .writeOrder(
                OrderDraft("o", of: "1", for: "赵", by: "A", scheme: "一次性", deposit: .yuan(1))),
            .consultant)
        must(.reviewOrder("o", "B"), .consultant)
        must(.step("o", .sign), .consultant)
        must(.takeMoney(MoneyIn(.deposit, .yuan(1), order: "o")), .cashier)
    }

    mutating func must(_ command: SalesCommand, _ role: Role = .titleClerk) {
        house.must(.sales(command), as: role)
    }

    mutating func refusal(_ command: SalesCommand, _ role: Role = .titleClerk) -> Refusal? {
        house.ask(.sales(command), as: role).refusal
    }

    static func template(_ version: String, _ hash: String, from day: BusinessDay = day)
        -> ContractTemplate
    {
        ContractTemplate(version, hash: hash, fields: ["买受人"], since: day)
    }

    static func file(_ version: String, _ source: String) -> ContractFile {
        ContractFile(of: "o", from: version, source: source, hash: "f", as: .docx)
    }

    static func draft(_ version: String) -> SalesCommand {
        .prepareContract(ContractDraft("o", template: version, by: "A"))
    }
}

@Suite struct `A template of the printed contract` {
    @Test func `is of whoever brings it, at that moment, whatever they say`() {
        var world = TemplateHouse()
        var asked = TemplateHouse.template("v", "h")
        asked.staff = "somebody"
        asked.at = Moment(milliseconds: 1)
        asked.retiredAt = Moment(milliseconds: 2)
        world.must(.keepTemplate(asked), .salesManager)
        let kept = world.house.state.sales.templates["v"]
        #expect(kept?.staff == "desk" && kept?.at == world.house.now && kept?.retiredAt == nil)
        #expect(kept?.hash == "h" && kept?.fields == ["买受人"])
    }

    @Test func `keeps its file for ever, and needs a name`() {
        var world = TemplateHouse()
        world.must(.keepTemplate(TemplateHouse.template("v", "h")))
        let used = Refusal.sales(.numberUsed("v"))
        #expect(world.refusal(.keepTemplate(TemplateHouse.template("v", "i"))) == used)
        world.must(.retireTemplate("v"))
        #expect(world.refusal(.keepTemplate(TemplateHouse.template("v", "i"))) == used)
        #expect(world.house.state.sales.templates["v"]?.hash == "h")
        let nameless = world.refusal(.keepTemplate(TemplateHouse.template("", "h")))
        #expect(nameless == .sales(.numberUsed("")))
    }

    @Test(arguments: [-1, 0, 1]) func `is in force from its day on until it is withdrawn`(
        ahead: Int
    ) {
        var world = TemplateHouse()
        let day = TemplateHouse.day.adding(days: ahead)
        world.must(.keepTemplate(TemplateHouse.template("v", "h", from: day)))
        let refused = Refusal.sales(.templateNotInForce("v"))
        #expect(world.refusal(TemplateHouse.draft("v")) == (ahead > 0 ? refused : nil))
        world.must(.retireTemplate("v"))
        #expect(world.refusal(TemplateHouse.draft("v")) == refused)
        #expect(world.refusal(.retireTemplate("v")) == refused)
        #expect(world.refusal(.retireTemplate("w")) == .sales(.templateNotInForce("w")))
    }

    @Test func `is asked for only on sites that keep theirs here`() {
        var world = TemplateHouse()
        #expect(world.refusal(TemplateHouse.draft("on paper")) == nil)
        #expect(
            world.refusal(.produceContract(TemplateHouse.file("on paper", "h")))
                == .sales(.templateNotInForce("on paper")))
        world.must(.keepTemplate(TemplateHouse.template("v", "h")))
        #expect(
            world.refusal(TemplateHouse.draft("on paper"))
                == .sales(.templateNotInForce("on paper")))
    }

    @Test func `makes contracts of its own version and file alone`() {
        var world = TemplateHouse()
        world.must(.keepTemplate(TemplateHouse.template("v", "h")))
        world.must(.keepTemplate(TemplateHouse.template("w", "i")))
        let early = world.refusal(.produceContract(TemplateHouse.file("v", "h")))
        #expect(early == .sales(.wrongStep("o", .subscribed)))
        world.must(TemplateHouse.draft("v"), .consultant)
        for (version, source) in [("w", "i"), ("v", "i"), ("x", "h")] {
            let file = TemplateHouse.file(version, source)
            #expect(
                world.refusal(.produceContract(file)) == .sales(.templateNotInForce(version)))
        }
        world.must(.produceContract(TemplateHouse.file("v", "h")))
        let produced = world.house.state.sales.orders["o"]?.produced
        #expect(produced?.staff == "desk" && produced?.at == world.house.now)
        #expect(
            world.house.last?.reasons == [
                .sales(.contractProduced("o", template: "v", hash: "f"))
            ])
    }

    @Test func `makes none for an order that is signed, given back or unknown`() {
        var world = TemplateHouse()
        world.must(.keepTemplate(TemplateHouse.template("v", "h")))
        world.must(TemplateHouse.draft("v"), .consultant)
        var other = world
        world.must(.reviewContract("o", "B"), .consultant)
        world.must(.step("o", .signContract), .consultant)
        let file = TemplateHouse.file("v", "h")
        #expect(
            world.refusal(.produceContract(file)) == .sales(.wrongStep("o", .contracted)))
        other.must(.cancel(CancelRequest("o", .reported)), .consultant)
        #expect(
            other.refusal(.produceContract(file)) == .sales(.wrongStep("o", .subscribed)))
        var unknown = file
        unknown.order = "none"
        #expect(world.refusal(.produceContract(unknown)) == .sales(.unknownOrder("none")))
        #expect(world.refusal(.produceContract(file), .cashier) == .notPermitted(.cashier))
    }
}
