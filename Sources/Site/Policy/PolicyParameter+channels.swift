import HouseRules

extension PolicyParameter {
    /// Channels and recommendations, OWN-43 … OWN-54.
    static let channels: [PolicyParameter] = reports + channelCases + recommendations

    private static let reports: [PolicyParameter] = [
        PolicyParameter(
            "channel.report_lead_minutes", "报备要早于到访多久", "OWN-45",
            \.channels.leadMinutes, .whole(0...1440, "分钟")),
        PolicyParameter(
            "channel.report_time_source", "报备按哪个时刻", "OWN-45", \.channels.reportTime, .choice),
        PolicyParameter(
            "channel.visit_time_source", "到场时刻取哪些记录里最早的", "OWN-45",
            \.channels.arrivalSources, .words()),
        PolicyParameter(
            "channel.report_max_age_days", "报备几天有效", "OWN-45",
            \.channels.reportDays, ParameterForm.whole(1...365, "天").orNull),
        PolicyParameter(
            "channel.match_fields", "报备与登记要一致的", "OWN-46", \.channels.matchFields, .words()),
        PolicyParameter(
            "channel.phone_mask_allowed", "报备可否隐去号码中段", "OWN-46",
            \.channels.maskAllowed, .flag),
        PolicyParameter(
            "channel.match_checkpoints", "在哪些关口比对", "OWN-46",
            \.channels.checkpoints, .words()),
        PolicyParameter(
            "channel.mention_required", "首问须提到渠道", "OWN-48",
            \.channels.mentionRequired, .flag),
        PolicyParameter(
            "channel.sop_cutoff", "补问到何时为止", "OWN-48", \.channels.mentionCutoff, .choice),
    ]

    private static let channelCases: [PolicyParameter] = [
        PolicyParameter(
            "channel.existing_natural_owner", "客户先是顾问的自然到访客户", "OWN-49",
            \.channels.existingOwner, .choice),
        PolicyParameter(
            "channel.poach_effect", "渠道撬单的后果", "OWN-50", \.channels.poachEffects, .words()),
        PolicyParameter(
            "spacehome.requires", "空间家推荐到访前要有的", "OWN-51",
            \.channels.spaceHomeNeeds, .words()),
        PolicyParameter(
            "spacehome.lead_minutes", "空间家报备要早于到访多久", "OWN-51",
            \.channels.spaceHomeMinutes, ParameterForm.whole(0...1440, "分钟").orNull),
        PolicyParameter(
            "dump_deal.action", "甩单的处理建议", "OWN-52", \.channels.dumpAction, .choice),
        PolicyParameter(
            "channel_survey.cycle", "渠道成交业主多久回访一次", "OWN-53",
            \.channels.surveyCycle, ParameterForm.choice.orNull),
        PolicyParameter(
            "channel_survey.target", "回访对谁打满意度", "OWN-53",
            \.channels.surveyTargets, .words()),
    ]

    private static let recommendations: [PolicyParameter] = [
        PolicyParameter(
            "staff_referral.evidence_required", "只打过电话的员工推荐要出示的", "OWN-44",
            \.channels.referralEvidence, .words()),
        PolicyParameter(
            "staff_referral.evidence_all", "凭据要样样齐", "OWN-44", \.channels.allEvidence, .flag),
        PolicyParameter(
            "staff_referral.evidence_dated_before", "凭据要早于什么", "OWN-44",
            \.channels.evidenceBefore, ParameterForm.choice.orNull),
    ]
}
