import HouseRules

extension DealCheck: Labelled {
    /// A check at the deal.
    public var label: String {
        switch self {
        case .poaching: "抢客"
        case .forgotSameDay: "忘名当日"
        case .crossReception: "交叉接待"
        case .sickLeave: "病假"
        }
    }
}

extension DealSide: Labelled {
    /// An account of a deal.
    public var label: String {
        switch self {
        case .performance: "业绩"
        case .commission: "提成"
        }
    }
}

extension ForgotExclusion: Labelled {
    /// What a forgotten name keeps out.
    public var label: String {
        switch self {
        case .ownRecordOnly: "本人的旧登记"
        case .none: "不排除"
        }
    }
}

extension CrossValidity: Labelled {
    /// On which day a record has to hold.
    public var label: String {
        switch self {
        case .laterFirstReception: "后来者首次接待那天"
        case .discovery: "查出那天"
        }
    }
}

extension Clawback: Labelled {
    /// When paid commission is taken back.
    public var label: String {
        switch self {
        case .nextMonthOffset: "从下月提成里冲"
        case .sameMonth: "当月冲"
        }
    }
}

extension ChangeTrigger: Labelled {
    /// When a changed consultant shares.
    public var label: String {
        switch self {
        case .dispute: "有异议才分"
        case .always: "成交就分"
        }
    }
}

extension SickBandBy: Labelled {
    /// By what a sick leave is measured.
    public var label: String {
        switch self {
        case .totalLength: "病假总天数"
        case .elapsedDays: "到成交那天的天数"
        }
    }
}

extension SickStack: Labelled {
    /// What a sick leave does to a same-day half.
    public var label: String {
        switch self {
        case .noDoubleDiscount: "不再打折"
        case .stacked: "再打折"
        }
    }
}

extension SickResidual: Labelled {
    /// Who gets what a sick leave cuts off.
    public var label: String {
        switch self {
        case .assistConsultant: "给协助者"
        case .bonusPool: "归奖金池"
        }
    }
}

extension SickEffect: Labelled {
    /// What a sick leave does to a deal.
    public var label: String {
        switch self {
        case .full: "全归本人"
        case .half: "业绩归本人，提成打折"
        case .none: "本人不再有份"
        }
    }
}

extension PoachAct: Labelled {
    /// How somebody got in between.
    public var label: String {
        switch self {
        case .jumpedQueue: "没按秩序抢接"
        case .intruded: "介入他人客户"
        case .signedKnowingly: "明知是他人客户仍抢签"
        case .quarrelledBeforeCustomer: "当客户面争吵"
        }
    }
}

extension PoachMeasure: Labelled {
    /// What is done about the gravest level.
    public var label: String {
        switch self {
        case .report: "上报公司"
        case .fine: "罚款"
        case .dismiss: "开除"
        }
    }
}

extension Approach: Labelled {
    /// How somebody gets in touch.
    public var label: String {
        switch self {
        case .call: "给客户打电话"
        case .text: "给客户发消息"
        case .card: "给客户递名片"
        case .file: "给客户建档"
        }
    }
}

extension DisputeState: Labelled {
    /// How far a quarrel is.
    public var label: String {
        switch self {
        case .filed: "已提出"
        case .negotiating: "协商中"
        case .settled: "已协商"
        case .escalated: "已上交待裁"
        case .ruled: "已裁决"
        case .appealed: "申诉中"
        }
    }
}
