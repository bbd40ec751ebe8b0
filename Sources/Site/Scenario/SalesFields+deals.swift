import HouseRules
import Yams

/// Facts of deals and of the office.
extension SalesFields {
    mutating func cancelCommand(_ kind: FactKind, _ name: String) -> SalesCommand? {
        switch kind {
        case .cancellation:
            let cause: CancelCause? = mapping[Node("cause")] == nil ? nil : choice("cause")
            return choice("step").map {
                .cancel(
                    CancelRequest(
                        OrderID(name), $0, cause: cause,
                        isMiscalculated: flag("miscalculated", false),
                        document: text("document") ?? ""))
            }
        case .orderChange:
            guard let order = must("of"), let staff = staff() else { return nil }
            let kind: ChangeKind
            if let unit = text("unit") {
                kind = .swap(UnitID(unit))
            } else if let person = text("customer") {
                kind = .rename(PersonID(person))
            } else if let to = self.staff("to") {
                kind = .handOn(to)
            } else {
                return nil
            }
            return .askChange(OrderChange(SlipID(name), of: OrderID(order), kind, by: staff))
        default: return .approveChange(SlipID(name), document: text("document") ?? "")
        }
    }

    mutating func dealCommand(_ kind: FactKind, _ order: OrderID) -> SalesCommand? {
        switch kind {
        case .signing:
            guard must("when") != nil else { return nil }
            return moment("when").map { .agreeSigning(order, $0) }
        case .signingNotice:
            return .giveNotice(order, choices("items"), isReceipted: flag("receipt", true))
        case .contractDraft:
            return staff().map {
                .prepareContract(
                    ContractDraft(
                        order, template: text("template") ?? "样本一", changes: texts("changes"),
                        approval: text("approval").map { SlipID($0) }, by: $0,
                        typedTotal: yuan("total")))
            }
        case .contractReview: return staff().map { .reviewContract(order, $0) }
        case .dealStage:
            return choice("done").map {
                .advance(
                    StageSlip(
                        order, $0, attachments: whole("attachments") ?? 1,
                        skipping: text("note") ?? ""))
            }
        default:
            guard let node = reader.required("parts", "分期", mapping, main) else { return nil }
            let parts = reader.reading.openFields(node, of: "parts").compactMap { field in
                reader.reading.day(field.keyNode, of: "parts").flatMap { day in
                    reader.reading.whole(field.value, 1...1_000_000_000, of: "parts")
                        .map { Instalment(due: day, total: .yuan(Int64($0))) }
                }
            }
            return .schedule(order, parts)
        }
    }

    /// A template is known by its file's hash; here a word stands for it.
    mutating func templateCommand(_ kind: FactKind, _ name: String) -> SalesCommand? {
        guard kind == .contractTemplate else {
            return .produceContract(
                ContractFile(
                    of: OrderID(name), from: text("template") ?? "样本一",
                    source: text("source") ?? "甲", hash: text("hash") ?? "合同", as: .docx))
        }
        if flag("retire", false) { return .retireTemplate(name) }
        let since = mapping[Node("since")].flatMap { reader.reading.day($0, of: "since") }
        return .keepTemplate(
            ContractTemplate(
                name, hash: text("hash") ?? "甲", fields: ["买受人"],
                since: since ?? BusinessDay(number: 0)))
    }

    mutating func officeCommand(_ kind: FactKind, _ name: String) -> SalesCommand? {
        switch kind {
        case .papers:
            guard let move: PaperMove = choice("move"), let staff = staff() else { return nil }
            return .movePapers(OrderID(name), move, whole("count") ?? 1, staff)
        case .countPapers: return .countPapers(OrderID(name), whole("count") ?? 0)
        case .dealFile: return .fileDeal(OrderID(name), choices("papers_filed"))
        case .staffPurchase:
            return staff().map {
                .noteTie(StaffTie(PersonID(name), of: $0, isDeclared: flag("declared", true)))
            }
        case .closePurchase: return .closeTie(PersonID(name), isGuilty: flag("guilty", true))
        case .priceLists: return .movePriceLists(StaffID(name), whole("count", -99...99) ?? 1)
        case .countPriceLists: return .countPriceLists(StaffID(name), whole("count") ?? 0)
        case .dayReport:
            guard let day = reader.reading.day(main.value, of: main.key) else { return nil }
            var figures = SalesFigures()
            figures.visits = whole("visits") ?? 0
            figures.calls = whole("calls") ?? 0
            figures.subscribed = whole("subscribed") ?? 0
            figures.contracted = whole("contracted") ?? 0
            figures.amount = yuan("amount") ?? Money(fen: 0)
            figures.collection = yuan("collection") ?? Money(fen: 0)
            return .archiveFigures(day, figures)
        default: return nil
        }
    }
}

extension Scenario {
    /// Who usually asks for such a thing.
    func actor(of command: SalesCommand) -> Actor {
        switch command {
        case .askHold(let request): Actor(request.staff, .consultant)
        case .writeOrder(let draft): Actor(draft.staff, .consultant)
        case .quote(let draft): Actor(draft.staff, .consultant)
        case .promise(let promise): Actor(promise.staff, .consultant)
        case .askChange(let change): Actor(change.staff, .consultant)
        case .prepareContract(let draft): Actor(draft.staff, .consultant)
        case .remark(_, let staff), .readBulletins(let staff), .reviewOrder(_, let staff),
            .reviewContract(_, let staff):
            Actor(staff, .consultant)
        case .noteTie(let tie) where tie.isDeclared: Actor(tie.staff, .consultant)
        case .step(_, .checkIn), .step(_, .financeDelay), .takeMoney, .payRefund: role(.cashier)
        case .cancel(let request): role(request.step == .executed ? .cashier : .salesManager)
        case .keepTemplate, .retireTemplate, .produceContract: role(.titleClerk)
        case .advance(let slip): role(slip.stage.track == .filing ? .titleClerk : .clericalStaff)
        case .draftPrices, .step, .giveNotice, .schedule, .movePapers, .countPapers, .fileDeal,
            .movePriceLists, .countPriceLists, .archiveFigures, .noteTie:
            role(.clericalStaff)
        case .approvePrices, .release, .reserve, .unreserve, .delegate, .confirmHold, .rejectHold,
            .changeHold, .approve, .reportOffence, .reportLeak, .approveChange, .agreeSigning,
            .closeTie:
            role(.salesManager)
        }
    }
}
