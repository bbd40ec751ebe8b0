extension FactKind {
    /// What the fact is called in reports.
    var commissionLabel: String {
        switch self {
        case .commissionScheme: "提成方案"
        case .publishScore: "公布考评分"
        case .commissionMonth: "核算提成"
        case .approveMonth: "批准当月提成"
        case .lockMonth: "锁定当月提成"
        case .correctMonth: "更正已锁月份"
        default: ""
        }
    }

    /// The fields it takes besides `at`, `by` and `expect`.
    var commissionFields: [String] {
        switch self {
        case .commissionScheme: ["from", "basis", "rates", "override", "heads", "others"]
        case .publishScore: ["month", "score"]
        case .commissionMonth: ["deals"]
        case .correctMonth: ["month", "person", "amount", "note"]
        default: []
        }
    }
}
