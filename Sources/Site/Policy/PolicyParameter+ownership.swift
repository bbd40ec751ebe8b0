import HouseRules

extension PolicyParameter {
    /// Whose customer it is over time, OWN-01 … OWN-42, OWN-55 and OWN-56.
    static let ownership: [PolicyParameter] =
        [
            PolicyParameter(
                "immediate_family", "直系亲属", "OWN-27", \.ownership.immediateFamily, .words())
        ] + clocks + touches + evidence + introductions + people

    private static let clocks: [PolicyParameter] = [
        PolicyParameter(
            "visit_register.requires_on_site", "建来访须有到场接待记录", "OWN-02",
            \.ownership.needsOnSite, .flag),
        PolicyParameter(
            "call.freshness_count_start_day", "来电保鲜含接电话当天", "OWN-03",
            \.ownership.countsCallDay, .flag),
        PolicyParameter(
            "call.freshness_reset_on_touch", "跟进后来电保鲜重起", "OWN-03",
            \.ownership.touchFreshensCall, .flag),
        PolicyParameter(
            "call.remind_at", "来电第几天提醒", "OWN-03", \.ownership.callReminders, .days),
        PolicyParameter(
            "call.to_visit_reset_on_new_call", "期内再来电重算封顶", "OWN-04",
            \.ownership.newCallResets, .flag),
        PolicyParameter(
            "visit.freshness_phase", "来访保鲜何时走", "OWN-05",
            \.ownership.freshnessPhase, .choice),
        PolicyParameter(
            "visit.touch_medium", "哪些方式算跟进", "OWN-05", \.ownership.touchMedia, .words()),
        PolicyParameter(
            "visit.remind_at", "来访第几天提醒", "OWN-05", \.ownership.visitReminders, .days),
        PolicyParameter(
            "visit.validity_includes_day", "来访有效期含接待当天", "OWN-06",
            \.ownership.validityIncludesDay, .flag),
        PolicyParameter(
            "visit.second_visit_resets", "再次到访重起有效期", "OWN-06",
            \.ownership.secondVisitResets, .flag),
        PolicyParameter(
            "month_expire.end_of_month_rule", "到期月没有该日时", "OWN-06",
            \.ownership.monthEnd, .choice),
        PolicyParameter(
            "ownership.revive_after_lapse", "断档后跟进可否恢复", "OWN-07",
            \.ownership.revives, .flag),
    ]

    private static let touches: [PolicyParameter] = [
        PolicyParameter(
            "touch.invalid_results", "哪些结果不算跟进", "OWN-08",
            \.ownership.invalidResults, .words()),
        PolicyParameter(
            "touch.no_answer_valid", "无人接听算不算跟进", "OWN-08",
            \.ownership.noAnswerCounts, .flag),
        PolicyParameter(
            "touch.min_content", "跟进须有的内容", "OWN-08", \.ownership.minContent, .choice),
        PolicyParameter(
            "touch.owner_only", "只认本人跟进", "OWN-08", \.ownership.ownerOnly, .flag),
        PolicyParameter(
            "touch.assigned_assistant_counts", "指派协助者的跟进算数", "OWN-08",
            \.ownership.assistantCounts, .flag),
    ]

    private static let evidence: [PolicyParameter] = [
        PolicyParameter(
            "three_in_one.required", "三位一体要哪几件", "OWN-09", \.ownership.threeInOne, .words()),
        PolicyParameter(
            "tamper.fields", "涂改哪些作废", "OWN-10", \.ownership.tamperFields, .words()),
        PolicyParameter(
            "tamper.signer", "改登记由谁签字", "OWN-10", \.ownership.signers, .roles),
        PolicyParameter(
            "call.basis_of_ownership", "来电产生归属", "OWN-11", \.ownership.callIsBasis, .flag),
        PolicyParameter(
            "owner.ownership_never_lapses", "已购客户不失效", "OWN-15",
            \.ownership.ownerNeverLapses, .flag),
    ]

