import HouseRules

extension SalesReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .pricesDrafted, .pricesApproved, .moved, .announced, .shown, .queued, .verified,
            .onlyVerified, .sentBack, .heldUntil, .reconfirmed, .delegated, .remarkIsNoHold:
            unitSentence(names)
        case .unauthorized, .priced, .stepped, .payUntil, .clockStopped, .financeDelay, .voided,
            .returnOriginal, .originalBack, .noWaitingList, .changed:
            orderSentence()
        case .received, .earnestIsNoDeal, .converted, .shortOfDeposit, .dealt, .paidEarlier,
            .instructedEarlier, .refundOwed, .refunded:
            moneySentence()
        case .approved, .byApproval, .otherDiscount, .promised, .offended, .commissionHeld,
            .leaked, .tied, .tieListed, .tieClosed, .priceLists, .priceListsLost:
            conductSentence(names)
        case .cancelStepped, .signingAgreed, .noticed, .noticeIncomplete, .noticeMissing, .marked,
            .contract, .templateKept, .templateRetired, .contractProduced, .staged, .skipped,
            .scheduled, .papers, .filed, .figuresKept, .reminded:
            dealSentence(names)
        }
    }

    private func unitSentence(_ names: Names) -> String {
        switch self {
        case .pricesDrafted(let version, let units):
            "价目版本 \(version) 有 \(units) 套，等经理批准。"
        case .pricesApproved(let version): "现行价目是 \(version)。"
        case .moved(let unit, let status, let cause):
            "\(unit) 转为“\(status.label)”：\(cause.label)。"
        case .announced(let number): "已向全体销售人员公布（第 \(number) 条）。"
        case .shown(let staff, let count): "\(names(staff))看过 \(count) 条公布。"
        case .queued(let ahead):
            ahead == 0 ? "已提交，等经理核实确认。" : "已提交，前有 \(ahead) 单，等经理核实确认。"
        case .verified(let items): "已核实：\(items.map(\.label).listed)。"
        case .onlyVerified(let unit): "\(unit) 只是核实，交定金之前不锁房。"
        case .sentBack(let request, let staff): "申请 \(request)（\(names(staff))）已退回。"
        case .heldUntil(let until): "签单到 \(until.words) 为止（含）。"
        case .reconfirmed(let until): "再确认有效到 \(until.clockWords)（含）。"
        case .delegated(let staff, let until):
            "经理授权\(names(staff))确认销控，到 \(until.words) 为止（含）。"
        case .remarkIsNoHold(let unit): "备注、口头留房不算占用，\(unit) 谁都可以申请。"
        default: ""
        }
    }

    private func orderSentence() -> String {
        switch self {
        case .unauthorized(let order): "订单 \(order) 没经销控确认，不占用房源。"
        case .priced(let unit, let discount, let total):
            "\(unit) 按\(discountWords(discount))算得 \(total.text)。"
        case .stepped(let order, let stage): "订单 \(order)：\(stage.label)。"
        case .payUntil(let until): "到财务交款到 \(until.clockWords) 为止（含）。"
        case .clockStopped(let until):
            until.map { "已到财务窗口，停表；付清到 \($0.clockWords) 为止（含）。" } ?? "已到财务窗口。"
        case .financeDelay: "财务的原因没付成，不再计时。"
        case .voided(let order, let cause): "订单 \(order) 作废：\(cause.label)。"
        case .returnOriginal(let order, let remind):
            "订单 \(order) 的原件当日交回内业，没交的 \(remind.words) 提醒经理。"
        case .originalBack(let order): "作废订单 \(order) 的原件已由内业签收。"
        case .noWaitingList(let unit): "\(unit) 重新可售，谁先到谁得，不自动给下一位。"
        case .changed(let slip, let isApproved):
            isApproved ? "变更单 \(slip) 已批准。" : "变更单 \(slip) 等经理批准。"
        default: ""
        }
    }

    private func moneySentence() -> String {
        switch self {
        case .received(let number, let amount):
            "\(number.kind.label)第 \(number.number) 号，\(amount.text)。"
        case .earnestIsNoDeal: "诚意金不算成交，也不锁房。"
        case .converted(let number, let amount):
            "核销诚意金缴纳单第 \(number) 号 \(amount.text)。"
        case .shortOfDeposit(let rest): "定金还差 \(rest.text)，不算成交。"
        case .dealt(let order, let day): "订单 \(order) 成交，成交日 \(day.words)。"
        case .paidEarlier(let order, let other): "订单 \(order) 的定金比 \(other) 先到账。"
        case .instructedEarlier(let paper, let other):
            "开发商书面指示 \(paper.number) 早于订单 \(other) 的定金。"
        case .refundOwed(let number, let amount, let cause):
            "退款单第 \(number) 号 \(amount.text)：\(cause.label)。"
        case .refunded(let number): "退款单第 \(number) 号已退。"
        default: ""
        }
    }

    private func conductSentence(_ names: Names) -> String {
        switch self {
        case .approved(let slip, let kind): "特批单 \(slip)：\(kind.label)。"
        case .byApproval(let slip): "依据特批单 \(slip)。"
        case .otherDiscount(let before, let now):
            "这位客户先前听到的是\(discountWords(before))，现在是\(discountWords(now))，请核对。"
        case .promised(let matter): "承诺已登记：\(matter.label)。"
        case .offended(let offence, let staff): "\(names(staff))：\(offence.label)。"
        case .commissionHeld(let order): "订单 \(order) 的提成先冻结。"
        case .leaked(let staff, let amount, let low, let high, let action):
            action == .fine
                ? "\(names(staff))泄密，区间 \(low.text) 到 \(high.text)，定为 \(amount.text)。"
                : "\(names(staff))泄密，建议\(action.label)，须人事复核。"
        case .tied(let staff, let isDeclared):
            isDeclared
                ? "\(names(staff))已申报本人或直系亲属购房。"
                : "查到\(names(staff))或直系亲属购房，没有申报。"
        case .tieListed(let staff): "\(names(staff))列入稽核名单。"
        case .tieClosed(let staff, let action):
            action.map { "查实\(names(staff))做私单，建议\($0.label)，须人事复核。" }
                ?? "\(names(staff))的稽核完毕，没有问题。"
        case .priceLists(let staff, let count): "\(names(staff))手里有价格表 \(count) 份。"
        case .priceListsLost(let staff, let count): "\(names(staff))少了价格表 \(count) 份。"
        default: ""
        }
    }

    private func dealSentence(_ names: Names) -> String {
        switch self {
        case .cancelStepped(let step): "退定退房：\(step.label)。"
        case .signingAgreed(let moment): "约定签约 \(moment.words)。"
        case .noticed(let short):
            short ? "签约告知齐了，但离签约时间很近，请提醒客户备齐资料。" : "签约告知齐了。"
        case .noticeIncomplete(let items, let isReceipted):
            (items.isEmpty ? "" : "还没告知：\(items.map(\.label).listed)。")
                + (isReceipted ? "" : "客户还没回执。")
        case .noticeMissing(let staff): "\(names(staff))签约前没有告知客户，签约照常。"
        case .marked(let changes): "合同里标出的改动：\(changes.listed)。"
        case .contract(let order): "订单 \(order) 的合同已记下这一步。"
        case .templateKept(let version, let since):
            "合同范本 \(version) 已收下，\(since.words)起用。"
        case .templateRetired(let version): "合同范本 \(version) 已停用，签过的合同不变。"
        case .contractProduced(let order, let template, let hash):
            "订单 \(order) 的合同已用范本 \(template) 生成，文件 SHA-256 \(hash)。"
        case .staged(let stage): "“\(stage.label)”已办好，请告知客户下一步。"
        case .skipped(let stage, let note): "跳过“\(stage.label)”：\(note)。"
        case .scheduled(let count): "应收分 \(count) 期。"
        case .papers(let count): "抽屉里应有 \(count) 份。"
        case .filed(let isLate, let missing):
            (isLate ? "成交档案晚于成交当日。" : "成交档案已记。")
                + (missing.isEmpty ? "" : "还缺：\(missing.map(\.label).listed)。")
        case .figuresKept(let day): "\(day.words)的日报与台账一致，已归档。"
        case .reminded(let due): due.sentence(names)
        default: ""
        }
    }
}

