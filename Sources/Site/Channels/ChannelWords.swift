import HouseRules

extension ChannelReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .reported, .arrived, .weighed, .intercepted, .mismatched, .outranked, .mentioned,
            .notMentioned, .noReport, .gateNoted:
            reportSentence(names)
        case .heldBefore, .brought, .natural, .reviewed, .commission, .blocked, .lifted, .poached:
            verdictSentence(names)
        case .contacted, .spaceHome, .spaceHomeLacks, .recommendation, .evidence,
            .evidenceMissing, .recommendedOwns:
            referralSentence(names)
        case .confirmed, .audited, .cleared, .dumped, .surveyDrawn, .surveyed:
            auditSentence(names)
        }
    }

    private func reportSentence(_ names: Names) -> String {
        switch self {
        case .reported(let from, let until):
            "报备已记下，客户 \(from.words) 起到访才算渠道"
                + (until.map { "，\($0.fullWords) 失效。" } ?? "。")
        case .arrived(let at, let source): "到场时刻取最早的记录：\(source.label) \(at.words)。"
        case .weighed(let finding): finding.sentence(names)
        case .intercepted(let slip, let lead):
            lead < 0
                ? "报备单 \(slip) 晚于到场，算在售楼处拦截。"
                : "报备单 \(slip) 只早了 \(minutes(lead))，算在售楼处拦截。"
        case .mismatched(let slip, let fields, let checkpoint):
            "报备单 \(slip) 与\(checkpoint.label)时的\(fields.map(\.label).listed)不一致，"
                + "经理可凭证据复核。"
        case .outranked(let slip, let winner): "报备单 \(slip) 晚于 \(winner)，不算。"
        case .mentioned(let at): "客户 \(at.clockWords) 说是渠道带来的。"
        case .notMentioned(let cutoff):
            cutoff.map { "\($0.clockWords) 已开始讲解，此前没提到渠道。" } ?? "客户没提到渠道。"
        case .noReport: "没有对得上的报备。"
        default: "已记下。"
        }
    }

    private func verdictSentence(_ names: Names) -> String {
        switch self {
        case .heldBefore(let staff, _): "客户此前已是\(names(staff))的自然到访客户，归\(names(staff))。"
        case .brought(let channel, let agent, let slip):
            "算\(names(StaffID(channel)))（\(names(StaffID(agent)))）带来的，依据报备单 \(slip)。"
        case .natural(let missing):
            missing.isEmpty ? "按自然到访。" : "按自然到访，缺：\(missing.map(\.label).listed)。"
        case .reviewed(let slip):
            slip.map { "经理凭证据复核：报备单 \($0) 成立。" } ?? "经理凭证据复核：按自然到访。"
        case .commission(let commission): "渠道佣金：\(commission.label)。"
        case .blocked(let channel, let agent, let until):
            "\(whom(channel, agent, names))"
                + (until.map { "停止带客，到 \($0.words) 为止。" } ?? "以后不得再给本案带客。")
        case .lifted(let channel, let agent): "\(whom(channel, agent, names))可以带客了。"
        case .poached(let staff, let effects):
            "查实撬了\(names(staff))的客户：\(effects.map(\.label).listed)。"
        default: ""
        }
    }

    private func referralSentence(_ names: Names) -> String {
        switch self {
        case .contacted(let staff): "\(names(staff))答应接待，已记下时刻。"
        case .spaceHome(let staff): "空间家推荐，到访前两样都齐，由\(names(staff))接。"
        case .spaceHomeLacks(let needs):
            "空间家推荐，到访前没有\(needs.map(\.label).listed)，按自然到访。"
        case .recommendation(let staff): "员工推荐给\(names(staff))，推荐表已记下。"
        case .evidence(let kind, let at): "\(kind.label)：\(at.words)。"
        case .evidenceMissing(let staff, let kinds):
            "\(names(staff))没有及时的\(kinds.map(\.label).listed)，归接访者。"
        case .recommendedOwns(let staff): "推荐的凭据齐，业绩归\(names(staff))，接访者不还轮。"
        default: ""
        }
    }

    private func auditSentence(_ names: Names) -> String {
        switch self {
        case .confirmed: "客户签字、首问记录、报备三者一致。"
        case .audited(let causes): "列入稽核：\(causes.map(\.label).listed)。"
        case .cleared: "稽核完毕，没有问题。"
        case .dumped(let staff, let action):
            "查实\(names(staff))把自然到访甩给渠道，建议\(action.label)，须人事复核。"
        case .surveyDrawn(let count): "上期渠道成交业主 \(count) 户待回访。"
        case .surveyed(let isBrought):
            isBrought ? "业主说是渠道带来的。" : "业主说不是渠道带来的，须倒查。"
        default: ""
        }
    }

    private func whom(_ channel: String, _ agent: String?, _ names: Names) -> String {
        names(StaffID(channel)) + (agent.map { "的" + names(StaffID($0)) } ?? "")
    }
}

extension [Reason] {
    /// What a decision about channels comes to; nil: it is about something else.
    func channelConclusion(_ names: Names) -> String? {
        for case .channels(let reason) in reversed() where reason.isConclusion {
            return reason.sentence(names: names)
        }
        return nil
    }
}

