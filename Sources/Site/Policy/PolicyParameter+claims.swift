import HouseRules

extension PolicyParameter {
    /// Recognising customers, REC-22 … REC-43.
    static let claims: [PolicyParameter] = questions + windows + arrangements + clocks

    private static let questions: [PolicyParameter] = [
        PolicyParameter(
            "first_question.asker", "首问由谁问", "REC-28", \.claims.asker, .choice),
        PolicyParameter(
            "first_question.fields", "首问必须问到的", "REC-28",
            \.claims.questionFields, .questions),
        PolicyParameter(
            "arrival.lookup_by_phone", "派客前按号码查归属", "REC-30",
            \.claims.looksUpByPhone, .flag),
        PolicyParameter(
            "relation.designation_allowed", "关系户可否指定顾问", "REC-25",
            \.claims.relationMayDesignate, .flag),
        PolicyParameter(
            "peer.discovered_after_effect", "接完才知道是同行", "REC-22",
            \.claims.peerFoundAfter, .choice(of: [.counted, .notCounted])),
        PolicyParameter(
            "named_after_expiry.policy", "归属过期仍点名", "REC-37",
            \.claims.namedAfterExpiry, .choice),
        PolicyParameter(
            "own_resource.evidence", "自身人脉的凭据", "REC-26",
            \.claims.ownResourceProof, .choice),
    ]

    private static let windows: [PolicyParameter] = [
        PolicyParameter(
            "claim.window_seconds", "认领窗口", "REC-31",
            \.claims.windowSeconds, .whole(0...3600, "秒")),
        PolicyParameter(
            "claim.return_turn_to_current", "认领后退还当轮者一轮", "REC-31",
            \.claims.returnsTurn, .flag),
        PolicyParameter(
            "reclass.self_service_seconds", "自己改类别的窗口", "REC-32",
            \.claims.reclassSeconds, .whole(0...3600, "秒")),
        PolicyParameter(
            "call_named.window_seconds", "来电客户指名的窗口", "REC-33",
            \.claims.namingSeconds, .whole(0...3600, "秒")),
        PolicyParameter(
            "call_discover.window_seconds", "邀约者发现来电客户的窗口", "REC-33",
            \.claims.discoverSeconds, .whole(0...3600, "秒")),
        PolicyParameter(
            "proof.grace_minutes", "接完多久内拿出有效登记", "REC-34",
            \.claims.proofMinutes, .whole(0...1440, "分钟")),
    ]

    private static let arrangements: [PolicyParameter] = [
        PolicyParameter(
            "change_consultant.decide_hours", "换人申请几小时内裁决", "REC-36",
            \.claims.changeHours, .whole(1...720, "小时")),
        PolicyParameter(
            "appointment.requires_substitute_if_absent", "预约人不在须填接替人", "REC-38",
            \.claims.appointmentNeedsSubstitute, .flag),
        PolicyParameter(
            "appointment.remind_minutes", "预约提前多久提醒", "REC-38",
            \.claims.remindMinutes, .whole(0...1440, "分钟")),
        PolicyParameter(
            "substitute.ack_days", "代接交接几天内确认", "REC-39",
            \.claims.handoverDays, .whole(0...30, "天")),
        PolicyParameter(
            "rest_day.uniform", "轮休日会客须着工装", "REC-40",
            \.claims.restDayUniform, .flag),
        PolicyParameter(
            "staff_referral.compare", "员工推荐按哪个时刻比", "REC-42",
            \.claims.referralMoment, .choice),
        PolicyParameter(
            "staff_referral.return_turn", "员工推荐转走后还轮", "REC-42",
            \.claims.referralReturnsTurn, .flag),
    ]

    private static let clocks: [PolicyParameter] = [
        PolicyParameter(
            "call.freshness_days", "来电保鲜期", "REC-33",
            \.claims.callDays, .whole(1...365, "天")),
        PolicyParameter(
            "call.to_visit_days", "来电到访封顶", "REC-33",
            \.claims.callCapDays, .whole(1...365, "天")),
        PolicyParameter(
            "visit.freshness_days", "来访保鲜期", "REC-27",
            \.claims.visitDays, .whole(1...365, "天")),
        PolicyParameter(
            "visit.validity_months", "来访有效期", "REC-27",
            \.claims.visitMonths, .whole(1...36, "个月")),
        PolicyParameter(
            "touch.same_day_entry", "跟进须当天登记", "REC-27",
            \.claims.sameDayEntry, .flag),
    ]
}

extension ParameterForm<Set<FirstQuestionField>> {
    /// Questions in one line, joined with `+`.
    fileprivate static var questions: Self {
        let words = FirstQuestionField.allCases.map { "\($0.rawValue)（\($0.label)）" }.listed
        return ParameterForm(
            allowed: "应当是 \(words) 里的几项，用 + 连起来",
            parse: { text in
                let fields = text.split(separator: "+", omittingEmptySubsequences: false)
                    .map { FirstQuestionField(rawValue: String($0)) }
                return fields.contains(nil) ? nil : Set(fields.compactMap { $0 })
            },
            text: { $0.sorted().map(\.rawValue).joined(separator: "+") })
    }
}
