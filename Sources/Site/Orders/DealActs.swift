import HouseRules

extension SaleAct {
    /// After the contract: stages, instalments, papers (SAL-20 … SAL-25).
    static let stages: [SaleAct] = [
        ofOrder(
            "stage", "办好一步", "按次序办，每一步都要有资料；结清和交钥匙以前款项要收齐。", "SAL-21", .carryDeals,
            fields: { scene in
                let open = DealStage.allCases.filter {
                    !(scene.order?.stages.contains($0) ?? true)
                }
                return [
                    .choice(
                        "stage", label: "办好了哪一步",
                        ((scene.order?.nextStages ?? []) + open).uniqued.map {
                            Choice(value: $0.rawValue, label: "\($0.track.label)：\($0.label)")
                        }),
                    .number("attachments", label: "随附资料（份）"),
                    .word("skipping", label: "跳过前一步的理由（只有权证能跳）", isRequired: false),
                ]
            }, when: { $0.isRunning && $0.stages.count < DealStage.allCases.count }
        ) { order, form in
            .advance(
                StageSlip(
                    order, try form.word("stage", "请选办好了哪一步。"),
                    attachments: try form.number("attachments"),
                    skipping: try form.optionalText("skipping") ?? ""))
        },
        ofOrder(
            "instalments", "排应收款", "写到哪天为止一共应到多少，定金也算在内。", "SAL-23", .sellUnits, .plain,
            fields: { _ in
                [.lines("parts", label: "应收", hint: "每行一期：2025-07-01 500000，日期和累计应到（元）。")]
            }, when: { $0.isRunning && $0.outstanding.fen > 0 }
        ) { order, form in
            .schedule(order, try form.lines("parts").map(instalment))
        },
        ofOrder(
            "papers", "合同出入", "打印、借走、还回都记数。", "SAL-22", .controlUnits, .plain,
            fields: { _ in
                [
                    .choice("move", label: "做什么", MatterField.choices(of: PaperMove.self)),
                    .number("count", label: "几份"), .staff("staff", label: "谁"),
                ]
            }, when: \.isRunning
        ) { order, form in
            .movePapers(
                order, try form.word("move", "请选做什么。"), try form.number("count"),
                try form.staff())
        },
        ofOrder(
            "count-papers", "清点合同", "抽屉里的份数要与台账对得上，对不上就不平。", "SAL-22", .controlUnits,
            .plain, fields: { _ in [.number("count", label: "数到几份")] }, when: \.isRunning
        ) { .countPapers($0, try $1.number("count")) },
        ofOrder(
            "file", "归成交档案", "客户资料、订单、收据当天归档。", "SAL-25", .sellUnits, .plain,
            fields: { scene in
                let there = scene.order?.filed ?? []
                return [
                    .choices(
                        "paper", label: "归了什么",
                        DealPaper.allCases.filter { !there.contains($0) }.map {
                            Choice(value: $0.rawValue, label: $0.label)
                        })
                ]
            }, when: { $0.isRunning && $0.filed.count < DealPaper.allCases.count }
        ) { .fileDeal($0, try $1.words("paper", "请勾选归了什么。")) },
    ]

    /// Cancellations and changes (SAL-27 … SAL-29, SAL-16).
    static let leaving: [SaleAct] = [
        cancel(.reported, "cancel", "呈报退定退房", "顾问只呈报，答应不答应由经理和开发商定。", .sellUnits) {
            $0.isRunning
        },
        ofOrder(
            "cancel-review", "审核退定退房", "经理填申请书，写明原因；房源转入审批。", "SAL-27", .controlUnits,
            fields: { _ in
                [
                    .choice("cause", label: "原因", MatterField.choices(of: CancelCause.self)),
                    .flag("miscalculated", label: "另外还算错了价"),
                ]
            }, when: { $0.cancelling?.step == .reported }
        ) { order, form in
            .cancel(
                CancelRequest(
                    order, .managerReviewed, cause: try form.word("cause", "请选原因。"),
                    isMiscalculated: form.fields["miscalculated"] == "1"))
        },
        cancel(.submitted, "cancel-submit", "递交开发商", "申请书递交开发商。", .controlUnits) {
            $0.cancelling?.step == .managerReviewed
        },
        ofOrder(
            "cancel-approve", "批准退定退房", "凭开发商的批文；绑定的车位、储藏室一并放回。", "SAL-27",
            .controlUnits,
            fields: { _ in [.word("document", label: "批文号", isRequired: false)] },
            when: { [.managerReviewed, .submitted].contains($0.cancelling?.step) }
        ) { order, form in
            .cancel(
                CancelRequest(
                    order, .approved, document: try form.optionalText("document") ?? ""))
        },
        cancel(.rejected, "cancel-reject", "不批准", "房源回到原来的状态。", .controlUnits, .plain) {
            $0.cancelling != nil
        },
        cancel(.executed, "cancel-execute", "退款并办结", "款项退清，房源放回可售，没有候补。", .takeMoney) {
            $0.cancelling?.step == .approved
        },
        rename, swap, handOn,
        SaleAct(
            name: "change-approve", title: "批准变更", hint: "凭书面文件批准。", clause: "SAL-16",
            access: .controlUnits,
            fields: {
                [
                    .choice("change", label: "哪一份申请", $0.changes),
                    .word("document", label: "文件号"),
                ]
            },
            isOffered: { !$0.changes.isEmpty },
            command: { _, form in
                .approveChange(
                    SlipID(try form.text("change", "请选哪一份申请。")),
                    document: try form.text("document", "请填文件号。"))
            }),
    ]

