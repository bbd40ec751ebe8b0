import HouseRules
import Yams

/// Facts of units, orders and money (SAL-01 … SAL-37).
extension ScenarioReader {
    mutating func salesCommands(
        _ kind: FactKind, _ main: YAMLField, _ mapping: Node.Mapping, _ what: String
    ) -> [Asked] {
        var fields = SalesFields(reader: self, mapping: mapping, main: main)
        let commands: [SalesCommand]? =
            switch kind {
            case .units: fields.priceList()
            case .bought: fields.purchase()
            default: fields.command(kind).map { [$0] }
            }
        self = fields.reader
        guard let commands else { return [] }
        let subject = kind == .units ? "" : fields.main.value.string ?? ""
        return commands.map { Asked(subject: subject, command: .sales($0)) }
    }
}

/// The fields of one fact of sales.
struct SalesFields {
    var reader: ScenarioReader
    let mapping: Node.Mapping
    let main: YAMLField

    mutating func text(_ key: String) -> String? {
        mapping[Node(key)].flatMap { reader.reading.text($0, of: key) }
    }

    mutating func must(_ key: String) -> String? {
        reader.required(key, key, mapping, main).flatMap { reader.reading.text($0, of: key) }
    }

    mutating func staff(_ key: String = "person") -> StaffID? {
        reader.required(key, key, mapping, main).flatMap { reader.person($0, of: key) }
    }

    mutating func moment(_ key: String) -> Moment? {
        mapping[Node(key)].flatMap { reader.moment($0, of: key) }
    }

    mutating func whole(_ key: String, _ range: ClosedRange<Int> = 0...1_000_000_000) -> Int? {
        mapping[Node(key)].flatMap { reader.reading.whole($0, range, of: key) }
    }

    mutating func flag(_ key: String, _ usual: Bool) -> Bool {
        mapping[Node(key)].flatMap { reader.reading.flag($0, of: key) } ?? usual
    }

    mutating func texts(_ key: String) -> [String] {
        guard let node = mapping[Node(key)] else { return [] }
        return reader.reading.list(node, of: key).compactMap {
            reader.reading.text($0, of: key)
        }
    }

    mutating func yuan(_ key: String) -> Money? { whole(key).map { Money.yuan(Int64($0)) } }

    mutating func choice<Word: RawRepresentable & CaseIterable & Labelled>(
        _ key: String, _ usual: Word? = nil
    ) -> Word? where Word.RawValue == String {
        guard let node = mapping[Node(key)] else {
            if usual == nil { _ = must(key) }
            return usual
        }
        return reader.reading.choice(node, of: key)
    }

    mutating func choices<Word: RawRepresentable & CaseIterable & Labelled>(
        _ key: String
    ) -> [Word] where Word.RawValue == String {
        guard let node = mapping[Node(key)] else { return Array(Word.allCases) }
        return reader.reading.list(node, of: key).compactMap {
            reader.reading.choice($0, of: key)
        }
    }

    mutating func customer() -> PersonID? { must("customer").map { PersonID($0) } }

    mutating func name() -> String? { reader.reading.text(main.value, of: main.key) }

    /// A version with its approval and its release.
    mutating func priceList() -> [SalesCommand]? {
        let units = reader.reading.list(main.value, of: main.key).compactMap {
            reader.reading.text($0, of: main.key)
        }
        let version = PriceVersion(text("version") ?? "v1")
        let (building, layout) = (text("building") ?? "3", text("layout") ?? "A")
        let (floor, area) = (whole("floor") ?? 5, whole("area") ?? 10_520)
        let price = yuan("price") ?? .yuan(12_000)
        var schemes = [PaymentScheme("一次性", discount: 9800), PaymentScheme("按揭", discount: 9900)]
        if let node = mapping[Node("schemes")] {
            schemes = reader.reading.openFields(node, of: "schemes").compactMap { field in
                reader.reading.whole(field.value, 1...10_000, of: field.key)
                    .map { PaymentScheme(field.key, discount: $0) }
            }
        }
        let rows = units.map {
            PriceRow(
                UnitID($0), building: building, floor: floor, layout: layout, area: area,
                unitPrice: price)
        }
        let list = PriceList(version, schemes: schemes, rows: rows)
        let released = flag("released", true)
        return [.draftPrices(list), .approvePrices(version)]
            + (released ? [.release(units.map { UnitID($0) })] : [])
    }

    /// From the request to the deposit.
    mutating func purchase() -> [SalesCommand]? {
        guard let name = name(), let unit = must("unit").map({ UnitID($0) }),
            let person = customer(), let staff = staff()
        else { return nil }
        let (order, request) = (OrderID(name), SalesRequestID(name))
        let reviewer = StaffID(text("reviewer") ?? "B")
        let deposit = yuan("deposit") ?? .yuan(20_000)
        let draft = OrderDraft(
            order, of: unit, for: person, by: staff, scheme: "一次性", discount: whole("discount"),
            deposit: deposit)
        return [
            .askHold(HoldRequest(request, of: unit, for: person, by: staff)),
            .confirmHold(request, VerifyItem.allCases), .changeHold(unit, .reconfirm),
            .writeOrder(draft), .reviewOrder(order, reviewer), .step(order, .sign),
            .takeMoney(MoneyIn(.deposit, deposit, order: order)),
        ]
    }

