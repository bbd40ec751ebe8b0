import HouseRules

extension RegisterCommand {
    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .proposePenalty: "registers.proposePenalty"
        case .enterVisit: "registers.enterVisit"
        case .markStep: "registers.markStep"
        case .resetTable: "registers.resetTable"
        case .checkKit: "registers.checkKit"
        case .departTour: "registers.departTour"
        case .returnTour: "registers.returnTour"
        case .planLeader: "registers.planLeader"
        case .finishStage: "registers.finishStage"
        case .enterCall: "registers.enterCall"
        case .sendText: "registers.sendText"
        case .declineText: "registers.declineText"
        case .endEvening: "registers.endEvening"
        case .reviewText: "registers.reviewText"
        case .collect: "registers.collect"
        case .leaveMessage: "registers.leaveMessage"
        case .handleMessage: "registers.handleMessage"
        case .promise: "registers.promise"
        case .amendPromise: "registers.amendPromise"
        case .answerPromise: "registers.answerPromise"
        case .inspect: "registers.inspect"
        case .recheck: "registers.recheck"
        case .sign: "registers.sign"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .proposePenalty(let draft): (draft.staff, nil, nil)
        case .enterVisit(let visit, _), .markStep(let visit, _), .resetTable(let visit),
            .returnTour(let visit, _), .finishStage(let visit, _):
            (nil, visit, nil)
        case .departTour(let sheet): (nil, sheet.visit, nil)
        case .checkKit(let staff, _, _), .leaveMessage(_, let staff), .promise(_, let staff, _, _):
            (staff, nil, nil)
        case .enterCall(let entry): (nil, nil, entry.call)
        case .sendText(let call, _), .declineText(let call), .reviewText(let call, _):
            (nil, nil, call)
        case .inspect(let inspection): (inspection.staff, nil, nil)
        case .sign(let signature): (signature.place.staff, nil, nil)
        case .planLeader, .endEvening, .collect, .handleMessage, .amendPromise, .answerPromise,
            .recheck:
            (nil, nil, nil)
        }
    }

    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .proposePenalty(let draft): "给 \(names(draft.staff)) 拟一张罚单"
        case .enterVisit: "填来访登记"
        case .markStep(_, let step): "接待打点：\(step.label)"
        case .resetTable: "谈判桌已归位"
        case .checkKit(let staff, _, _): "\(names(staff)) 自查用品"
        case .departTour: "带客户进工地"
        case .returnTour: "工地参观回来"
        case .planLeader: "登记领导到访计划"
        case .finishStage(_, let stage): "\(stage.label)办完"
        case .enterCall: "填来电登记"
        case .sendText: "发首次来电短信"
        case .declineText: "客户拒收短信"
        case .endEvening: "晚会结束"
        case .reviewText(_, let passed): "短信抽查：\(passed ? "通过" : "不通过")"
        case .collect(let day, _, _): "\(day.words)登记表日结"
        case .leaveMessage(_, let staff): "给 \(names(staff)) 留言"
        case .handleMessage: "留言已处理"
        case .promise(_, let staff, _, _): "\(names(staff)) 答应客户限时回复"
        case .amendPromise: "改待答单"
        case .answerPromise: "已答复客户"
        case .inspect(let inspection): "检查 \(names(inspection.staff))：\(inspection.list.label)"
        case .recheck: "复查"
        case .sign(let signature):
            "\(signature.place.words(names))在\(signature.paper.words)上签字"
        }
    }
}

extension RegisterRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .fieldsMissing(let fields):
            "还缺 \(fields.joined(separator: "、"))，补齐再存，或先存草稿。"
        case .noSuchVisit(let visit):
            "没有等着办这件事的“\(visit)”这一组：可能已经办完，或已过了补登的时候。请刷新再看。"
        case .noSuchCall(let call):
            "没有等着办这件事的“\(call)”这一通：可能已经办完，或还没有人接过。请刷新再看。"
        case .noSuchSlip(let slip):
            "没有办着的“\(slip)”这张单，可能已经办完。请刷新再看。"
        case .slipExists(let slip):
            "“\(slip)”这张单已经有了，不用再开。"
        case .tourNotCleared(let lacks, let helmets):
            "不能进工地，还缺：\(lacks.map(\.label).joined(separator: "、"))。"
                + "这一行人要领 \(helmets) 顶安全帽，补齐再出发。"
        case .textIncomplete(let elements):
            "短信里还缺：\(elements.map(\.label).joined(separator: "、"))。补上再发。"
        default: slipSentence(names)
        }
    }

    private func slipSentence(_ names: Names) -> String {
        switch self {
        case .eveningNotOver:
            "当天晚会还没结束，短信在晚会后逐条查。"
        case .countsDiffer(let visits, let calls):
            "纸质与系统份数对不上：来访差 \(visits)，来电差 \(calls)。缺登的补登后再日结。"
        case .notOnTheLine(let staff):
            "\(names(staff))没有在通话，请直接接这一通。"
        case .inspectsSelf(let staff):
            "\(names(staff))不能检查自己，请换一个人检查。"
        case .factMissing(let items):
            "写明事实再存：\(items.joined(separator: "、"))。"
        case .unknownItem(let item):
            "检查表里没有“\(item)”这一项，或本站不用，或写了两遍。请照检查表填。"
        case .appointmentMissing:
            "已约的要填约定到访的时刻。"
        case .notAhead(let moment):
            "\(moment.words) 已经过了，请填往后的时刻。"
        case .orderIssued:
            "早会已经结束，电话次序已生效，不用再出。"
        case .orderNotIssued:
            "早会还没结束，电话次序还是草表。请早会结束后再确认。"
        case .cannotKeepLine(let staff):
            "\(names(staff))此刻不在前台候位或正在通话，接不了电话岗。请交给候位的同事。"
        default: signingSentence(names)
        }
    }
}
