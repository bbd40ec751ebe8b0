@testable import HouseRules

/// One value of every shape about units, orders and money that a journal may hold.
enum FrozenSales {
    static let moment = Moment(milliseconds: 1_748_827_800_000)
    static let day = BusinessDay(number: 20_241)
    static let yuan = Money.yuan(20_000)
    private static let list = PriceList(
        "v1", schemes: [PaymentScheme("一次性", discount: 9800)],
        rows: [
            PriceRow(
                "3-1-502", building: "3", floor: 5, layout: "A", area: 10_520,
                unitPrice: .yuan(12_000))
        ])
    static let paper = Instruction("K-12", signer: "章", issuedAt: moment, person: "p")
    private static let request = HoldRequest("q", of: "u", for: "p", by: "A", at: moment)
    private static var holding: Holding {
        var holding = Holding("p", "A", since: moment, until: moment, order: "o")
        holding.extensions = 1
        holding.reconfirmedUntil = moment
        holding.before = .subscribed
        return holding
    }
    private static let move = UnitMove(
        unit: "u", from: .available, to: .held, by: "M", cause: .confirmed, document: "q",
        at: moment, holding: holding, instruction: paper)
    private static let draft = OrderDraft(
        "o", of: "u", for: "p", by: "A", scheme: "一次性", discount: 9700, deposit: yuan,
        clauses: ["c"], typedTotal: yuan)
    private static let terms = OrderTerms(
        version: "v1", scheme: "一次性", discount: 9800, total: yuan, deposit: yuan,
        clauses: ["c"])
    private static let money = MoneyIn(
        .deposit, yuan, order: "o", person: "p", receivedAt: moment, earnest: 1)
    private static let receipt = Receipt(
        number: ReceiptNumber(.deposit, 1), order: "o", person: "p", amount: yuan,
        converted: yuan, earnest: 1, receivedAt: moment, by: "F", at: moment)
    private static let refund = RefundSlip(
        number: 1, order: "o", person: "p", amount: yuan, cause: .late, isReceipted: false,
        at: moment)
    private static let void = VoidOrder(
        order: "o", unit: "u", person: "p", staff: "A", cause: .unpaid, at: moment,
        remind: moment)
    private static let approval = SalesApproval(
        "s", .discount, for: "p", discount: 9700, clauses: ["c"], document: "K", at: moment)
    private static let quote = QuoteDraft(
        "s", to: "p", by: "A", of: ["u"], version: "v1", scheme: "一次性", discount: 9700,
        toldAt: moment)
    private static let promise = SalesPromise(
        "s", to: "p", by: "A", .rename, source: .approval("b"))
    private static let offence = OffenceSlip("s", .soldHeld, by: "A", order: "o", note: "n")
    private static let leak = LeakSlip(
        "s", by: "A", items: 1, isAdverse: true, amount: yuan, evidence: "截图")
    private static let change = OrderChange("s", of: "o", .swap("w"), by: "A")
    private static let contract = ContractPaper(
        template: "t", changes: ["c"], preparer: "A", reviewer: "B", signedAt: moment)
    static var template: ContractTemplate {
        var template = ContractTemplate(
            "t", hash: "ab", fields: ["买受人", "#分期"], since: day, by: "T", at: moment)
        template.retiredAt = moment
        return template
    }
    private static let produced = ContractFile(
        of: "o", from: "t", source: "ab", hash: "cd", as: .pdf, by: "A", at: moment)
    private static let stage = StageSlip("o", .presaleFiled, attachments: 1, skipping: "n")
    private static let part = Instalment(due: day, total: yuan)
    private static let tie = StaffTie("p", of: "A", isDeclared: true, at: moment)
    private static var file: CancelFile {
        var file = CancelFile(step: .approved, reportedAt: moment)
        file.cause = .consultantFault
        file.isMiscalculated = true
        file.document = "K"
        return file
    }
    private static var figures: SalesFigures {
        var figures = SalesFigures()
        figures.visits = 12
        figures.amount = yuan
        return figures
    }
    private static var order: SalesOrder {
        var order = SalesOrder("o", of: "u", for: "p", by: "A", terms, at: moment)
        order.stage = .subscribed
        order.reviewer = "B"
        order.signedAt = moment
        order.checkedInAt = moment
        order.paidAt = moment
        order.paidBy = 1
        order.agreed = moment
        order.noticedAt = moment
        order.contract = contract
        order.produced = produced
        order.stages = [.loanApplied]
        order.instalments = [part]
        order.papers.lent = ["A": 1]
        order.filed = [.order]
        order.cancelling = file
        return order
    }

