extension FactKind {
    /// Facts about who brought a customer.
    public static let channelKinds: [FactKind] = [
        .report, .blockChannel, .liftChannel, .spaceHomeContact, .gate, .mention, .channelMatch,
        .channelReview, .spaceHome, .visitConfirmation, .closeAudit, .poached, .channelDeal,
        .survey, .recommend, .referralContact,
    ]

    /// What the fact is called in reports.
    var channelLabel: String {
        switch self {
        case .report: "渠道报备"
        case .blockChannel: "禁止或暂停带客"
        case .liftChannel: "恢复带客"
        case .spaceHomeContact: "顾问答应接待"
        case .gate: "门岗看到进场"
        case .mention: "补问提到渠道"
        case .channelMatch: "比对报备"
        case .channelReview: "复核渠道"
        case .spaceHome: "空间家客户到访"
        case .visitConfirmation: "带访确认单"
        case .closeAudit: "稽核完毕"
        case .poached: "查实撬单"
        case .channelDeal: "成交核对渠道"
        case .survey: "回访业主"
        case .recommend: "员工推荐表"
        default: "员工推荐的凭据"
        }
    }

    /// The fields it takes besides `at`, `by` and `expect`.
    var channelFields: [String] {
        switch self {
        case .report:
            ["channel", "agent", "customer_name", "phone", "sent", "kind", "sequence"]
        case .blockChannel: ["agent", "until", "note"]
        case .liftChannel: ["agent"]
        case .spaceHomeContact: ["person"]
        case .gate: ["seen"]
        case .channelMatch: ["customer_name", "phone", "shown"]
        case .channelReview: ["slip", "note"]
        case .spaceHome: ["slip", "arrived", "customer"]
        case .visitConfirmation: ["visit", "channel", "agent", "signed"]
        case .closeAudit: ["dumped_by", "note"]
        case .poached: ["channel", "agent", "person", "note"]
        case .channelDeal: ["customer_name", "phone"]
        case .survey: ["brought", "consultant", "agent"]
        case .recommend: ["customer", "person"]
        case .referralContact: ["customer", "evidence"]
        default: []
        }
    }
}
