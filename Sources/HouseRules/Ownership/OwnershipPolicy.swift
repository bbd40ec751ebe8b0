/// The knobs of ownership, OWN-01 … OWN-42 and OWN-55 … OWN-57.
public struct OwnershipPolicy: Codable, Hashable, Sendable {
    /// immediate_family
    public var immediateFamily: [Kinship] = [.parent, .child, .spouse]
    /// visit_register.requires_on_site
    public var needsOnSite = true
    /// call.freshness_count_start_day
    public var countsCallDay = true
    /// call.freshness_reset_on_touch
    public var touchFreshensCall = true
    /// call.to_visit_reset_on_new_call
    public var newCallResets = false
    /// call.remind_at
    public var callReminders = [5, 6]
    /// visit.remind_at
    public var visitReminders = [8, 9]
    /// visit.freshness_phase
    public var freshnessPhase = FreshnessPhase.salesPeriod
    /// visit.touch_medium
    public var touchMedia: [TouchMedium] = [.phone, .sms, .wechat, .onSite]
    /// visit.validity_includes_day
    public var validityIncludesDay = true
    /// visit.second_visit_resets
    public var secondVisitResets = true
    /// month_expire.end_of_month_rule
    public var monthEnd = MonthEnd.firstOfFollowing
    /// ownership.revive_after_lapse
    public var revives = false
    /// touch.invalid_results
    public var invalidResults: [TouchResult] = [.powerOff, .unreachable, .noAnswer, .wrongNumber]
    /// touch.no_answer_valid
    public var noAnswerCounts = false
    /// touch.min_content
    public var minContent = TouchContent.inviteOrProgress
    /// touch.owner_only
    public var ownerOnly = true
    /// touch.assigned_assistant_counts
    public var assistantCounts = true
    /// three_in_one.required
    public var threeInOne: [ThreeInOne] = [.paperRegister, .systemRecord, .freshness]
    /// tamper.fields
    public var tamperFields: [RecordField] = [.name, .phone, .idNumber]
    /// tamper.signer
    public var signers: [Role] = [.salesManager, .salesSupervisor]
    /// call.basis_of_ownership, first_contact.includes_call
    public var callIsBasis = false
    /// owner.ownership_never_lapses
    public var ownerNeverLapses = true
    /// referral.criteria
    public var referralCriteria: [ReferralCriterion] = ReferralCriterion.allCases
    /// introducer.must_be_valid, referral.requires_valid_introducer
    public var introducerMustBeValid = true
    /// referral.pre_notice_required_when_absent
    public var noticeWhenAbsent = true
    /// referral.first_visit_must_be_valid
    public var firstVisitMustBeValid = true
    /// chain.depth; nil: without a limit
    public var chainDepth: Int?
    /// relative.requires; nil: friends and relatives are nobody's own
    public var relativeRequires: RelativeProof?
    /// ownership.term_months; nil: freshness and validity are counted instead
    public var termMonths: Int?
    /// renew.requires_supervisor_signature
    public var renewalNeedsSignature = true
    /// renew.before_expiry_allowed
    public var renewalBeforeExpiry = true
    /// leave.handover_required
    public var leaveNeedsList = true
    /// resigned.customer_policy
    public var resigned = DepartedCustomers.managerReassigns
    /// dismissed.customer_policy
    public var dismissed = DepartedCustomers.publicPool
    /// data.visibility
    public var visibility: [DataViewer] = [.owner, .management, .clerical]
    /// data.peek_fine; nil: none is proposed
    public var peekFine: Money? = .yuan(50)
    /// case_share.after_deal_days; nil: nobody is reminded
    public var caseDays: Int? = 7

    /// The defaults of the catalogue (P001).
    public init() {}
}

/// When the freshness of visits is counted (visit.freshness_phase).
public enum FreshnessPhase: String, Codable, Sendable, CaseIterable {
    /// 只在销售期.
    case salesPeriod = "sales_period"
    /// 一直.
    case always
}

/// When a month ends that has no such day (month_expire.end_of_month_rule).
public enum MonthEnd: String, Codable, Sendable, CaseIterable {
    /// 再下月 1 日.
    case firstOfFollowing = "first_of_following_month"
    /// 当月最后一日.
    case lastDayOfMonth = "last_day_of_month"
}

/// What a follow-up must have been about (touch.min_content).
public enum TouchContent: String, Codable, Sendable, CaseIterable {
    /// 有邀约或进展.
    case inviteOrProgress = "invite_or_progress"
    /// 不论.
    case any
}
