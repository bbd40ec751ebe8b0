/// A check at the deal (OWN-01); the house says in which order.
public enum DealCheck: String, Codable, Sendable, CaseIterable {
    /// 抢客 (OWN-22).
    case poaching
    /// 忘名当日 (OWN-23).
    case forgotSameDay = "forgot_same_day"
    /// 交叉接待 (OWN-24, OWN-25).
    case crossReception = "cross_reception"
    /// 病假 (OWN-35).
    case sickLeave = "sick_leave"
}

/// One of the two accounts of a deal (OWN-38).
public enum DealSide: String, Codable, Sendable, CaseIterable {
    /// 业绩: for the ranking.
    case performance
    /// 提成: for the money.
    case commission
}

/// Which entries a visit with a forgotten name keeps out of cross reception (OWN-23).
public enum ForgotExclusion: String, Codable, Sendable, CaseIterable {
    /// The buyer's own older entries only.
    case ownRecordOnly = "own_record_only"
    /// None.
    case none
}

/// On which day an entry must have held (OWN-24).
public enum CrossValidity: String, Codable, Sendable, CaseIterable {
    /// When the later consultant received for the first time.
    case laterFirstReception = "later_first_reception"
    /// When it was found out.
    case discovery
}

/// When commission that was paid out already is taken back (OWN-28).
public enum Clawback: String, Codable, Sendable, CaseIterable {
    /// Off the commission of the next month.
    case nextMonthOffset = "next_month_offset"
    /// Within the same month.
    case sameMonth = "same_month"
}

/// When a changed consultant shares (OWN-29).
public enum ChangeTrigger: String, Codable, Sendable, CaseIterable {
    /// Once one of the two objects.
    case dispute
    /// With every deal.
    case always
}

/// By what a sick leave is measured (OWN-35).
public enum SickBandBy: String, Codable, Sendable, CaseIterable {
    /// Its whole length.
    case totalLength = "total_length"
    /// The days until the deal.
    case elapsedDays = "elapsed_days"
}

/// What a sick leave does to the half of a same-day claim (OWN-35).
public enum SickStack: String, Codable, Sendable, CaseIterable {
    /// The half stays whole.
    case noDoubleDiscount = "no_double_discount"
    /// The half is cut as well.
    case stacked
}

/// Who gets what a sick leave cuts off (OWN-35).
public enum SickResidual: String, Codable, Sendable, CaseIterable {
    /// Whoever helped the deal through; nobody did: the house's bonus pool.
    case assistConsultant = "assist_consultant"
    /// The house's bonus pool.
    case bonusPool = "bonus_pool"
}

/// What a deal is judged by until the end: the terms of the day on which it was signed.
public struct DealTerms: Codable, Hashable, Sendable {
    /// ownership.deal_check_order
    public var checks: [DealCheck] = [.poaching, .forgotSameDay, .crossReception, .sickLeave]
    /// poach.return_customer
    public var returnsPoached = true
    /// forgot.same_day_split: the part of whoever received before, in basis points
    public var forgotSplit = 5000
    /// forgot.split_scope
    public var forgotScope: [DealSide] = [.performance, .commission]
    /// cross.ordered_requires_three_in_one
    public var orderedRequiresThreeInOne = true
    /// change.commission_split: the part of the former consultant, in basis points; nil: none
    public var changeSplit: Int?
    /// change.split_scope
    public var changeScope: [DealSide] = [.commission]
    /// change.split_trigger
    public var changeTrigger = ChangeTrigger.dispute
    /// assist.performance_share, in basis points
    public var assistShare = 0
    /// sick.enabled
    public var sickEnabled = true
    /// sick.full_days
    public var sickFullDays = 3
    /// sick.half_days
    public var sickHalfDays = 10
    /// sick.half_commission: what is left of the commission, in basis points
    public var sickCommission = 5000
    /// sick.band_by
    public var sickBand = SickBandBy.totalLength
    /// sick.stack_with_forgot
    public var sickStack = SickStack.noDoubleDiscount
    /// sick.residual_commission_to
    public var sickResidual = SickResidual.assistConsultant

    /// The defaults of the catalogue (P001).
    public init() {}
}

/// The knobs of attributing deals, OWN-22 … OWN-38.
public struct AdjudicationPolicy: Codable, Hashable, Sendable {
    /// What a deal signed now is judged by.
    public var deal = DealTerms()
    /// poach.level1_fine
    public var queueFine = Money.yuan(200)
    /// poach.level2_fine
    public var intrusionFine = Money.yuan(500)
    /// poach.level3_fine
    public var poachFine = Money.yuan(1000)
    /// forgot.requires_valid_ownership
    public var forgotRequiresValid = false
    /// forgot.excludes_cross
    public var forgotExcludes = ForgotExclusion.ownRecordOnly
    /// forgot.split_after_failed_proof
    public var forgotAfterFailedProof = false
    /// forgot.min_prior_record
    public var forgotMinRecords = 1
    /// cross.includes_same_person
    public var crossSamePerson = true
    /// cross.validity_checked_at
    public var crossValidity = CrossValidity.laterFirstReception
    /// cross.verify_days
    public var verifyDays = 2
    /// cross.verify_counts_order_day
    public var verifyCountsOrderDay = true
    /// return.clawback
    public var clawback = Clawback.nextMonthOffset
    /// change.dispute_days, the day of the order included
    public var changeDisputeDays = 2
    /// dispute.final
    public var disputeFinal = true
    /// dispute.public_fine_each; nil: no fine
    public var publicFine: Money? = Money.yuan(1000)
    /// dispute.appeal_days, the day of the ruling included; 0: no appeal
    public var appealDays = 3

    /// The defaults of the catalogue (P001).
    public init() {}
}
