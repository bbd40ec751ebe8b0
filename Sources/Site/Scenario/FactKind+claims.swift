extension FactKind {
    /// Facts about whose customer a visitor is.
    public static let claimKinds: [FactKind] = [
        .register, .linkCall, .identify, .claim, .name, .introduce, .reclassify, .prove, .merge,
        .split, .change, .askChange, .ruleChange, .appointment, .noteHandover, .readHandover,
        .joinGroup, .restDayMeeting, .offsite, .priceTalk, .staffReferral, .handOver,
    ]

    /// Answers of the first question, written with an arrival.
    public static let answerFields = [
        "first_visit", "known", "phoned", "sms", "text_from", "referrer", "purpose",
        "introducer", "recognised_by", "verified", "party", "named_at", "answered",
    ]

    var claimLabel: String {
        switch self {
        case .register: "客户登记"
        case .linkCall: "补记来电客户"
        case .identify: "登记号码"
        case .claim: "认领"
        case .name: "客户指名"
        case .introduce: "介绍人到场"
        case .reclassify: "改判类别"
        case .prove: "出示登记"
        case .merge: "合组"
        case .split: "拆组"
        case .change: "换人"
        case .askChange: "提换人申请"
        case .ruleChange: "裁决换人申请"
        case .appointment: "预约"
        case .noteHandover: "写代接交接"
        case .readHandover: "确认交接"
        case .joinGroup: "编组"
        case .restDayMeeting: "轮休会客"
        case .offsite: "场外接客"
        case .priceTalk: "开始谈价"
        case .staffReferral: "员工推荐答复"
        default: "转交客户"
        }
    }

    var claimFields: [String] {
        switch self {
        case .register: ["person", "holds", "on", "ended", "entered"]
        case .linkCall, .identify: ["customer"]
        case .claim:
            [
                "person", "customer", "surname", "acknowledged", "wants_another", "own_resource",
                "pointed",
            ]
        case .name, .handOver: ["person", "note"]
        case .introduce: ["customer", "arrived"]
        case .reclassify: ["class", "named"]
        case .merge: ["with"]
        case .split: ["into"]
        case .change: ["person", "cause", "note"]
        case .askChange: ["customer", "person", "cause", "note"]
        case .ruleChange: ["person", "note"]
        case .appointment: ["person", "for", "substitute", "absent"]
        case .noteHandover: ["note"]
        case .joinGroup: ["group"]
        case .restDayMeeting: ["customer", "uniform"]
        case .offsite: ["customer", "to", "note"]
        case .staffReferral: ["contacted", "named"]
        default: []
        }
    }
}
