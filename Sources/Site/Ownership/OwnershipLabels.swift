import HouseRules

extension Kinship: Labelled {
    /// How somebody is related.
    public var label: String {
        switch self {
        case .parent: "父母"
        case .child: "子女"
        case .spouse: "夫妻"
        case .sibling: "兄弟姐妹"
        case .relative: "其他亲戚"
        case .friend: "朋友"
        }
    }
}

extension OwnershipBasis: Labelled {
    /// What an ownership rests on.
    public var label: String {
        switch self {
        case .visit: "来访登记"
        case .call: "来电"
        case .referral: "老带新"
        case .channel: "渠道"
        case .staffReferral: "员工推荐"
        }
    }
}

extension OwnershipStatus: Labelled {
    /// How a stretch stands.
    public var label: String {
        switch self {
        case .active: "有效"
        case .lapsedFreshness: "保鲜断档"
        case .lapsedValidity: "有效期届满"
        case .voidIncomplete: "三位一体不齐"
        case .voidTampered: "涂改作废"
        case .voidByRuling: "改派作废"
        case .released: "已释放"
        case .closedDeal: "已购"
        }
    }
}

extension TouchResult: Labelled {
    /// How a contact ended.
    public var label: String {
        switch self {
        case .reached: "接通"
        case .replied: "客户回复"
        case .powerOff: "关机"
        case .unreachable: "停机或打不通"
        case .noAnswer: "无人接听"
        case .wrongNumber: "号码不对"
        }
    }
}

extension TouchMedium: Labelled {
    /// How a customer is contacted.
    public var label: String {
        switch self {
        case .phone: "电话"
        case .sms: "短信"
        case .wechat: "微信"
        case .onSite: "现场"
        }
    }
}

extension TouchVoid: Labelled {
    /// Why a contact moves no clock.
    public var label: String {
        switch self {
        case .notReached: "没有接通"
        case .noContent: "没有邀约内容"
        case .medium: "这种方式不算"
        case .lateEntry: "没有当天登记"
        case .afterLapse: "断档以后"
        case .notOwner: "不是本人，也没有指派协助"
        case .noRecord: "没有可续的登记"
        }
    }
}

extension WhyNot: Labelled {
    /// Why what somebody has does not decide.
    public var label: String {
        switch self {
        case .later: "晚于最早的有效登记"
        case .onlyCall: "只接过电话，不是归属依据"
        case .sameDay: "同一天里登记在后"
        case .notNamed: "客户没有说出姓名，也没人认出"
        case .notFresh: "保鲜断档"
        case .expired: "有效期届满"
        case .incomplete: "三位一体不齐"
        case .tampered: "登记涂改没签字"
        case .ruled: "已改派"
        case .released: "已释放或转走"
        }
    }
}

extension ThreeInOne: Labelled {
    /// One of the three.
    public var label: String {
        switch self {
        case .paperRegister: "公共来访登记本"
        case .systemRecord: "系统录入"
        case .freshness: "保鲜"
        }
    }
}

extension RecordField: Labelled {
    /// What is written in the registers.
    public var label: String {
        switch self {
        case .name: "姓名"
        case .phone: "联系方式"
        case .idNumber: "证件号"
        }
    }
}

extension ReassignmentCause: Labelled {
    /// Why management gives a customer to somebody.
    public var label: String {
        switch self {
        case .offsite: "场外私接"
        case .complaint: "客户投诉"
        case .tampering: "涂改作废"
        case .departure: "离职移交"
        case .other: "经理安排"
        }
    }
}

extension DepartureKind: Labelled {
    /// How somebody left.
    public var label: String {
        switch self {
        case .resigned: "离职"
        case .dismissed: "除名"
        }
    }
}

extension DepartedCustomers: Labelled {
    /// What becomes of their customers.
    public var label: String {
        switch self {
        case .managerReassigns: "由经理指派接手人"
        case .publicPool: "进公共池"
        }
    }
}

extension DataViewer: Labelled {
    /// Who sees a customer's plain data.
    public var label: String {
        switch self {
        case .owner: "本人"
        case .management: "管理人员"
        case .clerical: "内业"
        }
    }
}

extension ReferralCriterion: Labelled {
    /// Which ways of introducing count.
    public var label: String {
        switch self {
        case .oldBrings: "未购老客户带来"
        case .ownerBrings: "业主带来"
        case .oldCalls: "老客户来电先说"
        case .newNames: "新客户点名"
        }
    }
}

extension RelativeProof: Labelled {
    /// What a friend or relative needs.
    public var label: String { "第一接触或事前记录" }
}

extension FreshnessPhase: Labelled {
    /// When the freshness of visits is counted.
    public var label: String {
        switch self {
        case .salesPeriod: "只在销售期"
        case .always: "一直"
        }
    }
}

extension MonthEnd: Labelled {
    /// When a month ends that has no such day.
    public var label: String {
        switch self {
        case .firstOfFollowing: "再下月 1 日"
        case .lastDayOfMonth: "当月最后一日"
        }
    }
}

extension TouchContent: Labelled {
    /// What a follow-up must have been about.
    public var label: String {
        switch self {
        case .inviteOrProgress: "有邀约或进展"
        case .any: "不论"
        }
    }
}

extension ResolutionStep: Labelled {
    /// The step that found whose customer a visitor is.
    public var label: String {
        switch self {
        case .named: "首问指名"
        case .threeInOne: "三位一体有效"
        case .claimWindow: "当场认出"
        case .rotation: "当轮"
        }
    }
}

extension StretchCause: Labelled {
    /// Why a stretch began or its clock moved.
    public var label: String {
        switch self {
        case .visit: "来访登记"
        case .call: "来电"
        case .touch: "有效跟进"
        case .deal: "成交"
        case .cancellation: "退定"
        case .assignment: "改派、再分配"
        case .renewal: "续期"
        }
    }
}
