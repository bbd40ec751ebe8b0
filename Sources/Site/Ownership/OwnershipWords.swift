import HouseRules

extension OwnershipReason {
    /// The step as a sentence.
    public func sentence(names: Names) -> String {
        switch self {
        case .theirs, .runnerUp, .oneCustomer, .twoCustomers, .entryStruck, .related,
            .firstContact, .helpedOwner, .relative, .renewalWaits, .renewed, .mayLook,
            .notYours, .caseTold, .caseOverdue:
            dossierSentence(names)
        case .incomplete, .lackAllowed, .lapsed, .reminded, .phasesSet, .touchFor, .touchWorthless,
            .changeWaits, .changeSigned, .changeStands, .tampered, .awaitsSomebody:
            clockSentence(names)
        default: handingSentence(names)
        }
    }

    private func dossierSentence(_ names: Names) -> String {
        switch self {
        case .related(let kinship, let isNear):
            isNear
                ? "记下\(kinship.label)关系，算直系亲属。"
                : "记下\(kinship.label)关系，不算直系亲属，不合并归属。"
        case .theirs(let staff, let since, let until):
            until.number == Int(Int32.max)
                ? "\(since.fullWords) 起归\(names(staff))，已购，不失效。"
                : "\(since.fullWords) 起归\(names(staff))，\(until.fullWords) 失效。"
        case .runnerUp(let staff, let whyNot, let until):
            [.later, .sameDay, .onlyCall, .notNamed].contains(whyNot)
                ? "\(names(staff))也有记录，没有取：\(whyNot.label)。"
                : "\(names(staff))的记录到 \(until.fullWords) 为止，没有取：\(whyNot.label)。"
        case .oneCustomer: "两个号码是同一位客户，登记合在一起看。"
        case .entryStruck(let staff, let until):
            until.map { "\(names(staff))名下的时钟退回这次来访以前，\($0.fullWords) 失效。" }
                ?? "客户因这次来访归\(names(staff))的，从头不算。"
        case .twoCustomers: "原来并在一起的是两位客户，登记分开看。"
        case .firstContact(let staff): "第一接触的是\(names(staff))，客户归他。"
        case .helpedOwner(let staff): "客户已归\(names(staff))，这次接听记协助。"
        case .relative(let staff): "\(names(staff))事前登记过这位亲友，客户归他。"
        case .renewalWaits(let staff): "\(names(staff))已重新登记，主管签字后才续上。"
        case .renewed(let staff, let until):
            "续给\(names(staff))，\(until.fullWords) 失效。"
        case .mayLook(let staff): "\(names(staff))可以查看，已记入查看记录。"
        case .notYours(let staff): "不是\(names(staff))的客户，不能查看，已记入查看记录。"
        case .caseTold(let staff): "\(names(staff))已交成交案例。"
        case .caseOverdue(let staff): "\(names(staff))的成交案例到期没交，提醒主管。"
        default: "已记下。"
        }
    }

    private func clockSentence(_ names: Names) -> String {
        switch self {
        case .incomplete(let staff, let lack):
            "\(names(staff))的登记缺\(lack.label)，三件不齐，不产生归属。"
        case .lackAllowed(let lack): "本站三位一体不要求\(lack.label)，归属不变。"
        case .lapsed(_, let staff, let status, let day):
            "\(names(staff))的登记在 \(day.fullWords) 0 点\(status.label)，客户不再归他优先。"
        case .reminded(_, let staff, let lapse):
            "提醒\(names(staff))跟进客户，\(lapse.fullWords) 就要失效。"
        case .phasesSet(let count):
            count == 0 ? "不设蓄客期，来访保鲜照常走。" : "设了 \(count) 段蓄客期，期间来访保鲜停表。"
        case .touchFor(let owner, let by): "\(names(by))的跟进算在\(names(owner))名下。"
        case .touchWorthless(let staff, let why):
            "\(names(staff))的这次联系不计时：\(why.label)。"
        case .changeWaits(let staff): "\(names(staff))申请改登记，待管理人员签字。"
        case .changeSigned: "管理人员已签字，改动生效，原值保留。"
        case .changeStands(let staff): "查实前已经签字，客户仍归\(names(staff))。"
        case .tampered(let staff, let field):
            "\(names(staff))的登记\(field.label)被涂改，没有管理人员签字，归属作废。"
        case .awaitsSomebody(let staff): "原归\(names(staff))的客户待经理分配。"
        default: "已记下。"
        }
    }

