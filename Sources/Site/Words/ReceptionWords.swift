import HouseRules

extension VisitClass: Labelled {
    /// 来访类别.
    public var label: String {
        switch self {
        case .newFirst: "首访"
        case .newUnregistered: "来过没登记"
        case .newExpired: "老客户已过期"
        case .callNamed: "来电客户，指名"
        case .callUnnamed: "来电客户，没指名"
        case .ownedReturning: "有效期内老客户"
        case .forgotConsultant: "忘了谁接待过"
        case .referral: "老带新"
        case .ownResource: "顾问自身人脉"
        case .relation: "关系户"
        case .staffReferral: "员工推荐"
        case .channel: "渠道带访"
        case .peer: "同行市调"
        case .developerBusiness: "找开发公司办事"
        case .owner: "已购业主"
        case .tourGroup: "参观团"
        case .dealFollowup: "已成交客户办事"
        }
    }
}

extension Presence: Labelled {
    /// 在场状态.
    public var label: String {
        switch self {
        case .onStand: "候位"
        case .receivingTurn: "正在接新客户"
        case .receivingExisting: "正在接老客户"
        case .awayOfficial: "公干"
        case .awayMeal: "就餐"
        case .awayPersonal: "因私离开"
        case .waived: "弃站中"
        case .suspended: "停接"
        case .offDuty: "不在岗"
        }
    }
}

extension LeaveKind: Labelled {
    /// Why somebody leaves the front desk.
    public var label: String {
        switch self {
        case .official: "公干"
        case .meal: "就餐"
        case .personal: "因私"
        }
    }
}

extension OffDutyKind: Labelled {
    /// Why somebody is off duty.
    public var label: String {
        switch self {
        case .rest: "轮休或下班"
        case .leave: "请假"
        }
    }
}

extension TurnEffect: Labelled {
    /// 轮次结果.
    public var label: String {
        switch self {
        case .counted: "计轮"
        case .notCounted: "不计轮"
        case .advance: "预支一轮"
        case .forfeited: "轮空"
        case .makeupGranted: "记补轮"
        case .makeupUsed: "用补轮"
        case .returnedUsed: "用退还的轮"
        case .advanceSpent: "预支已抵"
        case .returned: "退还一轮"
        case .waived: "弃站"
        }
    }
}

extension PassReason: Labelled {
    /// Why a turn passed its owner by.
    public var label: String {
        switch self {
        case .advance: "有预支"
        case .official: "在公干"
        case .mealInWindow: "在规定时段就餐"
        case .uncountedReception: "在做不计轮的接待"
        case .busyWithTurn: "在接上一组新客户"
        case .receivingExisting: "在接自己的老客户"
        case .awayPersonal: "因私不在"
        case .selfWaived: "自己放弃"
        case .leftWithoutNotice: "没打招呼就离台"
        case .chargedLater: "事后补计"
        case .onTheLine: "在通话"
        }
    }
}

extension Receiver: Labelled {
    /// Who receives a class of visit.
    public var label: String {
        switch self {
        case .currentTurn: "当轮"
        case .named: "指名的顾问"
        case .lastInQueue: "末位"
        }
    }
}

extension MissedTurn: Labelled {
    /// What a turn missed meanwhile becomes.
    public var label: String {
        switch self {
        case .forfeit: "轮空不补"
        case .makeup: "补轮"
        }
    }
}