    private static let introductions: [PolicyParameter] = [
        PolicyParameter(
            "referral.criteria", "老带新的成立方式", "OWN-16",
            \.ownership.referralCriteria, .words()),
        PolicyParameter(
            "referral.pre_notice_required_when_absent", "顾问不在时须事前联系并报告", "OWN-18",
            \.ownership.noticeWhenAbsent, .flag),
        PolicyParameter(
            "referral.first_visit_must_be_valid", "先来过的须仍有效才挡老带新", "OWN-19",
            \.ownership.firstVisitMustBeValid, .flag),
        PolicyParameter(
            "introducer.must_be_valid", "未购介绍人须仍有效", "OWN-20",
            \.ownership.introducerMustBeValid, .flag),
        PolicyParameter(
            "chain.depth", "介绍可传几级", "OWN-40",
            \.ownership.chainDepth, ParameterForm.whole(1...99, "级").orNull),
        PolicyParameter(
            "relative.requires", "亲友客户要有什么", "OWN-41",
            \.ownership.relativeRequires, ParameterForm.choice.orNull),
    ]

    private static let people: [PolicyParameter] = [
        PolicyParameter(
            "ownership.term_months", "归属时效", "OWN-42",
            \.ownership.termMonths, ParameterForm.whole(1...60, "个月").orNull),
        PolicyParameter(
            "renew.requires_supervisor_signature", "续期须主管签字", "OWN-42",
            \.ownership.renewalNeedsSignature, .flag),
        PolicyParameter(
            "renew.before_expiry_allowed", "到期前可否续期", "OWN-42",
            \.ownership.renewalBeforeExpiry, .flag),
        PolicyParameter(
            "leave.handover_required", "请假须移交客户名单", "OWN-36",
            \.ownership.leaveNeedsList, .flag),
        PolicyParameter(
            "resigned.customer_policy", "离职者的客户", "OWN-37", \.ownership.resigned, .choice),
        PolicyParameter(
            "dismissed.customer_policy", "除名者的客户", "OWN-37", \.ownership.dismissed, .choice),
        PolicyParameter(
            "data.visibility", "谁可看客户明文", "OWN-55", \.ownership.visibility, .words()),
        PolicyParameter(
            "data.peek_fine", "私看同事客户罚多少", "OWN-55",
            \.ownership.peekFine,
            ParameterForm.yuan.orNull),
        PolicyParameter(
            "case_share.after_deal_days", "成交几天内交案例", "OWN-56",
            \.ownership.caseDays, ParameterForm.whole(1...365, "天").orNull),
    ]
}

extension ParameterForm<[Int]> {
    /// Days of a count, the start as day one, separated by spaces.
    fileprivate static var days: Self {
        ParameterForm(
            allowed: "应当是几个天数（起算日算第 1 天），从小到大用空格隔开，例如 8 9；不提醒就写 \"\"",
            parse: { text in
                let words = text.split(separator: " ")
                let days = words.compactMap { Int($0) }.filter { (1...365).contains($0) }
                let rises = zip(days, days.dropFirst()).allSatisfy { $0 < $1 }
                return days.count == words.count && rises ? days : nil
            },
            text: { $0.map { "\($0)" }.joined(separator: " ") })
    }
}

extension ParameterForm<[Role]> {
    /// Roles of management, separated by spaces.
    fileprivate static var roles: Self {
        ParameterForm(
            allowed: "应当是 sales_manager（销售经理）、sales_supervisor（销售主管） 里的几个，用空格隔开",
            parse: { text in
                let names = text.split(separator: " ").map(String.init)
                let roles = names.compactMap { Role(rawValue: $0) }.filter(\.isManagement)
                return roles.count == names.count && Set(roles).count == roles.count
                    && !roles.isEmpty ? roles : nil
            },
            text: { $0.map(\.rawValue).joined(separator: " ") })
    }
}