    static let events: [SalesEvent] = [
        .pricesDrafted(list, at: moment), .pricesApproved("v1", at: moment), .moved(move),
        .requested(request), .requestClosed("q", .held, at: moment),
        .holdChanged("u", .extend, until: moment, at: moment),
        .payAtWindow("u", until: moment, at: moment), .delegated("S", until: moment, at: moment),
        .bulletinsRead("A", upTo: 3, at: moment), .orderWritten(order),
        .orderReviewed("o", "B", at: moment), .orderStepped("o", .sign, at: moment),
        .orderVoided(void), .moneyTaken(receipt), .refundOwed(refund),
        .refunded(refund, at: moment),
        .approved(approval),
        .quoted(Quotation(draft: quote, discount: 9700, totals: [yuan], at: moment)),
        .promised(promise, at: moment), .offended(offence, at: moment),
        .leaked(leak, at: moment), .cancelStepped("o", file, at: moment),
        .changeAsked(change, at: moment),
        .changeApproved(change, terms, document: "K", at: moment),
        .signingAgreed("o", moment, at: moment), .noticed("o", at: moment),
        .contractPrepared("o", contract, at: moment), .contractReviewed("o", "B", at: moment),
        .templateKept(template), .templateRetired("t", at: moment), .contractProduced(produced),
        .staged(stage, next: moment, at: moment),
        .scheduled("o", [part], reminders: [3, -1], at: moment),
        .papersMoved("o", .borrow, 1, "A", remind: moment, at: moment),
        .dealFiled("o", [.order], isComplete: true, at: moment), .tieNoted(tie),
        .tieListed("p", "A", at: moment), .tieClosed("p", isGuilty: true, at: moment),
        .priceListsMoved("A", -1, at: moment), .figuresArchived(day, figures, at: moment),
        .fellDue(.instalment("o", day, ahead: 3), at: moment),
    ]

    static let commands: [SalesCommand] = [
        .draftPrices(list), .approvePrices("v1"), .release(["u"]), .reserve("u", paper),
        .unreserve("u", paper), .remark("u", "A"), .delegate("S", until: moment),
        .askHold(request), .confirmHold("q", [.area]), .rejectHold("q"),
        .changeHold("u", .reconfirm), .readBulletins("A"), .writeOrder(draft),
        .reviewOrder("o", "B"), .step("o", .checkIn), .takeMoney(money), .payRefund(1),
        .approve(approval), .quote(quote), .promise(promise), .reportOffence(offence),
        .reportLeak(leak),
        .cancel(
            CancelRequest(
                "o", .managerReviewed, cause: .product, isMiscalculated: true, document: "K")),
        .askChange(change), .approveChange("s", document: "K"), .agreeSigning("o", moment),
        .giveNotice("o", [.time], isReceipted: true),
        .prepareContract(
            ContractDraft(
                "o", template: "t", changes: ["c"], approval: "s", by: "A", typedTotal: yuan)),
        .reviewContract("o", "B"), .keepTemplate(template), .retireTemplate("t"),
        .produceContract(produced), .advance(stage), .schedule("o", [part]),
        .movePapers("o", .print, 5, "A"), .countPapers("o", 1), .fileDeal("o", [.receipt]),
        .noteTie(tie), .closeTie("p", isGuilty: true), .movePriceLists("A", 1),
        .countPriceLists("A", 0), .archiveFigures(day, figures),
    ]
}
