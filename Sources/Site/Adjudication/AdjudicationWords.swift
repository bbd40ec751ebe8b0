import HouseRules

extension AdjudicationRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .dealExists(let deal): "成交单 \(deal) 已经登记过。请核对编号。"
        case .unknownDeal(let deal): "没有编号 \(deal) 的成交单。请先登记成交。"
        case .dealContested: "这一单还有争议没有裁定，份额没有定下来。请先裁决再发放。"
        case .sharesNotWhole: "两个账的份额都要正好合计 100%，一人只写一行。请改好再交。"
        case .alreadyPaid: "这一单的提成已经发放过。要改请走改判，差额从下月冲。"
        case .objectionClosed(let until): "换人异议截止于\(until.words)，已经过了。这一单全归实际成交人。"
        case .noChange: "这一单不涉及换人，或者本站换人不分佣。"
        case .leaveBackwards: "病假的止日早于起日。请核对日期。"
        case .notYourCustomer(_, let owner):
            "这是\(names(owner))的有效客户，不得介入。对方邀请帮忙的，请由对方确认后再联系。"
        case .slipExists, .unknownDispute, .notAParty, .groundsMissing, .disputeFinal,
            .disputeOpen, .wrongStep, .appealClosed, .twoQuarrel:
            disputeSentence(names)
        default: recordSentence(names)
        }
    }

    private func recordSentence(_ names: Names) -> String {
        switch self {
        case .sameDayClaimClosed: "忘名到访只能当天 24:00 前主张，今天没有这样的到访。"
        case .proofFailed(let staff): "\(names(staff))先接了这位客户又拿不出有效登记，不能再要一半。"
        case .noPriorRecord(let staff): "查不到\(names(staff))以前接待过这位客户的登记。"
        case .forgotOnlySameDay: "客户首问答的是忘名，他本人的旧登记只能在当天主张，不走查实期。"
        case .laterRecord(let other, let began):
            "\(names(other))的登记在先（\(began.words)）。以最早的一条为准。"
        case .noEarlierRecord(let staff): "\(names(staff))没有买房人本人或直系亲属的来访登记。"
        case .notNearKin(let kinship): "登记的来访人与买房人是\(kinship.label)关系，不算直系亲属。"
        case .recordLapsed(let staff, let day):
            "\(names(staff))的登记到\(day.words)已经失效，不能据此要回客户。"
        case .verifyPeriodClosed(let until): "查实期截止于\(until.words)，已经过了，不再受理。"
        case .customerDesignated(let staff): "客户书面指认的是\(names(staff))，以客户指认为准。"
        case .noCross: "没有两名顾问的有效记录，不需要交叉单。"
        case .alreadyOrdered(let deal): "客户已经成交（\(deal)）。请在查实期内对成交单查实。"
        default: ""
        }
    }

    private func disputeSentence(_ names: Names) -> String {
        switch self {
        case .slipExists(let slip): "争议单 \(slip) 已经有了。请换一个编号。"
        case .unknownDispute(let slip): "没有编号 \(slip) 的争议单。"
        case .notAParty(let staff): "\(names(staff))不是这件事的当事人。"
        case .groundsMissing: "请写明经过和依据：哪些规则都不适用、为什么这样分。"
        case .disputeFinal(let slip): "争议单 \(slip) 已经终裁，当事人不得再提同一件事。"
        case .disputeOpen(let slip): "这件事已有争议单 \(slip) 在办。请在那一张上说。"
        case .wrongStep(let state): "争议现在是“\(state.label)”，不能走这一步。"
        case .appealClosed(let until): "申诉截止于\(until.words)，已经过了，裁决生效。"
        case .twoQuarrel: "争吵至少涉及两个人。"
        default: ""
        }
    }
}

extension AdjudicationCommand {
    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .order(let order): "\(names(order.staff))的客户成交"
        case .claimSameDay(_, _, let staff, _): "\(names(staff))主张是自己的老客户"
        case .verify(_, _, let staff, _, _): "\(names(staff))拿出更早的登记"
        case .settleCross: "两名顾问都接过，归谁"
        case .poach(let slip): "查实\(names(slip.by))介入\(names(slip.from))的客户"
        case .approach(let staff, _, let approach, _): "\(names(staff))要\(approach.label)"
        case .object(_, _, let staff, _): "\(names(staff))对换人成交提异议"
        case .takeSickLeave(let leave): "登记\(names(leave.staff))的病假"
        case .payOut: "发放提成"
        case .quarrel: "登记当众争吵"
        case .contest(_, _, let staff, _, _): "\(names(staff))提出争议"
        case .negotiate: "协商争议"
        case .agree: "双方协商一致"
        case .escalate: "争议上交"
        case .award: "裁决争议"
        case .appeal(_, let staff, _): "\(names(staff))申诉"
        }
    }

    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .order: "adjudication.order"
        case .claimSameDay: "adjudication.claimSameDay"
        case .verify: "adjudication.verify"
        case .settleCross: "adjudication.settleCross"
        case .poach: "adjudication.poach"
        case .approach: "adjudication.approach"
        case .object: "adjudication.object"
        case .takeSickLeave: "adjudication.takeSickLeave"
        case .payOut: "adjudication.payOut"
        case .quarrel: "adjudication.quarrel"
        case .contest: "adjudication.contest"
        case .negotiate: "adjudication.negotiate"
        case .agree: "adjudication.agree"
        case .escalate: "adjudication.escalate"
        case .award: "adjudication.award"
        case .appeal: "adjudication.appeal"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .order(let order): (order.staff, nil, nil)
        case .claimSameDay(_, _, let staff, _), .verify(_, _, let staff, _, _),
            .approach(let staff, _, _, _), .object(_, _, let staff, _),
            .contest(_, _, let staff, _, _), .appeal(_, let staff, _):
            (staff, nil, nil)
        case .poach(let slip): (slip.by, nil, nil)
        case .takeSickLeave(let leave): (leave.staff, nil, nil)
        case .settleCross, .payOut, .quarrel, .negotiate, .agree, .escalate, .award:
            (nil, nil, nil)
        }
    }
}
