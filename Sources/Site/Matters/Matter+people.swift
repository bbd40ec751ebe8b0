import HouseRules

extension Matter {
    private static let days: [MatterField] = [
        .day("from", label: "第一天"), .day("to", label: "最后一天"),
    ]

    /// Leaves, departures and help (OWN-05, OWN-35, OWN-36, OWN-37).
    static let people: [Matter] = [
        Matter(
            name: "sick-leave", title: "登记病假", hint: "病假长短决定客户由谁照看、业绩怎么分。",
            clause: "OWN-35", group: .people, access: .registerDeals,
            fields: [.staff("staff", label: "谁")] + days + [
                .staff("successor", label: "客户由谁照看", isRequired: false)
            ]
        ) { form in
            let days = try form.days()
            return .adjudication(
                .takeSickLeave(
                    SickLeave(
                        try form.staff(), from: days.first, to: days.last,
                        successor: try form.optionalStaff("successor"))))
        },
        Matter(
            name: "leave-list", title: "请假前交出快成交的客户", hint: "写明的客户，假期里成交按规则分。",
            clause: "OWN-36", group: .people, access: .tendCustomers,
            fields: [.staff("staff", label: "谁请假", isSelf: true)] + days + [
                .numbers(label: "快成交的客户，每行一个电话")
            ]
        ) { form in
            .ownership(
                .list(
                    try form.staff(),
                    HandoverList(days: try form.days(), customers: form.several)))
        },
        Matter(
            name: "assistance", title: "指派协助", hint: "顾问不在时，由谁帮忙接待他的客户。",
            clause: "OWN-36", group: .people, access: .giveRulings,
            fields: [.staff("staff", label: "帮谁"), .staff("by", label: "谁来帮")] + days
        ) { form in
            .ownership(
                .nameAssistant(
                    try form.staff(),
                    Assistance(by: try form.staff("by"), on: try form.days())))
        },
        Matter(
            name: "departure", title: "顾问离职", hint: "名下客户按规则进公海或等候分配。",
            clause: "OWN-37", group: .people, access: .giveRulings,
            fields: [
                .staff("staff", label: "谁"),
                .choice("kind", label: "怎么离开的", MatterField.choices(of: DepartureKind.self)),
            ]
        ) { form in
            .ownership(.depart(try form.staff(), try form.word("kind", "请选怎么离开的。")))
        },
        Matter(
            name: "standstill", title: "保鲜停钟的日子", hint: "放假等日子不算进保鲜期，只能往后加。",
            clause: "OWN-05", group: .people, access: .giveRulings, fields: days
        ) { form in
            let days = try form.days()
            guard !form.stops.contains(where: { $0.first <= days.last && days.first <= $0.last })
            else { throw Problem.fault("from", "这几天里已经有停钟的日子，请只填新的。") }
            let stops = (form.stops + [days]).sorted { $0.first < $1.first }
            return .ownership(.setPhases(stops: stops))
        },
    ]

    /// Poaching, quarrels and pay (OWN-22, OWN-24, OWN-28, OWN-30).
    static let deals: [Matter] = [
        Matter(
            name: "cross", title: "几个人都接过，还没成交", hint: "按最早有效的登记定归谁，同一天的看客户指认。",
            clause: "OWN-24", group: .deals, access: .registerDeals,
            fields: [
                .customer, .staff("designated", label: "客户书面指认谁", isRequired: false),
                .note(label: "经过"),
            ]
        ) { form in
            .adjudication(
                .settleCross(
                    form.slip, try form.customer(),
                    designated: try form.optionalStaff("designated"), note: try form.note()))
        },
        Matter(
            name: "customer-quarrel", title: "没成交的客户，提出争议", hint: "交给管理人员协商、裁决。",
            clause: "OWN-30", group: .deals, access: .registerDeals,
            fields: [
                .customer, .staff("staff", label: "谁提出", isSelf: true), .note(label: "经过"),
            ]
        ) { form in
            .adjudication(
                .contest(
                    form.slip, .customer(try form.customer()), try form.staff(), against: [],
                    note: try form.note()))
        },
        Matter(
            name: "poaching", title: "认定抢单", hint: "最重的一项定级，归属退回，处罚先拟草稿。",
            clause: "OWN-22", group: .deals, access: .giveRulings,
            fields: [
                .customer, .staff("staff", label: "谁抢的"), .staff("from", label: "抢了谁的"),
                .choices("act", label: "做了什么", MatterField.choices(of: PoachAct.self)),
                .choice("measure", label: "怎么处理", MatterField.choices(of: PoachMeasure.self)),
                .note(label: "查实的经过"),
            ]
        ) { form in
            let slip = PoachSlip(
                form.slip, by: try form.staff(), from: try form.staff("from"),
                try form.customer(), try form.words("act", "请选做了什么。"),
                try form.word("measure", "请选怎么处理。"), note: try form.note())
            return .adjudication(.poach(slip))
        },
        Matter(
            name: "public-quarrel", title: "当众争吵", hint: "在售楼处或客户面前吵的，每人一张罚单草稿。",
            clause: "OWN-30", group: .deals, access: .giveRulings,
            fields: [.colleagues(label: "谁吵的"), .note(label: "经过")]
        ) { form in
            let people = try form.fields.all("people").map { (id) throws(Problem) in
                try StaffID(sent: id)
            }
            guard people.count <= 50 else { throw Problem.fault("people", "人选得太多了。") }
            return .adjudication(.quarrel(form.slip, people, note: try form.note()))
        },
        Matter(
            name: "pay-out", title: "提成已经发放", hint: "有争议的成交不能发放。", clause: "OWN-28",
            group: .deals, access: .registerDeals, fields: [.word("deal", label: "成交单编号")]
        ) { form in
            guard let deal = form.fields.text("deal"), deal.utf8.count <= 90 else {
                throw Problem.fault("deal", "请填成交单编号，最多 30 个汉字。")
            }
            return .adjudication(.payOut(DealID(deal)))
        },
    ]
}
