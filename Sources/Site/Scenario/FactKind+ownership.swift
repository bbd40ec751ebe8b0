extension FactKind {
    /// What the fact is called in reports.
    var ownershipLabel: String {
        switch self {
        case .relate: "亲属关系"
        case .touch: "跟进"
        case .pause: "蓄客期停表"
        case .lack: "三位一体缺件"
        case .changeRequest: "申请改登记"
        case .signChange: "签字改登记"
        case .tampered: "查出涂改"
        case .reserve: "圈来电客户"
        case .handOut: "公共池分配"
        case .takeBack: "撤回分配"
        case .introduction: "老客户来电介绍"
        case .notice: "老客户事前联系"
        case .cancelDeal: "退定"
        case .reassign: "经理改派"
        case .leaveList: "请假移交名单"
        case .assist: "指派协助"
        case .depart: "离职"
        case .relativeClaim: "亲友主张"
        case .renew: "重新登记"
        case .signRenewal: "签字续期"
        case .samePerson: "并为一人"
        case .twoPersons: "拆成两人"
        case .peek: "查看客户明文"
        case .caseShare: "交案例"
        default: ""
        }
    }

    /// The fields it takes besides `at`, `by` and `expect`.
    var ownershipFields: [String] {
        switch self {
        case .relate: ["to", "kinship", "proven"]
        case .touch: ["person", "result", "medium", "content", "on", "ended", "entered"]
        case .pause, .leaveList: ["until", "customers"]
        case .lack: ["person", "what"]
        case .changeRequest: ["customer", "person", "fields", "note"]
        case .tampered: ["person", "field"]
        case .reserve, .signRenewal, .renew, .relativeClaim: ["person"]
        case .handOut: ["to"]
        case .takeBack, .twoPersons: ["note"]
        case .introduction: ["introducer", "on"]
        case .notice: ["person", "contacted", "reported"]
        case .reassign: ["person", "cause", "slip", "note"]
        case .assist: ["person", "from", "until"]
        case .depart: ["how"]
        case .samePerson: ["with", "note"]
        case .peek: ["person", "role"]
        default: []
        }
    }
}
