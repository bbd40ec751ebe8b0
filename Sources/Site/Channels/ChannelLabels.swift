import HouseRules

extension ReportTime: Labelled {
    /// By which moment a report counts.
    public var label: String {
        switch self {
        case .message: "群消息的时刻"
        case .entered: "录进系统的时刻"
        }
    }
}

extension ReportKind: Labelled {
    /// Who reports.
    public var label: String {
        switch self {
        case .channel: "渠道公司"
        case .spaceHome: "空间家员工"
        }
    }
}

extension ArrivalSource: Labelled {
    /// What shows when a group came in.
    public var label: String {
        switch self {
        case .gate: "门岗"
        case .firstQuestion: "首问"
        case .registration: "到访登记"
        }
    }
}

extension MatchField: Labelled {
    /// What is compared.
    public var label: String {
        switch self {
        case .name: "姓名"
        case .phone: "电话"
        }
    }
}

extension MatchCheckpoint: Labelled {
    /// Where it is compared.
    public var label: String {
        switch self {
        case .arrival: "到访"
        case .deal: "成交"
        }
    }
}

extension MentionCutoff: Labelled {
    /// From when on it is too late to speak of a channel.
    public var label: String {
        switch self {
        case .introStarted: "讲解一开始"
        case .requiredStepsDone: "必做的步骤都做完"
        }
    }
}

extension ExistingOwner: Labelled {
    /// What an existing natural owner means.
    public var label: String {
        switch self {
        case .blocks: "渠道不成立"
        case .allows: "渠道照样成立"
        }
    }
}

extension PoachEffect: Labelled {
    /// What follows from poaching.
    public var label: String {
        switch self {
        case .forfeit: "佣金不发"
        case .ban: "禁止带客"
        }
    }
}

extension SpaceHomeNeed: Labelled {
    /// What is needed before the arrival.
    public var label: String {
        switch self {
        case .report: "群里报备"
        case .contact: "约好顾问"
        }
    }
}

extension DumpAction: Labelled {
    /// What is proposed.
    public var label: String {
        switch self {
        case .dismiss: "开除"
        case .slip: "违纪单"
        }
    }
}

extension SurveyCycle: Labelled {
    /// How often.
    public var label: String {
        switch self {
        case .monthly: "每月"
        case .quarterly: "每季"
        }
    }
}

extension SurveyTarget: Labelled {
    /// About whom.
    public var label: String {
        switch self {
        case .consultant: "置业顾问"
        case .agent: "渠道人员"
        }
    }
}

extension ReferralEvidence: Labelled {
    /// What shows it.
    public var label: String {
        switch self {
        case .form: "员工推荐表"
        case .call: "来电登记"
        case .followUp: "追访记录"
        }
    }
}

extension EvidenceDate: Labelled {
    /// Before what.
    public var label: String {
        switch self {
        case .firstVisit: "首次到访"
        case .deal: "成交"
        }
    }
}

extension ChannelLight: Labelled {
    /// What has to be there.
    public var label: String {
        switch self {
        case .leadTime: "报备够早"
        case .match: "信息一致"
        case .mentioned: "首问提到渠道"
        case .earliest: "没有更早的有效报备"
        }
    }
}

extension Commission: Labelled {
    /// What the channel gets.
    public var label: String {
        switch self {
        case .payable: "按渠道协议"
        case .none: "没有佣金"
        case .forfeited: "不发放"
        }
    }
}

extension AuditCause: Labelled {
    /// Why it is gone into.
    public var label: String {
        switch self {
        case .existingOwner: "客户先是顾问的自然到访客户"
        case .unknownVisit: "没有这次到访的首问记录"
        case .notMentioned: "首问没提渠道"
        case .noReport: "没有这名渠道人员的报备"
        case .unsigned: "客户没签字"
        case .buyerDenies: "业主说不是渠道带来的"
        }
    }
}
