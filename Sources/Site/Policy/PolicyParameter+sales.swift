import HouseRules

extension PolicyParameter {
    /// Units, orders and money, SAL-01 … SAL-37.
    static let sales: [PolicyParameter] = holds + salesOrders + salesDeals + salesFines

    private static let holds: [PolicyParameter] = [
        PolicyParameter(
            "unit.lock_before_deposit", "交定金之前可以锁房", "SAL-06",
            \.sales.locksBeforeDeposit, .flag),
        PolicyParameter(
            "hold.approver", "谁确认销控", "SAL-02", \.sales.approver,
            .choice(of: [.salesManager, .salesSupervisor])),
        PolicyParameter(
            "hold.verify_items", "销控前要核实的", "SAL-02", \.sales.verifyItems, .words()),
        PolicyParameter(
            "hold.max_minutes", "销控后几分钟内签单", "SAL-02", \.sales.holdMinutes,
            ParameterForm.whole(1...10_080, "分钟").orNull),
        PolicyParameter(
            "hold.extend_times", "销控可续几次", "SAL-02", \.sales.extendTimes, .whole(0...9, "次")),
        PolicyParameter(
            "order.reconfirm_required", "写单前要再确认", "SAL-04",
            \.sales.reconfirmRequired, .flag),
        PolicyParameter(
            "order.reconfirm_ttl_minutes", "再确认几分钟有效", "SAL-04",
            \.sales.reconfirmMinutes, .whole(1...1440, "分钟")),
        PolicyParameter(
            "order.payment_window_minutes", "签单后几分钟内交款", "SAL-05",
            \.sales.paymentMinutes, ParameterForm.whole(1...10_080, "分钟").orNull),
        PolicyParameter(
            "order.payment_event", "做到哪一步算交款", "SAL-05", \.sales.paymentEvent, .choice),
        PolicyParameter(
            "order.pay_after_checkin_minutes", "到窗后几分钟内付成", "SAL-05",
            \.sales.payAfterMinutes, ParameterForm.whole(1...10_080, "分钟").orNull),
        PolicyParameter(
            "deposit.precedence", "定金先后按什么", "SAL-06", \.sales.depositOrder, .choice),
        PolicyParameter(
            "developer_exception.must_precede_deposit", "开发商指示须早于定金", "SAL-06",
            \.sales.exceptionPrecedes, .flag),
    ]

    private static let salesOrders: [PolicyParameter] = [
        PolicyParameter(
            "void_order.remind_at", "作废原件没交、合同没还，几点提醒", "SAL-12",
            \.sales.remindAt, .time),
        PolicyParameter(
            "order.dual_review", "填的和核的是两个人", "SAL-10", \.sales.dualReview, .flag),
        PolicyParameter(
            "order.reviewer_not_self", "复核人不能是填写人", "SAL-10",
            \.sales.reviewerNotSelf, .flag),
        PolicyParameter("price.rounding", "总价怎么取整", "SAL-19", \.sales.rounding, .choice),
        PolicyParameter(
            "contract.template_diff_requires", "改合同条款要谁同意", "SAL-18",
            \.sales.templateNeeds, .words()),
        PolicyParameter(
            "cancel.min_approvals", "退定退房要谁批准", "SAL-27", \.sales.cancelNeeds, .words()),
    ]

    private static let salesDeals: [PolicyParameter] = [
        PolicyParameter(
            "signing.notice_items", "签约前要告知的", "SAL-17", \.sales.noticeItems, .words()),
        PolicyParameter(
            "signing.notice_required", "签约前必须告知", "SAL-17", \.sales.noticeRequired, .flag),
        PolicyParameter(
            "signing.notice_warn_hours", "提前不足几小时提示", "SAL-17",
            \.sales.noticeHours, .whole(0...720, "小时")),
        PolicyParameter(
            "loan.stage_days", "按揭一步几天没进展提醒", "SAL-20", \.sales.loanDays,
            ParameterForm.whole(1...365, "天").orNull),
        PolicyParameter(
            "doc.return_days", "合同借出几天没还提醒", "SAL-22",
            \.sales.returnDays, .whole(1...365, "天")),
        PolicyParameter(
            "receivable.remind_days_before", "应收提前几天提醒", "SAL-23",
            \.sales.remindDays, .dayCounts),
        PolicyParameter(
            "receivable.escalate_days", "应收逾期第几天提醒", "SAL-23",
            \.sales.escalateDays, .dayCounts),
        PolicyParameter(
            "deal_file.items", "成交档案里要有的", "SAL-25", \.sales.filePapers, .words()),
        PolicyParameter(
            "private_deal.action", "私单的处理建议", "SAL-31", \.sales.privateDeal, .choice),
        PolicyParameter("leak.action", "泄密的处理建议", "SAL-34", \.sales.leakAction, .choice),
    ]

    private static let salesFines: [PolicyParameter] = [
        fine("early_lock.fine", "提前锁房放房罚多少", "SAL-07", \.sales.fines.earlyLock),
        fine(
            "sold_held.recommend_fine", "推荐已销控房源罚多少", "SAL-08",
            \.sales.fines.recommendHeld),
        fine("sheet_error.fine", "销控表填错罚多少", "SAL-09", \.sales.fines.sheetError),
        fine("process_violation.fine", "没按流程罚多少", "SAL-09", \.sales.fines.process),
        fine("private_collect.fine", "私收款项罚多少", "SAL-13", \.sales.fines.privateCollect),
        fine("overpromise.fine", "越权承诺罚多少", "SAL-16", \.sales.fines.overpromise),
        fine("signing.notice_fine", "签约没告知罚多少", "SAL-17", \.sales.fines.notice),
        fine(
            "contract.process_violation_fine", "签约没按流程罚多少", "SAL-18",
            \.sales.fines.contractProcess),
        fine("contract_error.fine_each", "合同出错每人罚多少", "SAL-19", \.sales.fines.contractError),
        fine("churn.fine", "顾问原因退单罚多少", "SAL-29", \.sales.fines.churn),
        fine("price_list.loss_fine", "丢一份价格表罚多少", "SAL-30", \.sales.fines.priceList),
        fine(
            "developer_contact.fine", "私自对接开发商罚多少", "SAL-34",
            \.sales.fines.developerContact),
        PolicyParameter(
            "leak.fine_per_item", "泄密每项罚多少", "SAL-34", \.sales.fines.leakItem, .yuan),
        PolicyParameter(
            "leak.range_low", "泄密有影响的最低罚多少", "SAL-34", \.sales.fines.leakLow, .yuan),
        PolicyParameter(
            "leak.range_high", "泄密有影响的最高罚多少", "SAL-34", \.sales.fines.leakHigh, .yuan),
    ]

    private static func fine(
        _ key: String, _ label: String, _ rule: String,
        _ path: any WritableKeyPath<Policy, Money?> & Sendable
    ) -> PolicyParameter {
        PolicyParameter(key, label, rule, path, ParameterForm.yuan.orNull)
    }
}

extension ParameterForm<[Int]> {
    /// Days, separated by spaces.
    static var dayCounts: Self {
        ParameterForm(
            allowed: "应当是几个 1 到 60 的整数（天），用空格隔开",
            parse: { text in
                let words = text.split(separator: " ")
                let days = words.compactMap { Int($0) }.filter { (1...60).contains($0) }
                return days.count == words.count && Set(days).count == days.count ? days : nil
            },
            text: { $0.map(String.init).joined(separator: " ") })
    }
}
