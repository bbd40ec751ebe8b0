import HouseRules

extension Matter {
    /// Customers themselves (OWN-09, OWN-11, OWN-20, OWN-24, OWN-42, OWN-56).
    static let customers: [Matter] = [
        Matter(
            name: "lack", title: "三位一体缺了一项",
            hint: "公共登记、系统登记、保鲜里缺了哪一项，从缺的那天起不再算数。", clause: "OWN-09",
            group: .customers, access: .giveRulings,
            fields: [
                .customer, .staff("staff", label: "谁的登记"),
                .choice("lack", label: "缺哪一项", MatterField.choices(of: ThreeInOne.self)),
            ]
        ) { form in
            .ownership(
                .findLack(
                    try form.customer(), try form.staff(), try form.word("lack", "请选缺哪一项。")))
        },
        Matter(
            name: "own-caller", title: "来电是自己的客户", hint: "先查归属，归自己的不占来电轮次。",
            clause: "OWN-11", group: .customers, access: .tendCustomers,
            fields: [.customer, .staff("staff", label: "谁", isSelf: true)]
        ) { .ownership(.reserve(try $0.customer(), try $0.staff())) },
        Matter(
            name: "change-wish", title: "客户想换顾问",
            hint: "客户不在现场时提的，由经理或主管裁决；裁决以前照旧。", clause: "REC-36",
            group: .customers, access: .tendCustomers,
            fields: [
                .customer,
                .staff("staff", label: "客户想要谁（没有指定不用选）", isRequired: false),
                .choice("cause", label: "因为什么", MatterField.choices(of: ChangeCause.self)),
                .note(label: "客户怎么说的（不要写姓名、号码）"),
            ]
        ) { form in
            .claims(
                .askChange(
                    ChangeWish(
                        form.slip, of: try form.customer(),
                        wants: try form.optionalStaff("staff"),
                        try form.word("cause", "请选是因为投诉还是客户自己的意思。"),
                        note: try form.note())))
        },
        Matter(
            name: "approach", title: "联系别人的客户，先问一声",
            hint: "按规则能不能联系，系统当场答，并留下记录。", clause: "OWN-22", group: .customers,
            access: .tendCustomers,
            fields: [
                .customer, .staff("staff", label: "谁要联系", isSelf: true),
                .choice("approach", label: "怎么联系", MatterField.choices(of: Approach.self)),
                .flag("invited", label: "归属顾问请我帮忙"),
            ]
        ) { form in
            .adjudication(
                .approach(
                    try form.staff(), try form.customer(),
                    try form.word("approach", "请选怎么联系。"),
                    invited: form.fields["invited"] == "1"))
        },
        Matter(
            name: "renew", title: "过期客户重新登记", hint: "过了有效期的客户，经主管签字可以重新登记。",
            clause: "OWN-42", group: .customers, access: .tendCustomers,
            fields: [.customer, .staff("staff", label: "登记给谁", isSelf: true)]
        ) { .ownership(.renew(try $0.customer(), try $0.staff())) },
        Matter(
            name: "renewal-signature", title: "给重新登记签字", hint: "签了才从今天起重新算。",
            clause: "OWN-42", group: .customers, access: .giveRulings,
            fields: [.customer, .staff("staff", label: "登记给谁")]
        ) { .ownership(.signRenewal(try $0.customer(), try $0.staff())) },
        Matter(
            name: "deal-undone", title: "客户退房", hint: "买过房不失效的归属，退房后重新起算。",
            clause: "OWN-20", group: .customers, access: .registerDeals, fields: [.customer]
        ) { .ownership(.cancelDeal(try $0.customer())) },
        Matter(
            name: "case-told", title: "成交案例已分享", hint: "成交后按期分享案例，分享了就不再催。",
            clause: "OWN-56", group: .customers, access: .tendCustomers, fields: [.customer]
        ) { .ownership(.tellCase(try $0.customer())) },
    ]

