import HouseRules

extension MessageKind {
    /// What lists call it.
    var label: String {
        switch self {
        case .standbyCalled: "到前台候客"
        case .calledBack: "马上回前台"
        case .frontShort: "前台人数不足"
        case .nobodyOnDuty: "无人当班"
        case .visitHeld: "来客待安排"
        case .standIn: "代为接待"
        case .ownerTold: "客户由同事代接"
        case .customersLapse: "客户快到期"
        case .teamLapses: "谁的客户快到期"
        case .customersLapsed: "客户断档待分配"
        case .sms: "短信"
        }
    }

    /// The sentence that is sent; of a text message only which one it was.
    func sentence(_ facts: MessageFacts, _ directory: StaffDirectory) -> String {
        let names = facts.staff.map(directory.name).listed
        let owner = facts.owner.map(directory.name)
        let group = facts.number.map { "第 \($0) 组来客" } ?? "一组来客"
        switch self {
        case .standbyCalled: return "请\(names)到前台候客。"
        case .calledBack: return "有客户在等，请\(names)马上回前台。"
        case .frontShort:
            let (seconds, onStand) = (facts.seconds ?? 0, facts.onStand ?? 0)
            return "前台人数不足已有 \(seconds) 秒：现在 \(onStand) 人，可以到的有 \(facts.able ?? 0) 人。"
        case .nobodyOnDuty: return "\(facts.day?.words ?? "今天")没有顾问当班，轮次表出不来，请马上安排。"
        case .visitHeld:
            let whom = owner.map { "留给\($0)" } ?? "谁先回位谁接"
            return "\(group)没有顾问在位，请管理人员先接待，\(whom)。"
        case .standIn: return "\(group)找的是\(owner ?? "同事")，由\(names)代为接待。"
        case .ownerTold: return "您的客户来了，是\(group)，由\(names)代为接待。"
        case .customersLapse:
            let lapsing = facts.lapsing ?? LapsingCount()
            return "您有 \(lapsing.total) 位客户快到期：\(lapsing.words)。请今天联系并登记跟进。"
        case .teamLapses:
            let counts = zip(facts.staff, facts.counts ?? []).map {
                "\(directory.name($0)) \($1) 位"
            }
            return "快到期的客户：\(counts.listed)，请各自今天跟进。"
        case .customersLapsed:
            return "有 \(facts.counts?.first ?? 0) 位客户的保护期到了，请管理人员到公共池看看要不要分配。"
        case .sms: return "短信：\(SMSTemplate.named(facts.template)?.label ?? "模板已不在")。"
        }
    }
}

extension MessageState: Labelled {
    /// What lists call it.
    var label: String {
        switch self {
        case .waiting: "待寄"
        case .sent: "已寄出"
        case .dead: "寄不出"
        case .expired: "过时未寄"
        case .void: "已作废"
        }
    }
}

extension MessageChannelName: Labelled {
    /// What lists call it.
    var label: String {
        switch self {
        case .app: "手机页面"
        case .sms: "短信"
        case .wecom: "企业微信群"
        case .dingtalk: "钉钉群"
        case .feishu: "飞书群"
        case .log: "运行日志"
        }
    }
}
