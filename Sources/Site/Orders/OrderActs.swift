import HouseRules

/// Where an order's page is.
func orderPath(_ order: OrderID) -> String { "/sales/\(percentEncode(order.rawValue))" }

extension SaleAct {
    /// What may be done about an order, in the order of the page.
    static let ofOrders: [SaleAct] = writing + money + signing + stages + leaving

    /// What somebody else than the writer of the order has to do (SAL-10, SAL-19).
    static let checks: Set<String> = ["review", "contract-review"]

    /// A step that needs nothing but the order's number.
    static func step(
        _ step: OrderStep, name: String, _ title: String, _ hint: String, _ clause: String,
        _ access: Permission, _ style: ButtonStyle = .primary,
        when isOffered: @escaping @Sendable (SalesOrder) -> Bool
    ) -> SaleAct {
        ofOrder(name, title, hint, clause, access, style, when: isOffered) { order, _ in
            .step(order, step)
        }
    }

    /// A form about an order that stands.
    static func ofOrder(
        _ name: String, _ title: String, _ hint: String, _ clause: String, _ access: Permission,
        _ style: ButtonStyle = .primary,
        fields: @escaping @Sendable (SaleScene) -> [MatterField] = { _ in [] },
        when isOffered: @escaping @Sendable (SalesOrder) -> Bool,
        command: @escaping @Sendable (OrderID, MatterForm) throws -> SalesCommand
    ) -> SaleAct {
        SaleAct(
            name: name, title: title, hint: hint, clause: clause, access: access, style: style,
            fields: fields, isOffered: { scene in scene.order.map(isOffered) ?? false },
            command: { scene, form in
                // The rules refuse what comes after the order was void, and say why.
                guard let order = scene.order?.order ?? scene.void?.order else {
                    throw Problem.notFound
                }
                return try command(order, form)
            })
    }

    private static let writing: [SaleAct] = [
        ofOrder(
            "review", "复核订单", "写单的人不能复核自己的单。", "SAL-10", .sellUnits,
            fields: { _ in [.staff("staff", label: "谁复核", isSelf: true)] },
            when: { $0.stage == .written }
        ) { .reviewOrder($0, try $1.staff()) },
        step(
            .sign, name: "sign", "双方签字", "签了字就开始算交款时限。", "SAL-10", .sellUnits,
            when: { $0.stage == .written || $0.stage == .reviewed }),
        step(
            .giveUp, name: "give-up", "客户放弃", "交款以前放弃，订单作废，房源放回。", "SAL-12", .sellUnits,
            .danger, when: { $0.paidAt == nil }),
        SaleAct(
            name: "original", title: "作废订单原件交回", hint: "原件收回以后不再提醒。", clause: "SAL-12",
            access: .controlUnits, isOffered: { $0.void?.remind != nil },
            command: { scene, _ in
                guard let void = scene.void else { throw Problem.notFound }
                return .step(void.order, .returnOriginal)
            }),
    ]

    private static let money: [SaleAct] = [
        step(
            .checkIn, name: "check-in", "财务到窗登记", "客户到了窗口，或转账凭据到了财务手里。", "SAL-05",
            .takeMoney, .plain,
            when: { $0.stage == .signed && $0.paidAt == nil && $0.checkedInAt == nil }),
        ofOrder(
            "receipt", "收款开据", "编号由系统接着编，不跳号；交足定金房源才算客户的。", "SAL-14", .takeMoney,
            fields: { _ in
                [
                    .choice("kind", label: "开什么", receiptKinds),
                    .money("amount", label: "金额"),
                    .word("earnest", label: "抵扣的诚意金单号", isRequired: false),
                ]
            },
            when: { $0.stage != .written && $0.stage != .reviewed && $0.outstanding.fen > 0 }
        ) { order, form in
            let earnest = try form.optionalText("earnest")
            if let earnest, Int(earnest) == nil { throw Problem.badRequest("诚意金单号是一个数。") }
            return .takeMoney(
                MoneyIn(
                    try form.word("kind", "请选开什么票据。"), try form.money("amount"),
                    order: order, earnest: earnest.flatMap { Int($0) }))
        },
        step(
            .financeDelay, name: "finance-delay", "财务原因没付成", "不怪客户，时限不再跑。", "SAL-05",
            .takeMoney, .plain,
            when: { $0.stage == .signed && $0.paidAt == nil && $0.checkedInAt != nil }),
    ]