    private static func cancel(
        _ step: CancelStep, _ name: String, _ title: String, _ hint: String, _ access: Permission,
        _ style: ButtonStyle = .danger, when isOffered: @escaping @Sendable (SalesOrder) -> Bool
    ) -> SaleAct {
        ofOrder(name, title, hint, "SAL-27", access, style, when: isOffered) { order, _ in
            .cancel(CancelRequest(order, step))
        }
    }

    private static let rename = ofOrder(
        "rename", "申请改名", "换成另一位买房人，要批准。", "SAL-16", .sellUnits, .plain,
        fields: { _ in [.customer, .staff("staff", label: "谁申请", isSelf: true)] },
        when: \.mayChange
    ) { order, form in
        .askChange(
            OrderChange(
                form.slip, of: order, .rename(try form.customer()), by: try form.staff()))
    }

    private static let swap = ofOrder(
        "swap", "申请换房", "批准时按新房的价目重算。", "SAL-16", .sellUnits, .plain,
        fields: { _ in
            [.word("unit", label: "换到哪一套"), .staff("staff", label: "谁申请", isSelf: true)]
        }, when: \.mayChange
    ) { order, form in
        let unit = try UnitID(sent: try form.text("unit", "请填换到哪一套。"))
        return .askChange(
            OrderChange(form.slip, of: order, .swap(unit), by: try form.staff()))
    }

    private static let handOn = ofOrder(
        "hand-on", "申请换顾问", "以后由另一位顾问跟这一单。", "SAL-16", .sellUnits, .plain,
        fields: { _ in
            [
                .staff("next", label: "换成谁"), .staff("staff", label: "谁申请", isSelf: true),
            ]
        }, when: \.mayChange
    ) { order, form in
        .askChange(
            OrderChange(
                form.slip, of: order, .handOn(try form.staff("next")), by: try form.staff()))
    }

    private static func instalment(_ line: String) throws(Problem) -> Instalment {
        let parts = line.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, let day = BusinessDay(String(parts[0])),
            let fen = hundredths(String(parts[1]))
        else { throw .badRequest("“\(line.prefix(40))”要写成 2025-07-01 500000 的样子。") }
        return Instalment(due: day, total: Money(fen: Int64(fen)))
    }
}

extension SaleScene {
    /// Changes of the order that wait for approval.
    var changes: [Choice] {
        sales.changes.filter { $0.value.order == order?.order }.sorted { $0.key < $1.key }
            .map { Choice(value: $0.key.rawValue, label: $0.value.kind.words(names)) }
    }
}

extension ChangeKind {
    /// What is asked for, without the name of a customer.
    func words(_ names: StaffDirectory) -> String {
        switch self {
        case .rename: "改名"
        case .swap(let unit): "换到 \(unit)"
        case .handOn(let staff): "换顾问：\(names.name(staff))"
        }
    }
}

extension SalesOrder {
    /// Changes are for what is paid and not contracted yet.
    var mayChange: Bool { stage == .subscribed && cancelling == nil }
}

extension StageTrack: Labelled {
    /// A row of stages.
    public var label: String {
        switch self {
        case .loan: "按揭"
        case .filing: "备案权证"
        case .delivery: "交房"
        }
    }
}

extension Sequence where Element: Hashable {
    /// Each once, in the order of the first.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