    private func handingSentence(_ names: Names) -> String {
        switch self {
        case .handedOut(_, let staff): "分给\(names(staff))。"
        case .takenBack(_, let staff): "从\(names(staff))撤回，退到公共池。"
        case .keeps(_, let staff): "\(names(staff))已经跟进或已变动，不撤回。"
        case .introductionWritten(let staff): "老客户来电介绍已记下，新客户归\(names(staff))。"
        case .noticed(let staff): "客户联系过\(names(staff))，\(names(staff))也报告了经理。"
        case .noticeIncomplete(let staff): "客户联系过\(names(staff))，还没有报告经理。"
        case .notAnnounced(let staff):
            "\(names(staff))不在，客户没有事前联系或没有报告经理，按新客户走当轮。"
        case .cancelled(let staff): "退定当天算一次现场接待，\(names(staff))的两个时钟重起。"
        case .kinOf(let staff): "是退定客户的直系亲属，归\(names(staff))。"
        case .reassigned(let staff, let cause, let day):
            "因\(cause.label)，\(day.fullWords) 起改由\(names(staff))跟进。"
        case .listed(let staff, let count): "\(names(staff))请假前移交 \(count) 位客户。"
        case .listMissing(let staff): "\(names(staff))请假没有移交客户名单，审批人可以不批。"
        case .helps(let helper, let staff, let until):
            "\(until.fullWords) 前由\(names(helper))协助\(names(staff))的客户，归属不变。"
        case .departed(let staff, let kind, let course):
            "\(names(staff))\(kind.label)，名下客户\(course.label)。"
        default: "已记下。"
        }
    }
}

extension OwnershipRefusal {
    /// What happened and what to do next; the clause and the code are shown beside it.
    public func sentence(names: Names) -> String {
        switch self {
        case .kinshipUnproven: "亲属关系还没有凭据。请附户口本、结婚证等材料，或由客户签字确认。"
        case .noOnSiteEvidence: "没有到场接待的记录，不能建来访。客户到场派客后再登记。"
        case .phasesOverlap: "蓄客期的日子重叠或前后颠倒。请改好起止日再存。"
        case .noCallOwnership: "客户还没到过现场，来电不能圈为己有。到场时指名即可优先接待。"
        case .slipExists(let slip): "单号 \(slip) 已经用过。请换一个单号。"
        case .noSuchSlip(let slip): "没有单号 \(slip)，或已过可撤回的日子。请核对单号。"
        case .noteMissing: "没有写原因。请写明原因再提交。"
        case .nothingToHandOut: "没有勾选客户。请至少选一位。"
        case .notInPool: "有客户已经归人，不在公共池里。请刷新后重新预览。"
        case .twice: "同一位客户写了两次。请只留一次。"
        case .callAfterVisit(let moment):
            "新客户 \(moment.words) 已经到场，之后的来电介绍不算。请按到访时的首问处理。"
        case .nothingBought: "没有这位客户的成交记录。请核对客户。"
        case .cannotHelp(let staff): "不能指派\(names(staff))协助。请换人或改日期。"
        case .relativeNotRecorded(let staff):
            "\(names(staff))事前没有登记这位亲友，也不是第一接触人。客户仍归首接者。"
        case .noTerm: "本站不按时效计归属，不用续期。请按保鲜节奏跟进。"
        case .renewalTooEarly: "时效还没到期，本站到期后才受理续期。"
        case .nothingToSign: "没有待签的重新登记。请顾问先重新登记。"
        case .heldByAnother(let staff): "客户已归\(names(staff))，不能再续。有异议请提交争议单。"
        case .alreadyOne: "这两个号码已经并为一位客户。"
        case .notOne: "这个号码没有并到别的客户，不用拆。"
        }
    }
}

