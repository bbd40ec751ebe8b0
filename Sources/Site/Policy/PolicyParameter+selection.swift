import HouseRules

extension PolicyParameter {
    /// Selection days, openings and allotments, SEL-01 … SEL-10.
    static let selection: [PolicyParameter] = rosters + choosing + openings

    private static let rosters: [PolicyParameter] = [
        PolicyParameter(
            "selection.units_exclusive", "清单内房源只能从活动里占用", "SEL-01",
            \.selection.exclusive, .flag),
        PolicyParameter(
            "selection.max_units_per_buyer", "一名买方可选几套", "SEL-01",
            \.selection.maxUnits, .whole(1...10, "套")),
        PolicyParameter(
            "selection.roster_lock", "名单何时锁定", "SEL-01", \.selection.rosterLock, .choice),
        PolicyParameter(
            "selection.roster_change_approver", "锁定后谁能增删名单", "SEL-01",
            \.selection.rosterApprover, .choice(of: [.salesManager, .salesSupervisor])),
        PolicyParameter(
            "draw.algorithm", "定序算法", "SEL-02", \.selection.algorithm, .choice),
        PolicyParameter(
            "draw.commit_before_minutes", "种子承诺要早于摇号多久", "SEL-02",
            \.selection.commitMinutes, .whole(0...10_080, "分钟")),
        PolicyParameter(
            "draw.public_part_required", "须有公众给的第二段种子", "SEL-02",
            \.selection.publicPart, .flag),
        PolicyParameter(
            "call.group_size", "一组叫几人", "SEL-03",
            \.selection.groupSize, .whole(1...200, "人")),
        PolicyParameter(
            "call.checkin_minutes", "叫号后签到时限", "SEL-03",
            \.selection.checkinMinutes, .whole(1...240, "分钟")),
        PolicyParameter(
            "call.miss_policy", "过号怎么办", "SEL-03", \.selection.missPolicy, .choice),
        PolicyParameter(
            "rehearsal.min", "至少彩排几次", "SEL-08",
            \.selection.rehearsals, .whole(0...10, "次")),
        PolicyParameter("plan.roles", "分工表要有的岗位", "SEL-08", \.selection.planRoles, .words()),
        PolicyParameter("pause.freezes", "暂停时停哪些表", "SEL-09", \.selection.freezes, .words()),
        PolicyParameter(
            "dispute.resolve_by", "现场异议由谁处理", "SEL-09", \.selection.resolveBy,
            .choice(of: [.salesManager, .salesSupervisor])),
        PolicyParameter(
            "closing.reconcile", "归档前怎样核对", "SEL-10",
            \.selection.reconcile, ParameterForm.choice.orNull),
    ]

    private static let choosing: [PolicyParameter] = [
        PolicyParameter(
            "choose.minutes", "选房台限时", "SEL-04",
            \.selection.chooseMinutes, .whole(1...60, "分钟")),
        PolicyParameter(
            "choose.clock_start", "选房从何时起算", "SEL-04", \.selection.chooseStart, .choice),
        PolicyParameter("choose.confirm", "点选由谁确认", "SEL-04", \.selection.confirm, .choice),
        PolicyParameter(
            "choose.payment_minutes", "签单后多久交款（不用认购的交款时限时）", "SEL-04",
            \.selection.paymentMinutes, ParameterForm.whole(1...1440, "分钟").orNull),
        PolicyParameter(
            "choose.reconfirm_by", "写单前由谁再确认", "SEL-04",
            \.selection.reconfirmBy, .choice),
        PolicyParameter(
            "choose.change_allowed_until", "改选到何时为止", "SEL-04",
            \.selection.changeUntil, ParameterForm.choice.orNull),
    ]

    private static let openings: [PolicyParameter] = [
        PolicyParameter(
            "opening.payment_minutes", "线上占用后付款时限", "SEL-05",
            \.selection.onlineMinutes, .whole(1...1440, "分钟")),
        PolicyParameter(
            "opening.clock_start", "线上付款从何时起算", "SEL-05",
            \.selection.onlineStart, .choice),
        PolicyParameter(
            "opening.rehearsal_allowed", "开盘前可以公测", "SEL-05",
            \.selection.rehearsalAllowed, .flag),
        PolicyParameter(
            "opening.favourites_max", "最多收藏几套", "SEL-05",
            \.selection.favouritesMax, .whole(0...100, "套")),
        PolicyParameter(
            "heat.weights", "热度权重", "SEL-06", \.selection.heatWeights, .heat),
        PolicyParameter(
            "allotment.order", "储藏室、车位按什么顺序选", "SEL-07",
            \.selection.allotmentOrder, .choice),
        PolicyParameter(
            "allotment.prerequisite", "选储藏室、车位的先决条件", "SEL-07",
            \.selection.prerequisite,
            ParameterForm.choice(of: [.subscribed, .contracted]).orNull),
        PolicyParameter(
            "allotment.per_buyer", "一户可选几个", "SEL-07",
            \.selection.allotmentPerBuyer, .whole(1...10, "个")),
        PolicyParameter(
            "allotment.bound_to_unit", "与主房源同退", "SEL-07", \.selection.isBound, .flag),
    ]
}

extension ParameterForm<HeatWeights> {
    /// `1 3 2`: for a favourite, a rehearsal pick and an intent to visit.
    static var heat: Self {
        ParameterForm(
            allowed: "应当是三个 0 到 100 的整数，依次是收藏、公测点选、到访意向，写成 1 3 2 的样子",
            parse: { word in
                let numbers = word.split(separator: " ").compactMap { Int($0) }
                guard numbers.count == 3, word == "\(numbers[0]) \(numbers[1]) \(numbers[2])",
                    numbers.allSatisfy({ (0...100).contains($0) })
                else { return nil }
                var weights = HeatWeights()
                weights.favourite = numbers[0]
                weights.rehearsalPick = numbers[1]
                weights.visitIntent = numbers[2]
                return weights
            },
            text: { "\($0.favourite) \($0.rehearsalPick) \($0.visitIntent)" })
    }
}
