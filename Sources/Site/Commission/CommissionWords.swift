import HouseRules

extension FixedPay: Labelled {
    /// When the part that no score moves is paid.
    public var label: String {
        switch self {
        case .payNow: "当月发"
        case .deferred: "挂账，以后发"
        }
    }
}

extension PayFormula: Labelled {
    /// How a score becomes money.
    public var label: String {
        switch self {
        case .linear: "按比例，不分档"
        }
    }
}

extension CommissionBasis: Labelled {
    /// When a deal counts.
    public var label: String {
        switch self {
        case .signing: "签约当月"
        case .receipt: "到账当月"
        }
    }
}

extension CommissionReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .adopted(let from): "提成方案 \(from.fullWords) 起执行。"
        case .scored(let staff, let score): "\(names(staff))的考评分 \(decimal(score)) 已公布。"
        case .stated(let statement): statement.sentence(names)
        case .carried(let staff, let amount):
            "\(payee(staff, names))本月不够扣，\(amount.text) 转到下月。"
        case .approved: "经理已批准。"
        case .locked: "本月已锁定，以后只能在下月更正。"
        case .corrected(let amount): "更正 \(amount.text)，计入下一次核算的月份。"
        }
    }
}

extension Statement {
    /// C, F, V, the score and what comes of it, in a sentence.
    func sentence(_ names: Names) -> String {
        let score = score.map { "，考评 \(decimal($0))，浮动 \(variable.text)" } ?? ""
        let rest = adjustments.fen == 0 ? "" : "，扣回与更正 \(adjustments.text)"
        return "\(payee(staff, names))：提成 \(gross.text)，固定 \(fixed.text)，浮动基数 \(base.text)"
            + score + rest + "，实发 \(payable.text)。"
    }
}

extension CommissionLine {
    /// The line with everything that it takes to add it up by hand.
    func sentence(_ names: Names) -> String {
        let rate = "\(base.text) × 百万分之 \(perMillion)"
        return switch kind {
        case .share(let points):
            "\(deal?.rawValue ?? "")：份额 \(decimal(points))%，\(rate)，提成 \(amount.text)。"
        case .part(let points):
            "\(deal?.rawValue ?? "")：固定分成 \(decimal(points))%，\(rate)，提成 \(amount.text)。"
        case .override(let staff):
            "\(deal?.rawValue ?? "")：\(names(staff))的业绩 \(rate)，提成 \(amount.text)。"
        case .clawback(let month):
            "\(deal?.rawValue ?? "")：已退，收回 \(month.fullWords) 那个月实发的 \(amount.text)。"
        case .moved(let points, let month):
            "\(deal?.rawValue ?? "")：改判后份额 \(decimal(points))%，"
                + "\(month.fullWords) 那个月发的数随之调整 \(amount.text)。"
        case .correction(_, let month):
            "更正 \(month.fullWords) 那个月：\(amount.text)。"
        }
    }
}

private func payee(_ staff: StaffID?, _ names: Names) -> String { staff.map(names) ?? "奖金池" }

extension CommissionRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .schemeNotWhole: "方案不完整：从当月一日起，每种产品从零起有提成率，固定分成合计不到全部。请补齐。"
        case .numberTaken(let slip): "编号 \(slip) 已经用过。请换一个。"
        case .noScheme(let month): "\(month.fullWords) 还没有提成方案。请先录入方案。"
        case .scoreOutOfRange: "考评分在零到一百之间，两位小数。请核对。"
        case .scoreNotPublished(let staff): "还没公布考评分：\(staff.map(names).listed)。请先公布。"
        case .noRate(let deals): "没有提成率的成交：\(deals.map(\.rawValue).listed)。请补方案。"
        case .sharesMissing(let deals): "没有归属的成交：\(deals.map(\.rawValue).listed)。请先判定归属。"
        case .monthLocked(let month): "\(month.fullWords) 那个月已锁定。请用更正。"
        case .notApproved(let month): "\(month.fullWords) 那个月还没核算批准，或没有锁定。请按次序办。"
        case .monthOpen(let month): "\(month.fullWords) 那个月还没锁定。请直接重新核算。"
        case .noteMissing: "更正要写明理由。"
        }
    }
}

extension CommissionCommand {
    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .adopt(let scheme): "录入提成方案 \(scheme.slip)"
        case .publishScore(let staff, _, _): "公布\(names(staff))的考评分"
        case .workOut(_, let deals): "核算提成，成交 \(deals.count) 单"
        case .approve: "批准当月提成"
        case .lock: "锁定当月提成"
        case .correct: "更正已锁定的提成"
        }
    }

    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .adopt: "commission.adopt"
        case .publishScore: "commission.publishScore"
        case .workOut: "commission.workOut"
        case .approve: "commission.approve"
        case .lock: "commission.lock"
        case .correct: "commission.correct"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .publishScore(let staff, _, _): (staff, nil, nil)
        case .correct(let correction): (correction.staff, nil, nil)
        case .adopt, .workOut, .approve, .lock: (nil, nil, nil)
        }
    }
}
