import HouseRules

extension Matter {
    /// Approvals, promises, offences and kin (SAL-02, SAL-07 … SAL-34).
    static let sales: [Matter] = [
        Matter(
            name: "discount", title: "特批折扣", hint: "先批后报；低于付款方式的折扣，没有特批不能报。",
            clause: "SAL-15", group: .sales, access: .giveRulings,
            fields: [.customer, .word("discount", label: "折扣（比如 97）")]
        ) { form in
            guard let points = hundredths(try form.text("discount", "请填折扣。")),
                (1...10_000).contains(points)
            else { throw Problem.fault("discount", "折扣写成 97 或 97.5 的样子。") }
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
