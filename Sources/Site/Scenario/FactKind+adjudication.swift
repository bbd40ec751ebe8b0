extension FactKind {
    /// What the fact is called in reports.
    var adjudicationLabel: String {
        switch self {
        case .deal: "成交"
        case .dealClaim: "当天主张"
        case .verify: "查实"
        case .cross: "交叉单"
        case .poach: "查实抢客"
        case .approach: "联系客户"
        case .object: "换人异议"
        case .sickLeave: "病假"
        case .payOut: "发放提成"
        case .quarrel: "当众争吵"
        case .contest: "提出归属争议"
        case .negotiate: "协商"
        case .agree: "协商一致"
        case .escalate: "上交争议"
        case .award: "裁决"
        case .appeal: "申诉"
        default: ""
        }
    }

    /// The fields it takes besides `at`, `by` and `expect`.
    var adjudicationFields: [String] {
        switch self {
        case .deal: ["customer", "person", "signed", "price", "commission", "for"]
        case .dealClaim: ["customer", "person", "note"]
        case .verify: ["of", "person", "designated", "note"]
        case .cross: ["customer", "designated", "note"]
        case .poach: ["customer", "person", "from", "acts", "measure", "note"]
        case .approach: ["customer", "how", "invited"]
        case .object: ["of", "person", "note"]
        case .sickLeave: ["from", "until", "successor"]
        case .quarrel: ["people", "note"]
        case .contest: ["of", "customer", "person", "against", "note"]
        case .negotiate, .escalate: ["note"]
        case .agree: ["shares", "performance", "commission", "note"]
        case .award: ["shares", "performance", "commission", "inapplicable", "note"]
        case .appeal: ["person", "note"]
        default: []
        }
    }
}
