import Database
import HouseRules

/// Two small buildings of a demonstration site: priced, released, some of them asked for, ordered
/// and sold. Every step has an id of its own, so that it is done once whoever does it.
struct DemoUnits: Sendable {
    let site: DemoWorld.DemoSite
    let book: SiteBook
    let server: SiteServer

    static let version: PriceVersion = "2025-1"
    static let deposit = Money.yuan(50_000)
    /// The version of the printed contract.
    static let template = "2025 版"
    /// The flats that are for sale: the two highest floors wait.
    static let released = list.rows.filter { $0.floor <= 10 }.map(\.unit)

    /// Lets the units be there unless they are.
    func open() async throws {
        guard await book.state.sales.orders["demo-1"] == nil else { return }
        if await book.state.sales.prices == nil {
            try await step("draft", .draftPrices(Self.list), .salesManager)
            try await step("approve", .approvePrices(Self.version), .salesManager)
            try await step("release", .release(Self.released), .salesManager)
        }
        try await keepTemplate()
        let paper = Instruction("开发函 2025-07", signer: "开发商营销部")
        try await step("reserve", .reserve("2-1004", paper), .salesManager)
        let sold: [UnitID] = ["1-201", "1-302", "1-503", "2-404", "2-601"]
        for (number, unit) in sold.enumerated() {
            try await order(unit, number + 1, isPaid: number < 4)
        }
        try await carryOn("demo-2")
        let cancel = CancelRequest("demo-3", .reported)
        try await step("cancel", .cancel(cancel), .consultant)
        for (number, unit) in (["1-801", "2-902"] as [UnitID]).enumerated() {
            try await ask(unit, number + 6)
        }
        try await ask("1-702", 8)
        try await step("hold-8", .confirmHold("demo-8", VerifyItem.allCases), .salesManager)
    }

    /// Two buildings of twelve floors with four flats each.
    static let list = PriceList(
        version,
        schemes: [PaymentScheme("一次性", discount: 9800), PaymentScheme("按揭", discount: 9900)],
        rows: (1...2).flatMap { building in
            (1...12).flatMap { floor in
                [("A", 12_850), ("B", 9820), ("B", 9820), ("C", 14_300)].enumerated().map {
                    room, kind in
                    PriceRow(
                        UnitID("\(building)-\(floor * 100 + room + 1)"),
                        building: "\(building) 号楼", floor: floor, layout: kind.0, area: kind.1,
                        unitPrice: .yuan(Int64(12_000 + floor * 60 + building * 100)))
                }
            }
        })

    /// The sample serves as the house's contract.
    private func keepTemplate() async throws {
        let hash = hex(sha256(TemplateSample.file))
        try server.house.attachments.keep(TemplateSample.file, under: hash)
        let fields = TemplateReading(try WordFile(TemplateSample.file)).found
        let today = Moment(milliseconds: server.surroundings.now()).day
        let template = ContractTemplate(
            Self.template, hash: hash, fields: fields, since: today.firstOfMonth)
        try await step("template", .keepTemplate(template), .titleClerk)
    }

    private func consultant(_ number: Int) -> DemoWorld.Person {
        site.consultants[number % site.consultants.count]
    }

    private func person(_ number: Int) -> PersonID { PersonID("demo-\(site.id)-buyer-\(number)") }

    /// A consultant asks for a unit for somebody who was not known before.
    private func ask(_ unit: UnitID, _ number: Int) async throws {
        let surname = Array("赵钱孙李周吴郑王")[number % 8]
        let details = PersonDetails(
            name: "\(surname)\(number % 2 == 0 ? "女士" : "先生")", phone: "1390000010\(number)")
        let people = People(site: site.id, key: server.settings.keys.person)
        let now = Moment(milliseconds: server.surroundings.now())
        let request = HoldRequest(
            SalesRequestID("demo-\(number)"), of: unit, for: person(number),
            by: site.staff(consultant(number)))
        try await step(
            "ask-\(number)", .askHold(request), .consultant,
            alongside: people.insertions(person(number), details, at: now))
    }

    /// From the request to the signed order, and to the deposit.
    private func order(_ unit: UnitID, _ number: Int, isPaid: Bool) async throws {
        try await ask(unit, number)
        let (name, id) = ("demo-\(number)", OrderID("demo-\(number)"))
        try await step(
            "hold-\(number)", .confirmHold(SalesRequestID(name), VerifyItem.allCases),
            .salesManager)
        if await book.state.sales.units[unit]?.status == .held {
            try await step("again-\(number)", .changeHold(unit, .reconfirm), .salesManager)
        }
        let draft = OrderDraft(
            id, of: unit, for: person(number), by: site.staff(consultant(number)), scheme: "按揭",
            deposit: Self.deposit)
        try await step("write-\(number)", .writeOrder(draft), .consultant)
        let reviewer = site.staff(consultant(number + 1))
        try await step("review-\(number)", .reviewOrder(id, reviewer), .consultant)
        guard isPaid else { return }
        try await step("sign-\(number)", .step(id, .sign), .consultant)
        let money = MoneyIn(.deposit, Self.deposit, order: id)
        try await step("pay-\(number)", .takeMoney(money), .cashier)
    }

    /// One deal goes as far as the filed contract.
    private func carryOn(_ order: OrderID) async throws {
        let now = Moment(milliseconds: server.surroundings.now())
        let (first, second) = (site.staff(consultant(3)), site.staff(consultant(4)))
        try await step("agree", .agreeSigning(order, now.adding(seconds: 3600)), .salesManager)
        try await step(
            "notice", .giveNotice(order, NoticeItem.allCases, isReceipted: true), .salesManager)
        let draft = ContractDraft(order, template: Self.template, by: first)
        try await step("contract", .prepareContract(draft), .salesManager)
        try await step("contract-review", .reviewContract(order, second), .salesManager)
        try await step("contract-sign", .step(order, .signContract), .salesManager)
        for stage in [DealStage.loanApplied, .netsignReviewed, .docsReady] {
            try await step(
                stage.rawValue, .advance(StageSlip(order, stage, attachments: 2)), .titleClerk)
        }
    }

    private func step(
        _ id: String, _ command: SalesCommand, _ role: Role, alongside: [SQL] = []
    ) async throws {
        let person = site.people.first { $0.role == role }!
        _ = try await book.perform(
            .sales(command), id: DecisionID("demo-\(site.id)-units-\(id)"),
            by: Actor(site.staff(person), role), alongside: alongside)
    }
}
