import HouseRules

extension RegisterCommand {
    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .proposePenalty: "registers.proposePenalty"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .proposePenalty(let draft): (draft.staff, nil, nil)
        }
    }

    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .proposePenalty(let draft): "给 \(names(draft.staff)) 拟一张罚单"
        }
    }
}

extension RegisterReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .penaltyDrafted(let draft):
            "拟一张罚单给\(names(draft.staff))（\(draft.article)），由管理人员定夺。"
        }
    }
}

extension RegisterRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .fieldsMissing(let fields):
            "还缺 \(fields.joined(separator: "、"))，补齐再存，或先存草稿。"
        }
    }
}
