/// The facts of the registers and of keeping the line (REC-45 … REC-66).
extension FactKind {
    /// What the fact is called in reports.
    var registerLabel: String {
        switch self {
        case .callRing: "响铃记录"
        case .secondLine: "第二部来电"
        case .handLine: "交接电话"
        case .meetingOver: "会议结束"
        case .confirmCalls: "确认电话次序"
        case .visitEntry: "来访登记"
        case .steps: "接待打点"
        case .tableReset: "谈判桌归位"
        case .kit: "自查用品"
        case .siteTour: "工地参观单"
        case .tourBack: "工地参观回来"
        case .leaderVisit: "领导到访计划"
        case .stage: "办理进度"
        case .callEntry: "来电登记"
        case .text: "首电短信"
        case .textReview: "短信抽查"
        case .collect: "登记表日结"
        case .message: "留言"
        case .messageDone: "留言已处理"
        case .promise: "待答单"
        case .promiseChange: "改待答单"
        case .promiseAnswer: "答复客户"
        case .inspect: "检查"
        case .recheck: "复查"
        default: ""
        }
    }

    /// The fields it takes besides `at`, `by` and `expect`.
    var registerFields: [String] {
        switch self {
        case .callRing: ["rings", "seconds", "person"]
        case .secondLine: ["person"]
        case .handLine: ["to"]
        case .visitEntry: ["fields", "except"]
        case .steps: ["done"]
        case .kit: ["lacks", "sheets"]
        case .siteTour: ["approval", "approved", "customers", "escorts", "helmets"]
        case .tourBack: ["helmets"]
        case .leaderVisit: ["time"]
        case .stage: ["done"]
        case .callEntry:
            [
                "fields", "except", "number_refused", "first", "suspect", "invitation",
                "agreed", "customer",
            ]
        case .text: ["declined", "lacks"]
        case .textReview: ["passed"]
        case .collect: ["visits", "calls"]
        case .message: ["person"]
        case .promise: ["person", "department", "due"]
        case .promiseChange: ["due", "note"]
        case .inspect: ["list", "person", "about", "results"]
        case .recheck: ["failing"]
        default: []
        }
    }
}
