import HouseRules

extension Matter {
    /// Approvals, promises, offences, kin and price lists (SAL-02, SAL-07 … SAL-34).
    static let sales: [Matter] = approvals + findings + audits

    private static let approvals: [Matter] = [
        Matter(
            name: "discount", title: "特批折扣", hint: "先批后报；低于付款方式的折扣，没有特批不能报。",
            clause: "SAL-15", group: .sales, access: .giveRulings,
            fields: [.customer, .word("discount", label: "折扣（比如 97）")]
        ) { form in
            guard let points = try form.discount() else {
                throw Problem.fault("discount", "请填折扣。")
            }
            return .sales(
                .approve(
                    SalesApproval(
                        form.slip, .discount, for: try form.customer(), discount: points)))
        },
        Matter(
            name: "clauses", title: "特批条款改动", hint: "写清每一条改动；合同条款要有开发商的文件。",
            clause: "SAL-18", group: .sales, access: .giveRulings,
            fields: [
                .customer,
                .choice(
                    "kind", label: "改什么",
                    [ApprovalKind.clauses, .template, .promise].map {
                        Choice(value: $0.rawValue, label: $0.label)
                    }),
                .lines("clauses", label: "改动", hint: "每行一条。"),
                .word("document", label: "开发商文件号", isRequired: false),
            ]
        ) { form in
            .sales(
                .approve(
                    SalesApproval(
                        form.slip, try form.word("kind", "请选改什么。"), for: try form.customer(),
                        clauses: try form.lines("clauses"),
                        document: try form.optionalText("document") ?? "")))
        },
        Matter(
            name: "delegate", title: "授权主管确认销控", hint: "经理不在的时候，写明到什么时候为止。",
            clause: "SAL-02", group: .sales, access: .giveRulings,
            fields: [.supervisor("supervisor", label: "哪位主管"), .moment("until", label: "到什么时候")]
        ) { form in
            .sales(
                .delegate(
                    try form.staff("supervisor"),
                    until: try form.moment("until")))
        },
        Matter(
            name: "promise-made", title: "对客户的承诺", hint: "只有公开政策或特批过的才能承诺。",
            clause: "SAL-16", group: .sales, access: .sellUnits,
            fields: [
                .customer, .staff("staff", label: "谁承诺", isSelf: true),
                .choice("matter", label: "承诺什么", MatterField.choices(of: PromiseMatter.self)),
                .word("approval", label: "特批单号（公开政策写“政策”）", isRequired: false),
            ]
        ) { form in
            let source = try form.optionalText("approval").map { text -> PromiseSource in
                text == "政策" ? .policy : .approval(SlipID(text))
            }
            return .sales(
                .promise(
                    SalesPromise(
                        form.slip, to: try form.customer(), by: try form.staff(),
                        try form.word("matter", "请选承诺什么。"), source: source)))
        },
    ]

    /// What was found out (SAL-07 … SAL-34).
    private static let findings: [Matter] = [
        Matter(
            name: "sales-offence", title: "查到销售违规", hint: "只拟处罚草稿，罚不罚由管理人员定。",
            clause: "SAL-09", group: .sales, access: .controlUnits,
            fields: [
                .staff("staff", label: "谁"),
                .choice("offence", label: "何事", MatterField.choices(of: SalesOffence.self)),
                .word("order", label: "哪份订单", isRequired: false), .note(label: "事实"),
            ]
        ) { form in
            .sales(
                .reportOffence(
                    OffenceSlip(
                        form.slip, try form.word("offence", "请选何事。"), by: try form.staff(),
                        order: try form.optionalText("order").map { OrderID($0) },
                        note: try form.note())))
        },
        Matter(
            name: "leak", title: "查到泄密", hint: "泄露价格、客户、制度都算；金额在制度的区间里定，只拟草稿。",
            clause: "SAL-34", group: .sales, access: .giveRulings,
            fields: [
                .staff("staff", label: "谁"), .number("items", label: "泄露了几项"),
                .flag("adverse", label: "对销售已有不良影响"),
                .money("amount", label: "金额，不填按区间下限", isRequired: false),
                .note(label: "证据"),
            ]
        ) { form in
            .sales(
                .reportLeak(
                    LeakSlip(
                        form.slip, by: try form.staff(), items: try form.number("items"),
                        isAdverse: form.fields["adverse"] == "1",
                        amount: try form.optionalMoney("amount"), evidence: try form.note())))
        },
    ]

    /// Purchases of the staff, and printed price lists (SAL-30, SAL-31).
    private static let audits: [Matter] = [
        Matter(
            name: "staff-purchase", title: "员工或直系亲属购房", hint: "买之前自己申报；没申报的列入稽核。",
            clause: "SAL-31", group: .sales, access: .sellUnits,
            fields: [
                .customer, .staff("staff", label: "谁或谁的亲属", isSelf: true),
                .flag("declared", label: "本人申报"),
            ]
        ) { form in
            .sales(
                .noteTie(
                    StaffTie(
                        try form.customer(), of: try form.staff(),
                        isDeclared: form.fields["declared"] == "1")))
        },
        Matter(
            name: "purchase-audit", title: "私单稽核完毕", hint: "没申报就买的列在稽核名单上；查完在这里写结果。",
            clause: "SAL-31", group: .sales, access: .giveRulings,
            fields: [
                .customer,
                .choice(
                    "result", label: "查下来",
                    [
                        Choice(value: "clear", label: "没有问题"),
                        Choice(value: "guilty", label: "查实做私单，建议按制度处理"),
                    ]),
            ]
        ) { form in
            guard let result = form.fields.text("result"), ["clear", "guilty"].contains(result)
            else { throw Problem.fault("result", "请选查下来怎样。") }
            return .sales(.closeTie(try form.customer(), isGuilty: result == "guilty"))
        },
        Matter(
            name: "price-list-count", title: "清点价格表", hint: "少了的一张一份处罚草稿，清点完按实数记。",
            clause: "SAL-30", group: .sales, access: .controlUnits,
            fields: [.staff("staff", label: "谁的"), .number("count", label: "手里有几张")]
        ) { form in
            .sales(.countPriceLists(try form.staff(), try form.number("count")))
        },
        Matter(
            name: "price-lists", title: "领用、交回价格表", hint: "纸质价格表每张都记到人，离职和换版时交回。",
            clause: "SAL-30", group: .sales, access: .controlUnits,
            fields: [
                .staff("staff", label: "谁"), .number("count", label: "几张"),
                .flag("back", label: "是交回"),
            ]
        ) { form in
            let count = try form.number("count")
            return .sales(
                .movePriceLists(try form.staff(), form.fields["back"] == "1" ? -count : count))
        },
    ]
}
