import HouseRules

extension SaleAct {
    /// What may be done about a unit, in the order of the page.
    static let ofUnits: [SaleAct] = holds + talk + papers

    private static let holds: [SaleAct] = [
        SaleAct(
            name: "confirm", title: "核实并确认", hint: "五项都核实过再勾，确认以后别的申请一并退回。",
            clause: "SAL-02", access: .controlUnits,
            fields: {
                [.choice("request", label: "哪一份申请", $0.requests)]
                    + [.choices("item", label: "核实过的", MatterField.choices(of: VerifyItem.self))]
            },
            isOffered: { !$0.requests.isEmpty },
            command: { scene, form in
                .confirmHold(
                    try form.request(), try form.words("item", "请勾选核实过的各项。"))
            }),
        SaleAct(
            name: "reject", title: "退回申请", hint: "退回以后顾问马上看到。", clause: "SAL-02",
            access: .controlUnits, style: .plain,
            fields: { [.choice("request", label: "退回哪一份", $0.requests)] },
            isOffered: { !$0.requests.isEmpty },
            command: { _, form in .rejectHold(try form.request()) }),
        SaleAct(
            name: "hold", title: "申请销控", hint: "只是申请，经理核实确认以后才锁房。", clause: "SAL-02",
            access: .sellUnits,
            fields: { _ in [.customer, .staff("staff", label: "谁申请", isSelf: true)] },
            isOffered: { $0.status == .available },
            command: { scene, form in
                .askHold(
                    HoldRequest(
                        SalesRequestID(form.slip.rawValue), of: scene.unit,
                        for: try form.customer(), by: try form.staff()))
            }),
        change(.reconfirm, "写单前再确认", "SAL-04", "再确认有时限，过了要重来。"),
        change(.extend, "续一次", "SAL-02", "到期前续，次数按制度。"),
        change(.withdraw, "撤销销控", "SAL-02", "房源马上放回可售，没有候补。"),
        order,
    ]

    private static func change(
        _ change: HoldChange, _ title: String, _ clause: String, _ hint: String
    ) -> SaleAct {
        SaleAct(
            name: change.rawValue, title: title, hint: hint, clause: clause, access: .controlUnits,
            style: change == .withdraw ? .danger : .plain, isOffered: { $0.status == .held },
            command: { scene, _ in .changeHold(scene.unit, change) })
    }

    private static let order = SaleAct(
        name: "order", title: "写订单", hint: "总价由系统按价目算，不手填；写好由另一个人复核。", clause: "SAL-10",
        access: .sellUnits,
        fields: { scene in
            [
                .choice("buyer", label: "买房人", scene.buyers),
                .word("number", label: "订单编号"),
                .staff("staff", label: "谁写单", isSelf: true),
                .choice("scheme", label: "付款方式", scene.schemes),
                .word("discount", label: "特批折扣（比如 97，不填按付款方式）", isRequired: false),
                .money("deposit", label: "定金"),
                .lines("clauses", label: "改动的条款", hint: "没有就不填；改动要先有特批。"),
            ]
        },
        isOffered: { !$0.buyers.isEmpty },
        command: { scene, form in
            let buyer = PersonID(try form.text("buyer", "请选买房人。"))
            let discount = try form.discount()
            return .writeOrder(
                OrderDraft(
                    try OrderID(sent: try form.text("number", "请填订单编号，最多 30 个汉字。")),
                    of: scene.unit, for: buyer, by: try form.staff(),
                    scheme: try form.text("scheme", "请选付款方式。"), discount: discount,
                    deposit: try form.money("deposit"), clauses: try form.lines("clauses")))
        })