    mutating func command(_ kind: FactKind) -> SalesCommand? {
        guard let name = name() else { return nil }
        switch kind {
        case .keepUnit, .freeUnit, .remark, .delegate, .askHold, .confirmHold, .rejectHold,
            .holdChange, .readBulletins:
            return unitCommand(kind, name)
        case .orderForm, .orderReview, .orderStep, .money, .refund: return orderCommand(kind, name)
        case .special, .quote, .salesPromise, .offence, .leak: return slipCommand(kind, name)
        case .cancellation, .orderChange, .approveChange: return cancelCommand(kind, name)
        case .contractTemplate, .contractFile: return templateCommand(kind, name)
        case .signing, .signingNotice, .contractDraft, .contractReview, .dealStage, .instalments:
            return dealCommand(kind, OrderID(name))
        default: return officeCommand(kind, name)
        }
    }

    private mutating func unitCommand(_ kind: FactKind, _ name: String) -> SalesCommand? {
        let unit = UnitID(name)
        switch kind {
        case .keepUnit, .freeUnit:
            let paper = Instruction(
                text("document") ?? "", signer: text("signer") ?? "", issuedAt: moment("issued"),
                person: text("customer").map { PersonID($0) })
            return kind == .keepUnit ? .reserve(unit, paper) : .unreserve(unit, paper)
        case .remark: return staff().map { .remark(unit, $0) }
        case .delegate:
            guard must("until") != nil, let until = moment("until") else { return nil }
            return .delegate(StaffID(name), until: until)
        case .askHold:
            guard let unit = must("unit"), let person = customer(), let staff = staff() else {
                return nil
            }
            return .askHold(
                HoldRequest(SalesRequestID(name), of: UnitID(unit), for: person, by: staff))
        case .confirmHold: return .confirmHold(SalesRequestID(name), choices("checked"))
        case .rejectHold: return .rejectHold(SalesRequestID(name))
        case .holdChange: return choice("how").map { .changeHold(unit, $0) }
        default: return .readBulletins(StaffID(name))
        }
    }

    private mutating func orderCommand(_ kind: FactKind, _ name: String) -> SalesCommand? {
        let order = OrderID(name)
        switch kind {
        case .orderForm:
            guard let unit = must("unit"), let person = customer(), let staff = staff() else {
                return nil
            }
            return .writeOrder(
                OrderDraft(
                    order, of: UnitID(unit), for: person, by: staff,
                    scheme: text("scheme") ?? "一次性", discount: whole("discount"),
                    deposit: yuan("deposit") ?? .yuan(20_000), clauses: texts("clauses"),
                    typedTotal: yuan("total")))
        case .orderReview: return staff().map { .reviewOrder(order, $0) }
        case .orderStep: return choice("step").map { .step(order, $0) }
        case .money:
            let isEarnest = name == "earnest"
            let kind: ReceiptKind? = choice("kind", isEarnest ? .earnest : .deposit)
            return kind.map {
                .takeMoney(
                    MoneyIn(
                        $0, yuan("amount") ?? .yuan(20_000), order: isEarnest ? nil : order,
                        person: text("customer").map { PersonID($0) },
                        receivedAt: moment("received"), earnest: whole("earnest")))
            }
        default: return .payRefund(Int(name) ?? 0)
        }
    }

    private mutating func slipCommand(_ kind: FactKind, _ name: String) -> SalesCommand? {
        let slip = SlipID(name)
        switch kind {
        case .special:
            guard let kind: ApprovalKind = choice("kind"), let person = customer() else {
                return nil
            }
            return .approve(
                SalesApproval(
                    slip, kind, for: person, discount: whole("discount"),
                    clauses: texts("clauses"), document: text("document") ?? ""))
        case .quote:
            guard let person = customer(), let staff = staff() else { return nil }
            return .quote(
                QuoteDraft(
                    slip, to: person, by: staff, of: texts("offers").map { UnitID($0) },
                    version: PriceVersion(text("version") ?? "v1"),
                    scheme: text("scheme") ?? "一次性", discount: whole("discount"),
                    toldAt: moment("told")))
        case .salesPromise:
            guard let person = customer(), let staff = staff(),
                let matter: PromiseMatter = choice("matter")
            else { return nil }
            let source = text("source").map { word -> PromiseSource in
                word == "policy" ? .policy : .approval(SlipID(word))
            }
            return .promise(SalesPromise(slip, to: person, by: staff, matter, source: source))
        case .offence:
            guard let staff = staff(), let offence: SalesOffence = choice("what") else {
                return nil
            }
            return .reportOffence(
                OffenceSlip(
                    slip, offence, by: staff, order: text("of").map { OrderID($0) }, note: ""))
        default:
            return staff().map {
                .reportLeak(
                    LeakSlip(
                        slip, by: $0, items: whole("items") ?? 1, isAdverse: flag("adverse", true),
                        amount: yuan("amount"), evidence: "截图"))
            }
        }
    }
}
