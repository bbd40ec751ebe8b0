import HouseRules

extension DutyCommand {
    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .handFront: "duty.handFront"
        case .leaveFront: "duty.leaveFront"
        case .reportAbsent: "duty.reportAbsent"
        case .answer: "duty.answer"
        case .refuse: "duty.refuse"
        case .leaveReception: "duty.leaveReception"
        case .setRestDays: "duty.setRestDays"
        case .suspend: "duty.suspend"
        case .fileDispute: "duty.fileDispute"
        case .ruleDispute: "duty.ruleDispute"
        case .callBack: "duty.callBack"
        case .orderErrand: "duty.orderErrand"
        case .proveTour: "duty.proveTour"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .handFront(let staff, _), .leaveFront(let staff, _, _, _), .reportAbsent(let staff),
            .setRestDays(let staff, _), .suspend(let staff, _, _, _), .callBack(let staff),
            .orderErrand(let staff, _, _):
            (staff, nil, nil)
        case .answer(let visit, let staff), .refuse(let visit, let staff, _),
            .fileDispute(_, let staff, let visit, _):
            (staff, visit, nil)
        case .leaveReception(let visit, _), .proveTour(let visit, _): (nil, visit, nil)
        case .ruleDispute: (nil, nil, nil)
        }
    }

    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .handFront(let from, let to): "\(names(from)) 把首位交接给 \(names(to))"
        case .leaveFront(let staff, let kind, let told, _):
            "\(names(staff)) 离台（\(kind.label)）" + (told.map { "，已知会\($0.label)" } ?? "")
        case .reportAbsent(let staff): "举报 \(names(staff)) 不在位"
        case .answer(let visit, let staff): "\(names(staff)) 应答“\(visit)”"
        case .refuse(let visit, let staff, _): "\(names(staff)) 不接“\(visit)”"
        case .leaveReception(let visit, let kind): "“\(visit)”接到一半离开（\(kind.label)）"
        case .setRestDays(let staff, let days):
            "\(names(staff)) 轮休排在 \(days.map(\.words).listed)"
        case .suspend(let staff, let misconduct, _, let facts):
            "停接 \(names(staff))（\(misconduct.label)）：\(facts)"
        case .fileDispute(_, let staff, let visit, let note):
            "\(names(staff)) 对“\(visit)”那一轮有异议：\(note)"
        case .ruleDispute(_, let ruling, let note): "争议裁定（\(ruling.label)）：\(note)"
        case .callBack(let staff): "召回 \(names(staff))"
        case .orderErrand(let staff, let until, let note):
            "派 \(names(staff)) 公干到 \(until.clockWords)：\(note)"
        case .proveTour(let visit, let order):
            "补来“\(visit)”的指派单（\(order.group)，\(order.size) 人）"
        }
    }
}

extension Told: Labelled {
    /// Who was told.
    public var label: String {
        switch self {
        case .nextInLine: "下一位"
        case .salesManager: "销售经理"
        case .salesSupervisor: "销售主管"
        }
    }
}

extension MidLeave: Labelled {
    /// Why somebody leaves in the middle.
    public var label: String {
        switch self {
        case .official: "因公"
        case .illness: "急病"
        case .personal: "因私"
        }
    }
}

extension Misconduct: Labelled {
    /// What somebody is suspended for.
    public var label: String {
        switch self {
        case .evasion: "推脱不站、挑客户"
        case .refusal: "借故不接客户"
        }
    }
}

extension DisputeRuling: Labelled {
    /// How a dispute ends.
    public var label: String {
        switch self {
        case .makeup: "补轮"
        case .returned: "退轮"
        case .dismissed: "维持"
        }
    }
}

extension RestDayJoin: Labelled {
    /// Whether somebody may join on a rest day.
    public var label: String {
        switch self {
        case .fullDayOnly: "只许上满一天"
        case .anytime: "随时可以"
        }
    }
}
