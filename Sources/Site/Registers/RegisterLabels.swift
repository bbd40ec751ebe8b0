import HouseRules

extension VisitColumn: Labelled {
    /// A column of the visit register.
    public var label: String {
        switch self {
        case .visitTime: "到访时间"
        case .name: "姓名"
        case .phone: "联系方式"
        case .needs: "需求"
        case .sourceChannel: "知晓途径"
        case .grade: "客户分类"
        case .consultant: "接待顾问"
        case .companions: "同行人"
        }
    }
}

extension CallColumn: Labelled {
    /// A column of the call register.
    public var label: String {
        switch self {
        case .time: "来电时间"
        case .name: "姓名"
        case .phone: "联系方式"
        case .needs: "关注点与需求"
        case .sourceChannel: "知晓途径"
        case .expectedVisit: "意向到访时间"
        case .grade: "客户分类"
        case .answerer: "接听人"
        case .result: "处理结果"
        }
    }
}

extension Invitation: Labelled {
    /// What an invitation came to.
    public var label: String {
        switch self {
        case .booked: "已约"
        case .pending: "待定"
        case .declined: "拒绝"
        }
    }
}

extension TextElement: Labelled {
    /// What a text contains.
    public var label: String {
        switch self {
        case .address: "项目地址"
        case .route: "交通"
        case .salutation: "称呼"
        case .consultantName: "专属顾问姓名"
        case .consultantPhone: "顾问电话"
        case .thanks: "致谢"
        case .invite: "期待到访"
        }
    }
}

extension TextStatus: Labelled {
    /// How far a text is.
    public var label: String {
        switch self {
        case .pending: "待发"
        case .sent: "已发"
        case .late: "迟发"
        case .missing: "未发"
        case .declined: "客户拒收"
        }
    }
}

extension ReceptionStep: Labelled {
    /// A step of a reception.
    public var label: String {
        switch self {
        case .greet: "迎宾并报项目和姓名"
        case .intro: "讲沙盘和项目"
        case .seat: "引到洽谈区先请客户坐"
        case .water: "倒水"
        case .layouts: "打开资料夹讲户型"
        case .nameCard: "双手递名片"
        case .sheets: "把中意的单张装袋"
        case .register: "请客户填到访登记"
        case .seeOff: "送客道别"
        }
    }
}

extension KitItem: Labelled {
    /// Something to have at hand.
    public var label: String {
        switch self {
        case .laserPointer: "激光笔"
        case .floorplanSheets: "户型单张"
        case .brochure: "楼书"
        case .calculator: "计算器"
        case .businessCards: "名片"
        case .register: "登记本"
        case .pen: "笔"
        }
    }
}

extension SigningStage: Labelled {
    /// A step of signing.
    public var label: String {
        switch self {
        case .signing: "签约"
        case .cashier: "收银"
        case .seal: "盖章"
        case .filing: "备案"
        }
    }
}

extension TourLack: Labelled {
    /// What a tour lacks.
    public var label: String {
        switch self {
        case .approval: "开发商批准"
        case .party: "客户和陪同人数"
        case .helmets: "每人一顶安全帽"
        }
    }
}

extension PhoneAnswerers: Labelled {
    /// Who may answer.
    public var label: String {
        switch self {
        case .consultantsOnly: "只有置业顾问"
        case .allStaff: "案场的人都可以"
        }
    }
}

extension OrderIssue: Labelled {
    /// When the order of calls holds.
    public var label: String {
        switch self {
        case .afterMeeting: "早会结束时"
        case .withSheet: "出表时"
        }
    }
}

extension Checklist: Labelled {
    /// The list.
    public var label: String {
        switch self {
        case .kit: "接待前用品"
        case .station: "站位行为"
        case .steps: "接待流程"
        case .conduct: "接待行为"
        case .table: "送客与归位"
        case .phone: "接听电话"
        case .phoneManners: "找人、误拨与外拨"
        case .invitation: "通话与邀约"
        }
    }
}

extension Verdict: Labelled {
    /// How an item came out.
    public var label: String {
        switch self {
        case .pass: "合格"
        case .fail: "不合格"
        case .na: "不适用"
        }
    }
}