    /// What is said to customers about a unit (SAL-07, SAL-08, SAL-15, SAL-26).
    private static let talk: [SaleAct] = [
        SaleAct(
            name: "quote", title: "报价", hint: "按现行价目报；低于付款方式的折扣，要先有特批。", clause: "SAL-15",
            access: .sellUnits, style: .plain,
            fields: { scene in
                [
                    .customer, .staff("staff", label: "谁报价", isSelf: true),
                    .choice("scheme", label: "付款方式", scene.schemes),
                    .word("discount", label: "特批折扣（比如 97，不填按付款方式）", isRequired: false),
                    .lines("others", label: "一起报的房源", hint: "每行一个房号，没有就不填。"),
                ]
            },
            isOffered: { $0.status == .available || $0.status == .held },
            command: { scene, form in
                guard let version = scene.sales.prices else {
                    throw Problem.badRequest("还没有批准的价目，不能报价。")
                }
                let others = try form.lines("others").map { (line) throws(Problem) in
                    try UnitID(sent: line)
                }
                return .quote(
                    QuoteDraft(
                        form.slip, to: try form.customer(), by: try form.staff(),
                        of: [scene.unit] + others, version: version,
                        scheme: try form.text("scheme", "请选付款方式。"),
                        discount: try form.discount()))
            }),
        SaleAct(
            name: "remark", title: "记下口头留房", hint: "口头留房、备注都不算占用，记下来别人照样可以申请。",
            clause: "SAL-07", access: .sellUnits, style: .plain,
            fields: { _ in [.staff("staff", label: "谁说要留", isSelf: true)] },
            isOffered: { $0.status == .available },
            command: { scene, form in .remark(scene.unit, try form.staff()) }),
    ]

    private static let papers: [SaleAct] = [
        SaleAct(
            name: "release", title: "放盘", hint: "放盘以后才能申请销控。", clause: "SAL-07",
            access: .controlUnits, isOffered: { $0.status == .unreleased },
            command: { scene, _ in .release([scene.unit]) }),
        SaleAct(
            name: "reserve", title: "开发商保留", hint: "凭开发商的书面指示，写明文号和签字人。",
            clause: "SAL-33", access: .controlUnits, style: .plain, fields: { _ in paper },
            isOffered: { $0.status == .available || $0.status == .subscribed },
            command: { scene, form in .reserve(scene.unit, try form.instruction()) }),
        SaleAct(
            name: "unreserve", title: "解除保留", hint: "也凭开发商的书面指示。", clause: "SAL-33",
            access: .controlUnits, style: .plain, fields: { _ in paper },
            isOffered: { $0.status == .reserved },
            command: { scene, form in .unreserve(scene.unit, try form.instruction()) }),
    ]

    private static let paper: [MatterField] = [
        .word("document", label: "指示文号"), .word("signer", label: "签字人"),
    ]
}

extension SaleScene {
    /// Requests that wait, the first asked first.
    var requests: [Choice] {
        (sales.queues[unit] ?? []).map {
            Choice(
                value: $0.request.rawValue,
                label: "\($0.at.shortWords) \(names.name($0.staff))：\(label($0.person))")
        }
    }

    /// For whom an order may be written now.
    var buyers: [Choice] {
        var people: [PersonID] = []
        if let holding = known?.holding, holding.order == nil,
            status == .held || (status == .subscribed && holding.activity != nil)
        {
            people = [holding.person]
        } else if status == .available {
            people = (sales.verified[unit] ?? []).map(\.person)
        }
        return people.map { Choice(value: $0.rawValue, label: label($0)) }
    }
}

extension MatterForm {
    /// What is paid of the list price, in basis points; nil: as the way of paying says.
    func discount() throws(Problem) -> Int? {
        guard let text = try optionalText("discount") else { return nil }
        guard let points = hundredths(text), (1...10_000).contains(points) else {
            throw .fault("discount", "折扣写成 97 或 97.5 的样子。")
        }
        return points
    }

    /// The request that was chosen.
    func request() throws(Problem) -> SalesRequestID {
        SalesRequestID(try text("request", "请选哪一份申请。"))
    }

    /// The developer's paper.
    func instruction() throws(Problem) -> Instruction {
        Instruction(
            try text("document", "请填指示文号。"), signer: try text("signer", "请填签字人。"))
    }
}