extension OwnershipCommand {
    /// What was asked, in words.
    func question(_ names: Names) -> String {
        switch self {
        case .relate(_, _, let kinship, _): "登记\(kinship.label)关系"
        case .touch(let touch): "\(names(touch.by))跟进客户：\(touch.result.label)"
        case .setPhases: "设蓄客期"
        case .findLack(_, let staff, let lack): "\(names(staff))的客户缺\(lack.label)"
        case .requestChange(_, let change): "\(names(change.by))申请改登记"
        case .signChange: "签字同意改登记"
        case .findTampering(_, let staff, let field):
            "查出\(names(staff))的登记\(field.label)被涂改"
        case .reserve(_, let staff): "\(names(staff))要把客户归到名下"
        case .handOut(_, let assignments): "分配 \(assignments.count) 位公共池客户"
        case .takeBack: "撤回一次分配"
        case .introduceAhead: "老客户来电介绍新客户"
        case .notice(_, let notice): "老客户事前联系\(names(notice.staff))"
        case .cancelDeal: "登记退定"
        case .reassign(let slip): "因\(slip.cause.label)改派给\(names(slip.to))"
        case .list(let staff, let list): "\(names(staff))请假移交 \(list.customers.count) 位客户"
        case .nameAssistant(let staff, let help): "指派\(names(help.by))协助\(names(staff))的客户"
        case .depart(let staff, let kind): "\(names(staff))\(kind.label)"
        case .claimRelative(_, let staff): "\(names(staff))说是自己的亲友"
        case .renew(_, let staff): "\(names(staff))重新登记客户"
        case .signRenewal(_, let staff): "主管签字续给\(names(staff))"
        case .merge: "两个号码并为一位客户"
        case .part: "拆成两位客户"
        case .peek(_, let staff, _): "\(names(staff))查看客户明文"
        case .tellCase: "交成交案例"
        }
    }

    /// The stable name of what is asked, for lists.
    var kind: String {
        switch self {
        case .relate: "ownership.relate"
        case .touch: "ownership.touch"
        case .setPhases: "ownership.phases"
        case .findLack: "ownership.lack"
        case .requestChange: "ownership.change"
        case .signChange: "ownership.sign_change"
        case .findTampering: "ownership.tampering"
        case .reserve: "ownership.reserve"
        case .handOut: "ownership.hand_out"
        case .takeBack: "ownership.take_back"
        case .introduceAhead: "ownership.introduce"
        case .notice: "ownership.notice"
        case .cancelDeal: "ownership.cancel_deal"
        case .reassign: "ownership.reassign"
        case .list: "ownership.leave_list"
        case .nameAssistant: "ownership.assistant"
        case .depart: "ownership.depart"
        case .claimRelative: "ownership.relative"
        case .renew: "ownership.renew"
        case .signRenewal: "ownership.sign_renewal"
        case .merge: "ownership.merge"
        case .part: "ownership.part"
        case .peek: "ownership.peek"
        case .tellCase: "ownership.case"
        }
    }

    /// Whom and what it is about.
    var subject: (staff: StaffID?, visit: VisitID?, call: CallID?) {
        switch self {
        case .touch(let touch): (touch.by, nil, nil)
        case .findLack(_, let staff, _), .findTampering(_, let staff, _), .reserve(_, let staff),
            .list(let staff, _), .nameAssistant(let staff, _), .depart(let staff, _),
            .renew(_, let staff), .signRenewal(_, let staff), .peek(_, let staff, _):
            (staff, nil, nil)
        case .requestChange(_, let change): (change.by, nil, nil)
        case .notice(_, let notice): (notice.staff, nil, nil)
        case .reassign(let slip): (slip.to, nil, nil)
        case .claimRelative(let visit, let staff): (staff, visit, nil)
        case .relate, .setPhases, .signChange, .handOut, .takeBack, .introduceAhead, .cancelDeal,
            .merge, .part, .tellCase:
            (nil, nil, nil)
        }
    }
}