extension ChannelReason {
    /// Whether the reason says what came of it all.
    fileprivate var isConclusion: Bool {
        switch self {
        case .reported, .brought, .natural, .heldBefore, .reviewed, .poached, .confirmed, .audited,
            .cleared, .dumped, .recommendedOwns:
            true
        default: false
        }
    }
}

extension ReportFinding {
    /// How the report stands, in words.
    func sentence(_ names: Names) -> String {
        let who = "报备单 \(report)（\(names(StaffID(channel)))，\(countsAt.words)）"
        if isBarred { return who + "：报备人已禁带，不算。" }
        let time = lead < 0 ? "晚于到场" : "早 \(minutes(lead))" + (isTimely ? "，有效" : "，无效")
        let match = differs.isEmpty ? "信息一致" : "\(differs.map(\.label).listed)不一致"
        return who + "：\(time)；\(match)。"
    }
}

/// `29 分 59 秒`.
private func minutes(_ seconds: Int) -> String {
    seconds % 60 == 0 ? "\(seconds / 60) 分" : "\(seconds / 60) 分 \(seconds % 60) 秒"
}

extension ChannelRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .slipExists(let slip): "单号 \(slip) 已经用过。请核对编号。"
        case .noSuchReport(let slip): "没有有效的报备单 \(slip)。请核对编号或重新报备。"
        case .numberMasked: "电话要报完整号码，隐去中间的不能比对。请补全号码再报。"
        case .noSuchVisit: "没有这次到访。请核对到访记录。"
        case .notJudged: "还没拿登记的姓名电话比对过。请先比对再复核。"
        case .mentionTooLate(let since): "\(since.clockWords) 已经开始讲解，之后再提渠道不改。"
        case .banned(_, _, let until):
            until.map { "已停止带客，\($0.words) 以后才能报备。请联系案场。" }
                ?? "已被禁止给本案带客，不能报备。请联系案场。"
        case .notBlocked: "没有停止或禁止带客的记录。请核对公司和人员。"
        case .noAudit: "这次到访不在稽核名单上。请刷新后再看。"
        case .noSuchDeal: "没有这一单。请先登记成交。"
        case .noSurvey: "这一单不在回访清单上。请核对单号。"
        case .wrongMarks: "满意度只能对本站要问的人打 1 到 5 分。请改正。"
        case .noSuchReferral(let slip): "没有员工推荐表 \(slip)。请先填推荐表。"
        }
    }
}

extension ChannelCommand {
    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .report(let report): "\(names(StaffID(report.channel)))报备带客"
        case .block(let block):
            block.until == nil
                ? "禁止\(names(StaffID(block.agent ?? block.channel)))带客"
                : "暂停\(names(StaffID(block.agent ?? block.channel)))带客"
        case .lift(let channel, let agent): "恢复\(names(StaffID(agent ?? channel)))带客"
        case .contact(_, let staff): "\(names(staff))答应接待空间家推荐的客户"
        case .passGate: "门岗看到进场"
        case .mention: "补问时说是渠道带来的"
        case .judge: "拿登记的姓名电话比对报备"
        case .review: "凭证据复核渠道"
        case .meet: "空间家推荐的客户到访"
        case .confirm: "带访确认单"
        case .closeAudit: "稽核完毕"
        case .provePoaching(let poaching): "查实撬了\(names(poaching.staff))的客户"
        case .checkDeal: "成交时核对渠道与推荐"
        case .answerSurvey: "回访渠道成交业主"
        case .recommend(_, _, let staff): "员工推荐客户给\(names(staff))"
        case .noteContact(_, _, let evidence): "补记员工推荐的\(evidence.label)"
        }
    }

    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .report: "channels.report"
        case .block: "channels.block"
        case .lift: "channels.lift"
        case .contact: "channels.contact"
        case .passGate: "channels.passGate"
        case .mention: "channels.mention"
        case .judge: "channels.judge"
        case .review: "channels.review"
        case .meet: "channels.meet"
        case .confirm: "channels.confirm"
        case .closeAudit: "channels.closeAudit"
        case .provePoaching: "channels.provePoaching"
        case .checkDeal: "channels.checkDeal"
        case .answerSurvey: "channels.answerSurvey"
        case .recommend: "channels.recommend"
        case .noteContact: "channels.noteContact"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .report, .block, .lift, .checkDeal, .answerSurvey, .noteContact: (nil, nil, nil)
        case .contact(_, let staff), .recommend(_, _, let staff): (staff, nil, nil)
        case .provePoaching(let poaching): (poaching.staff, nil, nil)
        case .closeAudit(let visit, let staff, _): (staff, visit, nil)
        case .passGate(let visit, _), .mention(let visit), .judge(let visit, _, _):
            (nil, visit, nil)
        case .review(let review): (nil, review.visit, nil)
        case .meet(let arrival, _): (nil, arrival.visit, nil)
        case .confirm(let slip): (nil, slip.visit, nil)
        }
    }
}