    /// Relatives and introductions (OWN-16, OWN-27, OWN-41, OWN-44).
    static let kin: [Matter] = [
        Matter(
            name: "kin", title: "登记亲属关系", hint: "有证件或签字的亲属，才按一家人判。",
            clause: "OWN-27", group: .kin, access: .tendCustomers,
            fields: [
                .customer, .other(label: "亲友的电话"),
                .choice("kinship", label: "亲友是客户的", MatterField.choices(of: Kinship.self)),
                .flag("proven", label: "看过证件或有签字"),
            ]
        ) { form in
            .ownership(
                .relate(
                    try form.customer(), other: try form.otherCustomer(),
                    try form.word("kinship", "请选是什么关系。"),
                    proven: form.fields["proven"] == "1"))
        },
        Matter(
            name: "introduction", title: "老客户提前说会带人来", hint: "新客户来之前说的才算老带新。",
            clause: "OWN-16", group: .kin, access: .tendCustomers,
            fields: [
                .customer, .other(label: "老客户的电话"), .moment("at", label: "什么时候说的"),
            ]
        ) { form in
            guard let at = form.fields.text("at").flatMap({ Moment(local: $0) }) else {
                throw Problem.fault("at", "什么时候说的，要写成日期和时刻。")
            }
            return .ownership(
                .introduceAhead(
                    try form.customer(), by: try form.otherCustomer(), occurred: at))
        },
        Matter(
            name: "recommendation", title: "员工推荐客户", hint: "推荐单在客户来之前填，来访后按规则认。",
            clause: "OWN-44", group: .kin, access: .registerDeals,
            fields: [.customer, .staff("staff", label: "推荐人", isSelf: true)]
        ) { .channels(.recommend($0.slip, try $0.customer(), try $0.staff())) },
    ]

    /// What the registers say (OWN-01, OWN-10).
    static let registers: [Matter] = [
        Matter(
            name: "change", title: "申请改登记", hint: "姓名、电话、证件号登记错了，先申请，签了字再改。",
            clause: "OWN-10", group: .registers, access: .tendCustomers,
            fields: [
                .customer, .staff("staff", label: "谁申请", isSelf: true),
                .choices("field", label: "改哪一项", MatterField.choices(of: RecordField.self)),
                .note(label: "为什么改"),
            ]
        ) { form in
            let change = RecordChange(
                try form.customer(), by: try form.staff(),
                fields: try form.words("field", "请选改哪一项。"), note: try form.note())
            return .ownership(.requestChange(form.slip, change))
        },
        Matter(
            name: "change-signature", title: "给改登记签字", hint: "没签字的改动不算，原登记照旧。",
            clause: "OWN-10", group: .registers, access: .giveRulings, fields: [.change]
        ) { form in
            guard let slip = form.fields.text("change"), slip.utf8.count <= 64 else {
                throw Problem.fault("change", "请选给哪一张申请签字。")
            }
            return .ownership(.signChange(SlipID(slip)))
        },
        Matter(
            name: "tampering", title: "发现登记被涂改", hint: "没有签字的涂改，涂改的登记作废。",
            clause: "OWN-10", group: .registers, access: .giveRulings,
            fields: [
                .customer, .staff("staff", label: "谁的登记"),
                .choice("field", label: "改了哪一项", MatterField.choices(of: RecordField.self)),
            ]
        ) { form in
            .ownership(
                .findTampering(
                    try form.customer(), try form.staff(),
                    try form.word("field", "请选改了哪一项。")))
        },
        Matter(
            name: "same-person", title: "两个号码是同一位客户", hint: "并在一起后按最早的登记判，可以再分开。",
            clause: "OWN-01", group: .registers, access: .giveRulings,
            fields: [.customer, .other(label: "并到哪个号码"), .note(label: "凭什么说是同一位")]
        ) { form in
            .ownership(
                .merge(try form.customer(), into: try form.otherCustomer(), note: try form.note()))
        },
        Matter(
            name: "two-persons", title: "并错了，分开", hint: "各自回到并在一起之前的登记。",
            clause: "OWN-01", group: .registers, access: .giveRulings,
            fields: [.customer, .note(label: "为什么分开")]
        ) { .ownership(.part(try $0.customer(), note: try $0.note())) },
    ]
}
