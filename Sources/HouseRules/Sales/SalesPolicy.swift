/// Whose consent something needs (SAL-18, SAL-27).
public enum Consent: String, Codable, Sendable, CaseIterable {
    /// 销售经理.
    case salesManager = "sales_manager"
    /// 开发商, by a paper.
    case developer
}

/// What stops the clock of an order (SAL-05).
public enum PaymentEvent: String, Codable, Sendable, CaseIterable {
    /// 到财务窗口登记.
    case checkIn = "finance_checkin"
    /// 开出收据.
    case receipt = "receipt_issued"
}

/// By what it is decided who was first with the deposit (SAL-06).
public enum DepositOrder: String, Codable, Sendable, CaseIterable {
    /// 财务收到的时刻.
    case received = "finance_received_at"
    /// 录进系统的先后.
    case entered = "entered_at"
}

/// What is proposed for a leak (SAL-34).
public enum LeakAction: String, Codable, Sendable, CaseIterable {
    /// 罚款.
    case fine
    /// 辞退.
    case dismiss
}

/// The knobs of units, orders and money, SAL-01 … SAL-37.
public struct SalesPolicy: Codable, Hashable, Sendable {
    /// unit.lock_before_deposit; false: whoever pays the deposit first has the unit (P001)
    public var locksBeforeDeposit = false
    /// hold.approver; the manager in any case
    public var approver = Role.salesManager
    /// hold.verify_items
    public var verifyItems = VerifyItem.allCases
    /// hold.max_minutes, the last one included; nil: without end
    public var holdMinutes: Int? = 60
    /// hold.extend_times
    public var extendTimes = 1
    /// order.reconfirm_required
    public var reconfirmRequired = false
    /// order.reconfirm_ttl_minutes, the last one included
    public var reconfirmMinutes = 5
    /// order.payment_window_minutes, the last one included; nil: no clock
    public var paymentMinutes: Int?
    /// order.payment_event
    public var paymentEvent = PaymentEvent.checkIn
    /// order.pay_after_checkin_minutes, the last one included; nil: no clock
    public var payAfterMinutes: Int?
    /// deposit.precedence
    public var depositOrder = DepositOrder.received
    /// developer_exception.must_precede_deposit
    public var exceptionPrecedes = true
    /// void_order.remind_at, on the next day
    public var remindAt = TimeOfDay(9, 0)
    /// order.dual_review
    public var dualReview = true
    /// order.reviewer_not_self
    public var reviewerNotSelf = true
    /// price.rounding
    public var rounding = PriceRounding.fen
    /// contract.template_diff_requires
    public var templateNeeds = Consent.allCases
    /// cancel.min_approvals
    public var cancelNeeds = Consent.allCases
    /// signing.notice_items
    public var noticeItems = NoticeItem.allCases
    /// signing.notice_required
    public var noticeRequired = true
    /// signing.notice_warn_hours
    public var noticeHours = 24
    /// loan.stage_days: reminded on the day after so many, the first one included; nil: never
    public var loanDays: Int? = 9
    /// doc.return_days
    public var returnDays = 3
    /// receivable.remind_days_before
    public var remindDays = [3, 1]
    /// receivable.escalate_days
    public var escalateDays = [1, 7]
    /// deal_file.items
    public var filePapers = DealPaper.allCases
    /// private_deal.action
    public var privateDeal = DumpAction.dismiss
    /// leak.action
    public var leakAction = LeakAction.fine
    /// The fines.
    public var fines = SalesFines()

    /// The defaults of the catalogue (P001).
    public init() {}
}

/// What the articles about sales name (drafts only); nil: the site fines nothing for it.
public struct SalesFines: Codable, Hashable, Sendable {
    /// early_lock.fine (SAL-07)
    public var earlyLock: Money?
    /// sold_held.recommend_fine (SAL-08)
    public var recommendHeld: Money? = .yuan(500)
    /// sheet_error.fine (SAL-09)
    public var sheetError: Money? = .yuan(100)
    /// process_violation.fine (SAL-02, SAL-09)
    public var process: Money? = .yuan(200)
    /// private_collect.fine (SAL-13)
    public var privateCollect: Money? = .yuan(500)
    /// overpromise.fine (SAL-16)
    public var overpromise: Money? = .yuan(500)
    /// signing.notice_fine; nil: as management sets it (SAL-17)
    public var notice: Money?
    /// contract.process_violation_fine (SAL-18)
    public var contractProcess: Money? = .yuan(200)
    /// contract_error.fine_each (SAL-19)
    public var contractError: Money? = .yuan(100)
    /// churn.fine (SAL-29)
    public var churn: Money? = .yuan(100)
    /// price_list.loss_fine (SAL-30)
    public var priceList: Money? = .yuan(200)
    /// developer_contact.fine (SAL-34)
    public var developerContact: Money? = .yuan(500)
    /// leak.fine_per_item (SAL-34)
    public var leakItem = Money.yuan(2000)
    /// leak.range, the lower end (SAL-34)
    public var leakLow = Money.yuan(1000)
    /// leak.range, the upper end (SAL-34)
    public var leakHigh = Money.yuan(20_000)

    /// The amounts of the catalogue.
    public init() {}

    /// What a leak may cost: without harm so much for each thing; with harm the range, whose lower
    /// end and if need be upper end rise to that sum (SAL-34).
    public func leakRange(items: Int, isAdverse: Bool) -> ClosedRange<Money> {
        let sum = Money(fen: leakItem.fen * Int64(items))
        guard isAdverse else { return sum...sum }
        let low = max(leakLow, sum)
        return low...max(leakHigh, low)
    }
}