extension SalesDue {
    /// Who is reminded of what.
    func sentence(_ names: Names) -> String {
        switch self {
        case .unit(let unit): "\(unit) 的时限已到。"
        case .original(let order): "作废订单 \(order) 的原件还没交回，请经理催收。"
        case .dealFile(let order): "订单 \(order) 成交当日没有建档，计入考核。"
        case .instalment(let order, let day, let ahead):
            ahead >= 0
                ? "订单 \(order) 有一期 \(day.words)应付，还有 \(ahead) 天。"
                : "订单 \(order) \(day.words)应付的一期已逾期 \(-ahead) 天，"
                    + (ahead > -7 ? "请顾问催款。" : "请主管督办。")
        case .stage(let order, let stage):
            "订单 \(order) “\(stage.label)”之后久没进展，请权证与主管跟进。"
        case .document(let order, let staff): "订单 \(order) 的合同\(names(staff))借出没还。"
        }
    }
}

extension [Reason] {
    /// What a decision about sales comes to; nil: it is about something else.
    func salesConclusion(_ names: Names) -> String? {
        for case .sales(let reason) in self where reason.isConclusion {
            return reason.sentence(names: names)
        }
        return nil
    }
}

extension SalesReason {
    /// Whether the reason says what came of it all; the first one does.
    fileprivate var isConclusion: Bool {
        switch self {
        case .announced, .shown, .verified, .sentBack, .priced, .returnOriginal, .byApproval,
            .otherDiscount, .marked, .skipped, .noWaitingList:
            false
        default: true
        }
    }
}
