/// By which moment a report counts (OWN-45).
public enum ReportTime: String, Codable, Sendable, CaseIterable {
    /// 群消息的时刻.
    case message = "group_message_timestamp"
    /// 录进系统的时刻.
    case entered = "entered_at"
}

/// What shows when a group came in; the earliest counts (OWN-45).
public enum ArrivalSource: String, Codable, Sendable, CaseIterable {
    /// 门岗看到进场.
    case gate
    /// 首问.
    case firstQuestion = "first_question"
    /// 到访登记.
    case registration = "arrival_registration"
}

/// What a report and the register must agree on (OWN-46).
public enum MatchField: String, Codable, Sendable, CaseIterable {
    /// 姓名.
    case name
    /// 电话.
    case phone
}

/// Where they are compared (OWN-46).
public enum MatchCheckpoint: String, Codable, Sendable, CaseIterable {
    /// 到访.
    case arrival
    /// 成交.
    case deal
}

/// From when on it is too late to speak of a channel (OWN-48).
public enum MentionCutoff: String, Codable, Sendable, CaseIterable {
    /// 讲解一开始.
    case introStarted = "intro_started"
    /// 必做的步骤都做完.
    case requiredStepsDone = "required_steps_done"
}

/// What it means that the customer is somebody's natural visitor already (OWN-49).
public enum ExistingOwner: String, Codable, Sendable, CaseIterable {
    /// 渠道不成立.
    case blocks = "blocks_channel"
    /// 渠道照样成立.
    case allows = "allows_channel"
}

/// What follows from poaching (OWN-50).
public enum PoachEffect: String, Codable, Sendable, CaseIterable {
    /// 佣金不发.
    case forfeit = "forfeit_commission"
    /// 禁止带客.
    case ban = "ban_agent"
}

/// What a recommendation of 空间家 needs before the arrival (OWN-51).
public enum SpaceHomeNeed: String, Codable, Sendable, CaseIterable {
    /// 群里报备.
    case report = "group_report"
    /// 约好顾问.
    case contact = "consultant_contacted"
}

/// What is proposed for whoever hands a natural visitor to a channel (OWN-52).
public enum DumpAction: String, Codable, Sendable, CaseIterable {
    /// 开除.
    case dismiss
    /// 违纪单.
    case slip = "discipline_slip"
}

/// How often buyers are called back (OWN-53).
public enum SurveyCycle: String, Codable, Sendable, CaseIterable {
    /// 每月.
    case monthly
    /// 每季.
    case quarterly
}

/// About whom buyers are asked (OWN-53).
public enum SurveyTarget: String, Codable, Sendable, CaseIterable {
    /// 置业顾问.
    case consultant
    /// 渠道人员.
    case agent
}

/// What shows that an employee recommended somebody who only phoned (OWN-44).
public enum ReferralEvidence: String, Codable, Sendable, CaseIterable {
    /// 员工推荐表.
    case form = "referral_form"
    /// 来电登记.
    case call = "call_register"
    /// 追访记录.
    case followUp = "followup_records"
}

/// Before what the evidence must be there (OWN-44).
public enum EvidenceDate: String, Codable, Sendable, CaseIterable {
    /// 首次到访.
    case firstVisit = "first_visit"
    /// 成交.
    case deal
}

/// The knobs of channels and recommendations, OWN-43 … OWN-54.
public struct ChannelPolicy: Codable, Hashable, Sendable {
    /// channel.report_lead_minutes, inclusive
    public var leadMinutes = 30
    /// channel.report_time_source
    public var reportTime = ReportTime.message
    /// channel.visit_time_source
    public var arrivalSources = ArrivalSource.allCases
    /// channel.report_max_age_days, the day of the report included; nil: for ever
    public var reportDays: Int?
    /// channel.match_fields
    public var matchFields = MatchField.allCases
    /// channel.phone_mask_allowed
    public var maskAllowed = false
    /// channel.match_checkpoints
    public var checkpoints = MatchCheckpoint.allCases
    /// channel.mention_required
    public var mentionRequired = true
    /// channel.sop_cutoff
    public var mentionCutoff = MentionCutoff.introStarted
    /// channel.existing_natural_owner
    public var existingOwner = ExistingOwner.blocks
    /// channel.poach_effect
    public var poachEffects = PoachEffect.allCases
    /// spacehome.requires
    public var spaceHomeNeeds = SpaceHomeNeed.allCases
    /// spacehome.lead_minutes; nil: any time before
    public var spaceHomeMinutes: Int?
    /// dump_deal.action
    public var dumpAction = DumpAction.dismiss
    /// channel_survey.cycle; nil: no survey
    public var surveyCycle: SurveyCycle? = .monthly
    /// channel_survey.target
    public var surveyTargets = SurveyTarget.allCases
    /// staff_referral.evidence_required
    public var referralEvidence = ReferralEvidence.allCases
    /// staff_referral.evidence_all
    public var allEvidence = true
    /// staff_referral.evidence_dated_before; nil: any time
    public var evidenceBefore: EvidenceDate? = .firstVisit

    /// The defaults of the catalogue (P002B).
    public init() {}
}
