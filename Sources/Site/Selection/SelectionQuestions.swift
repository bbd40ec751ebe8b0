import HouseRules

extension SelectionCommand {
    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .plan(let plan): "建立活动“\(plan.title)”"
        case .enter(_, let rows, let isTrial):
            isTrial ? "试导入名单 \(rows.count) 行" : "导入名单 \(rows.count) 行"
        case .lock: "锁定名单"
        case .amend: "增删名单"
        case .commit: "公布种子承诺"
        case .draw: "摇号定序"
        case .prepare: "登记活动准备"
        case .approve: "批准就绪"
        case .callGroup: "叫下一组"
        case .checkIn: "签到"
        case .seat(_, _, let desk): "入座 \(desk)"
        case .pick(_, _, let unit): "点选 \(unit)"
        case .order(_, let unit, let reviewer): "\(unit) 签单，\(names(reviewer))复核"
        case .pay(_, let unit): "\(unit) 收款"
        case .giveBack(_, let unit): "放开 \(unit)"
        case .like(_, _, let unit, let kind, let isOn):
            (isOn ? "" : "取消") + "\(kind.label) \(unit)"
        case .object: "登记异议"
        case .resolve: "处理异议"
        case .pause: "暂停活动"
        case .resume: "恢复活动"
        case .ask(let unit): "活动外要 \(unit)"
        case .tell(let unit, let progress): "\(unit) \(progress.label)"
        case .close: "活动归档"
        }
    }

    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .plan: "selection.plan"
        case .enter: "selection.enter"
        case .lock: "selection.lock"
        case .amend: "selection.amend"
        case .commit: "selection.commit"
        case .draw: "selection.draw"
        case .prepare: "selection.prepare"
        case .approve: "selection.approve"
        case .callGroup: "selection.callGroup"
        case .checkIn: "selection.checkIn"
        case .seat: "selection.seat"
        case .pick: "selection.pick"
        case .order: "selection.order"
        case .pay: "selection.pay"
        case .giveBack: "selection.giveBack"
        case .like: "selection.like"
        case .object: "selection.object"
        case .resolve: "selection.resolve"
        case .pause: "selection.pause"
        case .resume: "selection.resume"
        case .ask: "selection.ask"
        case .tell: "selection.tell"
        case .close: "selection.close"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        if case .order(_, _, let reviewer) = self { return (reviewer, nil, nil) }
        return (nil, nil, nil)
    }
}