    private static let receiptKinds: [Choice] = ReceiptKind.allCases.filter { $0 != .earnest }
        .map { Choice(value: $0.rawValue, label: $0.label) }

    private static let signing: [SaleAct] = [
        ofOrder(
            "signing", "约定签约时间", "约好以后要改期，当天以前由经理改。", "SAL-17", .sellUnits,
            fields: { _ in [.moment("at", label: "什么时候签约")] }, when: \.mayPrepare
        ) { .agreeSigning($0, try $1.moment("at")) },
        ofOrder(
            "notice", "签约告知", "四项都告诉客户，并有客户签收。", "SAL-17", .sellUnits,
            fields: { _ in
                [
                    .choices("item", label: "告知了什么", MatterField.choices(of: NoticeItem.self)),
                    .flag("receipted", label: "客户已签收"),
                ]
            },
            when: { $0.mayPrepare && $0.agreed != nil && $0.noticedAt == nil }
        ) { order, form in
            .giveNotice(
                order, try form.words("item", "请勾选告知了什么。"),
                isReceipted: form.fields["receipted"] == "1")
        },
        step(
            .beginSigning, name: "begin-signing", "开始签约", "没告知就签，会拟处罚草稿。", "SAL-17",
            .sellUnits, .plain, when: { $0.mayPrepare && $0.contract == nil }),
        ofOrder(
            "contract", "起草合同", "用范本；改动的条款要先有特批，改动处会标出。", "SAL-18", .carryDeals,
            fields: { scene in
                [
                    scene.templates.isEmpty
                        ? .word("template", label: "合同范本版本")
                        : .choice("template", label: "合同范本版本", scene.templates),
                    .staff("staff", label: "谁起草", isSelf: true),
                    .lines("changes", label: "改动的条款", hint: "每行一条，没有就不填。"),
                    .word("approval", label: "特批单号", isRequired: false),
                ]
            }, when: \.mayPrepare
        ) { order, form in
            .prepareContract(
                ContractDraft(
                    order, template: try form.text("template", "请填合同范本版本。"),
                    changes: try form.lines("changes"),
                    approval: try form.optionalText("approval").map { SlipID($0) },
                    by: try form.staff()))
        },
        ofOrder(
            "contract-review", "复核合同", "起草的人不能复核自己的。", "SAL-19", .carryDeals,
            fields: { _ in [.staff("staff", label: "谁复核", isSelf: true)] },
            when: { $0.mayPrepare && $0.contract != nil && $0.contract?.reviewer == nil }
        ) { .reviewContract($0, try $1.staff()) },
        step(
            .signContract, name: "sign-contract", "签买卖合同", "复核过才能签。", "SAL-19", .carryDeals,
            when: { $0.mayPrepare && $0.contract != nil }),
    ]
}

extension SalesOrder {
    /// Paid, not being cancelled, and no contract signed.
    var mayPrepare: Bool { paidAt != nil && cancelling == nil && contract?.signedAt == nil }

    /// Paid and not being cancelled.
    var isRunning: Bool { paidAt != nil && cancelling == nil }

    /// Stages that may come next: in each row the first that is not done.
    var nextStages: [DealStage] {
        StageTrack.allCases.compactMap { track in
            let row = DealStage.all(of: track)
            let done = row.lastIndex(where: stages.contains).map { $0 + 1 } ?? 0
            return row.dropFirst(done).first
        }
    }
}
